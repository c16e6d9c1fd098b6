"""The recycle bin, and what goes into it and comes out of it along with customers."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow
from desktop_crm.models.entities.customers import ContactEntity, ContactPointEntity, CustomerTagEntity
from desktop_crm.models.entities.files import AttachmentEntity
from desktop_crm.models.queries import customer_list
from desktop_crm.models.records.bin import BinRow, Parts
from desktop_crm.models.records.lists import ListSpec, Page, PageRequest

_PARTS: tuple[tuple[str, Any], ...] = (
    ("contacts", ContactEntity),
    ("points", ContactPointEntity),
    ("tags", CustomerTagEntity),
    ("files", AttachmentEntity),
)


def page(session: Session, spec: ListSpec, request: PageRequest) -> Page[BinRow]:
    """A page of the bin: the list's own page, and six statements for all that its rows say besides."""
    found = customer_list.page(session, spec, request)
    ids = [row.id for row in found.rows]
    parts, who = parts_by_customer(session, ids), deleted_by(session, ids)
    rows = tuple(
        BinRow(
            row.id,
            row.number,
            row.name,
            row.owner_name,
            row.deleted_at,
            who.get(row.id, ""),
            parts.get(row.id, Parts()),
        )
        for row in found.rows
    )
    return Page(found.offset, rows, found.first, found.last)


def deleted_by(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Who deleted each customer: the latest change that set its time of deletion."""
    changes = session.execute(
        select(ChangeRow.row_id, ChangeRow.patch, ChangeSetRow.who)
        .join(ChangeSetRow, ChangeSetRow.seq == ChangeRow.change_set)
        .where(ChangeRow.row_id.in_(ids), ChangeRow.op == "U", ChangeRow.table_name == "customer")
        .order_by(ChangeRow.id)
    )
    return {key: who for key, patch, who in changes if "deleted_at" in (patch or {})}


def parts_by_customer(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Parts]:
    """What hangs on each of these customers."""
    counts: dict[uuid.UUID, dict[str, int]] = {}
    for name, entity in _PARTS:
        grouped = select(entity.customer_id, func.count()).where(entity.customer_id.in_(ids))
        for key, count in session.execute(grouped.group_by(entity.customer_id)):
            counts.setdefault(key, {})[name] = count
    return {key: Parts(**found) for key, found in counts.items()}


def parts_of(session: Session, customers: Any) -> Parts:
    """What hangs on all of these customers (a select of their ids) together."""
    found: dict[str, int] = {}
    for name, entity in _PARTS:
        counted = select(func.count()).select_from(entity).where(entity.customer_id.in_(customers))
        found[name] = session.scalar(counted) or 0
    return Parts(**found)
