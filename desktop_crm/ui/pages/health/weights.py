"""What each field counts towards the completeness of a customer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from desktop_crm.controllers.i18n import format_percent, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.models.records.choices import CHOICES
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented
from desktop_crm.ui.widgets.labels import label, line

_NEVER = frozenset({"name", "number", "kind", "stage", "completeness", "created_at", "updated_at", "is_key"})
_PARTS = ("contacts", "dates", "addresses", "tags")


class WeightsDialog(PlainDialog):
    """A weight is saved when it is left; every customer's figure follows."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__("", "columns", parent=parent)
        self.set_title(self.tr("Weights of completeness"))
        self._services = services
        self._fields: Mapping[str, FieldSpec] = {}
        self.boxes: dict[str, QSpinBox] = {}
        self.shares: dict[str, QLabel] = {}
        kinds = [(code, text(words)) for code, words in CHOICES["kind"].items()]
        self.kind = Segmented(self.tr("Kind"), kinds)
        self._list = ScrollColumn(self.tr("Weights"), gutter=2 * STEP)
        hint = self.tr("A field that counts 0 is left out. What matters is the share of all weights.")
        self.body.addWidget(self.kind)
        self.body.addWidget(label(hint, "secondary", wrap=True))
        self.body.addSpacing(STEP)
        self.body.addWidget(line())
        self.body.addWidget(self._list, 1)
        self.body.addWidget(line())
        self.add_close(self.tr("Done"))
        self.resize(520, 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind.chosen.connect(lambda _: self.reload())
        services.bus.subscribe(self, ("field_weight", "custom_field"), lambda _: self.reload())
        services.standards.fields(self).then(self._known)

    def _known(self, fields: Mapping[str, FieldSpec]) -> None:
        self._fields = fields
        self.reload()

    def reload(self) -> None:
        """Reads the weights anew."""
        self._services.standards.weights(self).then(self._show)

    def _show(self, weights: Mapping[str, Mapping[str, int]]) -> None:
        kind = self.kind.value()
        table = weights.get(kind, {})
        names = {spec.id: text(spec.label) for spec in self._fields.values() if _weighed(spec, kind)}
        names |= {part: text(CUSTOMER_FIELDS[part]) for part in _PARTS}
        wanted = sorted(names, key=lambda field: (-table.get(field, 0), names[field]))
        if list(self.boxes) == wanted:
            for field, box in self.boxes.items():
                box.blockSignals(True)  # what is shown is not what somebody wants changed
                box.setValue(table.get(field, 0))
                box.blockSignals(False)
            self._share()
            return
        self._list.empty()
        self.boxes, self.shares = {}, {}
        for field in wanted:
            self._list.box.addWidget(self._line(field, names[field], table.get(field, 0)))
        self._share()

    def _line(self, field: str, name: str, weight: int) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(label(name, wrap=True), 1)
        share = self.shares[field] = label("", "hint")
        share.setFixedWidth(6 * STEP)
        share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(share)
        row.addWidget(self._box(field, name, weight))
        return made

    def _share(self) -> None:
        """What each weight is of all of them: the part of a file that the field stands for."""
        total = sum(box.value() for box in self.boxes.values())
        for field, box in self.boxes.items():
            percent = format_percent(round(100 * box.value() / total)) if box.value() else ""
            self.shares[field].setText(percent)
            box.setAccessibleDescription(percent)

    def _box(self, field: str, name: str, weight: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, 100)
        box.setValue(weight)
        box.setAccessibleName(name)
        box.setKeyboardTracking(False)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(96)
        box.valueChanged.connect(lambda _: self._share())
        box.valueChanged.connect(lambda value: self._services.standards.save_weight(field, self.kind.value(), value))
        self.boxes[field] = box
        return box


def _weighed(spec: FieldSpec, kind: str) -> bool:
    return bool(spec.column) and spec.id not in _NEVER and spec.for_kind in ("", kind)
