"""Writes the rows that an import refused to a workbook of their own: the cells as they were, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_crm.models.exchange.outcomes import read_page
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, Translate
from desktop_crm.models.records.imports import RowOutcome, RowProblem

REASON = Message(QT_TRANSLATE_NOOP("messages", "Reason"))
IN_COLUMN = QT_TRANSLATE_NOOP("messages", "{column}: {reason}")
REFUSED = (RowOutcome.ERROR, RowOutcome.ASK)
_PAGE = 2_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_error_rows(outcomes: Path, header: Sequence[str], target: Path, translate: Translate = str) -> int:
    """Writes refused rows under the file's own header, with the reason in a column behind; returns how many. Mended,
    the workbook can be imported as the file was."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(target), _OPTIONS)
    sheet = book.add_worksheet()
    bold, wrong = book.add_format({"bold": True}), book.add_format({"bg_color": "#FFE0E0"})
    places = {name: place for place, name in reversed(list(enumerate(header)))}
    for place, text in enumerate((*header, REASON.format(translate))):
        sheet.write_string(0, place, text, bold)
    written = 0
    while rows := read_page(outcomes, offset=written, limit=_PAGE, outcomes=REFUSED).rows:
        for row in rows:
            written += 1
            bad = {places[p.column] for p in row.problems if p.column in places}
            for place, text in enumerate(row.cells):
                if text or place in bad:
                    sheet.write_string(written, place, text, wrong if place in bad else None)
            sheet.write_string(written, len(header), "; ".join(_told(p, translate) for p in row.problems))
    book.close()
    return written


def _told(problem: RowProblem, translate: Translate) -> str:
    if not problem.column:
        return problem.message.format(translate)
    return Message(IN_COLUMN, {"column": problem.column, "reason": problem.message}).format(translate)
