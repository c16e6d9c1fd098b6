"""E-mail addresses are checked for form and stored in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.emails import normalise_email


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("A.b@Example.COM", "A.b@example.com"),
        (" info＠example。com ", "info@example.com"),
        ("ｉｎｆｏ@ｅｘａｍｐｌｅ．ｃｎ", "info@example.cn"),
        ("mailto:a+b@b.cn", "a+b@b.cn"),
        ("Li Lei <li@b.cn>", "li@b.cn"),
        ("张三@例子.公司", "张三@例子.公司"),
    ],
)
def test_addresses(text: str, stored: str) -> None:
    assert normalise_email(text) == stored
    assert normalise_email(stored) == stored


@pytest.mark.parametrize(
    "text",
    ["", "@", "x@y", "a..b@c.com", "a b@c.com", "a@localhost", "a@-b.com", "a.com", "a@b@c.com", "a" * 300],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    assert normalise_email(text) is None


@given(st.text("ab.@-_A<>中 ", max_size=20))
def test_normalising_twice_changes_nothing(text: str) -> None:
    stored = normalise_email(text)
    if stored is not None:
        assert normalise_email(stored) == stored
