"""The administrator's own fields: adding, changing, ordering, removing, bringing back, and emptying for good."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.commands.custom_field_values import (
    clear_slot,
    convert_values,
    move_options,
    order_options,
    refuse_lossy,
)
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.db.slots import index_slots
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.custom_fields import CustomFieldEntity
from desktop_crm.models.entities.customers import SLOTS, CustomerEntity
from desktop_crm.models.errors import ConflictError, NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField, FieldDraft, Option
from desktop_crm.models.text.custom_values import encode
from desktop_crm.models.validation.custom_fields import field_problems, tidy_field

INVALID = Message(QT_TRANSLATE_NOOP("messages", "Some fields need a look. Nothing was saved yet."))
NO_SLOT = QT_TRANSLATE_NOOP("messages", "There are {most} custom fields already, and more do not fit.")
NO_SLOT_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Remove a field that nobody needs, then empty it for good: that makes room.")
)
GONE = Message(QT_TRANSLATE_NOOP("messages", "This field is not there any more."))
CHANGED = QT_TRANSLATE_NOOP("messages", "Somebody else changed the field {name} meanwhile. Nothing was saved.")
CHANGED_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Open it again to see what it is now."))
NAME_TAKEN = QT_TRANSLATE_NOOP("messages", "There is another field called {name} now. Rename that one first.")
SLOT_TAKEN = Message(QT_TRANSLATE_NOOP("messages", "Another field stands where this one stood. Nothing was changed."))
SLOT_TAKEN_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Undo the adding of that field first; History lists it."))
STILL_FILLED = Message(
    QT_TRANSLATE_NOOP("messages", "Customers have values of this field, which would be lost. Nothing was changed.")
)
STILL_FILLED_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Remove the field instead: its values are kept."))
_F = CustomFieldEntity


def save_field(ctx: CommandContext, draft: FieldDraft, moves: Mapping[str, str] | None = None) -> uuid.UUID:
    """Adds a field (`draft.id` None) or changes one. `moves` says where the values of options go that are removed:
    to another option's key, or "" to be cleared.

    Raises UserError with `fields`, NotFoundError, ConflictError when somebody changed the field since."""
    draft = tidy_field(draft)
    fields = custom_fields(ctx.session)
    wrong = field_problems(draft, [field.name for field in fields if field.id != draft.id])
    if wrong:
        raise UserError(INVALID, fields=wrong)
    draft = _with_keys(draft)
    if draft.id is None:
        return _add(ctx, draft, fields)
    stored = next((field for field in fields if field.id == draft.id), None)
    if stored is None:
        raise NotFoundError(GONE)
    if draft.row_version not in (0, stored.row_version):
        raise ConflictError(Message(CHANGED, {"name": stored.name}), (), CHANGED_ADVICE)
    _change(ctx, stored, draft, moves or {})
    return stored.id


def _add(ctx: CommandContext, draft: FieldDraft, fields: Sequence[CustomField]) -> uuid.UUID:
    slot = _free_slot(ctx.session)
    key = new_id()
    position = max((field.position for field in fields), default=-1) + 1
    ctx.session.execute(insert(_F).values(id=key, slot=slot, position=position, **_columns(draft)))
    sync_slots(ctx.session)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Add field {field}"), {"field": draft.name})
    return key


def _change(ctx: CommandContext, stored: CustomField, draft: FieldDraft, moves: Mapping[str, str]) -> None:
    was, now = stored.type, draft.type
    if was is not now:
        refuse_lossy(ctx.session, stored, now)
    kept = {option.key for option in draft.options}
    if was in (FieldType.CHOICE, FieldType.CHOICES):
        move_options(ctx, stored, kept, moves, draft.options)
    if was is not now:
        convert_values(ctx, stored, now)
    elif now is FieldType.CHOICES:
        order_options(ctx, stored, draft.options)
    # The index follows the type; values that it could not hold are gone from the slot, or it is, by now.
    values = _columns(draft)
    before = _columns(_draft_of(stored))
    changed = {name: value for name, value in values.items() if value != before[name]}
    if changed:
        ctx.session.execute(update(_F).where(_F.id == stored.id).values(changed))
    sync_slots(ctx.session)
    renamed = stored.name != draft.name and len(changed) == 1
    title = (
        QT_TRANSLATE_NOOP("messages", "Rename field {was} to {field}")
        if renamed
        else QT_TRANSLATE_NOOP("messages", "Change field {field}")
    )
    ctx.title = Message(title, {"field": draft.name, "was": stored.name} if renamed else {"field": draft.name})


def order_fields(
    ctx: CommandContext, ids: Sequence[uuid.UUID], sections: Mapping[uuid.UUID, str] | None = None
) -> None:
    """Puts the fields into this order; those that are not named follow. `sections` moves fields to other sections."""
    fields = {field.id: field for field in custom_fields(ctx.session)}
    order = [key for key in ids if key in fields]
    order += [key for key in fields if key not in order]
    for position, key in enumerate(order):
        section = (sections or {}).get(key, fields[key].section)
        if (position, section) != (fields[key].position, fields[key].section):
            ctx.session.execute(update(_F).where(_F.id == key).values(position=position, section=section))
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Reorder the custom fields"))


def remove_field(ctx: CommandContext, field_id: uuid.UUID) -> None:
    """Takes a field out of forms, lists and files. Its values stay where they are until it is purged."""
    field = _find(ctx.session, field_id, deleted=False)
    ctx.session.execute(update(_F).where(_F.id == field_id).values(deleted_at=utc_now()))
    sync_slots(ctx.session)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Remove field {field}"), {"field": field.name})


def restore_field(ctx: CommandContext, field_id: uuid.UUID) -> None:
    """Brings a removed field back, with its values. Raises UserError if another one took its name."""
    field = _find(ctx.session, field_id, deleted=True)
    names = [other.name for other in custom_fields(ctx.session)]
    if "name" in field_problems(replace(_draft_of(field), default=""), names):
        raise UserError(Message(NAME_TAKEN, {"name": field.name}))
    ctx.session.execute(update(_F).where(_F.id == field_id).values(deleted_at=None))
    sync_slots(ctx.session)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Restore field {field}"), {"field": field.name})


def purge_field(ctx: CommandContext, field_id: uuid.UUID) -> int:
    """Empties a removed field for good and frees its slot; returns how many values went. One undo step, as long as
    no other field has taken the slot."""
    field = _find(ctx.session, field_id, deleted=True)
    count = clear_slot(ctx, field.slot)
    # The row stays, so that the history knows what the values were called.
    ctx.session.execute(update(_F).where(_F.id == field_id).values(slot=""))
    ctx.title = Message(
        QT_TRANSLATE_NOOP("messages", "Empty field {field} ({count} values)"), {"field": field.name, "count": count}
    )
    return count


def sync_slots(session: Session) -> None:
    """Makes the indexes fit the fields in force. Long texts have none: they are not sorted by, and too long for one."""
    session.flush()
    rows = session.execute(select(_F.slot, _F.kind).where(_F.deleted_at.is_(None)))
    index_slots(session.connection(), {slot for slot, kind in rows if kind != FieldType.LONG_TEXT})


def settle_fields(ctx: CommandContext) -> None:
    """After an undo or redo that touched fields: brings the indexes in line. Raises UserError where a field would lose
    its slot to another one, or would leave values behind that no field shows."""
    own = (ChangeRow.change_set == ctx.seq) & (ChangeRow.table_name == _F.__tablename__)
    changes = ctx.session.execute(select(ChangeRow.op, ChangeRow.patch).where(own)).all()
    if not changes:
        return
    slots = ctx.session.scalars(select(_F.slot).where(_F.slot != "")).all()
    if len(set(slots)) < len(slots):
        raise UserError(SLOT_TAKEN, SLOT_TAKEN_ADVICE)
    freed = {str(patch["slot"][0]) for op, patch in changes if op == "D" and patch} - set(slots)
    for slot in freed:
        if ctx.session.scalars(select(CustomerEntity.id).where(getattr(CustomerEntity, slot) > "").limit(1)).first():
            raise UserError(STILL_FILLED, STILL_FILLED_ADVICE)
    sync_slots(ctx.session)


def _find(session: Session, field_id: uuid.UUID, *, deleted: bool) -> CustomField:
    field = next((one for one in custom_fields(session, deleted=deleted) if one.id == field_id), None)
    if field is None:
        raise NotFoundError(GONE)
    return field


def _free_slot(session: Session) -> str:
    """A slot that no field has, removed ones included, and in which nothing stands."""
    taken = set(session.scalars(select(_F.slot)))
    for slot in SLOTS:
        if slot not in taken:
            column = getattr(CustomerEntity, slot)
            if session.scalars(select(func.count()).where(column > "")).one() == 0:
                return slot
    raise UserError(Message(NO_SLOT, {"most": len(SLOTS)}), NO_SLOT_ADVICE)


def _with_keys(draft: FieldDraft) -> FieldDraft:
    """Gives new options keys that were never used before, in the order of their making."""
    stem = new_id().hex[:11]
    options = tuple(
        option if option.key else Option(f"{stem}{i:02x}", option.label) for i, option in enumerate(draft.options)
    )
    return replace(draft, options=options)


def _draft_of(field: CustomField) -> FieldDraft:
    return FieldDraft(
        field.name, field.type, field.for_kind, field.section, field.required, field.default, field.hint, field.options,
        field.currency, field.id, field.row_version,
    )  # fmt: skip


def _columns(draft: FieldDraft) -> dict[str, object]:
    pairs = tuple((option.key, option.label) for option in draft.options)
    return {
        "kind": str(draft.type),
        "name": draft.name,
        "for_kind": draft.for_kind,
        "section": draft.section,
        "required": draft.required,
        "default_value": encode(draft.type, draft.default, pairs),
        "hint": draft.hint,
        "options": json.dumps(pairs, ensure_ascii=False),
        "currency": draft.currency,
    }
