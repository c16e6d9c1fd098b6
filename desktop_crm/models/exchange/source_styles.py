"""The cells of an .xlsx with their styles, read in one pass for the rows that are asked for, in order. Anything else
than such a file has none: styles are a courtesy, and nothing fails for want of them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import Any, TypeAlias

from desktop_crm.models.exchange.cells import as_text, cell

# The value, the number of its style in the file, and the style.
Styled: TypeAlias = tuple[Any, int, Any]
_HEADER_WITHIN = 30
_SHARED = (
    "_fonts", "_fills", "_borders", "_alignments", "_protections", "_number_formats", "_cell_styles",
    "_named_styles", "_differential_styles",
)  # fmt: skip
_COLUMN = re.compile(rb"<(?:\w+:)?col ([^>]*)>")
_ATTRIBUTE = re.compile(rb'(min|max|width)="([0-9.]+)"')
_BEFORE_ROWS = 1 << 18


class SourceStyles:
    """Styles of a file's header, columns and rows. `row` is asked for in the order of the rows."""

    def __init__(self, book: Any = None, sheet: Any = None) -> None:
        self._book = book
        self._rows: Iterator[Any] = iter(()) if sheet is None else sheet.iter_rows()
        self._at = 0
        self._styles: dict[int, Any] = {}
        self._first: dict[int, Any] = {}
        self.header: dict[int, Any] = {}
        self.widths: dict[int, float] = {}

    @staticmethod
    @contextmanager
    def of(source: Path | None, sheet: str, names: Sequence[str]) -> Iterator[SourceStyles]:
        """The styles of a file; none where it is not there, no .xlsx, or not to be understood."""
        book = _opened(source)
        if book is None or source is None:
            yield SourceStyles()
            return
        try:
            found = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
            # What the file says of its size may be a lie.
            found.reset_dimensions()
            styles = SourceStyles(book, found)
            styles._find_header(names)
            styles.widths = _widths(source, found)
            yield styles
        finally:
            book.close()

    def share_with(self, book: Any) -> None:
        """Lets a new workbook know all styles of this one: then their numbers mean the same in both."""
        if self._book is not None:
            for name in _SHARED:
                setattr(book, name, getattr(self._book, name))

    def row(self, number: int) -> Mapping[int, Styled]:
        """The cells of a row by their place."""
        if number in self._first:
            return self._styled(self._first[number])
        while self._at < number:
            cells = self._next()
            if cells is None:
                return {}
            if self._at == number:
                return self._styled(cells)
        return {}

    @staticmethod
    def same(value: Any, text: str) -> bool:
        """Whether a cell of the file is read as that text."""
        return value is not None and as_text(cell(value)) == text

    def _next(self) -> Any:
        try:
            cells = next(self._rows, None)
        except Exception:
            self._rows = iter(())
            return None
        self._at += 1
        if cells is not None and self._at <= _HEADER_WITHIN:
            self._first[self._at] = cells
        return cells

    def _styled(self, cells: Sequence[Any]) -> dict[int, Styled]:
        return {
            place: (one.value, one._style_id, self._style(one))
            for place, one in enumerate(cells)
            if one.value is not None or getattr(one, "_style_id", None)
        }

    def _style(self, one: Any) -> Any:
        number = one._style_id
        if number not in self._styles:
            self._styles[number] = copy(one.style_array)
        return self._styles[number]

    def _find_header(self, names: Sequence[str]) -> None:
        wanted = [name for name in names if name]
        while self._at < _HEADER_WITHIN and (cells := self._next()) is not None:
            texts = {as_text(cell(one.value)) for one in cells}
            if wanted and 2 * sum(name in texts for name in wanted) > len(wanted):
                self.header = {place: style for place, (_, _, style) in self._styled(cells).items()}
                return


def _opened(source: Path | None) -> Any:
    if source is None or not zipfile.is_zipfile(source):
        return None
    from openpyxl import load_workbook

    try:
        book = load_workbook(source, read_only=True, data_only=True)
    except Exception:
        return None
    return book if book.worksheets else None


def _widths(source: Path, sheet: Any) -> dict[int, float]:
    """The widths of the columns, which stand before the rows."""
    try:
        with zipfile.ZipFile(source) as package, package.open(sheet._worksheet_path.lstrip("/")) as file:
            start = file.read(_BEFORE_ROWS).partition(b"<sheetData")[0]
    except (KeyError, OSError, zipfile.BadZipFile):
        return {}
    found: dict[int, float] = {}
    for column in _COLUMN.findall(start):
        said = {name: float(value) for name, value in _ATTRIBUTE.findall(column)}
        if {b"min", b"max", b"width"} <= said.keys():
            last = min(int(said[b"max"]), int(said[b"min"]) + 200)
            found |= dict.fromkeys(range(int(said[b"min"]) - 1, last), said[b"width"])
    return found
