"""Small coloured words: badges, tags, and the layout that lets them wrap."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop_crm.ui.theme import fonts, icons, tokens

CHIP_HEIGHT = 22
_PAD = 8
_CROSS = 18


class FlowLayout(QLayout):
    """Puts widgets in rows and wraps at the edge, like words."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def insert(self, index: int, widget: QWidget) -> None:
        """Adds a widget before the one at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in sizes)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        x, y, height = area.x(), area.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > area.x() and x + size.width() > area.right() + 1:
                x, y, height = area.x(), y + height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size.boundedTo(QSize(max(area.width(), 1), size.height()))))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        return y + height - rect.y() + self.contentsMargins().bottom()


def paint_chip(painter: QPainter, rect: QRectF, text: str, back: QColor, ink: QColor) -> None:
    """Paints one rounded chip with its text centred."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def chip_width(metrics: QFontMetrics, text: str) -> int:
    return metrics.horizontalAdvance(text) + 2 * _PAD + 2


class Badge(QWidget):
    """A word on a coloured ground. `tone` is a tag token or success, warning, danger, accent."""

    def __init__(self, text: str, tone: str = "tag8", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text, tone)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str, tone: str = "") -> None:
        self._text, self._tone = text, tone or self._tone
        self.setFont(fonts.scaled(self.font(), "body"))
        self.setAccessibleName(text)
        self.setToolTip(text if self._metrics().horizontalAdvance(text) > self._limit() else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = min(chip_width(self._metrics(), self._text), self._limit() + 2 * _PAD + 2)
        return QSize(width, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(CHIP_HEIGHT, CHIP_HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        font = fonts.scaled(self.font(), "caption")
        painter.setFont(font)
        back, ink = tone_colours(self._tone)
        room = self.width() - 2 * _PAD
        shown = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        paint_chip(painter, QRectF(self.rect()), shown, back, ink)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(fonts.scaled(self.font(), "caption"))

    @staticmethod
    def _limit() -> int:
        return 200


def tone_colours(tone: str) -> tuple[QColor, QColor]:
    """Ground and ink of a tone: a tag token or success, warning, danger, accent."""
    colours = tokens.current()
    if tone in tokens.TAG_TOKENS:
        back, ink = colours.tag(tone)
        return QColor(back), QColor(ink)
    ink_token = "accent_text" if tone == "accent" else tone
    return colours.colour(f"{tone}_soft"), colours.colour(ink_token)


class TagChip(Badge):
    """A tag that can be removed: by the cross, Delete or Backspace."""

    removed = Signal(str)

    def __init__(self, text: str, tone: str = "tag1", *, removable: bool = False) -> None:
        self._removable = removable
        super().__init__(text, tone)
        if removable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleName(self.tr("Tag {name}").replace("{name}", text))
            self.setAccessibleDescription(self.tr("Press Delete to remove"))

    def sizeHint(self) -> QSize:
        extra = _CROSS if self._removable else 0
        return super().sizeHint() + QSize(extra, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._removable:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = fonts.scaled(self.font(), "caption")
        painter.setFont(font)
        back, ink = tone_colours(self._tone)
        paint_chip(painter, QRectF(self.rect()), "", back, ink)
        room = QRect(_PAD, 0, self.width() - _PAD - _CROSS - 2, self.height())
        shown = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        icons.paint(painter, "close", self._cross().adjusted(4, 6, -4, -6), self._tone)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.current().colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self._cross().contains(event.position().toPoint()):
            self.removed.emit(self._text)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._text)
        else:
            super().keyPressEvent(event)

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS - 4, 0, _CROSS, self.height())


class ChipRow(QWidget):
    """Tags in wrapping rows."""

    def __init__(self, chips: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_chips(chips)

    def set_chips(self, chips: Iterable[tuple[str, str]]) -> None:
        """Shows (text, tone) pairs in place of what was there."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
                widget.hide()
        for text, tone in chips:
            self._flow.addWidget(TagChip(text, tone))
        self.updateGeometry()
