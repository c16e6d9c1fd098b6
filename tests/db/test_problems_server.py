"""Servers that refuse, stop or are full: a clear word, good advice, nothing lost, and the next try works."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.schema import SCHEMA
from desktop_crm.models.errors import DatabaseProblem
from desktop_crm.models.opening import open_database
from desktop_crm.models.records.lists import Selection
from tests.db.conftest import raw, state
from tests.db.makers import add
from tests.db.troubles import fill, refused
from tests.server import with_database


def test_a_newer_server_and_other_applications_databases_are_refused(pg_url: str) -> None:
    database = open_database(pg_url, create=True)
    raw(database, f"UPDATE alembic_version SET version_num = '{SCHEMA + 1:04}'")
    database.close()
    refused(DatabaseProblem.NEWER, open_database, pg_url)
    for version in ("ae1027a6acf", ""):
        with psycopg_connection(pg_url) as connection:
            connection.execute("UPDATE alembic_version SET version_num = %s", (version,))
        error = refused(DatabaseProblem.NOT_A_DATABASE, open_database, pg_url, create=True)
        assert "not touched" in error.message.plain()


def test_an_empty_database_or_one_with_foreign_tables_is_not_taken(pg_url: str) -> None:
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, pg_url)
    with psycopg_connection(pg_url) as connection:
        connection.execute("CREATE TABLE customer (id int)")
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, pg_url, create=True)
    with psycopg_connection(pg_url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert tables == [("customer",)]


def psycopg_connection(url: str):  # type: ignore[no-untyped-def]
    import psycopg

    return psycopg.connect(url, autocommit=True)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    refused(DatabaseProblem.CONNECTION, open_database, "postgresql://user:pw@127.0.0.1:9/crm")
    refused(DatabaseProblem.CONNECTION, open_database, f"postgresql://user@/crm?host={tmp_path}")


def test_unknown_names(pg_url: str) -> None:
    refused(DatabaseProblem.LOGIN, open_database, with_database(pg_url, f"no_{uuid.uuid4().hex}"))
    nobody = with_database(pg_url, "postgres", f"nobody_{uuid.uuid4().hex}")
    refused(DatabaseProblem.LOGIN, open_database, nobody)


def cut_off(url: str) -> int:
    """Ends all other connections to the database, as an administrator or a restarting server does."""
    with psycopg_connection(url) as connection:
        ended = connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return ended.rowcount


def test_connections_lost_between_commands_are_made_anew(pg_url: str) -> None:
    database = open_database(pg_url, create=True)
    add(database)
    before = state(database)
    assert cut_off(pg_url) >= 2
    assert state(database) == before
    add(database, "Acme")
    database.close()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_connection_lost_in_a_command_writes_nothing_and_the_next_one_works(pg_url: str, moment: str) -> None:
    database = open_database(pg_url, create=True)
    add(database)
    before = state(database)

    def lost(ctx: CommandContext) -> None:
        if moment == "after":
            fill(ctx, 50)
        cut_off(pg_url)
        if moment == "before":
            fill(ctx, 50)

    error = refused(DatabaseProblem.CONNECTION, database.execute, lost)
    assert error.retry
    assert state(database) == before
    database.execute(fill, 5)
    assert len(state(database)["customer"]) == 6
    database.close()


def test_a_connection_lost_while_reading_is_said_and_the_next_read_works(pg_url: str) -> None:
    database = open_database(pg_url, create=True)

    def read() -> None:
        with database.read() as session:
            session.execute(text("SELECT 1"))
            cut_off(pg_url)
            session.execute(text("SELECT 1"))

    refused(DatabaseProblem.CONNECTION, read)
    state(database)
    database.close()


def test_a_row_that_somebody_else_holds_is_said_to_be_busy(pg_url: str) -> None:
    import psycopg

    database = open_database(pg_url, create=True, busy_timeout_ms=100)
    customer = add(database)
    before = state(database)
    with psycopg_connection(pg_url) as other, other.transaction():
        other.execute("UPDATE customer SET notes = 'theirs' WHERE id = %s", (customer,))
        error = refused(DatabaseProblem.LOCKED, database.execute, delete_customers, Selection.of(customer))
        assert error.retry
        raise psycopg.Rollback
    assert state(database) == before
    database.execute(delete_customers, Selection.of(customer))
    database.close()
