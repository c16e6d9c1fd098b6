"""What a change of a field does to the values in its slot: a few set-wise statements, however many customers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.commands.selection import in_batches
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.custom_fields import option_uses
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField, Option
from desktop_crm.models.text.custom_values import LIMITS, join, keys

_C = CustomerEntity
# Types between which every value survives.
SURVIVE = frozenset(
    {
        (FieldType.TEXT, FieldType.LONG_TEXT),
        (FieldType.LONG_TEXT, FieldType.TEXT),
        (FieldType.NUMBER, FieldType.MONEY),
        (FieldType.MONEY, FieldType.NUMBER),
        (FieldType.CHOICE, FieldType.CHOICES),
    }
)
REFUSED = Message(QT_TRANSLATE_NOOP("messages", "The type cannot be changed: {reason} Nothing was changed."))
LOST = QT_TRANSLATE_NOOP("messages", "{count} customers have a value that would be lost.")
LONG = QT_TRANSLATE_NOOP("messages", "{count} customers have a text of more than {limit} characters.")
TYPE_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Add a field of the other type instead."))
IN_USE = QT_TRANSLATE_NOOP("messages", "{count} customers hold “{label}”. Say where their values go.")


def refuse_lossy(session: Session, field: CustomField, wanted: FieldType) -> None:
    """Raises UserError where the change of the type would lose values."""
    column = getattr(_C, field.slot)
    reason = None
    if (field.type, wanted) not in SURVIVE:
        count = _count(session, column > "")
        reason = Message(LOST, {"count": count}) if count else None
    elif wanted is FieldType.TEXT:
        limit = LIMITS["text"]
        count = _count(session, func.length(column) > limit)
        reason = Message(LONG, {"count": count, "limit": limit}) if count else None
    if reason is not None:
        raise UserError(
            Message(REFUSED.text, {"reason": reason}), TYPE_ADVICE, {"type": Message("{reason}", {"reason": reason})}
        )


def _count(session: Session, condition: object) -> int:
    return session.scalar(select(func.count()).select_from(_C).where(condition)) or 0  # type: ignore[arg-type]


def convert_values(ctx: CommandContext, field: CustomField, wanted: FieldType) -> None:
    """Writes the values as the other type stores them."""
    column = getattr(_C, field.slot)
    if (field.type, wanted) == (FieldType.CHOICE, FieldType.CHOICES):
        _rewrite(ctx, field.slot, lambda key: f"|{key}|")
    elif wanted is FieldType.TEXT and field.type is FieldType.LONG_TEXT:
        plain = update(_C).where(column.contains("\n")).values({field.slot: func.replace(column, "\n", " ")})
        ctx.session.execute(plain.execution_options(synchronize_session=False))


def move_options(
    ctx: CommandContext,
    field: CustomField,
    kept: Collection[str],
    moves: Mapping[str, str],
    options: Sequence[Option],
) -> None:
    """Gives the values of removed options to others, or clears them. Raises UserError where a removed option is in
    use and `moves` does not say what becomes of its values."""
    gone = [option for option in field.options if option.key not in kept]
    if not gone:
        return
    uses = option_uses(ctx.session, field)
    for option in gone:
        if uses.get(option.key) and moves.get(option.key, "?") not in ("", *kept):
            reason = Message(IN_USE, {"count": uses[option.key], "label": option.label})
            raise UserError(reason, fields={"options": reason})
    target = {option.key: moves.get(option.key, "") for option in gone}
    pairs = tuple((option.key, option.label) for option in options)

    def moved(value: str) -> str:
        if field.type is FieldType.CHOICE:
            return target.get(value, value)
        return join((target.get(key, key) for key in keys(value)), pairs)

    _rewrite(ctx, field.slot, moved)


def order_options(ctx: CommandContext, field: CustomField, options: Sequence[Option]) -> None:
    """Brings several chosen options into the order in which the field now lists them."""
    order = [option.key for option in options]
    if order != [option.key for option in field.options if option.key in order]:
        pairs = tuple((option.key, option.label) for option in options)
        _rewrite(ctx, field.slot, lambda value: join(keys(value), pairs))


def clear_slot(ctx: CommandContext, slot: str) -> int:
    """Empties a slot; returns how many values went."""
    ids = ctx.session.scalars(select(_C.id).where(getattr(_C, slot) > "")).all()
    connection = ctx.session.connection()
    for part in in_batches(ids, ctx.monitor):
        connection.execute(update(_C).where(_C.id.in_(part)).values({slot: ""}))
    return len(ids)


def _rewrite(ctx: CommandContext, slot: str, change: Callable[[str], str]) -> None:
    """Writes `change(value)` in place of each value, one statement for each distinct one that changes.

    All that differ are found first, and written by way of their customers: a value may become what another was."""
    column = getattr(_C, slot)
    values = ctx.session.scalars(select(column).where(column > "").distinct()).all()
    found = {value: change(value) for value in values}
    rewritten = {value: new for value, new in found.items() if new != value}
    chosen = {value: ctx.session.scalars(select(_C.id).where(column == value)).all() for value in rewritten}
    connection = ctx.session.connection()
    for value, ids in chosen.items():
        for part in in_batches(ids, ctx.monitor):
            connection.execute(update(_C).where(_C.id.in_(part)).values({slot: rewritten[value]}))
