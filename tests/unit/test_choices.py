"""The values people choose from are known by code, label and the words of real workbooks."""

from __future__ import annotations

import pytest

from desktop_crm.models.records.choices import CHOICES, label, parse
from desktop_crm.models.records.customers import ContactRole, CustomerKind, Level, PointKind, Stage
from desktop_crm.models.records.likely_values import likely


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


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("stage", "意向客户", "acquire"),
        ("stage", "A-意向客户", "acquire"),
        ("stage", "重点跟进中", "develop"),
        ("stage", "成交客户", "maintain"),
        ("stage", "3.成交客户（重点）", "maintain"),
        ("stage", "客户", "maintain"),
        ("stage", "VIP客户", "maintain"),
        ("stage", "Closed Won", "maintain"),
        ("stage", "未成交客户", "acquire"),
        ("stage", "非成交客户", ""),
        ("stage", "沉睡客户", "lost"),
        ("stage", "快成了", ""),
        ("kind", "国企", "company"),
        ("contact_role", "采购经理", "purchasing"),
        ("industry", "意向客户", ""),
    ],
)
def test_words_of_other_systems_are_proposed_but_not_taken(field: str, text: str, code: str) -> None:
    assert likely(field, text) == code
    assert parse(field.removeprefix("contact_"), text) is None
