"""Hand-over 客户交接: gives customers to somebody else, now or on a later day."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, insert, or_, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.commands.selection import chosen, in_batches
from desktop_crm.models.db.bulk import insert_rows
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.entities.hand_over import HandOverCustomerEntity as Part
from desktop_crm.models.entities.hand_over import HandOverEntity as H
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.hand_over import HandOverDraft
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.validation.hand_over import validate

HAND_OVER_GONE = Message(QT_TRANSLATE_NOOP("messages", "This hand-over is not there any more."))
BOTH = QT_TRANSLATE_NOOP("messages", "{user} ({team})")

_DO = (
    QT_TRANSLATE_NOOP("messages", "Hand over {name} to {to}"),
    QT_TRANSLATE_NOOP("messages", "Hand over {count} customers to {to}"),
)
_PLAN = (
    QT_TRANSLATE_NOOP("messages", "Plan the hand-over of {name} to {to}"),
    QT_TRANSLATE_NOOP("messages", "Plan the hand-over of {count} customers to {to}"),
)
_CANCEL = (
    QT_TRANSLATE_NOOP("messages", "Cancel the hand-over of {name} to {to}"),
    QT_TRANSLATE_NOOP("messages", "Cancel the hand-over of {count} customers to {to}"),
)
_READ = (
    QT_TRANSLATE_NOOP("messages", "Mark the hand-over of {name} as read"),
    QT_TRANSLATE_NOOP("messages", "Mark the hand-over of {count} customers as read"),
)


def hand_over(ctx: CommandContext, selection: Selection, draft: HandOverDraft, today: dt.date) -> int:
    """Hands customers over today, or plans it for a later day; returns how many. Those that the receiver has already
    are left out. Raises UserError."""
    check_hand_over(draft, today)
    day = draft.effective_on or today
    owners = _differing(ctx.session, chosen(ctx.session, selection), draft.to_user_id, draft.to_team_id)
    ids = list(owners)
    if not ids:
        return 0
    key, now = new_id(), day <= today
    ctx.session.execute(
        insert(H).values(
            id=key,
            to_user_id=draft.to_user_id,
            to_team_id=draft.to_team_id,
            reason=draft.reason.strip(),
            effective_on=day,
            done_at=utc_now() if now else None,
        )
    )
    for part in in_batches(ids, ctx.monitor):
        _add_parts(ctx.session, key, {one: owners[one] for one in part})
        if now:
            _give(ctx.session, part, draft.to_user_id, draft.to_team_id)
    _title(ctx, _DO if now else _PLAN, ids, draft.to_user_id, draft.to_team_id)
    return len(ids)


def check_hand_over(draft: HandOverDraft, today: dt.date) -> None:
    """Raises UserError with what is wrong, by field."""
    wrong = validate(draft, today)
    if wrong:
        raise UserError(next(iter(wrong.values())), fields=wrong)


def carry_out(ctx: CommandContext, hand_over_id: uuid.UUID) -> int:
    """Carries a planned hand-over out; returns how many customers changed hands. Whoever had each of them until now
    becomes its former owner. 0 if somebody else was faster."""
    row = ctx.session.scalars(
        select(H).where(H.id == hand_over_id, H.done_at.is_(None), H.deleted_at.is_(None)).with_for_update()
    ).first()
    if row is None:
        return 0
    to_user, to_team = row.to_user_id, row.to_team_id
    mine = select(Part.customer_id).where(Part.hand_over_id == hand_over_id)
    owner = select(C.owner_id).where(C.id == Part.customer_id).scalar_subquery()
    ctx.session.execute(
        update(Part)
        .where(Part.hand_over_id == hand_over_id, Part.from_user_id.is_distinct_from(owner))
        .values(from_user_id=owner)
        .execution_options(synchronize_session=False)
    )
    ids = list(_differing(ctx.session, mine, to_user, to_team))
    for part in in_batches(ids, ctx.monitor):
        _give(ctx.session, part, to_user, to_team)
    ctx.session.execute(update(H).where(H.id == hand_over_id).values(done_at=utc_now()))
    _title(ctx, _DO, ids, to_user, to_team)
    return len(ids)


def cancel_hand_over(ctx: CommandContext, hand_over_id: uuid.UUID) -> None:
    """Calls a planned hand-over off. Raises NotFoundError when it has been carried out or called off."""
    row = ctx.session.scalars(
        select(H).where(H.id == hand_over_id, H.done_at.is_(None), H.deleted_at.is_(None)).with_for_update()
    ).first()
    if row is None:
        raise NotFoundError(HAND_OVER_GONE)
    ctx.session.execute(update(H).where(H.id == hand_over_id).values(deleted_at=utc_now()))
    _title(ctx, _CANCEL, _customers_of(ctx.session, hand_over_id), row.to_user_id, row.to_team_id)


def mark_read(ctx: CommandContext, hand_over_id: uuid.UUID, *, read: bool = True) -> None:
    """The new owner has looked at what was handed over."""
    changed = update(H).where(H.id == hand_over_id, H.deleted_at.is_(None))
    changed = changed.where(H.read_at.is_(None) if read else H.read_at.is_not(None))
    ctx.session.execute(changed.values(read_at=utc_now() if read else None))
    _title(ctx, _READ, _customers_of(ctx.session, hand_over_id), None, None)


def receiver(session: Session, user_id: uuid.UUID | None, team_id: uuid.UUID | None) -> Message | str:
    """ "Anna", "Sales", or "Anna (Sales)"."""
    user = session.scalars(select(UserRow.name).where(UserRow.id == user_id)).first() or "" if user_id else ""
    team = session.scalars(select(TeamRow.name).where(TeamRow.id == team_id)).first() or "" if team_id else ""
    return Message(BOTH, {"user": user, "team": team}) if user and team else user or team


def _differing(
    session: Session, wanted: Any, to_user: uuid.UUID | None, to_team: uuid.UUID | None
) -> dict[uuid.UUID, uuid.UUID | None]:
    """The living customers among `wanted` that the receiver does not have yet, each with its owner."""
    differs: list[ColumnElement[bool]] = []
    if to_user is not None:
        differs.append(C.owner_id.is_distinct_from(to_user))
    if to_team is not None:
        differs.append(C.team_id.is_distinct_from(to_team))
    rows = session.execute(select(C.id, C.owner_id).where(C.id.in_(wanted), C.deleted_at.is_(None), or_(*differs)))
    return {key: owner for key, owner in rows}


def _add_parts(session: Session, key: uuid.UUID, owners: Mapping[uuid.UUID, uuid.UUID | None]) -> None:
    rows = [
        {"id": new_id(), "hand_over_id": key, "customer_id": customer, "from_user_id": owner}
        for customer, owner in owners.items()
    ]
    table = Part.__table__
    assert isinstance(table, Table)
    insert_rows(session.connection(), table, rows)


def _give(session: Session, ids: Sequence[uuid.UUID], to_user: uuid.UUID | None, to_team: uuid.UUID | None) -> None:
    values: dict[str, Any] = {}
    if to_user is not None:
        values |= {"owner_id": to_user, "owner_key": session.get_one(UserRow, to_user).name_key}
    if to_team is not None:
        values["team_id"] = to_team
    session.connection().execute(update(C).where(C.id.in_(ids)).values(values))


def _customers_of(session: Session, hand_over_id: uuid.UUID) -> Sequence[uuid.UUID]:
    return session.scalars(select(Part.customer_id).where(Part.hand_over_id == hand_over_id)).all()


def _title(
    ctx: CommandContext,
    words: tuple[str, str],
    ids: Sequence[uuid.UUID],
    to_user: uuid.UUID | None,
    to_team: uuid.UUID | None,
) -> None:
    to = receiver(ctx.session, to_user, to_team)
    if len(ids) == 1:
        name = ctx.session.scalars(select(C.name).where(C.id == ids[0])).one()
        ctx.title = Message(words[0], {"name": name, "to": to})
    else:
        ctx.title = Message(words[1], {"count": len(ids), "to": to})
