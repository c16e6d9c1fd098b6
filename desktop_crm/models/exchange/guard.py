"""Looks a workbook over before it is opened: a small hostile file can take all memory, or the whole process.

The reader holds a sheet as a full grid: one cell in the last corner of an otherwise empty sheet asks it for 17
thousand million cells. So the parts of the zip are walked first, in little memory."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from desktop_crm.models.exchange.cells import refused
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

MAX_MEMBERS = 5_000
MAX_UNPACKED = 1_500 * 1024 * 1024
MAX_RATIO = 250  # a sheet of equal numbers reaches 60; a bomb 1,000
RATIO_FROM = 8 * 1024 * 1024  # small parts may be packed however well
MAX_GRID = 60_000_000  # cells of the rectangle around all that a sheet holds
_CHUNK = 1 << 20
_OVERLAP = 512

ZIP = b"PK\x03\x04"
_CELL = re.compile(rb'<(?:\w+:)?c\b[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]*(?<!/)>')
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "

BOMB = Message(QT_TRANSLATE_NOOP("messages", "unpacked it would take more memory than any customer list needs."))
SPARSE = QT_TRANSLATE_NOOP("messages", "a cell far outside the table, near row {row}, makes sheet “{sheet}” too large.")
SPARSE_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Delete the rows and columns outside your table, save the file, then try again.")
)
DAMAGED = Message(QT_TRANSLATE_NOOP("messages", "it is damaged or incomplete."))
LOCKED = Message(QT_TRANSLATE_NOOP("messages", "it is protected by a password."))
LOCKED_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Open it in a spreadsheet program, take the password off, save it, then try again.")
)
NO_WORKBOOK = Message(QT_TRANSLATE_NOOP("messages", "it is not a workbook."))
KINDS = Message(QT_TRANSLATE_NOOP("messages", "Workbooks (.xlsx, .xls, .ods) and text files (.csv, .txt) can be read."))


def look_over(path: Path) -> None:
    """Raises UserError for a workbook that must not be opened: bombs, damaged and encrypted files."""
    with path.open("rb") as file:
        zipped = file.read(4) == ZIP
    if not zipped:
        if _PACKAGE in path.read_bytes():
            raise refused(path, LOCKED, LOCKED_ADVICE)
        return
    try:
        _look_over_zip(path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, expat.ExpatError) as error:
        raise refused(path, DAMAGED) from error
    except RuntimeError as error:  # what zipfile says of an encrypted member
        raise refused(path, LOCKED, LOCKED_ADVICE) from error


def _look_over_zip(path: Path) -> None:
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
        for member in members:
            if member.filename.endswith((".xml", ".bin")):
                _walk(path, archive, member)


class _Measure(Protocol):
    row: int
    sheet: str

    def feed(self, chunk: bytes) -> None: ...

    def area(self) -> int: ...


def _walk(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Reads a part to its end in little memory and measures the grid that its cells span."""
    name = member.filename
    measure: _Measure | None = None
    if name.startswith("xl/worksheets/"):
        measure = _ExcelGrid(Path(name).stem)
    elif name == "content.xml":
        measure = _OpenDocumentGrid()
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK):
            if measure is None:
                continue
            measure.feed(chunk)
            if measure.area() > MAX_GRID:
                words: dict[str, str | int | Message] = {"row": measure.row, "sheet": measure.sheet}
                raise refused(path, Message(SPARSE, words), SPARSE_ADVICE)


class _ExcelGrid:
    """The rectangle from the first cell to the last that holds something."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.row = 0
        self._columns = 0
        self._tail = b""

    def area(self) -> int:
        return self.row * self._columns

    def feed(self, chunk: bytes) -> None:
        xml = self._tail + chunk
        self._tail = chunk[-_OVERLAP:]
        found = _CELL.findall(xml)
        if found:
            self.row = max(self.row, *(int(row) for _, row in found))
            self._columns = max(self._columns, *(_column(letters) for letters in {letters for letters, _ in found}))


class _OpenDocumentGrid:
    """The same for a format that says "these cells, a million times"; empty repeats at the edges are usual."""

    def __init__(self) -> None:
        self.sheet = ""
        self.row = 0
        self._largest = self._columns = 0
        self._rows = self._repeat = self._column = 0
        self._cell_repeat = 1
        self._filled = False
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
        elif tag.endswith("text:1.0 p"):
            self._filled = True

    def _end(self, tag: str) -> None:
        if tag == _TABLE + "table-row":
            self._rows += self._repeat
        elif tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self._column += self._cell_repeat
            if self._filled:
                self.row = self._rows + self._repeat
                self._columns = max(self._columns, self._column)
            self._filled = False


def _count(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
