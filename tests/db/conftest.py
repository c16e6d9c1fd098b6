"""A database of each kind, and a picture of all that is in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select, text

from desktop_crm.models.db.base import journaled_tables
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.opening import open_database

State = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def db(database_url: str) -> Iterator[Database]:
    """A new, empty database: once on SQLite, once on PostgreSQL."""
    database = open_database(database_url, create=True)
    yield database
    database.close()


def state(database: Database) -> State:
    """Every row of every journaled table, and every search document with its tokens."""
    with database.read() as session:
        found = {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in journaled_tables()
        }
        documents = select(SearchDocument.record_id, SearchDocument.lines, SearchDocument.alive).order_by(
            SearchDocument.record_id
        )
        found["search"] = [tuple(row) for row in session.execute(documents)]
        return found


def raw(database: Database, sql: str, **values: object) -> None:
    """Writes as another program would: plain SQL, past every command."""
    with database.raw() as connection:
        connection.execute(text(sql), values)
        connection.commit()
