"""An input laid over a cell of a record table, with what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from desktop_crm.ui.forms.field import FieldWidget
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import InlineError

NARROWEST = 224


class CellEditor(QFrame):
    """Enter saves, Tab saves and goes on, Escape leaves the cell as it was; so does nothing else: leaving with the
    mouse saves. `committed` carries the step to the next cell: 0, 1 or -1."""

    committed = Signal(int)
    cancelled = Signal()

    def __init__(self, table: RecordTable, field: FieldWidget, name: str) -> None:
        super().__init__(table.viewport())
        self._table, self.field = table, field
        self.setProperty("surface", "popup")
        self.error = InlineError()
        self.error.setContentsMargins(STEP // 2, 0, STEP // 2, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(self.error)
        field.set_name(name)
        for one in field.inputs():
            one.installEventFilter(self)
        field.left.connect(lambda: QTimer.singleShot(0, self, self._left))

    def place(self, cell: QRect) -> None:
        """Lies over a cell; grows to the left or upwards where there is no room."""
        area = self._table.viewport().rect()
        width = min(max(cell.width(), NARROWEST), area.width())
        self.setFixedWidth(width)
        self.layout().activate()  # type: ignore[union-attr]
        layout = self.layout()
        high = layout is not None and layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(width) if layout is not None and high else self.sizeHint().height()
        top = cell.center().y() - self.field.sizeHint().height() // 2 - 2
        left = max(min(cell.x(), area.right() + 1 - width), 0)
        self.setGeometry(left, max(min(top, area.bottom() + 1 - height), 0), width, height)

    def begin(self) -> None:
        """Shows itself and takes the keyboard."""
        self.show()
        self.raise_()
        first = self.field.inputs()[0]
        first.setFocus()
        select = getattr(first, "selectAll", None)
        if select is not None:
            select()

    def say(self, words: str, cell: QRect) -> None:
        """What is wrong; empty takes it back."""
        self.error.set_text(words)
        self.field.set_problem(words)
        self.place(cell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                event.accept()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._commit(0)
            case Qt.Key.Key_Tab:
                self._commit(1)
            case Qt.Key.Key_Backtab:
                self._commit(-1)
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
            case _:
                return False
        return True

    def _commit(self, step: int) -> None:
        # A field that lists its values takes what was typed when it is left, which Enter is.
        settle = getattr(self.field, "settle", None)
        if settle is not None:
            settle()
        self.committed.emit(step)

    def _left(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus) or not self.isVisible():
            return
        if focus.window() is self.window():
            self._commit(0)
