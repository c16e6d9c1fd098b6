"""Writing customers: one at a time from a form, many at a time from a file."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Any

from sqlalchemy import Table, delete, insert, update

from desktop_crm.models.commands.counters import keep_above, take_numbers
from desktop_crm.models.commands.customer_rows import Values, customer_values, part_rows, slots_of
from desktop_crm.models.commands.people import owner_keys
from desktop_crm.models.commands.standards import by_dictionary
from desktop_crm.models.commands.tags import find_or_add_tags
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.bulk import insert_rows
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity, CustomerTagEntity
from desktop_crm.models.errors import ConflictError, FieldConflict, NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customers import GONE, drafts_of
from desktop_crm.models.queries.standards import blocking_standards
from desktop_crm.models.records.custom_fields import custom_values
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.validation.customers import normalise, validate
from desktop_crm.models.validation.standards import at_form

PARTS = ("contact", "contact_point", "address", "important_date")
# What a person sets; the rest of a draft says which record and which version it is.
EDITABLE = tuple(f.name for f in dataclasses.fields(CustomerDraft) if f.name not in ("id", "row_version", "custom"))

INVALID = Message(QT_TRANSLATE_NOOP("messages", "Some fields need a look. Nothing was saved yet."))
CHANGED = Message(QT_TRANSLATE_NOOP("messages", "Somebody else changed {name} meanwhile. Nothing was saved."))
CHANGED_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Compare the two and choose what stays."))


def save_customer(ctx: CommandContext, draft: CustomerDraft, original: CustomerDraft | None = None) -> uuid.UUID:
    """Creates the customer (`draft.id` None) or writes what was changed since `original` was read.

    Without `original` the whole draft is written. Raises UserError with `fields`, NotFoundError, or
    ConflictError when somebody changed the same fields since; other fields merge silently."""
    fields = custom_fields(ctx.session)
    draft = by_dictionary(ctx.session, [normalise(draft, fields)])[0]
    wrong = validate(draft, fields=fields)
    if wrong:
        raise UserError(INVALID, fields=wrong)
    if draft.id is None:
        _hold_to_standards(ctx, draft, None)
        ids = insert_customers(ctx, [draft])
        ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Add {name}"), {"name": draft.name})
        return ids[0]
    stored = drafts_of(ctx.session, [draft.id]).get(draft.id)
    if stored is None:
        raise NotFoundError(GONE)
    draft = _merge(draft, normalise(original, fields) if original else None, stored)
    _hold_to_standards(ctx, draft, stored)
    changed = [f for f in EDITABLE if getattr(draft, f) != getattr(stored, f)]
    changed += [slot for slot in slots_of(draft, stored) if _custom(draft, slot) != _custom(stored, slot)]
    update_customer(ctx, stored, draft)
    ctx.title = change_title(changed, stored.name, {field.slot: field.label for field in fields})
    assert draft.id is not None
    return draft.id


def _hold_to_standards(ctx: CommandContext, draft: CustomerDraft, stored: CustomerDraft | None) -> None:
    """Refuses what newly breaks a rule that refuses to save. Raises UserError."""
    wrong = blocking_standards(ctx.session).newly_broken(draft, stored)
    if wrong:
        raise UserError(INVALID, fields=at_form(wrong))


def change_title(changed: Sequence[str], name: str, custom: Mapping[str, Message] = MappingProxyType({})) -> Message:
    """ "Change phone of …" for one field, "Edit …" for several. `custom` are the names of custom fields by slot."""
    label = {**CUSTOMER_FIELDS, **custom}.get(changed[0]) if len(changed) == 1 else None
    if label is not None:
        return Message(QT_TRANSLATE_NOOP("messages", "Change {field} of {name}"), {"field": label, "name": name})
    return Message(QT_TRANSLATE_NOOP("messages", "Edit {name}"), {"name": name})


def _merge(mine: CustomerDraft, original: CustomerDraft | None, theirs: CustomerDraft) -> CustomerDraft:
    """`theirs` with the fields that I changed; raises ConflictError where both changed one differently."""
    if original is None or original.row_version == theirs.row_version:
        return mine
    edits: dict[str, Any] = {}
    conflicts = []
    for field in EDITABLE:
        was, now, wish = (getattr(draft, field) for draft in (original, theirs, mine))
        if wish == was:
            continue
        if now not in (was, wish):
            conflicts.append(FieldConflict(field, was, now, wish))
        edits[field] = wish
    custom = dict(theirs.custom)
    for slot in slots_of(mine, original, theirs):
        was, now, wish = (_custom(draft, slot) for draft in (original, theirs, mine))
        if wish == was:
            continue
        if now not in (was, wish):
            conflicts.append(FieldConflict(slot, was, now, wish))
        custom[slot] = wish
    edits["custom"] = custom_values(custom.items())
    if conflicts:
        raise ConflictError(Message(CHANGED.text, {"name": theirs.name}), tuple(conflicts), CHANGED_ADVICE)
    return dataclasses.replace(theirs, **edits)


def _custom(draft: CustomerDraft, slot: str) -> str:
    return dict(draft.custom).get(slot, "")


def insert_customers(
    ctx: CommandContext, drafts: Sequence[CustomerDraft], given: Sequence[int | None] = ()
) -> list[uuid.UUID]:
    """Adds normalised, valid customers set-wise; returns their ids. They are numbered in order, but for those whose
    number is `given`: free numbers that a file brings along."""
    if not drafts:
        return []
    drafts = by_dictionary(ctx.session, drafts)
    keys = owner_keys(ctx.session)
    tags = find_or_add_tags(ctx, dict.fromkeys(tag for draft in drafts for tag in draft.tags))
    numbers = _numbers(ctx, given or [None] * len(drafts))
    slots = slots_of(*drafts)
    rows: dict[str, list[Values]] = {name: [] for name in ("customer", *PARTS, "customer_tag")}
    for number, draft in zip(numbers, drafts, strict=True):
        key = draft.id or new_id()
        rows["customer"].append({"id": key, "number": number} | customer_values(draft, keys, slots))
        for table, found in part_rows(key, draft).items():
            rows[table] += found
        rows["customer_tag"] += [
            {"id": new_id(), "customer_id": key, "tag_id": tag}
            for tag in dict.fromkeys(tags[name] for name in draft.tags)
        ]
    connection = ctx.session.connection()
    for name, found in rows.items():
        if found:
            insert_rows(connection, Base.metadata.tables[name], found)
    return [row["id"] for row in rows["customer"]]


def _numbers(ctx: CommandContext, given: Sequence[int | None]) -> Iterator[int]:
    """The given numbers, and new ones above all of them where none is given."""
    keep_above(ctx.session, "customer", max((n for n in given if n is not None), default=0))
    fresh = given.count(None)
    following = count(take_numbers(ctx.session, "customer", fresh)) if fresh else count()
    return (next(following) if number is None else number for number in given)


def update_customer(ctx: CommandContext, stored: CustomerDraft, draft: CustomerDraft) -> bool:
    """Writes the difference between two normalised drafts of one customer; says whether there was any."""
    assert stored.id is not None
    keys = owner_keys(ctx.session)
    slots = slots_of(stored, draft)
    before, after = customer_values(stored, keys, slots), customer_values(draft, keys, slots)
    values = {name: value for name, value in after.items() if value != before[name]}
    changed = _sync_parts(ctx, stored, draft)
    if stored.tags != draft.tags:
        changed |= _sync_tags(ctx, stored, draft)
    if values or changed:
        # A change of a phone is a change of its customer too: the list's "updated" and open forms must notice.
        ctx.session.execute(
            update(CustomerEntity).where(CustomerEntity.id == stored.id).values(values or {"updated_at": utc_now()})
        )
    return bool(values) or changed


def _sync_parts(ctx: CommandContext, stored: CustomerDraft, draft: CustomerDraft) -> bool:
    assert stored.id is not None
    old, new = part_rows(stored.id, stored), part_rows(stored.id, draft)
    return any([_sync_table(ctx, Base.metadata.tables[name], old[name], new[name]) for name in PARTS])


def _sync_table(ctx: CommandContext, table: Table, old: Sequence[Values], new: Sequence[Values]) -> bool:
    """Makes the rows `old` of a table into `new`: deletes, inserts, and updates only the columns that differ."""
    before: Mapping[uuid.UUID, Values] = {row["id"]: row for row in old}
    kept = {row["id"] for row in new}
    connection = ctx.session.connection()
    gone = [key for key in before if key not in kept]
    if gone:
        connection.execute(delete(table).where(table.c.id.in_(gone)))
    fresh = [row for row in new if row["id"] not in before]
    if fresh:
        connection.execute(insert(table), fresh)
    changed = False
    for row in new:
        was = before.get(row["id"])
        if was is not None and was != row:
            values = {name: value for name, value in row.items() if value != was[name]}
            connection.execute(update(table).where(table.c.id == row["id"]).values(values))
            changed = True
    return bool(gone or fresh or changed)


def _sync_tags(ctx: CommandContext, stored: CustomerDraft, draft: CustomerDraft) -> bool:
    ids = find_or_add_tags(ctx, [*stored.tags, *draft.tags])
    old, new = {ids[t] for t in stored.tags}, {ids[t] for t in draft.tags}
    links = CustomerTagEntity
    if old - new:
        own = links.customer_id == stored.id
        ctx.session.connection().execute(delete(links).where(own, links.tag_id.in_(old - new)))
    rows = [{"id": new_id(), "customer_id": stored.id, "tag_id": tag} for tag in sorted(new - old)]
    if rows:
        ctx.session.execute(insert(links), rows)
    return old != new
