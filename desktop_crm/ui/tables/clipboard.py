"""Rows for the clipboard: as text with tabs and as a table, which spreadsheets and documents take over as such."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

# What a spreadsheet would take for a formula. A telephone number in groups, +86 138 0013 8000, is none.
_FORMULA = re.compile(r"[=@+-]")
_PHONE = re.compile(r"\+[0-9]{1,3}(?: [0-9]+)+")
_STYLE = "style=\"mso-number-format:'\\@'\""  # text, whatever it looks like


def table_mime(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> QMimeData:
    """Both forms of a table, the titles first."""
    lines = [[plain_cell(cell) for cell in row] for row in (titles, *rows)]
    mime = QMimeData()
    mime.setText("\n".join("\t".join(line) for line in lines))
    head = "".join(f"<th {_STYLE}>{html.escape(cell)}</th>" for cell in lines[0])
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in line)}</tr>" for line in lines[1:])
    mime.setHtml(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
    return mime


def plain_cell(text: str) -> str:
    """A cell of one line, which no spreadsheet takes for a formula."""
    text = " ".join(text.split())
    return f"'{text}" if _FORMULA.match(text) and not _PHONE.fullmatch(text) else text


def _cell(text: str) -> str:
    return f"<td {_STYLE}>{html.escape(text)}</td>"
