"""Brings the schema of an older database up to date. Loads Alembic only when there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, event, text

from desktop_crm.models.db.backup import back_up, rotated_name
from desktop_crm.models.db.base import journaled_tables
from desktop_crm.models.db.engine import make_engine, sqlite_path, url_of
from desktop_crm.models.db.journal import create_triggers, drop_triggers
from desktop_crm.models.db.problems import file_problems
from desktop_crm.models.db.schema import (
    APPLICATION_ID,
    SCHEMA,
    SEARCH_GRAMS,
    lock_server,
    postgresql_schema,
    require_writable,
    sqlite_schema,
)

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent


def upgrade(target: str | Path, backups: Path | None = None, *, further: Path | None = None) -> Path | None:
    """Upgrades a database that is older than this application; a local file is backed up first.

    `further` is a folder with migrations beyond those of this application. Returns the back-up, or None when there
    was nothing to do (or the server's administrator backs up). Raises KnownDatabaseError, for a newer schema too,
    and what a migration raises. Either all migrations are applied or none."""
    url = url_of(target)
    path = sqlite_path(url)
    with file_problems(path):
        if path is not None:
            require_writable(path)
        found = sqlite_schema(path) if path is not None else _server_schema(url)
        if found == 0 or (found == SCHEMA and further is None):
            return None
        copy = None
        if path is not None:
            copy = back_up(path, rotated_name(path, backups or path.parent, f"before format {SCHEMA}"))
        migrate(url, further=further)
        return copy


def _server_schema(url: str) -> int:
    engine = make_engine(url, read_only=True)
    try:
        with engine.connect() as connection:
            return postgresql_schema(connection)
    finally:
        engine.dispose()


def migrate(url: str, revision: str = "head", *, create: bool = False, further: Path | None = None) -> None:
    """Runs the migrations up to `revision` in one transaction and makes the journal's triggers anew."""
    engine = make_engine(url, read_only=False, create=create)
    if engine.dialect.name == "sqlite":
        # A table that is made anew would break its references for a moment; they are checked at the end.
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=OFF"))
    try:
        with engine.begin() as connection:
            run(connection, revision, further)
    finally:
        engine.dispose()


def run(connection: Connection, revision: str = "head", further: Path | None = None) -> None:
    """Runs the migrations on an open connection, inside its transaction."""
    from alembic import command

    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:
        lock_server(connection)
    # What a migration writes is not somebody's change, and triggers must not stand in the way of altered tables.
    drop_triggers(connection)
    command.upgrade(config(connection, further), revision)
    if sqlite:
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise RuntimeError(f"migration to {revision} left {len(broken)} rows that point to nothing")
        number = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        connection.exec_driver_sql(SEARCH_GRAMS)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={int(number)}")
    create_triggers(connection, journaled_tables())


def config(connection: Connection, further: Path | None = None) -> Config:
    """Alembic's configuration for these migrations on an open connection."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.set_main_option("path_separator", "newline")
    folders = [FOLDER / "versions", *([further] if further else [])]
    made.set_main_option("version_locations", "\n".join(map(str, folders)).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made
