"""Connections to both databases."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, FromClause, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.pool import QueuePool

from desktop_crm.models.db import lines, patterns

BUSY_TIMEOUT_MS = 5_000
# On a server others write all the time; a colleague's import may hold the counters for a while.
SERVER_TIMEOUT_MS = 30_000
CONNECT_TIMEOUT_S = 10


def sqlite_path(url: str) -> Path | None:
    """The file behind a database URL, or None for a server."""
    # By hand: in a URL parser's eyes a file name ends at its first question mark.
    match = re.match(r"sqlite(?:\+\w+)?:///", url)
    return Path(url[match.end() :]) if match else None


def url_of(target: str | Path) -> str:
    """The URL of a file path or of a URL as people write it (`postgres://` too)."""
    text = str(target)
    if "://" not in text:
        return f"sqlite:///{Path(text).expanduser().resolve()}"
    scheme, _, rest = text.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else text


def sqlite_uri(path: Path, mode: str) -> str:
    """The URI of a file, whatever characters its name has. `mode`: ro, rw or rwc."""
    return f"file:{quote(str(path.resolve()))}?mode={mode}"


def connect_sqlite(
    path: Path, *, read_only: bool = False, create: bool = False, busy_timeout_ms: int = BUSY_TIMEOUT_MS
) -> sqlite3.Connection:
    """A connection with the product's settings. Never makes a file unless `create`.

    Transactions are opened by us: the driver would begin one only before the first write, and a read that grows
    into a write would then fail under load."""
    uri = sqlite_uri(path, "ro" if read_only else "rwc" if create else "rw")
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=busy_timeout_ms / 1000
    )
    for pragma in (
        "foreign_keys=ON",
        "recursive_triggers=ON",  # so that INSERT OR REPLACE tells the journal what it takes away
        "synchronous=FULL",
        "temp_store=MEMORY",
        "cache_size=-32000",
        f"busy_timeout={busy_timeout_ms}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    lines.register(connection)
    patterns.register(connection)
    connection.create_function("bytes_of", 1, _bytes_of, deterministic=True)
    if read_only:
        connection.execute("PRAGMA query_only=ON")
    return connection


def _bytes_of(written: str | None) -> bytes | None:
    """What the journal writes in hexadecimal; SQLite itself reads that since 3.41 only."""
    return None if written is None else bytes.fromhex(written)


class _Compiler(SQLiteCompiler):
    """Writes `INDEXED BY` where a statement has such a hint; SQLAlchemy leaves hints out for SQLite."""

    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:
        return text


def make_engine(url: str, *, read_only: bool, create: bool = False, busy_timeout_ms: int | None = None) -> Engine:
    """An engine for `url`. `read_only` connections cannot write; on SQLite writers take the lock at BEGIN.
    `busy_timeout_ms` is how long a writer waits for another one."""
    path = sqlite_path(url)
    if path is None:
        return _postgresql(url, read_only, SERVER_TIMEOUT_MS if busy_timeout_ms is None else busy_timeout_ms)
    wait = BUSY_TIMEOUT_MS if busy_timeout_ms is None else busy_timeout_ms
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect_sqlite(path, create=create, busy_timeout_ms=wait),
        poolclass=QueuePool,
        pool_size=4 if read_only else 1,
        max_overflow=4 if read_only else 0,
    )
    engine.dialect.statement_compiler = _Compiler

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        if read_only:
            connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: str, read_only: bool, busy_timeout_ms: int) -> Engine:
    options = f"-c timezone=UTC -c lock_timeout={busy_timeout_ms}"
    if read_only:
        options += " -c default_transaction_read_only=on"
    # A pulled cable says nothing by itself: ask after ten quiet seconds, give up after half a minute.
    alive = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 4, "tcp_user_timeout": 30_000}
    return create_engine(
        url,
        pool_size=4,
        pool_pre_ping=True,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_S, "options": options, **alive},
    )
