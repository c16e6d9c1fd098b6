"""A new file with very many sample customers, in minutes: rows first, then the journal, indexes and triggers.

All is written to a file beside the one that is asked for, without log and without waiting for the disk; only when
it is whole and on the disk does it take its name. So nothing is lost by what a crash would do to it."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import uuid
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from desktop_crm.models.commands.tags import COLOURS
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Identity
from desktop_crm.models.db.engine import connect_sqlite
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.problems import known_problems
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.opening import open_database
from desktop_crm.models.records.change_kind import ChangeKind
from desktop_crm.models.sample import rows as sample_rows
from desktop_crm.models.sample.generate import generate
from desktop_crm.models.sample.write import MAKING, TITLE
from desktop_crm.models.search.documents import document_grams
from desktop_crm.models.text.names import name_key
from desktop_crm.models.text.pinyin import sort_key

BATCH = 2_000
INDEXING = Message(QT_TRANSLATE_NOOP("messages", "Making indexes…"))
THERE = QT_TRANSLATE_NOOP("messages", "“{file}” is there already. It was not touched.")
_JOURNALED = ("team", "app_user", "tag", *sample_rows.TABLES)


def make_file(monitor: Monitor, path: Path, count: int, seed: int, language: str) -> None:
    """Makes a new database file with `count` sample customers; fit to be run in a child process.

    Raises UserError where the file exists, KnownDatabaseError, CancelledError; then there is no file."""
    if path.exists():
        raise UserError(Message(THERE, {"file": path.name}))
    part = path.with_name(f".{path.name}.part")
    try:
        with known_problems():
            _clear(part)
            identity = Identity.of_this_machine()
            open_database(part, create=True, identity=identity).close()
            _fill(part, identity, monitor, count=count, seed=seed, language=language)
            part.replace(path)
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    for leftover in (part, Path(f"{part}-wal"), Path(f"{part}-shm"), Path(f"{part}-journal")):
        leftover.unlink(missing_ok=True)


def _fill(part: Path, identity: Identity, monitor: Monitor, *, count: int, seed: int, language: str) -> None:
    connection = connect_sqlite(part)
    try:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-256000", "foreign_keys=OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
        connection.execute("BEGIN")
        later = _take_down(connection)
        _write(connection, monitor, count, seed, language)
        _journal(connection, identity)
        for done, statement in enumerate(later):
            monitor.report(done, len(later), INDEXING)
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA locking_mode=NORMAL").fetchall()
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
    finally:
        connection.close()
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _take_down(connection: sqlite3.Connection) -> list[str]:
    """Drops indexes and triggers; returns what makes them again."""
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type"
    ).fetchall()
    for kind, name, _ in found:
        connection.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in found]


def _write(connection: sqlite3.Connection, monitor: Monitor, count: int, seed: int, language: str) -> None:
    now = dt.datetime.now(dt.UTC)
    samples = generate(count, seed, language, now.date())
    company = _company(connection, language, now)
    random = Random(seed)
    writer = _Writer(connection)
    number = 1
    while batch := list(islice(samples, BATCH)):
        _add_tags(connection, company, [tag for s in batch for tag in s.draft.tags], now)
        for draft, rows in sample_rows.customer_rows(batch, number, company, now, random):
            writer.take(number, draft, rows)
            number += 1
        writer.flush()
        monitor.report(number - 1, count, MAKING)
    connection.execute("INSERT INTO counter (name, value) VALUES ('customer', ?)", (count,))
    connection.execute("INSERT INTO search_gram (search_gram) VALUES ('optimize')")


def raw(value: Any) -> Any:
    """A value as SQLite stores it."""
    if isinstance(value, uuid.UUID):
        return value.bytes
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    return value.isoformat() if isinstance(value, dt.date) else value


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    columns = list(rows[0])
    marks = ", ".join("?" for _ in columns)
    names = ", ".join(f'"{c}"' for c in columns)
    sql = f'INSERT INTO "{table}" ({names}, row_version) VALUES ({marks}, 1)'
    connection.executemany(sql, [[raw(row[c]) for c in columns] for row in rows])


class _Writer:
    """Collects a batch and writes it table by table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[dict[str, Any]]] = {table: [] for table in sample_rows.TABLES}
        self._documents: list[tuple[Any, ...]] = []
        self._grams: list[tuple[int, str]] = []

    def take(self, number: int, draft: Any, rows: dict[str, list[dict[str, Any]]]) -> None:
        for table, found in rows.items():
            self._rows[table] += found
        document = sample_rows.document_of(draft, number)
        key = document.record_id.bytes
        self._documents.append(
            (number, key, document.name_key, document.initials, document.pinyin, document.lines, True)
        )
        self._grams.append((number, " ".join(document_grams(document.lines))))

    def flush(self) -> None:
        for table, found in self._rows.items():
            if found:
                _insert(self._connection, table, found)
            found.clear()
        self._connection.executemany(
            "INSERT INTO search_document (id, record_id, name_key, initials, pinyin, lines, alive) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            self._documents,
        )
        self._connection.executemany("INSERT INTO search_gram (rowid, grams) VALUES (?, ?)", self._grams)
        self._documents.clear()
        self._grams.clear()


def _company(connection: sqlite3.Connection, language: str, now: dt.datetime) -> sample_rows.Company:
    common = {"created_at": now, "updated_at": now}
    teams: list[dict[str, Any]] = [
        {"id": new_id(), "name": name} | common for name in sample_rows.words(sample_rows.TEAMS, language)
    ]
    users: list[dict[str, Any]] = [
        {"id": new_id(), "name": name, "name_key": sort_key(name, True), "login": "", "active": True} | common
        for name in sample_rows.words(sample_rows.PEOPLE, language)
    ]
    for i, user in enumerate(users):
        user["team_id"] = teams[i % len(teams)]["id"]
    _insert(connection, "team", teams)
    _insert(connection, "app_user", users)
    keys: dict[uuid.UUID | None, str] = {None: ""}
    keys.update({u["id"]: u["name_key"] for u in users})
    return sample_rows.Company([u["id"] for u in users], keys, [t["id"] for t in teams], {})


def _add_tags(
    connection: sqlite3.Connection, company: sample_rows.Company, names: Sequence[str], now: dt.datetime
) -> None:
    tags: dict[str, uuid.UUID] = company.tags  # type: ignore[assignment]
    for name in dict.fromkeys(names):
        if name not in tags:
            tags[name] = new_id()
            row = {"id": tags[name], "name": name, "name_key": name_key(name), "colour": COLOURS[len(tags) % 8]}
            _insert(connection, "tag", [row | {"created_at": now, "updated_at": now}])


def _journal(connection: sqlite3.Connection, identity: Identity) -> None:
    """Records all that was written as one change set: set-wise, what the triggers would have written."""
    key = connection.execute("SELECT value FROM meta WHERE key = 'local_user'").fetchone()[0]
    user = uuid.UUID(key)
    sql = (
        "INSERT INTO change_set (id, kind, title, user_id, device_id, who, device, at, rows) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)"
    )
    values = (new_id(), str(ChangeKind.DO), TITLE.to_json(), user, identity.device_id, identity.login)
    more = (identity.device, dt.datetime.now(dt.UTC))
    seq = connection.execute(sql, [raw(v) for v in (*values, *more)]).lastrowid
    for table in _JOURNALED:
        made = f"SELECT ?, '{table}', id, 'I' FROM \"{table}\" WHERE id NOT IN"
        connection.execute(
            f'INSERT INTO "change" (change_set, table_name, row_id, op) {made} '
            "(SELECT row_id FROM change WHERE change_set < ?)",
            (seq, seq),
        )
    count = "(SELECT count(*) FROM change WHERE change_set = ?)"
    connection.execute(f"UPDATE change_set SET rows = {count} WHERE seq = ?", (seq, seq))
