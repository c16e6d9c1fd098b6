"""What an import did or would do, for people."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_crm.models.messages import Message


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

    @property
    def left_out(self) -> int:
        """How many rows were left out."""
        return len({problem.row for problem in self.problems})
