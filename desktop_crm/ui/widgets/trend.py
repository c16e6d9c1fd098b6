"""A small line of figures over time, without axes: where it is going, at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop_crm.ui.theme import tokens

_MARGIN = 6


class Trend(QWidget):
    """Draws figures from old to new; `name` says them to a screen reader and in the tooltip."""

    def __init__(self, figures: Sequence[int], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = list(figures)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    def sizeHint(self) -> QSize:
        return QSize(120, 32)

    def points(self) -> list[QPointF]:
        """Where the figures stand in the widget; one figure alone is a level line."""
        figures = self._figures if len(self._figures) != 1 else self._figures * 2
        if not figures:
            return []
        low, high = min(figures), max(figures)
        wide, tall = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        step = wide / (len(figures) - 1)
        share = [(figure - low) / (high - low) if high > low else 0.5 for figure in figures]
        return [QPointF(_MARGIN + at * step, _MARGIN + tall * (1 - one)) for at, one in enumerate(share)]

    def paintEvent(self, _: QPaintEvent) -> None:
        points = self.points()
        if not points:
            return
        colours = tokens.current()
        falling = self._figures[-1] <= self._figures[0]
        ink = colours.colour("success" if falling else "danger")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.6))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(ink)
        painter.drawEllipse(points[-1], 2.4, 2.4)
