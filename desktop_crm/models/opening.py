"""Opens databases as the application uses them: with search kept, migrated, and the person signed in."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from sqlalchemy.orm import Session

from desktop_crm.models import entities  # noqa: F401 - maps every table
from desktop_crm.models.commands.completeness import fill_completeness, renew_completeness
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Database, Identity
from desktop_crm.models.db.meta import Meta
from desktop_crm.models.search.documents import FORMAT
from desktop_crm.models.search.maintain import bring_up, renew_changed
from desktop_crm.models.text.pinyin import sort_key


def open_database(
    target: str | Path,
    *,
    create: bool = False,
    identity: Identity | None = None,
    busy_timeout_ms: int | None = None,
) -> Database:
    """Opens a file or a server's database. Raises KnownDatabaseError."""
    database = Database.open(
        target,
        create=create,
        identity=identity,
        maintain=_maintain,
        busy_timeout_ms=busy_timeout_ms,
        user_key=lambda name: sort_key(name, True),
    )
    try:
        _bring_up_search(database)
        fill_completeness(database)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_search(database: Database) -> None:
    with database.read() as session:
        known = session.get(Meta, "search_format")
    if known is None or int(known.value) < FORMAT:
        with database.raw() as connection, Session(connection) as session, session.begin():
            bring_up(session)


def _maintain(session: Session, seq: int, tables: Collection[str], monitor: Monitor) -> None:
    """Keeps what is made from records, after every command."""
    renew_changed(session, seq, tables, monitor)
    renew_completeness(session, seq, tables)
