"""Users and teams."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.text.pinyin import sort_key

NEEDS_NAME = Message(QT_TRANSLATE_NOOP("messages", "A user needs a name."))


def save_user(ctx: CommandContext, name: str, login: str = "", user_id: uuid.UUID | None = None) -> uuid.UUID:
    """Adds a user, or renames one; the owner column of the list follows. Raises UserError."""
    name = name.strip()
    if not name:
        raise UserError(NEEDS_NAME, fields={"name": NEEDS_NAME})
    key = sort_key(name, True)
    if user_id is None:
        user_id = new_id()
        ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Add user {name}"), {"name": name})
        ctx.session.execute(insert(UserRow).values(id=user_id, name=name, name_key=key, login=login))
        return user_id
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Change user {name}"), {"name": name})
    changes = {"name": name, "name_key": key} | ({"login": login} if login else {})
    ctx.session.execute(update(UserRow).where(UserRow.id == user_id).values(changes))
    ctx.session.execute(
        update(CustomerEntity)
        .where(CustomerEntity.owner_id == user_id, CustomerEntity.owner_key != key)
        .values(owner_key=key)
    )
    return user_id


def find_or_add_users(ctx: CommandContext, names: set[str]) -> dict[str, uuid.UUID]:
    """Users by name, ignoring case; those that are not there are added, set-wise."""
    known: dict[str, uuid.UUID] = {
        u.name.casefold(): u.id for u in ctx.session.scalars(select(UserRow).where(UserRow.deleted_at.is_(None)))
    }
    fresh = {name for name in names if name.casefold() not in known}
    rows: list[dict[str, Any]] = [
        {"id": new_id(), "name": name, "name_key": sort_key(name, True), "login": ""} for name in sorted(fresh)
    ]
    if rows:
        ctx.session.execute(insert(UserRow), rows)
    for row in rows:
        known[str(row["name"]).casefold()] = row["id"]
    return {name: known[name.casefold()] for name in names}


def owner_keys(session: Session) -> dict[uuid.UUID | None, str]:
    """Every user's sort key; no owner sorts first."""
    keys: dict[uuid.UUID | None, str] = {None: ""}
    for user_id, key in session.execute(select(UserRow.id, UserRow.name_key)):
        keys[user_id] = key
    return keys


def add_team(ctx: CommandContext, name: str) -> uuid.UUID:
    """The team of that name, made if need be."""
    known = select(TeamRow.id).where(func.lower(TeamRow.name) == name.lower(), TeamRow.deleted_at.is_(None))
    found = ctx.session.scalars(known).first()
    if found is not None:
        return found
    team = new_id()
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Add team {name}"), {"name": name})
    ctx.session.execute(insert(TeamRow).values(id=team, name=name))
    return team
