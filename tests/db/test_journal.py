"""The journal sees every write, and undo of each gives back the exact former state, on both databases."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import select, text, update

from desktop_crm.models.commands.customer_bulk import assign_customers, delete_customers, set_stage
from desktop_crm.models.commands.customers import insert_customers, save_customer
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.tags import delete_tag, save_tag, tag_customers
from desktop_crm.models.commands.undo import BlockedError, redo_change_set, undo_change_set
from desktop_crm.models.db.context import CommandContext, Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.entities.customers import ContactEntity, CustomerEntity
from desktop_crm.models.errors import CancelledError, ConflictError, UserError
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.queries.history import change_sets, row_changes, undo_state
from desktop_crm.models.records.customers import Stage
from desktop_crm.models.records.history import ChangeKind
from desktop_crm.models.records.lists import ListSpec, Selection
from desktop_crm.models.validation.customers import normalise
from tests.db.conftest import raw, state
from tests.db.makers import add, draft, get

ALL = Selection(spec=ListSpec())


def orm_write(ctx: CommandContext) -> None:
    customer = ctx.session.scalars(select(CustomerEntity)).first()
    assert customer is not None
    customer.name, customer.next_step_on = "Renamed “by” ORM\t'quote'", dt.date(2026, 2, 28)
    ctx.session.add(ContactEntity(customer_id=customer.id, name="𠮷田 ☎"))


def core_bulk_write(ctx: CommandContext) -> None:
    ctx.session.execute(update(CustomerEntity).values(stage="lost", next_step="call"))


def raw_write(ctx: CommandContext) -> None:
    ctx.session.execute(text("UPDATE customer SET notes = 'by hand', deleted_at = created_at"))
    ctx.session.execute(text("DELETE FROM contact_point"))


def import_write(ctx: CommandContext) -> None:
    insert_customers(ctx, [normalise(draft(f"批量客户{i}", phone=f"1380013{i:04}", contact="李四")) for i in range(50)])


@pytest.mark.parametrize("write", [orm_write, core_bulk_write, raw_write, import_write])
def test_every_way_to_write_is_journaled_and_undone_exactly(db: Database, write) -> None:
    add(db, phone="13800138000", contact="任经理", tags=("VIP",))
    add(db, "Acme Ltd", phone="+442079460000")
    before = state(db)
    outcome = db.execute(write)
    after = state(db)
    assert after != before
    assert outcome.change_set is not None
    db.execute(undo_change_set)
    assert state(db) == before
    db.execute(redo_change_set)
    assert state(db) == after


def test_writes_from_outside_are_found_named_and_can_be_undone(db: Database) -> None:
    customer = add(db, phone="13800138000")
    before = state(db)
    raw(db, "UPDATE customer SET name = 'Changed by a script', short_name = 'x'")
    raw(db, "DELETE FROM contact_point")
    db.execute(tag_customers, ALL, "VIP")  # any command gathers what happened outside
    with db.read() as session:
        sets = change_sets(session, customer_id=customer)
        outside = next(s for s in sets if s.kind == ChangeKind.OUTSIDE)
    db.execute(undo_change_set)
    db.execute(undo_change_set, outside.id)
    assert state(db) == before


def test_replacing_a_row_outside_is_journaled_as_taking_away_and_adding(tmp_path) -> None:
    from desktop_crm.models.opening import open_database

    db = open_database(tmp_path / "a.crmdb", create=True)
    add(db, tags=("VIP",))
    before = state(db)
    raw(db, "INSERT OR REPLACE INTO tag SELECT id, 'New', 'new', colour, created_at, updated_at, 9, NULL FROM tag")
    db.execute(tag_customers, ALL, "other")
    db.execute(undo_change_set)
    with db.read() as session:
        outside = next(s for s in change_sets(session) if s.kind == ChangeKind.OUTSIDE and s.rows == 2)
    db.execute(undo_change_set, outside.id)
    assert state(db) == before
    db.close()


def test_the_id_of_a_row_cannot_be_changed_past_the_journal(db: Database) -> None:
    add(db)
    with pytest.raises(Exception, match="fixed"):
        raw(db, "UPDATE customer SET id = :id", id=new_id().bytes if db.dialect == "sqlite" else new_id())


def test_a_command_that_changes_nothing_leaves_no_trace(db: Database) -> None:
    customer = add(db)
    with db.read() as session:
        sets = len(change_sets(session))
    outcome = db.execute(save_customer, get(db, customer).draft)
    assert outcome.change_set is None
    with db.read() as session:
        assert len(change_sets(session)) == sets


def test_a_failing_command_writes_nothing(db: Database) -> None:
    add(db)
    before = state(db)

    def fails(ctx: CommandContext) -> None:
        core_bulk_write(ctx)
        raise UserError(save_user_message)

    from desktop_crm.models.commands.people import NEEDS_NAME as save_user_message

    with pytest.raises(UserError):
        db.execute(fails)
    assert state(db) == before


def test_a_cancelled_undo_leaves_everything_as_it_was(db: Database) -> None:
    db.execute(import_write)
    before = state(db)
    with pytest.raises(CancelledError):
        db.execute_monitored(Monitor(cancelled=lambda: True), undo_change_set)
    assert state(db) == before


def test_titles_name_the_field_and_the_customer(db: Database) -> None:
    customer = add(db, "华为技术", phone="13800138000")
    old = get(db, customer).draft
    outcome = db.execute(save_customer, dataclasses.replace(old, notes="重要"), old)
    assert outcome.change_set is not None
    assert outcome.change_set.title.plain() == "Change Notes of 华为技术"
    with db.read() as session:
        now = undo_state(session, db.actor.user_id)
    assert now.undo == outcome.change_set
    assert now.redo is None


def test_history_says_from_what_to_what_in_names(db: Database) -> None:
    anna = db.execute(save_user, "Anna").value
    customer = add(db, "华为技术")
    outcome = db.execute(assign_customers, Selection.of(customer), anna)
    assert outcome.change_set is not None
    assert outcome.change_set.title.plain() == "Assign 华为技术 to Anna"
    with db.read() as session:
        (change,) = row_changes(session, outcome.change_set.id)
    assert (change.record, change.customer_id, change.op) == ("华为技术", customer, "U")
    assert [(f.field.plain(), f.old, f.new) for f in change.fields] == [("Owner", None, "Anna")]


def test_an_older_change_is_undone_when_nothing_depends_on_it(db: Database) -> None:
    customer = add(db, "华为技术")
    first = db.execute(set_stage, Selection.of(customer), Stage.DEVELOP).change_set
    old = get(db, customer).draft
    db.execute(save_customer, dataclasses.replace(old, notes="later"), old)
    assert first is not None
    db.execute(undo_change_set, first.id)
    now = get(db, customer).draft
    assert (now.stage, now.notes) == (Stage.ACQUIRE, "later")
    assert now.row_version > old.row_version  # an open form notices


def test_undo_of_an_older_change_is_refused_with_names_when_later_ones_depend(db: Database) -> None:
    customer = add(db, "华为技术")
    with db.read() as session:
        created = change_sets(session)[0]
    old = get(db, customer).draft
    db.execute(save_customer, dataclasses.replace(old, notes="later"), old)
    before = state(db)
    with pytest.raises(BlockedError) as refused:
        db.execute(undo_change_set, created.id)
    assert "华为技术" in refused.value.message.plain()
    assert [b.change_set.title.plain() for b in refused.value.blockers] == ["Change Notes of 华为技术"]
    assert state(db) == before


def test_undo_of_a_new_tag_is_refused_while_later_customers_carry_it(db: Database) -> None:
    first = db.execute(tag_customers, Selection.of(add(db, "A")), "VIP").change_set
    db.execute(tag_customers, Selection.of(add(db, "B")), "VIP")
    assert first is not None
    with pytest.raises(BlockedError) as refused:
        db.execute(undo_change_set, first.id)
    assert [b.record for b in refused.value.blockers] == ["B"]


def test_a_new_command_after_an_undo_closes_the_way_forward(db: Database) -> None:
    add(db, "A")
    db.execute(undo_change_set)
    add(db, "B")
    with pytest.raises(UserError, match="nothing to redo"):
        db.execute(redo_change_set)


def test_deleting_a_tag_takes_it_off_and_undo_puts_it_back(db: Database) -> None:
    add(db, "A", tags=("VIP", "老客户"))
    before = state(db)
    with db.read() as session:
        tag = next(t for t in filter_choices(session).tags if t.name == "VIP")
    assert tag.id is not None
    db.execute(save_tag, tag.id, "Very important", "tag3")
    db.execute(delete_tag, tag.id)
    db.execute(undo_change_set)
    db.execute(undo_change_set)
    assert state(db) == before


def test_two_people_who_change_different_fields_both_win_and_the_same_field_asks(db: Database) -> None:
    customer = add(db, "华为技术")
    opened = get(db, customer).draft
    db.execute(save_customer, dataclasses.replace(opened, notes="theirs"), opened)
    db.execute(save_customer, dataclasses.replace(opened, needs="mine"), opened)
    now = get(db, customer).draft
    assert (now.notes, now.needs) == ("theirs", "mine")
    with pytest.raises(ConflictError) as conflict:
        db.execute(save_customer, dataclasses.replace(opened, notes="mine"), opened)
    (field,) = conflict.value.conflicts
    assert (field.field, field.original, field.theirs, field.mine) == ("notes", "", "theirs", "mine")
    assert get(db, customer).draft == now


def test_every_row_of_a_bulk_change_is_in_the_journal(db: Database) -> None:
    db.execute(import_write)
    outcome = db.execute(delete_customers, ALL)
    assert outcome.value == 50
    with db.read() as session:
        seq = outcome.change_set.seq if outcome.change_set else 0
        found = session.scalars(select(ChangeRow.op).where(ChangeRow.change_set == seq)).all()
    assert found == ["U"] * 50
