"""What can be said of a database without opening it in the application."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_crm.models.messages import Message


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a back-up holds. `newest` is the time of its last change (UTC)."""

    path: str
    size: int
    made_at: dt.datetime
    customers: int
    contacts: int
    newest: dt.datetime | None
    schema: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of `check`: each list holds what is wrong; empty lists mean all is well."""

    integrity: tuple[Message, ...] = ()
    foreign_keys: tuple[Message, ...] = ()
    search: tuple[Message, ...] = ()
    journal: tuple[Message, ...] = ()
    files: tuple[Message, ...] = ()

    @property
    def ok(self) -> bool:
        return not (self.integrity or self.foreign_keys or self.search or self.journal or self.files)
