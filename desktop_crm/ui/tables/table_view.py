"""The list of records: keyboard first, any length, nothing of the default grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop_crm.models.records.listed import Id
from desktop_crm.ui.tables.delegate import CellDelegate
from desktop_crm.ui.tables.freezing import covered, paint_cells, pinned, pinned_at
from desktop_crm.ui.tables.header import TableHeader
from desktop_crm.ui.tables.selection import RecordSelection, Selection
from desktop_crm.ui.tables.windowed_model import Index, WindowedModel
from desktop_crm.ui.theme.tokens import ROW_HEIGHT
from desktop_crm.ui.widgets.empty_state import EmptyState

_AHEAD = 60
_LONGEST_RANGE = 10_000
Actions = Sequence[tuple[str, Callable[[], object]]]


class RecordTable(QTableView):
    """`opened` names the record of Enter or a double click, `edit_asked` the row and the column of F2 or a double
    click on a column that `edits_on_double_click`, `look_asked` is Space, `paste_asked` Ctrl+V,
    `context_asked` the place for a menu (global),
    `range_refused` that a Shift selection was too long to name its records (Ctrl+A has no such limit)."""

    opened = Signal(object)
    edit_asked = Signal(int, int)
    look_asked = Signal()
    paste_asked = Signal()
    delete_asked = Signal()
    context_asked = Signal(QPoint)
    selection_changed = Signal()
    range_refused = Signal(int)

    def __init__(self, model: WindowedModel[Any], name: str, parent: QWidget | None = None) -> None:
        """`name` is the list's name for screen readers."""
        super().__init__(parent)
        self._records = model
        self.selection = RecordSelection(self)
        self.header = TableHeader(model, self)
        self._cells = CellDelegate(model, self.selection, self)
        self.edits_on_double_click: Callable[[int], bool] = lambda _: False
        self._anchor = 0
        self._range: tuple[int, int] | None = None
        self._empty: tuple[str, str, str, Actions] = ("list", self.tr("Nothing here yet"), "", ())
        # As Qt's own. To learn the class of that one, PySide would load every class of widgets that there is.
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self._overlay = EmptyState("list", "", parent=self.viewport())
        self._overlay.hide()
        self._patience = QTimer(self, singleShot=True, interval=300)
        self._patience.timeout.connect(self._show_loading)
        self.setAccessibleName(name)
        self._look()
        self.setModel(model)
        self.header.set_up()
        model.set_selected_test(self.selection.contains)
        model.state_changed.connect(self._show_state)
        model.loaded.connect(self._on_loaded)
        model.modelReset.connect(self._on_reset)
        model.sorted_by.connect(lambda _: self.header.show_sort())
        self.selection.changed.connect(self._on_selection)
        self.verticalScrollBar().valueChanged.connect(self._ensure)
        self._show_state()

    def _look(self) -> None:
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self.header)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        self.set_row_height(ROW_HEIGHT)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)

    def set_row_height(self, height: int) -> None:
        """38 suits one line, 52 two."""
        self.verticalHeader().setDefaultSectionSize(height)

    def set_empty(self, icon: str, title: str, text: str = "", actions: Actions = ()) -> None:
        """What to say when the list is empty."""
        self._empty = (icon, title, text, actions)
        self._show_state()

    @property
    def records(self) -> WindowedModel[Any]:
        return self._records

    def current_id(self) -> Id | None:
        record = self._records.peek(self.currentIndex().row())
        return None if record is None else self._records.row_id(record)

    def selected(self) -> Selection:
        """What is selected."""
        return self.selection.value()

    def save_state(self) -> dict[str, Any]:
        """Columns, their order and widths, and the sort; JSON can hold it."""
        return self.header.save_state()

    def restore_state(self, state: dict[str, Any]) -> None:
        """What `save_state` gave; anything unknown in it is ignored."""
        self.header.restore_state(state)

    def copy(self) -> None:
        """Puts the selected rows on the clipboard, as text with tabs and as a table: with titles, the shown columns in
        their order."""
        shown = self.header.shown()
        columns = self._records.columns
        header = Qt.Orientation.Horizontal
        titles = [str(self._records.headerData(at, header)) for at in shown]
        rows = [
            [columns[at].text(record) for at in shown]
            for _, record in self._records.held()
            if self.selection.contains(self._records.row_id(record))
        ]
        from desktop_crm.ui.tables.clipboard import table_mime

        QGuiApplication.clipboard().setMimeData(table_mime(titles, rows))

    # Keyboard and mouse ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._asks(event) or self._shortcut(event) or self._move_key(event):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
            return
        event.ignore()

    def _shortcut(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selection.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self._open_index(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers() & ~_KEYPAD:
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_Space and control:
            self._choose(self.currentIndex().row(), Qt.KeyboardModifier.ControlModifier)
        elif event.key() == Qt.Key.Key_Escape and not self.selection.is_empty():
            self.selection.clear()
        else:
            return False
        return True

    def _asks(self, event: QKeyEvent) -> bool:
        """Keys for what others do with the current cell or row."""
        here = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif event.key() == Qt.Key.Key_F2 and here.isValid():
            self.edit_asked.emit(here.row(), here.column())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() & ~_KEYPAD:
            self.look_asked.emit()
        else:
            return self.header.key(event, here.column())
        return True

    def _move_key(self, event: QKeyEvent) -> bool:
        total = self._records.rowCount()
        page = max(self.viewport().height() // self.verticalHeader().defaultSectionSize() - 1, 1)
        at = self.currentIndex().row()
        wanted = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_PageUp: at - page,
            Qt.Key.Key_PageDown: at + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: total - 1,
        }.get(Qt.Key(event.key()))
        if wanted is None or not total or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        row = min(max(wanted, 0), total - 1)
        self.go_to(row)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(row, event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return True

    def go_to(self, row: int) -> None:
        """Makes a row the current one and brings it into sight."""
        column = max(self.currentIndex().column(), self.header.logicalIndex(0))
        self.setCurrentIndex(self._records.index(row, column))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            self.selection.clear()
            return
        self.setCurrentIndex(index)
        record = self._records.peek(index.row())
        right = event.button() == Qt.MouseButton.RightButton
        if right and record is not None and self.selection.contains(self._records.row_id(record)):
            return
        self._choose(index.row(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(round(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.visualRect(self.currentIndex()).bottomLeft()
        else:
            spot = event.pos()
        self.context_asked.emit(self.viewport().mapToGlobal(spot))

    def _choose(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        self._range = None
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._choose_range(min(self._anchor, row), max(self._anchor, row))
            return
        self._anchor = row
        record = self._records.peek(row)
        if record is None:
            self._choose_range(row, row)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.selection.toggle(self._records.row_id(record))
        else:
            self.selection.set_only([self._records.row_id(record)])

    def _choose_range(self, first: int, last: int) -> None:
        if last - first >= _LONGEST_RANGE:
            self.range_refused.emit(_LONGEST_RANGE)
            return
        self._range = (first, last)
        self.selection.set_only(self._ids(first, last))

    def _ids(self, first: int, last: int) -> list[Id]:
        found = (self._records.record(row) for row in range(first, last + 1))
        return [self._records.row_id(record) for record in found if record is not None]

    def _on_loaded(self, first: int, last: int) -> None:
        if self._range is None:
            return
        low, high = max(first, self._range[0]), min(last, self._range[1])
        if low <= high:
            self.selection.add(self._ids(low, high))
            self._ids(*self._range)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if index.isValid() and self.edits_on_double_click(index.column()):
            self.edit_asked.emit(index.row(), index.column())
        else:
            self._open_index(index)

    def _open_index(self, index: QModelIndex) -> None:
        record = self._records.peek(index.row()) if index.isValid() else None
        if record is not None:
            self.opened.emit(self._records.row_id(record))

    # Painting ----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._cells.prepare(self.font())
        self._cells.current = self.currentIndex().row()
        self._cells.current_column = self.currentIndex().column()
        self._cells.focused = self.hasFocus()
        # What the frozen columns lie over need not be painted.
        below = event.region().subtracted(covered(self.header, self.viewport().height()))
        super().paintEvent(QPaintEvent(below))
        paint_cells(self, self.header, self._cells, event.region())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.header.frozen:
            # What was painted moves along with the rest; the frozen columns must not.
            self.viewport().update()
            self.header.viewport().update()

    def indexAt(self, spot: QPoint) -> QModelIndex:
        index = super().indexAt(spot)
        above = pinned_at(self.header, spot.x())
        return index if above is None or not index.isValid() else index.siblingAtColumn(above)

    def visualRect(self, index: Index) -> QRect:
        found = super().visualRect(index)
        for at, place in pinned(self.header):
            if at == index.column():
                return QRect(place.x(), found.y(), place.width(), found.height())
        return found

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._repaint_row(previous.row())
        self._repaint_row(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._records.rowCount():
            self.go_to(0)
        self._repaint_row(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_row(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.setGeometry(self.viewport().rect())
        self._ensure()

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            old, self._cells.hovered = self._cells.hovered, row
            self._repaint_row(old)
            self._repaint_row(row)

    def _repaint_row(self, row: int) -> None:
        if row >= 0:
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top - 1, self.viewport().width(), self.rowHeight(row) + 2)

    def _ensure(self) -> None:
        first = self.rowAt(0)
        if first >= 0:
            seen = self.viewport().height() // self.verticalHeader().defaultSectionSize() + 1
            self._records.ensure(first - _AHEAD, first + seen + _AHEAD)

    def _on_reset(self) -> None:
        self._range, self._anchor = None, 0
        self._cells.hovered = -1
        self.header.show_sort()

    def _on_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def _show_state(self) -> None:
        model = self._records
        if model.error is not None:
            text, advice = model.error
            retry = (self.tr("Try again"), model.retry)
            self._overlay.set("error", text, advice, [retry], "danger")
            self.setAccessibleDescription(f"{text} {advice}")
        elif not model.counted and not model.rowCount():
            self._overlay.hide()
            self._patience.start()
            return
        elif not model.rowCount():
            self._overlay.set(*self._empty)
            # What lies over a table's cells is no part of the table to a screen reader.
            self.setAccessibleDescription(f"{self._empty[1]} {self._empty[2]}")
        else:
            self._overlay.hide()
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.setAccessibleDescription("")
            return
        self._patience.stop()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._overlay.setGeometry(self.viewport().rect())
        self._overlay.show()

    def _show_loading(self) -> None:
        if not self._records.counted and not self._records.rowCount() and self._records.error is None:
            self._overlay.set("refresh", self.tr("Loading…"))
            self._overlay.setGeometry(self.viewport().rect())
            self._overlay.show()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
