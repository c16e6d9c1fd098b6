"""Whether a place is fit for a database file: local, not synchronised by a cloud, writable, not full."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStorageInfo

from desktop_crm.models.errors import DatabaseProblem, KnownDatabaseError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

LEAST_FREE = 50 * 1024 * 1024
DRIVE_REMOTE = 4

NETWORK_TYPES = frozenset(
    """9p afpfs afs cifs ceph coda davfs fuse.davfs2 fuse.glusterfs fuse.gvfsd-fuse fuse.rclone fuse.s3fs
    fuse.sshfs fuse.vmhgfs-fuse glusterfs lustre ncpfs nfs nfs4 prl_fs smb smb2 smb3 smbfs vboxsf vmhgfs
    webdav""".split()  # noqa: SIM905
)
# By folder name, because these programs leave no other mark inside the folder.
SERVICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("OneDrive", re.compile(r"onedrive($| - .*|-.*)", re.IGNORECASE)),
    ("Dropbox", re.compile(r"dropbox($| \(.*)", re.IGNORECASE)),
    ("iCloud", re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive($|-.*)", re.IGNORECASE)),
    ("坚果云", re.compile(r"nutstore.*|我的坚果云|坚果云.*", re.IGNORECASE)),
    ("百度网盘", re.compile(r"baidusyncdisk|baidunetdiskworkspace|百度网盘.*|百度云.*", re.IGNORECASE)),
)
MARKERS: Mapping[str, str] = {".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".nutstore": "坚果云"}
VARIABLES: Mapping[str, str] = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}

NETWORK = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "“{folder}” is on a network drive. A database file there can be damaged when the connection breaks or"
        " two computers write at once. Nothing was changed.",
    )
)
NETWORK_ADVICE = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "Keep the file on this computer's own disk. To work on the same data as a team, use a PostgreSQL database.",
    )
)
SYNCED = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "“{folder}” is kept in step by {service}, which copies the file while it is being written. The copies"
        " can be damaged or overwrite newer data. Nothing was changed.",
    )
)
SYNCED_ADVICE = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "Keep the file in another folder on this computer and let {service} keep the back-ups. To share data,"
        " use a PostgreSQL database.",
    )
)
READ_ONLY = Message(
    QT_TRANSLATE_NOOP("messages", "You may not write in “{folder}”, so changes could not be saved there.")
)
READ_ONLY_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Choose another folder, or ask for permission to write in this one.")
)
FULL = Message(QT_TRANSLATE_NOOP("messages", "The disk of “{folder}” is almost full: {free} MB are left."))
FULL_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Free some space or choose another disk, so that changes can be saved.")
)


def check_location(path: Path, environment: Mapping[str, str] | None = None) -> KnownDatabaseError | None:
    """What is wrong with keeping a database at `path` (which need not exist), or None. Asks the disk: call it
    in a worker."""
    environment = os.environ if environment is None else environment
    folder = path.expanduser().absolute().parent
    name = {"folder": str(folder)}
    existing = _existing(folder)
    info = QStorageInfo(str(existing))
    # Both as written and resolved: a link may lead into such a place.
    real = existing.resolve()
    if is_network(str(path), bytes(info.fileSystemType().data()).decode("ascii", "replace"), str(real)):
        return KnownDatabaseError(DatabaseProblem.NETWORK_SHARE, Message(NETWORK.text, name), NETWORK_ADVICE)
    service = synchronising_service((folder, real), environment)
    if service is not None:
        return KnownDatabaseError(
            DatabaseProblem.NETWORK_SHARE,
            Message(SYNCED.text, {**name, "service": service}),
            Message(SYNCED_ADVICE.text, {"service": service}),
        )
    if info.isReadOnly() or not _writable(existing, path):
        return KnownDatabaseError(
            DatabaseProblem.READ_ONLY, Message(READ_ONLY.text, name), READ_ONLY_ADVICE, retry=True
        )
    return check_free(folder, info.bytesAvailable() if info.isValid() else -1)


def check_free(folder: Path, free: int) -> KnownDatabaseError | None:
    """`free` bytes are left; negative: not known."""
    if not 0 <= free < LEAST_FREE:
        return None
    message = Message(FULL.text, {"folder": str(folder), "free": free // (1024 * 1024)})
    return KnownDatabaseError(DatabaseProblem.FULL, message, FULL_ADVICE, retry=True)


def is_network(written: str, file_system: str, resolved: str = "") -> bool:
    """Whether a path is on another computer, by its spelling (UNC), its file system's name, or its drive."""
    if file_system.lower() in NETWORK_TYPES:
        return True
    for path in (written, resolved):
        # \\?\C:\… and \\.\… are local ways of writing; \\?\UNC\… is not.
        if re.match(r"(?i)(\\\\|//)\?[\\/]UNC[\\/]", path):
            return True
        if re.match(r"\\\\[^\\?.]", path) or (sys.platform == "win32" and re.match(r"//[^/?.]", path)):
            return True
    return _remote_drive(resolved or written)


def synchronising_service(folders: Iterable[Path], environment: Mapping[str, str]) -> str | None:
    """The name of the cloud program that keeps one of the folders in step, if one is known to."""
    for folder in folders:
        service = _by_variable(folder, environment) or _by_name(folder) or _by_marker(folder)
        if service is not None:
            return service
    return None


def _by_variable(folder: Path, environment: Mapping[str, str]) -> str | None:
    for variable, service in VARIABLES.items():
        root = environment.get(variable)
        if root and folder.is_relative_to(Path(root)):
            return service
    return None


def _by_name(folder: Path) -> str | None:
    for part in folder.parts:
        for service, pattern in SERVICES:
            if pattern.fullmatch(part):
                return service
    return None


def _by_marker(folder: Path) -> str | None:
    home = Path.home()
    for parent in (folder, *folder.parents):
        # ~/.dropbox is the program's own configuration, not a mark that the home folder is shared.
        if parent == home:
            return None
        for marker, service in MARKERS.items():
            if (parent / marker).exists():
                return service
    return None


def _existing(folder: Path) -> Path:
    return next((p for p in (folder, *folder.parents) if p.exists()), folder)


def _writable(folder: Path, path: Path) -> bool:
    try:
        # Trying is the only sure way: Windows keeps its rights where os.access does not look.
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        return False
    return not path.exists() or os.access(path, os.W_OK)


def _remote_drive(path: str) -> bool:
    drive = os.path.splitdrive(path)[0]
    if os.name != "nt" or not drive:
        return False
    import ctypes

    windll: Any = getattr(ctypes, "windll")  # noqa: B009 - there is none elsewhere, as mypy knows
    return bool(windll.kernel32.GetDriveTypeW(drive + "\\") == DRIVE_REMOTE)
