"""Opens a file of rows, whatever its format, finds the table in it, and says what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from desktop_crm.models.exchange import delimited
from desktop_crm.models.exchange.books import Book, kind_of, open_book
from desktop_crm.models.exchange.cells import Row, as_text, refused
from desktop_crm.models.exchange.encodings import encodings_of
from desktop_crm.models.exchange.header_rows import WITHIN, Header, Recognise, known_place, likely_place, read_header
from desktop_crm.models.exchange.table_body import body, without_examples
from desktop_crm.models.exchange.workbooks import Sheet
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, listed
from desktop_crm.models.records.sources import (
    LOOKED_AT,
    ColumnLook,
    SheetLook,
    SourceChoice,
    SourceKind,
    SourceLook,
    percent,
    unnamed,
)

FIRST = 20
_NO_CHOICE = SourceChoice()
_SAMPLE = 500
_COUNTED = 20_000
_COUNTED_BYTES = 32 * 1024 * 1024
_LOWEST_HEADER = 1_000
_SAMPLE_CHARS = 200

CHOOSE = Message(QT_TRANSLATE_NOOP("messages", "Choose another file."))
EMPTY = Message(QT_TRANSLATE_NOOP("messages", "it is empty."))
NO_HEADER = QT_TRANSLATE_NOOP(
    "messages", "no row among the first {count} of sheet “{sheet}” names columns that are known here."
)
NO_HEADER_TEXT = QT_TRANSLATE_NOOP("messages", "no row among the first {count} names columns that are known here.")
NAME_COLUMNS = Message(
    QT_TRANSLATE_NOOP("messages", "Give the columns names such as “Name”, “Phone” and “E-mail” in the first row.")
)
NO_SHEET = QT_TRANSLATE_NOOP("messages", "it has no sheet “{sheet}”.")
OTHER_SHEET = Message(QT_TRANSLATE_NOOP("messages", "Choose another sheet."))
NO_ROW = QT_TRANSLATE_NOOP("messages", "it has no row {row} that could name the columns.")
EXAMPLES = QT_TRANSLATE_NOOP("messages", "The examples of the template are left out (rows {rows}).")
OTHER_ROW = Message(QT_TRANSLATE_NOOP("messages", "Choose another row."))


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a file. `header` are the names of the columns, no two alike (empty: nothing in that column); `rows`
    what follows (to be walked once; blank rows are left out). `below` are the notes and sums under the table, once all
    rows have been walked, `examples` the numbers of a template's examples that were left in; both are left out.
    `height` is about how many rows follow, for a person to see how far it is (0: not known)."""

    path: Path
    sheet: str
    header: tuple[str, ...]
    header_row: int
    rows: Iterator[Row]
    below: list[Row] = field(default_factory=list)
    height: int = 0
    examples: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """Where a table was found: the first rows of a sheet, and the one of them that names the columns."""

    sheet: Sheet
    head: list[Row]
    place: int
    score: int


@dataclass(slots=True)
class _Found:
    kind: SourceKind
    table: Table
    header: Header
    choice: SourceChoice
    known: bool
    titles: Sequence[Row]
    height: int
    sheets: tuple[SheetLook, ...] = ()
    encodings: tuple[str, ...] = ()
    remarks: tuple[Message, ...] = ()


def open_table(path: Path, known: Recognise, choice: SourceChoice = _NO_CHOICE) -> Table:
    """The table whose header names the most columns that are `known`, on any sheet, or the one that was chosen: a
    chosen header row need not be known. Raises UserError."""
    return _find(path, known, choice, strict=not choice.header_row).table


def look_at(path: Path, known: Recognise, choice: SourceChoice = _NO_CHOICE) -> SourceLook:
    """What `open_table` would read, for a person to look at and to choose otherwise. Raises UserError."""
    found = _find(path, known, choice, strict=False)
    first: list[tuple[int, tuple[str, ...]]] = []
    columns = _Columns(found.table.header)
    titles = [(row.number, tuple(as_text(cell) for cell in row.cells if cell)) for row in found.titles if not row.blank]
    rows = 0
    for row in islice(found.table.rows, LOOKED_AT):
        rows += 1
        texts = columns.take(row)
        if len(first) < FIRST:
            first.append((row.number, texts))
    exact = rows < LOOKED_AT or _is_small(path, found)
    if exact:
        for row in found.table.rows:
            rows += 1
            columns.count(row)
    else:
        rows = max(rows, found.height - found.header.bottom)
    return SourceLook(
        kind=found.kind,
        choice=found.choice,
        known=found.known,
        sheets=found.sheets,
        encodings=found.encodings,
        separators=tuple(delimited.SEPARATORS) if found.encodings else (),
        titles=tuple(texts for _, texts in titles),
        columns=columns.looks(),
        first=tuple(first),
        rows=rows,
        rows_exact=exact,
        below=tuple(" ".join(as_text(c) for c in row.cells if c) for row in found.table.below[:FIRST]),
        remarks=(*found.remarks, *_of_examples(found.table.examples)),
        title_rows=tuple(number for number, _ in titles),
    )


def _of_examples(rows: Sequence[int]) -> tuple[Message, ...]:
    return (Message(EXAMPLES, {"rows": listed(rows)}),) if rows else ()


def _is_small(path: Path, found: _Found) -> bool:
    return path.stat().st_size <= _COUNTED_BYTES if found.encodings else found.height <= _COUNTED


class _Columns:
    """Looks at the columns of some rows."""

    def __init__(self, header: Sequence[str]) -> None:
        self._header = header
        self._rows = 0
        self._filled = [0] * len(header)
        self._samples: list[list[str]] = [[] for _ in header]
        self._kinds: list[set[str]] = [set() for _ in header]

    def take(self, row: Row) -> tuple[str, ...]:
        self._rows += 1
        texts = tuple(as_text(cell) for cell in row.cells[: len(self._header)])
        for place, text in enumerate(texts):
            if text:
                self._filled[place] += 1
                self._kinds[place].add(text)
                samples = self._samples[place]
                if len(samples) < 3 and (short := text[:_SAMPLE_CHARS]) not in samples:
                    samples.append(short)
        return texts

    def count(self, row: Row) -> None:
        """As `take`, of a row that is one of many."""
        self._rows += 1
        for place, cell in enumerate(row.cells[: len(self._header)]):
            if cell:
                self._filled[place] += 1

    def looks(self) -> tuple[ColumnLook, ...]:
        return tuple(
            ColumnLook(
                name,
                place,
                percent(filled, self._rows),
                tuple(samples),
                named=name != unnamed(place),
                distinct=len(self._kinds[place]),
            )
            for place, (name, filled, samples) in enumerate(zip(self._header, self._filled, self._samples, strict=True))
            if name or filled
        )


def _find(path: Path, known: Recognise, choice: SourceChoice, *, strict: bool) -> _Found:
    kind = kind_of(path)
    if kind is SourceKind.TEXT:
        return _in_text(path, known, choice, strict=strict)
    return _in_book(path, open_book(path, kind), known, choice, strict=strict)


def _in_book(path: Path, book: Book, known: Recognise, choice: SourceChoice, *, strict: bool) -> _Found:
    if choice.sheet and choice.sheet not in book.names:
        raise refused(path, Message(NO_SHEET, {"sheet": choice.sheet}), OTHER_SHEET)
    best: _Place | None = None
    heights: dict[str, int] = {}
    for name in [choice.sheet] if choice.sheet else book.names:
        sheet = book.sheet(name)
        heights[name] = sheet.height
        here = _place(path, sheet, known, choice.header_row)
        if here and (best is None or _better(here, best)):
            best = here
    if best is None and choice.header_row and any(heights.values()):
        raise refused(path, Message(NO_ROW, {"row": choice.header_row}), OTHER_ROW)
    if best is None:
        raise refused(path, EMPTY, CHOOSE)
    if strict and not best.score:
        words: dict[str, str | int | Message] = {"count": WITHIN, "sheet": book.names[0]}
        raise refused(
            path, Message(NO_HEADER, words) if book.names[0] else Message(NO_HEADER_TEXT, words), NAME_COLUMNS
        )
    found = _found(path, book.kind, best, known)
    found.sheets = tuple(SheetLook(name, heights.get(name)) for name in book.names if name)
    found.remarks = tuple(book.remarks)
    found.choice = SourceChoice(sheet=best.sheet.name, header_row=found.header.row)
    return found


def _place(path: Path, sheet: Sheet, known: Recognise, header_row: int) -> _Place | None:
    """Where the header of a sheet is; None for a sheet without one."""
    if header_row > _LOWEST_HEADER:
        raise refused(path, Message(NO_ROW, {"row": header_row}), OTHER_ROW)
    head = list(islice(sheet.rows, max(WITHIN, header_row + 3)))
    if not any(not row.blank for row in head):
        # Nothing at the top: a table that begins further down is found where it begins.
        head = list(islice((row for row in sheet.rows if not row.blank), WITHIN)) if not header_row else []
    if header_row:
        places = [i for i, row in enumerate(head) if row.number == header_row]
        return _Place(sheet, head, places[0], 1) if places else None
    if not head:
        return None
    place, score = known_place(head, known)
    return _Place(sheet, head, place if score else likely_place(head), score)


def _better(one: _Place, other: _Place) -> bool:
    """The first of equals stays; where nothing is known, the longest sheet is meant."""
    if one.score or other.score:
        return one.score > other.score
    return one.sheet.height > other.sheet.height


def _in_text(path: Path, known: Recognise, choice: SourceChoice, *, strict: bool) -> _Found:
    encodings = encodings_of(path, choice.encoding)
    encoding = encodings[0]
    separator, score = _separator(path, encoding, known, choice)
    if strict and not score:
        # A quotation mark in the wrong place hides the header: say that first.
        for _ in islice(delimited.rows(path, encoding, ","), WITHIN):
            pass
        raise refused(path, Message(NO_HEADER_TEXT, {"count": WITHIN}), NAME_COLUMNS)
    sheet = Sheet("", delimited.rows(path, encoding, separator), delimited.lines(path) if not strict else 0)
    here = _place(path, sheet, known, choice.header_row)
    if here is None and choice.header_row:
        raise refused(path, Message(NO_ROW, {"row": choice.header_row}), OTHER_ROW)
    if here is None:
        raise refused(path, EMPTY, CHOOSE)
    found = _found(path, SourceKind.TEXT, here, known)
    found.encodings = encodings
    found.choice = SourceChoice(header_row=found.header.row, encoding=encoding, separator=separator)
    return found


def _separator(path: Path, encoding: str, known: Recognise, choice: SourceChoice) -> tuple[str, int]:
    """The separator that gives the most known columns, or else the evenest table; and how many columns are known."""
    best: tuple[int, float, int, str] = (0, 0.0, 0, ",")
    offered = (
        choice.separator if len(choice.separator) == 1 and choice.separator not in '"\r\n' else delimited.SEPARATORS
    )
    for separator in offered:
        head = delimited.head(path, encoding, separator, WITHIN)
        place, score = known_place(head, known)
        even, width = delimited.evenness(head)
        if score:
            even, width = 1.0, len(head[place].cells)
        best = max(best, (score, even, width, separator), key=lambda found: found[:3])
    return (offered if len(offered) == 1 else best[3]), best[0]


def _found(path: Path, kind: SourceKind, here: _Place, known: Recognise) -> _Found:
    sample = list(islice(here.sheet.rows, _SAMPLE))
    header = read_header(here.head, here.place, here.sheet.merges, known, sample)
    titles = [row for row in here.head if row.number < header.top]
    rest = [row for row in here.head if row.number > header.bottom]
    below: list[Row] = []
    examples: list[int] = []
    rows = body(path, chain(rest, sample, here.sheet.rows), header, here.sheet.merges, below)
    rows = without_examples(rows, examples)
    height = max(here.sheet.height - header.bottom, 0)
    table = Table(path, here.sheet.name, header.names, header.row, rows, below, height, examples)
    return _Found(kind, table, header, SourceChoice(), here.score > 0, titles, here.sheet.height)
