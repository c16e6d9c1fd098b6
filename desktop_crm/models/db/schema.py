"""Making and recognising the schema. Its number counts the migrations; both must be raised together."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from desktop_crm.models.db.base import Base, journaled_tables
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.journal import create_triggers
from desktop_crm.models.db.problems import problem
from desktop_crm.models.errors import DatabaseProblem, KnownDatabaseError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

SCHEMA = 1
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
                "This file was made by a newer Desktop CRM (format {found}, this one knows {known}). "
                "It was not touched.",
            ),
            {"found": found, "known": SCHEMA},
        ),
        Message(QT_TRANSLATE_NOOP("messages", "Update Desktop CRM, then open the file again.")),
    )


def sqlite_schema(path: Path) -> int:
    """The schema number of a file; 0 for an empty one. Raises KnownDatabaseError for what is not ours."""
    if not path.exists():
        raise problem(DatabaseProblem.MISSING)
    connection = sqlite3.connect(f"file:{path.resolve().as_posix()}?mode=ro", uri=True)
    try:
        return check_sqlite_header(connection)
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        not_ours = code == sqlite3.SQLITE_NOTADB
        kind = DatabaseProblem.NOT_A_DATABASE if not_ours else DatabaseProblem.CORRUPT
        raise problem(kind) from error
    finally:
        connection.close()


def check_sqlite_header(connection: sqlite3.Connection) -> int:
    """The schema number by the open connection; raises KnownDatabaseError for a foreign or newer file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if found or not empty:
            raise problem(DatabaseProblem.NOT_A_DATABASE)
        return 0
    if found > SCHEMA:
        raise newer(found)
    return found


def postgresql_schema(connection: Connection) -> int:
    """The schema number of a server's database; 0 when there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return 0
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    number = int(found) if found and str(found).isdigit() else 0
    if number > SCHEMA:
        raise newer(number)
    return number


def create_schema(connection: Connection) -> None:
    """Makes all tables and triggers of an empty database, in the caller's transaction."""
    dialect = connection.dialect.name
    Base.metadata.create_all(connection)
    connection.execute(
        text("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(text("DELETE FROM alembic_version"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:v)"), {"v": REVISION})
    if dialect == "sqlite":
        connection.exec_driver_sql(SEARCH_GRAMS)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    connection.execute(text("INSERT INTO journal_context (id, change_set) VALUES (1, NULL)"))
    connection.execute(text("INSERT INTO meta (key, value) VALUES ('database_id', :id)"), {"id": str(new_id())})
    create_triggers(connection, journaled_tables())
