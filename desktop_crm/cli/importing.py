"""The import on the command line."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm.cli.running import Answer, Run
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from desktop_crm.models.db.database import Database
    from desktop_crm.models.records.import_setup import ImportSetup
    from desktop_crm.models.records.imports import ImportResult, RowProblem

SHOWN_PROBLEMS = 20
WRITTEN = QT_TRANSLATE_NOOP("messages", "{count} refused rows are in {file}.")
Plain = Callable[[Any], Any]


def import_customers(work: Run, plain: Plain) -> Answer:
    from desktop_crm.models.exchange.customer_import import run_import
    from desktop_crm.models.exchange.error_rows import write_error_rows

    given = work.given
    with work.database(create=True) as database, tempfile.TemporaryDirectory(prefix="desktop-crm-") as folder:
        outcomes = Path(folder) / "rows.db" if given.errors else None
        outcome = run_import(
            database,
            Path(given.file),
            dry_run=given.dry_run,
            monitor=work.monitor,
            setup=_setup(database, given),
            outcomes=outcomes,
        )
        result = outcome.value
        lines = _lines(result)
        if outcomes is not None:
            header = [use.header for use in result.columns]
            written = write_error_rows(
                outcomes,
                header,
                Path(given.errors),
                work.translate,
                source=Path(given.file),
                sheet=result.sheet,
                monitor=work.monitor,
            )
            lines.append(Message(WRITTEN, {"count": written, "file": given.errors}))
    data = plain(result) | {
        "left_out": result.left_out,
        "counts": asdict(result.counts),
        "change_set": plain(outcome.change_set.id) if outcome.change_set else None,
    }
    return Answer(data, lines)


def _setup(database: Database, given: argparse.Namespace) -> ImportSetup | None:
    """The setup that the options say; None where they say nothing."""
    from desktop_crm.models.queries.import_profiles import profile_called
    from desktop_crm.models.records.import_setup import Blank, ImportSetup, MatchKey, Mode

    if not (given.profile or given.mode or given.blank or given.match):
        return None
    setup = ImportSetup()
    if given.profile:
        with database.read() as session:
            setup = profile_called(session, given.profile).setup
    if given.mode:
        setup = replace(setup, mode=Mode(given.mode))
    if given.blank:
        setup = replace(setup, blank=Blank(given.blank))
    if given.match:
        setup = replace(setup, match=tuple(MatchKey(one) for one in given.match))
    return setup


def match_keys(text: str) -> list[str]:
    """`code,phone` as an option takes it. Raises ValueError for what is no key."""
    from desktop_crm.models.records.import_setup import MatchKey

    names = {"code": "number"}
    return [MatchKey(names.get(part, part)).value for part in (one.strip() for one in text.split(",")) if part]


def _lines(result: ImportResult) -> list[str | Message]:
    words: dict[str, str | int | Message] = {
        "file": result.file,
        "rows": result.rows,
        "created": result.created,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "left": result.left_out,
    }
    first = (
        QT_TRANSLATE_NOOP("messages", "Trial run of {file}, nothing was written: {rows} rows read.")
        if result.dry_run
        else QT_TRANSLATE_NOOP("messages", "{file}: {rows} rows read.")
    )
    counts = QT_TRANSLATE_NOOP(
        "messages", "{created} customers new, {changed} changed, {unchanged} unchanged; {left} rows left out."
    )
    lines: list[str | Message] = [Message(first, words), Message(counts, words)]
    ignored = ", ".join(use.header for use in result.columns if use.field is None and use.header)
    if ignored:
        lines.append(Message(QT_TRANSLATE_NOOP("messages", "Columns not read: {columns}"), {"columns": ignored}))
    if result.new_owners:
        owners = {"names": ", ".join(result.new_owners)}
        lines.append(Message(QT_TRANSLATE_NOOP("messages", "New users: {names}"), owners))
    return [*lines, *_problem_lines(result.problems), *_problem_lines(result.notes)]


def _problem_line(problem: RowProblem) -> Message:
    """A cell as it stands there; where nothing stands, only its column, and where there is none, the row."""
    if problem.value:
        words = QT_TRANSLATE_NOOP("messages", "Row {row}, {column} “{value}”: {reason}")
    elif problem.column:
        words = QT_TRANSLATE_NOOP("messages", "Row {row}, {column}: {reason}")
    else:
        words = QT_TRANSLATE_NOOP("messages", "Row {row}: {reason}")
    args: dict[str, str | int | Message] = {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value[:60],
        "reason": problem.message,
    }
    return Message(words, args)


def _problem_lines(problems: tuple[RowProblem, ...]) -> list[str | Message]:
    lines: list[str | Message] = [_problem_line(problem) for problem in problems[:SHOWN_PROBLEMS]]
    if len(problems) > SHOWN_PROBLEMS:
        more = {"count": len(problems) - SHOWN_PROBLEMS}
        lines.append(Message(QT_TRANSLATE_NOOP("messages", "… and {count} more; --json lists all."), more))
    return lines
