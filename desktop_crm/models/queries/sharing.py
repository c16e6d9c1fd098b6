"""Which customers were handed over, and which are shared with somebody; with whom customers are shared."""

from __future__ import annotations

import uuid

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.hand_over import CustomerShareEntity as Share
from desktop_crm.models.entities.hand_over import HandOverCustomerEntity as Part
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.records.hand_over import ShareChoice, Shares
from desktop_crm.models.records.listed import Id


def handed_over(hand_over_id: Id) -> Select[uuid.UUID]:
    """The customers of a hand-over."""
    return select(Part.customer_id).where(Part.hand_over_id == hand_over_id)


def shared_with(user_id: Id) -> Select[uuid.UUID]:
    """The customers shared with a user or with the user's team."""
    team = select(UserRow.team_id).where(UserRow.id == user_id, UserRow.team_id.is_not(None)).scalar_subquery()
    return select(Share.customer_id).where(or_(Share.user_id == user_id, Share.team_id == team))


def share_choices(session: Session, customers: Select[uuid.UUID]) -> Shares:
    """All people and teams to share with, and how many of these customers each has: three statements."""
    total = session.scalar(select(func.count()).select_from(C).where(C.id.in_(customers))) or 0
    found: dict[uuid.UUID, int] = {}
    counts = select(Share.user_id, Share.team_id, func.count()).where(Share.customer_id.in_(customers))
    for user, team, count in session.execute(counts.group_by(Share.user_id, Share.team_id)):
        if (key := user or team) is not None:
            found[key] = count
    people = select(UserRow.id, UserRow.name, UserRow.active).where(UserRow.deleted_at.is_(None))
    teams = select(TeamRow.id, TeamRow.name).where(TeamRow.deleted_at.is_(None))
    return Shares(
        total,
        (
            *(
                ShareChoice(key, name, False, found.get(key, 0))
                for key, name, active in session.execute(people.order_by(UserRow.name_key))
                if active or key in found
            ),
            *(
                ShareChoice(key, name, True, found.get(key, 0))
                for key, name in session.execute(teams.order_by(TeamRow.name))
            ),
        ),
    )


def shared_names(session: Session, customer_id: Id) -> tuple[str, ...]:
    """With whom one customer is shared: people first."""
    rows = session.execute(
        select(UserRow.name, TeamRow.name)
        .select_from(Share)
        .join(UserRow, UserRow.id == Share.user_id, isouter=True)
        .join(TeamRow, TeamRow.id == Share.team_id, isouter=True)
        .where(Share.customer_id == customer_id)
        .order_by(Share.team_id.is_not(None), UserRow.name_key, TeamRow.name)
    )
    return tuple(user or team or "" for user, team in rows)
