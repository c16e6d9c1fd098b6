"""The pane of groups: every value of a field with its customers counted; one of them narrows the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.models.records.conditions import Condition
from desktop_crm.models.records.groups import ValueCount, value_condition
from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences
from desktop_crm.ui.pages.customers.views.view_list import Entry, EntryList
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.labels import label

WIDTH = 216
_ALL = "all"
_VALUE = "="


class GroupPane(QFrame):
    """`changed`: another value, or none, is chosen. `field_changed`: it is grouped by another field, or not at all.
    `left`: the keyboard shall go back to the list."""

    changed = Signal()
    left = Signal()
    field_changed = Signal()

    def __init__(self, services: Services, sentences: Sentences) -> None:
        super().__init__()
        self._services, self._sentences = services, sentences
        self.field = ""
        self._value: str | None = None
        self._groups: tuple[ValueCount, ...] = ()
        self._wanted = CustomerFilter()
        self.setFixedWidth(WIDTH)
        self.setProperty("surface", "plain")
        self.setAccessibleName(self.tr("Groups"))
        caption = label(self.tr("Group by"), "caption")
        caption.setContentsMargins(4, 0, 0, 0)
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Group by"))
        self.list = EntryList(self.tr("Groups"))
        head = QGridLayout()
        head.setContentsMargins(8, 6, 4, 0)
        head.setSpacing(2)
        head.addWidget(caption, 0, 0, 1, 2)
        head.addWidget(self.box, 1, 0)
        head.addWidget(tool_button("close", self.tr("Stop grouping"), self.stop), 1, 1)
        head.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.box.currentIndexChanged.connect(lambda _: self.choose(str(self.box.currentData() or "")))
        self.list.chosen.connect(self._chosen)
        self.hide()

    def fields(self) -> list[FieldSpec]:
        """The fields that a list can be grouped by."""
        return [spec for spec in self._sentences.fields.values() if spec.groupable and spec.column]

    def condition(self) -> Condition | None:
        """What the chosen group asks of a customer."""
        spec = self._sentences.fields.get(self.field)
        if spec is None or self._value is None:
            return None
        return value_condition(spec, self._value)

    def choose(self, field: str) -> None:
        """Groups by a field, by none if it is empty."""
        if field != self.field:
            self.set_field(field)
            self.field_changed.emit()

    def stop(self) -> None:
        """Groups by nothing; the keyboard goes back to the list."""
        self.choose("")
        self.left.emit()

    def show_all(self) -> None:
        """Shows the customers of every group."""
        self._chosen(_ALL)
        self.left.emit()

    def set_field(self, field: str) -> None:
        """As `choose`, without a signal."""
        known = field if field in self._sentences.fields or not field else ""
        self.field, self._value, self._groups = known, None, ()
        self._fill_box()
        self.setVisible(bool(known))
        self._show()

    def refresh_words(self) -> None:
        """Fields and values may have other names now."""
        self._fill_box()
        self._show()

    def load(self, wanted: CustomerFilter) -> None:
        """Counts the groups of what the list shows."""
        self._wanted = wanted
        spec = self._sentences.fields.get(self.field)
        if spec is not None:
            self._services.views.groups(wanted, spec, self).then(self._counted)

    def reload(self) -> None:
        """Counts again: customers changed."""
        self.load(self._wanted)

    def _counted(self, groups: tuple[ValueCount, ...]) -> None:
        self._groups = groups
        self._show()

    def _fill_box(self) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        for spec in self.fields():
            self.box.addItem(text(spec.label), spec.id)
        self.box.setCurrentIndex(self.box.findData(self.field))
        self.box.blockSignals(False)

    def _show(self) -> None:
        spec = self._sentences.fields.get(self.field)
        if spec is None:
            self.list.set_entries(())
            return
        everything = Entry(_ALL, self.tr("All"))
        # A customer with several options is counted in each, so only single values add up.
        entries = [everything]
        for group in self._groups:
            entry = Entry(_VALUE + group.value, self._sentences.group_value(spec, group.value))
            entry.count = group.count
            entries.append(entry)
        if self._value is not None and all(group.value != self._value for group in self._groups):
            # The last customer of the chosen group went elsewhere: it stays in sight as what the list shows.
            gone = Entry(_VALUE + self._value, self._sentences.group_value(spec, self._value))
            gone.count = 0
            entries.append(gone)
        self.list.set_entries(entries)
        self.list.set_shown(_ALL if self._value is None else _VALUE + self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _chosen(self, key: str) -> None:
        value = None if key == _ALL else key.removeprefix(_VALUE)
        if value != self._value:
            self._value = value
            self.list.set_shown(key)
            self.changed.emit()
