"""A round mark for a person or a company: initials or the first Chinese character on a colour of its own."""

from __future__ import annotations

import unicodedata
import zlib

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_crm.ui.theme.tokens import TAG_TOKENS
from desktop_crm.ui.widgets.chips import tone_colours


def initials(name: str) -> str:
    """One Chinese character, or up to two Latin initials; ? for nothing.

    >>> initials("华为技术"), initials("Ada Lovelace")
    ('华', 'AL')
    """
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    first = words[0][0]
    if unicodedata.east_asian_width(first) in "WF":
        return first
    second = words[-1][0] if len(words) > 1 and unicodedata.east_asian_width(words[-1][0]) not in "WF" else ""
    return (first + second).upper()


def tone(name: str) -> str:
    """The tag token that a name always gets."""
    return TAG_TOKENS[zlib.crc32(name.encode()) % (len(TAG_TOKENS) - 1)]


def paint_avatar(painter: QPainter, rect: QRectF, name: str, font: QFont) -> None:
    """Paints the mark of `name` into a square."""
    back, ink = tone_colours(tone(name))
    text = initials(name)
    small = QFont(font)
    small.setPixelSize(round(rect.height() * (0.46 if len(text) == 1 else 0.38)))
    small.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawEllipse(rect)
    painter.setPen(ink)
    painter.setFont(small)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class Avatar(QWidget):
    """The mark of a name, `side` pixels wide."""

    def __init__(self, name: str = "", side: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side = name, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name, self.font())
