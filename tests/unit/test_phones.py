"""Phone numbers as people write them become one stored form."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.phones import format_phone, normalise_phone, phone_digits, split_phones


@pytest.mark.parametrize(
    ("text", "stored", "shown", "digits"),
    [
        ("13800138000", "+8613800138000", "+86 138 0013 8000", "13800138000"),
        ("１３８ ００１３ ８０００", "+8613800138000", "+86 138 0013 8000", "13800138000"),
        ("+86 138-0013-8000", "+8613800138000", "+86 138 0013 8000", "13800138000"),
        ("0086 138 0013 8000", "+8613800138000", "+86 138 0013 8000", "13800138000"),
        ("13800138000.0", "+8613800138000", "+86 138 0013 8000", "13800138000"),
        ("0755-2878 0808", "+8675528780808", "+86 755 2878 0808", "075528780808"),
        ("（０１０）8888－8888", "+861088888888", "+86 10 8888 8888", "01088888888"),
        ("0755-28780808转123", "+8675528780808;ext=123", "+86 755 2878 0808 ext. 123", "075528780808"),
        ("0755-28780808-123", "+8675528780808;ext=123", "+86 755 2878 0808 ext. 123", "075528780808"),
        ("0755 28780808 ext. 12", "+8675528780808;ext=12", "+86 755 2878 0808 ext. 12", "075528780808"),
        ("0755-2878-0808", "+8675528780808", "+86 755 2878 0808", "075528780808"),
        ("+852 2345 6789", "+85223456789", "+852 2345 6789", "85223456789"),
        ("+1 (650) 253-0000", "+16502530000", "+1 650-253-0000", "16502530000"),
        ("400-820-8820", "+864008208820", "+86 400 820 8820", "4008208820"),
        ("800 820 8820", "+868008208820", "+86 800 820 8820", "8008208820"),
        ("95588", "95588", "95588", "95588"),
        ("10086", "10086", "10086", "10086"),
    ],
)
def test_a_number_is_stored_shown_and_searched(text: str, stored: str, shown: str, digits: str) -> None:
    assert normalise_phone(text) == stored
    assert format_phone(stored) == shown
    assert phone_digits(stored) == digits
    assert normalise_phone(stored) == stored
    assert normalise_phone(shown) == stored


@pytest.mark.parametrize(
    "text",
    ["", "abc", "1.38E+10", "1.38001E10", "138 0013 80001", "1380013800", "28780808", "650 253 0000",
     "+999 123456", "13800138000/13900139000", "1-800-FLOWERS", "138 0013 8000 x", "9" * 100],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    assert normalise_phone(text) is None


def test_another_region_reads_its_own_numbers() -> None:
    assert normalise_phone("650 253 0000", "US") == "+16502530000"
    assert normalise_phone("+86 138 0013 8000", "US") == "+8613800138000"


def test_the_word_for_an_extension_can_be_chosen() -> None:
    assert format_phone("+8675528780808;ext=8", "转") == "+86 755 2878 0808 转 8"


def test_a_cell_with_several_numbers_is_split() -> None:
    assert split_phones("13800138000/13900139000、0755-28780808 转 1；10086") == (
        "13800138000",
        "13900139000",
        "0755-28780808 转 1",
        "10086",
    )
    assert split_phones("+8675528780808;ext=12") == ("+8675528780808;ext=12",)


@given(st.text("0123456789+-() 转xEe.;=.４", max_size=22))
def test_normalising_twice_changes_nothing(text: str) -> None:
    stored = normalise_phone(text)
    if stored is not None:
        assert normalise_phone(stored) == stored
        assert normalise_phone(format_phone(stored)) == stored
        assert phone_digits(stored).isdecimal()


@given(st.text(max_size=30))
def test_old_values_can_always_be_shown(text: str) -> None:
    assert format_phone(text) or not text
    phone_digits(text)


@pytest.mark.parametrize(
    "stored",
    [
        *("+861065551234", "+862165551234", "+8675528780808", "+864777512345", "+8689865551234", "+869915551234"),
        *("+86955887", "+8695012345678", "+86755287808", "+862065551234;ext=1"),
    ],
)
def test_landlines_are_grouped_as_the_library_groups_them(stored: str) -> None:
    number, _, extension = stored.partition(";ext=")
    shown = phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    assert format_phone(stored) == (f"{shown} ext. {extension}" if extension else shown)
