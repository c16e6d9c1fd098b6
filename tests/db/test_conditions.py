"""Filters of the filter builder: SQL finds the customers that a plain reading of the filter finds."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, select, text

from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.queries.conditions import condition_sql
from desktop_crm.models.queries.customer_list import count, page
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator, Part
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.lists import ListSpec, PageRequest, Sort
from desktop_crm.models.validation.conditions import broken
from tests.db.filters import CUSTOM, TODAY, World, bound, conditions, holds, make_world
from tests.db.plans import explained

O = Operator  # noqa: E741 - read on every line below


@pytest.fixture
def world(db: Database) -> World:
    return make_world(db)


@given(named=conditions())
def test_sql_finds_what_a_plain_reading_finds(world: World, named: Part) -> None:
    part = bound(world, named)
    assert found(world, part) == {one.id for one in world.customers if holds(world, one, part)}


def found(world: World, part: Part) -> set[uuid.UUID]:
    with world.database.read() as session:
        condition = condition_sql(session, field_catalogue(session), part, TODAY)
        rows = session.scalars(select(CustomerEntity.id).where(condition)).all()
    assert len(rows) == len(set(rows))
    return set(rows)


def test_a_list_and_its_count_follow_the_rules_beside_the_quick_filters(world: World) -> None:
    rules = Group(parts=(Condition(world.ids["choices"], O.ANY_OF, ("red",)),))
    spec = ListSpec(CustomerFilter(stages=("lost",), rules=rules))
    wanted = {one.id for one in world.customers if one.stage == "lost" and "red" in one.choices}
    with world.database.read() as session:
        assert {row.id for row in page(session, spec, PageRequest(0)).rows} == wanted
        assert count(session, spec) == len(wanted) > 0


@given(named=conditions(), column=st.sampled_from(["name", "updated_at", "verified_on"]), descending=st.booleans())
def test_the_first_page_is_the_beginning_of_the_whole_list(
    world: World, named: Part, column: str, descending: bool
) -> None:
    rules = Group(parts=(bound(world, named),))
    spec = ListSpec(CustomerFilter(rules=rules), Sort(column, descending))
    with world.database.read() as session:
        everything = page(session, spec, PageRequest(0, 100)).rows
        assert page(session, spec, PageRequest(0, 3)).rows == everything[:3]


def test_a_condition_on_a_removed_field_holds_for_nobody_nor_does_its_opposite(world: World) -> None:
    gone = Condition(f"custom:{uuid.uuid4().hex}", O.IS, ("x",))
    lost = Condition("stage", O.ANY_OF, ("lost",))
    with world.database.read() as session:
        catalogue = field_catalogue(session)
    assert broken(catalogue, Group(Join.ALL, (gone, lost))) == (gone,)
    assert found(world, gone) == set()
    assert found(world, Group(Join.NONE, (gone,))) == set()
    assert found(world, Group(Join.ALL, (lost, gone))) == set()
    assert found(world, Group(Join.ANY, (lost, gone))) == {one.id for one in world.customers if one.stage == "lost"}


@pytest.mark.parametrize(
    "condition",
    [
        Condition("completeness", O.LESS, ("many",)),
        Condition("verified_on", O.OLDER_THAN, ("soon",)),
        Condition("verified_on", O.LESS, ("2026-02-30",)),
        Condition("stage", O.LESS, ("lost",)),
        Condition("tags", O.ANY_OF, ("VIP",)),
        Condition("owner", O.ANY_OF, ()),
        Condition("completeness", O.BETWEEN, ("1",)),
        Condition("region", O.ANY_OF, ("广东",)),
        Condition("is_key", O.IS, ("maybe",)),
    ],
)
def test_values_that_are_none_are_reported(world: World, condition: Condition) -> None:
    with world.database.read() as session:
        assert broken(field_catalogue(session), condition) == (condition,)
    assert found(world, condition) == set()


@pytest.mark.parametrize(
    ("field", "operator", "values", "index"),
    [
        ("number", O.IS, ("7",), "ix_customer_custom_01"),
        ("number", O.BETWEEN, ("1", "9"), "ix_customer_custom_01"),
        ("date", O.WITHIN_LAST, ("6m",), "ix_customer_custom_02"),
        ("choice", O.ANY_OF, ("red",), "ix_customer_custom_03"),
        ("choices", O.ANY_OF, ("red",), "ix_customer_custom_04"),
        ("text", O.STARTS_WITH, ("Sal",), "ix_customer_custom_05"),
        ("name", O.STARTS_WITH, ("Acme",), "ix_customer_name_key"),
        ("name", O.IS, ("Acme Trading",), "ix_customer_name_key"),
        ("stage", O.ANY_OF, ("lost",), "ix_customer_stage"),
        ("owner", O.ANY_OF, ("me",), "ix_customer_owner_id"),
        ("region", O.ANY_OF, ("44",), "ix_customer_region_key"),
        ("verified_on", O.WITHIN_LAST, ("30d",), "ix_customer_verified_key"),
        ("verified_on", O.OLDER_THAN, ("6m",), "ix_customer_verified_key"),
        ("next_step_on", O.WITHIN_NEXT, ("1w",), "ix_customer_next_step_key"),
        ("completeness", O.LESS, ("20",), "ix_customer_completeness"),
        ("updated_at", O.WITHIN_LAST, ("7d",), "ix_customer_updated_at"),
        ("is_key", O.IS, ("1",), "ix_customer_is_key"),
        ("phone", O.STARTS_WITH, ("138",), "ix_contact_point_value"),
        ("tags", O.ANY_OF, ("VIP",), "ix_customer_tag_tag_id"),
    ],
)
def test_conditions_are_answered_from_their_index(
    world: World, field: str, operator: Operator, values: tuple[str, ...], index: str
) -> None:
    with world.database.raw() as connection:
        for slot in CUSTOM.values():
            connection.execute(
                text(f"CREATE INDEX ix_customer_{slot} ON customer ({slot}, id) WHERE deleted_at IS NULL")
            )
        # Of 70 customers any index would do: what counts is that the condition can be asked of its own.
        for table in ("customer", "contact_point", "customer_tag"):
            for other in inspect(connection).get_indexes(table):
                if other["name"] != index:
                    connection.execute(text(f"DROP INDEX {other['name']}"))
        connection.commit()
    part = bound(world, Condition(field, operator, values))
    with world.database.read() as session:
        condition = condition_sql(session, field_catalogue(session), part, TODAY)
        statement = select(CustomerEntity.id).where(CustomerEntity.deleted_at.is_(None), condition)
        plan = explained(session, statement)
    assert index in plan
    assert "Index Cond" in plan or "SEARCH" in plan or field == "is_key"
