"""Copies of files that other programs show: read-only, in a folder of this user alone, gone when we are."""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import shutil
import stat
import tempfile
import threading
import time
from pathlib import Path

PREFIX = "desktop-crm-files-"
STALE = 7 * 24 * 3600
"""Seconds after which what a crash left behind is taken away."""

_lock = threading.Lock()
_made: list[Path] = []


def write_copy(name: str, content: bytes) -> Path:
    """A read-only file of that name and content; the same one when asked again. Raises OSError."""
    folder = _folder() / hashlib.sha256(content).hexdigest()[:12]
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / name
    if path.exists() and path.stat().st_size == len(content):
        return path
    with contextlib.suppress(FileNotFoundError):
        path.chmod(stat.S_IREAD | stat.S_IWRITE)
        path.unlink()
    path.write_bytes(content)
    path.chmod(stat.S_IREAD)
    return path


def _folder() -> Path:
    with _lock:
        if not _made or not _made[0].is_dir():
            _made.clear()
            _sweep(Path(tempfile.gettempdir()))
            _made.append(Path(tempfile.mkdtemp(prefix=PREFIX)))
            atexit.register(_remove, _made[0])
        return _made[0]


def _sweep(folder: Path) -> None:
    before = time.time() - STALE
    with contextlib.suppress(OSError):
        for one in folder.glob(f"{PREFIX}*"):
            if one.is_dir() and not one.is_symlink() and one.stat().st_mtime < before:
                _remove(one)


def _remove(folder: Path) -> None:
    # Windows deletes nothing that is read-only.
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            os.chmod(path, stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)
