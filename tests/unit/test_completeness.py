"""How complete the file of a customer is."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerDraft,
    CustomerKind,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.validation.completeness import DEFAULT, completeness

FULL = CustomerDraft(
    name="华为",
    credit_code="914403001922038216",
    industry="it",
    size="1000+",
    occupation="Engineer",
    source="ads",
    owner_id=uuid.uuid4(),
    preferred_channel="phone",
    needs="support",
    points=(ContactPoint(PointKind.PHONE, "+8613800138000"), ContactPoint(PointKind.EMAIL, "a@example.com")),
    addresses=(Address("440305"),),
    dates=(ImportantDate("birthday", dt.date(1980, 1, 1)),),
    contacts=(Contact("王建国"),),
)


@pytest.mark.parametrize("kind", list(CustomerKind))
def test_everything_filled_is_a_hundred(kind: CustomerKind) -> None:
    assert completeness(dataclasses.replace(FULL, kind=kind)).percent == 100
    assert sum(DEFAULT[kind].values()) == 100


@pytest.mark.parametrize("kind", list(CustomerKind))
def test_a_bare_name_misses_everything_and_the_weightiest_first(kind: CustomerKind) -> None:
    found = completeness(CustomerDraft(name="X", kind=kind))
    assert found.percent == 0
    assert set(found.missing) == set(DEFAULT[kind])
    assert found.missing[0] == "phone"


def test_a_company_needs_contact_persons_and_a_person_does_not() -> None:
    alone = dataclasses.replace(FULL, contacts=())
    assert completeness(alone).missing == ("contacts",)
    assert completeness(dataclasses.replace(alone, kind=CustomerKind.PERSON)).missing == ()


def test_own_weights() -> None:
    weights = {"company": {"phone": 1, "needs": 2, "short_name": 0, "custom:00ff": 5}}
    found = completeness(CustomerDraft(name="X", needs="a"), weights)
    assert (found.percent, found.missing) == (66, ("phone",))
    assert completeness(CustomerDraft(name="X"), {}).percent == 100


@given(st.sets(st.sampled_from(sorted(DEFAULT["company"]))))
def test_a_hundred_only_when_nothing_is_missing(empty: set[str]) -> None:
    column = {"owner": "owner_id", "region": "addresses"}
    draft = FULL
    for field in empty:
        if field in ("phone", "email"):
            draft = dataclasses.replace(draft, points=tuple(p for p in draft.points if p.kind != field))
        else:
            name = column.get(field, field)
            blank = getattr(CustomerDraft(), name)
            draft = dataclasses.replace(draft, **{name: blank})
    found = completeness(draft)
    assert set(found.missing) == empty
    assert (found.percent == 100) == (not empty)
