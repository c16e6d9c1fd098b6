"""How a database would answer a statement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, text
from sqlalchemy.orm import Session

from desktop_crm.models.db.plans import sqlite_plan


def explained(session: Session, statement: Select[Any]) -> str:
    """The plan of a statement, in the database's own words."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite_plan(session.connection(), statement)
    session.execute(text("SET LOCAL enable_seqscan = off"))
    literal = statement.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    rows = session.connection().exec_driver_sql("EXPLAIN " + str(literal).replace("%", "%%"))
    return "\n".join(str(tuple(row)) for row in rows)
