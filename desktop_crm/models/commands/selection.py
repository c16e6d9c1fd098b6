"""What a list selection means in SQL, and how to walk through it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import CommandContext, Monitor
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.messages import Message
from desktop_crm.models.queries.customer_filter import matching
from desktop_crm.models.records.lists import Selection

# Ids per statement: large enough to cost no more than one statement for all, small enough to cancel in between.
BATCH = 5_000


def in_batches(ids: Sequence[uuid.UUID], monitor: Monitor) -> Iterator[Sequence[uuid.UUID]]:
    """Parts of `ids`, reporting after each; raises CancelledError, whereupon the whole command is rolled back."""
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        yield part
        monitor.report(start + len(part), len(ids))


def chosen(session: Session, selection: Selection) -> Select[uuid.UUID]:
    """The ids of the chosen customers, as a sub-query: a million of them cost no memory here."""
    ids = list(selection.ids)
    if selection.spec is None:
        return select(CustomerEntity.id).where(CustomerEntity.id.in_(ids))
    wanted = select(CustomerEntity.id).where(*matching(session, selection.spec.filter))
    return wanted.where(CustomerEntity.id.not_in(ids)) if ids else wanted


def title_for(ctx: CommandContext, ids: Sequence[uuid.UUID], *, one: str, many: str, **words: str | Message) -> None:
    """Titles the step: with the name of the only customer, or with how many they are."""
    if len(ids) == 1:
        name = ctx.session.scalars(select(CustomerEntity.name).where(CustomerEntity.id == ids[0])).one()
        ctx.title = Message(one, {"name": name, **words})
    else:
        ctx.title = Message(many, {"count": len(ids), **words})
