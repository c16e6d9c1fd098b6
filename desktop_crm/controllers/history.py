"""Reading the journal, and taking back older changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import Message
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import CommandContext, Outcome
    from desktop_crm.models.records.history import ChangeSet, RowChange, UndoState


class HistoryController(QObject):
    """The change sets of the database, and what each did."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner

    def change_sets(
        self, owner: QObject, *, customer_id: Id | None = None, text: str = "", before: int | None = None
    ) -> Task[list[ChangeSet]]:
        """Up to 100 change sets, newest first, older than `before` (a `seq`)."""
        return self._runner.query(_change_sets, customer_id, text, before, owner=owner, key="change_sets")

    def row_changes(self, owner: QObject, change_set: Id, customer_id: Id | None = None) -> Task[list[RowChange]]:
        """What a change set did, row by row."""
        return self._runner.query(_row_changes, change_set, customer_id, owner=owner)

    def of_customer(
        self, owner: QObject, customer_id: Id, before: int | None = None, limit: int = 30
    ) -> Task[list[tuple[ChangeSet, tuple[RowChange, ...]]]]:
        """The change sets of one customer, newest first, each with what it did to this customer."""
        return self._runner.query(_of_customer, customer_id, before, limit, owner=owner)

    def undo(self, change_set: Id) -> Task[Outcome[Message]]:
        """Takes an older change set back; fails with BlockedError, a UserError that names who is in the way."""
        return self._runner.command(undo_command, change_set)


def _change_sets(session: Session, customer_id: Id | None, text: str, before: int | None) -> list[ChangeSet]:
    from desktop_crm.models.queries.history import change_sets

    return change_sets(session, customer_id=customer_id, text=text, before=before)


def _row_changes(session: Session, change_set: Id, customer_id: Id | None) -> list[RowChange]:
    from desktop_crm.models.queries.history import row_changes

    return row_changes(session, change_set, customer_id=customer_id)


def _of_customer(
    session: Session, customer_id: Id, before: int | None, limit: int
) -> list[tuple[ChangeSet, tuple[RowChange, ...]]]:
    from desktop_crm.models.queries.history import change_sets, row_changes

    found = change_sets(session, customer_id=customer_id, before=before, limit=limit)
    return [(one, tuple(row_changes(session, one.id, customer_id=customer_id))) for one in found]


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
