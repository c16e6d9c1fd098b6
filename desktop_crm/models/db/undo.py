"""Takes change sets back, from the journal alone: what a write was does not matter.

Undo applies the inverse of a set's changes, newest first. Values go back exactly as they were stored. The row's
version goes back too when nothing else has touched the row since, so that undoing everything gives the first state;
otherwise it moves on, so that a form opened in between still notices."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, select, text, update
from sqlalchemy.orm import Session, aliased

from desktop_crm.models.db.base import BOOKKEEPING, Base
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow, Patch, is_binary
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.change_kind import ChangeKind

BATCH = 5_000
_AFTER = "#version"  # no column has this name

NOTHING_TO_UNDO = Message(QT_TRANSLATE_NOOP("messages", "There is nothing to undo."))
NOTHING_TO_REDO = Message(QT_TRANSLATE_NOOP("messages", "There is nothing to redo."))
UNKNOWN = Message(QT_TRANSLATE_NOOP("messages", "That change is not in the history."))
NOT_UNDOABLE = Message(QT_TRANSLATE_NOOP("messages", "That change is undone already, or is an undo itself."))


def last_done(session: Session, user_id: uuid.UUID) -> ChangeSetRow | None:
    """The change set that Ctrl+Z takes back: the person's own newest one that stands."""
    return session.scalars(
        select(ChangeSetRow)
        .where(ChangeSetRow.user_id == user_id, ChangeSetRow.kind == ChangeKind.DO)
        .where(ChangeSetRow.undone_by.is_(None))
        .order_by(ChangeSetRow.seq.desc())
        .limit(1)
    ).first()


def last_undone(session: Session, user_id: uuid.UUID) -> ChangeSetRow | None:
    """The change set that Ctrl+Shift+Z brings back; none once something new was done after the undo."""
    own = (ChangeSetRow.user_id == user_id) & (ChangeSetRow.kind == ChangeKind.DO)
    undone = session.scalars(
        select(ChangeSetRow)
        .where(own, ChangeSetRow.undone_by.is_not(None))
        .order_by(ChangeSetRow.undone_by.desc())
        .limit(1)
    ).first()
    if undone is None:
        return None
    newer = select(ChangeSetRow.seq).where(own, ChangeSetRow.seq > undone.undone_by).limit(1)
    return None if session.scalars(newer).first() is not None else undone


def undo(ctx: CommandContext, target: ChangeSetRow) -> None:
    """Takes `target` back. The caller has asked `dependants` first. Raises UserError."""
    if target.undone_by is not None or target.kind not in (ChangeKind.DO, ChangeKind.OUTSIDE):
        raise UserError(NOT_UNDOABLE)
    apply_inverse(ctx, target.seq)
    ctx.session.execute(update(ChangeSetRow).where(ChangeSetRow.seq == target.seq).values(undone_by=ctx.seq))
    ctx.kind, ctx.target_seq, ctx.title = ChangeKind.UNDO, target.seq, Message.from_json(target.title)


def redo(ctx: CommandContext, target: ChangeSetRow) -> None:
    """Brings `target`, which is undone, back: the inverse of its undo."""
    if target.undone_by is None:
        raise UserError(NOTHING_TO_REDO)
    apply_inverse(ctx, target.undone_by)
    ctx.session.execute(update(ChangeSetRow).where(ChangeSetRow.seq == target.seq).values(undone_by=None))
    ctx.kind, ctx.target_seq, ctx.title = ChangeKind.REDO, target.seq, Message.from_json(target.title)


def find(session: Session, change_set: uuid.UUID) -> ChangeSetRow:
    """The change set of that id; raises NotFoundError."""
    row = session.scalars(select(ChangeSetRow).where(ChangeSetRow.id == change_set)).first()
    if row is None:
        raise NotFoundError(UNKNOWN)
    return row


# --- who depends on a change set --------------------------------------------------------------------


def dependants(session: Session, seq: int) -> list[tuple[int, str, uuid.UUID]]:
    """The standing later changes that taking back `seq` would trample on: (change set, table, row).

    A later change depends when it touched the same column of the same row, when it touched a row that would
    vanish, or when it made a row point to one that would vanish. Changes of other columns do not collide."""
    return [*_same_rows(session, seq), *_references(session, seq)]


def _same_rows(session: Session, seq: int) -> Iterator[tuple[int, str, uuid.UUID]]:
    mine, theirs = aliased(ChangeRow), aliased(ChangeRow)
    found = session.execute(
        select(mine.table_name, mine.row_id, mine.op, mine.patch, theirs.op, theirs.patch, ChangeSetRow.seq)
        .join(theirs, (theirs.row_id == mine.row_id) & (theirs.id > mine.id))
        .join(ChangeSetRow, ChangeSetRow.seq == theirs.change_set)
        .where(mine.change_set == seq, theirs.change_set != seq)
        .where(ChangeSetRow.undone_by.is_(None))
        .where(ChangeSetRow.kind.in_([ChangeKind.DO, ChangeKind.OUTSIDE]))
        .execution_options(yield_per=1_000)
    )
    for table, row_id, op, patch, later_op, later_patch, later in found:
        if op != "U" or later_op != "U" or _overlap(patch, later_patch):
            yield later, table, row_id


def _overlap(first: Patch | None, second: Patch | None) -> bool:
    shared = set(first or ()) & set(second or ())
    return bool(shared - BOOKKEEPING)


def _references(session: Session, seq: int) -> Iterator[tuple[int, str, uuid.UUID]]:
    own = select(ChangeRow.row_id).where(ChangeRow.change_set == seq)
    # A row that was replaced within the set stood before it, and stands again after the undo.
    made = own.where(ChangeRow.op == "I", ChangeRow.row_id.not_in(own.where(ChangeRow.op == "D")))
    tables = session.scalars(
        select(ChangeRow.table_name).where(ChangeRow.change_set == seq, ChangeRow.op == "I").distinct()
    ).all()
    for name in tables:
        for column in _referring(Base.metadata.tables[name]):
            child = column.table
            ids = session.scalars(
                select(child.c.id).where(column.in_(made.where(ChangeRow.table_name == name)), child.c.id.not_in(made))
            )
            for row_id in ids:
                newest = session.scalars(
                    select(ChangeRow.change_set)
                    .where(ChangeRow.row_id == row_id)
                    .order_by(ChangeRow.id.desc())
                    .limit(1)
                ).first()
                yield newest or seq, child.name, row_id


def _referring(table: Table) -> list[Column[Any]]:
    return [
        key.parent
        for other in Base.metadata.tables.values()
        for key in other.foreign_keys
        if key.column.table is table and "id" in other.c
    ]


# --- the inverse ------------------------------------------------------------------------------------

_Change = tuple[int, str, uuid.UUID, str, Patch | None]
_Shape = tuple[str, str, tuple[str, ...]]


def apply_inverse(ctx: CommandContext, seq: int) -> None:
    """Writes the state before the changes of `seq`, newest change first, in batches of like changes."""
    session = ctx.session
    connection = session.connection()
    last: int | None = None
    done = 0
    total = session.scalars(select(ChangeSetRow.rows).where(ChangeSetRow.seq == seq)).one()
    while batch := _batch(session, seq, last):
        last = batch[-1][0]
        for run in _runs(batch):
            for (table, op, columns), changes in run.items():
                _write(connection, Base.metadata.tables[table], op, columns, changes)
        done += len(batch)
        ctx.monitor.report(done, total)


def _batch(session: Session, seq: int, before: int | None) -> list[_Change]:
    wanted = (
        select(ChangeRow.id, ChangeRow.table_name, ChangeRow.row_id, ChangeRow.op, ChangeRow.patch)
        .where(ChangeRow.change_set == seq)
        .order_by(ChangeRow.id.desc())
        .limit(BATCH)
    )
    if before is not None:
        wanted = wanted.where(ChangeRow.id < before)
    return [(c.id, c.table_name, c.row_id, c.op, c.patch) for c in session.execute(wanted)]


def _runs(batch: Sequence[_Change]) -> Iterator[dict[_Shape, list[_Change]]]:
    """Groups changes of like shape; a second change of a row starts a new run, for its order matters."""
    groups: dict[_Shape, list[_Change]] = defaultdict(list)
    seen: set[uuid.UUID] = set()
    for change in batch:
        _, table, row_id, op, patch = change
        if row_id in seen:
            yield groups
            groups, seen = defaultdict(list), set()
        seen.add(row_id)
        groups[(table, op, tuple(patch or ()))].append(change)
    yield groups


def _write(connection: Connection, table: Table, op: str, columns: tuple[str, ...], changes: list[_Change]) -> None:
    write = _write_postgresql if connection.dialect.name == "postgresql" else _write_sqlite
    write(connection, table, op, columns, changes)


def _assignments(columns: Sequence[str], old: str, new: str, now: str) -> str:
    """SET clauses; versions step back only over the very write that is undone."""
    parts = []
    versioned = "row_version" in columns
    for name in columns:
        value = old.format(name=name)
        if name == "row_version" or (name == "updated_at" and versioned):
            further = "t.row_version + 1" if name == "row_version" else now
            same = f"t.row_version = {new}"
            value = f"CASE WHEN {same} THEN {value} ELSE {further} END"
        parts.append(f'"{name}" = {value}')
    return ", ".join(parts)


def _write_sqlite(
    connection: Connection, table: Table, op: str, columns: tuple[str, ...], changes: list[_Change]
) -> None:
    name = f'"{table.name}"'
    if op == "I":
        connection.exec_driver_sql(f"DELETE FROM {name} WHERE id = ?", [(change[2].bytes,) for change in changes])
        return
    binary = {c.name for c in table.columns if is_binary(c)}

    def stored(column: str, value: Any) -> Any:
        return bytes.fromhex(value) if column in binary and value is not None else value

    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    rows = [
        {"id": row_id.bytes, "now": now, "version": _version_after(patch)}
        | {f"v_{column}": stored(column, (patch or {})[column][0]) for column in columns}
        for _, _, row_id, _, patch in changes
    ]
    if op == "D":
        names = "".join(f', "{c}"' for c in columns)
        marks = "".join(f", :v_{c}" for c in columns)
        sql = f"INSERT INTO {name} (id{names}) VALUES (:id{marks})"
    else:
        sets = _assignments(columns, ":v_{name}", ":version", ":now")
        sql = f"UPDATE {name} AS t SET {sets} WHERE id = :id"
    connection.exec_driver_sql(sql, rows)


def _version_after(patch: Patch | None) -> int | None:
    """The row version that the change left behind."""
    version: int | None = (patch or {}).get("row_version", [None, None])[1]
    return version


def _write_postgresql(
    connection: Connection, table: Table, op: str, columns: tuple[str, ...], changes: list[_Change]
) -> None:
    name = f'"{table.name}"'
    if op == "I":
        sql = f"DELETE FROM {name} WHERE id = ANY(CAST(:ids AS uuid[]))"
        connection.execute(text(sql), {"ids": [c[2] for c in changes]})
        return
    rows = [
        {"id": str(row_id), _AFTER: _version_after(patch), **{column: (patch or {})[column][0] for column in columns}}
        for _, _, row_id, _, patch in changes
    ]
    if op == "D":
        names = ", ".join(f'"{c}"' for c in ("id", *columns))
        record = f"jsonb_populate_recordset(CAST(NULL AS {name}), CAST(:rows AS jsonb))"
        sql = f"INSERT INTO {name} ({names}) SELECT {names} FROM {record}"
        connection.execute(text(sql), {"rows": json.dumps(rows)})
        return
    # Versions travel in the rows: looked up in a document of their own, it was read again for every single row.
    types = {column: table.c[column].type.compile(connection.dialect) for column in ("id", *columns)}
    shape = ", ".join(f'"{column}" {kind}' for column, kind in (types | {_AFTER: "integer"}).items())
    sets = _assignments(columns, 'r."{name}"', f'r."{_AFTER}"', "now()")
    sql = f"UPDATE {name} AS t SET {sets} FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r({shape}) WHERE r.id = t.id"
    connection.execute(text(sql), {"rows": json.dumps(rows)})
