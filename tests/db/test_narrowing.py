"""Several conditions at once: the forms that SQLite answers soonest find what the plain form finds."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.database import Database
from desktop_crm.models.db.plans import sqlite_plan
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.queries import customer_list
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.queries.conditions import condition_parts
from desktop_crm.models.queries.groups import group_counts
from desktop_crm.models.queries.narrowing import Narrowed, narrowed
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator, Part
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.lists import ListSpec, PageRequest, Sort
from tests.db.filters import TODAY, World, bound, conditions, holds, make_world

C = CustomerEntity
ALONG = "SCAN customer USING COVERING INDEX ix_customer_filter"
PART_OF_IT = "SEARCH customer USING COVERING INDEX ix_customer_filter_stage (stage=?"
STAGE = Condition("stage", Operator.ANY_OF, ("lost",))
SOURCE = Condition("source", Operator.NONE_OF, ("ads",))
REGION = Condition("region", Operator.ANY_OF, ("44",))
VERIFIED = Condition("verified_on", Operator.OLDER_THAN, ("6m",))
KEY = Condition("is_key", Operator.IS, ("1",))
DUE = Condition("next_step_on", Operator.WITHIN_NEXT, ("1m",))
UPDATED = Condition("updated_at", Operator.WITHIN_LAST, ("30d",))
TAGGED = Condition("tags", Operator.ANY_OF, ("VIP",))
NOTES = Condition("short_name", Operator.CONTAINS, ("sales",))


@pytest.fixture
def world(db: Database) -> World:
    return make_world(db)


def parts_of(world: World, session: Session, *parts: Part) -> list[ColumnElement[bool]]:
    whole = bound(world, Group(Join.ALL, parts))
    return condition_parts(session, field_catalogue(session), whole, TODAY)


def asked(world: World, session: Session, parts: Sequence[Part], few: int) -> Narrowed | None:
    return narrowed(session, parts_of(world, session, *parts), few)


def sqlite_only(world: World) -> bool:
    return world.database.dialect == "sqlite"


@given(parts=st.lists(conditions(), max_size=3), few=st.sampled_from([0, 8, 1_000]))
def test_every_form_finds_what_a_plain_reading_finds(world: World, parts: list[Part], few: int) -> None:
    whole = Group(Join.ALL, tuple(bound(world, part) for part in parts))
    expected = {one.id for one in world.customers if holds(world, one, whole)}
    with world.database.read() as session:
        found = asked(world, session, parts, few)
        assert found is None or sqlite_only(world)
        forms = [] if found is None else [found.reading(C.id), select(C.id).where(*found.gathered())]
        for form in forms:
            rows: Sequence[uuid.UUID] = session.scalars(form).all()
            assert len(rows) == len(set(rows))
            assert set(rows) == expected


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of seventy customers is looked through in stretches, as one of a million is."""
    monkeypatch.setattr(customer_list, "STRETCHES", (6, 25))


@pytest.mark.usefixtures("short_stretches")
@given(
    parts=st.lists(conditions(), max_size=3),
    sort=st.sampled_from([Sort("updated_at"), Sort("name", True), Sort("verified_on"), Sort("stage", True)]),
    limit=st.integers(1, 9),
)
def test_pages_of_a_filtered_list_follow_its_order(world: World, parts: list[Part], sort: Sort, limit: int) -> None:
    whole = Group(Join.ALL, tuple(bound(world, part) for part in parts))
    spec = ListSpec(CustomerFilter(rules=whole), sort)
    with world.database.read() as session:
        every = [row.id for row in customer_list.page(session, ListSpec(sort=sort), PageRequest(0, limit=100)).rows]
        wanted = {str(one.id) for one in world.customers if holds(world, one, whole)}
        expected = [key for key in every if str(key) in wanted]
        assert customer_list.count(session, spec) == len(expected)
        found, after = [], None
        for offset in range(0, len(expected) + 1, limit):
            rows = customer_list.page(session, spec, PageRequest(offset, limit=limit, after=after))
            found += [row.id for row in rows.rows]
            after = rows.last
        assert found == expected


@pytest.mark.parametrize(
    ("parts", "step"),
    [
        ((SOURCE, DUE, KEY), ALONG),
        ((VERIFIED, REGION, KEY), ALONG),
        ((Group(Join.ANY, (STAGE, REGION, DUE)),), ALONG),
        ((STAGE, SOURCE, REGION), f"{PART_OF_IT} AND region_key>? AND region_key<?"),
        ((STAGE, UPDATED, REGION), f"{PART_OF_IT} AND region_key>? AND region_key<?"),
        ((STAGE, Condition("owner", Operator.ANY_OF, ("me",)), Condition("key_user", Operator.EMPTY)), PART_OF_IT),
    ],
)
def test_frequent_conditions_are_tested_along_one_narrow_index(world: World, parts: Sequence[Part], step: str) -> None:
    with world.database.read() as session:
        found = asked(world, session, parts, 0)
        if found is None:
            assert not sqlite_only(world)
            return
        counted = plan(session, found.reading(func.count()))
        paged = plan(session, select(C.id).where(*found.gathered()).order_by(C.sort_key, C.id).limit(9))
    assert step in counted
    assert step in paged
    # Rows are read for what was found alone.
    assert "SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)" in paged
    assert "sort_key" not in paged


@pytest.mark.parametrize("others", [(SOURCE, TAGGED), (SOURCE, NOTES), (TAGGED, KEY)])
def test_a_rare_condition_is_looked_up_and_the_others_tested_on_it(world: World, others: Sequence[Part]) -> None:
    rare = Condition("text", Operator.STARTS_WITH, ("Sal",)) if KEY in others else STAGE
    with world.database.read() as session:
        found = asked(world, session, (STAGE, rare, *others), 1_000)
        if found is None:
            assert not sqlite_only(world)
            return
        steps = plan(session, found.reading(func.count())).splitlines()
    assert found.few
    assert any("(id=?)" in step for step in steps)
    assert not [step for step in steps if step.startswith(("SCAN customer USING", "SCAN customer_tag"))]


def test_groups_of_a_filtered_list_are_counted_along_it_too(world: World) -> None:
    rules = Group(Join.ALL, (Condition("stage", Operator.NONE_OF, ("lost",)),))
    with world.database.read() as session:
        field = field_catalogue(session)["region"]
        counts = {one.value: one.count for one in group_counts(session, CustomerFilter(rules=rules), field)}
    held: dict[str, int] = {}
    for one in world.customers:
        if one.stage != "lost":
            held[one.region[:2]] = held.get(one.region[:2], 0) + 1
    assert counts == held


def plan(session: Session, statement: Select[Any]) -> str:
    return sqlite_plan(session.connection(), statement)
