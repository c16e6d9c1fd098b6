"""Workbooks (.xlsx, .xls, .ods) as sheets of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop_crm.models.exchange.cells import Row, Sheet, cell, refused
from desktop_crm.models.exchange.guard import DAMAGED, LOCKED, LOCKED_ADVICE, look_over

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

T = TypeVar("T")
MAX_SHEETS = 50


def sheets(path: Path) -> Iterator[Sheet]:
    """The sheets of a workbook, without the hidden ones; each is loaded when it is asked for. Raises UserError."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    look_over(path)
    book: CalamineWorkbook = _guarded(path, lambda: CalamineWorkbook.from_path(str(path)))
    try:
        visible, ordinary = SheetVisibleEnum.Visible, SheetTypeEnum.WorkSheet
        shown = [m.name for m in book.sheets_metadata if m.visible == visible and m.typ == ordinary]
        for name in (shown or book.sheet_names)[:MAX_SHEETS]:
            yield Sheet(name, _rows(path, _sheet(path, book, name)))
    finally:
        book.close()


def _sheet(path: Path, book: CalamineWorkbook, name: str) -> CalamineSheet:
    return _guarded(path, lambda: book.get_sheet_by_name(name))


def _rows(path: Path, sheet: CalamineSheet) -> Iterator[Row]:
    rows = _guarded(path, sheet.iter_rows)
    number = 0
    while (values := _guarded(path, lambda: next(rows, None))) is not None:
        number += 1
        yield Row(number, [cell(value) for value in values])


def _guarded(path: Path, read: Callable[[], T]) -> T:
    """Runs a step of the reader; its errors, and its panics, are about the file."""
    from python_calamine import CalamineError, PasswordError

    try:
        return read()
    except PasswordError as error:
        raise refused(path, LOCKED, LOCKED_ADVICE) from error
    except (CalamineError, OSError, ValueError, MemoryError) as error:
        raise refused(path, DAMAGED) from error
    except BaseException as error:
        # A panic of the reader is no Exception, on purpose; here it only means a file that cannot be read.
        if type(error).__name__ != "PanicException":
            raise
        raise refused(path, DAMAGED) from error
