"""The frame of a small dialog: icon, title, text, room for more, buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.search_field import IconMark


class PlainDialog(QDialog):
    """`body` takes widgets, `buttons` buttons from the right end; Escape closes."""

    def __init__(self, title: str, icon: str, token: str = "accent_text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconMark(icon, token, 24))
        self.heading = label(title, "heading", wrap=True)
        head.addWidget(self.heading, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(STEP)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(STEP)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)

    def sizeHint(self) -> QSize:
        """As high as its words need at its width; Qt itself guesses too high for words that wrap."""
        hint, layout = super().sizeHint(), self.layout()
        width = max(hint.width(), self.minimumWidth())
        if layout is None or not layout.hasHeightForWidth():
            return hint
        return QSize(width, layout.totalHeightForWidth(width))

    def set_title(self, title: str) -> None:
        """The window's title and the heading."""
        self.setWindowTitle(title)
        self.heading.setText(title)

    def retranslate(self) -> None:
        """The language changed while the dialog is open. One that may stay open sets its words here."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def add_close(self, text: str) -> QPushButton:
        """The main button, which closes."""
        close = button(text, self.accept, "primary")
        close.setDefault(True)
        self.buttons.addWidget(close)
        return close


def ask(
    parent: QWidget | None, title: str, text: str, yes: str, no: str, *, danger: bool = False, third: str = ""
) -> str:
    """A question that must be answered: "yes", "no" or "third". Only for what cannot be undone, or unsaved
    work."""
    dialog = PlainDialog(title, "warning" if danger else "help", "danger" if danger else "accent_text", parent)
    dialog.setMinimumWidth(420)
    dialog.body.addWidget(label(text, "secondary", wrap=True))
    answer = ["no"]

    def give(what: str) -> None:
        answer[0] = what
        dialog.accept()

    if third:
        dialog.buttons.insertWidget(0, button(third, lambda: give("third"), "flat"))
    dialog.buttons.addWidget(button(no, dialog.reject))
    main = button(yes, lambda: give("yes"), "danger" if danger else "primary")
    main.setDefault(not danger)
    dialog.buttons.addWidget(main)
    dialog.exec()
    dialog.deleteLater()
    return answer[0]
