"""What the customer page says of a customer as a whole: that its file was verified, that it is a key customer."""

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


def mark_key_customer(
    ctx: CommandContext,
    customer_id: uuid.UUID,
    *,
    is_key: bool,
    user_id: uuid.UUID | None = None,
    team_id: uuid.UUID | None = None,
) -> None:
    """Makes a customer a key customer 大客户 with the person or team that looks after it, or an ordinary one, which
    has neither. Raises NotFoundError."""
    row = ctx.session.scalars(select(C).where(C.id == customer_id)).first()
    if row is None:
        raise NotFoundError(GONE)
    ctx.title = Message(
        QT_TRANSLATE_NOOP("messages", "Make {name} a key customer")
        if is_key
        else QT_TRANSLATE_NOOP("messages", "Make {name} an ordinary customer"),
        {"name": row.name},
    )
    row.is_key = is_key
    row.key_user_id = user_id if is_key else None
    row.key_team_id = team_id if is_key else None


def _name(ctx: CommandContext, customer_id: uuid.UUID) -> str:
    name = ctx.session.scalars(select(C.name).where(C.id == customer_id)).first()
    if name is None:
        raise NotFoundError(GONE)
    return name
