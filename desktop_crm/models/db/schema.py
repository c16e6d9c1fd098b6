"""Making and recognising the schema. Its number counts the migrations; both must be raised together."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from desktop_crm.models.db.base import Base, journaled_tables
from desktop_crm.models.db.engine import BUSY_TIMEOUT_MS, sqlite_uri
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.journal import create_triggers
from desktop_crm.models.db.problems import file_problems, not_ours_on_server, problem
from desktop_crm.models.errors import DatabaseProblem, KnownDatabaseError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

SCHEMA = 2
REVISION = f"{SCHEMA:04d}"
APPLICATION_ID = 0x4443524D  # "DCRM" in the file header: tells our files from other SQLite files

# Our own tokens, parted by spaces: the ASCII tokenizer leaves everything else alone. Contentless, and without
# positions: only "which documents hold all of these" is asked.
SEARCH_GRAMS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_gram USING "
    "fts5(grams, content='', columnsize=0, detail=none, tokenize='ascii')"
)


def newer(found: int) -> KnownDatabaseError:
    return KnownDatabaseError(
        DatabaseProblem.NEWER,
        Message(
            QT_TRANSLATE_NOOP(
                "messages",
                "This was made by a newer Desktop CRM (format {found}, this one knows {known}). It was not touched.",
            ),
            {"found": found, "known": SCHEMA},
        ),
        Message(QT_TRANSLATE_NOOP("messages", "Update Desktop CRM, then open it again.")),
    )


def sqlite_schema(path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> int:
    """The schema number of a file; 0 for an empty one. Raises KnownDatabaseError for what is not ours."""
    with file_problems(path):
        if not path.exists():
            raise problem(DatabaseProblem.MISSING)
        if path.is_dir():
            raise problem(DatabaseProblem.NOT_A_DATABASE)
        wait = busy_timeout_ms / 1000
        with closing(sqlite3.connect(sqlite_uri(path, "ro"), uri=True, timeout=wait)) as connection:
            return check_sqlite_header(connection)


def require_writable(path: Path) -> None:
    """Refuses a write-protected file before SQLite lays logs beside it that are protected as well, and would still
    be when the file is not any more. Raises KnownDatabaseError."""
    with file_problems(path):
        if path.exists() and not os.access(path, os.W_OK):
            raise problem(DatabaseProblem.READ_ONLY)


def check_sqlite_header(connection: sqlite3.Connection) -> int:
    """The schema number by the open connection; raises KnownDatabaseError for a foreign or newer file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if found or application or not empty:
            raise problem(DatabaseProblem.NOT_A_DATABASE)
        return 0
    if found > SCHEMA:
        raise newer(found)
    return found


def postgresql_schema(connection: Connection) -> int:
    """The schema number of a server's database; 0 when there is none yet. Raises KnownDatabaseError for a newer
    one and for another application's."""
    there = set(inspect(connection).get_table_names())
    if "alembic_version" not in there:
        if there & Base.metadata.tables.keys():
            raise not_ours_on_server()
        return 0
    found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
    if not found.isdecimal() or not {"change_set", "meta", "customer"} <= there:
        raise not_ours_on_server()  # another application's own version
    number = int(found)
    if number > SCHEMA:
        raise newer(number)
    return number


def lock_server(connection: Connection) -> None:
    """Lets one client at a time make or change a server's schema, until its transaction ends."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})


def create_schema(connection: Connection) -> None:
    """Makes all tables and triggers of an empty database, in the caller's transaction."""
    dialect = connection.dialect.name
    Base.metadata.create_all(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:v)"), {"v": REVISION})
    if dialect == "sqlite":
        connection.exec_driver_sql(SEARCH_GRAMS)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    connection.execute(text("INSERT INTO journal_context (id, change_set) VALUES (1, NULL)"))
    connection.execute(text("INSERT INTO meta (key, value) VALUES ('database_id', :id)"), {"id": str(new_id())})
    create_triggers(connection, journaled_tables())
