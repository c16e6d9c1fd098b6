"""What becomes of each row of a file, kept in a file of its own beside the import: a million rows take no memory, and a
window pages through them by filter."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_crm.models.messages import Message
from desktop_crm.models.records.imports import (
    Candidate,
    CellChange,
    ImportCounts,
    RowOutcome,
    RowPage,
    RowProblem,
    RowResult,
)

_BETWEEN = "\x1f"
_SCHEMA = """
CREATE TABLE outcome (
    row INTEGER PRIMARY KEY, outcome TEXT NOT NULL, record BLOB, number INTEGER NOT NULL, name TEXT NOT NULL,
    twin_of INTEGER NOT NULL, cells TEXT NOT NULL, more TEXT NOT NULL
);
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_INDEX = """
CREATE INDEX ix_outcome ON outcome (outcome, row);
CREATE INDEX ix_more ON outcome (row) WHERE more <> '';
"""
_COLUMNS = "row, outcome, record, number, name, twin_of, cells, more"


@dataclass(slots=True)
class Outcome:
    """A row as it is noted while the import runs."""

    row: int
    outcome: RowOutcome
    cells: Sequence[str] = ()
    record: uuid.UUID | None = None
    number: int = 0
    name: str = ""
    twin_of: int = 0
    changes: Sequence[CellChange] = ()
    problems: Sequence[RowProblem] = ()
    notes: Sequence[RowProblem] = ()
    candidates: Sequence[Candidate] = field(default=())


class OutcomeWriter:
    """Writes outcomes batch by batch and counts them. Without a path it only counts."""

    def __init__(self, path: Path | None) -> None:
        self.counts: dict[RowOutcome, int] = dict.fromkeys(RowOutcome, 0)
        self._connection: sqlite3.Connection | None = None
        if path is not None:
            path.unlink(missing_ok=True)
            self._connection = sqlite3.connect(path, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=OFF")
            self._connection.execute("PRAGMA synchronous=OFF")
            self._connection.executescript(_SCHEMA)
            self._connection.execute("BEGIN")

    @property
    def kept(self) -> bool:
        """Whether more than counts is kept."""
        return self._connection is not None

    def write(self, rows: Sequence[Outcome]) -> None:
        for row in rows:
            self.counts[row.outcome] += 1
        if self._connection is not None:
            self._connection.executemany(
                "INSERT OR REPLACE INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_stored, rows)
            )

    def note(self, problem: RowProblem) -> None:
        """Adds a note to a row that is written already."""
        self._add(problem.row, "notes", _problems([problem]))

    def change(self, row: Outcome, change: CellChange) -> None:
        """Adds a change to a row that is written already."""
        if row.outcome is RowOutcome.CREATE:
            return
        self._add(row.row, "changes", _changes([change]))
        if row.outcome is RowOutcome.UNCHANGED:
            row.outcome = RowOutcome.UPDATE
            self.counts[RowOutcome.UNCHANGED] -= 1
            self.counts[RowOutcome.UPDATE] += 1
            if self._connection is not None:
                self._connection.execute("UPDATE outcome SET outcome = 'update' WHERE row = ?", (row.row,))

    def _add(self, row: int, key: str, found: list[list[Any]]) -> None:
        if self._connection is None:
            return
        (more,) = self._connection.execute("SELECT more FROM outcome WHERE row = ?", (row,)).fetchone() or ("",)
        given = json.loads(more) if more else {"changes": [], "problems": [], "notes": [], "candidates": []}
        given[key] += found
        self._connection.execute(
            "UPDATE outcome SET more = ? WHERE row = ?", (json.dumps(given, ensure_ascii=False), row)
        )

    def forget_records(self, dry_run: bool) -> None:
        """After a dry run the new records are not there."""
        if dry_run and self._connection is not None:
            made = "SELECT record FROM outcome WHERE outcome = 'create'"
            self._connection.execute(f"UPDATE outcome SET number = 0 WHERE outcome <> 'create' AND record IN ({made})")
            self._connection.execute(f"UPDATE outcome SET record = NULL WHERE record IN ({made})")

    def finish(self, counts: ImportCounts) -> None:
        if self._connection is not None:
            text = json.dumps({name: getattr(counts, name) for name in counts.__dataclass_fields__})
            self._connection.execute("INSERT OR REPLACE INTO about VALUES ('counts', ?)", (text,))
            self._connection.execute("COMMIT")
            self._connection.executescript(_INDEX)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _stored(row: Outcome) -> tuple[Any, ...]:
    more = ""
    if row.changes or row.problems or row.notes or row.candidates:
        more = json.dumps(
            {
                "changes": _changes(row.changes),
                "problems": _problems(row.problems),
                "notes": _problems(row.notes),
                "candidates": [[c.id.hex, c.number, c.name] for c in row.candidates],
            },
            ensure_ascii=False,
        )
    record = None if row.record is None else row.record.bytes
    cells = _BETWEEN.join(row.cells)
    return row.row, row.outcome.value, record, row.number, row.name, row.twin_of, cells, more


def _changes(changes: Iterable[CellChange]) -> list[list[Any]]:
    return [[c.field, c.label.to_json(), c.old, c.new] for c in changes]


def _problems(problems: Iterable[RowProblem]) -> list[list[Any]]:
    return [[p.column, p.value, p.message.to_json()] for p in problems]


def read_counts(path: Path) -> ImportCounts:
    """How many rows of each outcome."""
    with closing(_open(path)) as connection:
        (text,) = connection.execute("SELECT value FROM about WHERE key = 'counts'").fetchone()
    return ImportCounts(**json.loads(text))


def read_page(
    path: Path,
    *,
    offset: int = 0,
    limit: int = 200,
    outcomes: Sequence[RowOutcome] = (),
    text: str = "",
    noted: bool = False,
    rows: Sequence[int] = (),
) -> RowPage:
    """Rows in the order of the file: of some outcomes, with a text in one of their cells, with something noted or wrong
    (`noted`), or only these `rows`."""
    conditions, given = ["1"], {"text": f"%{_escaped(text)}%", "limit": limit, "offset": offset}
    if outcomes:
        conditions.append(f"outcome IN ({', '.join(repr(one.value) for one in outcomes)})")
    if rows:
        conditions.append(f"row IN ({', '.join(str(int(one)) for one in rows)})")
    if noted:
        conditions.append("more <> '' AND (more NOT LIKE '%\"problems\": [], \"notes\": []%')")
    if text:
        conditions.append("(cells LIKE :text ESCAPE '\\' OR name LIKE :text ESCAPE '\\')")
    where = " AND ".join(conditions)
    with closing(_open(path)) as connection:
        (total,) = connection.execute(f"SELECT count(*) FROM outcome WHERE {where}", given).fetchone()
        found = connection.execute(
            f"SELECT {_COLUMNS} FROM outcome WHERE {where} ORDER BY row LIMIT :limit OFFSET :offset", given
        ).fetchall()
    return RowPage(tuple(map(_result, found)), total)


def read_rows(path: Path, outcomes: Sequence[RowOutcome]) -> tuple[int, ...]:
    """The numbers of all rows of some outcomes."""
    marks = ", ".join("?" * len(outcomes))
    with closing(_open(path)) as connection:
        found = connection.execute(
            f"SELECT row FROM outcome WHERE outcome IN ({marks}) ORDER BY row", [one.value for one in outcomes]
        )
        return tuple(row for (row,) in found)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _result(row: tuple[Any, ...]) -> RowResult:
    number, outcome, record, code, name, twin_of, cells, more = row
    given: Mapping[str, Any] = json.loads(more) if more else {}
    return RowResult(
        row=number,
        outcome=RowOutcome(outcome),
        cells=tuple(cells.split(_BETWEEN)) if cells else (),
        record=uuid.UUID(bytes=record) if record else None,
        number=code,
        name=name,
        twin_of=twin_of,
        changes=tuple(
            CellChange(f, Message.from_json(label), old, new) for f, label, old, new in given.get("changes", ())
        ),
        problems=_read_problems(number, given.get("problems", ())),
        notes=_read_problems(number, given.get("notes", ())),
        candidates=tuple(Candidate(uuid.UUID(hex=key), n, shown) for key, n, shown in given.get("candidates", ())),
    )


def _read_problems(row: int, given: Iterable[Any]) -> tuple[RowProblem, ...]:
    return tuple(RowProblem(row, column, value, Message.from_json(text)) for column, value, text in given)
