"""Back-ups of a local file: complete, checked, and never half there.

The file alone is not the data: what was committed last may still stand in the write-ahead log. SQLite's own
back-up interface copies both, while others read and write."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.problems import known_problems, problem
from desktop_crm.models.errors import DatabaseProblem, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.databases import BackupInfo

SUFFIX = ".crmdb"
PAGES_PER_STEP = 2_000
COPYING = Message(QT_TRANSLATE_NOOP("messages", "Copying…"))
CHECKING = Message(QT_TRANSLATE_NOOP("messages", "Checking the copy…"))
DAMAGED = Message(
    QT_TRANSLATE_NOOP("messages", "The back-up is damaged and was not used. Your data was not touched."),
)
DAMAGED_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Choose another back-up."))


def back_up(source: Path, target: Path, monitor: Monitor | None = None) -> Path:
    """Copies the open or closed database `source` to `target`, checked, then put in place in one step.

    Raises KnownDatabaseError (full disk, damaged source), CancelledError; an older `target` then stays."""
    monitor = monitor or Monitor()
    if not source.exists():
        raise problem(DatabaseProblem.MISSING)
    with known_problems(), _os_problems():
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        os.close(handle)
        part = Path(name)
        try:
            _copy(source, part, monitor)
            monitor.report(0, 0, CHECKING)
            if not _sound(part):
                raise problem(DatabaseProblem.CORRUPT)
            _sync(part)
            part.replace(target)
            _sync_folder(target.parent)
        finally:
            for leftover in (part, Path(f"{part}-wal"), Path(f"{part}-shm")):
                leftover.unlink(missing_ok=True)
    return target


def _copy(source: Path, part: Path, monitor: Monitor) -> None:
    with (
        closing(sqlite3.connect(f"file:{source.resolve().as_posix()}?mode=rw", uri=True)) as old,
        closing(sqlite3.connect(part)) as new,
    ):
        old.backup(
            new,
            pages=PAGES_PER_STEP,
            progress=lambda _, left, total: monitor.report(total - left, total, COPYING),
        )
        # A back-up is one file: without a write-ahead log it can be copied to a stick and opened anywhere.
        new.execute("PRAGMA journal_mode=DELETE")


def _sound(path: Path) -> bool:
    with closing(sqlite3.connect(f"file:{path.resolve().as_posix()}?mode=ro", uri=True)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


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


class _os_problems:
    """Says "disk full" and "read only" for what the operating system reports while files are copied."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        import errno

        if isinstance(error, OSError):
            if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
                raise problem(DatabaseProblem.FULL) from error
            if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise problem(DatabaseProblem.READ_ONLY) from error


def rotated_name(database: Path, folder: Path, reason: str = "", now: dt.datetime | None = None) -> Path:
    """Where the next back-up of `database` goes: `customers 2026-11-23 0915.crmdb`."""
    stamp = (now or dt.datetime.now().astimezone()).strftime("%Y-%m-%d %H%M%S")
    return folder / f"{database.stem} {stamp}{f' {reason}' if reason else ''}{SUFFIX}"


def rotate(folder: Path, stem: str, keep: int) -> list[Path]:
    """Deletes all but the newest `keep` back-ups of a database; returns what was deleted."""
    found = sorted(folder.glob(f"{_escaped(stem)} ????-??-?? ??????*{SUFFIX}"), reverse=True)
    for old in found[keep:]:
        old.unlink(missing_ok=True)
    return found[keep:]


def _escaped(stem: str) -> str:
    return "".join(f"[{c}]" if c in "[*?" else c for c in stem)


def inspect(path: Path) -> BackupInfo:
    """What a back-up holds, read without changing it. Raises KnownDatabaseError or UserError."""
    from desktop_crm.models.db.schema import sqlite_schema

    schema = sqlite_schema(path)
    if schema == 0:
        raise problem(DatabaseProblem.NOT_A_DATABASE)
    with known_problems(), closing(sqlite3.connect(f"file:{path.resolve().as_posix()}?mode=ro", uri=True)) as db:
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

    The former file, its log included, is kept as a back-up of its own, so that a restore can be taken back."""
    inspect(back_up_file)
    if not _sound(back_up_file):
        raise UserError(DAMAGED, DAMAGED_ADVICE)
    aside: Path | None = None
    if database.exists():
        aside = rotated_name(database, database.parent, "before restore")
        try:
            back_up(database, aside, monitor)
        except Exception:
            # A damaged file cannot be copied page by page; it is kept as it is.
            shutil.copy2(database, aside)
    back_up(back_up_file, database.with_name(f".{database.name}.restored"), monitor)
    for log in ("-wal", "-shm"):
        Path(f"{database}{log}").unlink(missing_ok=True)
    database.with_name(f".{database.name}.restored").replace(database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    return aside
