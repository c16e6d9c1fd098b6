"""Saved views. Each command is one undo step; only its owner changes a view."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, func, select, update

from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.views import SavedViewEntity
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.views import CUSTOMER_LIST, ViewSpec, spec_to_json
from desktop_crm.models.text.names import tidy

NEEDS_NAME = Message(QT_TRANSLATE_NOOP("messages", "A view needs a name."))
TAKEN = Message(QT_TRANSLATE_NOOP("messages", "You have a view of this name already."))
NOT_YOURS = Message(QT_TRANSLATE_NOOP("messages", "Only its owner can change this view. Save a copy of your own."))
GONE = Message(QT_TRANSLATE_NOOP("messages", "This view is not there any more."))
_V = SavedViewEntity


def add_view(ctx: CommandContext, name: str, spec: ViewSpec, *, shared: bool = False) -> uuid.UUID:
    """A new view behind the person's other ones. Raises UserError (`name`)."""
    name = _named(ctx, name)
    last = ctx.session.scalar(select(func.max(_V.position)).where(*_own(ctx)))
    view = _V(
        id=new_id(),
        list=CUSTOMER_LIST,
        name=name,
        owner_id=ctx.actor.user_id,
        shared=shared,
        position=0 if last is None else last + 1,
        spec=_text(spec),
    )
    ctx.session.add(view)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Save view {name}"), {"name": name})
    return view.id


def change_view(ctx: CommandContext, view_id: uuid.UUID, spec: ViewSpec) -> None:
    """Has a view show something else. Raises UserError for another person's."""
    view = _mine(ctx, view_id)
    _write(ctx, view_id, spec=_text(spec))
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Change view {name}"), {"name": view.name})


def rename_view(ctx: CommandContext, view_id: uuid.UUID, name: str) -> None:
    """Raises UserError (`name`)."""
    view = _mine(ctx, view_id)
    name = _named(ctx, name, view_id)
    _write(ctx, view_id, name=name)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Rename view {old} to {name}"), {"old": view.name, "name": name})


def share_view(ctx: CommandContext, view_id: uuid.UUID, shared: bool) -> None:
    """Shows a view to everybody, or to its owner alone."""
    view = _mine(ctx, view_id)
    _write(ctx, view_id, shared=shared)
    template = (
        QT_TRANSLATE_NOOP("messages", "Share view {name}")
        if shared
        else QT_TRANSLATE_NOOP("messages", "Stop sharing view {name}")
    )
    ctx.title = Message(template, {"name": view.name})


def delete_view(ctx: CommandContext, view_id: uuid.UUID) -> None:
    view = _mine(ctx, view_id)
    ctx.session.execute(delete(_V).where(_V.id == view_id))
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Delete view {name}"), {"name": view.name})


def order_views(ctx: CommandContext, ids: Sequence[uuid.UUID]) -> None:
    """Puts the person's own views into this order; ids of others are left alone."""
    places = {key: place for key, place in ctx.session.execute(select(_V.id, _V.position).where(*_own(ctx)))}
    for position, view_id in enumerate(one for one in ids if one in places):
        if places[view_id] != position:
            _write(ctx, view_id, position=position)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Reorder views"))


def _own(ctx: CommandContext) -> tuple[ColumnElement[bool], ...]:
    return (_V.owner_id == ctx.actor.user_id, _V.list == CUSTOMER_LIST, _V.deleted_at.is_(None))


def _mine(ctx: CommandContext, view_id: uuid.UUID) -> SavedViewEntity:
    view = ctx.session.scalars(select(_V).where(_V.id == view_id, _V.deleted_at.is_(None))).first()
    if view is None:
        raise NotFoundError(GONE)
    if view.owner_id != ctx.actor.user_id:
        raise UserError(NOT_YOURS)
    return view


def _named(ctx: CommandContext, name: str, view_id: uuid.UUID | None = None) -> str:
    name = tidy(name)[:80]
    if not name:
        raise UserError(NEEDS_NAME, fields={"name": NEEDS_NAME})
    alike = select(_V.id).where(*_own(ctx), func.lower(_V.name) == func.lower(name))
    if any(found != view_id for found in ctx.session.scalars(alike)):
        raise UserError(TAKEN, fields={"name": TAKEN})
    return name


def _write(ctx: CommandContext, view_id: uuid.UUID, **values: object) -> None:
    ctx.session.execute(update(_V).where(_V.id == view_id).values(**values))


def _text(spec: ViewSpec) -> str:
    return json.dumps(spec_to_json(spec), ensure_ascii=False, sort_keys=True)
