"""Back-ups of a local file: complete, checked, and never half there.

The file alone is not the data: what was committed last may still stand in the write-ahead log. SQLite's own
back-up interface copies both, while others read and write."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

from desktop_crm.models.db.context import CANCELLED, Monitor
from desktop_crm.models.db.engine import sqlite_uri
from desktop_crm.models.db.problems import file_problems, known_problems, problem
from desktop_crm.models.errors import CancelledError, DatabaseProblem, KnownDatabaseError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.databases import BackupInfo

SUFFIX = ".crmdb"
PAGES_PER_STEP = 2_000
STEPS_PER_LOOK = 100_000
STALE_S = 3_600
COPYING = Message(QT_TRANSLATE_NOOP("messages", "Copying…"))
CHECKING = Message(QT_TRANSLATE_NOOP("messages", "Checking the copy…"))
DAMAGED = Message(
    QT_TRANSLATE_NOOP("messages", "The back-up is damaged and was not used. Your data was not touched."),
)
DAMAGED_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Choose another back-up."))


def back_up(source: Path, target: Path, monitor: Monitor | None = None) -> Path:
    """Copies the open or closed database `source` to `target`, checked, then put in place in one step.

    The copy is the state at one moment, whoever writes meanwhile. Raises KnownDatabaseError (full disk, damaged
    source), CancelledError; an older `target` then stays."""
    monitor = monitor or Monitor()
    if not source.exists():
        raise problem(DatabaseProblem.MISSING)
    with file_problems(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        os.close(handle)
        part = Path(name)
        try:
            _copy(source, part, monitor)
            monitor.report(0, 0, CHECKING)
            if not _sound(part, monitor):
                raise problem(DatabaseProblem.CORRUPT)
            _sync(part)
            part.replace(target)
            _sync_folder(target.parent)
        finally:
            for leftover in (part, *_logs(part)):
                leftover.unlink(missing_ok=True)
    return target


def _logs(database: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside a database."""
    return tuple(Path(f"{database}{suffix}") for suffix in ("-wal", "-shm", "-journal"))


def _sweep(folder: Path) -> None:
    """Takes away what interrupted back-ups left; one that is running has written to its part just now."""
    for part in folder.glob(f".*{SUFFIX}.*.part*"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE_S:
                part.unlink()


def _copy(source: Path, part: Path, monitor: Monitor) -> None:
    with (
        closing(sqlite3.connect(sqlite_uri(source, "rw"), uri=True, isolation_level=None)) as old,
        closing(sqlite3.connect(part)) as new,
    ):
        # One read transaction around all steps: every write of others would make the copy begin anew.
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        old.backup(
            new,
            pages=PAGES_PER_STEP,
            progress=lambda _, left, total: monitor.report(total - left, total, COPYING),
        )
        # A back-up is one file: without a write-ahead log it can be copied to a stick and opened anywhere.
        new.execute("PRAGMA journal_mode=DELETE")


def _sound(path: Path, monitor: Monitor | None = None) -> bool:
    """Asks SQLite; of a large file that takes a while, so a cancel is heeded meanwhile."""
    monitor = monitor or Monitor()

    def go_on() -> bool:
        monitor.report(0, 0, CHECKING)
        return False

    with closing(sqlite3.connect(sqlite_uri(path, "ro"), uri=True)) as connection:
        connection.set_progress_handler(go_on, STEPS_PER_LOOK)
        try:
            return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise CancelledError(CANCELLED) from None
            raise


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # The rename itself must survive a power cut; Windows does that by itself and has no such call.
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def rotated_name(database: Path, folder: Path, reason: str = "", now: dt.datetime | None = None) -> Path:
    """Where the next back-up of `database` goes: `customers 2026-11-23 0915.crmdb`."""
    stamp = (now or dt.datetime.now().astimezone()).strftime("%Y-%m-%d %H%M%S")
    return folder / f"{database.stem} {stamp}{f' {reason}' if reason else ''}{SUFFIX}"


def rotate(folder: Path, stem: str, keep: int) -> list[Path]:
    """Deletes all but the newest `keep` back-ups of a database; returns what was deleted.

    Only files that carry a name of ours: a copy that somebody renamed is theirs. Those made before a restore or a
    new format are counted by themselves, so that daily ones do not push them out."""
    ours = re.compile(
        rf"{re.escape(stem)} (\d{{4}}-\d\d-\d\d \d{{6}})( before (?:restore|format \d+))?{re.escape(SUFFIX)}"
    )
    found: dict[bool, list[tuple[str, Path]]] = {False: [], True: []}
    for path in folder.iterdir() if folder.is_dir() else ():
        if match := ours.fullmatch(path.name):
            found[match[2] is not None].append((match[1], path))
    gone = [path for kind in found.values() for _, path in sorted(kind, reverse=True)[max(keep, 1) :]]
    for old in gone:
        with suppress(OSError):
            old.unlink(missing_ok=True)
    return gone


def inspect(path: Path) -> BackupInfo:
    """What a back-up holds, read without changing it. Raises KnownDatabaseError or UserError."""
    from desktop_crm.models.db.schema import sqlite_schema

    schema = sqlite_schema(path)
    if schema == 0:
        raise problem(DatabaseProblem.NOT_A_DATABASE)
    with file_problems(path), closing(sqlite3.connect(sqlite_uri(path, "ro"), uri=True)) as db:
        customers, contacts = (
            db.execute(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL").fetchone()[0]
            for table in ("customer", "contact")
        )
        newest = db.execute("SELECT max(at) FROM change_set").fetchone()[0]
    stat = path.stat()
    return BackupInfo(
        path=str(path),
        size=stat.st_size,
        made_at=dt.datetime.fromtimestamp(stat.st_mtime, dt.UTC),
        customers=customers,
        contacts=contacts,
        newest=dt.datetime.fromisoformat(newest).replace(tzinfo=dt.UTC) if newest else None,
        schema=schema,
    )


def restore(back_up_file: Path, database: Path, monitor: Monitor | None = None) -> Path | None:
    """Puts a back-up in the place of a closed database. Returns where the former file was set aside, if there was one.

    The former file, its log included, is kept as a back-up of its own, so that a restore can be taken back. At
    every moment the old database or the new one is there, whole. Raises KnownDatabaseError, UserError,
    CancelledError; then the former file stands as it was."""
    inspect(back_up_file)
    with file_problems(back_up_file):
        sound = _sound(back_up_file)
    if not sound:
        raise UserError(DAMAGED, DAMAGED_ADVICE)
    fresh = database.with_name(f".{database.name}.restored")
    with file_problems(database):
        try:
            # The copy comes first: what can fail for want of space or time fails before anything is touched.
            back_up(back_up_file, fresh, monitor)
            aside = _set_aside(database, monitor) if database.exists() else None
            fresh.replace(database)
            _sync_folder(database.parent)
        finally:
            fresh.unlink(missing_ok=True)
    return aside


def _set_aside(database: Path, monitor: Monitor | None) -> Path:
    """Copies the former file, then leaves it without a log: an old log beside a new file would be read into it."""
    aside = rotated_name(database, database.parent, "before restore")
    try:
        with known_problems(database):
            back_up(database, aside, monitor)
            with closing(sqlite3.connect(sqlite_uri(database, "rw"), uri=True, isolation_level=None)) as connection:
                mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except KnownDatabaseError as error:
        if error.problem not in (DatabaseProblem.CORRUPT, DatabaseProblem.NOT_A_DATABASE):
            raise
        _keep_damaged(database, aside)
        return aside
    if mode != "delete":
        raise problem(DatabaseProblem.LOCKED)
    return aside


def _keep_damaged(database: Path, aside: Path) -> None:
    """A damaged file cannot be copied page by page; it is kept byte by byte, its logs beside it."""
    for old, new in zip((database, *_logs(database)), (aside, *_logs(aside)), strict=True):
        if old.exists():
            shutil.copy2(old, new)
            _sync(new)
    _sync_folder(aside.parent)
    for log in _logs(database):
        log.unlink(missing_ok=True)
