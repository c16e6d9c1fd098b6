"""The values people choose from are known by code, label and the words of real workbooks."""

from __future__ import annotations

import pytest

from desktop_crm.models.records.choices import CHOICES, label, parse
from desktop_crm.models.records.customers import ContactRole, CustomerKind, Level, PointKind, Stage


def test_every_code_of_the_records_has_a_label() -> None:
    assert set(CHOICES["stage"]) == set(Stage)
    assert set(CHOICES["kind"]) == set(CustomerKind)
    assert set(CHOICES["point_kind"]) == set(PointKind)
    assert set(CHOICES["role"]) == set(ContactRole) - {""}
    assert set(CHOICES["price_sensitivity"]) == set(Level) - {""}


def test_a_label_or_the_code_itself_is_read_back() -> None:
    for field, choices in CHOICES.items():
        for code, message in choices.items():
            assert parse(field, code) == code
            assert parse(field, f" {message.text.upper()} ") == code
            assert label(field, code) == message


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("stage", "流失", "lost"),
        ("stage", "潜在客户", "acquire"),
        ("kind", "企业", "company"),
        ("source", "展会", "exhibition"),
        ("source", "转介绍", "referral"),
        ("industry", "IT/互联网", "it"),
        ("size", "1-19人", "1-19"),
        ("size", "１００－４９９人", "100-499"),
        ("size", "1–19 employees", "1-19"),
        ("size", "119", None),
        ("preferred_channel", "微信", "wechat"),
        ("price_sensitivity", "高", "high"),
        ("stage", "阶段", None),
        ("source", "", None),
        ("no_such_field", "x", None),
    ],
)
def test_parse(field: str, text: str, code: str | None) -> None:
    assert parse(field, text) == code


def test_an_unknown_value_is_shown_as_it_is() -> None:
    assert label("source", "老乡 {x}").plain() == "老乡 {x}"
