"""Writes the state before a change set, from the journal alone: set-wise, in batches of like changes.

On SQLite the old values go from the journal's rows into the table's within one statement. A statement a row would open
the table's two dozen indexes, and those of the journal that its trigger writes, for every single row."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.orm import Session

from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow, Patch, is_binary

BATCH = 5_000
_AFTER = "#version"  # no column has this name
# SQLite's JSON ends a text at such a character.
_NUL = "\\u0000"

# Number, table, row (as the driver gives its key), what was done, patch, and whether SQL can read the patch.
_Change = tuple[int, str, Any, str, Patch | None, bool]
_Shape = tuple[str, str, tuple[str, ...], bool]


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
            for shape, changes in run.items():
                _write(connection, shape, changes)
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
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        return [(c.id, c.table_name, c.row_id, c.op, c.patch, True) for c in connection.execute(wanted)]
    # As the driver gives them: of a million keys none is needed as an object.
    raw = connection.exec_driver_sql(
        'SELECT id, table_name, row_id, op, patch FROM "change" WHERE change_set = ? AND id < ? '
        "ORDER BY id DESC LIMIT ?",
        (seq, 2**63 - 1 if before is None else before, BATCH),
    ).all()
    return [
        (key, table, row, op, json.loads(patch) if patch else None, patch is None or _NUL not in patch)
        for key, table, row, op, patch in raw
    ]


def _runs(batch: Sequence[_Change]) -> Iterator[dict[_Shape, list[_Change]]]:
    """Groups changes of like shape; a second change of a row starts a new run, for its order matters."""
    groups: dict[_Shape, list[_Change]] = defaultdict(list)
    seen: set[Any] = set()
    for change in batch:
        _, table, row_id, op, patch, readable = change
        if row_id in seen:
            yield groups
            groups, seen = defaultdict(list), set()
        seen.add(row_id)
        groups[(table, op, tuple(patch or ()), readable)].append(change)
    yield groups


def _write(connection: Connection, shape: _Shape, changes: list[_Change]) -> None:
    name, op, columns, readable = shape
    table = Base.metadata.tables[name]
    if connection.dialect.name == "postgresql":
        _write_postgresql(connection, table, op, columns, changes)
    elif op == "I" or (op == "U" and readable):
        _write_set(connection, table, op, columns, changes)
    else:
        _write_rows(connection, table, op, columns, changes)


def _assignments(columns: Sequence[str], old: Callable[[str], str], new: str, now: str) -> str:
    """SET clauses; versions step back only over the very write that is undone."""
    parts = []
    versioned = "row_version" in columns
    for name in columns:
        value = old(name)
        if name == "row_version" or (name == "updated_at" and versioned):
            further = "t.row_version + 1" if name == "row_version" else now
            same = f"t.row_version = {new}"
            value = f"CASE WHEN {same} THEN {value} ELSE {further} END"
        parts.append(f'"{name}" = {value}')
    return ", ".join(parts)


def _write_set(connection: Connection, table: Table, op: str, columns: tuple[str, ...], changes: list[_Change]) -> None:
    """By one statement, which reads the journal itself."""
    given = {"ids": json.dumps([change[0] for change in changes]), "now": _now()}
    if op == "I":
        rows = 'SELECT row_id FROM "change" WHERE id IN (SELECT value FROM json_each(:ids))'
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE id IN ({rows})', given)
        return
    binary = {c.name for c in table.columns if is_binary(c)}

    def patched(column: str, place: int = 0) -> str:
        value = f"json_extract(c.patch, '$.\"{column}\"[{place}]')"
        return f"bytes_of({value})" if column in binary else value

    sets = _assignments(columns, patched, patched("row_version", 1), ":now")
    rows = 'json_each(:ids) AS j JOIN "change" AS c ON c.id = j.value'
    connection.exec_driver_sql(f'UPDATE "{table.name}" AS t SET {sets} FROM {rows} WHERE t.id = c.row_id', given)


def _now() -> str:
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _write_rows(
    connection: Connection, table: Table, op: str, columns: tuple[str, ...], changes: list[_Change]
) -> None:
    """Row by row: what SQL cannot read out of the journal, and whole rows, which it would be slower to."""
    name = f'"{table.name}"'
    binary = {c.name for c in table.columns if is_binary(c)}

    def stored(column: str, value: Any) -> Any:
        return bytes.fromhex(value) if column in binary and value is not None else value

    now = _now()
    rows = [
        {"id": row_id, "now": now, "version": _version_after(patch)}
        | {f"v_{column}": stored(column, (patch or {})[column][0]) for column in columns}
        for _, _, row_id, _, patch, _ in changes
    ]
    if op == "D":
        names = "".join(f', "{c}"' for c in columns)
        marks = "".join(f", :v_{c}" for c in columns)
        sql = f"INSERT INTO {name} (id{names}) VALUES (:id{marks})"
    else:
        sets = _assignments(columns, lambda column: f":v_{column}", ":version", ":now")
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
        for _, _, row_id, _, patch, _ in changes
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
    sets = _assignments(columns, lambda column: f'r."{column}"', f'r."{_AFTER}"', "now()")
    sql = f"UPDATE {name} AS t SET {sets} FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r({shape}) WHERE r.id = t.id"
    connection.execute(text(sql), {"rows": json.dumps(rows)})
