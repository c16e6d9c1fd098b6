"""The grid of rows with its filter, and the row in front in full beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.importing import ImportController
from desktop_crm.controllers.importing_state import RowsSpec
from desktop_crm.models.records.imports import RowOutcome, RowResult
from desktop_crm.ui.pages.importing.frozen_lines import FrozenLines
from desktop_crm.ui.pages.importing.row_detail import RowDetail
from desktop_crm.ui.pages.importing.rows_model import FIXED, RowsModel
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import line
from desktop_crm.ui.widgets.search_field import SearchField

_AHEAD = 40
# Number and outcome say what a row is about, however far its cells are scrolled.
_FROZEN = 2


class RowsView(QWidget):
    """`opened` names a customer. Enter on a cell mends it where that can be done, else opens the customer."""

    opened = Signal(object)

    def __init__(self, session: ImportController, *, editable: bool) -> None:
        super().__init__()
        self.session = session
        self._outcomes: tuple[RowOutcome, ...] = ()
        self._file = ""
        self.model = RowsModel(session, self)
        self.model.editable = editable
        self.search = SearchField(self.tr("Find in the rows"))
        self.search.settled.connect(lambda _: self._show())
        self.table = FrozenLines(self.model, _FROZEN)
        self.table.setAccessibleName(self.tr("Rows of the file"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        if editable:
            self.table.setEditTriggers(
                QAbstractItemView.EditTrigger.DoubleClicked
                | QAbstractItemView.EditTrigger.EditKeyPressed
                | QAbstractItemView.EditTrigger.AnyKeyPressed
            )
        self.table.opened.connect(self._open)
        self.table.verticalScrollBar().valueChanged.connect(lambda _: self._ensure())
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now))
        self.model.loaded.connect(self._loaded)
        self.detail = RowDetail(session, self.table)
        self.detail.editable = editable
        self.detail.opened.connect(self.opened.emit)
        self.detail.replace_asked.connect(self._replace)
        self.empty = EmptyState("list", "")
        self._states = QStackedWidget()
        self.model.state_changed.connect(self._state)
        self._lay_out()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("surface", "card")
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        find = QHBoxLayout()
        find.setContentsMargins(12, STEP, 12, STEP)
        find.addWidget(self.search)
        left.addLayout(find)
        left.addWidget(line())
        self._states.addWidget(self.table)
        self._states.addWidget(self.empty)
        left.addWidget(self._states, 1)
        edge = QFrame()
        edge.setFixedWidth(1)
        edge.setProperty("surface", "edge")
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(edge)
        row.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    # Showing -----------------------------------------------------------------------------------------

    def show_file(self, file: str) -> None:
        """The rows that a check or a run left; the filter stays."""
        fresh = file != self._file
        self._file = file
        if fresh:
            self.detail.show_row(None)
            self._show()
        else:
            self.model.repaint()
            self._chosen(self.table.currentIndex())

    def show_outcomes(self, outcomes: tuple[RowOutcome, ...]) -> None:
        self._outcomes = outcomes
        self._show()

    def _show(self) -> None:
        if not self._file:
            return
        before = len(self.model.columns)
        self.model.show_rows(RowsSpec(self._file, self._outcomes, self.search.text().strip()))
        if len(self.model.columns) != before:
            for at, column in enumerate(self.model.columns):
                self.table.setColumnWidth(at, column.width)

    def _state(self) -> None:
        error = self.model.error
        if error is not None:
            self.empty.set("warning", *error, ((self.tr("Try again"), self.model.retry),), "warning")
        else:
            self.empty.set("list", self.tr("No rows here"), self.tr("No row of the file fits this choice."))
        nothing = error is not None or (self.model.counted and not self.model.rowCount())
        self._states.setCurrentWidget(self.empty if nothing else self.table)

    def _loaded(self, *_: int) -> None:
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, self._first_column()))
        self._chosen(self.table.currentIndex())

    def _first_column(self) -> int:
        """The first cell that is wrong, so that Enter mends it."""
        row = self.model.peek(0)
        if row is not None and self.model.editable and row.problems:
            wrong = {one.column for one in row.problems}
            for at, column in enumerate(self.model.columns[FIXED:], FIXED):
                if column.title.text in wrong:
                    return at
        return 2

    def _ensure(self) -> None:
        top = self.table.rowAt(0)
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        last = bottom if bottom >= 0 else self.model.rowCount() - 1
        self.model.ensure(top, min(last + _AHEAD, self.model.rowCount() - 1))

    def current(self) -> RowResult | None:
        return self.model.peek(self.table.currentIndex().row())

    def _chosen(self, index: QModelIndex) -> None:
        row = self.model.peek(index.row()) if index.isValid() else None
        place = index.column() - FIXED
        value = self.model.words(row, place) if row is not None and place >= 0 else ""
        self.detail.show_row(row, place, value, self.model.name(row) if row is not None else "")

    # Doing -------------------------------------------------------------------------------------------

    def _open(self, row: int, column: int) -> None:
        found = self.model.peek(row)
        if self.model.editable and column >= FIXED:
            self.table.edit(self.model.index(row, column))
        elif found is not None and (record := self.session.record_of(found)) is not None:
            self.opened.emit(record)

    def _replace(self, place: int, old: str, new: str) -> None:
        self.session.replace_all(self.session.column(place).field, old, new)

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
