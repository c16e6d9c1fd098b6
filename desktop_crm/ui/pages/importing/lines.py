"""A quiet table for the wizard: lines of cells that can be a word, a chip, a bar or a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_crm.ui.theme import fonts, icons, tokens
from desktop_crm.ui.theme.tokens import ROW_HEIGHT
from desktop_crm.ui.widgets.chips import CHIP_HEIGHT, chip_width, paint_chip, tone_colours

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_PAD = 12


class Cell(NamedTuple):
    """What a cell shows. `token` colours its words, `tone` makes a chip of them, `bar` paints a share of a hundred,
    `drop` shows that it opens a list, `ground` is a colour behind it, `tip` says more."""

    text: str = ""
    token: str = "text"
    tone: str = ""
    bar: int = -1
    icon: str = ""
    drop: bool = False
    ground: str = ""
    tip: str = ""
    strong: bool = False
    right: bool = False
    old: str = ""


class MadeLines(Sequence[Sequence[Cell]]):
    """So many lines that they are made when they come into sight."""

    def __init__(self, count: int, make: Callable[[int], Sequence[Cell]]) -> None:
        self._count, self._make = count, make
        self._made: dict[int, Sequence[Cell]] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: Any) -> Any:
        if at not in self._made:
            self._made[at] = self._make(at)
        return self._made[at]


class LinesModel(QAbstractTableModel):
    """Finished cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles: Sequence[str] = ()
        self._lines: Sequence[Sequence[Cell]] = ()

    def set_lines(self, titles: Sequence[str], lines: Sequence[Sequence[Cell]]) -> None:
        """Shows other lines; where only their cells differ the view stays as it is."""
        if tuple(titles) == tuple(self._titles) and len(lines) == len(self._lines) and lines:
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(titles) - 1))
            return
        self.beginResetModel()
        self._titles, self._lines = tuple(titles), lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def cell(self, row: int, column: int) -> Cell:
        line = self._lines[row]
        return line[column] if column < len(line) else Cell()

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _ACCESSIBLE, _TOOLTIP, CELL):
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role == _TOOLTIP:
            return cell.tip or cell.text
        return cell.text if role == _DISPLAY else f"{self._titles[index.column()]}: {cell.text}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        return self._titles[section] if role in (_DISPLAY, _ACCESSIBLE) else _LEFT if role == _ALIGN else None


class LineDelegate(QStyledItemDelegate):
    """Paints a `Cell`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        cell = index.data(CELL)
        colours = tokens.current()
        painter.save()
        self._ground(painter, rect, state, cell, colours)
        if cell is None:
            bar = QRect(rect.x() + _PAD, rect.center().y() - 4, min(rect.width() - 2 * _PAD, 72), 8)
            tokens.fill(painter, bar, colours.colour("skeleton"))
        else:
            self._content(painter, rect.adjusted(_PAD, 0, -_PAD, -1), cell, font, colours)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.restore()

    @staticmethod
    def _ground(
        painter: QPainter, rect: QRect, state: QStyle.StateFlag, cell: Cell | None, colours: tokens.Tokens
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            tokens.fill(painter, rect, colours.colour("selected"))
        elif cell is not None and cell.ground:
            tokens.fill(painter, rect, colours.colour(cell.ground))
        tokens.fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), colours.colour("border"))

    def _content(self, painter: QPainter, area: QRect, cell: Cell, font: QFont, colours: tokens.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.drop:
            icons.paint(
                painter, "chevron_down", QRect(area.right() - 14, area.center().y() - 6, 14, 14), "text_tertiary"
            )
            area = area.adjusted(0, 0, -22, 0)
        if cell.icon:
            icons.paint(painter, cell.icon, QRect(area.x(), area.center().y() - 7, 16, 16), cell.token)
            area = area.adjusted(24, 0, 0, 0)
        if cell.bar >= 0:
            self._bar(painter, area, cell, font, colours)
        elif cell.tone and cell.text:
            small = fonts.scaled(font, "caption")
            painter.setFont(small)
            width = min(chip_width(QFontMetrics(small), cell.text), area.width())
            chip = QRectF(area.x(), area.y() + (area.height() - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT)
            shown = QFontMetrics(small).elidedText(cell.text, Qt.TextElideMode.ElideRight, width - 14)
            paint_chip(painter, chip, shown, *tone_colours(cell.tone))
        else:
            self._words(painter, area, cell, font, colours)

    @staticmethod
    def _bar(painter: QPainter, area: QRect, cell: Cell, font: QFont, colours: tokens.Tokens) -> None:
        track = QRectF(area.x(), area.center().y() - 2, max(area.width() - 44, 8), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("pressed"))
        painter.drawRoundedRect(track, 2, 2)
        if cell.bar:
            painter.setBrush(colours.colour(cell.token))
            painter.drawRoundedRect(QRectF(track.x(), track.y(), max(track.width() * cell.bar / 100, 4), 4), 2, 2)
        painter.setFont(fonts.tabular(fonts.scaled(font, "caption")))
        painter.setPen(colours.colour("text_secondary"))
        painter.drawText(area, _RIGHT, cell.text)

    @staticmethod
    def _words(painter: QPainter, area: QRect, cell: Cell, font: QFont, colours: tokens.Tokens) -> None:
        face = fonts.tabular(font)
        if cell.strong:
            face.setWeight(QFont.Weight.Medium)
        painter.setFont(face)
        painter.setPen(colours.colour(cell.token))
        words = cell.text.replace("\n", " ")
        shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _RIGHT if cell.right else _LEFT, shown)


class LineTable(QTableView):
    """`opened` comes with the row and column of Enter or a double click, `dropped` with those of a cell that opens a
    list: a click, Enter, Space or F4. A width of 0 shares what room is left."""

    opened = Signal(int, int)
    dropped = Signal(int, int)

    def __init__(self, model: QAbstractTableModel, widths: Sequence[int] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self._look()
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._widths = tuple(widths)
        model.modelReset.connect(self._restore_widths)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def _restore_widths(self) -> None:
        header = self.horizontalHeader()
        for column, width in enumerate(self._widths):
            if column >= header.count():
                break
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setFixedHeight(ROW_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)

    def drop_spot(self, row: int, column: int) -> Any:
        """Where a list for a cell opens, in the viewport."""
        return self.visualRect(self.model().index(row, column)).bottomLeft()

    def _clicked(self, index: QModelIndex) -> None:
        cell = index.data(CELL)
        if isinstance(cell, Cell) and cell.drop:
            self.dropped.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        if self.state() == QAbstractItemView.State.EditingState:
            # Enter in the editor comes here as well; it has been taken.
            super().keyPressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # Alt+Left is the page's
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if index.isValid() and plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4, Qt.Key.Key_Space):
            row = index.row()
            drops = [
                one
                for one in range(self.model().columnCount())
                if isinstance(cell := self.model().index(row, one).data(CELL), Cell) and cell.drop
            ]
            if drops:
                column = index.column() if index.column() in drops else drops[0]
                self.dropped.emit(row, column)
            elif key != Qt.Key.Key_Space:
                self.opened.emit(row, index.column())
            return
        super().keyPressEvent(event)
