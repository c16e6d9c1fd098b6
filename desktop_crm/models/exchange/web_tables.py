"""Tables of a web page: what many systems "export" is one, under the name of a workbook.

Only tables matter here, so tags are found by a pattern in one pass. Python's own parser takes time that grows with the
square of the length for tags that never end: a file of one megabyte would have held it for minutes."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from desktop_crm.models.exchange.cells import Row, cleaned, refused
from desktop_crm.models.exchange.encodings import encodings_of
from desktop_crm.models.exchange.guard import BOMB
from desktop_crm.models.exchange.header_rows import Merge
from desktop_crm.models.exchange.workbooks import Sheet
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.sources import SourceKind

MAX_BYTES = 64 * 1024 * 1024
MAX_CELLS = 5_000_000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "cp950", "utf8": "utf-8"}
# Nothing in it goes past the next <, and nothing is tried twice, so that it takes time by the length only.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>|<!--|<[!?][^<>]*+>")
_ATTRIBUTE = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*([0-9]{1,6})", re.IGNORECASE)
_UNSEEN = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n]+")

NO_TABLE = Message(QT_TRANSLATE_NOOP("messages", "it is a web page without a table."))
AS_PAGE = Message(
    QT_TRANSLATE_NOOP("messages", "This file is a web page that calls itself a workbook; its table is read.")
)


class WebPage:
    """The tables of a page as sheets, called 1, 2, …"""

    kind = SourceKind.HTML

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > MAX_BYTES:
            raise refused(path, BOMB)
        self.path = path
        self.remarks = (AS_PAGE,) if path.suffix.lower().startswith((".xls", ".et")) else ()
        reader = _Reader()
        with path.open(encoding=_encoding(path), errors="replace", newline="") as file:
            reader.read(file.read())
        if reader.count > MAX_CELLS:
            raise refused(path, BOMB)
        self._tables = [table for table in reader.tables if table.rows]
        if not self._tables:
            raise refused(path, NO_TABLE)
        self.names = [str(number) for number in range(1, len(self._tables) + 1)]

    def sheet(self, name: str) -> Sheet:
        table = self._tables[int(name) - 1]
        rows = (Row(number, cleaned(cells)) for number, cells in enumerate(table.rows, 1))
        return Sheet(name, rows, len(table.rows), tuple(table.merges))


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4096)
    found = _CHARSET.search(start)
    declared = found[1].decode("ascii", "replace").lower() if found else ""
    declared = _ALIASES.get(declared, declared)
    fitting = encodings_of(path)
    return declared if declared in fitting else fitting[0]


class _Table:
    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merges: list[Merge] = []
        self.taken: dict[int, int] = {}  # column → how many more rows a cell from above stands in it


class _Reader:
    """Collects the cells of all tables. A table inside a cell is a table of its own."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self.count = 0
        self._open: list[_Table] = []
        self._text: list[str] | None = None
        self._span = (1, 1)

    def read(self, text: str) -> None:
        at = 0
        while self.count <= MAX_CELLS and (tag := _TAG.search(text, at)):
            if self._text is not None:
                self._text.append(_SPACE.sub(" ", text[at : tag.start()]))
            at = tag.end()
            name = (tag[2] or "").lower()
            if tag[0] == "<!--":
                end = text.find("-->", at)
                at = end + 3 if end >= 0 else len(text)
            elif tag[1]:
                self._end(name)
            elif name in ("script", "style"):
                end_tag = _UNSEEN.search(text, at)
                at = end_tag.start() if end_tag else len(text)
            elif name:
                self._start(name, tag[3])
        if self._text is not None:
            self._text.append(_SPACE.sub(" ", text[at:]))
        self._end_cell()

    def _start(self, name: str, attributes: str) -> None:
        if name == "table":
            self._end_cell()
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif name == "tr":
            self._end_cell()
            self._start_row()
        elif name in ("td", "th"):
            self._end_cell()
            if not self._open[-1].rows:
                self._start_row()
            spans = {key.lower(): int(value) for key, value in _ATTRIBUTE.findall(attributes)}
            across, down = (min(max(1, spans.get(key, 1)), 1_000) for key in ("colspan", "rowspan"))
            self._span = across, down
            self._text = []
            if attributes.endswith("/"):
                self._end_cell()
        elif name in ("br", "p", "div", "li") and self._text:
            self._text.append("\n")

    def _end(self, name: str) -> None:
        if name in ("td", "th", "tr"):
            self._end_cell()
        elif name == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def _start_row(self) -> None:
        table = self._open[-1]
        table.rows.append([])
        table.taken = {place: left - 1 for place, left in table.taken.items() if left > 1}

    def _end_cell(self) -> None:
        if self._text is None or not self._open or not self._open[-1].rows:
            self._text = None
            return
        table = self._open[-1]
        row = table.rows[-1]
        while len(row) in table.taken:
            row.append("")
        left, number = len(row), len(table.rows)
        lines = unescape("".join(self._text)).split("\n")
        row.append("\n".join(line.strip() for line in lines).strip())
        row += [""] * (self._span[0] - 1)
        self.count += self._span[0]
        if self._span != (1, 1):
            table.merges.append(Merge(number, left, number + self._span[1] - 1, left + self._span[0] - 1))
        if self._span[1] > 1:
            table.taken |= {place: self._span[1] for place in range(left, left + self._span[0])}
        self._text = None
