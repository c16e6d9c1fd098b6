"""Writes customers to a workbook or a text file, batch by batch. What is exported can be imported again: unchanged
it changes nothing, and no cell of it can become a formula on anybody's computer."""

from __future__ import annotations

import csv
import datetime as dt
import os
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.problems import is_full, problem
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.errors import DatabaseProblem, UserError
from desktop_crm.models.exchange.cells import MAX_ROWS
from desktop_crm.models.exchange.custom_columns import codes_of
from desktop_crm.models.exchange.customer_columns import CREATED, DATES, FIELDS, Value, headers, rows_of
from desktop_crm.models.exchange.delimited import protected
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, Translate
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.custom_fields import links_of
from desktop_crm.models.queries.customer_filter import matching
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.queries.relations import codes_above
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import Customer, CustomerFilter
from desktop_crm.models.records.fields import TABLES

BATCH = 500
WRITING = Message(QT_TRANSLATE_NOOP("messages", "Writing customers…"))
UNKNOWN_KIND = QT_TRANSLATE_NOOP("messages", "“{file}” is neither .xlsx nor .csv. Nothing was written.")
CHOOSE_KIND = Message(QT_TRANSLATE_NOOP("messages", "End the file's name in .xlsx or .csv."))
NOT_WRITABLE = QT_TRANSLATE_NOOP("messages", "“{file}” cannot be written. An older file of that name is as it was.")
NOT_WRITABLE_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Close the file in other programs, or choose another folder.")
)
TOO_MANY = Message(QT_TRANSLATE_NOOP("messages", "A workbook sheet holds 1,048,576 rows; there are more customers."))
AS_CSV = Message(QT_TRANSLATE_NOOP("messages", "Export to a .csv file, or fewer customers."))
_FIRST_EXCEL_YEAR = 1901
_WIDTHS = {"name": 32, "address": 32, "notes": 40, "needs": 24, "region": 24, "phone": 20, "email": 26, "tags": 20}

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

Write = Callable[[Sequence[Value]], None]


def export_customers(
    session: Session,
    path: Path,
    *,
    wanted: CustomerFilter | None = None,
    translate: Translate = str,
    language: str = "en",
    monitor: Monitor | None = None,
) -> int:
    """Writes the customers of a filter, in the order of their numbers, to `path` (.xlsx or .csv); returns how many.

    The file appears whole or not at all. Raises UserError, KnownDatabaseError (full disk), CancelledError."""
    monitor = monitor or Monitor()
    writers = {".xlsx": _workbook, ".csv": _text}
    open_writer = writers.get(path.suffix.lower())
    if open_writer is None:
        raise UserError(Message(UNKNOWN_KIND, {"file": path.name}), CHOOSE_KIND)
    conditions = matching(session, wanted or CustomerFilter())
    total = session.scalar(select(func.count()).select_from(CustomerEntity).where(*conditions)) or 0
    fields = tuple(custom_fields(session))
    names = headers(translate, language, fields)
    with _replacing(path) as part, open_writer(part, names, TABLES["customer"].format(translate)) as write:
        done = 0
        for batch in _customers(session, conditions, fields):
            for customer in batch:
                for row in rows_of(customer, translate, language):
                    write(row)
            done += len(batch)
            monitor.report(done, total, WRITING)
    return total


def _customers(
    session: Session, conditions: Sequence[Any], fields: tuple[CustomField, ...]
) -> Iterator[list[Customer]]:
    c = CustomerEntity
    people = {row.id: row.name for row in session.execute(select(UserRow.id, UserRow.name))}
    teams = {row.id: row.name for row in session.execute(select(TeamRow.id, TeamRow.name))}
    key = tuple_(c.number, c.id)
    last: tuple[int, uuid.UUID] | None = None
    while True:
        rows = select(c.id, c.number, c.created_at, c.updated_at).where(*conditions).order_by(c.number, c.id)
        if last is not None:
            rows = rows.where(key > tuple_(*last, types=[c.number.type, c.id.type]))
        found = session.execute(rows.limit(BATCH)).all()
        if not found:
            return
        drafts = drafts_of(session, [row.id for row in found], fields)
        above = codes_above(session, [row.id for row in found])
        codes = codes_of(session, (link for draft in drafts.values() for link in links_of(draft, fields)))
        session.expunge_all()
        yield [
            Customer(
                draft=(draft := drafts[row.id]),
                id=row.id,
                number=row.number,
                owner_name=people.get(draft.owner_id, "") if draft.owner_id else "",
                team_name=teams.get(draft.team_id, "") if draft.team_id else "",
                tags=(),
                created_at=row.created_at,
                updated_at=row.updated_at,
                fields=fields,
                linked=codes,
                parent=above["parent"].get(row.id, ""),
                referred_by=above["referred_by"].get(row.id, ""),
            )
            for row in found
        ]
        last = (found[-1].number, found[-1].id)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place at the end, if all went well."""
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(handle)
        part = Path(name)
        yield part
        part.replace(path)
    except OSError as error:
        if is_full(error):
            raise problem(DatabaseProblem.FULL) from error
        raise UserError(Message(NOT_WRITABLE, {"file": path.name}), NOT_WRITABLE_ADVICE) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


@contextmanager
def _text(part: Path, names: Sequence[str], _: str) -> Iterator[Write]:
    # The mark at the beginning lets spreadsheet programs see that it is UTF-8.
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([protected(name) for name in names])
        yield lambda row: writer.writerow([_text_cell(value) for value in row])


def _text_cell(value: Value) -> str:
    if isinstance(value, str):
        return protected(value)
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, dt.datetime) else value.isoformat()


@contextmanager
def _workbook(part: Path, names: Sequence[str], title: str) -> Iterator[Write]:
    import xlsxwriter

    # The rows wait in files of their own; on any way out these go too.
    with tempfile.TemporaryDirectory(dir=part.parent, prefix=".export-", ignore_cleanup_errors=True) as folder:
        book = xlsxwriter.Workbook(str(part), _OPTIONS | {"tmpdir": folder})
        try:
            sheet = book.add_worksheet(title[:31])
            writer = _SheetWriter(book, sheet)
            writer.header(names)
            yield writer.row
            writer.finish()
        except BaseException:
            # Else the half-made workbook would be finished when it is collected.
            book.fileclosed = 1
            sheet.row_data_fh.close()
            raise
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error)) from error


class _SheetWriter:
    """Writes rows downwards; every text as a text, every date as a date."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self._sheet = sheet
        self._next = 0
        self._columns = 0
        self._bold = book.add_format({"bold": True, "bg_color": "#DCE6F2", "bottom": 1, "text_wrap": True})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})

    def header(self, names: Sequence[str]) -> None:
        for column, field in enumerate((*FIELDS, CREATED)):
            self._sheet.set_column(column, column, _WIDTHS.get(field, 17 if field in DATES else 14))
        self._sheet.freeze_panes(1, 2)
        for column, name in enumerate(names):
            self._sheet.write_string(0, column, name, self._bold)
        self._sheet.set_column(len(FIELDS) + 1, max(len(names), len(FIELDS) + 2) - 1, 17)
        self._columns = len(names)
        self._next = 1

    def row(self, values: Sequence[Value]) -> None:
        if self._next >= MAX_ROWS:
            raise UserError(TOO_MANY, AS_CSV)
        for column, value in enumerate(values):
            if value == "":
                continue
            if isinstance(value, str):
                self._sheet.write_string(self._next, column, value)
            elif value.year < _FIRST_EXCEL_YEAR:
                self._sheet.write_string(self._next, column, value.isoformat())
            else:
                style = self._time if isinstance(value, dt.datetime) else self._date
                self._sheet.write_datetime(self._next, column, value, style)
        self._next += 1

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(self._next - 1, 1), self._columns - 1)
