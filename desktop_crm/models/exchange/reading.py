"""Opens a file of rows, whatever its format, and finds the table in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop_crm.models.exchange import delimited, workbooks
from desktop_crm.models.exchange.cells import (
    MAX_COLUMNS,
    MAX_ROWS,
    SPLIT,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    Row,
    Sheet,
    as_text,
    refused,
)
from desktop_crm.models.exchange.guard import KINDS, NO_WORKBOOK, ZIP
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

HEADER_WITHIN = 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Says whether a header is known; a function of the caller, so that every kind of table can be read.
Recognise = Callable[[str], bool]

MISSING = Message(QT_TRANSLATE_NOOP("messages", "the file is not there."))
NO_FILE = Message(
    QT_TRANSLATE_NOOP("messages", "it cannot be opened: another program holds it, or you may not read it.")
)
CLOSE_IT = Message(QT_TRANSLATE_NOOP("messages", "Close it in other programs, then try again."))
CHOOSE = Message(QT_TRANSLATE_NOOP("messages", "Choose another file."))
EMPTY = Message(QT_TRANSLATE_NOOP("messages", "it is empty."))
HTML = Message(QT_TRANSLATE_NOOP("messages", "it is a web page that only calls itself a workbook."))
NO_HEADER = QT_TRANSLATE_NOOP(
    "messages", "no row among the first {count} of sheet “{sheet}” names columns that are known here."
)
NO_HEADER_TEXT = QT_TRANSLATE_NOOP("messages", "no row among the first {count} names columns that are known here.")
NAME_COLUMNS = Message(
    QT_TRANSLATE_NOOP("messages", "Give the columns names such as “Name”, “Phone” and “E-mail” in the first row.")
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a file. `header` are the column names as written, `rows` what follows (to be walked once;
    blank rows are left out)."""

    path: Path
    sheet: str
    header: tuple[str, ...]
    header_row: int
    rows: Iterator[Row]


def open_table(path: Path, known: Recognise) -> Table:
    """The table whose header names the most columns that are `known`, on any sheet. Raises UserError."""
    try:
        with path.open("rb") as file:
            start = file.read(1024)
    except FileNotFoundError as error:
        raise refused(path, MISSING, CHOOSE) from error
    except OSError as error:
        raise refused(path, NO_FILE, CLOSE_IT) from error
    if not start.strip():
        raise refused(path, EMPTY, CHOOSE)
    if start.startswith((ZIP, OLE)):
        return _from_workbook(path, known)
    if b"<html" in start.lower() or b"<!doctype html" in start.lower() or b"<table" in start.lower():
        raise refused(path, HTML)
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods") and b"\0" in start:
        raise refused(path, NO_WORKBOOK, KINDS)
    return _from_text(path, known)


def _from_workbook(path: Path, known: Recognise) -> Table:
    best: tuple[int, Table] | None = None
    first = ""
    filled = False
    for sheet in workbooks.sheets(path):
        first = first or sheet.name
        head = list(islice(sheet.rows, HEADER_WITHIN))
        filled = filled or any(not row.blank for row in head)
        place, score = _header(head, known)
        if score and (best is None or score > best[0]):
            best = (score, _table(path, sheet, head, place))
    if best is None and not filled:
        raise refused(path, EMPTY, CHOOSE)
    if best is None:
        words: dict[str, str | int | Message] = {"count": HEADER_WITHIN, "sheet": first}
        raise refused(path, Message(NO_HEADER, words), NAME_COLUMNS)
    return best[1]


def _from_text(path: Path, known: Recognise) -> Table:
    encoding = delimited.encoding_of(path)
    best = (0, 0, "")
    for separator in delimited.SEPARATORS:
        head = delimited.head(path, encoding, separator, HEADER_WITHIN)
        place, score = _header(head, known)
        width = len(head[place].cells) if head else 0
        best = max(best, (score, width, separator), key=lambda found: found[:2])
    score, _, separator = best
    if not score:
        # A quotation mark in the wrong place hides the header: say that first.
        for _ in islice(delimited.rows(path, encoding, ","), HEADER_WITHIN):
            pass
        raise refused(path, Message(NO_HEADER_TEXT, {"count": HEADER_WITHIN}), NAME_COLUMNS)
    rows = delimited.rows(path, encoding, separator)
    head = list(islice(rows, HEADER_WITHIN))
    return _table(path, Sheet("", rows), head, _header(head, known)[0])


def _header(head: Sequence[Row], known: Recognise) -> tuple[int, int]:
    """The place of the row with the most known names (the first of equals), and how many it has."""
    scores = [len({as_text(c) for c in row.cells if isinstance(c, str) and c and known(c)}) for row in head]
    best = max(scores, default=0)
    return (scores.index(best), best) if best else (0, 0)


def _table(path: Path, sheet: Sheet, head: Sequence[Row], place: int) -> Table:
    header = tuple(as_text(c) for c in head[place].cells)
    rows = _bounded(path, [*head[place + 1 :]], sheet.rows)
    return Table(path, sheet.name, header, head[place].number, rows)


def _bounded(path: Path, head: Sequence[Row], rest: Iterator[Row]) -> Iterator[Row]:
    """The rows that hold something, as long as there are not more than any sheet can have."""
    for source in (head, rest):
        for row in source:
            if row.number > MAX_ROWS:
                raise refused(path, Message(TOO_MANY_ROWS, {"count": MAX_ROWS}), SPLIT)
            if len(row.cells) > MAX_COLUMNS:
                raise refused(path, Message(TOO_MANY_COLUMNS, {"row": row.number, "count": MAX_COLUMNS}), SPLIT)
            if not row.blank:
                yield row
