"""One change to many customers: set-wise statements over batches of them, and a single undo step."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import select, update

from desktop_crm.models.commands.selection import chosen, in_batches, title_for
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.choices import label
from desktop_crm.models.records.listed import Stage
from desktop_crm.models.records.lists import Selection

NOBODY = Message(QT_TRANSLATE_NOOP("messages", "nobody"))


def delete_customers(ctx: CommandContext, selection: Selection) -> int:
    """Puts customers into the recycle bin, with all that hangs on them; returns how many."""
    return _write(
        ctx,
        selection,
        {"deleted_at": utc_now()},
        C.deleted_at.is_(None),
        one=QT_TRANSLATE_NOOP("messages", "Delete {name}"),
        many=QT_TRANSLATE_NOOP("messages", "Delete {count} customers"),
    )


def restore_customers(ctx: CommandContext, selection: Selection) -> int:
    """Takes customers out of the recycle bin; returns how many. One that was merged away is a customer of its own
    again, with what the merge had left with it; the whole merge is taken back by undoing it."""
    return _write(
        ctx,
        selection,
        {"deleted_at": None, "merged_into_id": None},
        C.deleted_at.is_not(None),
        one=QT_TRANSLATE_NOOP("messages", "Restore {name}"),
        many=QT_TRANSLATE_NOOP("messages", "Restore {count} customers"),
    )


def assign_customers(ctx: CommandContext, selection: Selection, owner_id: uuid.UUID | None) -> int:
    """Gives customers another owner (None: nobody); returns how many changed hands."""
    owner = ctx.session.get_one(UserRow, owner_id) if owner_id else None
    return _write(
        ctx,
        selection,
        {"owner_id": owner_id, "owner_key": owner.name_key if owner else ""},
        C.owner_id.is_distinct_from(owner_id),
        one=QT_TRANSLATE_NOOP("messages", "Assign {name} to {owner}"),
        many=QT_TRANSLATE_NOOP("messages", "Assign {count} customers to {owner}"),
        owner=owner.name if owner else NOBODY,
    )


def set_stage(ctx: CommandContext, selection: Selection, stage: Stage) -> int:
    """Moves customers to a lifecycle stage; returns how many moved."""
    return _write(
        ctx,
        selection,
        {"stage": str(stage)},
        C.stage != str(stage),
        one=QT_TRANSLATE_NOOP("messages", "Move {name} to {stage}"),
        many=QT_TRANSLATE_NOOP("messages", "Move {count} customers to {stage}"),
        stage=label("stage", stage),
    )


def _write(
    ctx: CommandContext,
    selection: Selection,
    values: dict[str, Any],
    differs: Any,
    *,
    one: str,
    many: str,
    **words: str | Message,
) -> int:
    """Writes `values` to the chosen customers for which `differs`, and titles the step."""
    ids = ctx.session.scalars(select(C.id).where(C.id.in_(chosen(ctx.session, selection)), differs)).all()
    connection = ctx.session.connection()
    for part in in_batches(ids, ctx.monitor):
        connection.execute(update(C).where(C.id.in_(part)).values(values))
    title_for(ctx, ids, one=one, many=many, **words)
    return len(ids)
