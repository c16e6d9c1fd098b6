"""Buttons by kind, a switch, and a segmented choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop_crm.ui.theme import icons, tokens

Kind = Literal["normal", "primary", "danger", "flat", "chip"]


def button(
    text: str, on_click: Callable[[], object] | None = None, kind: Kind = "normal", icon: str = ""
) -> QPushButton:
    """A push button; `icon` is a name of theme.icons."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.ArrowCursor)
    if icon:
        token = {"primary": "on_accent", "danger": "on_accent", "flat": "accent_text"}.get(kind, "text_secondary")
        made.setIcon(icons.icon(icon, token))
        made.setIconSize(QSize(20, 16))
    if on_click is not None:
        made.clicked.connect(lambda _=False: on_click())
    return made


def tool_button(icon: str, name: str, on_click: Callable[[], object] | None = None) -> QToolButton:
    """A square icon button; `name` is its tooltip and its name for screen readers."""
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoRaise(True)
    if on_click is not None:
        made.clicked.connect(lambda _=False: on_click())
    return made


class Switch(QAbstractButton):
    """On or off, at once. Space switches."""

    def __init__(self, name: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(44, 26)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(3, (self.height() - 20) / 2, 38, 20)
        token = "accent" if self.isChecked() else "text_tertiary"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(token if self.isEnabled() else "border_strong"))
        painter.drawRoundedRect(track, 10, 10)
        left = track.right() - 18 if self.isChecked() else track.left() + 2
        painter.setBrush(colours.colour("on_accent"))
        painter.drawEllipse(QRectF(left, track.top() + 2, 16, 16))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 12, 12)


class _Segment(QAbstractButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 28, 28)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(QPen(colours.colour("border_strong"), 1))
            painter.setBrush(colours.colour("raised"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRoundedRect(area, 6, 6)
        font = self.font()
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        strong = self.isChecked() or self.underMouse()
        painter.setPen(colours.colour("text" if strong else "text_secondary"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segmented(QWidget):
    """One of a few choices, side by side; the arrows move the choice."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], value: str = "") -> None:
        """`choices` are (value, text)."""
        super().__init__()
        self.setAccessibleName(name)
        self._values = [key for key, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for at, (_, text) in enumerate(choices):
            segment = _Segment(text)
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(segment, at)
            row.addWidget(segment)
        self.set_value(value or self._values[0])
        self._group.idToggled.connect(self._toggled)

    def value(self) -> str:
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Raises ValueError for a value that is not a choice."""
        self._group.button(self._values.index(value)).setChecked(True)

    def set_words(self, name: str, texts: Sequence[str]) -> None:
        """The same choices in other words."""
        self.setAccessibleName(name)
        for segment, text in zip(self._group.buttons(), texts, strict=True):
            segment.setText(text)
            segment.setAccessibleName(text)
            segment.updateGeometry()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.current().colour("pressed"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        wanted = self._group.button((self._group.checkedId() + step) % len(self._values))
        wanted.setChecked(True)
        wanted.setFocus()

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._values[at])
