"""Small files that are written whole or not at all, off the window's thread."""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

RETRIES = 5


def write_atomic(path: Path, data: bytes) -> None:
    """Replaces `path` by `data`, readable by this user only (0600). After a power cut the file holds the old
    or the new content. Raises OSError; the old file is then as it was."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def set_aside(path: Path) -> Path:
    """Renames a file that cannot be read to `NAME.bad`, replacing an earlier one."""
    target = path.with_name(path.name + ".bad")
    os.replace(path, target)
    return target


def _replace(source: str, target: Path) -> None:
    """On Windows a virus scanner may hold the target for a moment."""
    for attempt in range(RETRIES):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if os.name != "nt" or attempt == RETRIES - 1:
                raise
            time.sleep(0.05)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some file systems cannot sync a folder; the file itself is safe by then.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


class FileSaver(QObject):
    """Writes files in one thread of its own, each at most once per `delay`.

    Steady changes do not push the write away: what is scheduled first sets the time, the newest content is
    written.
    `failed(path, OSError)` arrives in the window's thread.
    """

    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = threading.Condition()
        self._waiting: dict[Path, tuple[float, bytes | None]] = {}
        self._writing: tuple[Path, bytes | None] | None = None
        self._thread: threading.Thread | None = None

    def schedule(self, path: Path, data: bytes | None, delay: float) -> None:
        """Writes `data` to `path` in `delay` seconds; None deletes the file."""
        with self._changed:
            due = time.monotonic() + delay
            former = self._waiting.get(path)
            self._waiting[path] = (min(due, former[0]) if former else due, data)
            if self._thread is None:
                self._thread = threading.Thread(target=self._loop, name="saver", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def content(self, path: Path) -> bytes | None:
        """What the file holds or is about to hold; None if there is no such file. Raises OSError."""
        with self._changed:
            if path in self._waiting:
                return self._waiting[path][1]
            if self._writing is not None and self._writing[0] == path:
                return self._writing[1]
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def scheduled(self) -> frozenset[Path]:
        """The files with a write or deletion still to come."""
        with self._changed:
            paths = set(self._waiting)
            if self._writing is not None:
                paths.add(self._writing[0])
            return frozenset(paths)

    def flush(self, timeout: float = 10.0) -> bool:
        """Writes everything now and waits. Whether all was through in time."""
        with self._changed:
            self._waiting = {path: (0.0, data) for path, (_, data) in self._waiting.items()}
            self._changed.notify_all()
            return self._changed.wait_for(lambda: not self._waiting and self._writing is None, timeout)

    def _loop(self) -> None:
        while True:
            path, data = self._take()
            try:
                if data is None:
                    path.unlink(missing_ok=True)
                else:
                    write_atomic(path, data)
            except OSError as error:
                with contextlib.suppress(RuntimeError):  # the Qt half is gone: the application has ended
                    self.failed.emit(path, error)
            finally:
                with self._changed:
                    self._writing = None
                    self._changed.notify_all()

    def _take(self) -> tuple[Path, bytes | None]:
        with self._changed:
            while True:
                now = time.monotonic()
                due = min(((when, path) for path, (when, _) in self._waiting.items()), default=None)
                if due is not None and due[0] <= now:
                    data = self._waiting.pop(due[1])[1]
                    self._writing = (due[1], data)
                    return due[1], data
                self._changed.wait(None if due is None else due[0] - now)
