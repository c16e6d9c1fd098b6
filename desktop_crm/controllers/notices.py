"""Short words to the person, shown in the window's message bar."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import Message


class Tone(StrEnum):
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


class Posted(NamedTuple):
    """A notice. `action` is the id of an action offered as a button, such as `edit.undo`."""

    text: Message
    tone: Tone = Tone.INFO
    advice: Message | None = None
    action: str = ""


class Notices(QObject):
    """Whoever has something to say posts it here; the main window shows it."""

    posted = Signal(object)

    def info(self, text: Message) -> None:
        self.posted.emit(Posted(text))

    def done(self, text: Message, *, undoable: bool = True) -> None:
        """Something was done; with an Undo button unless it cannot be undone."""
        self.posted.emit(Posted(text, Tone.SUCCESS, action="edit.undo" if undoable else ""))

    def warn(self, text: Message, advice: Message | None = None) -> None:
        self.posted.emit(Posted(text, Tone.WARNING, advice))

    def error(self, error: CrmError) -> None:
        self.posted.emit(Posted(error.message, Tone.ERROR, error.advice))
