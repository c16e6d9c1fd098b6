"""What an import did or would do, for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_crm.models.messages import Message
from desktop_crm.models.records.listed import Id


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in one row of a file: the row as the spreadsheet program numbers it, the column's header
    (empty: the row as a whole), the cell as it stands there, and why."""

    row: int
    column: str
    value: str
    message: Message


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A column of the file and the field it fills; None: it is not read."""

    header: str
    field: str | None


class RowOutcome(StrEnum):
    """What becomes of a row. TWIN: it tells more of the record of an earlier row (a further contact person, say); ASK:
    it fits several records, and a person must say which; LEFT_OUT: by the mode, or because a person said so."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    TWIN = "twin"
    ERROR = "error"
    ASK = "ask"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a row may mean."""

    id: Id
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """A field of a stored record, from → to; None is "empty". `field` is its id, so that codes of choices can be shown
    by their labels."""

    field: str
    label: Message
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class RowResult:
    """One row of the file and what becomes of it. `cells` are its texts, place by place, as they were read (with what
    was mended); `changes` the fields from → to of a stored record; `twin_of` the earlier row. `record` is None
    while there is none; after a dry run the record of a new row is not there yet."""

    row: int
    outcome: RowOutcome
    cells: tuple[str, ...] = ()
    record: Id | None = None
    number: int = 0
    name: str = ""
    twin_of: int = 0
    changes: tuple[CellChange, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[RowProblem, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class RowPage:
    """Some rows of those that a filter leaves, and how many it leaves."""

    rows: tuple[RowResult, ...]
    total: int


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A value of the file that the application does not know, in how many rows it stands, and the nearest known one
    (as it is stored, and as people read it)."""

    field: str
    text: str
    count: int
    near: str = ""
    near_label: Message | None = None


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """A column as the whole file has it: how many rows fill it, and the first different values."""

    place: int
    header: str
    filled: int
    samples: tuple[str, ...] = ()
    guess: str = ""


MOST_OPTIONS = 50
"""A column of more different values makes no choice."""


@dataclass(frozen=True, slots=True)
class FoundOptions:
    """The options that the values of a column make, in the order of the file; `distinct` counts its different values,
    which may be more."""

    labels: tuple[str, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The whole file, looked through once without asking the database row by row."""

    rows: int
    columns: tuple[ColumnSummary, ...] = ()
    unknown: tuple[UnknownValue, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record that the undo of an import left as it is, since it was edited meanwhile."""

    id: Id
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What the undo of an import did: records taken away, records given their former values, and those kept."""

    removed: int
    restored: int
    kept: tuple[KeptRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Rows by their outcome, and records made besides (people named as owners, parent companies)."""

    rows: int = 0
    create: int = 0
    update: int = 0
    unchanged: int = 0
    twin: int = 0
    error: int = 0
    ask: int = 0
    left_out: int = 0
    owners: int = 0
    related: int = 0


@dataclass(frozen=True, slots=True)
class ImportResult:
    """`rows` were read; each of them is a part of a created, changed or unchanged customer, or was left out for
    a reason in `problems`. Several rows can tell of one customer. `notes` say what a person may want to look at in
    rows that were taken. `dry_run`: nothing was written."""

    file: str
    sheet: str
    columns: tuple[ColumnUse, ...]
    rows: int
    created: int
    changed: int
    unchanged: int
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[RowProblem, ...] = ()
    new_owners: tuple[str, ...] = ()
    dry_run: bool = False
    counts: ImportCounts = ImportCounts()

    @property
    def left_out(self) -> int:
        """How many rows were left out."""
        counts = self.counts
        if counts.rows:
            return counts.error + counts.ask + counts.left_out
        return len({problem.row for problem in self.problems})
