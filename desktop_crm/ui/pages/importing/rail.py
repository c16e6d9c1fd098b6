"""The steps of the wizard along the top: which is done, which is in front, which are to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_crm.ui.theme import fonts, icons, tokens
from desktop_crm.ui.theme.tokens import STEP

_DOT = 24


class StepButton(QAbstractButton):
    """One step: its number (a tick when it is done) and its title."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._done = self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, *, done: bool, current: bool, open_now: bool) -> None:
        self._done, self._current = done, current
        self.setEnabled(open_now or current)
        self.setCursor(Qt.CursorShape.PointingHandCursor if open_now else Qt.CursorShape.ArrowCursor)
        state = self.tr("current step") if current else self.tr("done") if done else self.tr("to do")
        self.setAccessibleName(f"{self._number}. {self.text()}")
        self.setAccessibleDescription(state)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QSize(_DOT + STEP + QFontMetrics(font).horizontalAdvance(self.text()) + 2 * STEP, 40)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = QRectF(STEP / 2, (self.height() - _DOT) / 2, _DOT, _DOT)
        ground, ink, edge = "surface", "text_tertiary", "border_strong"
        if self._current:
            ground, ink, edge = "accent", "on_accent", "accent"
        elif self._done:
            ground, ink, edge = "accent_soft", "accent_text", "accent_soft"
        painter.setPen(QPen(colours.colour(edge), 1))
        painter.setBrush(colours.colour(ground))
        painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._done and not self._current:
            icons.paint(painter, "check", dot.adjusted(6, 6, -6, -6), ink)
        else:
            painter.setFont(fonts.scaled(self.font(), "caption", weight=QFont.Weight.DemiBold))
            painter.setPen(colours.colour(ink))
            painter.drawText(dot, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        self._title(painter, colours, dot.right() + STEP)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 6, 6)

    def _title(self, painter: QPainter, colours: tokens.Tokens, left: float) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._current else QFont.Weight.Medium)
        painter.setFont(font)
        strong = self._current or (self.underMouse() and self.isEnabled())
        painter.setPen(colours.colour("text" if strong else "text_secondary" if self._done else "text_tertiary"))
        area = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())


class _Link(QWidget):
    """The line between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(STEP)
        self.setMaximumWidth(6 * STEP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(40)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setPen(QPen(colours.colour("border_strong"), 1))
        painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)


class StepRail(QWidget):
    """`chosen` names the step that a person asks for."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        self.buttons: list[StepButton] = []
        for at, title in enumerate(titles):
            if at:
                row.addWidget(_Link(), 1)
            made = StepButton(at + 1)
            made.setText(title)
            made.clicked.connect(lambda _=False, at=at: self.chosen.emit(at))
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch(2)

    def show_state(self, current: int, furthest: int, open_now: Sequence[bool]) -> None:
        """`furthest` is the step up to which all are done."""
        for at, made in enumerate(self.buttons):
            made.set_state(done=at < furthest, current=at == current, open_now=open_now[at])
