"""Who reports to whom among the contact persons of a draft."""

from __future__ import annotations

import dataclasses
import uuid

from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.records.customers import Contact, CustomerDraft
from desktop_crm.models.validation.customers import normalise, validate

IDS = [uuid.UUID(int=n + 1) for n in range(5)]


def people(*bosses: int | None) -> CustomerDraft:
    """P0, P1, …; each reports to the one of that number."""
    contacts = tuple(
        Contact(f"P{i}", id=IDS[i], reports_to=None if boss is None else IDS[boss]) for i, boss in enumerate(bosses)
    )
    return CustomerDraft(name="X", contacts=contacts)


def test_a_line_upwards_is_fine_and_a_circle_is_not() -> None:
    assert validate(people(None, 0, 1)) == {}
    found = validate(people(1, 2, 0))
    assert set(found) == {f"contacts.{i}.reports_to" for i in range(3)}
    assert found["contacts.0.reports_to"].args == {"boss": "P1", "name": "P0"}
    assert set(validate(people(0))) == {"contacts.0.reports_to"}


def test_without_the_boss_the_line_goes() -> None:
    draft = people(None, 0, 1)
    left = normalise(dataclasses.replace(draft, contacts=draft.contacts[1:]))
    assert [one.reports_to for one in left.contacts] == [None, IDS[1]]


@given(st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=5, max_size=5))
def test_whoever_is_in_a_circle_is_told_and_nobody_else(bosses: list[int | None]) -> None:
    wrong = {int(key.split(".")[1]) for key in validate(people(*bosses))}
    for i in range(5):
        at, steps = bosses[i], 0
        while at is not None and at != i and steps < 6:
            at, steps = bosses[at], steps + 1
        assert (i in wrong) == (at == i)
