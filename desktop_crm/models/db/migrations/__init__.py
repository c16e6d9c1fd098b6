"""Brings the schema of an older database up to date. Loads Alembic only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from desktop_crm.models.db.backup import back_up, rotated_name
from desktop_crm.models.db.base import journaled_tables
from desktop_crm.models.db.engine import make_engine, sqlite_path, url_of
from desktop_crm.models.db.journal import create_triggers
from desktop_crm.models.db.problems import known_problems
from desktop_crm.models.db.schema import SCHEMA, SEARCH_GRAMS, postgresql_schema, sqlite_schema

FOLDER = Path(__file__).parent


def upgrade(target: str | Path, backups: Path | None = None) -> Path | None:
    """Upgrades a database that is older than this application; a local file is backed up first.

    Returns the back-up, or None when there was nothing to do (or the server's administrator backs up).
    Raises KnownDatabaseError, for a newer schema too. Either all migrations are applied or none."""
    url = url_of(target)
    path = sqlite_path(url)
    with known_problems():
        if path is not None:
            found = sqlite_schema(path)
            if found in (0, SCHEMA):
                return None
            copy = back_up(path, rotated_name(path, backups or path.parent, f"before format {SCHEMA}"))
            migrate(url)
            return copy
        engine = make_engine(url, read_only=True)
        try:
            with engine.connect() as connection:
                found = postgresql_schema(connection)
        finally:
            engine.dispose()
        if found not in (0, SCHEMA):
            migrate(url)
        return None


def migrate(url: str, revision: str = "head", *, create: bool = False) -> None:
    """Runs the migrations up to `revision` in one transaction and makes the journal's triggers anew."""
    engine = make_engine(url, read_only=False, create=create)
    try:
        with engine.begin() as connection:
            run(connection, revision)
    finally:
        engine.dispose()


def run(connection: Connection, revision: str = "head") -> None:
    """Runs the migrations on an open connection, inside its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(SEARCH_GRAMS)
        number = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        connection.exec_driver_sql(f"PRAGMA user_version={int(number)}")
    create_triggers(connection, journaled_tables())
