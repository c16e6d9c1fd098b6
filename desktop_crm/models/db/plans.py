"""How a database means to answer a statement, before it does."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select


def sqlite_plan(connection: Connection, statement: Select[Any]) -> str:
    """The steps of SQLite's plan, one a line."""
    compiled = statement.compile(connection)
    expanded = compiled.construct_expanded_state()
    processors: dict[str, Any] = dict(expanded.processors) | dict(compiled._bind_processors)
    values = [
        processors[name](expanded.parameters[name]) if name in processors else expanded.parameters[name]
        for name in expanded.positiontup or ()
    ]
    rows = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + expanded.statement, tuple(values))
    return "\n".join(row[3] for row in rows)
