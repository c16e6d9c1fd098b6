"""What each field counts towards the completeness of a customer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.models.records.choices import CHOICES
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented
from desktop_crm.ui.widgets.labels import label

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
        kinds = [(code, text(words)) for code, words in CHOICES["kind"].items()]
        self.kind = Segmented(self.tr("Kind"), kinds)
        self._list = ScrollColumn(self.tr("Weights"), gutter=STEP)
        hint = self.tr("A field that counts 0 is left out. What matters is the share of all weights.")
        self.body.addWidget(self.kind)
        self.body.addWidget(label(hint, "hint", wrap=True))
        self.body.addWidget(self._list, 1)
        self.add_close(self.tr("Done"))
        self.resize(460, 600)
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
            return
        self._list.empty()
        self.boxes = {}
        for field in wanted:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(names[field]), 1)
            row.addWidget(self._box(field, names[field], table.get(field, 0)))
            self._list.box.addWidget(line)

    def _box(self, field: str, name: str, weight: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, 100)
        box.setValue(weight)
        box.setAccessibleName(name)
        box.setKeyboardTracking(False)
        box.setFixedWidth(96)
        box.valueChanged.connect(lambda value: self._services.standards.save_weight(field, self.kind.value(), value))
        self.boxes[field] = box
        return box


def _weighed(spec: FieldSpec, kind: str) -> bool:
    return bool(spec.column) and spec.id not in _NEVER and spec.for_kind in ("", kind)
