"""Ctrl+Z across the application, while text fields keep their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_crm.controllers.notices import Notices, Posted, Tone
from desktop_crm.controllers.undo import UndoController
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

UNDONE = Message(QT_TRANSLATE_NOOP("messages", "Undone: {title}"))
REDONE = Message(QT_TRANSLATE_NOOP("messages", "Done again: {title}"))
_UNDO = QKeySequence("Ctrl+Z")
_REDO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


class Undoing(QObject):
    """Runs undo and redo and says what was done."""

    def __init__(self, undo: UndoController, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._notices = notices
        self._fields = FieldKeys(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._fields.watch)

    def undo(self) -> None:
        self._undo.undo().then(self._say(UNDONE, "edit.redo"))

    def redo(self) -> None:
        self._undo.redo().then(self._say(REDONE, "edit.undo"))

    def _say(self, words: Message, action: str) -> Callable[[Any], None]:
        def say(outcome: Any) -> None:
            title = outcome.value if isinstance(outcome.value, Message) else Message("")
            self._notices.posted.emit(Posted(Message(words.text, {"title": title}), Tone.SUCCESS, action=action))

        return say


class FieldKeys(QObject):
    """A text field claims Ctrl+Z even when it has nothing to take back; then it is the application's."""

    def watch(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and _is_field(old):
            old.removeEventFilter(self)
        if new is not None and _is_field(new):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if (keys == _UNDO and not _can(watched, "undo")) or (keys in _REDO and not _can(watched, "redo")):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _is_field(widget: QWidget) -> bool:
    # By name: the first customers are shown without the classes of long texts.
    return any(widget.inherits(name) for name in ("QLineEdit", "QPlainTextEdit", "QTextEdit"))


def _can(field: QObject, what: str) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if what == "undo" else field.isRedoAvailable()
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    if isinstance(field, QPlainTextEdit | QTextEdit) and not field.isReadOnly():
        document = field.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False
