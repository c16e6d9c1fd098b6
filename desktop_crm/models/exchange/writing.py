"""Writes tables to workbooks and text files, row by row, whatever their size. A file appears whole or not at all, and
no cell of it can become a formula on anybody's computer."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

from desktop_crm.models.db.problems import is_full, problem
from desktop_crm.models.errors import DatabaseProblem, UserError
from desktop_crm.models.exchange.cells import MAX_ROWS
from desktop_crm.models.exchange.choice_sheets import RANGE, mend, range_of, rows_of
from desktop_crm.models.exchange.delimited import protected
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.tables import CellKind, Out, OutColumn, number_text

LISTS = Message(QT_TRANSLATE_NOOP("messages", "Choices"))
NOT_WRITABLE = QT_TRANSLATE_NOOP("messages", "“{file}” cannot be written. An older file of that name is as it was.")
NOT_WRITABLE_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Close the file in other programs, or choose another folder.")
)
TOO_MANY = Message(QT_TRANSLATE_NOOP("messages", "A workbook sheet holds 1,048,576 rows; there are more customers."))
AS_CSV = Message(QT_TRANSLATE_NOOP("messages", "Export to a .csv file, or fewer customers."))
TOO_LONG = QT_TRANSLATE_NOOP("messages", "Row {row} has a text that is longer than the 32,767 characters of a cell.")
NOT_IN_GBK = QT_TRANSLATE_NOOP(
    "messages", "GBK has no “{characters}”, which stand in {count} rows. Nothing was written."
)
OTHER_ENCODING = Message(
    QT_TRANSLATE_NOOP("messages", "Choose GB18030 or UTF-8: they hold every character, and Excel opens both.")
)

HEADER_FILL, HEADER_LINE = "#DCE6F2", "#8EA9DB"
DATE_FORMAT, TIME_FORMAT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
# Excel takes 1900 for a leap year.
_FIRST_EXCEL_YEAR = 1901
_LIST_LIMIT = 255
_SHOWN_CHARACTERS = 10
_ERROR_CODE = re.compile(r"os error (\d+)|code: (\d+)")


class Encoding(StrEnum):
    """What text files are written in. UTF8 begins with a mark, by which spreadsheet programs see that it is UTF-8."""

    UTF8 = "utf-8-sig"
    GBK = "gbk"
    GB18030 = "gb18030"


class _Header(str):
    """A header that is no other of the same name: two columns of a table may be called alike."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place at the end, if all went well.

    Raises UserError where it cannot be written, KnownDatabaseError where the disk is full."""
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


def write_workbook(
    part: Path,
    title: str,
    columns: Sequence[OutColumn],
    rows: Iterable[Sequence[Out]],
    *,
    frozen: int = 1,
    lists_title: str = "",
) -> None:
    """One sheet: styled header, frozen, filters, drop-downs, real dates and numbers; `frozen` columns stay in sight.
    With `lists_title` long choices are offered too, from a hidden sheet that is called so."""
    from rustpy_xlsxwriter import Format, write_worksheets

    heads = [_Header(column.header) for column in columns]
    pairs = list(zip(heads, columns, strict=True))
    header = _header(Format())
    name, lists_name = sheet_name(title), sheet_name(lists_title)
    rules, lists = _offers(pairs, lists_name if lists_title else "")
    at = [1]
    sheets: list[tuple[str, Any]] = [(name, _records(heads, columns, rows, at))]
    if lists:
        sheets.append((lists_name, rows_of(lists)))
    with _system_errors(at):
        write_worksheets(
            sheets,
            str(part),
            freeze_panes={name: {"row": 1, "col": frozen}},
            autofilter={name: True},
            header_format={name: header},
            row_heights={name: {0: 30.0}},
            column_widths={name: [float(column.width) for column in columns]},
            column_formats={name: [_format(Format(), column.kind) for column in columns]},
            ignore_errors={name: [head for head, column in pairs if column.kind is CellKind.TEXT]},
            data_validations={name: rules},
            notes={name: {head: column.note for head, column in pairs if column.note}},
            sheet_view={lists_name: {"hidden": True}} if lists else None,
        )
    if lists:
        with replacing(part) as beside:
            mend(part, beside)


def _offers(
    pairs: Sequence[tuple[_Header, OutColumn]], lists_name: str
) -> tuple[dict[str, dict[str, Any]], dict[str, Sequence[str]]]:
    """The drop-downs of columns, and the choices for the sheet `lists_name` of those whose rule cannot hold them."""
    long = [(head, column) for head, column in pairs if lists_name and _is_long(column)]
    rules: dict[str, dict[str, Any]] = {}
    rules |= {head: _drop_down(column) for head, column in pairs if column.choices and not _is_long(column)}
    for place, (head, column) in enumerate(long):
        rules[head] = _drop_down(column, range_of(place, len(column.choices), lists_name))
    return rules, {head: column.choices for head, column in long}


def sheet_name(title: str) -> str:
    """A title as a sheet can be called."""
    return _SHEET_NAME.sub(" ", title).strip("' ")[:31] or "1"


def _header(plain: Any) -> Any:
    bold = plain.set_bold().set_text_wrap().set_background_color(HEADER_FILL)
    return bold.set_border_bottom("thin").set_border_bottom_color(HEADER_LINE).set_align("center")


def _format(plain: Any, kind: CellKind) -> Any:
    # As text, what a person types into the column stays as typed: 0012, 1-19, a long number.
    known = {CellKind.TEXT: "@", CellKind.DATE: DATE_FORMAT, CellKind.TIME: TIME_FORMAT}
    return plain.set_num_format(known[kind]) if kind in known else plain


def _is_long(column: OutColumn) -> bool:
    """Whether a cell's rule cannot hold the choices: at most 255 characters, separated by commas."""
    joined = ",".join(column.choices)
    return bool(column.choices) and (len(joined) > _LIST_LIMIT or joined.count(",") >= len(column.choices))


def _drop_down(column: OutColumn, source: str = "") -> dict[str, Any]:
    style = "warning" if column.strict else "information"
    offered = {"type": RANGE, "formula": source} if source else {"type": "list", "values": list(column.choices)}
    return offered | {"error_style": style}


def _records(
    heads: Sequence[str], columns: Sequence[OutColumn], rows: Iterable[Sequence[Out]], at: list[int]
) -> Iterator[dict[str, Out]]:
    """The rows as the writer takes them; `at` says which one it has now."""
    dated = [i for i, column in enumerate(columns) if column.kind in (CellKind.DATE, CellKind.TIME)]
    number = 1
    for number, row in enumerate(rows, 2):
        if number > MAX_ROWS:
            raise UserError(TOO_MANY, AS_CSV)
        cells: Sequence[Out] = row
        if any(isinstance(value := row[i], dt.date) and value.year < _FIRST_EXCEL_YEAR for i in dated):
            cells = [_old(value) for value in row]
        at[0] = number
        yield dict(zip(heads, cells, strict=True))
    if number == 1:
        # Without any row the writer would not know the columns.
        yield dict.fromkeys(heads)


def _old(value: Out) -> Out:
    return value.isoformat() if isinstance(value, dt.date) and value.year < _FIRST_EXCEL_YEAR else value


@contextmanager
def _system_errors(at: list[int]) -> Iterator[None]:
    """Turns what the writer says of the system into OSError: it panics where its temporary file finds no room."""
    try:
        yield
    except OSError as error:
        raise _numbered(str(error)) or error from error
    except RuntimeError as error:
        if "32,767" not in str(error):
            raise
        raise UserError(Message(TOO_LONG, {"row": at[0]}), AS_CSV) from error
    except BaseException as error:
        found = _numbered(str(error)) if type(error).__name__ == "PanicException" else None
        if found is None:
            raise
        raise found from error


def _numbered(text: str) -> OSError | None:
    match = _ERROR_CODE.search(text)
    if match is None:
        return None
    code = int(match[1] or match[2])
    return OSError(0, text, None, code) if os.name == "nt" else OSError(code, text)


def write_text(
    part: Path, columns: Sequence[OutColumn], rows: Iterable[Sequence[Out]], encoding: Encoding = Encoding.UTF8
) -> None:
    """Values separated by commas. Raises UserError, with the characters, where GBK cannot hold them."""
    missing = _Missing(encoding)
    with part.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        for row in chain([[column.header for column in columns]], rows):
            cells = [protected(value) if type(value) is str and value else text_cell(value) for value in row]
            if encoding is Encoding.GBK and not missing.holds("".join(cells)):
                continue
            writer.writerow(cells)
    missing.check()


def text_cell(value: Out) -> str:
    """A value as text files hold it, so that no spreadsheet program takes it for a formula."""
    if isinstance(value, str):
        return protected(value) if value else value
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, dt.date) else number_text(value)


class _Missing:
    """The characters that an encoding does not have."""

    def __init__(self, encoding: Encoding) -> None:
        self._encoding = encoding
        self._found: dict[str, None] = {}
        self._rows = 0

    def holds(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            self._rows += 1
            if len(self._found) < _SHOWN_CHARACTERS:
                self._found |= dict.fromkeys(ch for ch in text if not ch.encode(self._encoding, "ignore"))
            return False
        return True

    def check(self) -> None:
        if self._rows:
            shown = "".join(list(self._found)[:_SHOWN_CHARACTERS])
            raise UserError(Message(NOT_IN_GBK, {"characters": shown, "count": self._rows}), OTHER_ENCODING)
