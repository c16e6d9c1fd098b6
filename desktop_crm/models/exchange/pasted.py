"""A table from the clipboard, as spreadsheet programs put it there: made a file, so that it is read as any other."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

_STOP = re.compile(r"[\t\n]")


def keep_pasted(text: str, folder: Path, name: str = "clipboard.tsv") -> Path:
    """Writes a pasted table into `folder` and returns its file, fit for `look_at` and `open_table`."""
    path = folder / name
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\r\n").writerows(pasted_rows(text))
    return path


def pasted_rows(text: str) -> Iterator[list[str]]:
    """The rows of a pasted text. A cell is quoted only where it holds a line break, a tab or a doubled quotation mark;
    Excel writes any other quotation mark as it stands, even at the beginning of a cell."""
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    row: list[str] = []
    at, end = 0, len(text)
    while at <= end:
        cell, at = _cell(text, at)
        row.append(cell)
        if at >= end or text[at] == "\n":
            yield row
            row = []
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    if text[at : at + 1] == '"' and (close := _closing(text, at)):
        inner = text[at + 1 : close]
        if "\n" in inner or "\t" in inner or '""' in inner:
            return inner.replace('""', '"'), close + 1
    match = _STOP.search(text, at)
    stop = match.start() if match else len(text)
    return text[at:stop], stop


def _closing(text: str, at: int) -> int:
    """The quotation mark that closes the cell: one that is not doubled, before the next cell, row or the end."""
    place = at + 1
    while (place := text.find('"', place)) >= 0:
        after = text[place + 1 : place + 2]
        if after == '"':
            place += 2
        else:
            return place if after in ("", "\t", "\n") else 0
    return 0
