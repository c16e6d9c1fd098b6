"""The change sets as a list that grows while it is scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_crm.controllers.i18n import format_datetime, format_number, relative, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.change_kind import ChangeKind
from desktop_crm.models.records.history import ChangeSet
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.theme import fonts, icons, tokens
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.chips import chip_width, paint_chip, tone_colours

PAGE = 100
UNDO_OF = Message(QT_TRANSLATE_NOOP("messages", "Undo: {title}"))
REDO_OF = Message(QT_TRANSLATE_NOOP("messages", "Redo: {title}"))
ONE_ROW = Message(QT_TRANSLATE_NOOP("messages", "1 row"))
ROWS = Message(QT_TRANSLATE_NOOP("messages", "{n} rows"))
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
RECORD = int(Qt.ItemDataRole.UserRole)
_ICONS = {
    ChangeKind.DO: "edit",
    ChangeKind.UNDO: "undo",
    ChangeKind.REDO: "redo",
    ChangeKind.OUTSIDE: "database",
}
Index = QModelIndex | QPersistentModelIndex


def title_of(change: ChangeSet) -> str:
    """What was done, in the interface's language."""
    template = {ChangeKind.UNDO: UNDO_OF, ChangeKind.REDO: REDO_OF}.get(change.kind)
    return text(Message(template.text, {"title": change.title})) if template else text(change.title)


def rows_of(change: ChangeSet) -> str:
    """How many rows it touched."""
    return text(ONE_ROW if change.rows == 1 else Message(ROWS.text, {"n": format_number(change.rows)}))


def when(change: ChangeSet) -> str:
    """How long ago, or the day and the time."""
    ago = relative(change.at)
    return text(ago) if ago is not None else format_datetime(change.at)


class ChangeSetModel(QAbstractListModel):
    """`fetch(before)` asks for the page before a `seq` (None: the newest); the answer comes to `add`."""

    def __init__(self, fetch: Callable[[int | None], object], undone: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._undone = undone
        self._changes: list[ChangeSet] = []
        self._more = False
        self._asked = False

    def reload(self) -> None:
        """Asks for the newest page; what is shown stays until it comes."""
        self._asked = True
        self._fetch(None)

    def add(self, before: int | None, found: Sequence[ChangeSet]) -> None:
        self._asked = False
        self._more = len(found) == PAGE
        if before is None:
            self.beginResetModel()
            self._changes = list(found)
            self.endResetModel()
        elif found:
            first = len(self._changes)
            self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
            self._changes += found
            self.endInsertRows()

    def change(self, row: int) -> ChangeSet | None:
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def row_of(self, key: Id) -> int:
        """-1 for a change set that is not loaded."""
        return next((row for row, change in enumerate(self._changes) if change.id == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._changes)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not self._asked and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self._asked = True
        self._fetch(self._changes[-1].seq)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        change = self.change(index.row())
        if change is None or role not in (_DISPLAY, _ACCESSIBLE, RECORD):
            return None
        if role == RECORD:
            return change
        if role == _DISPLAY:
            return title_of(change)
        state = self._undone() if change.undone else ""
        return ", ".join(filter(None, (title_of(change), change.who, when(change), rows_of(change), state)))


class ChangeSetDelegate(QStyledItemDelegate):
    """Two lines: what was done; by whom, when, how much. A badge where it is taken back."""

    def __init__(self, undone: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._undone = undone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * STEP, 7 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        change = index.data(RECORD)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        colours = tokens.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = (
            "selected"
            if state & QStyle.StateFlag.State_Selected
            else "hover"
            if state & QStyle.StateFlag.State_MouseOver
            else ""
        )
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(ground))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        area = rect.adjusted(2 * STEP, STEP, -2 * STEP, -STEP)
        token = "text_tertiary" if change.undone else "accent_text"
        icons.paint(painter, _ICONS[change.kind], QRect(area.x(), area.y() + 10, 20, 20), token)
        self._words(painter, area.adjusted(20 + 12, 0, 0, 0), change, font, colours)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, change: ChangeSet, font: QFont, colours: tokens.Tokens) -> None:
        small = fonts.scaled(font, "caption")
        room = area.width()
        if change.undone:
            painter.setFont(small)
            words = self._undone()
            width = chip_width(painter.fontMetrics(), words)
            paint_chip(painter, QRectF(area.right() - width, area.y() + 9, width, 22), words, *tone_colours("tag8"))
            room -= width + 12
        top = QRect(area.x(), area.y(), room, area.height() // 2)
        bottom = QRect(area.x(), area.y() + area.height() // 2, room, area.height() // 2)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font)
        painter.setPen(colours.colour("text_secondary" if change.undone else "text"))
        title = painter.fontMetrics().elidedText(title_of(change), Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, flags, title)
        painter.setFont(small)
        painter.setPen(colours.colour("text_tertiary"))
        detail = " · ".join((change.who, when(change), rows_of(change)))
        painter.drawText(bottom, flags, painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, room))
