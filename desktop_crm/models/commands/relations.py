"""Writing relations between customers. Each command is one undo step."""

from __future__ import annotations

import uuid

from sqlalchemy import delete, insert, or_, select, update

from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.customers import GONE
from desktop_crm.models.queries.relations import ancestors
from desktop_crm.models.records.relations import SIDES, RelationKind, Side

ITSELF = Message(QT_TRANSLATE_NOOP("messages", "A customer cannot be related to itself. Choose another one."))
DOUBLE = QT_TRANSLATE_NOOP("messages", "{name} and {other} are related in this way already.")
ONE_PARENT = QT_TRANSLATE_NOOP("messages", "{name} has a parent company already: {parent}. Remove that relation first.")
ONE_REFERRER = QT_TRANSLATE_NOOP("messages", "{name} was referred by {parent} already. Remove that relation first.")
CIRCLE = QT_TRANSLATE_NOOP(
    "messages", "{parent} belongs to {name} already, so it cannot be its parent company as well."
)
REFERRAL_CIRCLE = QT_TRANSLATE_NOOP("messages", "{name} has referred {parent}, so it cannot be the other way round.")
RELATION_GONE = Message(QT_TRANSLATE_NOOP("messages", "This relation is not there any more."))
# The tree of companies is never deeper than this; further up nobody looks for a circle.
_FAR = 1_000
_R = RelationEntity


def add_relation(
    ctx: CommandContext, customer_id: uuid.UUID, side: Side, other_id: uuid.UUID, note: str = ""
) -> uuid.UUID:
    """Says what `other_id` is to `customer_id`; returns the relation's id. Raises UserError, NotFoundError."""
    names = _names(ctx, customer_id, other_id)
    _check(ctx, customer_id, side, other_id, names=names)
    key = new_id()
    holder, target = (other_id, customer_id) if side.reverse else (customer_id, other_id)
    row = {"id": key, "customer_id": holder, "other_id": target, "kind": side.kind.value, "note": note.strip()}
    ctx.session.execute(insert(_R).values(row))
    _touch(ctx, customer_id, other_id)
    ctx.title = _title(
        QT_TRANSLATE_NOOP("messages", "Add {side} {other} to {name}"), side, names[customer_id], names[other_id]
    )
    return key


def change_relation(ctx: CommandContext, relation_id: uuid.UUID, customer_id: uuid.UUID, side: Side, note: str) -> None:
    """Makes a relation another one, or gives it another note, as seen from `customer_id`."""
    row = _row(ctx, relation_id)
    other_id = row.other_id if row.customer_id == customer_id else row.customer_id
    names = _names(ctx, customer_id, other_id)
    _check(ctx, customer_id, side, other_id, names=names, but=relation_id)
    holder, target = (other_id, customer_id) if side.reverse else (customer_id, other_id)
    wanted = {"customer_id": holder, "other_id": target, "kind": side.kind.value, "note": note.strip()}
    values = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if side == Side.PARTNER and row.kind == side.kind:
        # A partner is one from both ends.
        values = {name: value for name, value in values.items() if name == "note"}
    if values:
        ctx.session.execute(update(_R).where(_R.id == relation_id).values(values))
        _touch(ctx, customer_id, other_id)
    template = QT_TRANSLATE_NOOP("messages", "Change relation of {name} and {other}")
    ctx.title = Message(template, {"name": names[customer_id], "other": names[other_id]})


def remove_relation(ctx: CommandContext, relation_id: uuid.UUID) -> None:
    """Takes a relation away. Raises NotFoundError."""
    row = _row(ctx, relation_id)
    names = _names(ctx, row.customer_id, row.other_id)
    side = next(one for one in Side if one.kind == row.kind and not one.reverse)
    ctx.title = _title(
        QT_TRANSLATE_NOOP("messages", "Remove {side} {other} of {name}"),
        side,
        names[row.customer_id],
        names[row.other_id],
    )
    ctx.session.connection().execute(delete(_R).where(_R.id == relation_id))
    _touch(ctx, row.customer_id, row.other_id)


def _title(template: str, side: Side, name: str, other: str) -> Message:
    return Message(template, {"side": SIDES[side], "name": name, "other": other})


def _row(ctx: CommandContext, relation_id: uuid.UUID) -> RelationEntity:
    row = ctx.session.get(_R, relation_id)
    if row is None:
        raise NotFoundError(RELATION_GONE)
    return row


def _names(ctx: CommandContext, *ids: uuid.UUID) -> dict[uuid.UUID, str]:
    c = CustomerEntity
    found = {key: name for key, name in ctx.session.execute(select(c.id, c.name).where(c.id.in_(ids)))}
    if len(found) < len(set(ids)):
        raise NotFoundError(GONE)
    return found


def _touch(ctx: CommandContext, *ids: uuid.UUID) -> None:
    # A relation is part of both customers: their pages and whoever edits them must notice.
    ctx.session.execute(update(CustomerEntity).where(CustomerEntity.id.in_(ids)).values(updated_at=utc_now()))


def _check(
    ctx: CommandContext,
    customer_id: uuid.UUID,
    side: Side,
    other_id: uuid.UUID,
    *,
    names: dict[uuid.UUID, str],
    but: uuid.UUID | None = None,
) -> None:
    """Refuses a relation that cannot be. Raises UserError."""
    if customer_id == other_id:
        raise UserError(ITSELF, fields={"other": ITSELF})
    lower, upper = (other_id, customer_id) if side.reverse else (customer_id, other_id)
    standing = select(_R.customer_id, _R.other_id).where(_R.kind == side.kind.value, _R.deleted_at.is_(None))
    if but is not None:
        standing = standing.where(_R.id != but)
    pairs = standing.where(or_(_R.customer_id.in_((lower, upper)), _R.other_id.in_((lower, upper))))
    for one, two in ctx.session.execute(pairs):
        if (one, two) == (lower, upper) or (side == Side.PARTNER and {one, two} == {lower, upper}):
            _refuse(DOUBLE, {"name": names[customer_id], "other": names[other_id]})
    if side.kind == RelationKind.PARTNER:
        return
    _check_line(ctx, side.kind, lower, upper, names=names, but=but)


def _check_line(
    ctx: CommandContext,
    kind: RelationKind,
    lower: uuid.UUID,
    upper: uuid.UUID,
    *,
    names: dict[uuid.UUID, str],
    but: uuid.UUID | None,
) -> None:
    """One parent, one referrer, and never in a circle."""
    taken = select(CustomerEntity.name).join(_R, _R.other_id == CustomerEntity.id)
    taken = taken.where(_R.customer_id == lower, _R.kind == kind.value, _R.deleted_at.is_(None))
    if but is not None:
        taken = taken.where(_R.id != but)
    former = ctx.session.scalars(taken.limit(1)).first()
    parent = kind == RelationKind.PARENT
    if former is not None:
        _refuse(ONE_PARENT if parent else ONE_REFERRER, {"name": names[lower], "parent": former})
    above = ancestors(ctx.session, upper, _FAR, kind=kind, but=but)
    if lower in above:
        _refuse(CIRCLE if parent else REFERRAL_CIRCLE, {"name": names[lower], "parent": names[upper]})


def _refuse(template: str, words: dict[str, str]) -> None:
    message = Message(template, words)
    raise UserError(message, fields={"other": message})
