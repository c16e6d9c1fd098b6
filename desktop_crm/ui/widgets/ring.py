"""A percentage as a ring with its number inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_crm.ui.theme import fonts, tokens


class Ring(QWidget):
    """`set` gives the percentage, and the words of the tooltip for screen readers too."""

    def __init__(self, name: str, side: int = 48) -> None:
        super().__init__()
        self._name, self._side, self._percent = name, side, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(0, "")

    def set(self, percent: int, words: str) -> None:
        self._percent = max(0, min(percent, 100))
        self.setAccessibleName(f"{self._name}: {self._percent}%")
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def percent(self) -> int:
        return self._percent

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(colours.colour("pressed"), 5))
        painter.drawEllipse(area)
        token = "success" if self._percent >= 80 else "accent" if self._percent >= 50 else "warning"
        pen = QPen(colours.colour(token), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._percent:
            painter.drawArc(area, 90 * 16, round(-self._percent * 3.6 * 16))
        painter.setPen(colours.colour("text"))
        painter.setFont(fonts.scaled(self.font(), "caption", weight=QFont.Weight.DemiBold))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), f"{self._percent}%")
