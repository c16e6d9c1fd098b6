"""Opens databases as the application uses them: with search kept, migrated, and the person signed in."""

from __future__ import annotations

from pathlib import Path

from desktop_crm.models import entities  # noqa: F401 - maps every table
from desktop_crm.models.db.database import Database, Identity
from desktop_crm.models.search.maintain import renew_changed
from desktop_crm.models.text.pinyin import sort_key


def open_database(
    target: str | Path,
    *,
    create: bool = False,
    identity: Identity | None = None,
    busy_timeout_ms: int | None = None,
) -> Database:
    """Opens a file or a server's database. Raises KnownDatabaseError."""
    return Database.open(
        target,
        create=create,
        identity=identity,
        maintain=renew_changed,
        busy_timeout_ms=busy_timeout_ms,
        user_key=lambda name: sort_key(name, True),
    )
