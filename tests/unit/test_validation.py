"""Drafts are brought into one form, and what is wrong is said at the field."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerDraft,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.text import complaints
from desktop_crm.models.validation import customers as rules
from desktop_crm.models.validation.customers import normalise, validate

PHONE, EMAIL = PointKind.PHONE, PointKind.EMAIL


def test_a_draft_is_brought_into_its_stored_form() -> None:
    draft = normalise(
        CustomerDraft(
            name="  华为技术（深圳）  有限公司 ＡＢ１ ",
            credit_code="91110000600037341l",
            source="展会",
            industry="养蜂",
            preferred_channel="微信",
            notes=" 一\r\n二 ",
            points=(
                ContactPoint(EMAIL, "Info@EXAMPLE.com"),
                ContactPoint(PHONE, "１３８ ００１３ ８０００", label="前台"),
                ContactPoint(PHONE, " "),
                ContactPoint(PHONE, "+86 13800138000", primary=True),
                ContactPoint(PHONE, "0755-2878 0808"),
            ),
            addresses=(Address(street=" 1-1号 "), Address(), Address(street="11号")),
            tags=("C", "C++", "c", "重点 ", ""),
            contacts=(Contact(""), Contact("李 雷"), Contact("韩梅梅", primary=True)),
        )
    )
    assert draft.name == "华为技术（深圳） 有限公司 AB1"
    assert (draft.credit_code, draft.source, draft.industry) == ("91110000600037341L", "exhibition", "养蜂")
    assert (draft.preferred_channel, draft.notes) == ("wechat", "一\n二")
    assert draft.points == (
        ContactPoint(EMAIL, "Info@example.com", primary=True),
        ContactPoint(PHONE, "+8613800138000", label="前台", primary=True),
        ContactPoint(PHONE, "+8675528780808"),
    )
    assert [(a.street, a.primary) for a in draft.addresses] == [("1-1号", True), ("11号", False)]
    assert draft.tags == ("C", "C++", "重点")
    assert [(c.name, c.primary) for c in draft.contacts] == [("李 雷", False), ("韩梅梅", True)]
    assert validate(draft) == {}


def test_every_problem_is_said_at_its_field() -> None:
    draft = CustomerDraft(
        name=" ",
        credit_code="123",
        id_number="110105194912310021",
        preferred_channel="飞鸽",
        short_name="长" * 101,
        points=(ContactPoint(PHONE, ""), ContactPoint(PHONE, "12"), ContactPoint(PHONE, "1.38E+10")),
        addresses=(Address("999999"), Address("440305", "路", "12")),
        dates=(ImportantDate("", dt.date(1700, 1, 1)),),
        contacts=(
            Contact("李雷"),
            Contact("", title="经理", points=(ContactPoint(EMAIL, "x"),), birthday=dt.date(2030, 1, 1)),
        ),
        tags=("x" * 41,),
    )
    problems = validate(draft, today=dt.date(2026, 1, 1))
    assert set(problems) == {
        "name", "credit_code", "id_number", "preferred_channel", "short_name", "tags",
        "points.1.value", "points.2.value", "addresses.0.region", "addresses.1.postcode", "dates.0.label",
        "dates.0.on", "contacts.1.name", "contacts.1.points.0.value", "contacts.1.birthday",
    }  # fmt: skip
    assert problems["name"] == rules.NAME_REQUIRED
    assert problems["points.1.value"] == complaints.PHONE
    assert problems["points.2.value"] == complaints.PHONE_SCIENTIFIC
    assert "101" in problems["short_name"].plain()
    assert "contacts.1.birthday" not in validate(draft)


def test_a_foreign_number_needs_its_country_code() -> None:
    assert rules.check_point(PHONE, "650 253 0000") == complaints.PHONE
    assert rules.check_point(PHONE, "+1 650 253 0000") is None


def test_a_passport_is_no_resident_id() -> None:
    assert rules.check_id_number("E12345678") is None
    assert rules.check_id_number("110105194912310021") is not None
    assert rules.check_id_number("11010519491231002X") is None


@pytest.mark.parametrize(
    ("key", "most"),
    [("name", 200), ("contacts.3.points.1.value", 254), ("points.0.label", 50), ("stage", None)],
)
def test_limits_are_found_by_key(key: str, most: int | None) -> None:
    assert rules.limit(key) == most


def test_the_longest_allowed_text_passes() -> None:
    assert rules.check_length("notes", "字" * 20_000) is None
    assert rules.check_length("notes", "字" * 20_001) is not None


TEXTS = st.text("华为 ａA1\t\n\u200b", max_size=8) | st.text(max_size=6)
VALUES = st.sampled_from(
    ["13800138000", "+86 138 0013 8000", "0755-28780808转1", "95588", "x", "", "a@B.cn", "A@b.cn", "12"]
)
POINTS = st.lists(
    st.builds(
        ContactPoint,
        st.sampled_from(PointKind),
        VALUES | TEXTS,
        st.sampled_from(["", "办公"]),
        st.booleans(),
    ),
    max_size=4,
).map(tuple)
ADDRESSES = st.lists(
    st.builds(Address, st.sampled_from(["", "440305", "1"]), TEXTS, TEXTS, primary=st.booleans()), max_size=3
).map(tuple)
CONTACTS = st.lists(st.builds(Contact, TEXTS, title=TEXTS, primary=st.booleans(), points=POINTS), max_size=3).map(tuple)
DRAFTS = st.builds(
    CustomerDraft,
    name=TEXTS,
    credit_code=TEXTS | st.just("91110000600037341l"),
    id_number=TEXTS | st.just("11010519491231002x"),
    source=TEXTS | st.sampled_from(["展会", "ads", "其他"]),
    preferred_channel=TEXTS | st.sampled_from(["微信", "SMS"]),
    notes=TEXTS,
    points=POINTS,
    addresses=ADDRESSES,
    contacts=CONTACTS,
    tags=st.lists(TEXTS, max_size=4).map(tuple),
    dates=st.lists(st.builds(ImportantDate, TEXTS, st.dates()), max_size=3).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(DRAFTS)
def test_normalising_twice_changes_nothing(draft: CustomerDraft) -> None:
    once = normalise(draft)
    assert normalise(once) == once


@settings(max_examples=150, deadline=None)
@given(DRAFTS)
def test_normalising_makes_nothing_worse(draft: CustomerDraft) -> None:
    before, after = validate(draft), validate(normalise(draft))
    assert len(after) <= len(before)
    assert {key.partition(".")[0] for key in after} <= {key.partition(".")[0] for key in before}


@settings(max_examples=100, deadline=None)
@given(DRAFTS)
def test_there_is_one_primary_of_each_kind(draft: CustomerDraft) -> None:
    stored = normalise(draft)
    for holder in (stored, *stored.contacts):
        for kind in {point.kind for point in holder.points}:
            assert sum(point.primary for point in holder.points if point.kind == kind) == 1
    assert sum(address.primary for address in stored.addresses) == bool(stored.addresses)
    assert sum(contact.primary for contact in stored.contacts) == bool(stored.contacts)
