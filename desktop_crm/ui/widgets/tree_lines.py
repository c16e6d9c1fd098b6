"""The lines at the left of an indented tree: ├ and └ at its own level, │ where an upper level goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_crm.ui.theme import tokens

INDENT = 24


class TreeLines(QWidget):
    """Stands before one line of a tree. `last` says for every level down to this one whether nothing follows there;
    `middle` is where the line branches off, half way down unless given."""

    def __init__(self, last: Sequence[bool], middle: int = 0) -> None:
        super().__init__()
        self._last, self._middle = tuple(last), middle
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(INDENT * len(self._last), 8)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(tokens.current().colour("border_strong"), 1))
        middle, bottom = self._middle or self.height() // 2, self.height()
        for level, last in enumerate(self._last):
            x = level * INDENT + INDENT // 2
            own = level == len(self._last) - 1
            if own:
                painter.drawLine(x, 0, x, middle if last else bottom)
                painter.drawLine(x, middle, x + INDENT // 2 - 2, middle)
            elif not last:
                painter.drawLine(x, 0, x, bottom)
