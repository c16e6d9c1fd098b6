"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) as sheets of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop_crm.models.exchange.cells import Cell, Row, cleaned, refused
from desktop_crm.models.exchange.guard import DAMAGED, LOCKED, LOCKED_ADVICE, look_over
from desktop_crm.models.exchange.header_rows import Merge
from desktop_crm.models.messages import Message
from desktop_crm.models.records.sources import SourceKind

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

T = TypeVar("T")
MAX_SHEETS = 50


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and its rows, to be walked once. `name` is empty for text files; `height` is the number of its last row,
    0 if that is not known; `merges` are None where the format does not tell."""

    name: str
    rows: Iterator[Row]
    height: int = 0
    merges: tuple[Merge, ...] | None = None


class Workbook:
    """An open workbook. Sheets are loaded when they are asked for, which takes nearly all of the time."""

    def __init__(self, path: Path, kind: SourceKind) -> None:
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        self.path = path
        self.kind = kind
        self.remarks: tuple[Message, ...] = ()
        self._marks = look_over(path)
        self._book: CalamineWorkbook = _guarded(path, lambda: CalamineWorkbook.from_path(str(path)))
        visible, ordinary = SheetVisibleEnum.Visible, SheetTypeEnum.WorkSheet
        metadata = _guarded(path, lambda: self._book.sheets_metadata)
        shown = [m.name for m in metadata if m.visible == visible and m.typ == ordinary]
        self.names: list[str] = (shown or self._book.sheet_names)[:MAX_SHEETS]

    def sheet(self, name: str) -> Sheet:
        """Loads a sheet. Raises UserError."""
        loaded: CalamineSheet = _guarded(self.path, lambda: self._book.get_sheet_by_name(name))
        marks = self._marks.get(name, {})
        end = loaded.end
        return Sheet(name, _rows(self.path, loaded, marks), end[0] + 1 if end else 0, _merges(self.path, loaded))


def _merges(path: Path, sheet: CalamineSheet) -> tuple[Merge, ...] | None:
    ranges = _guarded(path, lambda: sheet.merged_cell_ranges)
    if ranges is None:
        return None
    return tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges)


def _rows(path: Path, sheet: CalamineSheet, marks: Mapping[int, Mapping[int, Cell]]) -> Iterator[Row]:
    rows = _guarded(path, sheet.iter_rows)
    number = 0
    try:
        for values in rows:
            number += 1
            cells = cleaned(values)
            if number in marks:
                _put(cells, marks[number])
            yield Row(number, cells)
    except GeneratorExit:
        raise
    except BaseException as error:
        raise _told(path, error) from error
    # What the reader takes for empty at the end of the sheet may hold errors.
    for number in sorted(row for row in marks if row > number):
        cells = []
        _put(cells, marks[number])
        yield Row(number, cells)


def _put(cells: list[Cell], marks: Mapping[int, Cell]) -> None:
    for place, mark in marks.items():
        if place >= len(cells):
            cells += [""] * (place + 1 - len(cells))
        if not cells[place]:
            cells[place] = mark


def _guarded(path: Path, read: Callable[[], T]) -> T:
    """Runs a step of the reader; its errors, and its panics, are about the file."""
    try:
        return read()
    except BaseException as error:
        raise _told(path, error) from error


def _told(path: Path, error: BaseException) -> BaseException:
    from python_calamine import CalamineError, PasswordError

    if isinstance(error, PasswordError):
        return refused(path, LOCKED, LOCKED_ADVICE)
    if isinstance(error, (CalamineError, OSError, ValueError, OverflowError, MemoryError)):
        return refused(path, DAMAGED)
    # A panic of the reader is no Exception, on purpose; here it only means a file that cannot be read.
    return refused(path, DAMAGED) if type(error).__name__ == "PanicException" else error
