"""Reading hand-overs 客户交接: what is due, what was handed over to whom, and what the new owner finds."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, aliased

from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.hand_over import HandOverCustomerEntity as Part
from desktop_crm.models.entities.hand_over import HandOverEntity as H
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.queries.sharing import handed_over, shared_names
from desktop_crm.models.records.change_kind import ChangeKind
from desktop_crm.models.records.hand_over import RECENT, Care, HandOver, HandOverEntry, HandOverSummary
from desktop_crm.models.records.listed import Id

_NAMES = 3


def due_hand_overs(session: Session, today: dt.date) -> list[Id]:
    """The planned hand-overs whose day has come, oldest first. One that was carried out and taken back waits for a
    person: to do it again by itself would undo the undo."""
    wanted = select(H.id).where(H.done_at.is_(None), H.deleted_at.is_(None), H.effective_on <= today)
    found = session.scalars(wanted.order_by(H.effective_on, H.id)).all()
    held = _taken_back(session, found)
    return [key for key in found if key not in held]


def _taken_back(session: Session, ids: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Which of these an undo has made undone."""
    changes = session.execute(
        select(ChangeRow.row_id, ChangeRow.patch)
        .join(ChangeSetRow, ChangeSetRow.seq == ChangeRow.change_set)
        .where(
            ChangeRow.row_id.in_(ids),
            ChangeRow.table_name == H.__tablename__,
            ChangeRow.op == "U",
            ChangeSetRow.kind == str(ChangeKind.UNDO),
        )
    )
    return {key for key, patch in changes if "done_at" in (patch or {})}


def planned_hand_overs(session: Session) -> list[HandOver]:
    """Those not carried out yet, the next one first."""
    wanted = select(H).where(H.done_at.is_(None), H.deleted_at.is_(None)).order_by(H.effective_on, H.id)
    return _records(session, session.scalars(wanted).all())


def hand_overs_to(session: Session, user_id: Id, *, unread: bool = False, limit: int = 200) -> list[HandOver]:
    """What was handed over to a user, newest first; `unread`: only what they have not looked at."""
    wanted = select(H).where(H.to_user_id == user_id, H.done_at.is_not(None), H.deleted_at.is_(None))
    if unread:
        wanted = wanted.where(H.read_at.is_(None))
    return _records(session, session.scalars(wanted.order_by(H.done_at.desc(), H.id.desc()).limit(limit)).all())


def recent_hand_overs(session: Session, limit: int = 200) -> list[HandOver]:
    """All that were carried out, newest first."""
    wanted = select(H).where(H.done_at.is_not(None), H.deleted_at.is_(None))
    return _records(session, session.scalars(wanted.order_by(H.done_at.desc(), H.id.desc()).limit(limit)).all())


def unread_count(session: Session, user_id: Id) -> tuple[int, int]:
    """How many hand-overs to a user are unread, and how many customers they are."""
    mine = select(H.id).where(
        H.to_user_id == user_id, H.done_at.is_not(None), H.read_at.is_(None), H.deleted_at.is_(None)
    )
    number = session.scalar(select(func.count()).select_from(mine.subquery())) or 0
    customers = session.scalar(select(func.count()).select_from(Part).where(Part.hand_over_id.in_(mine))) or 0
    return number, customers


def summary(session: Session, hand_over_id: Id, today: dt.date) -> HandOverSummary:
    """What the new owner finds, in two statements."""
    there = (C.id.in_(handed_over(hand_over_id)), C.deleted_at.is_(None))
    has_step = (C.next_step != "") | C.next_step_on.is_not(None)
    row = session.execute(
        select(
            func.count(),
            func.count(case((has_step, 1))),
            func.count(case((C.next_step_on < today, 1))),
            func.count(case((C.is_key.is_(True), 1))),
        ).where(*there)
    ).one()
    recent = session.execute(
        select(C.id, C.name, C.updated_at).where(*there).order_by(C.updated_at.desc(), C.id).limit(RECENT)
    )
    return HandOverSummary(row[0], row[1], row[2], row[3], tuple((key, name, at) for key, name, at in recent))


def hand_overs_of(session: Session, customer_id: Id) -> list[HandOverEntry]:
    """The hand-overs of one customer that took place, newest first, with who recorded each."""
    former, receiver = aliased(UserRow), aliased(UserRow)
    who = (
        select(ChangeSetRow.who)
        .join(ChangeRow, ChangeRow.change_set == ChangeSetRow.seq)
        .where(ChangeRow.row_id == H.id, ChangeRow.op == "I")
        .order_by(ChangeRow.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(H.done_at, who, former.name, receiver.name, TeamRow.name, H.reason)
        .select_from(Part)
        .join(H, H.id == Part.hand_over_id)
        .join(former, former.id == Part.from_user_id, isouter=True)
        .join(receiver, receiver.id == H.to_user_id, isouter=True)
        .join(TeamRow, TeamRow.id == H.to_team_id, isouter=True)
        .where(Part.customer_id == customer_id, H.done_at.is_not(None), H.deleted_at.is_(None))
        .order_by(H.done_at.desc())
    )
    return [
        HandOverEntry(at, by or "", old or "", new or "", team or "", reason)
        for at, by, old, new, team, reason in rows
        if at is not None
    ]


def care_of(session: Session, customer_id: Id) -> Care:
    """Who else looks after a customer, and what is planned for it."""
    row = session.execute(
        select(C.is_key, UserRow.name, TeamRow.name)
        .join(UserRow, UserRow.id == C.key_user_id, isouter=True)
        .join(TeamRow, TeamRow.id == C.key_team_id, isouter=True)
        .where(C.id == customer_id)
    ).first()
    if row is None:
        return Care()
    planned = (
        select(H)
        .join(Part, Part.hand_over_id == H.id)
        .where(Part.customer_id == customer_id, H.done_at.is_(None), H.deleted_at.is_(None))
        .order_by(H.effective_on)
    )
    return Care(
        bool(row[0]),
        row[1] or "",
        row[2] or "",
        shared_names(session, customer_id),
        tuple(_records(session, session.scalars(planned).all())),
    )


def _records(session: Session, rows: Sequence[H]) -> list[HandOver]:
    """With names and counts: a fixed number of statements."""
    ids = [row.id for row in rows]
    if not ids:
        return []
    former: dict[uuid.UUID, list[str]] = defaultdict(list)
    counts: dict[uuid.UUID, int] = defaultdict(int)
    grouped = (
        select(Part.hand_over_id, UserRow.name, func.count())
        .join(UserRow, UserRow.id == Part.from_user_id, isouter=True)
        .where(Part.hand_over_id.in_(ids))
        .group_by(Part.hand_over_id, UserRow.name)
        .order_by(func.count().desc(), UserRow.name)
    )
    for key, name, count in session.execute(grouped):
        counts[key] += count
        if name and len(former[key]) < _NAMES:
            former[key].append(name)
    users = {key: name for key, name in session.execute(select(UserRow.id, UserRow.name))}
    teams = {key: name for key, name in session.execute(select(TeamRow.id, TeamRow.name))}
    held = _taken_back(session, [row.id for row in rows if row.done_at is None])
    return [
        HandOver(
            id=row.id,
            to_user_id=row.to_user_id,
            to_user=users.get(row.to_user_id, "") if row.to_user_id else "",
            to_team=teams.get(row.to_team_id, "") if row.to_team_id else "",
            reason=row.reason,
            effective_on=row.effective_on,
            created_at=row.created_at,
            done_at=row.done_at,
            read_at=row.read_at,
            count=counts[row.id],
            former=tuple(former[row.id]),
            held=row.id in held,
        )
        for row in rows
    ]
