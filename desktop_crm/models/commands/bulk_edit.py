"""Writes one field of many customers: set-wise statements over batches of them, and a single undo step."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, column, delete, select, update, values

from desktop_crm.models.commands.bulk_region import write_regions
from desktop_crm.models.commands.customer_rows import next_step_key
from desktop_crm.models.commands.selection import chosen, in_batches, title_for
from desktop_crm.models.commands.tags import tag_customers
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.types import Key
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.customers import CustomerTagEntity
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.bulk_edit import ReadEdit, read_edit, read_tag, tag_links
from desktop_crm.models.records.bulk_edit import Change, FieldEdit
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.customers import CustomerKind
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.text.names import company_key, name_key
from desktop_crm.models.text.pinyin import sort_key

TAGS = "tags"


def edit_customers(ctx: CommandContext, selection: Selection, edit: FieldEdit) -> int:
    """Sets or clears a field of the chosen living customers, or adds or removes a tag; returns how many changed.

    Raises UserError before anything is written where the value cannot stand in the field."""
    if edit.field == TAGS and edit.change in (Change.ADD, Change.REMOVE, Change.CLEAR):
        return _edit_tags(ctx, selection, edit)
    read = read_edit(ctx.session, edit)
    wanted = select(C.id).where(C.id.in_(chosen(ctx.session, selection)), C.deleted_at.is_(None))
    ids = ctx.session.scalars(wanted.where(read.differs(), read.fits())).all()
    new = {read.spec.column: read.value} | _shadows(ctx, read)
    connection = ctx.session.connection()
    for part in in_batches(ids, ctx.monitor):
        connection.execute(update(C).where(C.id.in_(part)).values(new))
        if read.spec.column == "kind":
            _write_name_keys(ctx, part, read.value)
        elif read.spec.type is FieldType.REGION:
            write_regions(ctx, part, read.value)
    _title(ctx, ids, edit, read)
    return len(ids)


def _shadows(ctx: CommandContext, read: ReadEdit) -> dict[str, Any]:
    """The columns that are made from the one that is written."""
    match read.spec.column:
        case "owner_id":
            owner = ctx.session.get(UserRow, read.value) if read.value else None
            return {"owner_key": owner.name_key if owner else ""}
        case "next_step_on":
            return {"next_step_key": next_step_key(read.value)}
        case "verified_on":
            return {"verified_key": read.value.isoformat() if read.value else ""}
    return {}


def _write_name_keys(ctx: CommandContext, ids: Sequence[uuid.UUID], kind: str) -> None:
    """The keys of names, which read otherwise for persons than for companies; only those that differ."""
    person = kind == CustomerKind.PERSON
    rows = []
    for key, name, was_company, was_sort in ctx.session.execute(
        select(C.id, C.name, C.company_key, C.sort_key).where(C.id.in_(ids))
    ):
        found = (name_key(name) if person else company_key(name), sort_key(name, person))
        if found != (was_company, was_sort):
            rows.append((key, *found))
    if rows:
        fresh = values(column("row_id", Key), column("company", Text), column("sort", Text), name="fresh").data(rows)
        new = fresh.cte("fresh")
        ctx.session.connection().execute(
            update(C.__table__)  # type: ignore[arg-type]
            .where(C.__table__.c.id == new.c.row_id)
            .values(company_key=new.c.company, sort_key=new.c.sort)
        )


def _title(ctx: CommandContext, ids: Sequence[uuid.UUID], edit: FieldEdit, read: ReadEdit) -> None:
    if edit.change is Change.CLEAR:
        one = QT_TRANSLATE_NOOP("messages", "Clear {field} of {name}")
        many = QT_TRANSLATE_NOOP("messages", "Clear {field} of {count} customers")
        title_for(ctx, ids, one=one, many=many, field=read.spec.label)
        return
    one = QT_TRANSLATE_NOOP("messages", "Set {field} of {name} to {value}")
    many = QT_TRANSLATE_NOOP("messages", "Set {field} of {count} customers to {value}")
    title_for(ctx, ids, one=one, many=many, field=read.spec.label, value=_short(read.shown))


def _short(shown: str | Message) -> str | Message:
    """A title takes no more than a line of a long text."""
    most = 60
    if isinstance(shown, Message):
        return shown
    line = " ".join(shown.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _edit_tags(ctx: CommandContext, selection: Selection, edit: FieldEdit) -> int:
    if edit.change is Change.ADD:
        _, name = read_tag(ctx.session, edit)
        living = select(C.id).where(C.id.in_(chosen(ctx.session, selection)), C.deleted_at.is_(None))
        return tag_customers(ctx, Selection(frozenset(ctx.session.scalars(living))), name)
    tag, name = (None, "") if edit.change is Change.CLEAR else read_tag(ctx.session, edit)
    link = CustomerTagEntity
    links = ctx.session.execute(
        select(link.id, link.customer_id).where(link.id.in_(tag_links(ctx.session, selection, tag)))
    ).all()
    connection = ctx.session.connection()
    for part in in_batches([row.id for row in links], ctx.monitor):
        connection.execute(delete(link).where(link.id.in_(part)))
    ids = list(dict.fromkeys(row.customer_id for row in links))
    if edit.change is Change.CLEAR:
        one = QT_TRANSLATE_NOOP("messages", "Take all tags off {name}")
        many = QT_TRANSLATE_NOOP("messages", "Take all tags off {count} customers")
    else:
        one = QT_TRANSLATE_NOOP("messages", "Take tag {tag} off {name}")
        many = QT_TRANSLATE_NOOP("messages", "Take tag {tag} off {count} customers")
    title_for(ctx, ids, one=one, many=many, tag=name)
    return len(ids)
