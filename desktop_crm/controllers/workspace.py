"""The open database: opening, making, closing, backing up and restoring, without the window ever waiting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_crm.controllers.files import FileSaver
from desktop_crm.controllers.paths import Places, database_key
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.state import UiState
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from desktop_crm.controllers.drafts import DraftStore
    from desktop_crm.models.db.context import Monitor
    from desktop_crm.models.db.database import Database
    from desktop_crm.models.records.databases import BackupInfo

BACKING_UP = Message(QT_TRANSLATE_NOOP("messages", "Backing up"))
RESTORING = Message(QT_TRANSLATE_NOOP("messages", "Restoring the back-up"))


class Opened(NamedTuple):
    """What is open: `path` is None for a server; `label` is the name in the title; `address` has no password."""

    address: str
    label: str
    key: str
    path: Path | None


class Workspace(QObject):
    """Holds the one open database. `opened(Opened)` and `closed()` say when that changes."""

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self, runner: Runner, state: UiState, places: Places, saver: FileSaver, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._state = state
        self._places = places
        self._saver = saver
        self.current: Opened | None = None
        self.drafts: DraftStore | None = None

    def open(self, target: str | Path, *, create: bool = False) -> Task[Database]:
        """Opens a file or a server, upgrading an older file after a back-up. What was open stays open until the
        new one is; fails with KnownDatabaseError."""
        task = self._runner.monitored(_open, str(target), create, self._places.backups)
        return task.then(self._attach)

    def open_sample(self, language: str) -> Task[Database]:
        """Makes the sample company in a file of its own, anew, and opens it."""
        path = self._places.sample(language)
        self.leave(path)
        return self._runner.monitored(_open_sample, path, language).then(self._attach)

    def leave(self, path: Path) -> None:
        """Closes the open database if it is this file, so that the file can be replaced."""
        if self.current is not None and self.current.path == path:
            self.close()

    def close(self) -> None:
        """Lets the commands finish and closes. Blocks for at most half a minute."""
        database = self._runner.database
        self._runner.finish_writes(30.0)
        self._runner.attach(None)
        if database is not None:
            database.close()
        self.current = None
        self.drafts = None
        self.closed.emit()

    def back_up(self, target: Path | None = None, *, keep: int = 10) -> Task[Path]:
        """Backs the open file up: to `target`, or as the newest of `keep` in the back-up folder."""
        assert self.current is not None
        assert self.current.path is not None
        return self._runner.monitored(_back_up, self.current.path, self._places.backups, target, keep)

    def inspect(self, back_up: Path) -> Task[BackupInfo]:
        """What a back-up holds."""
        return self._runner.work(_inspect, back_up)

    def back_ups(self) -> Task[list[BackupInfo]]:
        """The back-ups in the folder, newest first."""
        return self._runner.work(_list_back_ups, self._places.backups)

    def restore(self, back_up: Path, path: Path | None = None) -> Task[Database]:
        """Puts a back-up in the place of the open file, or of the closed one at `path` (a damaged one, say); the
        former file is kept beside it. Then opens it."""
        if path is None:
            assert self.current is not None
            assert self.current.path is not None
            path = self.current.path
        self.leave(path)
        return self._runner.monitored(_restore, back_up, path, self._places.backups).then(self._attach)

    def _attach(self, database: Database) -> None:
        if self._runner.database is not None:
            self.close()
        address = _without_password(database.url) if database.path is None else str(database.path)
        label = database.path.stem if database.path else address.rpartition("/")[2].partition("?")[0]
        key = database_key(address)
        self.current = Opened(address, label, key, database.path)
        from desktop_crm.controllers.drafts import DraftStore

        self.drafts = DraftStore(self._places.drafts, key, self._saver)
        self._runner.attach(database)
        self._state.remember_database(address)
        self.opened.emit(self.current)


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme.partition('+')[0]}://{user.partition(':')[0]}{at}{host}"


# In the worker.


def _open(monitor: Monitor, target: str, create: bool, backups: Path) -> Database:
    from desktop_crm.models.db.migrations import upgrade
    from desktop_crm.models.opening import open_database

    if not create:
        upgrade(target, backups)
    return open_database(target, create=create)


def _open_sample(monitor: Monitor, path: Path, language: str) -> Database:
    from desktop_crm.models.opening import open_database
    from desktop_crm.models.sample.write import make_demo

    for leftover in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        leftover.unlink(missing_ok=True)
    database = open_database(path, create=True)
    make_demo(database, monitor, language)
    return database


def _back_up(monitor: Monitor, source: Path, folder: Path, target: Path | None, keep: int) -> Path:
    from desktop_crm.models.db.backup import back_up, rotate, rotated_name

    if target is not None:
        return back_up(source, target, monitor)
    made = back_up(source, rotated_name(source, folder), monitor)
    rotate(folder, source.stem, keep)
    return made


def _inspect(path: Path) -> BackupInfo:
    from desktop_crm.models.db.backup import inspect

    return inspect(path)


def _list_back_ups(folder: Path) -> list[BackupInfo]:
    from desktop_crm.models.db.backup import inspect
    from desktop_crm.models.errors import CrmError

    found = []
    for path in folder.glob("*.crmdb"):
        try:
            found.append(inspect(path))
        except CrmError:
            continue  # not ours, or damaged: nothing that could be restored
    return sorted(found, key=lambda info: info.made_at, reverse=True)


def _restore(monitor: Monitor, back_up: Path, path: Path, backups: Path) -> Database:
    from desktop_crm.models.db.backup import restore

    restore(back_up, path, monitor)
    return _open(monitor, str(path), False, backups)
