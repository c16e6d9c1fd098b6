"""Takes an import back whatever was done since: what nobody touched goes back, what was edited since stays and is
named.

The changes of the customers that stay are first parted off into a change set of their own, under the same title, so
that the rest can be taken back whole and the journal stays exact: later undos ask it as they ask it of any other."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.commands.undo import BlockedError, undo_change_set
from desktop_crm.models.db import undo as journal_undo
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow
from desktop_crm.models.entities.customers import CustomerEntity, CustomerTagEntity
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.messages import Message
from desktop_crm.models.queries.history import PARTS, blockers
from desktop_crm.models.records.imports import KeptRecord, UndoneImport

_BATCH = 500
_PART_TABLES = {part.__tablename__ for part in PARTS}
_C = CustomerEntity


def undo_import(ctx: CommandContext, change_set: uuid.UUID) -> UndoneImport:
    """Takes back what can be taken back of an import. Raises UserError where it is undone already, NotFoundError, and
    BlockedError where what was done since cannot be told from it by customers."""
    session = ctx.session
    target = journal_undo.find(session, change_set)
    found = list(journal_undo.dependants(session, target.seq))
    kept: tuple[KeptRecord, ...] = ()
    if found:
        customers, others = _to_keep(session, target.seq, found)
        kept = _named(session, customers)
        _part_off(ctx, target, customers, others)
        session.flush()
        left = blockers(session, target.seq)
        if left:
            raise BlockedError(Message.from_json(target.title), left)
    counts = _counts(session, target.seq)
    undo_change_set(ctx, change_set)
    return UndoneImport(removed=counts.get("I", 0), restored=counts.get("U", 0), kept=kept)


def _batches(keys: set[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    given = iter(list(keys))
    while some := list(islice(given, _BATCH)):
        yield some


def _counts(session: Session, seq: int) -> dict[str, int]:
    """Customers that the set made (I) and changed (U)."""
    own = (ChangeRow.change_set == seq) & (ChangeRow.table_name == "customer")
    made = select(ChangeRow.row_id).where(own, ChangeRow.op == "I")
    changed = select(func.count(ChangeRow.row_id.distinct())).where(
        own, ChangeRow.op == "U", ChangeRow.row_id.not_in(made)
    )
    return {
        "I": session.scalar(select(func.count()).select_from(made.subquery())) or 0,
        "U": session.scalar(changed) or 0,
    }


def _to_keep(
    session: Session, seq: int, found: Sequence[tuple[int, str, uuid.UUID]]
) -> tuple[set[uuid.UUID], set[uuid.UUID]]:
    """The customers that stay as the import left them, and rows of other tables that must."""
    customers: set[uuid.UUID] = set()
    others: set[uuid.UUID] = set()
    by_table: dict[str, set[uuid.UUID]] = {}
    for _, table, row in found:
        by_table.setdefault(table, set()).add(row)
    for table, rows in by_table.items():
        if table == "customer":
            customers |= rows
        elif table in _PART_TABLES:
            customers |= _owners(session, table, rows)
        else:
            others |= rows
    others |= _pointed_at(session, seq, customers)
    _close(session, seq, customers)
    return customers, others | _used_by(session, customers)


def _owners(session: Session, table: str, rows: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Whose the rows of a part are or, where they are gone, were."""
    part = Base.metadata.tables[table]
    found: set[uuid.UUID] = set()
    gone = set(rows)
    for some in _batches(gone):
        for key, owner in session.execute(select(part.c.id, part.c.customer_id).where(part.c.id.in_(some))):
            found.add(owner)
            gone.discard(key)
    for some in _batches(gone):
        last = select(ChangeRow.patch).where(ChangeRow.row_id.in_(some), ChangeRow.op == "D")
        for patch in session.scalars(last):
            was = (patch or {}).get("customer_id", [None])[0]
            if was:
                found.add(uuid.UUID(was))
    return found


def _pointed_at(session: Session, seq: int, customers: set[uuid.UUID]) -> set[uuid.UUID]:
    """Rows that the import made and others point to now. Customers, and those of such parts, go into `customers`."""
    made = select(ChangeRow.row_id).where(ChangeRow.change_set == seq, ChangeRow.op == "I")
    tables = session.scalars(
        select(ChangeRow.table_name).where(ChangeRow.change_set == seq, ChangeRow.op == "I").distinct()
    ).all()
    found: set[uuid.UUID] = set()
    for name in tables:
        own = made.where(ChangeRow.table_name == name)
        for column in journal_undo.referring(Base.metadata.tables[name]):
            child = column.table
            mine = journal_undo.made_by(seq, child)
            pointing = session.execute(select(child.c.id, column).where(column.in_(own), ~mine)).all()
            changed = journal_undo.set_by(session, seq, column) if pointing else set()
            rows = {to for row, to in pointing if row not in changed}
            if name == "customer":
                customers |= rows
            elif name in _PART_TABLES:
                customers |= _owners(session, name, rows)
            else:
                found |= rows
    return found


def _close(session: Session, seq: int, customers: set[uuid.UUID]) -> None:
    """A customer that stays keeps those that its relations point to."""
    made = select(ChangeRow.row_id).where(
        ChangeRow.change_set == seq, ChangeRow.op == "I", ChangeRow.table_name == "customer"
    )
    fresh = set(customers)
    while fresh:
        found: set[uuid.UUID] = set()
        for some in _batches(fresh):
            pairs = select(RelationEntity.other_id).where(
                RelationEntity.customer_id.in_(some), RelationEntity.other_id.in_(made)
            )
            found |= set(session.scalars(pairs))
        fresh = found - customers
        customers |= fresh


def _used_by(session: Session, customers: set[uuid.UUID]) -> set[uuid.UUID]:
    """Owners, teams, tags and fields that the customers which stay need."""
    found: set[uuid.UUID] = set()
    for some in _batches(customers):
        people = select(_C.owner_id, _C.team_id, _C.key_user_id, _C.key_team_id).where(_C.id.in_(some))
        for keys in session.execute(people):
            found |= {key for key in keys if key is not None}
        tags = select(CustomerTagEntity.tag_id).where(CustomerTagEntity.customer_id.in_(some))
        found |= set(session.scalars(tags))
    if customers:
        found |= set(session.scalars(select(Base.metadata.tables["custom_field"].c.id)))
    return found


def _rows_of(session: Session, seq: int, customers: set[uuid.UUID]) -> set[uuid.UUID]:
    """The rows of the set that are these customers or parts of theirs."""
    found = set(customers)
    for part in PARTS:
        table = part.__table__
        for some in _batches(customers):
            found |= set(session.scalars(select(table.c.id).where(table.c.customer_id.in_(some))))
    wanted = {str(key) for key in customers} | {key.hex.upper() for key in customers}
    gone = select(ChangeRow.row_id, ChangeRow.patch).where(
        ChangeRow.change_set == seq, ChangeRow.op == "D", ChangeRow.table_name.in_(_PART_TABLES)
    )
    for row, patch in session.execute(gone):
        if str((patch or {}).get("customer_id", [""])[0]) in wanted:
            found.add(row)
    return found


def _part_off(ctx: CommandContext, target: ChangeSetRow, customers: set[uuid.UUID], others: set[uuid.UUID]) -> None:
    """Gives the changes of what stays a change set of their own; Ctrl+Z never means that one."""
    session = ctx.session
    values: dict[str, Any] = {
        "id": new_id(),
        "kind": target.kind,
        "title": target.title,
        "user_id": None,
        "device_id": target.device_id,
        "who": target.who,
        "device": target.device,
        "at": target.at,
        "rows": 0,
    }
    seq = session.execute(insert(ChangeSetRow).values(values).returning(ChangeSetRow.seq)).scalar_one()
    moved = 0
    for some in _batches(_rows_of(session, target.seq, customers) | others):
        own = (ChangeRow.change_set == target.seq) & ChangeRow.row_id.in_(some)
        moved += session.scalar(select(func.count()).select_from(ChangeRow).where(own)) or 0
        session.execute(
            update(ChangeRow).where(own).values(change_set=seq).execution_options(synchronize_session=False)
        )
    for key, rows in ((seq, moved), (target.seq, target.rows - moved)):
        session.execute(
            update(ChangeSetRow)
            .where(ChangeSetRow.seq == key)
            .values(rows=rows)
            .execution_options(synchronize_session="fetch")
        )


def _named(session: Session, customers: set[uuid.UUID]) -> tuple[KeptRecord, ...]:
    """The customers that stay."""
    found: dict[uuid.UUID, KeptRecord] = {}
    for some in _batches(customers):
        rows = select(_C.id, _C.number, _C.name).where(_C.id.in_(some))
        for key, number, name in session.execute(rows):
            found[key] = KeptRecord(key, number, name)
    return tuple(sorted(found.values(), key=lambda one: one.number))
