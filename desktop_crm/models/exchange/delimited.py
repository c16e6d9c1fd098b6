"""Text files with separators: the encoding and the separator are found out, and said plainly when they cannot be."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from desktop_crm.models.exchange.cells import Row, cleaned, refused
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

SEPARATORS = ",;\t|，"
_HEAD_CHARS = 1 << 18
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")

QUOTES = QT_TRANSLATE_NOOP("messages", "the quotation marks do not match from row {row} on.")
QUOTES_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Correct the quotation marks in that row, or save the file as .xlsx and import that.")
)


def head(path: Path, encoding: str, separator: str, rows: int) -> list[Row]:
    """The first rows, read with that separator, as far as they can be read."""
    with path.open(encoding=encoding, newline="") as file:
        text = file.read(_HEAD_CHARS)
    lines = text.splitlines(keepends=True)
    if len(text) == _HEAD_CHARS and len(lines) > 1:
        lines.pop()  # cut in the middle
    found: list[Row] = []
    try:
        for row in _parse(io.StringIO("".join(lines[:rows]), newline=""), separator):
            found.append(row)
    except csv.Error:
        pass
    return found


def rows(path: Path, encoding: str, separator: str) -> Iterator[Row]:
    """All rows. Raises UserError, with the row, where quotation marks do not match."""
    number = 0
    with path.open(encoding=encoding, newline="") as file:
        try:
            for row in _parse(file, separator):
                number = row.number
                yield row
        except csv.Error as error:
            raise refused(path, Message(QUOTES, {"row": number + 1}), QUOTES_ADVICE) from error


def lines(path: Path) -> int:
    """How many lines a file has, quickly; a quoted text may hold several."""
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_HEAD_CHARS), b"")) + 1


def evenness(found: Sequence[Row]) -> tuple[float, int]:
    """How much like a table the first rows look when read with a separator: the share of them that are as wide as most,
    and that width."""
    widths = [len(row.cells) for row in found if not row.blank]
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0, 1
    usual = max(wide, key=lambda width: (wide.count(width), width))
    return wide.count(usual) / len(widths), usual


_PROTECTED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def _parse(file: Iterable[str], separator: str) -> Iterator[Row]:
    # Strict: a quotation mark that is never closed would otherwise swallow the rest of the file in silence.
    for number, values in enumerate(csv.reader(file, delimiter=separator, strict=True), 1):
        cells = cleaned(values)
        if "'" in "".join(values):
            cells = [_unprotected(value) if isinstance(value, str) else value for value in cells]
        yield Row(number, cells)


def _unprotected(text: str) -> str:
    return text[1:] if _PROTECTED.match(text) else text


def protected(text: str) -> str:
    """A text that no spreadsheet program takes for a formula when it opens the file; reading gives `text` again."""
    return f"'{text}" if _FORMULA.match(text) else text
