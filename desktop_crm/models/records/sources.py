"""What was found in a file of rows, and what a person chose instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message


class SourceKind(StrEnum):
    """The kinds of file that rows are read from."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    HTML = "html"
    XML = "xml"
    VCARD = "vcard"


KIND_NAMES: Mapping[SourceKind, Message] = {
    SourceKind.XLSX: Message(QT_TRANSLATE_NOOP("messages", "Excel workbook")),
    SourceKind.XLSB: Message(QT_TRANSLATE_NOOP("messages", "Excel binary workbook")),
    SourceKind.XLS: Message(QT_TRANSLATE_NOOP("messages", "Excel 97 workbook")),
    SourceKind.ODS: Message(QT_TRANSLATE_NOOP("messages", "OpenDocument spreadsheet")),
    SourceKind.TEXT: Message(QT_TRANSLATE_NOOP("messages", "Text with separators")),
    SourceKind.HTML: Message(QT_TRANSLATE_NOOP("messages", "Table of a web page")),
    SourceKind.XML: Message(QT_TRANSLATE_NOOP("messages", "XML spreadsheet 2003")),
    SourceKind.VCARD: Message(QT_TRANSLATE_NOOP("messages", "Contact cards (vCard)")),
}

# Codecs by the names that Python knows them by.
ENCODING_NAMES: Mapping[str, Message] = {
    "utf-8": Message(QT_TRANSLATE_NOOP("messages", "Unicode (UTF-8)")),
    "utf-8-sig": Message(QT_TRANSLATE_NOOP("messages", "Unicode (UTF-8 with BOM)")),
    "utf-16": Message(QT_TRANSLATE_NOOP("messages", "Unicode (UTF-16)")),
    "utf-16-le": Message(QT_TRANSLATE_NOOP("messages", "Unicode (UTF-16, little endian)")),
    "utf-16-be": Message(QT_TRANSLATE_NOOP("messages", "Unicode (UTF-16, big endian)")),
    "gb18030": Message(QT_TRANSLATE_NOOP("messages", "Chinese, simplified (GBK, GB18030)")),
    "cp950": Message(QT_TRANSLATE_NOOP("messages", "Chinese, traditional (Big5)")),
    "big5hkscs": Message(QT_TRANSLATE_NOOP("messages", "Chinese, traditional (Big5 with Hong Kong's characters)")),
    "cp1252": Message(QT_TRANSLATE_NOOP("messages", "Western European (Windows-1252)")),
}
SEPARATOR_NAMES: Mapping[str, Message] = {
    ",": Message(QT_TRANSLATE_NOOP("messages", "Comma ,")),
    ";": Message(QT_TRANSLATE_NOOP("messages", "Semicolon ;")),
    "\t": Message(QT_TRANSLATE_NOOP("messages", "Tab")),
    "|": Message(QT_TRANSLATE_NOOP("messages", "Vertical bar |")),
    "，": Message(QT_TRANSLATE_NOOP("messages", "Chinese comma ，")),
}
UNNAMED = QT_TRANSLATE_NOOP("messages", "Column {letters}")


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """How to read a file. What is empty (for the header row: 0) is found out. A part of saved profiles."""

    sheet: str = ""
    header_row: int = 0
    encoding: str = ""
    separator: str = ""

    def to_json(self) -> dict[str, str | int]:
        return asdict(self)

    @staticmethod
    def from_json(raw: object) -> SourceChoice:
        """Reads what `to_json` gave; what is no choice there counts as not chosen."""
        parts = raw if isinstance(raw, dict) else {}
        texts = {k: v for k in ("sheet", "encoding", "separator") if isinstance(v := parts.get(k), str)}
        row = parts.get("header_row")
        return SourceChoice(**texts, header_row=row if isinstance(row, int) and 0 <= row <= 1_048_576 else 0)


AS_FOUND = SourceChoice()
LOOKED_AT = 1_000
"""So many rows are looked at, where a file is not small."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A sheet of a workbook. `rows` is the number of its last row that holds anything; None: not counted, since that
    would mean loading it."""

    name: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """A column. `place` counts from 0. `filled` is the percentage of the rows that have something in it: of all rows
    where they are counted, else of the first ones. `samples` are up to three different values of it, `distinct` says
    how many different ones the first rows have."""

    header: str
    place: int
    filled: int
    samples: tuple[str, ...] = ()
    named: bool = True
    distinct: int = 0

    @property
    def title(self) -> Message:
        """The header for people: a column that has none is called by its letters."""
        return (
            Message("{text}", {"text": self.header})
            if self.named
            else Message(UNNAMED, {"letters": letters(self.place)})
        )


@dataclass(frozen=True, slots=True)
class SourceLook:
    """What was found in a file. `choice` is how it was read, in full: given back, it reads the file in the same way.

    `known`: the header names columns that are known. `titles` are the rows above the header, numbered by `title_rows`,
    `below` notes and sums under the table, as far as it was looked at; both are left out of the import. `rows` counts
    the rows with something in them; where `rows_exact` is false it is what the file says of itself, blank rows
    included. `remarks` say what else a person should know of how the file was read."""

    kind: SourceKind
    choice: SourceChoice
    known: bool
    sheets: tuple[SheetLook, ...]
    encodings: tuple[str, ...]
    separators: tuple[str, ...]
    titles: tuple[tuple[str, ...], ...]
    columns: tuple[ColumnLook, ...]
    first: tuple[tuple[int, tuple[str, ...]], ...]
    rows: int
    rows_exact: bool
    below: tuple[str, ...] = ()
    remarks: tuple[Message, ...] = ()
    title_rows: tuple[int, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """By their places; empty where a column has nothing in it at all."""
        known = {column.place: column.header for column in self.columns}
        return tuple(known.get(place, "") for place in range(max(known, default=-1) + 1))

    @property
    def names(self) -> tuple[Message, ...]:
        """What people call the columns, by their places."""
        known = {column.place: column.title for column in self.columns}
        nothing = Message("{text}", {"text": ""})
        return tuple(known.get(place, nothing) for place in range(max(known, default=-1) + 1))

    def counted(self, rows: int, filled: Sequence[int]) -> SourceLook:
        """The same, once all rows were counted, and those that have something in a column, by its place."""
        known = dict(enumerate(filled))
        columns = tuple(replace(one, filled=percent(known.get(one.place, 0), rows)) for one in self.columns)
        return replace(self, columns=columns, rows=rows, rows_exact=True)


def percent(part: int, whole: int) -> int:
    """0 and 100 only for none and all."""
    if not part or not whole:
        return 0
    return 100 if part == whole else min(99, max(1, round(100 * part / whole)))


def letters(place: int) -> str:
    """What a spreadsheet program calls a column.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    out = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        out = chr(65 + rest) + out
    return out


def unnamed(place: int) -> str:
    """The header that stands for none, the same in every language, so that a profile keeps it."""
    return f"Column {letters(place)}"
