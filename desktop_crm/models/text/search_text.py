"""Grams: the pieces under which a text is indexed, and those that every text holding a query must have.

Chinese characters give single characters and pairs, runs of other letters and digits give triples (a
shorter run gives itself), and the first two letters of a line a pair, so that two letters typed find
what begins with them. Pieces never cross the border between the two, nor the end of a line.

For any text and any piece of its folded form, `query_grams(piece) <= grams(text)`: looking up all
grams of a query loses no match. It may find too many, so what is found is compared once more.
"""

from __future__ import annotations

import re
from itertools import pairwise

from desktop_crm.models.text.names import fold

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3007"
_RUNS = re.compile(f"([{_HAN}]+)|[^{_HAN}]+")


def grams(text: str) -> set[str]:
    """All grams of a text of one or more lines (the fields of a search document)."""
    out: set[str] = set()
    for line in text.splitlines():
        for run in _RUNS.finditer(fold(line)):
            piece = run[0]
            if run[1]:
                out.update(piece)
                out.update(map("".join, pairwise(piece)))
            elif len(piece) < 3:
                out.add(piece)
            else:
                out.update([piece[i : i + 3] for i in range(len(piece) - 2)])
                if run.start() == 0:
                    out.add(piece[:2])
    return out


def query_grams(query: str) -> set[str]:
    """The grams that every line holding the folded query must have: Chinese pairs (one character where
    it stands alone) and triples. Runs of one or two other letters give none, so the answer may be empty."""
    out: set[str] = set()
    for run in _RUNS.finditer(fold(query)):
        piece = run[0]
        if not run[1]:
            out.update([piece[i : i + 3] for i in range(len(piece) - 2)])
        elif len(piece) == 1:
            out.add(piece)
        else:
            out.update(map("".join, pairwise(piece)))
    return out
