"""What a cell of a file is once it is read: text, or a real date. And what can be wrong with a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

Cell: TypeAlias = str | dt.date | dt.datetime
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
_EXACT = 10**15  # floats hold whole numbers exactly up to here; beyond, a spreadsheet has lost digits

NOTHING = QT_TRANSLATE_NOOP("messages", "“{file}” cannot be read: {reason} Nothing was imported.")
SAVE_AGAIN = Message(
    QT_TRANSLATE_NOOP("messages", "Open the file in a spreadsheet program, save it as .xlsx, then import that.")
)
TOO_MANY_ROWS = QT_TRANSLATE_NOOP("messages", "it has more than {count} rows.")
TOO_MANY_COLUMNS = QT_TRANSLATE_NOOP("messages", "row {row} has more than {count} columns.")
SPLIT = Message(QT_TRANSLATE_NOOP("messages", "Split it into several files."))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number as the spreadsheet program shows it (from 1), and its cells."""

    number: int
    cells: list[Cell]

    @property
    def blank(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and its rows, to be walked once. `name` is empty for text files."""

    name: str
    rows: Iterator[Row]


def refused(path: Path, reason: Message, advice: Message = SAVE_AGAIN) -> UserError:
    """The error for a file that cannot be read."""
    return UserError(Message(NOTHING, {"file": path.name, "reason": reason}), advice)


def as_text(value: Cell) -> str:
    return value if isinstance(value, str) else value.isoformat()


def cell(value: object) -> Cell:
    """A value as a reader gives it → a cell. Numbers become their text: `123`, not `123.0`."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value
    return value if isinstance(value, dt.date) else str(value)
