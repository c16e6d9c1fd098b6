"""The completeness of customers is kept, whatever writes; it is no change of its own."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from desktop_crm.models.commands.customer_bulk import assign_customers, delete_customers, set_stage
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.people import find_or_add_users
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.standards import FieldWeightEntity
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.completeness import completeness_of
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerDraft,
    CustomerFilter,
    CustomerKind,
    ImportantDate,
    PointKind,
    Stage,
)
from desktop_crm.models.records.lists import ListSpec, Selection
from desktop_crm.models.validation.completeness import completeness
from tests.db.conftest import raw
from tests.db.makers import add, get
from tests.examples import examples

EVERYONE = Selection(spec=ListSpec(CustomerFilter()))


def stored(db: Database, key: uuid.UUID) -> int:
    with db.read() as session:
        return session.scalars(select(CustomerEntity.completeness).where(CustomerEntity.id == key)).one()


@st.composite
def drafts(draw: st.DrawFn) -> CustomerDraft:
    """Customers with each thing or without."""
    some = st.booleans()
    points = [ContactPoint(PointKind.PHONE, "+8613800138000")] * draw(some)
    points += [ContactPoint(PointKind.EMAIL, "a@example.com")] * draw(some)
    return CustomerDraft(
        name="华为",
        kind=draw(st.sampled_from(CustomerKind)),
        credit_code="914403001922038216" * draw(some),
        industry="it" * draw(some),
        size="1000+" * draw(some),
        occupation="Engineer" * draw(some),
        source="ads" * draw(some),
        preferred_channel="phone" * draw(some),
        needs="support" * draw(some),
        points=tuple(points),
        addresses=(Address("440305"), Address("", "x")) * draw(some),
        dates=(ImportantDate("birthday", dt.date(1980, 1, 1)),) * draw(some),
        contacts=(Contact("王建国"),) * draw(some),
    )


@examples(15)
@given(first=drafts(), second=drafts())
def test_stored_and_computed_agree(db: Database, first: CustomerDraft, second: CustomerDraft) -> None:
    key = db.execute(save_customer, first).value
    assert stored(db, key) == completeness(first).percent
    changed = db.execute(save_customer, dataclasses.replace(second, id=key)).change_set
    assert stored(db, key) == completeness(second).percent
    with db.read() as session:
        assert completeness_of(session, key, second.kind) == completeness(second)
    if changed is not None:
        db.execute(undo_change_set)
        assert stored(db, key) == completeness(first).percent


def test_bulk_writes_undo_and_redo_keep_it(db: Database) -> None:
    ids = [add(db, f"公司 {i}", phone="13800138000") for i in range(3)]
    owner = db.execute(lambda ctx: find_or_add_users(ctx, {"李芳"})).value["李芳"]
    db.execute(assign_customers, EVERYONE, owner)
    assert [stored(db, key) for key in ids] == [25, 25, 25]
    db.execute(set_stage, EVERYONE, Stage.MAINTAIN)
    assert [stored(db, key) for key in ids] == [25, 25, 25]
    db.execute(undo_change_set)
    db.execute(undo_change_set)
    assert [stored(db, key) for key in ids] == [15, 15, 15]
    db.execute(redo_change_set)
    assert [stored(db, key) for key in ids] == [25, 25, 25]


def test_an_older_step_can_be_undone_though_both_moved_the_figure(db: Database) -> None:
    key = add(db, "华为")
    old = get(db, key).draft
    first = db.execute(save_customer, dataclasses.replace(old, industry="it"), old).change_set
    old = get(db, key).draft
    db.execute(save_customer, dataclasses.replace(old, source="ads"), old)
    assert stored(db, key) == 13
    assert first is not None
    db.execute(undo_change_set, first.id)
    assert stored(db, key) == 5


def test_own_weights_count_at_once(db: Database) -> None:
    key = add(db, "华为", phone="13800138000")

    def weigh(ctx: CommandContext) -> None:
        ctx.session.execute(insert(FieldWeightEntity).values(field="phone", for_kind="company", weight=85))

    db.execute(weigh)
    assert stored(db, key) == 50
    db.execute(undo_change_set)
    assert stored(db, key) == 15


def test_customers_of_an_older_file_are_filled_when_it_is_opened(db: Database, prepared_url: str) -> None:
    key, gone = add(db, "华为", phone="13800138000"), add(db, "Gone")
    db.execute(delete_customers, Selection.of(gone))
    version = get(db, key).draft.row_version
    raw(db, "UPDATE customer SET completeness = -1")
    again = open_database(prepared_url)
    try:
        assert stored(again, key) == 15
        assert get(again, key).draft.row_version == version
        assert again.execute(undo_change_set).value.args["name"] == "Gone"  # no step of its own
    finally:
        again.close()


def test_a_customer_written_past_the_application_gets_it_too(db: Database) -> None:
    key = add(db, "华为")
    raw(db, "UPDATE customer SET industry = 'it', row_version = row_version + 1")
    add(db, "Other")
    assert stored(db, key) == 8
