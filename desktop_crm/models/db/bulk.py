"""Writes many new rows by one statement, with little done for each."""

from __future__ import annotations

import datetime as dt
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from desktop_crm.models.db.types import utc_now

ROOM = -128_000  # in KB, as SQLite counts


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows of a journaled table that all name the same columns, and no times; all are made at one moment.

    On SQLite the values go to the driver as they are stored, which spares SQLAlchemy's work on every single one."""
    if not rows:
        return
    now = utc_now()
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), [{**row, "created_at": now, "updated_at": now} for row in rows])
        return
    given = list(rows[0])
    _insert_sqlite(connection, table, given, [tuple([_stored(row[name]) for name in given]) for row in rows], now)


def insert_stored(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """As `insert_rows`, for rows whose values are as the driver stores them: on SQLite keys are bytes and dates texts.
    The server takes them by COPY, its fastest way in."""
    if not rows:
        return
    now = utc_now()
    if connection.dialect.name == "sqlite":
        _insert_sqlite(connection, table, columns, rows, now)
        return
    common: dict[str, Any] = {"created_at": now, "updated_at": now} | _defaults(table, columns)
    rest = tuple(common.values())
    copy_rows(connection, table.name, (*columns, *common), (row + rest for row in rows))


def copy_rows(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """The server's COPY, of values as its driver knows them."""
    names = ", ".join(f'"{name}"' for name in columns)
    raw: Any = connection.connection.driver_connection
    with raw.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """More memory for SQLite's pages while very many rows are written: each opens two dozen indexes, and a page that
    does not fit goes to the log and is read again."""
    if connection.dialect.name != "sqlite":
        yield
        return
    raw: Any = connection.connection.driver_connection
    (usual,) = raw.execute("PRAGMA cache_size").fetchone()
    raw.execute(f"PRAGMA cache_size={ROOM}")
    try:
        yield
    finally:
        # What went wrong before is to be told, not that this connection is of no use any more.
        with suppress(sqlite3.Error):
            raw.execute(f"PRAGMA cache_size={usual}")


def _insert_sqlite(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]], now: dt.datetime
) -> None:
    # As SQLAlchemy's DateTime writes it.
    time = now.strftime("%Y-%m-%d %H:%M:%S.%f")
    common: dict[str, Any] = {"created_at": time, "updated_at": time} | _defaults(table, columns)
    names = ", ".join(f'"{name}"' for name in (*columns, *common))
    rest = ", ".join(_literal(value) for value in common.values())
    given = ", ".join("?" * len(columns))
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({given}, {rest})', rows)


def _defaults(table: Table, columns: Sequence[str]) -> dict[str, Any]:
    """What the columns hold that are not given, for all rows alike."""
    found: dict[str, Any] = {}
    for column in table.columns:
        if (
            column.name not in columns
            and column.name not in ("created_at", "updated_at")
            and column.default is not None
        ):
            if not isinstance(column.default, ScalarElementColumnDefault):
                raise TypeError(f"{table.name}.{column.name} must be given")
            found[column.name] = column.default.arg
    return found


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(int(value))


def _stored(value: Any) -> Any:
    """A value as SQLite keeps it."""
    kind = type(value)
    if kind is str or value is None or kind is int or kind is bool:
        return value
    if isinstance(value, uuid.UUID):
        return value.bytes
    if kind is dt.date:
        return value.isoformat()
    raise TypeError(f"no stored form of {kind.__name__}")
