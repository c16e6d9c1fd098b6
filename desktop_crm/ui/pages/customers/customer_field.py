"""Choosing another customer by typing a part of it, as the search of the window finds them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.controllers.services import Services
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.search import SearchHit
from desktop_crm.ui.forms.field import FieldWidget, fill
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.theme import icons
from desktop_crm.ui.widgets.popover import ListItem, Popover

LIMIT = 10


class CustomerField(FieldWidget):
    """The id of a customer, None for none. Without text the list shows those opened lately."""

    def __init__(self, services: Services, without: Iterable[Id] = ()) -> None:
        super().__init__()
        self._services, self._without = services, frozenset(without)
        self._words = Lexicon(services.runner, self)
        self._value: Id | None = None
        self._shown = ""
        self._names: dict[Id, str] = {}
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Name, pinyin, phone or number"))
        self.edit.addAction(QAction(icons.icon("search"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        fill(self, self.edit)
        self.popover = Popover(self.edit, self.tr("Customers"))
        self.popover.chosen.connect(self._take)
        self.watch(self.edit)
        self.edit.textEdited.connect(self._typed)

    def value(self) -> Id | None:
        return self._value

    def set_value(self, value: Any) -> None:
        if value is None:
            self._value, self._shown = None, ""
            self.edit.clear()

    def show_customer(self, value: Id, name: str) -> None:
        """Shows a customer whose name is known; does not emit `edited`."""
        self._value, self._shown = value, name
        self.edit.setText(name)
        self.edit.setCursorPosition(0)

    def shown_name(self) -> str:
        """The name of the customer that stands in the field."""
        return self._shown

    def inputs(self) -> list[QWidget]:
        return [self.edit]

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and not self.popover.isVisible():
            self._ask(self.edit.text())
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.edit.text() != self._shown:
            # What is no customer is not kept: the field holds one or none.
            self.edit.setText(self._shown if self.edit.text().strip() else "")
            if not self.edit.text():
                self._set(None, "")
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._set(None, "")
        self._ask(text)

    def _ask(self, typed: str) -> None:
        task = self._services.search.find(typed, self, LIMIT + len(self._without))
        task.then(lambda hits: self._show(typed, hits))

    def _show(self, typed: str, hits: list[SearchHit]) -> None:
        from desktop_crm.ui.pages.search.search_box import hit_item

        if typed != self.edit.text() or not self.edit.hasFocus():
            return
        found = [hit for hit in hits if hit.record_id not in self._without][:LIMIT]
        self._names = {hit.record_id: hit.name for hit in found}
        group = "" if typed.strip() else self.tr("Recently opened")
        items = [hit_item(hit, typed, self._words, group) for hit in found]
        if not items and typed.strip():
            items = [ListItem(None, self.tr("Nothing found. Try fewer letters."), icon="search", enabled=False)]
        self.popover.show_items(items)

    def _take(self, value: Any) -> None:
        if value is not None:
            self._set(value, self._names.get(value, ""))
            self.edit.setText(self._shown)
            self.edit.setCursorPosition(0)

    def _set(self, value: Id | None, shown: str) -> None:
        changed = value != self._value
        self._value, self._shown = value, shown
        if changed:
            self.edited.emit()
