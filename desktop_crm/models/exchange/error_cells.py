"""Finds the cells that hold an error in the binary formats (.xls, .xlsb), whose reader gives nothing for them.

Most files have none: a look for the bytes that such cells begin with spares the walk through all their records."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.parsers import expat

from desktop_crm.models.exchange.cells import ERROR_CELL, Flawed
from desktop_crm.models.exchange.sheet_grid import Grid, Marks, targets_of
from desktop_crm.models.messages import Message

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_CODES = re.escape(bytes(_ERRORS))
# A cell that is an error, and a formula whose result is one.
_XLS = re.compile(rb"\x05\x02\x08\x00.{6}[%b]\x01|\x06\x00.{8}\x02.[%b].{3}\xff\xff" % (_CODES, _CODES), re.DOTALL)
_XLSB = re.compile(
    rb"\x03\x09.{2}\x00\x00.{4}[%b]|\x0b(?:[\x00-\x7f]|[\x80-\xff].).{2}\x00\x00.{4}[%b]" % (_CODES, _CODES), re.DOTALL
)
_SECTOR_END = 0xFFFFFFFA  # from here on no number of a sector
_SMALL = 4096


def of_xls(path: Path) -> dict[str, Marks]:
    """The cells of an .xls that hold errors, by the sheet's name. A file that is not as it should be has none: the
    reader says what is wrong with it."""
    try:
        book = _workbook(path.read_bytes())
        return _xls_marks(book) if _XLS.search(book) else {}
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return {}


def of_xlsb(archive: zipfile.ZipFile) -> dict[str, Grid]:
    """The same for an .xlsb."""
    parts = {name: data for name in archive.namelist() if (data := _suspicious(archive, name))}
    if not parts:
        return {}
    try:
        targets = targets_of(archive.read("xl/_rels/workbook.bin.rels"))
        found: dict[str, Grid] = {}
        for kind, data in _xlsb_records(archive.read("xl/workbook.bin")):
            if kind == 156:  # a sheet: state, number, key of its part, name
                key, at = _wide(data, 8)
                name, _ = _wide(data, at)
                if (part := targets.get(key, "")) in parts:
                    found[name] = _xlsb_marks(parts[part])
    except (struct.error, IndexError, KeyError, ValueError, expat.ExpatError):
        return {}
    return found


def _suspicious(archive: zipfile.ZipFile, name: str) -> bytes:
    if not (name.startswith("xl/worksheets/") and name.endswith(".bin")):
        return b""
    data = archive.read(name)
    return data if _XLSB.search(data) else b""


def _xlsb_marks(sheet: bytes) -> Grid:
    grid, row = Grid(), 0
    for kind, data in _xlsb_records(sheet):
        if kind == 0:
            row = struct.unpack_from("<I", data)[0] + 1
        elif kind in (3, 11):
            _mark(grid, row, struct.unpack_from("<I", data)[0], data[8])
    return grid


def _xlsb_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        more = True
        while more:
            size |= (data[at] & 0x7F) << shift
            more, shift, at = bool(data[at] & 0x80) and shift < 21, shift + 7, at + 1
        yield kind, data[at : at + size]
        at += size


def _wide(data: bytes, at: int) -> tuple[str, int]:
    end = at + 4 + 2 * struct.unpack_from("<I", data, at)[0]
    return data[at + 4 : end].decode("utf-16-le"), end


def _xls_marks(book: bytes) -> dict[str, Marks]:
    names: dict[int, str] = {}
    found: dict[str, Marks] = {}
    grid = Grid()
    at, depth = 0, 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        data = book[at + 4 : at + 4 + size]
        if kind == 0x809:  # the beginning of a sheet, or of a chart within one
            depth += 1
            if depth == 1 and at in names:
                grid = Grid()
                found[names[at]] = grid.marks
        elif kind == 0x0A:
            depth -= 1
        elif kind == 0x85:
            start, length, wide = struct.unpack_from("<I", data)[0], data[6], data[7] & 1
            names[start] = data[8 : 8 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1")
        elif kind == 0x205 and size >= 8 and data[7] == 1:
            _mark(grid, *_place(data), data[6])
        elif kind == 0x06 and size >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:
            _mark(grid, *_place(data), data[8])
        at += 4 + size
    return found


def _place(data: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", data)
    return row + 1, column


def _mark(grid: Grid, row: int, place: int, code: int) -> None:
    if code in _ERRORS:
        text = _ERRORS[code]
        grid.mark(row, place, Flawed(text, Message(ERROR_CELL, {"error": text})))


def _workbook(data: bytes) -> bytes:
    """The stream of the workbook in a compound file (MS-CFB)."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    first_directory, first_small = struct.unpack_from("<I8xI", data, 48)
    sectors = _table_sectors(data, size)
    table = [n for s in sectors for n in struct.unpack_from(f"<{size // 4}I", data, (s + 1) * size)]

    def stream(start: int) -> bytes:
        return b"".join(data[(s + 1) * size : (s + 2) * size] for s in _chain(table, start))

    directory = stream(first_directory)
    entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
    for entry in entries:
        name = entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le", "replace")
        if name.lower() in ("workbook", "book"):
            start, length = struct.unpack_from("<II", entry, 116)
            if length >= _SMALL:
                return stream(start)[:length]
            small = stream(first_small)
            numbers = struct.unpack(f"<{len(small) // 4}I", small)
            within = stream(struct.unpack_from("<I", entries[0], 116)[0])
            return b"".join(within[s * 64 : s * 64 + 64] for s in _chain(numbers, start))[:length]
    return b""


def _table_sectors(data: bytes, size: int) -> list[int]:
    """The sectors that hold the table of sectors: 109 of them stand in the header, the rest on their own."""
    found = [n for n in struct.unpack_from("<109I", data, 76) if n < _SECTOR_END]
    following = struct.unpack_from("<I", data, 68)[0]
    each = size // 4
    while following < _SECTOR_END and len(found) * size < len(data):
        numbers = struct.unpack_from(f"<{each}I", data, (following + 1) * size)
        found += [n for n in numbers[:-1] if n < _SECTOR_END]
        following = numbers[-1]
    return found


def _chain(table: Sequence[int], start: int) -> Iterator[int]:
    """The sectors of a stream, one after the other; a chain that bites its tail ends."""
    for _ in range(len(table)):
        if start >= _SECTOR_END or start >= len(table):
            return
        yield start
        start = table[start]
