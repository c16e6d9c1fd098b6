"""What a person does to customers in the list itself: change a cell, look at one, paste a table.

Each part is made when it is first asked for, so that the list appears as soon as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.services import Services
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.tables.table_view import RecordTable

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.inline_edit.editing import InlineEdit
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage
    from desktop_crm.ui.pages.customers.quick_look import QuickLook

# The columns that a double click opens the customer from, although they can be changed.
_OPENING = ("name",)


class ListEditing(QObject):
    def __init__(self, page: CustomerListPage, table: RecordTable, services: Services, words: Lexicon) -> None:
        super().__init__(page)
        self._page, self._table, self._services, self._words = page, table, services, words
        self._inline: InlineEdit | None = None
        self._look: QuickLook | None = None

    @property
    def inline(self) -> InlineEdit:
        if self._inline is None:
            from desktop_crm.ui.pages.customers.inline_edit.editing import InlineEdit

            self._inline = InlineEdit(self._table, self._services, self._words, lambda: self._page.custom.fields)
        return self._inline

    def edits(self, column: int) -> bool:
        """Whether a double click on a column changes it."""
        if self._table.records.columns[column].key in _OPENING:
            return False
        return self.inline.can_edit(column)

    def edit_cell(self, row: int, column: int) -> None:
        self.inline.begin(row, column)

    def edit_current(self) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            self.edit_cell(index.row(), index.column())

    @property
    def quick_look(self) -> QuickLook:
        if self._look is None:
            from desktop_crm.ui.pages.customers.quick_look import QuickLook

            self._look = QuickLook(self._table, self._services, self._words)
        return self._look

    def look(self) -> None:
        """Opens or closes the panel with the current customer."""
        if self._table.current_id() is not None or self.quick_look.isVisible():
            self.quick_look.toggle()

    def paste(self) -> None:
        """What the clipboard holds, as an import."""
        self._page.navigator.run_action("import.paste")

    def freeze(self) -> None:
        """Keeps the columns up to the current one in sight; lets them go where they are kept already."""
        header, at = self._table.header, self._table.currentIndex().column()
        shown = header.shown()
        count = shown.index(at) + 1 if at in shown else 1
        header.freeze(0 if count == header.frozen else count)
