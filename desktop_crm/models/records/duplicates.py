"""What the duplicates desk shows: pairs and groups with their reasons, and records side by side."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_crm.models.messages import Message
from desktop_crm.models.records.listed import Id

# From this percentage on a pair is worth a person's look.
THRESHOLD = 50
# In place of a record: the texts of all, one below the other; only long texts can be taken so.
BOTH = -1
LONG = ("needs", "notes")


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence: what it is, and how much it weighs: for (> 0) or against (< 0) the two being one."""

    message: Message
    weight: float

    @property
    def against(self) -> bool:
        return self.weight < 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two records are one customer, in percent, and why; the heaviest reason first."""

    score: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two customers that may be one."""

    first_id: Id
    second_id: Id
    score: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A customer of a group, as a line names it."""

    id: Id
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """Customers that hang together by pairs; the best pair's score, the best pair first."""

    id: Id
    score: int
    members: tuple[Member, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ScanInfo:
    """The last scan: when (UTC), over how many customers, in how many seconds, and how many pairs it found."""

    at: dt.datetime
    customers: int
    seconds: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as people read it (a message where it is a code), and as stored."""

    shown: str | Message | dt.date
    stored: object = None


@dataclass(frozen=True, slots=True)
class MergeField:
    """A field in which the records can differ: one cell a record, and which of them is offered."""

    column: str
    label: Message
    cells: tuple[Cell, ...]
    offered: int

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose."""
        return len({cell.stored for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What goes along: how many rows of a kind move to the record that stays, and how many it has already."""

    what: Message
    moved: int
    known: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Records side by side; `fields` hold one cell for each of `members`, the first of which stays by default."""

    members: tuple[Member, ...]
    fields: tuple[MergeField, ...]
    parts: tuple[MergeField, ...]
    verdict: Verdict
    follow: tuple[FollowUp, ...] = field(default=())


def reasons_to_json(reasons: Sequence[Reason]) -> str:
    return json.dumps(
        [[reason.message.to_json(), round(reason.weight, 2)] for reason in reasons],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def reasons_from_json(text: str) -> tuple[Reason, ...]:
    return tuple(Reason(Message.from_json(message), weight) for message, weight in json.loads(text))


def scan_to_json(info: ScanInfo) -> str:
    return json.dumps(
        {"at": info.at.isoformat(), "customers": info.customers, "seconds": info.seconds, "pairs": info.pairs}
    )


def scan_from_json(text: str) -> ScanInfo:
    raw = json.loads(text)
    return ScanInfo(dt.datetime.fromisoformat(raw["at"]), raw["customers"], raw["seconds"], raw["pairs"])
