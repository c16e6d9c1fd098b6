"""Which records are chosen, by id: it outlives sorting, paging and reloading, and can mean "all but
these"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_crm.models.records.listed import Id


@dataclass(frozen=True, slots=True)
class Selection:
    """`all` False: exactly `ids`. `all` True: every record that the list's filter matches, but
    `except_ids`."""

    all: bool = False
    ids: frozenset[Id] = frozenset()
    except_ids: frozenset[Id] = frozenset()

    def count(self, total: int) -> int:
        """How many records that is, of `total` in the list."""
        return max(total - len(self.except_ids), 0) if self.all else len(self.ids)

    def __contains__(self, record: object) -> bool:
        return record not in self.except_ids if self.all else record in self.ids


class RecordSelection(QObject):
    """The selection of one table. `changed` comes once per change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = False
        self._ids: set[Id] = set()

    def value(self) -> Selection:
        if self._all:
            return Selection(all=True, except_ids=frozenset(self._ids))
        return Selection(ids=frozenset(self._ids))

    def contains(self, record: Id) -> bool:
        return (record in self._ids) != self._all

    def is_empty(self) -> bool:
        return not self._all and not self._ids

    def set_only(self, ids: Iterable[Id]) -> None:
        self._set(False, set(ids))

    def select_all(self) -> None:
        self._set(True, set())

    def clear(self) -> None:
        self._set(False, set())

    def toggle(self, record: Id) -> None:
        self._set(self._all, self._ids ^ {record})

    def add(self, ids: Iterable[Id]) -> None:
        self._set(self._all, self._ids - set(ids) if self._all else self._ids | set(ids))

    def _set(self, every: bool, ids: set[Id]) -> None:
        if (every, ids) != (self._all, self._ids):
            self._all, self._ids = every, ids
            self.changed.emit()
