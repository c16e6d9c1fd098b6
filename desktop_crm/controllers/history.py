"""Reading the journal, and taking back older changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.controllers.undo import undo_command
from desktop_crm.models.messages import Message
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import Outcome
    from desktop_crm.models.records.history import ChangeSet, RowChange


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
