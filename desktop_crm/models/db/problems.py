"""Turns what the drivers report into conditions a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_crm.models.errors import CrmError, DatabaseProblem, KnownDatabaseError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

_WORDS: dict[DatabaseProblem, tuple[str, str, bool]] = {
    DatabaseProblem.FULL: (
        QT_TRANSLATE_NOOP("messages", "The disk is full. Nothing was saved, nothing was lost."),
        QT_TRANSLATE_NOOP("messages", "Free some space on the disk, then try again."),
        True,
    ),
    DatabaseProblem.LOCKED: (
        QT_TRANSLATE_NOOP("messages", "Another program is writing to this file. Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Wait a moment or close the other program, then try again."),
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
        QT_TRANSLATE_NOOP("messages", "The file can only be read. Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Take away its write protection or copy it to a folder of your own."),
        True,
    ),
    DatabaseProblem.MISSING: (
        QT_TRANSLATE_NOOP("messages", "The file is not there."),
        QT_TRANSLATE_NOOP("messages", "Choose another file, or restore a back-up."),
        False,
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
    sqlite3.SQLITE_IOERR: DatabaseProblem.FULL,
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
    "57P": DatabaseProblem.CONNECTION,
    "25006": DatabaseProblem.READ_ONLY,
    "XX001": DatabaseProblem.CORRUPT,
    "XX002": DatabaseProblem.CORRUPT,
}

DEPENDS = Message(
    QT_TRANSLATE_NOOP("messages", "Other records depend on this one. Nothing was changed."),
)


def problem(kind: DatabaseProblem) -> KnownDatabaseError:
    """The error for a condition, with its words."""
    text, advice, retry = _WORDS[kind]
    return KnownDatabaseError(kind, Message(text), Message(advice), retry=retry)


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
    kind = _SQLITE_CODES.get(code & 0xFF) if code is not None else None
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
        login = any(word in str(error) for word in ("authentication", "password", "does not exist"))
        return problem(DatabaseProblem.LOGIN if login else DatabaseProblem.CONNECTION)
    return None


@contextmanager
def known_problems() -> Iterator[None]:
    """Raises what we know in place of a driver's error; lets everything else through."""
    try:
        yield
    except CrmError:
        raise
    except Exception as error:
        known = translate(error)
        if known is None:
            raise
        raise known from error
