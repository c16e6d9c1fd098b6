"""Opens and closes change sets around a command, and gives writes from outside a change set of their own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, func, insert, literal, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import Actor, CommandContext, Monitor, Outcome, Touched
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow, set_change_set
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.change_kind import ChangeKind
from desktop_crm.models.records.history import ChangeSet

if TYPE_CHECKING:
    from desktop_crm.models.db.database import Identity

T = TypeVar("T")
Maintain = Callable[[Session, int, Collection[str], Monitor], None]

# Above this many rows of one table a change is announced as "everything may have changed".
TOUCHED_LIMIT = 2_000
OUTSIDE = Message(QT_TRANSLATE_NOOP("messages", "Changed outside the application"))
NEW_USER = QT_TRANSLATE_NOOP("messages", "New user {name}")


def begin(session: Session, actor: Actor, who: str, device: str) -> int:
    """Starts a change set and directs the triggers to it. Returns its sequence number.

    Its kind stays empty until it is finished, so that an undo never finds itself."""
    row = insert(ChangeSetRow).values(
        id=new_id(),
        kind="",
        title="",
        user_id=actor.user_id,
        device_id=actor.device_id,
        who=who,
        device=device,
        at=utc_now(),
        rows=0,
    )
    seq = session.execute(row.returning(ChangeSetRow.seq)).scalar_one()
    set_change_set(session.connection(), seq)
    return seq


def finish(ctx: CommandContext, value: T, maintain: Maintain) -> Outcome[T]:
    """Closes the change set: counts its rows, renews what is made from them; an empty one is taken away."""
    session = ctx.session
    counts = _counts(session, ctx.seq)
    rows = sum(counts.values())
    set_change_set(session.connection(), None)
    own = ChangeSetRow.seq == ctx.seq
    if rows == 0:
        session.execute(ChangeSetRow.__table__.delete().where(own))  # type: ignore[attr-defined]
        return Outcome(value, None, Touched())
    session.execute(
        update(ChangeSetRow)
        .where(own)
        .values(title=ctx.title.to_json(), kind=ctx.kind, rows=rows, target_seq=ctx.target_seq)
    )
    touched = _touched(session, ctx.seq, counts)
    maintain(session, ctx.seq, counts, ctx.monitor)
    session.flush()
    stored = session.execute(select(ChangeSetRow).where(own)).scalar_one()
    return Outcome(value, change_set_record(stored), touched)


def change_set_record(row: ChangeSetRow) -> ChangeSet:
    return ChangeSet(
        id=row.id,
        seq=row.seq,
        title=Message.from_json(row.title) if row.title else Message(""),
        kind=ChangeKind(row.kind),
        who=row.who,
        device=row.device,
        at=row.at,
        rows=row.rows,
        undone=row.undone_by is not None,
    )


def _counts(session: Session, seq: int) -> dict[str, int]:
    found = session.execute(
        select(ChangeRow.table_name, func.count()).where(ChangeRow.change_set == seq).group_by(ChangeRow.table_name)
    )
    return {name: count for name, count in found}


def _touched(session: Session, seq: int, counts: dict[str, int]) -> Touched:
    tables: dict[str, frozenset[uuid.UUID] | None] = {}
    for name, count in counts.items():
        if count > TOUCHED_LIMIT:
            tables[name] = None
            continue
        ids = select(ChangeRow.row_id).where(ChangeRow.change_set == seq, ChangeRow.table_name == name)
        tables[name] = frozenset(session.scalars(ids))
    return Touched(tables)


def adopt_outside(session: Session, maintain: Maintain, monitor: Monitor) -> None:
    """Gathers journal rows that no command wrote (a script, another program) into a change set of their own."""
    orphan = ChangeRow.change_set.is_(None)
    if session.execute(select(literal(1)).where(select(ChangeRow.id).where(orphan).exists())).first() is None:
        return
    count = session.execute(select(func.count()).select_from(ChangeRow).where(orphan)).scalar_one()
    added = insert(ChangeSetRow).values(
        id=new_id(), kind=ChangeKind.OUTSIDE, title=OUTSIDE.to_json(), who="", device="", at=utc_now(), rows=count
    )
    seq = session.execute(added.returning(ChangeSetRow.seq)).scalar_one()
    session.execute(update(ChangeRow).where(orphan).values(change_set=seq).execution_options(synchronize_session=False))
    maintain(session, seq, _counts(session, seq), monitor)


def add_user(connection: Connection, identity: Identity, login: str, name_key: str) -> uuid.UUID:
    """A user for whoever opens the database the first time; recorded, but nothing that Ctrl+Z takes away."""
    user = new_id()
    now = utc_now()
    title = Message(NEW_USER, {"name": login})
    sets = Base.metadata.tables["change_set"]
    values: dict[str, Any] = {"id": new_id(), "kind": ChangeKind.OUTSIDE, "title": title.to_json(), "user_id": user}
    values |= {"device_id": identity.device_id, "who": login, "device": identity.device, "at": now, "rows": 1}
    seq = connection.execute(insert(sets).values(values).returning(sets.c.seq)).scalar_one()
    set_change_set(connection, seq)
    connection.execute(
        insert(Base.metadata.tables["app_user"]).values(
            id=user, name=login, name_key=name_key, login=login, active=True
        )
    )
    set_change_set(connection, None)
    return user
