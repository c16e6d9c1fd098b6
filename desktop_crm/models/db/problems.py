"""Turns what the drivers report into conditions a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_crm.models.errors import CrmError, DatabaseProblem, KnownDatabaseError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

_WORDS: dict[DatabaseProblem, tuple[str, str, bool]] = {
    DatabaseProblem.FULL: (
        QT_TRANSLATE_NOOP("messages", "The disk is full. Nothing was saved, nothing was lost."),
        QT_TRANSLATE_NOOP("messages", "Free some space on the disk, then try again."),
        True,
    ),
    DatabaseProblem.LOCKED: (
        QT_TRANSLATE_NOOP("messages", "Somebody else is writing at this moment. Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Wait a moment or close other programs that use this file, then try again."),
        True,
    ),
    DatabaseProblem.CORRUPT: (
        QT_TRANSLATE_NOOP("messages", "The file is damaged. Nothing was written to it."),
        QT_TRANSLATE_NOOP("messages", "Restore the newest back-up. The damaged file stays where it is."),
        False,
    ),
    DatabaseProblem.NOT_A_DATABASE: (
        QT_TRANSLATE_NOOP("messages", "This is not a Desktop CRM file. It was not touched."),
        QT_TRANSLATE_NOOP("messages", "Choose another file. Workbooks come in by Import."),
        False,
    ),
    DatabaseProblem.CONNECTION: (
        QT_TRANSLATE_NOOP("messages", "The server does not answer. What was saved before is safe."),
        QT_TRANSLATE_NOOP("messages", "Check the network, then try again."),
        True,
    ),
    DatabaseProblem.LOGIN: (
        QT_TRANSLATE_NOOP("messages", "The server refused the login. Nothing was opened."),
        QT_TRANSLATE_NOOP("messages", "Check the user name, the password and the database's name."),
        False,
    ),
    DatabaseProblem.READ_ONLY: (
        QT_TRANSLATE_NOOP("messages", "The file or its folder is write-protected. Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "messages", "Take away the protection or copy the file to a folder of your own, then try again."
        ),
        True,
    ),
    DatabaseProblem.MISSING: (
        QT_TRANSLATE_NOOP("messages", "The file is not there."),
        QT_TRANSLATE_NOOP("messages", "Put it back or connect its disk, choose another file, or restore a back-up."),
        True,
    ),
    DatabaseProblem.DISK: (
        QT_TRANSLATE_NOOP("messages", "The disk could not be read or written. What was saved before is safe."),
        QT_TRANSLATE_NOOP("messages", "Check that the disk is connected and has space, then try again."),
        True,
    ),
}

_SQLITE_CODES = {
    sqlite3.SQLITE_FULL: DatabaseProblem.FULL,
    sqlite3.SQLITE_BUSY: DatabaseProblem.LOCKED,
    sqlite3.SQLITE_LOCKED: DatabaseProblem.LOCKED,
    sqlite3.SQLITE_CORRUPT: DatabaseProblem.CORRUPT,
    sqlite3.SQLITE_NOTADB: DatabaseProblem.NOT_A_DATABASE,
    sqlite3.SQLITE_READONLY: DatabaseProblem.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: DatabaseProblem.MISSING,
    sqlite3.SQLITE_IOERR: DatabaseProblem.DISK,
    # There is no room for the index of the write-ahead log, without which the file cannot even be read.
    sqlite3.SQLITE_IOERR_SHMSIZE: DatabaseProblem.FULL,
    sqlite3.SQLITE_PERM: DatabaseProblem.READ_ONLY,
}

# SQLSTATE classes and codes of PostgreSQL.
_SQLSTATES = {
    "08": DatabaseProblem.CONNECTION,
    "28": DatabaseProblem.LOGIN,
    "3D": DatabaseProblem.LOGIN,
    "53100": DatabaseProblem.FULL,
    "53300": DatabaseProblem.CONNECTION,
    "55P03": DatabaseProblem.LOCKED,
    "40001": DatabaseProblem.LOCKED,
    "40P01": DatabaseProblem.LOCKED,
    "57P": DatabaseProblem.CONNECTION,
    "25006": DatabaseProblem.READ_ONLY,
    "XX001": DatabaseProblem.CORRUPT,
    "XX002": DatabaseProblem.CORRUPT,
}

_ERRNOS = {
    errno.ENOSPC: DatabaseProblem.FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): DatabaseProblem.FULL,
    errno.EFBIG: DatabaseProblem.FULL,  # a FAT disk holds no file above 4 GB
    errno.EACCES: DatabaseProblem.READ_ONLY,
    errno.EPERM: DatabaseProblem.READ_ONLY,
    errno.EROFS: DatabaseProblem.READ_ONLY,
    errno.ENOENT: DatabaseProblem.MISSING,
    errno.ENOTDIR: DatabaseProblem.MISSING,
    errno.EISDIR: DatabaseProblem.NOT_A_DATABASE,
    errno.EIO: DatabaseProblem.DISK,
    errno.ENXIO: DatabaseProblem.DISK,
    errno.ENODEV: DatabaseProblem.DISK,
}

# What servers say of a login that they refuse, in the languages they are run in here: a refused
# connection carries no SQLSTATE.
_LOGIN_WORDS = ("authentication", "password", "does not exist", "pg_hba", "认证", "密码", "口令", "不存在")

NOT_OURS_SERVER = Message(
    QT_TRANSLATE_NOOP("messages", "This database belongs to another application. It was not touched."),
)
NOT_OURS_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Ask the server's administrator for an empty database."))

DEPENDS = Message(
    QT_TRANSLATE_NOOP("messages", "Other records depend on this one. Nothing was changed."),
)


def problem(kind: DatabaseProblem) -> KnownDatabaseError:
    """The error for a condition, with its words."""
    text, advice, retry = _WORDS[kind]
    return KnownDatabaseError(kind, Message(text), Message(advice), retry=retry)


def not_ours_on_server() -> KnownDatabaseError:
    """A server's database that holds something else."""
    return KnownDatabaseError(DatabaseProblem.NOT_A_DATABASE, NOT_OURS_SERVER, NOT_OURS_ADVICE)


def is_full(error: OSError) -> bool:
    """Whether the operating system had no room for what was to be written."""
    return _ERRNOS.get(error.errno or 0) is DatabaseProblem.FULL


def translate(error: BaseException) -> CrmError | None:
    """The condition behind a driver's error, or None if it is none that we know."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, sqlite3.IntegrityError):
        return UserError(DEPENDS) if "FOREIGN KEY" in str(original) else None
    if isinstance(original, sqlite3.DatabaseError):
        return _sqlite(original)
    return _postgresql(original)


def _sqlite(error: sqlite3.DatabaseError) -> CrmError | None:
    code = getattr(error, "sqlite_errorcode", None)
    kind = _SQLITE_CODES.get(code) or _SQLITE_CODES.get(code & 0xFF) if code is not None else None
    return problem(kind) if kind else None


def _postgresql(error: BaseException) -> CrmError | None:
    if type(error).__module__.split(".")[0] != "psycopg":
        return None
    state = getattr(error, "sqlstate", None) or ""
    if state == "23503":
        return UserError(DEPENDS)
    for length in (5, 3, 2):
        if state[:length] in _SQLSTATES:
            return problem(_SQLSTATES[state[:length]])
    # Without a state the connection itself failed: the server never got to answer.
    if type(error).__name__ == "OperationalError" and not state:
        login = any(word in str(error) for word in _LOGIN_WORDS)
        return problem(DatabaseProblem.LOGIN if login else DatabaseProblem.CONNECTION)
    return None


@contextmanager
def known_problems(path: Path | None = None) -> Iterator[None]:
    """Raises what we know in place of a driver's error; lets everything else through.

    `path` is the file in question: SQLite says "cannot open" both when it is missing and when it is guarded."""
    try:
        yield
    except CrmError:
        raise
    except Exception as error:
        known = translate(error)
        if known is None:
            raise
        if isinstance(known, KnownDatabaseError) and known.problem is DatabaseProblem.MISSING and _is_there(path):
            known = problem(DatabaseProblem.READ_ONLY)
        raise known from error


@contextmanager
def file_problems(path: Path | None = None) -> Iterator[None]:
    """As `known_problems`, and says what the operating system reports while database files are handled."""
    try:
        with known_problems(path):
            yield
    except OSError as error:
        kind = _ERRNOS.get(error.errno or 0)
        if kind is None:
            raise
        raise problem(kind) from error


def _is_there(path: Path | None) -> bool:
    try:
        return path is not None and path.exists()
    except OSError:  # in a folder that may not be looked into
        return True
