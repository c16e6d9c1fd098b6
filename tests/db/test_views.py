"""Saved views and groups: whose they are, what undo gives back, and that counts add up."""

from __future__ import annotations

import datetime as dt
import json
import uuid

import pytest
from sqlalchemy import select, update

from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.commands.views import (
    add_view,
    change_view,
    delete_view,
    order_views,
    rename_view,
    share_view,
)
from desktop_crm.models.db.context import Actor, CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.custom_fields import CustomFieldEntity
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.views import SavedViewEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.queries.customer_list import count
from desktop_crm.models.queries.groups import group_counts
from desktop_crm.models.queries.views import saved_views
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator
from desktop_crm.models.records.customers import Address, CustomerFilter, Stage
from desktop_crm.models.records.groups import value_condition
from desktop_crm.models.records.lists import ListSpec, Sort
from desktop_crm.models.records.views import BUILT_IN_VIEWS, View, ViewSpec, spec_from_json, spec_to_json
from tests.db.conftest import state
from tests.db.makers import add

RULES = Group(
    Join.ANY,
    (
        Condition("stage", Operator.ANY_OF, ("lost",)),
        Group(Join.NONE, (Condition("verified_on", Operator.OLDER_THAN, ("6m",)),)),
    ),
)
SPEC = ViewSpec(
    CustomerFilter(text="hw", stages=("lost",), owners=(None, uuid.UUID(int=7)), rules=RULES),
    Sort("updated_at", True),
    ("name", "stage", "owner"),
    ("owner",),
    (("name", 240),),
    "stage",
)


def views(database: Database) -> tuple[View, ...]:
    with database.read() as session:
        return saved_views(session)


def test_a_spec_survives_its_json() -> None:
    assert spec_from_json(json.loads(json.dumps(spec_to_json(SPEC)))) == SPEC
    assert spec_from_json({"filter": {"rules": {"join": "sometimes"}}, "sort": 3}) == ViewSpec()


def test_views_are_saved_renamed_shared_ordered_and_deleted_as_undo_steps(db: Database) -> None:
    before = state(db)
    first = db.execute(add_view, "  华东  客户 ", SPEC).value
    second = db.execute(add_view, "Second", ViewSpec()).value
    db.execute(rename_view, first, "East")
    db.execute(share_view, first, True)
    db.execute(change_view, second, SPEC)
    db.execute(order_views, [second, first])
    found = views(db)
    assert [(view.id, view.name.plain(), view.shared, view.mine) for view in found] == [
        (second, "Second", False, True),
        (first, "East", True, True),
    ]
    assert {view.spec for view in found} == {SPEC}
    db.execute(delete_view, second)
    assert [view.id for view in views(db)] == [first]
    for _ in range(7):
        db.execute(undo_change_set)
    assert state(db) == before


def test_names_are_needed_and_not_used_twice(db: Database) -> None:
    db.execute(add_view, "East", ViewSpec())
    other = db.execute(add_view, "West", ViewSpec()).value
    for name in ("", "  ", "east"):
        with pytest.raises(UserError) as refused:
            db.execute(add_view, name, ViewSpec())
        assert "name" in refused.value.fields
    with pytest.raises(UserError):
        db.execute(rename_view, other, "East")
    db.execute(rename_view, other, "WEST")


def test_shared_views_of_others_can_be_used_but_not_changed(db: Database) -> None:
    anna = db.execute(save_user, "Anna").value
    mine = db.actor
    db.actor = Actor(anna, mine.device_id)
    hers = db.execute(add_view, "Hers", SPEC).value
    db.execute(add_view, "Private", SPEC)
    db.execute(share_view, hers, True)
    db.actor = mine
    [seen] = views(db)
    assert (seen.id, seen.mine, seen.shared, seen.owner_name) == (hers, False, True, "Anna")
    for change in (
        lambda: db.execute(rename_view, hers, "Mine"),
        lambda: db.execute(share_view, hers, False),
        lambda: db.execute(change_view, hers, ViewSpec()),
        lambda: db.execute(delete_view, hers),
    ):
        with pytest.raises(UserError):
            change()
    copy = db.execute(add_view, "Hers", seen.spec).value
    assert [view.id for view in views(db)] == [copy, hers]


def test_a_view_that_nobody_can_read_shows_everything(db: Database) -> None:
    key = db.execute(add_view, "Old", SPEC).value

    def spoil(ctx: CommandContext) -> None:
        ctx.session.execute(update(SavedViewEntity).where(SavedViewEntity.id == key).values(spec="{"))

    db.execute(spoil)
    assert views(db)[0].spec == ViewSpec()


def test_every_built_in_view_counts(db: Database) -> None:
    add(db, "One", owner_id=db.actor.user_id)
    add(db, "Two")
    with db.read() as session:
        counts = {
            view.key.removeprefix("builtin:"): count(session, ListSpec(view.spec.filter)) for view in BUILT_IN_VIEWS
        }
    assert counts == {
        "all": 2, "mine": 1, "recent": 2, "no_owner": 1, "not_verified": 2, "key_alone": 0, "incomplete": 2,
    }  # fmt: skip


def test_groups_add_up_to_what_their_conditions_find(db: Database) -> None:
    for at in range(12):
        add(
            db,
            f"Customer {at}",
            stage=list(Stage)[at % 3],
            owner_id=db.actor.user_id if at % 2 else None,
            source=("", "ads", "hand-made")[at % 3],
            addresses=(Address(("440305", "440106", "310115", "")[at % 4], "街道"),),
        )

    def custom(ctx: CommandContext) -> None:
        options = '[["a", "A"], ["b", "B"]]'
        ctx.session.add(CustomFieldEntity(slot="custom_01", kind="choices", name="Colours", options=options))
        keys = ctx.session.scalars(select(CustomerEntity.id).order_by(CustomerEntity.number)).all()
        for at, key in enumerate(keys):
            values = {"custom_01": ("", "|a|", "|a|b|")[at % 3], "is_key": at < 5}
            ctx.session.execute(update(CustomerEntity).where(CustomerEntity.id == key).values(**values))

    db.execute(custom)
    wanted = CustomerFilter(rules=Group(parts=(Condition("created_at", Operator.WITHIN_LAST, ("1d",)),)))
    with db.read() as session:
        fields = [spec for spec in field_catalogue(session).values() if spec.groupable]
        for spec in fields:
            groups = group_counts(session, wanted, spec)
            for group in groups:
                rules = Group(parts=(value_condition(spec, group.value),))
                assert count(session, ListSpec(CustomerFilter(rules=rules))) == group.count, (spec.id, group)
            if spec.label.args.get("name") != "Colours":
                assert sum(group.count for group in groups) == 12
    by_region = {group.value: group.count for group in groups_of(db, "region")}
    assert by_region == {"44": 6, "31": 3, "": 3}


def groups_of(database: Database, field: str) -> tuple:  # type: ignore[type-arg]
    with database.read() as session:
        return group_counts(session, CustomerFilter(), field_catalogue(session)[field])


def test_offsets_count_from_today(db: Database) -> None:
    soon = dt.date.today() + dt.timedelta(days=3)  # noqa: DTZ011
    add(db, "Soon", next_step_on=soon)
    add(db, "Never")
    rules = Group(parts=(Condition("next_step_on", Operator.WITHIN_NEXT, ("1w",)),))
    with db.read() as session:
        assert count(session, ListSpec(CustomerFilter(rules=rules))) == 1
