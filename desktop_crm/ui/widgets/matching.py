"""Finding commands by a few letters: part of the text first, then letters in order."""

from __future__ import annotations

Spans = tuple[tuple[int, int], ...]


def match(query: str, text: str) -> tuple[int, Spans] | None:
    """How well `query` fits `text` (lower is better) and the matching parts as (start, length); None if not.

    >>> match("imp", "Import customers")
    (0, ((0, 3),))
    """
    if not query:
        return 9, ()
    needle, hay = query.casefold(), text.casefold()
    if len(hay) != len(text):
        hay = text.lower() if len(text.lower()) == len(text) else text
    at = hay.find(needle)
    if at == 0:
        return 0, ((0, len(needle)),)
    if at > 0:
        word = not hay[at - 1].isalnum() or not hay[at - 1].isascii()
        return (1 if word else 2), ((at, len(needle)),)
    return _in_order(needle, hay)


def _in_order(needle: str, hay: str) -> tuple[int, Spans] | None:
    spans: list[tuple[int, int]] = []
    at = -1
    for letter in needle.replace(" ", ""):
        found = hay.find(letter, at + 1)
        if found < 0:
            return None
        if spans and spans[-1][0] + spans[-1][1] == found:
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((found, 1))
        at = found
    return 3 + len(spans), tuple(spans)
