"""How a database would answer a statement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, text
from sqlalchemy.orm import Session


def explained(session: Session, statement: Select[Any]) -> str:
    """The plan of a statement, in the database's own words."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET LOCAL enable_seqscan = off"))
        literal = statement.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        rows = session.connection().exec_driver_sql("EXPLAIN " + str(literal).replace("%", "%%"))
    else:
        compiled = statement.compile(session.get_bind())
        expanded = compiled.construct_expanded_state()
        processors: dict[str, Any] = dict(expanded.processors) | dict(compiled._bind_processors)
        values = [
            processors[name](expanded.parameters[name]) if name in processors else expanded.parameters[name]
            for name in expanded.positiontup or ()
        ]
        rows = session.connection().exec_driver_sql("EXPLAIN QUERY PLAN " + expanded.statement, tuple(values))
    return "\n".join(str(tuple(row)) for row in rows)
