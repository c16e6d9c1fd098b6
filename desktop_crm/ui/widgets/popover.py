"""A list that drops down from a field: search results, completions, choices of a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_crm.ui.theme import fonts, icons, tokens

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One line: what it stands for, its words, the parts to show in bold as (start, length), a second text,
    an icon, a shortcut at the right. `group` titles are shown where they change."""

    value: Any
    text: str
    detail: str = ""
    icon: str = ""
    shortcut: str = ""
    group: str = ""
    bold: tuple[tuple[int, int], ...] = ()
    enabled: bool = True
    checked: bool = False


class ItemsModel(QAbstractListModel):
    """The lines of a popover; a group title is a line of its own that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ListItem | str] = []

    def set_items(self, items: Sequence[ListItem]) -> None:
        self.beginResetModel()
        self._lines = []
        group = ""
        for item in items:
            if item.group and item.group != group:
                self._lines.append(item.group)
            group = item.group
            self._lines.append(item)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def line(self, row: int) -> ListItem | str | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        line = self.line(index.row())
        if role == ITEM_ROLE:
            return line
        if line is None or role not in (_DISPLAY, _ACCESSIBLE):
            return None
        if isinstance(line, str):
            return line
        return line.text if role == _DISPLAY else ", ".join(filter(None, (line.text, line.detail, line.shortcut)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row())
        if not isinstance(line, ListItem) or not line.enabled:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ItemDelegate(QStyledItemDelegate):
    """Paints a line of a popover."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 28 if isinstance(index.data(ITEM_ROLE), str) else 38)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(ITEM_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        colours = tokens.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            painter.setFont(fonts.scaled(font, "caption", weight=QFont.Weight.DemiBold))
            painter.setPen(colours.colour("text_tertiary"))
            painter.drawText(rect.adjusted(12, 4, -12, 0), _LEFT, line)
        elif isinstance(line, ListItem):
            if state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.colour("selected"))
                painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
            self._line(painter, rect.adjusted(14, 0, -14, 0), line, font, colours)
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, line: ListItem, font: QFont, colours: tokens.Tokens) -> None:
        if line.icon:
            icons.paint(painter, line.icon, QRect(area.x(), area.y() + (area.height() - 18) // 2, 18, 18))
            area = area.adjusted(28, 0, 0, 0)
        small = fonts.scaled(font, "caption")
        tail = "✓" if line.checked else line.shortcut
        if tail:
            painter.setFont(small)
            painter.setPen(colours.colour("accent_text" if line.checked else "text_tertiary"))
            painter.drawText(area, _RIGHT, tail)
            area = area.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(tail) - 12, 0)
        ink = "text" if line.enabled else "text_disabled"
        painter.setPen(colours.colour(ink))
        used = _draw_parts(painter, area, line, font)
        if line.detail and area.width() - used > 40:
            rest = area.adjusted(used + 10, 0, 0, 0)
            painter.setFont(small)
            painter.setPen(colours.colour("text_tertiary"))
            text = QFontMetrics(small).elidedText(line.detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _LEFT, text)


def _draw_parts(painter: QPainter, area: QRect, line: ListItem, font: QFont) -> int:
    """Draws the text with its bold parts; answers the width used."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    parts: list[tuple[str, QFont]] = []
    at = 0
    for start, length in line.bold:
        parts += [(line.text[at:start], font), (line.text[start : start + length], strong)]
        at = start + length
    parts.append((line.text[at:], font))
    x = area.x()
    for text, face in parts:
        if not text:
            continue
        metrics = QFontMetrics(face)
        room = area.right() - x + 1
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.drawText(QRect(x, area.y(), room, area.height()), _LEFT, shown)
        x += metrics.horizontalAdvance(shown)
        if shown != text:
            break
    return x - area.x()


class ItemList(QListView):
    """The list itself: `chosen` gives the value of the line taken."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = ItemsModel(self)
        self.setModel(self._items)
        self.setItemDelegate(ItemDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("menu", True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._take)

    def set_items(self, items: Sequence[ListItem]) -> None:
        """Shows these lines and marks the first that can be chosen."""
        self._items.set_items(items)
        self.step(1)

    def items(self) -> list[ListItem]:
        lines = (self._items.line(row) for row in range(self._items.rowCount()))
        return [line for line in lines if isinstance(line, ListItem)]

    def current(self) -> ListItem | None:
        line = self._items.line(self.currentIndex().row())
        return line if isinstance(line, ListItem) else None

    def step(self, by: int) -> None:
        """Marks the next or previous line that can be chosen, round the ends."""
        total = self._items.rowCount()
        row = self.currentIndex().row()
        for _ in range(total):
            row = (row + by) % total
            if self._items.flags(self._items.index(row)):
                self.setCurrentIndex(self._items.index(row))
                return

    def take(self) -> bool:
        """Takes the marked line; False if there is none."""
        line = self.current()
        if line is not None:
            self.chosen.emit(line.value)
        return line is not None

    def _take(self, index: QModelIndex) -> None:
        self.take()

    def wanted_height(self, most: int = 10) -> int:
        rows = range(min(self._items.rowCount(), most))
        return sum(self.sizeHintForRow(row) for row in rows)


class Popover(QFrame):
    """Hangs below `anchor` without taking the keyboard from it: the anchor passes its keys to
    `handle_key`."""

    chosen = Signal(object)

    def __init__(self, anchor: QWidget, name: str) -> None:
        super().__init__(anchor, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._anchor = anchor
        self.setProperty("surface", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.list = ItemList(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 2, 4)
        column.addWidget(self.list)
        self.list.chosen.connect(self._chosen)
        anchor.installEventFilter(self)

    def show_items(self, items: Sequence[ListItem]) -> None:
        """Shows the lines, or hides if there are none."""
        self.list.set_items(items)
        if not items:
            self.hide()
            return
        width = max(self._anchor.width(), 240)
        self.setFixedSize(width, self.list.wanted_height() + 12)
        spot = self._anchor.mapToGlobal(QPoint(0, self._anchor.height() + 4))
        screen = self._anchor.screen().availableGeometry()
        if spot.y() + self.height() > screen.bottom():
            spot = self._anchor.mapToGlobal(QPoint(0, -self.height() - 4))
        self.move(min(spot.x(), screen.right() - width), spot.y())
        self.show()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Arrows, Enter, Tab and Escape while open; True if the key was used."""
        if not self.isVisible():
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.list.take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move):
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.handle_key(event):
            return True
        return super().eventFilter(watched, event)

    def _chosen(self, value: object) -> None:
        self.hide()
        self.chosen.emit(value)
