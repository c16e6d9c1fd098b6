"""Changes of many customers: titles, progress, and that cancelling leaves nothing behind."""

from __future__ import annotations

import pytest

from desktop_crm.models.commands.customer_bulk import delete_customers, set_stage
from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.selection import BATCH
from desktop_crm.models.commands.tags import find_or_add_tags, tag_customers, untag_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import Monitor, Progress
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import CancelledError
from desktop_crm.models.queries.customer_list import count
from desktop_crm.models.records.customers import Stage
from desktop_crm.models.records.lists import ListSpec, Selection
from desktop_crm.models.validation.customers import normalise
from tests.db.makers import add, draft

ALL = Selection(spec=ListSpec())
MANY = BATCH + 3


def test_the_title_names_the_customer_when_there_is_one(db: Database) -> None:
    anna, bert = Selection.of(add(db, "Anna")), add(db, "Bert")
    assert bert
    one = db.execute(tag_customers, anna, "VIP").change_set
    many = db.execute(tag_customers, ALL, "new").change_set
    tag = db.execute(lambda ctx: find_or_add_tags(ctx, ["VIP"])["VIP"]).value
    off = db.execute(untag_customers, ALL, tag).change_set
    assert one
    assert many
    assert off
    assert [one.title.plain(), many.title.plain(), off.title.plain()] == [
        "Tag Anna with VIP",
        "Tag 2 customers with new",
        "Take tag VIP off Anna",
    ]
    moved = db.execute(set_stage, anna, Stage.LOST)
    assert moved.value == 1
    assert moved.change_set
    assert moved.change_set.title.plain() == "Move Anna to Lost"


def test_many_are_changed_in_steps_but_as_one_change_or_not_at_all(db: Database) -> None:
    drafts = [normalise(draft(f"Customer {i}")) for i in range(MANY)]
    db.execute(lambda ctx: insert_customers(ctx, drafts))
    seen: list[Progress] = []

    with pytest.raises(CancelledError):
        db.execute_monitored(Monitor(seen.append, lambda: bool(seen)), delete_customers, ALL)
    assert len(seen) == 1
    assert living(db) == MANY

    seen.clear()
    outcome = db.execute_monitored(Monitor(seen.append), delete_customers, ALL)
    assert [(step.done, step.total) for step in seen] == [(BATCH, MANY), (MANY, MANY)]
    assert outcome.value == MANY
    assert outcome.change_set
    assert outcome.change_set.title.plain() == f"Delete {MANY} customers"
    assert living(db) == 0

    db.execute(undo_change_set)
    assert living(db) == MANY


def living(db: Database) -> int:
    with db.read() as session:
        return count(session, ListSpec())
