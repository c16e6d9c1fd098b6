"""The recycle bin: what was deleted, by whom, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_crm.models.records.listed import Id


@dataclass(frozen=True, slots=True)
class Parts:
    """How many parts go with customers into the recycle bin, and come back with them."""

    contacts: int = 0
    points: int = 0
    tags: int = 0
    files: int = 0

    def __bool__(self) -> bool:
        return any((self.contacts, self.points, self.tags, self.files))


@dataclass(frozen=True, slots=True)
class BinRow:
    """One line of the recycle bin. `deleted_at` is ISO 8601 in UTC; `deleted_by` empty where nobody knows."""

    id: Id
    number: int
    name: str
    owner_name: str
    deleted_at: str
    deleted_by: str
    parts: Parts
