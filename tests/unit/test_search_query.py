import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.search_query import PREFIXES, parse_query, written


@pytest.mark.parametrize(
    ("typed", "words", "terms"),
    [
        ("华为", "华为", []),
        ("phone:138", "", [("phone", "138")]),
        ("电话：138 华为", "华为", [("phone", "138")]),
        ('tag:"重点 客户" owner:me', "", [("tag", "重点 客户"), ("owner", "me")]),
        ("TAG:vip", "", [("tag", "vip")]),
        ("标签:“重点 客户”", "", [("tag", "重点 客户")]),
        ("tag:", "", []),
        ("https://example.com", "https://example.com", []),
        ("10:30", "10:30", []),
        ("hashtag:vip", "hashtag:vip", []),
    ],
)
def test_a_query_is_taken_apart(typed: str, words: str, terms: list[tuple[str, str]]) -> None:
    query = parse_query(typed)
    assert query.words == words
    assert [(term.kind, term.value) for term in query.terms] == terms


def test_the_last_term_is_unfinished_until_something_follows() -> None:
    last = parse_query("华为 tag:vi").unfinished
    assert last is not None
    assert (last.kind, last.value, last.start) == ("tag", "vi", 7)
    assert parse_query("tag:vi 华为").unfinished is None


@given(st.sampled_from(sorted(PREFIXES)), st.text("ab 华为1", min_size=1).map(str.strip).filter(bool))
def test_a_written_value_is_read_again(kind: str, value: str) -> None:
    (term,) = parse_query(f"{kind}:{written(value)} ").terms
    assert (term.kind, term.value) == (kind, value)
