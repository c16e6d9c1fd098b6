"""What the import wizard remembers between its steps, as plain values."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from desktop_crm.models.db.context import Progress
from desktop_crm.models.messages import Message
from desktop_crm.models.records.import_kinds import CUSTOMER_KIND, ImportKind
from desktop_crm.models.records.import_setup import CellFix, ImportProfile, ImportSetup, RowDecision, ValueChoice
from desktop_crm.models.records.imports import ImportCounts, ImportResult, RowOutcome
from desktop_crm.models.records.sources import SourceChoice, SourceLook


class Step(IntEnum):
    """The steps of the wizard, in their order."""

    FILE = 0
    COLUMNS = 1
    VALUES = 2
    MATCHING = 3
    CHECK = 4
    RESULT = 5


Options = tuple[tuple[str, Message], ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What the database brings: the kind with its custom fields, the values that fields know as (as files write them,
    as people read them), and the saved profiles."""

    kind: ImportKind = CUSTOMER_KIND
    options: Mapping[str, Options] = field(default_factory=dict)
    profiles: tuple[ImportProfile, ...] = ()


class Stamp(NamedTuple):
    """Tells whether a file is still the one that was looked at."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is asked to look at, check or run. `rows` is the file for what becomes of each row, `counts` and
    `stamp` what the check found."""

    path: str
    choice: SourceChoice
    setup: ImportSetup
    rows: str = ""
    counts: ImportCounts | None = None
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class RowsSpec:
    """Which rows: of which file of results, of which outcomes (none: all), with which words in a cell."""

    file: str = ""
    outcomes: tuple[RowOutcome, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file, what its columns are taken for, and the profile that knows its header. `guesses` are
    the types of custom fields that columns would make."""

    look: SourceLook
    basis: Basis
    setup: ImportSetup
    profile: ImportProfile | None
    stamp: Stamp
    guesses: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a check or a run ended. `differs`: the run met other counts than the check and wrote nothing."""

    result: ImportResult
    rows: str
    stamp: Stamp
    differs: bool = False


class Mended(NamedTuple):
    """What a person changed in the grid of the check: one step of its undo."""

    fixes: tuple[CellFix, ...]
    decisions: tuple[RowDecision, ...]
    values: tuple[ValueChoice, ...]

    @staticmethod
    def of(setup: ImportSetup) -> Mended:
        return Mended(setup.fixes, setup.decisions, setup.values)


class Pace:
    """How fast work goes and how long it will take, from its reports; each phase counts anew."""

    def __init__(self) -> None:
        self._label: Message | None = None
        self._since = 0.0
        self._first = 0
        self.rate = 0.0
        self.left: float | None = None

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.label != self._label:
            self._label, self._since, self._first = progress.label, now, progress.done
            self.rate, self.left = 0.0, None
            return
        passed = now - self._since
        if passed > 0.5:
            self.rate = (progress.done - self._first) / passed
            rest = progress.total - progress.done
            self.left = rest / self.rate if progress.total and self.rate > 0 else None
