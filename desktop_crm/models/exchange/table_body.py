"""The rows of a table below its header: without blank ones, merged cells filled, without what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from desktop_crm.models.exchange.cells import (
    MAX_COLUMNS,
    MAX_ROWS,
    SPLIT,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    Cell,
    Row,
    refused,
)
from desktop_crm.models.exchange.header_rows import Header, Merge
from desktop_crm.models.messages import Message
from desktop_crm.models.records.example_rows import is_example

_HELD = 50
_TOP = 20
_NOTE = re.compile(
    r"(?:注|备注|附注|说明|填表|制表|填报|审核|打印|导出|数据来源|备\s+注|温馨提示|提示|notes?|remarks?|source|printed|exported)"
    r"(?:\s*\d*\s*[:：]|\s*$|人|说明|时间|日期).*|[※★＊*].{4,}|\d[.、．)）].{15,}|.*[。；！？].*",
    re.IGNORECASE | re.DOTALL,
)
_SUM = re.compile(r"(?:合\s*计|总\s*计|小\s*计|本页合计|grand total|totals?|sum)\s*[:：]?", re.IGNORECASE)


def body(
    path: Path, rows: Iterable[Row], header: Header, merges: Sequence[Merge] | None, below: list[Row]
) -> Iterator[Row]:
    """The rows that hold something, as long as there are not more than any sheet can have. Notes and sums go to `below`
    if nothing follows them."""
    tall = [m for m in merges or () if m.bottom > m.top and m.bottom > header.bottom]
    source = _filled(rows, tall, header.bottom) if tall else rows
    across = {m.top for m in merges or () if m.right - m.left >= 2}
    usual = sum(map(bool, header.names)) >= 3
    held: list[Row] = []
    for row in source:
        cells = row.cells
        if row.number > MAX_ROWS:
            raise refused(path, Message(TOO_MANY_ROWS, {"count": MAX_ROWS}), SPLIT)
        if len(cells) > MAX_COLUMNS:
            raise refused(path, Message(TOO_MANY_COLUMNS, {"row": row.number, "count": MAX_COLUMNS}), SPLIT)
        if not any(cells):
            continue
        # A row that names its first two columns is no note; that is nearly all of them.
        if (
            usual
            and not (len(cells) > 1 and all(cells[:2]))
            and _is_note(cells, row.number in across)
            and len(held) < _HELD
        ):
            held.append(row)
            continue
        if held:
            yield from held
            held = []
        yield row
    below += held


def without_examples(rows: Iterator[Row], left_out: list[int]) -> Iterator[Row]:
    """Leaves out the examples of our own templates; they stand at the top. Their numbers go to `left_out`."""
    for row in islice(rows, _TOP):
        if is_example(row.cells):
            left_out.append(row.number)
        else:
            yield row
    yield from rows


def _is_note(cells: Sequence[Cell], across: bool) -> bool:
    filled = [cell for cell in cells if cell]
    first = filled[0]
    if not isinstance(first, str):
        return False
    if len(filled) == 1:
        return across or _NOTE.fullmatch(first) is not None or _SUM.fullmatch(first) is not None
    return _SUM.fullmatch(first) is not None


def _filled(rows: Iterable[Row], tall: Sequence[Merge], after: int) -> Iterator[Row]:
    """Gives every row of a merged cell its text: one company over the rows of its three contacts."""
    waiting = sorted(tall, reverse=True)
    active: dict[int, tuple[Merge, Cell]] = {}  # by column
    for row in rows:
        number, cells = row.number, row.cells
        if active and any(cells):
            for place, (merge, value) in list(active.items()):
                if merge.bottom < number:
                    del active[place]
                elif place < len(cells):
                    cells[place] = cells[place] or value
        while waiting and waiting[-1].top <= number:
            merge = waiting.pop()
            if merge.top == number > after and merge.left < len(cells) and cells[merge.left]:
                active[merge.left] = merge, cells[merge.left]
        yield row
