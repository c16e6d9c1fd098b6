"""What a form asks of an input: a value, a name, and two signals. The plain text inputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_crm.ui.widgets.labels import restyle


class FieldWidget(QWidget):
    """Base of the inputs. `edited` comes when the person changes the value, `left` when the keyboard goes
    away."""

    edited = Signal()
    left = Signal()

    def value(self) -> Any:
        """The value as the record holds it."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Shows a value; does not emit `edited`."""
        raise NotImplementedError

    def inputs(self) -> list[QWidget]:
        """The widgets that take the keyboard; the first one gets it when the field is wrong."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """The field's label, for screen readers."""
        for one in self.inputs()[:1]:
            one.setAccessibleName(name)

    def set_problem(self, text: str) -> None:
        """Marks the input as wrong and tells a screen reader why; empty text takes it back."""
        for one in self.inputs()[:1]:
            one.setAccessibleDescription(text)
            if bool(one.property("invalid")) != bool(text):
                one.setProperty("invalid", bool(text))
                restyle(one)

    def watch(self, *widgets: QWidget) -> None:
        """Makes `left` come when the keyboard leaves the field as a whole."""
        for one in widgets:
            one.installEventFilter(self)
        if widgets:
            self.setFocusProxy(widgets[0])

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        """A key for one of the watched inputs; True if it was used."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.left.emit()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and self.key(watched, event):
            return True
        return super().eventFilter(watched, event)


def fill(field: QWidget, *widgets: QWidget) -> QVBoxLayout:
    """Lays the parts of a field below each other without margins."""
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for one in widgets:
        column.addWidget(one)
    return column


class TextField(FieldWidget):
    """One line of text. `tidy` rewrites what was typed when the field is left (such as a phone number)."""

    def __init__(self, placeholder: str = "", tidy: Callable[[str], str] | None = None, limit: int = 500) -> None:
        super().__init__()
        self._tidy = tidy
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMaxLength(limit)
        fill(self, self.edit)
        self.watch(self.edit)
        self.edit.textEdited.connect(lambda _: self.edited.emit())
        self.edit.editingFinished.connect(self._finish)

    def value(self) -> str:
        return self.edit.text().strip()

    def set_value(self, value: Any) -> None:
        if value != self.value():
            self.edit.setText(value or "")
            self.edit.setCursorPosition(0)

    def inputs(self) -> list[QWidget]:
        return [self.edit]

    def _finish(self) -> None:
        if self._tidy is not None:
            better = self._tidy(self.value())
            if better != self.edit.text():
                self.edit.setText(better)
                self.edited.emit()


class LongTextField(FieldWidget):
    """Several lines of text; Tab leaves the field."""

    def __init__(self, placeholder: str = "", lines: int = 4) -> None:
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * lines + 20)
        fill(self, self.edit)
        self.watch(self.edit)
        self._quiet = False
        self.edit.textChanged.connect(self._changed)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        if value != self.value():
            self._quiet = True
            self.edit.setPlainText(value or "")
            self._quiet = False

    def inputs(self) -> list[QWidget]:
        return [self.edit]

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()


def is_key(event: QKeyEvent, *keys: Qt.Key, control: bool = False) -> bool:
    """Whether the event is one of `keys`, with or without Ctrl (Cmd on a Mac)."""
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return held == control and event.key() in keys
