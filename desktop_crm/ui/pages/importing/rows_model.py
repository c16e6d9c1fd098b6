"""The rows of a check or a run: any number of them, read page by page from the file that holds them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.importing import ImportController
from desktop_crm.controllers.importing_state import RowsSpec
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.imports import RowOutcome, RowPage, RowResult
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.lists import Page, PageRequest
from desktop_crm.ui.pages.importing.lines import CELL, Cell
from desktop_crm.ui.pages.importing.wording import OUTCOMES, TONES
from desktop_crm.ui.tables.columns import Column
from desktop_crm.ui.tables.windowed_model import WindowedModel

Index = QModelIndex | QPersistentModelIndex
FIXED = 3
MOST_COLUMNS = 200
_EDIT = int(Qt.ItemDataRole.EditRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_TITLES = (
    Message(QT_TRANSLATE_NOOP("messages", "Row")),
    Message(QT_TRANSLATE_NOOP("messages", "Outcome")),
    Message(QT_TRANSLATE_NOOP("messages", "Customer")),
)


def _row_id(row: RowResult) -> Id:
    return uuid.UUID(int=row.row)


def name_of(row: RowResult) -> str:
    number = f"C{row.number:06d}" if row.number else ""
    return "  ".join(part for part in (row.name, number) if part)


class RowsModel(WindowedModel[RowResult]):
    """Number, outcome, customer, then the cells of the file. `editable`: they can be mended."""

    def __init__(self, session: ImportController, parent: QObject) -> None:
        super().__init__((), self._ask_page, self._ask_count, _row_id, text, parent)
        self._session = session
        self.editable = False

    def show_rows(self, spec: RowsSpec) -> None:
        """Shows the rows of a filter; the columns are those of the file."""
        look = self._session.look
        titles = [text(one) for one in look.names[:MOST_COLUMNS]] if look else []
        if [one.title.text for one in self.columns[FIXED:]] != titles or not self.columns:
            self.set_columns(
                [
                    Column("row", _TITLES[0], lambda row: str(row.row), 64, "right"),
                    Column("outcome", _TITLES[1], lambda row: text(OUTCOMES[row.outcome]), 128),
                    Column("customer", _TITLES[2], name_of, 200),
                    *(self._column(place, title) for place, title in enumerate(titles)),
                ]
            )
        if spec != self.spec:
            self.set_spec(spec)

    @staticmethod
    def _column(place: int, title: str) -> Column[RowResult]:
        return Column(
            f"cell{place}", Message(title), lambda row: row.cells[place] if place < len(row.cells) else "", 140
        )

    def _ask_page(self, request: PageRequest, on_page: Callable[[Page[RowResult]], None]) -> None:
        def shown(found: RowPage) -> None:
            on_page(Page(request.offset, found.rows))

        self._read(request.offset, request.limit, shown)

    def _ask_count(self, on_count: Callable[[int], None]) -> None:
        self._read(0, 1, lambda found: on_count(found.total))

    def _read(self, first: int, most: int, then: Callable[[RowPage], None]) -> None:
        task = self._session.rows(self.spec, first, most, self)
        task.then(then).failed(self._broken)

    def _broken(self, error: CrmError) -> None:
        self.fail(text(error.message), text(error.advice) if error.advice else "")

    # Cells -------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (CELL, _EDIT, _TOOLTIP):
            return super().data(index, role)
        row = self.record(index.row())
        if row is None:
            return None
        place = index.column() - FIXED
        if role == _EDIT:
            return self.words(row, place) if place >= 0 else None
        cell = self._own(row, index.column()) if place < 0 else self._cell(row, place)
        return cell if role == CELL else cell.tip or cell.text

    def name(self, row: RowResult) -> str:
        """The customer of a row; of one that was refused what the file calls it."""
        if row.name:
            return row.name
        place = next((one.place for one in self._session.setup.columns if one.field == "name"), -1)
        return self.words(row, place) if place >= 0 else ""

    def words(self, row: RowResult, place: int) -> str:
        """What stands in a cell, with what was mended since."""
        mended = self._session.fixed(row.row, place)
        return mended if mended is not None else row.cells[place] if place < len(row.cells) else ""

    def _own(self, row: RowResult, column: int) -> Cell:
        if column == 0:
            return Cell(str(row.row), "text_tertiary", right=True)
        if column == 1:
            return Cell(text(OUTCOMES[row.outcome]), tone=TONES[row.outcome])
        token = "accent_text" if self._session.record_of(row) else "text"
        return Cell(self.name(row), token, tip=name_of(row), strong=True)

    def _cell(self, row: RowResult, place: int) -> Cell:
        words = self.words(row, place)
        if self._session.fixed(row.row, place) is not None and self._pending(row, place):
            return Cell(words, "accent_text", ground="accent_soft")
        header = self._header(place)
        problem = next((one for one in row.problems if one.column and one.column == header), None)
        if problem is not None:
            return Cell(words, "danger", ground="danger_soft", tip=text(problem.message))
        note = next((one for one in row.notes if one.column and one.column == header), None)
        if note is not None:
            return Cell(words, "warning", ground="warning_soft", tip=text(note.message))
        return Cell(words, "text_secondary" if row.outcome is not RowOutcome.LEFT_OUT else "text_tertiary")

    def _pending(self, row: RowResult, place: int) -> bool:
        return (row.cells[place] if place < len(row.cells) else "") != self._session.fixed(row.row, place)

    def _header(self, place: int) -> str:
        look = self._session.look
        return look.headers[place] if look is not None and place < len(look.headers) else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.editable and index.column() >= FIXED and self.peek(index.row()) is not None:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        row = self.peek(index.row())
        place = index.column() - FIXED
        if role != _EDIT or row is None or place < 0 or value == self.words(row, place):
            return False
        self._session.fix(row.row, place, str(value))
        return True

    def repaint(self) -> None:
        """Something was mended or taken back: what is held is shown anew."""
        if self.rowCount() and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))
