"""Reads the findable parts of customers: a fixed number of statements however many there are."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import (
    ContactEntity,
    ContactPointEntity,
    CustomerEntity,
)
from desktop_crm.models.entities.files import AttachmentEntity
from desktop_crm.models.search.custom import findable
from desktop_crm.models.search.documents import Source


def load_sources(session: Session, ids: Sequence[uuid.UUID]) -> list[Source]:
    """The customers among `ids`, deleted ones too, with their parts in a fixed order."""
    customer = CustomerEntity
    fields = findable(session)
    wanted = select(
        customer.id,
        customer.number,
        customer.name,
        customer.kind,
        customer.short_name,
        customer.credit_code,
        customer.notes,
        customer.deleted_at,
        *(getattr(customer, field.slot) for field in fields),
    ).where(customer.id.in_(ids))
    found: dict[uuid.UUID, Source] = {}
    for key, number, name, kind, short, code, notes, deleted_at, *values in session.execute(wanted):
        source = found[key] = Source(key, number, name, kind, short, code, notes, alive=deleted_at is None)
        for field, value in zip(fields, values, strict=True):
            source.custom += field.texts(value)
    if found:
        _load_parts(session, found)
    return list(found.values())


def _load_parts(session: Session, found: dict[uuid.UUID, Source]) -> None:
    keys = list(found)
    point = ContactPointEntity
    points = (
        select(point.customer_id, point.kind, point.value)
        .where(point.customer_id.in_(keys))
        .order_by(point.customer_id, point.contact_id, point.position)
    )
    for key, kind, value in session.execute(points):
        found[key].points.append((kind, value))
    contacts = (
        select(ContactEntity.customer_id, ContactEntity.name)
        .where(ContactEntity.customer_id.in_(keys))
        .order_by(ContactEntity.customer_id, ContactEntity.position)
    )
    for key, name in session.execute(contacts):
        found[key].contacts.append(name)
    files = (
        select(AttachmentEntity.customer_id, AttachmentEntity.name)
        .where(AttachmentEntity.customer_id.in_(keys), AttachmentEntity.deleted_at.is_(None))
        .order_by(AttachmentEntity.customer_id, AttachmentEntity.id)
    )
    for key, name in session.execute(files):
        found[key].files.append(name)
