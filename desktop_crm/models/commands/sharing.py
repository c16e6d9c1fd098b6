"""Sharing customers with colleagues and teams, and key customers 大客户 with who looks after them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, or_, select, update

from desktop_crm.models.commands.hand_over import receiver
from desktop_crm.models.commands.selection import chosen, in_batches, title_for
from desktop_crm.models.db.bulk import insert_rows
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.hand_over import CustomerShareEntity as Share
from desktop_crm.models.messages import QT_TRANSLATE_NOOP
from desktop_crm.models.records.hand_over import ShareChange
from desktop_crm.models.records.lists import Selection


def change_shares(ctx: CommandContext, selection: Selection, change: ShareChange) -> int:
    """Shares customers with people and teams, or stops; returns how many customers it changed something for."""
    wanted = chosen(ctx.session, selection)
    ids = ctx.session.scalars(select(C.id).where(C.id.in_(wanted), C.deleted_at.is_(None))).all()
    touched: set[uuid.UUID] = set()
    for part in in_batches(ids, ctx.monitor):
        touched |= _drop(ctx, part, change)
        for column, keys in (("user_id", change.add_users), ("team_id", change.add_teams)):
            for key in sorted(keys):
                touched |= _add(ctx, part, column, key)
    title_for(ctx, sorted(touched), **_words(ctx, change))
    return len(touched)


def _words(ctx: CommandContext, change: ShareChange) -> dict[str, Any]:
    """The title names whom it is about when that is one."""
    users, teams = change.add_users | change.drop_users, change.add_teams | change.drop_teams
    if len(users) + len(teams) != 1:
        return {
            "one": QT_TRANSLATE_NOOP("messages", "Change with whom {name} is shared"),
            "many": QT_TRANSLATE_NOOP("messages", "Change with whom {count} customers are shared"),
        }
    who = receiver(ctx.session, next(iter(users), None), next(iter(teams), None))
    if change.add_users or change.add_teams:
        return {
            "one": QT_TRANSLATE_NOOP("messages", "Share {name} with {who}"),
            "many": QT_TRANSLATE_NOOP("messages", "Share {count} customers with {who}"),
            "who": who,
        }
    return {
        "one": QT_TRANSLATE_NOOP("messages", "Stop sharing {name} with {who}"),
        "many": QT_TRANSLATE_NOOP("messages", "Stop sharing {count} customers with {who}"),
        "who": who,
    }


def _add(ctx: CommandContext, ids: Sequence[uuid.UUID], column: str, key: uuid.UUID) -> set[uuid.UUID]:
    having = select(Share.customer_id).where(getattr(Share, column) == key, Share.customer_id.in_(ids))
    fresh = set(ids) - set(ctx.session.scalars(having))
    table = Share.__table__
    assert isinstance(table, Table)
    other = "team_id" if column == "user_id" else "user_id"
    rows = [{"id": new_id(), "customer_id": one, column: key, other: None} for one in sorted(fresh)]
    insert_rows(ctx.session.connection(), table, rows)
    return fresh


def _drop(ctx: CommandContext, ids: Sequence[uuid.UUID], change: ShareChange) -> set[uuid.UUID]:
    theirs: list[ColumnElement[bool]] = []
    if change.drop_users:
        theirs.append(Share.user_id.in_(change.drop_users))
    if change.drop_teams:
        theirs.append(Share.team_id.in_(change.drop_teams))
    if not theirs:
        return set()
    condition = (Share.customer_id.in_(ids), or_(*theirs))
    found = set(ctx.session.scalars(select(Share.customer_id).where(*condition)))
    ctx.session.connection().execute(delete(Share).where(*condition))
    return found


def set_key_customers(
    ctx: CommandContext, selection: Selection, user_id: uuid.UUID | None, team_id: uuid.UUID | None
) -> int:
    """Marks key customers and names who looks after them (None and None: nobody yet); returns how many changed."""
    to = receiver(ctx.session, user_id, team_id)
    words: dict[str, Any] = {
        "one": QT_TRANSLATE_NOOP("messages", "Make {name} a key customer"),
        "many": QT_TRANSLATE_NOOP("messages", "Make {count} customers key customers"),
    }
    if to:
        words = {
            "one": QT_TRANSLATE_NOOP("messages", "Make {name} a key customer of {to}"),
            "many": QT_TRANSLATE_NOOP("messages", "Make {count} customers key customers of {to}"),
            "to": to,
        }
    values = {"is_key": True, "key_user_id": user_id, "key_team_id": team_id}
    return _write(ctx, selection, values, words)


def unset_key_customers(ctx: CommandContext, selection: Selection) -> int:
    """They are key customers no longer, and nobody is named for them; returns how many."""
    words = {
        "one": QT_TRANSLATE_NOOP("messages", "Make {name} no key customer any more"),
        "many": QT_TRANSLATE_NOOP("messages", "Make {count} customers no key customers any more"),
    }
    return _write(ctx, selection, {"is_key": False, "key_user_id": None, "key_team_id": None}, words)


def _write(ctx: CommandContext, selection: Selection, values: dict[str, Any], words: dict[str, Any]) -> int:
    differs = or_(*(getattr(C, column).is_distinct_from(value) for column, value in values.items()))
    wanted = chosen(ctx.session, selection)
    ids = ctx.session.scalars(select(C.id).where(C.id.in_(wanted), C.deleted_at.is_(None), differs)).all()
    connection = ctx.session.connection()
    for part in in_batches(ids, ctx.monitor):
        connection.execute(update(C).where(C.id.in_(part)).values(values))
    title_for(ctx, ids, **words)
    return len(ids)
