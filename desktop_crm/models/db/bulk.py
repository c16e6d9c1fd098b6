"""Writes many new rows by one statement, with little done for each."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from desktop_crm.models.db.types import utc_now


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
    # As SQLAlchemy's DateTime writes it.
    time = now.strftime("%Y-%m-%d %H:%M:%S.%f")
    common: dict[str, Any] = {"created_at": time, "updated_at": time}
    for column in table.columns:
        if column.name not in given and column.name not in common and column.default is not None:
            if not isinstance(column.default, ScalarElementColumnDefault):
                raise TypeError(f"{table.name}.{column.name} must be given")
            common[column.name] = column.default.arg
    names = ", ".join(f'"{name}"' for name in (*given, *common))
    marks = ", ".join("?" * (len(given) + len(common)))
    rest = tuple(common.values())
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})',
        [(*[_stored(row[name]) for name in given], *rest) for row in rows],
    )


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
