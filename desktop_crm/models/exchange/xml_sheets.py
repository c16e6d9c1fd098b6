"""The XML that Excel 2003 wrote and many systems still export, mostly under the name of an .xls."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from xml.parsers import expat

from desktop_crm.models.exchange.cells import ERROR_CELL, MAX_COLUMNS, MAX_ROWS, Cell, Flawed, Row, cleaned, refused
from desktop_crm.models.exchange.encodings import encodings_of
from desktop_crm.models.exchange.guard import BOMB, DAMAGED, ENTITIES, MAX_GRID, SPARSE, SPARSE_ADVICE
from desktop_crm.models.exchange.header_rows import Merge
from desktop_crm.models.exchange.workbooks import Sheet
from desktop_crm.models.messages import Message
from desktop_crm.models.records.sources import SourceKind

MAX_BYTES = 200 * 1024 * 1024
MAX_CELLS = 10_000_000
_PIECE = 1 << 20
_DECLARED = re.compile(r"(<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']")


class _Doctype(ValueError):
    pass


class _TooLarge(ValueError):
    pass


class XmlWorkbook:
    """A workbook of XML, read as a whole."""

    kind = SourceKind.XML
    remarks: tuple[Message, ...] = ()

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > MAX_BYTES:
            raise refused(path, BOMB)
        self._reader = reader = _Reader()
        try:
            with path.open(encoding=encodings_of(path)[0], newline="") as file:
                # What is decoded already has no encoding of its own to declare.
                reader.feed(_DECLARED.sub(r"\1", file.read(_PIECE).lstrip("\ufeff"), count=1))
                while text := file.read(_PIECE):
                    reader.feed(text)
            reader.parser.Parse(b"", True)
        except _Doctype as error:
            raise refused(path, ENTITIES) from error
        except _TooLarge as error:
            words: dict[str, str | int | Message] = {"row": reader.row, "sheet": reader.name}
            raise refused(path, Message(SPARSE, words), SPARSE_ADVICE) from error
        except (expat.ExpatError, UnicodeError) as error:
            raise refused(path, DAMAGED) from error
        self.names = list(reader.sheets)
        if not self.names:
            raise refused(path, DAMAGED)

    def sheet(self, name: str) -> Sheet:
        rows, merges = self._reader.sheets[name]
        return Sheet(name, (Row(number, cells) for number, cells in rows), rows[-1][0] if rows else 0, tuple(merges))


class _Reader:
    def __init__(self) -> None:
        self.sheets: dict[str, tuple[list[tuple[int, list[Cell]]], list[Merge]]] = {}
        self.name = ""
        self.row = 0
        self._count = 0
        self._place = self._target = -1
        self._type = ""
        self._text: list[str] = []
        self._inside = False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, text: str) -> None:
        self.parser.Parse(text.encode("utf-8", "replace"), False)

    def _doctype(self, *_: object) -> None:
        raise _Doctype

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        values = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "Worksheet":
            self.name = values.get("Name", "")
            self.sheets[self.name] = ([], [])
            self.row = 0
        elif not self.sheets:
            return
        elif name == "Row":
            self.row = max(self.row + 1, _number(values.get("Index")))
            self._place = -1
            self.sheets[self.name][0].append((self.row, []))
        elif name == "Cell":
            self._start_cell(values)
        elif name == "Data":
            self._type = values.get("Type", "String")
            self._text = []
            self._inside = True

    def _start_cell(self, values: dict[str, str]) -> None:
        rows, merges = self.sheets[self.name]
        self._place = max(self._place + 1, _number(values.get("Index")) - 1)
        across, down = _number(values.get("MergeAcross")), _number(values.get("MergeDown"))
        width = self._place + across + 1
        cells = rows[-1][1] if rows else []
        self._count += max(0, width - len(cells))
        if self.row > MAX_ROWS or width > MAX_COLUMNS or self._count > min(MAX_CELLS, MAX_GRID):
            raise _TooLarge
        cells += [""] * (width - len(cells))
        if across or down:
            merges.append(Merge(self.row, self._place, self.row + down, self._place + across))
        # The next cell comes after the merged ones.
        self._target, self._place = self._place, width - 1

    def _end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "Data" and self._inside:
            self._inside = False
            rows = self.sheets[self.name][0] if self.sheets else []
            if rows and 0 <= self._place < len(rows[-1][1]):
                rows[-1][1][self._target] = _value(self._type, "".join(self._text))

    def _characters(self, text: str) -> None:
        if self._inside:
            self._text.append(text)


def _value(kind: str, text: str) -> Cell:
    try:
        if kind == "Number":
            return cleaned([float(text)])[0]
        if kind == "DateTime":
            return cleaned([dt.datetime.fromisoformat(text)])[0]
    except (ValueError, OverflowError):
        return text.strip()
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    if kind == "Error":
        return Flawed(text.strip(), Message(ERROR_CELL, {"error": text.strip()}))
    return cleaned([text])[0]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0
