"""How a command walks through a list selection, and what it is called."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from sqlalchemy import select

from desktop_crm.models.db.context import CommandContext, Monitor
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.messages import Message
from desktop_crm.models.queries.chosen import chosen

__all__ = ["BATCH", "chosen", "in_batches", "title_for"]

# Ids per statement: large enough to cost no more than one statement for all, small enough to cancel in between.
BATCH = 5_000


def in_batches(ids: Sequence[uuid.UUID], monitor: Monitor) -> Iterator[Sequence[uuid.UUID]]:
    """Parts of `ids`, reporting after each; raises CancelledError, whereupon the whole command is rolled back."""
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        yield part
        monitor.report(start + len(part), len(ids))


def title_for(ctx: CommandContext, ids: Sequence[uuid.UUID], *, one: str, many: str, **words: str | Message) -> None:
    """Titles the step: with the name of the only customer, or with how many they are."""
    if len(ids) == 1:
        name = ctx.session.scalars(select(CustomerEntity.name).where(CustomerEntity.id == ids[0])).one()
        ctx.title = Message(one, {"name": name, **words})
    else:
        ctx.title = Message(many, {"count": len(ids), **words})
