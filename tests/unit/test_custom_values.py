"""Values of custom fields: what people write, how it is stored, and that it sorts as it means."""

from __future__ import annotations

import uuid
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField, Option
from desktop_crm.models.text.custom_values import check, decode, decode_number, encode, encode_number

OPTIONS = (("a1", "Gold"), ("b2", "Silver / grey"), ("c3", "铜级"), ("d4", "C"), ("e5", "C++"))
decimals = st.builds(
    lambda sign, digits, exponent: Decimal((sign, digits, exponent)),
    st.integers(0, 1),
    st.lists(st.integers(0, 9), min_size=1, max_size=40).map(tuple),
    st.integers(-60, 60),
)


@given(decimals)
def test_a_number_comes_back_exactly(number: Decimal) -> None:
    assert decode_number(encode_number(number)) == number


@given(decimals, decimals)
def test_stored_numbers_sort_as_numbers(one: Decimal, other: Decimal) -> None:
    a, b = encode_number(one).encode(), encode_number(other).encode()
    assert (a < b) == (one < other)
    assert (a == b) == (one == other)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("number", "１，２３４．５０", "1234.5"),
        ("number", "1,234,567", "1234567"),
        ("number", "12,3456", "123456"),
        ("number", "−7", "-7"),
        ("number", ".5", "0.5"),
        ("number", "100", "100"),
        ("number", "0.00", "0"),
        ("money", "¥ 1,200.50", "1200.5"),
        ("money", "-¥3", "-3"),
        ("money", "CNY 12", "12"),
        ("money", "30万元", "300000"),
        ("date", "2019年7月9日", "2019-07-09"),
        ("date", "２０１９/７/９", "2019-07-09"),
        ("date", "20190709", "2019-07-09"),
        ("yes_no", "是", "1"),
        ("yes_no", "FALSE", "0"),
        ("phone", "１３８ ００１３ ８０００", "+8613800138000"),
        ("email", "Name <Ann@Example.COM>", "Ann@example.com"),
        ("url", "www.Example.com/A?b=1", "https://www.example.com/A?b=1"),
        ("url", "HTTP://例子.中国/x", "http://例子.中国/x"),
        ("url", "example.com:8080/x", "https://example.com:8080/x"),
        ("text", "  a  b ", "a b"),
        ("long_text", "a\r\nb ", "a\nb"),
        ("choice", "gold", "Gold"),
        ("choice", "Ｃ＋＋", "C++"),
        ("choice", "c", "C"),
        ("choices", "铜级、Gold", "Gold; 铜级"),
        ("choices", "铜级; Silver / grey", "Silver / grey; 铜级"),
        ("link", "01890A5D-AC96-774B-BCCE-B302099A8057", "01890a5dac96774bbcceb302099a8057"),
    ],
)
def test_what_people_write_is_understood(kind: str, text: str, shown: str) -> None:
    stored = encode(kind, text, OPTIONS)
    assert decode(kind, stored, OPTIONS) == shown
    assert encode(kind, stored, OPTIONS) == stored
    assert encode(kind, shown, OPTIONS) == stored


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "12x"),
        ("number", "1,2"),
        ("number", "."),
        ("number", "9" * 41),
        ("money", "¥"),
        ("date", "2019-02-30"),
        ("date", "soon"),
        ("yes_no", "maybe"),
        ("phone", "12"),
        ("email", "nobody"),
        ("url", "javascript:alert(1)"),
        ("url", "file:///etc/passwd"),
        ("url", "https://user@example.com"),
        ("url", "nowhere"),
        ("choice", "Bronze"),
        ("choices", "Gold; Bronze"),
        ("link", "Huawei"),
    ],
)
def test_what_is_no_value_is_refused_with_a_reason(kind: str, text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        encode(kind, text, OPTIONS)
    field = CustomField(uuid.UUID(int=1), "custom_01", FieldType(kind), "F", options=tuple(Option(*o) for o in OPTIONS))
    assert check(field, text) is not None


def test_a_required_field_wants_a_value_and_every_text_has_its_limit() -> None:
    field = CustomField(uuid.UUID(int=1), "custom_01", FieldType.TEXT, "F", required=True)
    assert check(field, " ") is not None
    assert check(field, "x" * 500) is None
    assert check(field, "x" * 501) is not None


def test_options_are_stored_in_their_own_order() -> None:
    assert encode("choices", "C++; Gold; C", OPTIONS) == "|a1|d4|e5|"
    assert encode("choices", "|e5|a1|", OPTIONS) == "|a1|e5|"
    assert encode("choices", "|e5|a1|") == "|e5|a1|"
