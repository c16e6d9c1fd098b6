"""The list of views: names, counts, who shares them; renamed in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_crm.controllers.i18n import format_number
from desktop_crm.ui.tables.windowed_model import Index
from desktop_crm.ui.theme import fonts, icons, tokens
from desktop_crm.ui.widgets.labels import plain_tip

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_LINE = int(Qt.ItemDataRole.UserRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LINE_HEIGHT = 32
TITLE_HEIGHT = 30


class Entry:
    """A line: `key` None is a title. `count` None is not known yet."""

    def __init__(self, key: str | None, name: str, *, icon: str = "", tip: str = "", editable: bool = False) -> None:
        self.key, self.name, self.icon, self.tip, self.editable = key, name, icon, tip, editable
        self.count: int | None = None


class EntriesModel(QAbstractListModel):
    """`renamed(key, name)`: a name was typed."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.shown = ""

    def set_entries(self, entries: Sequence[Entry]) -> None:
        counts = {entry.key: entry.count for entry in self.entries}
        self.beginResetModel()
        self.entries = list(entries)
        for entry in self.entries:
            if entry.count is None:
                entry.count = counts.get(entry.key)
        self.endResetModel()

    def set_count(self, key: str, count: int) -> None:
        for row, entry in enumerate(self.entries):
            if entry.key == key:
                entry.count = count
                self.dataChanged.emit(self.index(row), self.index(row))

    def set_shown(self, key: str) -> None:
        """Marks the entry that the list shows."""
        self.shown = key
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def row_of(self, key: str) -> int:
        return next((row for row, entry in enumerate(self.entries) if entry.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == _LINE:
            return entry
        if role in (_DISPLAY, _EDIT):
            return entry.name
        if role == _TOOLTIP:
            return plain_tip(entry.tip) or None
        if role == _ACCESSIBLE:
            count = self.tr("{count} customers").replace("{count}", format_number(entry.count or 0))
            shown = self.tr("shown") if entry.key == self.shown else ""
            known = count if entry.count is not None else ""
            return ", ".join(filter(None, (entry.name, known, entry.tip, shown)))
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        entry = self.entries[index.row()]
        name = str(value).strip()
        if role != _EDIT or entry.key is None or not name or name == entry.name:
            return False
        self.renamed.emit(entry.key, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self.entries) or self.entries[index.row()].key is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.entries[index.row()].editable else flags


class EntryDelegate(QStyledItemDelegate):
    """Paints a line, and makes the input that renames it."""

    def __init__(self, model: EntriesModel, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._entries, self._view = model, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(_LINE)
        return QSize(80, TITLE_HEIGHT if entry.key is None else LINE_HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        edit = QLineEdit(parent)
        edit.setMaxLength(80)
        edit.setAccessibleName(self.tr("Name of the view"))
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Once only: a count that comes in would put the old name over what is being typed.
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(6, 0, -6, 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(_LINE)
        rect: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        colours = tokens.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.key is None:
            painter.setFont(fonts.scaled(font, "caption", weight=QFont.Weight.DemiBold))
            painter.setPen(colours.colour("text_tertiary"))
            painter.drawText(rect.adjusted(12, 4, -12, 0), _LEFT, entry.name)
        else:
            self._entry(painter, rect, entry, font, state)
        painter.restore()

    def _entry(self, painter: QPainter, rect: QRect, entry: Entry, font: QFont, state: QStyle.StateFlag) -> None:
        colours = tokens.current()
        shown = entry.key == self._entries.shown
        ground = rect.adjusted(4, 1, -4, -1)
        back = "selected" if shown else "hover" if state & QStyle.StateFlag.State_MouseOver else ""
        if back:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(back))
            painter.drawRoundedRect(ground, 6, 6)
        if self._view.hasFocus() and state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.colour("focus"))
            painter.drawRoundedRect(ground.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        area = rect.adjusted(12, 0, -12, 0)
        small = fonts.tabular(fonts.scaled(font, "caption"))
        if entry.count is not None:
            count = format_number(entry.count)
            painter.setFont(small)
            painter.setPen(colours.colour("accent_text" if shown else "text_tertiary"))
            painter.drawText(area, _RIGHT, count)
            area = area.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(count) - 8, 0)
        if entry.icon:
            spot = QRect(area.right() - 13, area.center().y() - 7, 14, 14)
            icons.paint(painter, entry.icon, spot, "text_tertiary")
            area = area.adjusted(0, 0, -20, 0)
        face = QFont(font)
        if shown:
            face.setWeight(QFont.Weight.Medium)
        painter.setFont(face)
        painter.setPen(colours.colour("accent_text" if shown else "text"))
        words = QFontMetrics(face).elidedText(entry.name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, words)


class EntryList(QListView):
    """`chosen(key)` by Enter or a click; `delete_asked`, `move_asked(key, by)` and `menu_asked(key, spot)` for the
    line in front."""

    chosen = Signal(str)
    delete_asked = Signal(str)
    move_asked = Signal(str, int)
    menu_asked = Signal(str, QPoint)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.entries = EntriesModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(self.entries, self))
        self.setAccessibleName(name)
        self.setProperty("menu", True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setUniformItemSizes(False)
        self.clicked.connect(self._take)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these lines; the one in front stays in front."""
        key = self.current_key()
        self.entries.set_entries(entries)
        row = self.entries.row_of(key or self.entries.shown)
        if row >= 0:
            self.setCurrentIndex(self.entries.index(row))

    def set_shown(self, key: str) -> None:
        self.entries.set_shown(key)
        row = self.entries.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.entries.index(row))
        else:
            self.clearSelection()

    def current_key(self) -> str:
        index = self.currentIndex()
        entry = index.data(_LINE) if index.isValid() else None
        return entry.key or "" if isinstance(entry, Entry) else ""

    def rename(self, key: str) -> None:
        """Opens the input over a name."""
        row = self.entries.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.entries.index(row))
            self.edit(self.entries.index(row))

    def _take(self, index: Index) -> None:
        entry = index.data(_LINE)
        if isinstance(entry, Entry) and entry.key is not None:
            self.chosen.emit(entry.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, name = event.key(), self.current_key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and name:
            self.chosen.emit(name)
        elif key == Qt.Key.Key_Delete and name:
            self.delete_asked.emit(name)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and name:
            self.move_asked.emit(name, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        entry = index.data(_LINE) if index.isValid() else None
        if isinstance(entry, Entry) and entry.key is not None:
            spot = self.visualRect(index).bottomLeft() if keyboard else event.pos()
            self.menu_asked.emit(entry.key, self.viewport().mapToGlobal(spot))
