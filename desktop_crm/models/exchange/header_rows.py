"""Finds the row that names the columns, and makes one usable name a column of it: where cells are merged, where a
group stands over its columns, where names are missing or twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from desktop_crm.models.exchange.cells import Cell, Row, as_text
from desktop_crm.models.records.sources import unnamed

# Says whether a header is known; a function of the caller, so that every kind of table can be read.
Recognise = Callable[[str], bool]
Rows = Mapping[int, list[Cell]]

WITHIN = 20
_MOST_ROWS = 4
_LONGEST = 40
_NO_NAME = 200  # longer than any name of a column
_NUMBER = re.compile(r"[-+]?[\d.,:/年月日%￥¥$\s-]*\d[\d.,:/年月日%\s-]*")


class Merge(NamedTuple):
    """Cells that are one: rows as the spreadsheet numbers them, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def across(self) -> bool:
        return self.right > self.left


class Header(NamedTuple):
    """`row` is the one that was found or chosen; `top` to `bottom` is all that names columns."""

    row: int
    top: int
    bottom: int
    names: tuple[str, ...]


def known_place(head: Sequence[Row], known: Recognise) -> tuple[int, int]:
    """The place of the row with the most known names (the first of equals), and how many it has."""
    scores = [len({c for c in row.cells if isinstance(c, str) and 0 < len(c) <= _NO_NAME and known(c)}) for row in head]
    best = max(scores, default=0)
    return (scores.index(best), best) if best else (0, 0)


def likely_place(head: Sequence[Row]) -> int:
    """The place of the row that looks most like names of columns: short and different texts, in many columns."""
    scores = [_likeness(row) for row in head]
    return scores.index(max(scores)) if scores else 0


def _likeness(row: Row) -> float:
    filled = [cell for cell in row.cells if cell]
    if not filled:
        return -1.0
    names = {cell for cell in filled if _is_name(cell)}
    return len(names) - 0.5 * (len(filled) - len(names))


def _is_name(cell: object) -> bool:
    return isinstance(cell, str) and len(cell) <= _LONGEST and not _NUMBER.fullmatch(cell) and "@" not in cell


def read_header(
    head: Sequence[Row], place: int, merges: Sequence[Merge] | None, known: Recognise, sample: Sequence[Row] = ()
) -> Header:
    """The header around the row at `place`. `merges` is None where the format does not tell. Columns without a name get
    one if `sample` has something in them."""
    rows = {row.number: row.cells for row in head}
    number = head[place].number
    if merges is None:
        top, bottom = _block_by_gaps(rows, number, known)
    else:
        top, bottom = _block_by_merges(rows, number, merges)
    width = max((len(rows[r]) for r in range(top, bottom + 1) if r in rows), default=0)
    body = [row for row in (*head, *sample) if row.number > bottom]
    used = max((place for row in body for place, cell in enumerate(row.cells) if cell), default=-1) + 1
    levels = [_spread(rows, r, bottom, merges, max(width, used)) for r in range(top, bottom + 1)]
    names = _names(levels, known)
    while names and not names[-1] and len(names) > used:
        names.pop()
    filled = {place for row in body for place, cell in enumerate(row.cells) if cell}
    return Header(number, top, bottom, tuple(_told_apart(names, filled)))


def _block_by_merges(rows: Rows, number: int, merges: Sequence[Merge]) -> tuple[int, int]:
    top = bottom = number
    while bottom - top < _MOST_ROWS - 1 and bottom + 1 in rows and _continues(rows, bottom, merges):
        bottom += 1
    while bottom - top < _MOST_ROWS - 1 and top - 1 in rows and _continues(rows, top - 1, merges):
        top -= 1
    return top, bottom


def _continues(rows: Rows, row: int, merges: Sequence[Merge]) -> bool:
    """Whether the row below belongs to the same header: a cell of this one reaches down, or stands over several."""
    filled = sum(1 for cell in rows[row] if cell)
    below = rows[row + 1]
    if filled < 1 or not all(_is_name(cell) for cell in below if cell):
        return False
    for merge in merges:
        if merge.top <= row < merge.bottom and filled > 1:
            return True
        groups = merge.across and merge.bottom == row and (filled > 1 or merge.right - merge.left + 1 <= len(below) / 2)
        under = below[merge.left : merge.right + 1]
        if groups and len(set(under)) == len(under) > 1 and all(under):
            return True
    return False


def _block_by_gaps(rows: Rows, number: int, known: Recognise) -> tuple[int, int]:
    """Without merges to go by: what one row leaves empty, the other names, and both name columns that are known."""
    for upper in (number, number - 1):
        above, below = rows.get(upper), rows.get(upper + 1)
        if not above or not below or sum(map(bool, above)) < 2:
            continue
        if not all(_is_name(cell) for cell in (*above, *below) if cell):
            continue
        width = max(len(above), len(below))
        above, below = [*above, *[""] * (width - len(above))], [*below, *[""] * (width - len(below))]
        empty_above = [i for i in range(width) if not above[i] and below[i]]
        alone_above = [i for i in range(width) if above[i] and not below[i]]
        named = [i for i in range(width) if below[i] and known(as_text(below[i]))]
        if empty_above and alone_above and len(named) > 1 and any(known(as_text(above[i])) for i in alone_above):
            return upper, upper + 1
    return number, number


def _spread(rows: Rows, row: int, bottom: int, merges: Sequence[Merge] | None, width: int) -> list[str]:
    """The texts of one header row with what is merged filled in."""
    cells = rows.get(row, [])
    texts = [" ".join(as_text(cells[i])[:_NO_NAME].split()) if i < len(cells) else "" for i in range(width)]
    if merges is None:
        below = rows.get(row + 1, []) if row < bottom else []
        for i in range(1, min(width, len(below))):
            if not texts[i] and below[i]:
                texts[i] = texts[i - 1]
        return texts
    for merge in merges:
        if merge.top == row and merge.across and merge.left < width:
            for i in range(merge.left + 1, min(merge.right + 1, width)):
                texts[i] = texts[i] or texts[merge.left]
    return texts


def _names(levels: Sequence[Sequence[str]], known: Recognise) -> list[str]:
    columns = [list(dict.fromkeys(text for text in column if text)) for column in zip(*levels, strict=True)]
    last = [parts[-1] if parts else "" for parts in columns]
    return [_name(parts, last, known) for parts in columns]


def _name(parts: list[str], last: list[str], known: Recognise) -> str:
    """联系人 over 电话 is 联系人电话, which is known; 联系方式 over 邮箱 is 邮箱; anything else has both words."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    if known("".join(parts[-2:])):
        return "".join(parts[-2:])
    if known(parts[-1]) and last.count(parts[-1]) == 1:
        return parts[-1]
    return " ".join(parts)


def _told_apart(names: Sequence[str], filled: set[int]) -> list[str]:
    seen = set(names) - {""}
    used: set[str] = set()
    out = []
    for place, given in enumerate(names):
        name = given or (unnamed(place) if place in filled else "")
        count = 1
        while name and (name in used or (count > 1 and name in seen)):
            count += 1
            name = f"{given or unnamed(place)} ({count})"
        used.add(name)
        out.append(name)
    return out
