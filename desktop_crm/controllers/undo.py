"""Undo and redo across the application."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.db.context import CommandContext, Outcome
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.records.history import UndoState

UNDO = Message(QT_TRANSLATE_NOOP("messages", "Undo"))
REDO = Message(QT_TRANSLATE_NOOP("messages", "Redo"))
UNDO_THAT = Message(QT_TRANSLATE_NOOP("messages", "Undo: {title}"))
REDO_THAT = Message(QT_TRANSLATE_NOOP("messages", "Redo: {title}"))

ReadState: TypeAlias = "Callable[[Any], UndoState]"
Undo: TypeAlias = Callable[[CommandContext, Id | None], Any]
Redo: TypeAlias = Callable[[CommandContext], Any]


class UndoController(QObject):
    """Knows what Ctrl+Z and Ctrl+Shift+Z would do now, and does it.

    `state(session)`, `undo(ctx, change set or None for the last)` and `redo(ctx)` are the models' functions.
    `changed` is sent when `current` has.
    """

    changed = Signal()

    def __init__(self, runner: Runner, state: ReadState, undo: Undo, redo: Redo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._state = state
        self._undo = undo
        self._redo = redo
        self.current: UndoState | None = None
        runner.bus.changed.connect(self._on_changed)

    @property
    def can_undo(self) -> bool:
        return self.current is not None and self.current.undo is not None

    @property
    def can_redo(self) -> bool:
        return self.current is not None and self.current.redo is not None

    @property
    def undo_text(self) -> Message:
        """ "Undo: change phone of 华为技术"."""
        step = self.current.undo if self.current else None
        return UNDO if step is None else Message(UNDO_THAT.text, {"title": step.title})

    @property
    def redo_text(self) -> Message:
        step = self.current.redo if self.current else None
        return REDO if step is None else Message(REDO_THAT.text, {"title": step.title})

    def refresh(self) -> None:
        """Asks the database anew: after opening one, and after every change by itself."""
        self._runner.query(self._state, owner=self, key="undo").then(self._show)

    def undo(self, change_set: Id | None = None) -> Task[Outcome[Any]]:
        """Takes back the last step, or that change set. A refusal names what depends on it."""
        return self._follow(self._runner.command(self._undo, change_set))

    def redo(self) -> Task[Outcome[Any]]:
        return self._follow(self._runner.command(self._redo))

    def _follow(self, task: Task[Outcome[Any]]) -> Task[Outcome[Any]]:
        # A refusal may come from a state that is out of date, so look again whatever the end was.
        return task.always(self.refresh)

    def _on_changed(self, _touched: object) -> None:
        self.refresh()

    def _show(self, state: UndoState) -> None:
        if state != self.current:
            self.current = state
            self.changed.emit()


def read_undo_state(session: Session) -> UndoState:
    """What Ctrl+Z and Ctrl+Shift+Z would do now. Runs in the worker."""
    from desktop_crm.models.queries.history import undo_state

    return undo_state(session, session.info["actor"].user_id)


def undo_command(ctx: CommandContext, change_set: Id | None = None) -> Message:
    """Runs in the worker."""
    from desktop_crm.models.commands.undo import undo_change_set

    return undo_change_set(ctx, change_set)


def redo_command(ctx: CommandContext) -> Message:
    """Runs in the worker."""
    from desktop_crm.models.commands.undo import redo_change_set

    return redo_change_set(ctx)
