"""Unsaved forms, kept so that a crash or a power cut costs no more than the last moment's typing."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_crm.controllers.files import FileSaver

SAVE_DELAY = 0.3


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed in `form` for the record `record_key` ("" for a new one), and when (UTC)."""

    form: str
    record_key: str
    data: dict[str, Any]
    saved_at: dt.datetime


class DraftStore:
    """Drafts of one database, one file each, written by `saver` and readable by this user only.

    `database_key` comes from `paths.database_key`. A draft file that cannot be read is passed over and kept.
    """

    def __init__(self, folder: Path, database_key: str, saver: FileSaver) -> None:
        self._folder = folder / database_key
        self._saver = saver

    def save(self, form: str, record_key: str, data: dict[str, Any]) -> None:
        """Keeps `data` (what JSON can hold), on the disk 0.3 s later. Raises TypeError for anything else."""
        content = {
            "version": 1,
            "form": form,
            "record_key": record_key,
            "saved_at": dt.datetime.now(dt.UTC).isoformat(),
            "data": data,
        }
        raw = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self._saver.schedule(self._path(form, record_key), raw, SAVE_DELAY)

    def load(self, form: str, record_key: str) -> Draft | None:
        """The draft, or None when there is none that can be read."""
        return self._read(self._path(form, record_key))

    def discard(self, form: str, record_key: str) -> None:
        """Forgets the draft: it was saved as a record, or the person does not want it."""
        self._saver.schedule(self._path(form, record_key), None, 0.0)

    def pending(self) -> list[Draft]:
        """All drafts, newest first. Reads files: call it in a worker when there may be many."""
        paths = {path for path in self._saver.scheduled() if path.parent == self._folder}
        if self._folder.is_dir():
            paths.update(self._folder.glob("*.json"))
        drafts = [draft for path in paths if (draft := self._read(path)) is not None]
        return sorted(drafts, key=lambda draft: draft.saved_at, reverse=True)

    def _path(self, form: str, record_key: str) -> Path:
        name = hashlib.sha256(json.dumps([form, record_key]).encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"

    def _read(self, path: Path) -> Draft | None:
        try:
            raw = self._saver.content(path)
            return None if raw is None else _parse(raw)
        except (OSError, ValueError, LookupError, TypeError):
            return None


def _parse(raw: bytes) -> Draft:
    content = json.loads(raw.decode("utf-8", "surrogatepass"))
    form, key, data = content["form"], content["record_key"], content["data"]
    saved_at = dt.datetime.fromisoformat(content["saved_at"])
    if not (isinstance(form, str) and isinstance(key, str) and isinstance(data, dict)):
        raise ValueError("not a draft")
    if saved_at.tzinfo is None:
        raise ValueError("not a draft")
    return Draft(form, key, data, saved_at)
