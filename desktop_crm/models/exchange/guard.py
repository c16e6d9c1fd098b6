"""Looks a workbook over before it is opened: a small hostile file can take all memory, or the whole process.

The reader holds a sheet as a full grid: one cell in the last corner of an otherwise empty sheet asks it for 17
thousand million cells. So the parts of the zip are walked first, in little memory."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from desktop_crm.models.exchange.cells import MAX_COLUMNS, Cell, Flawed, mended, refused
from desktop_crm.models.exchange.error_cells import of_xls, of_xlsb
from desktop_crm.models.exchange.sheet_grid import MAX_MARKS, Entities, Grid, measure, sheet_parts
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

MAX_MEMBERS = 5_000
MAX_UNPACKED = 1_500 * 1024 * 1024
MAX_RATIO = 250  # a sheet of equal numbers reaches 60; a bomb 1,000
RATIO_FROM = 8 * 1024 * 1024  # small parts may be packed however well
MAX_GRID = 60_000_000  # cells of the rectangle around all that a sheet holds
_CHUNK = 1 << 20
ZIP = b"PK\x03\x04"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "

BOMB = Message(QT_TRANSLATE_NOOP("messages", "unpacked it would take more memory than any customer list needs."))
SPARSE = QT_TRANSLATE_NOOP("messages", "a cell far outside the table, near row {row}, makes sheet “{sheet}” too large.")
SPARSE_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Delete the rows and columns outside your table, save the file, then try again.")
)
ENTITIES = Message(
    QT_TRANSLATE_NOOP("messages", "it declares XML entities, which can be an attack; no spreadsheet program does that.")
)
ERRORS = QT_TRANSLATE_NOOP(
    "messages", "more than {count} cells of sheet “{sheet}” hold errors or formulas without results."
)
DAMAGED = Message(QT_TRANSLATE_NOOP("messages", "it is damaged or incomplete."))
LOCKED = Message(QT_TRANSLATE_NOOP("messages", "it is protected by a password."))
LOCKED_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Open it in a spreadsheet program, take the password off, save it, then try again.")
)
NO_WORKBOOK = Message(QT_TRANSLATE_NOOP("messages", "it is not a workbook."))
KINDS = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "Workbooks (.xlsx, .xlsb, .xls, .ods), text files (.csv, .txt) and contact cards (.vcf) can be read.",
    )
)


# By sheet, row and column (from 0): what stands in cells that the reader takes for empty.
Marks = Mapping[str, Mapping[int, Mapping[int, Cell]]]


def look_over(path: Path) -> Marks:
    """Raises UserError for a workbook that must not be opened: bombs, damaged and encrypted files. Returns the cells
    that hold an error or a formula without a result."""
    with path.open("rb") as file:
        zipped = file.read(4) == ZIP
    if not zipped:
        if _PACKAGE in path.read_bytes():
            raise refused(path, LOCKED, LOCKED_ADVICE)
        return of_xls(path)
    try:
        return _look_over_zip(path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, expat.ExpatError) as error:
        raise refused(path, DAMAGED) from error
    except (ValueError, KeyError, OSError, struct.error) as error:
        raise refused(path, DAMAGED) from error
    except RuntimeError as error:  # what zipfile says of an encrypted member
        raise refused(path, LOCKED, LOCKED_ADVICE) from error


def _look_over_zip(path: Path) -> Marks:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_UNPACKED:
            raise refused(path, BOMB)
        for member in members:
            if member.file_size > max(RATIO_FROM, MAX_RATIO * member.compress_size):
                raise refused(path, BOMB)
        names = {m.filename for m in members}
        if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
            raise refused(path, NO_WORKBOOK, KINDS)
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise refused(path, LOCKED, LOCKED_ADVICE)
        # Reading every part to its end also finds a part that is longer than the directory says.
        found = {m.filename: _walk(path, archive, m) for m in members if m.filename.endswith((".xml", ".bin", ".rels"))}
        if "content.xml" in names:
            return found["content.xml"]
        if "xl/workbook.bin" in names:
            return {sheet: _not_too_many(path, sheet, grid) for sheet, grid in of_xlsb(archive).items()}
        parts = {name: marks[""] for name, marks in found.items() if marks}
        return {sheet: parts[part] for sheet, part in sheet_parts(archive).items() if part in parts} if parts else {}


def _walk(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Marks:
    """Reads a part to its end in little memory and measures the grid that its cells span; its marks by sheet, where
    the part does not name one by nothing."""
    name = member.filename
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        marks = _walk_sheet(path, archive, member)
        return {"": marks} if marks else {}
    grid = _OpenDocumentGrid() if name == "content.xml" else None
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK):
            if b"<!DOCTYPE" in chunk and not name.endswith(".bin"):
                raise refused(path, ENTITIES)
            if grid is not None:
                grid.feed(chunk)
                _not_too_large(path, grid.sheet, grid.row, grid.area())
    if grid is None:
        return {}
    return {sheet: _not_too_many(path, sheet, errors) for sheet, errors in grid.errors.items() if errors.marked}


def _walk_sheet(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Mapping[int, Mapping[int, Cell]]:
    name = Path(member.filename).stem
    try:
        grid = measure(lambda: archive.open(member), MAX_GRID)
    except Entities as error:
        raise refused(path, ENTITIES) from error
    _not_too_large(path, name, grid.row, grid.area)
    return _not_too_many(path, name, grid)


def _not_too_many(path: Path, sheet: str, grid: Grid) -> Mapping[int, Mapping[int, Cell]]:
    if grid.marked > MAX_MARKS:
        raise refused(path, Message(ERRORS, {"count": MAX_MARKS, "sheet": sheet}))
    return grid.marks


def _not_too_large(path: Path, sheet: str, row: int, area: int) -> None:
    if area > MAX_GRID:
        raise refused(path, Message(SPARSE, {"row": row, "sheet": sheet}), SPARSE_ADVICE)


class _OpenDocumentGrid:
    """The same for a format that says "these cells, a million times"; empty repeats at the edges are usual."""

    def __init__(self) -> None:
        self.sheet = ""
        self.row = 0
        self._largest = self._columns = 0
        self._rows = self._repeat = self._column = 0
        self._cell_repeat = 1
        self._filled = False
        self._formula = False
        self._text: list[str] = []
        self.errors: dict[str, Grid] = {}
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def area(self) -> int:
        return max(self._largest, self.row * self._columns)

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _TABLE + "table":
            self._largest = self.area()
            self.sheet = attributes.get(_TABLE + "name", "")
            self.row = self._columns = self._rows = 0
        elif tag == _TABLE + "table-row":
            self._repeat = _count(attributes.get(_TABLE + "number-rows-repeated"))
            self._column = 0
        elif tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self._cell_repeat = _count(attributes.get(_TABLE + "number-columns-repeated"))
            self._filled = _OFFICE + "value-type" in attributes
            self._formula = _TABLE + "formula" in attributes
            self._text = []
        elif tag.endswith("text:1.0 p"):
            self._filled = True
            # What an error is called stands in the text alone: as a value the cell has none, or an empty one.
            self._parser.CharacterDataHandler = self._text.append if self._formula else None

    def _end(self, tag: str) -> None:
        if tag == _TABLE + "table-row":
            self._rows += self._repeat
        elif tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            if self._formula:
                self._look_at_result()
            self._column += self._cell_repeat
            if self._filled:
                self.row = self._rows + self._repeat
                self._columns = max(self._columns, self._column)
            self._filled = False

    def _look_at_result(self) -> None:
        self._parser.CharacterDataHandler = None
        self._formula = False
        error = mended("".join(self._text))
        if isinstance(error, Flawed):
            marks = self.errors.setdefault(self.sheet, Grid())
            for row in range(self._rows + 1, self._rows + 1 + min(self._repeat, MAX_MARKS)):
                for place in range(self._column, self._column + min(self._cell_repeat, MAX_COLUMNS)):
                    marks.mark(row, place, error)
                    if marks.marked > MAX_MARKS:
                        return


def _count(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1
