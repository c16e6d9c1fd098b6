"""Writes the rows that an import refused to a workbook of their own: under the file's header, each cell as it was and
in its own style where the file is an .xlsx, with the reason in a column behind. Mended, it is imported as that was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import Any

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.outcomes import read_page
from desktop_crm.models.exchange.source_styles import SourceStyles
from desktop_crm.models.exchange.writing import HEADER_FILL, replacing
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, Translate
from desktop_crm.models.records.imports import RowOutcome, RowProblem, RowResult

REASON = Message(QT_TRANSLATE_NOOP("messages", "Reason"))
IN_COLUMN = QT_TRANSLATE_NOOP("messages", "{column}: {reason}")
WRITING = Message(QT_TRANSLATE_NOOP("messages", "Writing the refused rows…"))
ITSELF = QT_TRANSLATE_NOOP("messages", "“{file}” is the file that was imported; it is not written over.")
ANOTHER_NAME = Message(QT_TRANSLATE_NOOP("messages", "Choose another name for the refused rows."))
REFUSED = (RowOutcome.ERROR, RowOutcome.ASK)
BAD_FILL = "FFE0E0"
_PAGE = 2_000
_REASON_WIDTH = 60
# What a workbook holds only as _x0000_; and what would be taken for such.
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def write_error_rows(
    outcomes: Path,
    header: Sequence[str],
    target: Path,
    translate: Translate = str,
    *,
    source: Path | None = None,
    sheet: str = "",
    monitor: Monitor | None = None,
) -> int:
    """Writes the refused rows that `outcomes` tells of; returns how many. `source` and `sheet` say where they come
    from: styles are taken from there if it is still an .xlsx with these rows.

    The file appears whole or not at all. Raises UserError, KnownDatabaseError (full disk), CancelledError."""
    from openpyxl import Workbook

    if source is not None and target.exists() and source.exists() and target.samefile(source):
        raise UserError(Message(ITSELF, {"file": target.name}), ANOTHER_NAME)
    monitor = monitor or Monitor()
    reason = REASON.format(translate)
    # An earlier round left its reasons there.
    names = list(header[:-1] if header and header[-1] == reason else header)
    book = Workbook(write_only=True)
    written = 0
    with replacing(target) as part, SourceStyles.of(source, sheet, names) as styles:
        styles.share_with(book)
        out = book.create_sheet(sheet[:31] or None)
        writer = _Rows(out, names, styles, translate)
        writer.set_widths()
        with _tidied(out):
            out.append(writer.header(reason))
            total = read_page(outcomes, limit=1, outcomes=REFUSED).total
            for row in _refused(outcomes):
                out.append(writer.row(row))
                written += 1
                if written % _PAGE == 0:
                    monitor.report(written, total, WRITING)
            book.save(part)
    return written


@contextmanager
def _tidied(sheet: Any) -> Iterator[None]:
    """Takes the writer's temporary file away where the book is not saved."""
    try:
        yield
    except BaseException:
        sheet.close()
        sheet._writer.cleanup()
        raise


def _refused(outcomes: Path) -> Iterator[RowResult]:
    done = 0
    while rows := read_page(outcomes, offset=done, limit=_PAGE, outcomes=REFUSED).rows:
        yield from rows
        done += len(rows)


class _Rows:
    """Makes the cells of the rows."""

    def __init__(self, sheet: Any, names: Sequence[str], styles: SourceStyles, translate: Translate) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self._sheet = sheet
        self._names = names
        self._styles = styles
        self._translate = translate
        self._places = {name: place for place, name in reversed(list(enumerate(names)))}
        self._bold = Font(bold=True)
        self._head = PatternFill("solid", start_color=HEADER_FILL.removeprefix("#"))
        self._bad = PatternFill("solid", start_color=BAD_FILL)
        self._wrap = Alignment(wrap_text=True, vertical="top")
        self._marked: dict[int, Any] = {}

    def set_widths(self) -> None:
        from openpyxl.utils import get_column_letter

        for place in range(len(self._names)):
            self._sheet.column_dimensions[get_column_letter(place + 1)].width = self._styles.widths.get(place, 16)
        self._sheet.column_dimensions[get_column_letter(len(self._names) + 1)].width = _REASON_WIDTH
        self._sheet.freeze_panes = "A2"

    def header(self, reason: str) -> list[Any]:
        given = self._styles.header
        cells = []
        for place, text in enumerate((*self._names, reason)):
            cell = self._cell(text)
            if place in given and place < len(self._names):
                cell._style = given[place]
            else:
                cell.font, cell.fill = self._bold, self._head
            cells.append(cell)
        return cells

    def row(self, row: RowResult) -> list[Any]:
        bad = {self._places[p.column] for p in row.problems if p.column in self._places}
        styled = self._styles.row(row.row)
        cells: list[Any] = []
        for place in range(len(self._names)):
            text = row.cells[place] if place < len(row.cells) else ""
            value, number, style = styled.get(place, (None, 0, None))
            if not text and style is None and place not in bad:
                cells.append(None)
                continue
            # What was mended since, or is read in another way than it stands there, is written as it was read.
            cell = self._cell(value if self._styles.same(value, text) else text)
            if style is not None:
                cell._style = style
            if place in bad:
                self._mark(cell, number)
            cells.append(cell)
        told = self._cell("\n".join(self._told(problem) for problem in row.problems))
        told.alignment = self._wrap
        return [*cells, told]

    def _mark(self, cell: Any, number: int) -> None:
        """Colours a cell, whatever else its style says; each style is made once."""
        if number not in self._marked:
            cell._style = copy(cell._style)
            cell.fill = self._bad
            self._marked[number] = cell._style
        cell._style = self._marked[number]

    def _cell(self, value: Any) -> Any:
        from openpyxl.cell import WriteOnlyCell

        if not isinstance(value, str):
            return WriteOnlyCell(self._sheet, value)
        cell = WriteOnlyCell(self._sheet, _ESCAPED.sub(_escape, value))
        if value:
            cell.data_type = "s"  # never a formula
        return cell

    def _told(self, problem: RowProblem) -> str:
        if not problem.column:
            return problem.message.format(self._translate)
        words: dict[str, str | int | Message] = {"column": problem.column, "reason": problem.message}
        return Message(IN_COLUMN, words).format(self._translate)


def _escape(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"
