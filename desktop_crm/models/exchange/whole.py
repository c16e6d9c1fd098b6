"""The form of a whole database in one file: a zip with a workbook for each kind of record, the contents of attached
files by their SHA-256, and a page that says what it is. Keys, times and versions are kept to the last digit; what is
made from the rest (search, the journal's history, found duplicates) is not carried."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Table

from desktop_crm.models.db.base import Base, journaled_tables
from desktop_crm.models.db.types import Key, UtcDateTime
from desktop_crm.models.entities.standards import HealthSnapshot

FORMAT = "desktop-crm-export"
ABOUT = "about.json"
FILES = "files/"
WORKBOOK = "{table}-{part}.xlsx"
# More rows go to a further workbook.
PART_ROWS = 500_000


def carried_tables() -> list[Table]:
    """The tables that are carried, parents before children."""
    return [*journaled_tables(), Base.metadata.tables[HealthSnapshot.__tablename__]]


def to_cell(column: Column[Any], value: Any) -> str | float | None:
    """A value as it stands in a workbook. Dates are text: workbooks have none before 1900, and no zones."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    raise TypeError(f"no form in a workbook for {column}")


def from_cell(column: Column[Any], cell: Any) -> Any:
    """What `to_cell` was given. Raises ValueError, TypeError for what is no such value."""
    if cell in ("", None):
        return None if column.nullable else ""
    kind = column.type
    if isinstance(kind, Boolean):
        return bool(cell)
    if isinstance(kind, Integer):
        return int(cell)
    if isinstance(kind, Key):
        return uuid.UUID(hex=cell)
    if isinstance(kind, UtcDateTime):
        return dt.datetime.fromisoformat(cell)
    return dt.date.fromisoformat(cell) if isinstance(kind, Date) else str(cell)
