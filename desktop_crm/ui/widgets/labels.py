"""Words on a page: plain-text labels by role, headers, figures, cards."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_crm.ui.theme import fonts
from desktop_crm.ui.theme.tokens import STEP

Role = Literal["body", "secondary", "caption", "hint", "heading", "title", "figure", "fieldLabel", "error", "shortcut"]


def label(text: str = "", role: Role = "body", *, wrap: bool = False, select: bool = False) -> QLabel:
    """A label that never guesses rich text. `select` lets the mouse and the keyboard mark the text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if select:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def line() -> QFrame:
    """A hairline across the page."""
    made = QFrame()
    made.setProperty("surface", "line")
    return made


def restyle(widget: QWidget) -> None:
    """Makes the style sheet look at the widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


_TIP = 1_200
_TIP_LINES = 24


def plain_tip(text: str) -> str:
    """A tooltip that shows data as it is written: Qt would take a text with signs for HTML, and does not break long
    lines of any other. What would fill the screen is cut."""
    if len(text) < 60 and "\n" not in text and "<" not in text and "&" not in text:
        return text
    import html

    lines = text[:_TIP].split("\n")
    shown = "\n".join(lines[:_TIP_LINES])
    more = "…" if len(shown) < len(text) else ""
    return f'<p style="white-space:pre-wrap">{html.escape(shown)}{more}</p>'


class ElidedLabel(QLabel):
    """One line of plain text that ends in … where there is no room; the whole text is in the tooltip."""

    def __init__(self, text: str = "", role: Role = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(STEP * 3, super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.text().replace("\n", " ")
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip(plain_tip(self.text()) if shown != text else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class InlineError(QLabel):
    """What is wrong with the field above; takes no room while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self.hide()

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))


class Card(QFrame):
    """A bordered surface with a vertical layout, `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        self.body.setSpacing(STEP)
        if title:
            self.body.addWidget(label(title, "heading"))


class SectionHeader(QWidget):
    """A section's title, an optional count, and room for buttons at the right (`add`)."""

    def __init__(self, title: str, count: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, STEP, 0, STEP // 2)
        self._row.setSpacing(STEP)
        self._title = label(title, "heading")
        self._count = label(count, "hint")
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch(1)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_count(self, count: str) -> None:
        self._count.setText(count)

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)


class KeyFigure(QWidget):
    """A figure with its name; the reason behind it is the tooltip and the accessible description."""

    def __init__(self, name: str, value: str = "–", reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._name = label(name, "caption")
        self._value = label(value, "figure", select=True)
        self._tabular()
        column.addWidget(self._name)
        column.addWidget(self._value)
        self.setAccessibleName(name)
        self.set_value(value, reason)

    def set_name(self, name: str) -> None:
        self._name.setText(name)
        self.setAccessibleName(name)
        self._value.setAccessibleName(f"{name}: {self._value.text()}")

    def set_value(self, value: str, reason: str = "") -> None:
        self._value.setText(value)
        self._value.setAccessibleName(f"{self._name.text()}: {value}")
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._tabular()

    def _tabular(self) -> None:
        self._value.setFont(fonts.tabular(self._value.font()))
