"""Dictionaries: which values a field has, how often, and merging those that mean the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.controllers.standards import STANDARD_TABLES
from desktop_crm.models.errors import CrmError
from desktop_crm.models.records.choices import label as choice_label
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.standards import DICTIONARIES, DictionaryValue
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.tables.plain import PlainTable
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, button
from desktop_crm.ui.widgets.labels import InlineError, label


class DictionariesDialog(PlainDialog):
    """Each change is saved at once and can be undone."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__("", "tag", parent=parent)
        self.set_title(self.tr("Dictionaries"))
        self._services = services
        self.values: list[DictionaryValue] = []
        self.which = Segmented(
            self.tr("Dictionary"), [(name, text(CUSTOMER_FIELDS[name])) for name in DICTIONARIES], DICTIONARIES[0]
        )
        self.table = PlainTable((0, 112, 144), numbers=(1,))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.set_words(self.tr("Values"), (self.tr("Value"), self.tr("Customers"), self.tr("In the dictionary")))
        self.into = ChoiceField(free=True)
        self.into.set_name(self.tr("Merge into"))
        self.into.edit.setPlaceholderText(self.tr("Merge into"))
        self.merge_button = button(self.tr("Merge"), self.merge, "primary", "merge")
        self.agree_button = button(self.tr("Add to the dictionary"), self.agree)
        self.error = InlineError()
        self._build()
        self.which.chosen.connect(lambda _: self.reload())
        self.table.itemSelectionChanged.connect(self._selected)
        self.into.edited.connect(self._selected)
        services.bus.subscribe(self, STANDARD_TABLES, lambda _: self.reload())
        self.reload()

    def _build(self) -> None:
        self.body.addWidget(self.which)
        hint = self.tr("Choose the values that mean the same, then the one to keep. Later entries follow.")
        self.body.addWidget(label(hint, "hint", wrap=True))
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.into, 1)
        row.addWidget(self.merge_button)
        row.addWidget(self.agree_button)
        self.body.addLayout(row)
        self.body.addWidget(self.error)
        self.add_close(self.tr("Done"))
        self.resize(640, 560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def reload(self) -> None:
        """Reads the dictionary in front."""
        self._services.standards.values(self.which.value(), self).then(self._show).failed(self._failed)

    def _show(self, values: list[DictionaryValue]) -> None:
        chosen = set(self.chosen())
        self.values = values
        self.table.set_rows(
            [
                (
                    text(choice_label(self.which.value(), one.value)),
                    format_number(one.customers),
                    self.tr("Yes") if one.agreed else self.tr("No"),
                )
                for one in values
            ]
        )
        for at, one in enumerate(values):
            if one.value in chosen:
                self.table.selectRow(at)
        self.into.set_choices([(one.value, text(choice_label(self.which.value(), one.value))) for one in values])
        self._selected()

    def chosen(self) -> list[str]:
        """The values that are marked."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self.values[row].value for row in rows if row < len(self.values)]

    def _selected(self) -> None:
        chosen = self.chosen()
        into = str(self.into.value() or "")
        self.merge_button.setEnabled(bool(into) and any(value != into for value in chosen))
        marked = [one for one in self.values if one.value in chosen]
        out = bool(marked) and all(one.agreed for one in marked)
        self.agree_button.setText(self.tr("Take out of the dictionary") if out else self.tr("Add to the dictionary"))
        self.agree_button.setEnabled(len(marked) == 1 and not marked[0].built_in)

    def merge(self) -> None:
        """Writes the value to keep wherever one of the marked ones stands."""
        self.error.set_text("")
        into = str(self.into.value() or "")
        self._services.standards.merge(self.which.value(), self.chosen(), into).failed(self._failed)

    def agree(self) -> None:
        """Takes the marked value into the dictionary, or out of it."""
        (one,) = [value for value in self.values if value.value in self.chosen()]
        self._services.standards.agree(self.which.value(), one.value, not one.agreed).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self.error.set_text(text(error.message))
