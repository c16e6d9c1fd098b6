"""Text files with separators: the encoding and the separator are found out, and said plainly when they cannot be."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_crm.models.exchange.cells import Cell, Row, refused
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

SEPARATORS = ",;\t|"
MAX_BYTES = 1024 * 1024 * 1024
_CHUNK = 1 << 20
# GB18030 holds all of GBK and GB2312.
_CHINESE = "gb18030"
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")

NO_TEXT = Message(QT_TRANSLATE_NOOP("messages", "it is neither a workbook nor text in UTF-8, UTF-16 or GB18030."))
SAVE_AS_UTF8 = Message(
    QT_TRANSLATE_NOOP("messages", "Save it as .xlsx or as “CSV UTF-8” in a spreadsheet program, then import that.")
)
QUOTES = QT_TRANSLATE_NOOP("messages", "the quotation marks do not match from row {row} on.")
QUOTES_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Correct the quotation marks in that row, or save the file as .xlsx and import that.")
)
TOO_LARGE = Message(QT_TRANSLATE_NOOP("messages", "it is larger than 1 GB."))


def encoding_of(path: Path) -> str:
    """The encoding of a text file, found by reading all of it. Raises UserError for what is no text."""
    if path.stat().st_size > MAX_BYTES:
        raise refused(path, TOO_LARGE, SAVE_AS_UTF8)
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(codecs.BOM_UTF8):
        candidates = ["utf-8-sig"]
    elif head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif head[1::2].count(0) > len(head) // 4:
        candidates = ["utf-16-le"]
    elif head[::2].count(0) > len(head) // 4:
        candidates = ["utf-16-be"]
    else:
        candidates = ["utf-8", _CHINESE]
    for encoding in candidates:
        if _decodes(path, encoding):
            return encoding
    raise refused(path, NO_TEXT, SAVE_AS_UTF8)


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                if "\0" in decoder.decode(chunk):
                    return False
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def head(path: Path, encoding: str, separator: str, rows: int) -> list[Row]:
    """The first rows, read with that separator, as far as they can be read."""
    with path.open(encoding=encoding, newline="") as file:
        text = "".join(line for _, line in zip(range(rows), file, strict=False))
    found = []
    try:
        for row in _parse(io.StringIO(text, newline=""), separator):
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


def _parse(file: io.TextIOBase | io.TextIOWrapper, separator: str) -> Iterator[Row]:
    # Strict: a quotation mark that is never closed would otherwise swallow the rest of the file in silence.
    for number, values in enumerate(csv.reader(file, delimiter=separator, strict=True), 1):
        cells: list[Cell] = [_unprotected(value.strip()) for value in values]
        yield Row(number, cells)


_PROTECTED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def _unprotected(text: str) -> str:
    return text[1:] if _PROTECTED.match(text) else text


def protected(text: str) -> str:
    """A text that no spreadsheet program takes for a formula when it opens the file; reading gives `text` again."""
    return f"'{text}" if _FORMULA.match(text) else text
