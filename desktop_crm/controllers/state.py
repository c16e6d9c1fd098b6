"""What the window remembers between runs: geometry, columns, filters, what was opened last."""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QObject

from desktop_crm.controllers.files import FileSaver, set_aside

Json: TypeAlias = bool | int | float | str | list[Any] | dict[str, Any] | None

RECENT_RECORDS = 200
RECENT_DATABASES = 10
SAVE_DELAY = 0.5
_RECORDS = "recent.records"
_DATABASES = "recent.databases"
# Openings, newest first and with repetitions: how often and how lately a record was opened.
_VISITS = "recent.visits"
_FADE = 0.97


class UiState(QObject):
    """Values by key, in a file of this user. A file that cannot be read is set aside and everything is at its
    beginning again: nothing here is worth a question to the person."""

    def __init__(self, path: Path, saver: FileSaver, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._saver = saver
        self._values = _load(path, saver)

    def get(self, key: str, default: Json = None) -> Any:
        """The value of `key`. It comes from a file, so its shape is to be checked by the caller."""
        return self._values.get(key, default)

    def set(self, key: str, value: Json) -> None:
        """Remembers a value; None forgets it. Written half a second later."""
        if self._values.get(key) == value:
            return
        if value is None:
            del self._values[key]
        else:
            # A copy: the caller may go on changing its list. It also finds at once what JSON cannot hold.
            self._values[key] = json.loads(json.dumps(value))
        self._save()

    def get_bytes(self, key: str) -> bytes:
        """Bytes such as `saveGeometry()`; empty when there are none."""
        value = self.get(key)
        try:
            return base64.b64decode(value, validate=True) if isinstance(value, str) else b""
        except binascii.Error:
            return b""

    def set_bytes(self, key: str, value: bytes) -> None:
        self.set(key, base64.b64encode(value).decode() if value else None)

    def recent_records(self, database: str) -> tuple[str, ...]:
        """Ids of the records opened last in a database (see `paths.database_key`), newest first."""
        return _strings(self._dict(_RECORDS).get(database))

    def favourite_records(self, database: str) -> tuple[str, ...]:
        """The same, those opened often and lately first: each opening counts a little less than the one after it."""
        visits = _strings(self._dict(_VISITS).get(database))
        weights: dict[str, float] = {}
        for age, record in enumerate(visits):
            weights[record] = weights.get(record, 0.0) + _FADE**age
        rest = [record for record in self.recent_records(database) if record not in weights]
        return (*sorted(weights, key=lambda record: -weights[record]), *rest)

    def remember_record(self, database: str, record: str) -> None:
        visits = self._dict(_VISITS)
        visits[database] = [record, *_strings(visits.pop(database, None))][:RECENT_RECORDS]
        for old in list(visits)[:-RECENT_DATABASES]:
            del visits[old]
        self.set(_VISITS, visits)
        recent = self._dict(_RECORDS)
        # Out and in again: the databases used last stay at the end.
        ids = _strings(recent.pop(database, None))
        recent[database] = [record, *(i for i in ids if i != record)][:RECENT_RECORDS]
        for old in list(recent)[:-RECENT_DATABASES]:
            del recent[old]
        self.set(_RECORDS, recent)

    def recent_databases(self) -> tuple[str, ...]:
        """Addresses of the databases opened last, newest first. They never hold a password: see
        `remember_database`."""
        return _strings(self.get(_DATABASES))

    def remember_database(self, address: str) -> None:
        """`address` must come without a password; this file is not a place for secrets."""
        others = [a for a in self.recent_databases() if a != address]
        self.set(_DATABASES, [address, *others][:RECENT_DATABASES])

    def forget_database(self, address: str) -> None:
        self.set(_DATABASES, [a for a in self.recent_databases() if a != address])

    def _dict(self, key: str) -> dict[str, Json]:
        value = self.get(key)
        return dict(value) if isinstance(value, dict) else {}

    def _save(self) -> None:
        content = {"version": 1, "values": self._values}
        self._saver.schedule(self._path, json.dumps(content, ensure_ascii=False).encode(), SAVE_DELAY)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _load(path: Path, saver: FileSaver) -> dict[str, Json]:
    try:
        raw = saver.content(path)
        if raw is None:
            return {}
        values = json.loads(raw)["values"]
        if not isinstance(values, dict):
            raise ValueError("not a state file")
        return values
    except (ValueError, LookupError, TypeError):
        try:
            set_aside(path)
        except OSError:
            return {}
    except OSError:
        pass
    return {}
