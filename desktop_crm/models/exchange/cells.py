"""What a cell of a file is once it is read: text, or a real date. And what can be wrong with a file or a cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

Cell: TypeAlias = str | dt.date | dt.datetime
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
_EXACT = 10**15  # spreadsheets keep 15 digits; beyond, they have lost some

NOTHING = QT_TRANSLATE_NOOP("messages", "“{file}” cannot be read: {reason} Nothing was imported.")
SAVE_AGAIN = Message(
    QT_TRANSLATE_NOOP("messages", "Open the file in a spreadsheet program, save it as .xlsx, then import that.")
)
TOO_MANY_ROWS = QT_TRANSLATE_NOOP("messages", "it has more than {count} rows.")
TOO_MANY_COLUMNS = QT_TRANSLATE_NOOP("messages", "row {row} has more than {count} columns.")
SPLIT = Message(QT_TRANSLATE_NOOP("messages", "Split it into several files."))

ERROR_CELL = QT_TRANSLATE_NOOP("messages", "The formula in this cell gave the error {error}.")
NO_VALUE = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "This cell holds a formula without a result. Open the file in a spreadsheet program and save it there.",
    )
)
CUT_NUMBER = Message(
    QT_TRANSLATE_NOOP(
        "messages", "The spreadsheet keeps 15 digits of a number only, so the last ones are lost. Write it as text."
    )
)
CUT_TEXT = Message(
    QT_TRANSLATE_NOOP(
        "messages", "This number was shortened by a spreadsheet: its last digits are lost. Write it out, as text."
    )
)


class Flawed(str):
    """A cell without a usable value: what stands there, and what is wrong with it."""

    reason: Message

    def __new__(cls, text: str, reason: Message) -> Flawed:
        self = super().__new__(cls, text)
        self.reason = reason
        return self

    def __reduce__(self) -> tuple[type[Flawed], tuple[str, Message]]:
        """What `pickle` makes it anew of."""
        return Flawed, (str(self), self.reason)


class Rounded(str):
    """A whole number with so many zeros at its end that it was 1.38E+10 before: an amount maybe, no phone or code."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number as the spreadsheet program shows it (from 1), and its cells."""

    number: int
    cells: list[Cell]

    @property
    def blank(self) -> bool:
        return not any(self.cells)


def refused(path: Path, reason: Message, advice: Message = SAVE_AGAIN) -> UserError:
    """The error for a file that cannot be read."""
    return UserError(Message(NOTHING, {"file": path.name, "reason": reason}), advice)


def as_text(value: Cell) -> str:
    """What a cell says, and nothing else of it."""
    return str(value)


_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)|Err:5\d\d"
)
# Controls and marks that nobody sees and that no stored text keeps. Those that join emoji or letters stay.
_STRIP = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[Ee]\+?[0-9]{1,3}")


def cleaned(values: Sequence[Any]) -> list[Cell]:
    """The values of a row as a reader gives them → cells. A hot spot: twenty of a hundred thousand rows each."""
    # One look at all texts of the row: hardly any has something to mend. Spaces at an edge, and marks that nobody sees,
    # are what is looked for; any space but the usual one counts as not printable.
    texts = "|".join([v for v in values if v.__class__ is str])
    plain = texts.isprintable() and "| " not in texts and " |" not in texts and "#" not in texts
    if plain and texts[:1] != " " and texts[-1:] != " " and "Err:" not in texts:
        return [v if v.__class__ is str else _READ.get(v.__class__, cell)(v) for v in values]
    return [mended(v) if v.__class__ is str else cell(v) for v in values]


def mended(text: str) -> Cell:
    """A text without marks that nobody sees; an error of a spreadsheet program is no text."""
    text = text.strip()
    if text.isascii() and "#" not in text and "Err:" not in text and (text.isprintable() or not _STRIP.search(text)):
        return text
    if _ERROR.fullmatch(text):
        return Flawed(text, Message(ERROR_CELL, {"error": text}))
    clean = _STRIP.sub("", text).strip()
    return clean.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def cell(value: object) -> Cell:
    """A value as a reader gives it → a cell. Numbers become their text: `123`, not `123.0`."""
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return _number(float(value)) if abs(value) >= _EXACT else str(value)
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value
    return value if isinstance(value, dt.date) else str(value)


def _number(value: float) -> str:
    if not value.is_integer():
        return repr(value)
    if -1e10 < value < 1e10:
        return str(int(value))
    if abs(value) >= _EXACT:
        return Flawed(f"{value:.14E}", CUT_NUMBER)
    text = str(int(value))
    return Rounded(text) if text.endswith("000000") else text


def _unchanged(value: Any) -> Any:
    return value


_READ: dict[type, Callable[[Any], Cell]] = {float: _number, dt.date: _unchanged}


def lost_digits(value: Cell) -> Message | None:
    """Why a cell cannot be a phone number, a code or a number of an account: it has lost digits on its way. Numbers
    are never guessed."""
    if isinstance(value, Rounded):
        return CUT_TEXT
    if isinstance(value, str) and value[-1:].isdigit() and _SCIENTIFIC.fullmatch(value):
        return CUT_TEXT
    return None
