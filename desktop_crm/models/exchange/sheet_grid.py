"""Walks the XML of a sheet in little memory: how large a grid its cells span, and which cells the reader would take for
empty although they hold an error or a formula without a result.

The usual way of writing cells is looked through by patterns, several times as fast as a parser; a sheet that is
written in any other way is parsed, since what a pattern does not see must not get past it."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from desktop_crm.models.exchange.cells import ERROR_CELL, MAX_COLUMNS, MAX_ROWS, NO_VALUE, Cell, Flawed
from desktop_crm.models.messages import Message

MAX_MARKS = 300_000
_CHUNK = 1 << 20
_LONGEST_ROW = 1 << 24
_PREFIX = re.compile(rb"<(\w+:)worksheet\b")
_REFERENCE = re.compile(rb"([A-Z]{1,3})0*([0-9]{1,7})")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*(?<!/)>')
# Further out than AZ, below row 999,999, or not written like A1; without such cells no sheet is too large to read.
_FAR = re.compile(rb'<c r="(?:[B-Z][A-Z]|[A-Z]{3}|[A-Z]{1,2}[0-9]{7}|[A-Z]{0,2}[^A-Z0-9])')
_ODD = re.compile(rb'<c(?:[^ \w]| (?!r="[A-Z]{1,3}[0-9]{1,7}"))|<\w+:c\W')
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]* t="e"[^<>]*(?<!/)>((?:<f.{0,9000}?)?<v>[^<]*)</v></c>', re.DOTALL
)
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^<>]*)(?<!/)>\s*<f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)\s*'
    rb"(<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_VALUE = re.compile(rb"<v>([^<]*)$")
_RELATIONS = "xl/_rels/workbook.xml.rels"


Opener = Callable[[], IO[bytes]]
Marks = dict[int, dict[int, Cell]]


class Entities(ValueError):
    """The part declares entities."""


class Grid:
    """The rectangle from the first cell to the last that holds something; `marks` by row and column."""

    def __init__(self) -> None:
        self.row = 0
        self.columns = 0
        self.marks: Marks = {}
        self.marked = 0

    @property
    def area(self) -> int:
        return self.row * self.columns

    def reach(self, row: int, place: int) -> None:
        self.row = max(self.row, row)
        self.columns = max(self.columns, place + 1)

    def mark(self, row: int, place: int, cell: Cell) -> None:
        if self.marked < MAX_MARKS and 0 < row <= MAX_ROWS and place < MAX_COLUMNS:
            self.marks.setdefault(row, {})[place] = cell
        self.marked += 1


def measure(part: Opener, most: int) -> Grid:
    """Measures a sheet; stops early where its area is larger than `most`."""
    grid = Grid()
    usual, far = _skim(part, grid)
    if usual and far:
        _count(part, grid, most)
    elif not usual:
        grid = _parse(part, most)
    return grid


def _pieces(part: Opener) -> Iterator[bytes]:
    """The part in pieces that end between rows. Some programs give every element a prefix: that is taken off."""
    rest = prefix = b""
    with part() as file:
        while chunk := file.read(_CHUNK):
            if not rest and not prefix and (match := _PREFIX.search(chunk[:4096])):
                prefix = match[1]
            xml = rest + chunk
            end = xml.rfind(b"row>") + 4 if len(xml) < _LONGEST_ROW else xml.rfind(b">") + 1
            if end > 4:
                yield _plain(xml[:end], prefix)
                rest = xml[end:]
            elif len(xml) > 2 * _LONGEST_ROW:
                raise ValueError("a tag without end")
            else:
                rest = xml
    yield _plain(rest, prefix)


def _plain(xml: bytes, prefix: bytes) -> bytes:
    return xml.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else xml


def _skim(part: Opener, grid: Grid) -> tuple[bool, bool]:
    """Whether the cells are written in the usual way, and whether any of them is far out; collects the marks."""
    far = False
    for number, xml in enumerate(_pieces(part)):
        if b"<!DOCTYPE" in xml:
            raise Entities
        usual = xml.count(b"<c") == xml.count(b'<c r="') and b":c" not in xml
        is_far = _FAR.search(xml) is not None
        if ((is_far or not usual) and _ODD.search(xml)) or (number == 0 and b"\0" in xml):
            return False, True
        far = far or is_far
        if b't="e"' in xml:
            for letters, row, inner in _ERROR.findall(xml):
                grid.mark(int(row), column(letters), _error(inner))
        if b"<f" in xml:
            for letters, row, attributes, _ in _FORMULA.findall(xml):
                # A formula can give an empty text, which is a result.
                if b't="str"' not in attributes and b't="e"' not in attributes:
                    grid.mark(int(row), column(letters), Flawed("=", NO_VALUE))
    return True, far


def _error(inner: bytes) -> Cell:
    value = _VALUE.search(inner)
    text = value[1].decode("ascii", "replace") if value else "#N/A"
    return Flawed(text, Message(ERROR_CELL, {"error": text}))


def _count(part: Opener, grid: Grid, most: int) -> None:
    for xml in _pieces(part):
        found = _CELL.findall(xml)
        if found:
            grid.row = max(grid.row, *(int(row) for _, row in found))
            grid.columns = max(grid.columns, *(column(letters) + 1 for letters in {letters for letters, _ in found}))
        if grid.area > most:
            return


class _Parser:
    """The same by a parser, for sheets that are written in another way."""

    def __init__(self) -> None:
        self.grid = Grid()
        self._row = 0
        self._place = -1
        self._type = ""
        self._formula = self._value = False
        self._text: list[str] = []
        self.expat = expat.ParserCreate()
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *_: object) -> None:
        raise Entities

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            row = attributes.get("r", "")
            self._row = int(row) if row.isdecimal() else self._row + 1
            self._place = -1
        elif name == "c":
            match = _REFERENCE.fullmatch(attributes.get("r", "").upper().encode("ascii", "replace"))
            self._place = column(match[1]) if match else self._place + 1
            self._row = int(match[2]) if match else self._row
            self._type = attributes.get("t", "")
            self._formula = self._value = False
        elif name == "f":
            self._formula = True
        elif name in ("v", "is"):
            self._text = []
            self.expat.CharacterDataHandler = self._text.append

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in ("v", "is"):
            self.expat.CharacterDataHandler = None
            self._value = self._value or bool("".join(self._text).strip()) or name == "is"
        elif name == "c" and (self._value or self._formula):
            self.grid.reach(self._row, self._place)
            if self._type == "e":
                text = "".join(self._text).strip() or "#N/A"
                self.grid.mark(self._row, self._place, Flawed(text, Message(ERROR_CELL, {"error": text})))
            elif self._formula and not self._value and self._type != "str":
                self.grid.mark(self._row, self._place, Flawed("=", NO_VALUE))


def _parse(part: Opener, most: int) -> Grid:
    parser = _Parser()
    with part() as file:
        while chunk := file.read(_CHUNK):
            parser.expat.Parse(chunk, False)
            if parser.grid.area > most:
                break
        else:
            parser.expat.Parse(b"", True)
    return parser.grid


def column(letters: bytes) -> int:
    """The place of a column, counted from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Which part of an .xlsx holds which sheet, by the sheet's name."""
    sheets: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            sheets[attributes.get("name", "")] = key

    try:
        targets = targets_of(archive.read(_RELATIONS))
        parser = expat.ParserCreate()
        parser.StartElementHandler = sheet
        parser.Parse(archive.read("xl/workbook.xml"), True)
    except KeyError:  # a part is missing: the reader will say so
        return {}
    return {name: targets.get(key, "") for name, key in sheets.items()}


def targets_of(relations: bytes) -> dict[str, str]:
    """The parts that a workbook's list of relations names, by their keys."""
    targets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            targets[attributes.get("Id", "")] = target.lstrip("/")

    parser = expat.ParserCreate()
    parser.StartElementHandler = relation
    parser.Parse(relations, True)
    return targets
