"""Who works here: renaming, teams and members, and people who leave, with who takes over what they had.

Users and teams that go stay as rows with `deleted_at`: the history and former hand-overs still name them."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import ColumnElement, Update, delete, func, insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.commands.people import NEEDS_NAME, save_user
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.hand_over import CustomerShareEntity as Share
from desktop_crm.models.entities.hand_over import HandOverEntity as H
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.entities.views import SavedViewEntity as View
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

NEEDS_TEAM_NAME = Message(QT_TRANSLATE_NOOP("messages", "A team needs a name."))
USER_THERE = QT_TRANSLATE_NOOP("messages", "There is a user called “{name}” already.")
TEAM_THERE = QT_TRANSLATE_NOOP("messages", "There is a team called “{name}” already.")
NOT_SELF = Message(QT_TRANSLATE_NOOP("messages", "You cannot delete or deactivate yourself."))
NOT_SELF_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "A colleague can do it, signed in as themselves."))
LAST_USER = Message(QT_TRANSLATE_NOOP("messages", "This is the last user. Somebody has to stay."))
USER_GONE = Message(QT_TRANSLATE_NOOP("messages", "This user is not there any more."))
TEAM_GONE = Message(QT_TRANSLATE_NOOP("messages", "This team is not there any more."))
OTHER_HEIR = Message(QT_TRANSLATE_NOOP("messages", "Choose somebody else to take over."))


def save_person(ctx: CommandContext, name: str, user_id: uuid.UUID | None = None) -> uuid.UUID:
    """Adds a user or renames one; two users of one name could not be told apart. Raises UserError."""
    name = name.strip()
    if not name:
        raise UserError(NEEDS_NAME, fields={"name": NEEDS_NAME})
    _refuse_twin(ctx.session, UserRow, name, user_id, USER_THERE)
    if user_id is not None:
        _user(ctx.session, user_id)
    return save_user(ctx, name, "", user_id)


def set_active(ctx: CommandContext, user_id: uuid.UUID, active: bool) -> None:
    """Takes a user out of all choices, or back in; what they have stays theirs. Raises UserError."""
    user = _user(ctx.session, user_id)
    if not active:
        _refuse_self_and_last(ctx, user_id)
    ctx.session.execute(update(UserRow).where(UserRow.id == user_id, UserRow.active != active).values(active=active))
    ctx.title = Message(
        QT_TRANSLATE_NOOP("messages", "Activate user {name}")
        if active
        else QT_TRANSLATE_NOOP("messages", "Deactivate user {name}"),
        {"name": user.name},
    )


def set_team(ctx: CommandContext, user_id: uuid.UUID, team_id: uuid.UUID | None) -> None:
    """Puts a user into a team, or out of theirs."""
    user = _user(ctx.session, user_id)
    differs = UserRow.team_id.is_distinct_from(team_id)
    if team_id is None:
        ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Take {name} out of the team"), {"name": user.name})
    else:
        team = _team(ctx.session, team_id)
        ctx.title = Message(
            QT_TRANSLATE_NOOP("messages", "Put {name} into team {team}"), {"name": user.name, "team": team.name}
        )
    ctx.session.execute(update(UserRow).where(UserRow.id == user_id, differs).values(team_id=team_id))


def delete_user(ctx: CommandContext, user_id: uuid.UUID, heir_id: uuid.UUID | None) -> None:
    """Deletes a user. Customers, key customers, shares, planned hand-overs and saved views go to the heir; without
    one they lose their owner, and what means nothing without the user goes as well. Raises UserError."""
    user = _user(ctx.session, user_id)
    _refuse_self_and_last(ctx, user_id)
    heir = _user(ctx.session, heir_id) if heir_id is not None else None
    if heir is not None and heir.id == user_id:
        raise UserError(OTHER_HEIR, fields={"heir": OTHER_HEIR})
    key = heir.name_key if heir else ""
    _write(ctx, update(C).where(C.owner_id == user_id).values(owner_id=heir_id, owner_key=key))
    _write(ctx, update(C).where(C.key_user_id == user_id).values(key_user_id=heir_id))
    _inherit_shares(ctx, user_id, heir_id)
    planned = (H.to_user_id == user_id, H.done_at.is_(None), H.deleted_at.is_(None))
    if heir_id is not None:
        _write(ctx, update(H).where(*planned).values(to_user_id=heir_id))
        _write(ctx, update(View).where(View.owner_id == user_id).values(owner_id=heir_id))
    else:
        # A team that takes over alongside is enough; otherwise there is nobody left to hand over to.
        _write(ctx, update(H).where(*planned, H.to_team_id.is_not(None)).values(to_user_id=None))
        _write(ctx, update(H).where(*planned).values(deleted_at=utc_now()))
        ctx.session.connection().execute(delete(View).where(View.owner_id == user_id))
    # Without its login: whoever signs in by it again is a new user.
    gone = {"deleted_at": utc_now(), "active": False, "team_id": None, "login": ""}
    _write(ctx, update(UserRow).where(UserRow.id == user_id).values(gone))
    ctx.title = (
        Message(
            QT_TRANSLATE_NOOP("messages", "Delete user {name}; {heir} takes over"),
            {"name": user.name, "heir": heir.name},
        )
        if heir
        else Message(QT_TRANSLATE_NOOP("messages", "Delete user {name}"), {"name": user.name})
    )


def _inherit_shares(ctx: CommandContext, user_id: uuid.UUID, heir_id: uuid.UUID | None) -> None:
    """The heir's own shares and own customers need none of the user's."""
    theirs: ColumnElement[bool] = Share.user_id == user_id
    if heir_id is None:
        ctx.session.connection().execute(delete(Share).where(theirs))
        return
    has = select(Share.customer_id).where(Share.user_id == heir_id)
    owns = select(C.id).where(C.owner_id == heir_id)
    needless = Share.customer_id.in_(has) | Share.customer_id.in_(owns)
    ids = ctx.session.scalars(select(Share.id).where(theirs, needless)).all()
    if ids:
        ctx.session.connection().execute(delete(Share).where(theirs, needless))
    _write(ctx, update(Share).where(theirs).values(user_id=heir_id))


def save_team(ctx: CommandContext, name: str, team_id: uuid.UUID | None = None) -> uuid.UUID:
    """Adds a team or renames one. Raises UserError."""
    name = name.strip()
    if not name:
        raise UserError(NEEDS_TEAM_NAME, fields={"name": NEEDS_TEAM_NAME})
    _refuse_twin(ctx.session, TeamRow, name, team_id, TEAM_THERE)
    if team_id is None:
        team_id = new_id()
        ctx.session.execute(insert(TeamRow).values(id=team_id, name=name))
        ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Add team {name}"), {"name": name})
        return team_id
    _team(ctx.session, team_id)
    ctx.session.execute(update(TeamRow).where(TeamRow.id == team_id).values(name=name))
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Change team {name}"), {"name": name})
    return team_id


def delete_team(ctx: CommandContext, team_id: uuid.UUID) -> None:
    """Deletes a team: its members and customers have none then, and what only the team would get is called off."""
    team = _team(ctx.session, team_id)
    _write(ctx, update(C).where(C.team_id == team_id).values(team_id=None))
    _write(ctx, update(C).where(C.key_team_id == team_id).values(key_team_id=None))
    _write(ctx, update(UserRow).where(UserRow.team_id == team_id).values(team_id=None))
    ctx.session.connection().execute(delete(Share).where(Share.team_id == team_id))
    planned = (H.to_team_id == team_id, H.done_at.is_(None), H.deleted_at.is_(None))
    _write(ctx, update(H).where(*planned, H.to_user_id.is_not(None)).values(to_team_id=None))
    _write(ctx, update(H).where(*planned).values(deleted_at=utc_now()))
    _write(ctx, update(TeamRow).where(TeamRow.id == team_id).values(deleted_at=utc_now()))
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Delete team {name}"), {"name": team.name})


def _write(ctx: CommandContext, statement: Update) -> None:
    ctx.session.connection().execute(statement)


def _user(session: Session, user_id: uuid.UUID) -> UserRow:
    found = session.scalars(select(UserRow).where(UserRow.id == user_id, UserRow.deleted_at.is_(None))).first()
    if found is None:
        raise NotFoundError(USER_GONE)
    session.expunge(found)
    return found


def _team(session: Session, team_id: uuid.UUID) -> TeamRow:
    found = session.scalars(select(TeamRow).where(TeamRow.id == team_id, TeamRow.deleted_at.is_(None))).first()
    if found is None:
        raise NotFoundError(TEAM_GONE)
    session.expunge(found)
    return found


def _refuse_self_and_last(ctx: CommandContext, user_id: uuid.UUID) -> None:
    others = select(func.count()).select_from(UserRow)
    others = others.where(UserRow.id != user_id, UserRow.deleted_at.is_(None), UserRow.active)
    if not ctx.session.scalar(others):
        raise UserError(LAST_USER)
    if user_id == ctx.actor.user_id:
        raise UserError(NOT_SELF, NOT_SELF_ADVICE)


def _refuse_twin(session: Session, entity: Any, name: str, own: uuid.UUID | None, words: str) -> None:
    names = session.execute(select(entity.id, entity.name).where(entity.deleted_at.is_(None)))
    if any(key != own and other.casefold() == name.casefold() for key, other in names):
        there = Message(words, {"name": name})
        raise UserError(there, fields={"name": there})
