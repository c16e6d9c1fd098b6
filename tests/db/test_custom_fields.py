"""Custom fields from the administrator's first idea to the last value, on both databases."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop_crm.models.commands.custom_fields import (
    order_fields,
    purge_field,
    remove_field,
    restore_field,
    save_field,
)
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.customers import SLOTS, CustomerEntity
from desktop_crm.models.errors import ConflictError, UserError
from desktop_crm.models.exchange.customer_export import export_customers
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.queries.catalogue import custom_fields, field_catalogue
from desktop_crm.models.queries.conditions import condition_sql
from desktop_crm.models.queries.custom_fields import fields_view
from desktop_crm.models.queries.customer_list import page
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.queries.history import change_sets, row_changes
from desktop_crm.models.queries.search import search_customers
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.conditions import Condition, Group, Operator
from desktop_crm.models.records.custom_fields import CustomField, FieldDraft, Option
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.lists import ListSpec, PageRequest, Sort
from desktop_crm.models.search.check import check_search
from desktop_crm.models.text.custom_values import encode
from tests.db.conftest import state
from tests.db.makers import add, get
from tests.db.plans import explained


def field(db: Database, name: str, kind: FieldType = FieldType.TEXT, *labels: str, **more: object) -> CustomField:
    options = tuple(Option("", label) for label in labels)
    draft = FieldDraft(name, kind, options=options, **more)  # type: ignore[arg-type]
    key = db.execute(save_field, draft).value
    return now(db, key)


def now(db: Database, key: uuid.UUID) -> CustomField:
    with db.read() as session:
        return next(one for one in custom_fields(session) if one.id == key)


def change(db: Database, one: CustomField, moves: dict[str, str] | None = None, **values: object) -> CustomField:
    draft = FieldDraft(
        one.name, one.type, one.for_kind, one.section, one.required, "", one.hint, one.options, one.currency, one.id
    )
    db.execute(save_field, dataclasses.replace(draft, **values), moves)  # type: ignore[arg-type]
    return now(db, one.id)


def put(db: Database, customer: uuid.UUID, one: CustomField, value: str) -> None:
    old = get(db, customer).draft
    custom = {**dict(old.custom), one.slot: value}
    db.execute(save_customer, dataclasses.replace(old, custom=tuple(custom.items())), old)


def value(db: Database, customer: uuid.UUID, one: CustomField) -> str:
    return dict(get(db, customer).draft.custom).get(one.slot, "")


def found(db: Database, words: str) -> list[str]:
    with db.read() as session:
        assert check_search(session) == ()
        return [hit.name for hit in search_customers(session, words)]


def test_a_field_is_added_filled_and_undone(db: Database) -> None:
    customer = add(db)
    first = state(db)
    size = field(db, "Shelf metres", FieldType.NUMBER, section="Shop")
    put(db, customer, size, "１，２５０.5")
    with db.read() as session:
        spec = field_catalogue(session)[size.field_id]
        titles = [one.title.plain() for one in change_sets(session)][:2]
        changed = row_changes(session, change_sets(session)[0].id)
    assert spec.column == size.slot
    assert titles == ["Change Shelf metres of 华为技术有限公司", "Add field Shelf metres"]
    assert [(f.field.plain(), f.old, f.new) for f in changed[0].fields] == [("Shelf metres", None, "1,250.5")]
    db.execute(undo_change_set)
    db.execute(undo_change_set)
    assert state(db) == first


def test_what_is_no_value_is_said_at_the_field(db: Database) -> None:
    customer = add(db)
    size = field(db, "Shelf metres", FieldType.NUMBER)
    with pytest.raises(UserError) as error:
        put(db, customer, size, "many")
    assert list(error.value.fields) == [size.slot]


def test_a_required_field_is_asked_of_its_kind_of_customer_only(db: Database) -> None:
    customer = add(db)
    need = field(db, "Contract", for_kind="company", required=True)
    field(db, "Blood group", for_kind="person", required=True)
    old = get(db, customer).draft
    with pytest.raises(UserError) as error:
        db.execute(save_customer, dataclasses.replace(old, notes="x"), old)
    assert list(error.value.fields) == [need.slot]


def test_two_people_change_two_fields_of_one_customer_and_one_field_at_once(db: Database) -> None:
    customer = add(db)
    one, other = field(db, "Dock"), field(db, "Gate")
    mine = get(db, customer).draft
    put(db, customer, one, "north")
    db.execute(save_customer, dataclasses.replace(mine, custom=((other.slot, "7"),)), mine)
    assert (value(db, customer, one), value(db, customer, other)) == ("north", "7")
    with pytest.raises(ConflictError) as error:
        db.execute(save_customer, dataclasses.replace(mine, custom=((one.slot, "south"),)), mine)
    conflict = error.value.conflicts[0]
    assert (conflict.field, conflict.original, conflict.theirs, conflict.mine) == (one.slot, "", "north", "south")


def test_a_removed_field_keeps_its_values_until_it_is_emptied(db: Database) -> None:
    customer = add(db)
    dock = field(db, "Dock")
    put(db, customer, dock, "Quayside")
    filled = state(db)
    assert found(db, "quays") == ["华为技术有限公司"]
    db.execute(remove_field, dock.id)
    assert get(db, customer).draft.custom == ()
    assert found(db, "quays") == []
    db.execute(restore_field, dock.id)
    assert value(db, customer, dock) == "Quayside"
    assert found(db, "quays") == ["华为技术有限公司"]
    db.execute(remove_field, dock.id)
    assert db.execute(purge_field, dock.id).value == 1
    with db.read() as session:
        view = fields_view(session)
        history = [f for c in change_sets(session) for r in row_changes(session, c.id) for f in r.fields]
    assert (view.fields, view.removed) == ((), ())
    assert ("Dock", "Quayside", None) in [(f.field.plain(), f.old, f.new) for f in history]
    for _ in range(4):
        db.execute(undo_change_set)
    assert state(db) == filled


def test_a_freed_slot_is_taken_again_and_its_emptying_stays_then(db: Database) -> None:
    customer = add(db)
    dock = field(db, "Dock")
    put(db, customer, dock, "Quayside")
    db.execute(remove_field, dock.id)
    emptied = db.execute(purge_field, dock.id).change_set
    other = field(db, "Gate")
    assert other.slot == dock.slot
    assert emptied is not None
    before = state(db)
    with pytest.raises(UserError):
        db.execute(undo_change_set, emptied.id)
    assert state(db) == before


def test_undoing_a_field_that_customers_fill_is_refused(db: Database) -> None:
    customer = add(db)
    dock = field(db, "Dock")
    put(db, customer, dock, "Quayside")
    with db.read() as session:
        added = change_sets(session)[1]
    with pytest.raises(UserError):
        db.execute(undo_change_set, added.id)
    assert value(db, customer, dock) == "Quayside"


def test_there_are_as_many_fields_as_slots_and_then_a_reason(db: Database) -> None:
    for i in range(len(SLOTS)):
        field(db, f"F {i:02}")
    with pytest.raises(UserError, match="50 custom fields"):
        field(db, "One more")


def test_types_change_where_every_value_survives_and_not_otherwise(db: Database) -> None:
    customer = add(db)
    short = field(db, "Story")
    put(db, customer, short, "a")
    short = change(db, short, type=FieldType.LONG_TEXT)
    put(db, customer, short, "a\nb")
    short = change(db, short, type=FieldType.TEXT)
    assert value(db, customer, short) == "a b"
    level = field(db, "Level", FieldType.CHOICE, "Gold", "Silver")
    put(db, customer, level, "silver")
    level = change(db, level, type=FieldType.CHOICES)
    assert value(db, customer, level) == f"|{level.options[1].key}|"
    before = state(db)
    for one, kind in ((level, FieldType.CHOICE), (short, FieldType.NUMBER)):
        with pytest.raises(UserError) as error:
            change(db, one, type=kind)
        assert "type" in error.value.fields
    assert state(db) == before


def test_options_are_renamed_moved_and_cleared(db: Database) -> None:
    a, b = add(db, "Anna"), add(db, "Bert")
    level = field(db, "Level", FieldType.CHOICES, "Gold", "Silver", "Bronze")
    put(db, a, level, "Gold; Bronze")
    put(db, b, level, "Silver")
    gold, silver, bronze = level.options
    level = change(db, level, options=(dataclasses.replace(gold, label="Platinum"), silver, bronze))
    assert found(db, "platin") == ["Anna"]
    assert found(db, "gold") == []
    with pytest.raises(UserError) as error:
        change(db, level, options=level.options[1:])
    assert "options" in error.value.fields
    before = state(db)
    level = change(db, level, {gold.key: silver.key, bronze.key: ""}, options=(silver,))
    assert value(db, a, level) == value(db, b, level) == f"|{silver.key}|"
    db.execute(undo_change_set)
    assert state(db) == before
    assert found(db, "platin") == ["Anna"]


def test_options_that_change_places_are_stored_in_their_new_order(db: Database) -> None:
    a = add(db)
    level = field(db, "Level", FieldType.CHOICES, "Gold", "Silver")
    put(db, a, level, "Gold; Silver")
    gold, silver = level.options
    level = change(db, level, options=(silver, gold))
    assert value(db, a, level) == f"|{silver.key}|{gold.key}|"


def test_a_name_is_taken_once_and_not_that_of_a_built_in_field(db: Database) -> None:
    field(db, "Dock")
    for name in ("dock", "", "Phone", "备注"):
        with pytest.raises(UserError) as error:
            field(db, name)
        assert list(error.value.fields) == ["name"]


def test_fields_are_put_in_another_order_in_one_step(db: Database) -> None:
    keys = [field(db, name).id for name in ("A1", "B1", "C1")]
    db.execute(order_fields, [keys[2], keys[0]], {keys[2]: "First"})
    with db.read() as session:
        assert [(f.name, f.section) for f in custom_fields(session)] == [("C1", "First"), ("A1", ""), ("B1", "")]
    db.execute(undo_change_set)
    with db.read() as session:
        assert [f.name for f in custom_fields(session)] == ["A1", "B1", "C1"]
    db.execute(redo_change_set)


def test_the_list_shows_and_sorts_the_chosen_fields(db: Database) -> None:
    people = [add(db, name) for name in ("Anna", "Bert", "Carl")]
    size, host = field(db, "Shelf metres", FieldType.NUMBER), field(db, "Host", FieldType.LINK)
    for person, text_ in zip(people, ("-5", "1200", "30"), strict=True):
        put(db, person, size, text_)
    put(db, people[0], host, people[1].hex)
    spec = ListSpec(sort=Sort(size.field_id), columns=(host.field_id, size.field_id, "custom:gone"))
    with db.read() as session:
        first = page(session, spec, PageRequest(0, 2))
        rest = page(session, spec, PageRequest(2, 2, after=first.last))
    assert [row.name for row in (*first.rows, *rest.rows)] == ["Anna", "Carl", "Bert"]
    assert first.rows[0].custom[2] == ""
    assert dict(first.rows[0].linked) == {people[1].hex: "Bert"}


def test_a_filter_and_a_sort_by_a_field_use_its_index(db: Database) -> None:
    for i in range(50):
        add(db, f"Customer {i}")
    one, long = field(db, "Dock"), field(db, "Story", FieldType.LONG_TEXT)
    wanted = f"SELECT id FROM customer WHERE deleted_at IS NULL AND {one.slot} = 'x' ORDER BY {one.slot}, id LIMIT 200"
    with db.raw() as connection:
        if db.dialect == "postgresql":
            connection.execute(text("SET enable_seqscan = off"))
        prefix = "EXPLAIN QUERY PLAN" if db.dialect == "sqlite" else "EXPLAIN"
        plan = " ".join(str(row) for row in connection.execute(text(f"{prefix} {wanted}")))
        names = "SELECT name FROM sqlite_master" if db.dialect == "sqlite" else "SELECT indexname FROM pg_indexes"
        indexes = {row[0] for row in connection.execute(text(names))}
    assert f"ix_customer_{one.slot}" in plan
    assert f"ix_customer_{long.slot}" not in indexes


@pytest.mark.parametrize(("operator", "who"), [("any_of", {"North"}), ("none_of", {"Alone", "Holding"})])
def test_a_filter_by_a_link_is_answered_from_its_slot(db: Database, operator: str, who: set[str]) -> None:
    host = field(db, "Parent", FieldType.LINK)
    parent, north = add(db, "Holding"), add(db, "North")
    add(db, "Alone")
    put(db, north, host, parent.hex)
    rules = Group(parts=(Condition(host.field_id, Operator(operator), (parent.hex,)),))
    with db.read() as session:
        found = page(session, ListSpec(CustomerFilter(rules=rules)), PageRequest(0, 9)).rows
        assert {row.name for row in found} == who
        condition = condition_sql(session, field_catalogue(session), rules, dt.date(2026, 11, 25))
        plan = explained(session, select(CustomerEntity.id).where(CustomerEntity.deleted_at.is_(None), condition))
    assert operator == "none_of" or f"ix_customer_{host.slot}" in plan


def test_a_file_brings_custom_fields_in_and_takes_them_out(db: Database, tmp_path: Path) -> None:
    anna, bert = add(db, "Anna"), add(db, "Bert")
    kinds = {
        "Dock": (FieldType.TEXT, "Quay; 7"),
        "Story": (FieldType.LONG_TEXT, "one\ntwo"),
        "Metres": (FieldType.NUMBER, "-1250.5"),
        "Rent": (FieldType.MONEY, "3000"),
        "Since": (FieldType.DATE, "2019年7月9日"),
        "Open late": (FieldType.YES_NO, "yes"),
        "Front desk": (FieldType.PHONE, "13800138000"),
        "Shop page": (FieldType.URL, "https://example.com/a"),
        "Host": (FieldType.LINK, bert.hex),
        "Colours": (FieldType.CHOICES, "Red; Blue"),
    }
    fields = {
        name: field(db, name, kind, *(("Red", "Green", "Blue") if kind is FieldType.CHOICES else ()))
        for name, (kind, _) in kinds.items()
    }
    for name, (_, words) in kinds.items():
        put(db, anna, fields[name], words)
    for ending in ("xlsx", "csv"):
        path = tmp_path / f"out.{ending}"
        with db.read() as session:
            export_customers(session, path, language="zh_CN")
        before = state(db)
        result = run_import(db, path).value
        assert (result.created, result.changed, result.unchanged, result.problems, result.notes) == (0, 0, 2, (), ())
        assert state(db) == before
    stored = dict(get(db, anna).draft.custom)
    for one in fields.values():
        put(db, anna, one, "")
    run_import(db, tmp_path / "out.xlsx")
    assert dict(get(db, anna).draft.custom) == stored


def test_a_cell_that_is_no_value_is_named_and_defaults_fill_what_a_file_leaves_out(
    db: Database, tmp_path: Path
) -> None:
    size = field(db, "Metres", FieldType.NUMBER)
    dock = field(db, "Dock", default="North")
    path = tmp_path / "in.csv"
    path.write_text("客户名称,metres\n甲公司,12\n乙公司,many\n", encoding="utf-8")
    result = run_import(db, path).value
    assert [(p.row, p.column, p.value) for p in result.problems] == [(3, "metres", "many")]
    with db.read() as session:
        names = {draft.name: dict(draft.custom) for draft in drafts_of(session, every(session)).values()}
    assert names == {"甲公司": {size.slot: encode("number", "12"), dock.slot: "North"}}


def every(session: Session) -> list[uuid.UUID]:
    return list(session.scalars(select(CustomerEntity.id)))
