"""Tables as they are written to files, whatever their format."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Out: TypeAlias = str | float | dt.date | dt.datetime | None


class CellKind(StrEnum):
    """TEXT stays text whatever it looks like; LONG as well, and may exceed what a cell shows of a text."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column of a written table. `choices` are offered in its cells; `strict`: other values get a warning. `note`
    stands at the header."""

    header: str
    kind: CellKind = CellKind.TEXT
    width: int = 14
    choices: tuple[str, ...] = ()
    strict: bool = False
    note: str = ""


def number_text(value: float) -> str:
    """A number without a needless point."""
    return str(int(value)) if float(value).is_integer() else repr(value)
