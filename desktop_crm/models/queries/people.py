"""Users and teams with what hangs on them: a fixed number of statements, whatever the number of customers."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.hand_over import CustomerShareEntity as Share
from desktop_crm.models.entities.hand_over import HandOverEntity as H
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.entities.views import SavedViewEntity as View
from desktop_crm.models.records.customers import Team, User
from desktop_crm.models.records.people import People, TeamInfo, UserInfo

_Counts = dict[uuid.UUID | None, int]


def people(session: Session) -> People:
    """Everybody but those deleted. Counts of customers leave the recycle bin out."""
    alive = C.deleted_at.is_(None)
    customers = _counts(session, C.owner_id, alive)
    keys = _counts(session, C.key_user_id, alive, C.key_user_id.is_not(None))
    shares = _counts(session, Share.user_id)
    planned = _counts(session, H.to_user_id, H.done_at.is_(None), H.deleted_at.is_(None))
    views = _counts(session, View.owner_id)
    team_customers = _counts(session, C.team_id, alive, C.team_id.is_not(None))
    actor = session.info.get("actor")
    mine = actor.user_id if actor is not None else None
    rows = session.scalars(select(UserRow).where(UserRow.deleted_at.is_(None)).order_by(UserRow.name_key)).all()
    teams = session.scalars(select(TeamRow).where(TeamRow.deleted_at.is_(None)).order_by(TeamRow.name)).all()
    return People(
        tuple(
            UserInfo(
                User(row.id, row.name, row.login, row.active),
                row.team_id,
                customers.get(row.id, 0),
                keys.get(row.id, 0),
                shares.get(row.id, 0),
                planned.get(row.id, 0),
                views.get(row.id, 0),
                row.id == mine,
            )
            for row in rows
        ),
        tuple(
            TeamInfo(
                Team(team.id, team.name),
                sum(1 for row in rows if row.team_id == team.id),
                team_customers.get(team.id, 0),
            )
            for team in teams
        ),
    )


def _counts(session: Session, column: Any, *conditions: Any) -> _Counts:
    found = session.execute(select(column, func.count()).where(*conditions).group_by(column))
    return {key: count for key, count in found}
