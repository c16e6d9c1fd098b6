"""Saved setups of imports. Each command is one undo step; only its owner changes a profile."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import delete, func, select, update

from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.imports import ImportProfileEntity
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.import_setup import ImportSetup, fingerprint, setup_to_text
from desktop_crm.models.text.names import tidy

NEEDS_NAME = Message(QT_TRANSLATE_NOOP("messages", "An import profile needs a name."))
NOT_YOURS = Message(QT_TRANSLATE_NOOP("messages", "Only its owner can change this profile. Save one of your own."))
NAME_USED = QT_TRANSLATE_NOOP("messages", "You have another import profile “{name}”.")
GONE = Message(QT_TRANSLATE_NOOP("messages", "This profile is not there any more."))
_P = ImportProfileEntity


def save_profile(
    ctx: CommandContext, name: str, setup: ImportSetup, header: Sequence[str], *, shared: bool = False
) -> uuid.UUID:
    """Keeps a setup for files with such a header, in place of the person's profile of that name (which stays shared
    if it is). Raises UserError."""
    name = _proper(name)
    values: dict[str, object] = {"fingerprint": fingerprint(header), "setup": setup_to_text(setup.profile())}
    found = _own(ctx, name, setup.kind)
    if shared or found is None:
        values["shared"] = shared
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Save import profile {name}"), {"name": name})
    if found is not None:
        ctx.session.execute(update(_P).where(_P.id == found).values(**values))
        return found
    key = new_id()
    ctx.session.add(_P(id=key, name=name, kind=setup.kind, owner_id=ctx.actor.user_id, **values))
    return key


def rename_profile(ctx: CommandContext, profile_id: uuid.UUID, name: str) -> None:
    """Raises UserError for another person's profile, and for a name that another one of this person has."""
    row = _mine(ctx, profile_id)
    name = _proper(name)
    if _own(ctx, name, row.kind) not in (None, profile_id):
        raise UserError(Message(NAME_USED, {"name": name}), fields={"name": Message(NAME_USED, {"name": name})})
    template = QT_TRANSLATE_NOOP("messages", "Rename import profile {old} to {name}")
    ctx.title = Message(template, {"old": row.name, "name": name})
    ctx.session.execute(update(_P).where(_P.id == profile_id).values(name=name))


def share_profile(ctx: CommandContext, profile_id: uuid.UUID, shared: bool) -> None:
    """Shows a profile to everybody, or to its owner alone. Raises UserError for another person's."""
    row = _mine(ctx, profile_id)
    ctx.session.execute(update(_P).where(_P.id == profile_id).values(shared=shared))
    template = (
        QT_TRANSLATE_NOOP("messages", "Share import profile {name}")
        if shared
        else QT_TRANSLATE_NOOP("messages", "Stop sharing import profile {name}")
    )
    ctx.title = Message(template, {"name": row.name})


def delete_profile(ctx: CommandContext, profile_id: uuid.UUID) -> None:
    """Raises UserError for another person's."""
    row = _mine(ctx, profile_id)
    ctx.session.execute(delete(_P).where(_P.id == profile_id))
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Delete import profile {name}"), {"name": row.name})


def _proper(name: str) -> str:
    name = tidy(name)[:80]
    if not name:
        raise UserError(NEEDS_NAME, fields={"name": NEEDS_NAME})
    return name


def _own(ctx: CommandContext, name: str, kind: str) -> uuid.UUID | None:
    """The person's own profile of a name."""
    own = select(_P.id).where(
        _P.owner_id == ctx.actor.user_id,
        _P.kind == kind,
        _P.deleted_at.is_(None),
        func.lower(_P.name) == func.lower(name),
    )
    return ctx.session.scalars(own).first()


def _mine(ctx: CommandContext, profile_id: uuid.UUID) -> ImportProfileEntity:
    row = ctx.session.scalars(select(_P).where(_P.id == profile_id, _P.deleted_at.is_(None))).first()
    if row is None:
        raise NotFoundError(GONE)
    if row.owner_id != ctx.actor.user_id:
        raise UserError(NOT_YOURS)
    return row
