"""The history of a customer holds what is gone as well, and stays quick whatever the size of a change set."""

from __future__ import annotations

import dataclasses
import uuid

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.customer_bulk import delete_customers, set_stage
from desktop_crm.models.commands.customers import insert_customers, save_customer
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.queries.history import change_sets, row_changes
from desktop_crm.models.records.customers import Contact, Stage
from desktop_crm.models.records.history import ChangeSet, RowChange
from desktop_crm.models.records.lists import ListSpec, Selection
from desktop_crm.models.validation.customers import normalise
from tests.db.conftest import raw
from tests.db.makers import add, draft, get


def history(database: Database, customer: uuid.UUID) -> list[tuple[ChangeSet, list[RowChange]]]:
    with database.read() as session:
        found = change_sets(session, customer_id=customer)
        return [(c, row_changes(session, c.id, customer_id=customer)) for c in found]


@pytest.mark.smoke
def test_parts_that_are_gone_stay_in_their_customers_history_by_name(db: Database) -> None:
    other = add(db, "Other", contact="外人")
    customer = add(db, "华为技术", contact="任经理", phone="13800138000", tags=("VIP",))
    first = get(db, customer).draft
    more = dataclasses.replace(first, contacts=(*first.contacts, Contact("张三")))
    db.execute(save_customer, more, first)
    raw(db, "DELETE FROM contact WHERE name = '张三'")  # by a script: the customer's own row does not change
    db.execute(set_stage, Selection.of(other), Stage.LOST)
    found = history(db, customer)
    kinds = [[(c.op, c.table, c.record) for c in changes] for _, changes in found]
    assert kinds[0] == [("D", "contact", "张三")]
    assert ("I", "contact", "张三") in kinds[1]
    assert len(found) == 3
    assert {change.customer_id for _, changes in found for change in changes if change.table != "tag"} == {customer}
    assert len(history(db, other)) == 2


def test_a_customer_whose_adding_was_undone_keeps_its_name_in_history(db: Database) -> None:
    customer = add(db, "华为技术", contact="任经理", phone="13800138000")
    db.execute(undo_change_set)
    found = history(db, customer)
    assert [c.title.plain() for c, _ in found] == ["Add 华为技术", "Add 华为技术"]
    assert {(change.op, change.customer_id) for _, changes in found for change in changes} == {
        ("D", customer),
        ("I", customer),
    }
    assert all(change.record for _, changes in found for change in changes)


def test_one_customer_is_found_within_a_large_change_set(db: Database) -> None:
    def fill(ctx: CommandContext) -> list[uuid.UUID]:
        return insert_customers(ctx, [normalise(draft(f"客户{i}", phone="13800138000")) for i in range(1_500)])

    last = db.execute(fill).value[-1]
    deleted = db.execute(delete_customers, Selection(spec=ListSpec())).change_set
    assert deleted is not None
    with db.read() as session:
        assert len(row_changes(session, deleted.id)) == 500
        (change,) = row_changes(session, deleted.id, customer_id=last)
    assert (change.record, change.row_id) == ("客户1499", last)


def test_history_is_asked_by_indexes(db: Database) -> None:
    customer = add(db, "华为技术", contact="任经理")
    statements: list[str] = []
    with db.read() as session:
        from sqlalchemy import event

        @event.listens_for(session.connection(), "before_cursor_execute")
        def keep(_c: object, cursor: object, statement: str, parameters: object, *_: object) -> None:
            if ("former" not in statement and "customer_id[0]" in statement) or "->> 0" in statement:
                statements.append(statement)

        change_sets(session, customer_id=customer)
        (asked,) = statements
        if db.dialect == "sqlite":
            plan = session.connection().exec_driver_sql("EXPLAIN QUERY PLAN " + asked, ("X",)).all()
        else:
            session.execute(text("SET LOCAL enable_seqscan = off"))
            plan = session.connection().exec_driver_sql("EXPLAIN " + asked, {"customer": "X"}).all()
    assert "ix_change_former_customer" in str(plan)


def test_what_was_added_is_shown_as_it_was_added_whatever_became_of_it(db: Database) -> None:
    customer = add(db, "华为技术", phone="13800138000", contact="任经理")
    with db.read() as session:
        created = change_sets(session)[0]
    old = get(db, customer).draft
    db.execute(save_customer, dataclasses.replace(old, name="荣耀终端", points=()), old)
    with db.read() as session:
        changes = row_changes(session, created.id)
    added = {(c.table, f.field.plain()): (f.old, f.new) for c in changes for f in c.fields}
    assert {c.op for c in changes} == {"I"}
    assert added["customer", "Name"] == (None, "华为技术")
    assert added["contact", "Full name"] == (None, "任经理")
    assert added["contact_point", "Value"] == (None, "+8613800138000")
