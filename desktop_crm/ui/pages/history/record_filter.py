"""Narrowing the history to one customer, found by a few letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_crm.controllers.search import SearchController
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.search import SearchHit
from desktop_crm.ui.widgets.popover import ListItem, Popover
from desktop_crm.ui.widgets.search_field import SearchField


class RecordFilter(QWidget):
    """`chosen(id)` when a customer was picked, `chosen(None)` when the field was emptied."""

    chosen = Signal(object)

    def __init__(self, search: SearchController) -> None:
        super().__init__()
        self._search = search
        self._names: dict[Id, str] = {}
        self._picked = ""
        self.field = SearchField("")
        self._popover = Popover(self.field.edit, "")
        self._popover.chosen.connect(self._take)
        self.field.edit.textEdited.connect(self._typed)
        self.field.changed.connect(self._emptied)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._words()

    def _words(self) -> None:
        self.field.set_placeholder(self.tr("Only one customer"))
        self._popover.setAccessibleName(self.tr("Customers"))

    def pick(self, key: Id, name: str) -> None:
        """Narrows to a customer."""
        self._names[key] = name
        self._take(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._popover.handle_key(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._search.find(text.strip(), self, 8).then(self._show)
        else:
            self._popover.hide()

    def _show(self, hits: list[SearchHit]) -> None:
        if not self.field.edit.hasFocus():
            return
        self._names = {hit.record_id: hit.name for hit in hits}
        self._popover.show_items(
            [
                ListItem(hit.record_id, hit.name, hit.code, "person" if hit.kind == "person" else "company")
                for hit in hits
            ]
        )

    def _take(self, key: Id) -> None:
        self._picked = self._names[key]
        self.field.set_text(self._picked)
        self.chosen.emit(key)

    def _emptied(self, text: str) -> None:
        if self._picked and not text:
            self._picked = ""
            self.chosen.emit(None)
