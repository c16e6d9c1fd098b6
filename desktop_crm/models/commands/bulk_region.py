"""The region of many customers: it stands in their main address, from which the customer's own row takes it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import delete, select, update

from desktop_crm.models.db.base import Base
from desktop_crm.models.db.bulk import insert_rows
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.customers import AddressEntity as A


def write_regions(ctx: CommandContext, customers: Sequence[uuid.UUID], region: str) -> None:
    """Sets the region of each customer's main address and makes one where there is none; without `region`, takes it
    off all addresses, and away the addresses of which nothing is left. A fixed number of statements."""
    connection = ctx.session.connection()
    if not region:
        gone, kept, main = _cleared(ctx, customers)
        if gone:
            connection.execute(delete(A).where(A.id.in_(gone)))
        if kept:
            connection.execute(update(A).where(A.id.in_(kept)).values(region=""))
        if main:
            connection.execute(update(A).where(A.id.in_(main)).values(is_primary=True))
        return
    first = [rows[0] for rows in _addresses(ctx, customers)]
    known = {row.customer_id for row in first}
    if first:
        connection.execute(update(A).where(A.id.in_([row.id for row in first])).values(region=region))
    fresh = [
        {"id": new_id(), "customer_id": key, "position": 0, "region": region, "is_primary": True}
        for key in customers
        if key not in known
    ]
    insert_rows(connection, Base.metadata.tables[A.__tablename__], fresh)


def _cleared(
    ctx: CommandContext, customers: Sequence[uuid.UUID]
) -> tuple[list[uuid.UUID], list[uuid.UUID], list[uuid.UUID]]:
    """The addresses that go, those that only lose their region, and those that become the main one in their place."""
    gone, kept, main = [], [], []
    for rows in _addresses(ctx, customers):
        bare = [row for row in rows if not (row.street or row.postcode or row.label)]
        left = [row for row in rows if row not in bare]
        gone += [row.id for row in bare]
        kept += [row.id for row in left if row.region]
        if left and not any(row.is_primary for row in left):
            main.append(left[0].id)
    return gone, kept, main


def _addresses(ctx: CommandContext, customers: Sequence[uuid.UUID]) -> Iterator[list[Any]]:
    """The addresses of each customer that has any, the main one first."""
    wanted = select(A.id, A.customer_id, A.region, A.street, A.postcode, A.label, A.is_primary)
    wanted = wanted.where(A.customer_id.in_(customers), A.deleted_at.is_(None))
    rows = ctx.session.execute(wanted.order_by(A.customer_id, A.is_primary.desc(), A.position, A.id)).all()
    for _, found in groupby(rows, key=lambda row: row.customer_id):
        yield list(found)
