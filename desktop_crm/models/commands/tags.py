"""Tags, and tags of customers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sqlalchemy import delete, insert, select, update

from desktop_crm.models.commands.selection import chosen, in_batches, title_for
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.customers import CustomerTagEntity, TagEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.text.names import name_key

COLOURS = tuple(f"tag{i}" for i in range(1, 9))
NEEDS_NAME = Message(QT_TRANSLATE_NOOP("messages", "A tag needs a name."))


def find_or_add_tags(ctx: CommandContext, names: Iterable[str]) -> dict[str, uuid.UUID]:
    """Tags by name (folded, so `VIP` is `vip`); those that are not there are added with the next colour."""
    wanted = {name: name_key(name) or name for name in names}
    known = {t.name_key: t.id for t in ctx.session.scalars(select(TagEntity))}
    fresh: dict[str, str] = {}
    for name, key in wanted.items():
        if key not in known:
            fresh.setdefault(key, name)
    rows = [
        {"id": new_id(), "name": name, "name_key": key, "colour": COLOURS[(len(known) + i) % len(COLOURS)]}
        for i, (key, name) in enumerate(fresh.items())
    ]
    if rows:
        ctx.session.execute(insert(TagEntity), rows)
    ids = known | {str(row["name_key"]): row["id"] for row in rows}
    return {name: ids[key] for name, key in wanted.items()}  # type: ignore[misc]


def tag_customers(ctx: CommandContext, selection: Selection, name: str) -> int:
    """Puts a tag on the customers that do not carry it; returns to how many. Raises UserError without a name."""
    name = name.strip()
    if not name:
        raise UserError(NEEDS_NAME, fields={"name": NEEDS_NAME})
    tag = find_or_add_tags(ctx, [name])[name]
    carrying = select(CustomerTagEntity.customer_id).where(CustomerTagEntity.tag_id == tag)
    wanted = chosen(ctx.session, selection)
    ids = ctx.session.scalars(wanted.where(wanted.selected_columns[0].not_in(carrying))).all()
    for part in in_batches(ids, ctx.monitor):
        ctx.session.execute(
            insert(CustomerTagEntity), [{"id": new_id(), "customer_id": c, "tag_id": tag} for c in part]
        )
    title_for(
        ctx,
        ids,
        one=QT_TRANSLATE_NOOP("messages", "Tag {name} with {tag}"),
        many=QT_TRANSLATE_NOOP("messages", "Tag {count} customers with {tag}"),
        tag=name,
    )
    return len(ids)


def untag_customers(ctx: CommandContext, selection: Selection, tag_id: uuid.UUID) -> int:
    """Takes a tag off; returns from how many customers."""
    tag = ctx.session.get_one(TagEntity, tag_id)
    link = CustomerTagEntity
    wanted = select(link.customer_id).where(link.tag_id == tag_id, link.customer_id.in_(chosen(ctx.session, selection)))
    ids = ctx.session.scalars(wanted).all()
    connection = ctx.session.connection()
    for part in in_batches(ids, ctx.monitor):
        connection.execute(delete(link).where(link.tag_id == tag_id, link.customer_id.in_(part)))
    title_for(
        ctx,
        ids,
        one=QT_TRANSLATE_NOOP("messages", "Take tag {tag} off {name}"),
        many=QT_TRANSLATE_NOOP("messages", "Take tag {tag} off {count} customers"),
        tag=tag.name,
    )
    return len(ids)


def save_tag(ctx: CommandContext, tag_id: uuid.UUID, name: str, colour: str) -> None:
    """Renames or recolours a tag everywhere. Raises UserError."""
    name = name.strip()
    if not name:
        raise UserError(NEEDS_NAME, fields={"name": NEEDS_NAME})
    ctx.session.execute(
        update(TagEntity).where(TagEntity.id == tag_id).values(name=name, name_key=name_key(name), colour=colour)
    )
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Change tag {tag}"), {"tag": name})


def delete_tag(ctx: CommandContext, tag_id: uuid.UUID) -> None:
    """Deletes a tag and takes it off every customer."""
    tag = ctx.session.get_one(TagEntity, tag_id)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Delete tag {tag}"), {"tag": tag.name})
    connection = ctx.session.connection()
    connection.execute(delete(CustomerTagEntity).where(CustomerTagEntity.tag_id == tag_id))
    connection.execute(delete(TagEntity).where(TagEntity.id == tag_id))
