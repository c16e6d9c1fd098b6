"""The index never misses: every gram of a piece of a text is a gram of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.names import fold
from desktop_crm.models.text.search_text import grams, query_grams

MIXED = st.text("华为技术𠮷㐂abcXYZ01９é（）. -がﾄ́", max_size=16) | st.text(max_size=16)


def test_grams_of_a_document() -> None:
    assert grams("华为Tech\nAB") == {"华", "为", "华为", "tec", "ech", "ab"}
    assert query_grams("华为tech") == {"华为", "tec", "ech"}
    assert query_grams("华") == {"华"}
    assert query_grams("ab") == set()
    assert query_grams("𠮷野") == {"𠮷野"}


def test_no_gram_crosses_lines_or_kinds() -> None:
    assert "为技" not in grams("华为\n技术")
    assert not {gram for gram in grams("华abc为") if len(gram) > 1} - {"abc"}


@given(st.data(), MIXED)
def test_a_piece_of_a_text_is_found(data: st.DataObject, text: str) -> None:
    line = text.replace("\n", "").replace("\r", "")
    folded = fold("".join(line.splitlines()))
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, len(folded)))
    assert query_grams(folded[start:end]) <= grams("".join(line.splitlines()))


@given(st.lists(MIXED, max_size=4))
def test_the_grams_of_a_document_are_those_of_its_lines(lines: list[str]) -> None:
    lines = [" ".join(line.splitlines()) for line in lines]
    assert grams("\n".join(lines)) == set().union(*map(grams, lines))
