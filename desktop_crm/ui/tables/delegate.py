"""Paints the cells of a record table: everything from the tokens, nothing through the style sheet, which
would cost several times as much per cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop_crm.models.records.listed import Id
from desktop_crm.ui.tables.columns import Column
from desktop_crm.ui.tables.selection import RecordSelection
from desktop_crm.ui.tables.windowed_model import WindowedModel
from desktop_crm.ui.theme import fonts, icons, tokens
from desktop_crm.ui.widgets.avatar import paint_avatar
from desktop_crm.ui.widgets.chips import CHIP_HEIGHT, chip_width, paint_chip
from desktop_crm.ui.widgets.labels import plain_tip

_PAD = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ALIGN = {
    "left": _LEFT,
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    "center": int(Qt.AlignmentFlag.AlignCenter),
}


# No cell is wide enough for more; a long text is not measured as a whole whenever it is painted.
_MOST = 500


def one_line(text: str) -> str:
    """A text as a cell paints it: lines and tabs become spaces."""
    text = text[:_MOST]
    return text if text.isprintable() else " ".join(text.split())


class CellDelegate(QStyledItemDelegate):
    """`prepare` is called before each paint of the view and reads theme and fonts once for all cells."""

    def __init__(self, model: WindowedModel[Any], selection: RecordSelection, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._selection = model, selection
        self.hovered = -1
        self.current = -1
        self.current_column = -1
        self.focused = False
        self._tokens: tokens.Tokens | None = None
        self._base = QFont()

    def prepare(self, font: QFont) -> None:
        colours = tokens.current()
        if self._tokens is colours and self._base == font:
            return
        self._tokens = colours
        self._base = QFont(font)
        self._plain = fonts.tabular(font)
        self._strong = QFont(self._plain)
        self._strong.setWeight(QFont.Weight.Medium)
        self._small = fonts.scaled(font, "caption")
        self._plain_metrics = QFontMetrics(self._plain)
        self._strong_metrics = QFontMetrics(self._strong)
        self._small_metrics = QFontMetrics(self._small)
        self._ink = {
            name: colours.colour(name)
            for name in (
                "text",
                "text_secondary",
                "border",
                "hover",
                "selected",
                "focus",
                "skeleton",
                "accent",
            )
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._model.columns[index.column()].width, tokens.ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, number = index.row(), index.column()
        rect: QRect = option.rect
        record = self._model.record(row)
        self._ground(painter, rect, row, record)
        if row == self.current and self.focused and number == self.current_column:
            tokens.fill(painter, QRect(rect.x(), rect.bottom() - 1, rect.width(), 2), self._ink["focus"])
        if record is None:
            width = min(rect.width() - 2 * _PAD, 40 + (row * 37 + number * 53) % 90)
            bar = QRect(rect.x() + _PAD, rect.center().y() - 4, width, 8)
            tokens.fill(painter, bar, self._ink["skeleton"])
            return
        column = self._model.columns[number]
        area = rect.adjusted(_PAD, 0, -_PAD, -1)
        if column.chips is not None:
            self._chips(painter, area, column.chips(record))
        else:
            self._words(painter, area, column, record)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The tooltip: what is to be said besides, or the whole of a text that does not fit its cell."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        tip = self.tip(index.row(), index.column(), option.rect.width())
        QToolTip.showText(event.globalPos(), tip, view.viewport(), option.rect)
        return True

    def tip(self, row: int, number: int, width: int) -> str:
        """The words for a cell of this width; empty where it shows everything."""
        record, column = self._model.peek(row), self._model.columns[number]
        if record is None:
            return ""
        words = column.text(record)
        more = column.tip(record) if column.tip is not None else ""
        if more and more != words:
            return plain_tip(more)
        room = width - 2 * _PAD - (36 if column.avatar else 0) - (24 if column.icon is not None else 0)
        metrics = self._strong_metrics if column.strong else self._plain_metrics
        shown = one_line(words)
        if column.chips is not None:
            needed = sum(chip_width(self._small_metrics, name) + 6 for name, _ in column.chips(record)) - 6
        else:
            needed = metrics.horizontalAdvance(shown)
        return plain_tip(words) if shown != words or needed > room else ""

    def _ground(self, painter: QPainter, rect: QRect, row: int, record: Any) -> None:
        chosen = record is not None and self._selection.contains(self._id(record))
        if chosen:
            tokens.fill(painter, rect, self._ink["selected"])
        elif row == self.hovered:
            tokens.fill(painter, rect, self._ink["hover"])
        tokens.fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), self._ink["border"])
        if row == self.current and self.focused:
            ink = self._ink["focus"]
            tokens.fill(painter, QRect(rect.x(), rect.y() - 1, rect.width(), 1), ink)
            tokens.fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), ink)
            if rect.x() <= 0:
                tokens.fill(painter, QRect(0, rect.y(), 3, rect.height()), ink)

    def _id(self, record: Any) -> Id:
        return self._model.row_id(record)

    def _words(self, painter: QPainter, area: QRect, column: Column[Any], record: Any) -> None:
        if column.avatar:
            side = 26
            mark = QRectF(area.x(), area.y() + (area.height() - side) / 2, side, side)
            paint_avatar(painter, mark, column.text(record), self._plain)
            area = area.adjusted(side + 10, 0, 0, 0)
        if column.icon is not None and (name := column.icon(record)):
            token = column.colour(record) if column.colour is not None else "text_secondary"
            icons.paint(painter, name, QRect(area.x(), area.y() + (area.height() - 16) // 2, 16, 16), token)
            area = area.adjusted(24, 0, 0, 0)
        ink = self._colour(column, record)
        detail = column.detail(record) if column.detail is not None else ""
        if detail:
            half = area.height() // 2
            low = QRect(area.x(), area.y() + half, area.width(), half - 3)
            self._text(painter, low, detail, self._small, self._small_metrics, self._ink["text_secondary"], _LEFT)
            area = QRect(area.x(), area.y() + 4, area.width(), half)
        font, metrics = (self._strong, self._strong_metrics) if column.strong else (self._plain, self._plain_metrics)
        self._text(painter, area, column.text(record), font, metrics, ink, _ALIGN[column.align])

    def _colour(self, column: Column[Any], record: Any) -> QColor:
        if column.colour is not None and (token := column.colour(record)):
            return tokens.current().colour(token)
        return self._ink["text"] if column.strong else self._ink["text_secondary"]

    @staticmethod
    def _text(  # noqa: PLR0917
        painter: QPainter, area: QRect, text: str, font: QFont, metrics: QFontMetrics, ink: QColor, align: int
    ) -> None:
        if not text:
            return
        text = one_line(text)
        if len(text) * 16 > area.width() and metrics.horizontalAdvance(text) > area.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(area, align, text)

    def _chips(self, painter: QPainter, area: QRect, chips: Any) -> None:
        left, right = area.x(), area.right()
        top = area.y() + (area.height() - CHIP_HEIGHT) / 2
        painter.save()
        painter.setFont(self._small)
        colours = tokens.current()
        for at, (text, tone) in enumerate(chips):
            width = chip_width(self._small_metrics, text)
            rest = len(chips) - at
            if left + width > right - (30 if rest > 1 else 0) and left > area.x():
                painter.setPen(self._ink["text_secondary"])
                painter.drawText(QRectF(left, top, 40, CHIP_HEIGHT), _LEFT, f"+{rest}")
                break
            width = min(width, right - left)
            back, ink = colours.tag(tone)
            shown = self._small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 14)
            paint_chip(painter, QRectF(left, top, width, CHIP_HEIGHT), shown, QColor(back), QColor(ink))
            left += width + 6
        painter.restore()
