"""From a raw row of the customer list to its record, whichever driver read it. Loads no SQLAlchemy."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from desktop_crm.models.records.listed import CustomerRow, Tag

# The list statement's columns, in order; the sort value follows them.
ROW_FIELDS = (
    "id",
    "number",
    "name",
    "kind",
    "stage",
    "owner_name",
    "region",
    "phone",
    "email",
    "source",
    "industry",
    "size",
    "occupation",
    "next_step",
    "next_step_on",
    "created_at",
    "updated_at",
    "deleted_at",
)
_DATE = ROW_FIELDS.index("next_step_on")
_TIMES = tuple(ROW_FIELDS.index(field) for field in ("created_at", "updated_at", "deleted_at"))


def decode_row(row: Sequence[Any], tags: tuple[Tag, ...], links: Mapping[str, str] | None = None) -> CustomerRow:
    """`row` holds ROW_FIELDS, the custom columns and the sort value. Times come out as ISO 8601 in UTC, empty dates
    as ''."""
    custom = tuple(row[len(ROW_FIELDS) : -1])
    linked = tuple((value, links[value]) for value in custom if value in links) if links else ()
    values: list[Any] = [*row[: len(ROW_FIELDS)], tags, custom, linked]
    values[0] = values[0] if isinstance(values[0], uuid.UUID) else uuid.UUID(bytes=bytes(values[0]))
    values[_DATE] = _date(values[_DATE])
    for place in _TIMES:
        values[place] = _time(values[place])
    return CustomerRow(*values)


def _date(value: dt.date | str | None) -> str:
    return value.isoformat() if isinstance(value, dt.date) else value or ""


def _time(value: dt.datetime | str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="seconds")
    return f"{value[:10]}T{value[11:19]}+00:00"
