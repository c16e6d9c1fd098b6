"""What the customer page does besides editing: relations, verifying, key customers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.db.context import CommandContext, Outcome
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.records.relations import Relations, Side


class PortraitController(QObject):
    """Each writing method is one undo step."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner

    def relations(self, customer_id: Id, owner: QObject) -> Task[Relations]:
        """The relations of a customer from both ends, and its tree of companies."""
        return self._runner.query(_relations, customer_id, owner=owner, key="relations")

    def add_relation(self, customer_id: Id, side: Side, other_id: Id, note: str = "") -> Task[Outcome[Id]]:
        """Fails with UserError (`fields["other"]`) where the relation cannot be."""
        return self._runner.command(_add_relation, customer_id, side, other_id, note)

    def change_relation(self, relation_id: Id, customer_id: Id, side: Side, note: str) -> Task[Outcome[None]]:
        return self._runner.command(_change_relation, relation_id, customer_id, side, note)

    def remove_relation(self, relation_id: Id) -> Task[Outcome[None]]:
        return self._runner.command(_remove_relation, relation_id)

    def verify(self, customer_id: Id) -> Task[Outcome[None]]:
        """Says that the file is right today."""
        return self._runner.command(_verify, customer_id, dt.date.today())  # noqa: DTZ011 - the person's own calendar

    @staticmethod
    def new_id() -> Id:
        """A key for a part of a draft that others refer to before it is stored."""
        from desktop_crm.models.db.ids import new_id

        return new_id()


# The functions below run in the worker and import what they need there.


def _relations(session: Session, customer_id: Id) -> Relations:
    from desktop_crm.models.queries.relations import relations_of

    return relations_of(session, customer_id)


def _add_relation(ctx: CommandContext, customer_id: Id, side: Side, other_id: Id, note: str) -> Id:
    from desktop_crm.models.commands.relations import add_relation

    return add_relation(ctx, customer_id, side, other_id, note)


def _change_relation(ctx: CommandContext, relation_id: Id, customer_id: Id, side: Side, note: str) -> None:
    from desktop_crm.models.commands.relations import change_relation

    change_relation(ctx, relation_id, customer_id, side, note)


def _remove_relation(ctx: CommandContext, relation_id: Id) -> None:
    from desktop_crm.models.commands.relations import remove_relation

    remove_relation(ctx, relation_id)


def _verify(ctx: CommandContext, customer_id: Id, on: dt.date) -> None:
    from desktop_crm.models.commands.portrait import verify_customer

    verify_customer(ctx, customer_id, on)
