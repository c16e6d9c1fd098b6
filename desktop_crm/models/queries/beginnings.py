"""What a row held when it was added. The journal keeps no values of an insert: they are the row's present values,
taken back through every later change of it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.db.base import Base
from desktop_crm.models.db.journal import ChangeRow, Patch

_Values = dict[str, Any]


def beginnings(session: Session, changes: Sequence[ChangeRow]) -> dict[int, Patch]:
    """For each insert among `changes`, by its id: `{column: [null, value]}` as the row was added. Two statements, and
    one more for each table."""
    added = {change.row_id: change for change in changes if change.op == "I"}
    if not added:
        return {}
    states: dict[uuid.UUID, _Values] = {}
    tables: dict[str, list[uuid.UUID]] = defaultdict(list)
    for change in added.values():
        tables[change.table_name].append(change.row_id)
    for name, ids in tables.items():
        table = Base.metadata.tables[name]
        for row in session.execute(select(table).where(table.c.id.in_(ids))).mappings():
            states[row["id"]] = _plain(row)
    later = select(ChangeRow).where(ChangeRow.row_id.in_(added)).order_by(ChangeRow.id.desc())
    for change in session.scalars(later):
        if change.id > added[change.row_id].id:
            _step_back(states, change)
    return {
        change.id: {column: [None, value] for column, value in states.get(row_id, {}).items()}
        for row_id, change in added.items()
    }


def _step_back(states: dict[uuid.UUID, _Values], change: ChangeRow) -> None:
    was = {column: values[0] for column, values in (change.patch or {}).items()}
    if change.op == "U":
        states.setdefault(change.row_id, {}).update(was)
    else:
        states[change.row_id] = was


def _plain(row: Mapping[Any, Any]) -> _Values:
    """A row's values in the forms that the journal has of them."""
    return {str(column): _form(value) for column, value in row.items() if column != "id"}


def _form(value: Any) -> Any:
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, dt.date) else value
