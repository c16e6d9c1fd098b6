"""The change journal as people read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_crm.models.messages import Message
from desktop_crm.models.records.change_kind import ChangeKind
from desktop_crm.models.records.listed import Id


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One command's changes: what was done, by whom, when (UTC), to how many rows. `undone` says that it is
    taken back at present."""

    id: Id
    seq: int
    title: Message
    kind: ChangeKind
    who: str
    device: str
    at: dt.datetime
    rows: int
    undone: bool


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row: from → to, as text for people; None is "empty"."""

    field: Message
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a change set. `op` is I, U or D; `record` names the row, `customer_id` where it belongs."""

    table: str
    row_id: Id
    op: str
    what: Message
    record: str
    customer_id: Id | None
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A later change set that an undo would trample on, and the record they share."""

    change_set: ChangeSet
    record: str


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Ctrl+Z and Ctrl+Shift+Z would do now; None is "nothing"."""

    undo: ChangeSet | None = None
    redo: ChangeSet | None = None
