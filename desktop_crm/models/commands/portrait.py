"""What the customer page says of a customer as a whole: that its file was verified."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import select, update

from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.errors import NotFoundError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.customers import GONE


def verify_customer(ctx: CommandContext, customer_id: uuid.UUID, on: dt.date) -> None:
    """Says that the file of a customer was right on that day. Raises NotFoundError."""
    name = _name(ctx, customer_id)
    differs = C.verified_on.is_distinct_from(on)
    values = {"verified_on": on, "verified_key": on.isoformat()}
    ctx.session.execute(update(C).where(C.id == customer_id, differs).values(values))
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Verify {name}"), {"name": name})


def _name(ctx: CommandContext, customer_id: uuid.UUID) -> str:
    name = ctx.session.scalars(select(C.name).where(C.id == customer_id)).first()
    if name is None:
        raise NotFoundError(GONE)
    return name
