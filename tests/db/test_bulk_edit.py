"""One field of many customers: the columns made from it, the preview, the title, and an undo to the byte."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from desktop_crm.models.commands.bulk_edit import edit_customers
from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.people import add_team, save_user
from desktop_crm.models.commands.selection import BATCH
from desktop_crm.models.commands.tags import tag_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import Monitor, Progress
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.custom_fields import CustomFieldEntity
from desktop_crm.models.entities.customers import CustomerEntity as C
from desktop_crm.models.errors import CancelledError, UserError
from desktop_crm.models.queries.bulk_edit import editable_fields, preview
from desktop_crm.models.records.bulk_edit import Change, EditPreview, FieldEdit
from desktop_crm.models.records.customers import Address, CustomerFilter, CustomerKind
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.lists import ListSpec, Selection
from desktop_crm.models.search.check import check_search
from desktop_crm.models.text.custom_values import encode
from desktop_crm.models.text.pinyin import sort_key
from desktop_crm.models.validation.customers import normalise
from tests.db.conftest import state
from tests.db.makers import add, draft, get
from tests.examples import examples

ALL = Selection(spec=ListSpec())
OPTIONS = '[["a", "Gold"], ["b", "Silver"]]'


def look(db: Database, selection: Selection, edit: FieldEdit) -> EditPreview:
    with db.read() as session:
        return preview(session, selection, edit)


def column(db: Database, customer: uuid.UUID, *names: str) -> tuple[object, ...]:
    with db.read() as session:
        return tuple(session.execute(select(*(getattr(C, name) for name in names)).where(C.id == customer)).one())


def own_field(db: Database, kind: str, slot: str, **more: object) -> str:
    key = new_id()
    values = {"id": key, "slot": slot, "kind": kind, "name": f"Own {kind}", "options": OPTIONS} | more
    db.execute(lambda ctx: ctx.session.execute(insert(CustomFieldEntity).values(values)) and None)
    return f"{CUSTOM}{key.hex}"


def test_the_preview_says_what_the_edit_then_does(db: Database) -> None:
    add(db, "Anna", industry="it")
    bert = add(db, "Bert", industry="retail")
    add(db, "Carl", industry="it")
    add(db, "Dora")
    edit = FieldEdit("industry", value="retail")
    before = state(db)

    seen = look(db, ALL, edit)

    assert (seen.total, seen.changing, seen.same, seen.unfit, seen.distinct) == (4, 3, 1, 0, 2)
    assert seen.olds == (("it", 2), ("", 1))
    assert [(row.name, row.old, row.new) for row in seen.rows] == [
        ("Anna", "it", "retail"),
        ("Carl", "it", "retail"),
        ("Dora", "", "retail"),
    ]
    assert state(db) == before

    outcome = db.execute(edit_customers, ALL, edit)
    assert outcome.value == 3
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Set Industry of 3 customers to Retail and wholesale"
    assert look(db, ALL, edit).changing == 0
    again = db.execute(edit_customers, ALL, edit)
    assert again.change_set is None

    one = db.execute(edit_customers, Selection.of(bert), FieldEdit("industry", Change.CLEAR))
    assert one.change_set
    assert one.change_set.title.plain() == "Clear Industry of Bert"
    db.execute(undo_change_set)
    db.execute(undo_change_set)
    assert state(db) == before


def test_columns_made_from_the_field_go_and_come_back_with_it(db: Database) -> None:
    key = add(db, "单雄信", kind=CustomerKind.COMPANY)
    chosen = Selection.of(key)
    owner = db.execute(save_user, "张伟").value
    team = db.execute(add_team, "华东").value
    before = state(db)
    made = ("owner_key", "next_step_key", "verified_key", "sort_key", "company_key")

    for edit in (
        FieldEdit("owner", value=owner.hex),
        FieldEdit("team", value=team.hex),
        FieldEdit("next_step_on", value="2027年1月5日"),
        FieldEdit("verified_on", value="2026-11-25"),
        FieldEdit("kind", value="person"),
        FieldEdit("is_key", value="是"),
    ):
        assert db.execute(edit_customers, chosen, edit).value == 1

    assert column(db, key, *made) == (
        sort_key("张伟", True),
        "2027-01-05",
        "2026-11-25",
        sort_key("单雄信", True),
        "单雄信",
    )
    assert column(db, key, "team_id", "next_step_on", "is_key") == (team, dt.date(2027, 1, 5), True)

    for field in ("owner", "next_step_on", "verified_on"):
        db.execute(edit_customers, chosen, FieldEdit(field, Change.CLEAR))
    assert column(db, key, *made[:3]) == ("", "9999", "")
    for _ in range(9):
        db.execute(undo_change_set)
    assert state(db) == before


def test_custom_fields_are_set_as_they_are_stored_and_only_where_they_belong(db: Database) -> None:
    firm, person = add(db, "Anna Ltd"), add(db, "Bert", kind=CustomerKind.PERSON)
    money = own_field(db, "money", "custom_01", for_kind="company")
    level = own_field(db, "choice", "custom_02", required=True)
    before = state(db)

    seen = look(db, ALL, FieldEdit(money, value="1,200.50"))
    assert (seen.changing, seen.unfit, seen.new) == (1, 1, "1200.5")
    assert db.execute(edit_customers, ALL, FieldEdit(money, value="1,200.50")).value == 1
    assert column(db, firm, "custom_01") == (encode("money", "1200.5"),)
    assert column(db, person, "custom_01") == ("",)
    assert look(db, ALL, FieldEdit(money, value="3")).olds == (("1200.5", 1),)

    outcome = db.execute(edit_customers, ALL, FieldEdit(level, value="gold"))
    assert column(db, person, "custom_02") == ("a",)
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Set Own choice of 2 customers to Gold"
    for wrong in (FieldEdit(level, value="Bronze"), FieldEdit(level, Change.CLEAR), FieldEdit(money, value="much")):
        with pytest.raises(UserError) as caught:
            db.execute(edit_customers, ALL, wrong)
        assert "value" in caught.value.fields
    db.execute(undo_change_set)
    db.execute(undo_change_set)
    assert state(db) == before


@pytest.mark.parametrize(
    "edit",
    [
        FieldEdit("name", value="x"),
        FieldEdit("nothing", value="x"),
        FieldEdit("stage", Change.CLEAR),
        FieldEdit("stage", value="somewhere"),
        FieldEdit("next_step_on", value="soon"),
        FieldEdit("owner", value=uuid.uuid4().hex),
        FieldEdit("short_name", value="x" * 101),
        FieldEdit("industry", value="  "),
        FieldEdit("tags", value="VIP"),
        FieldEdit("tags", Change.REMOVE, "VIP"),
        FieldEdit("tags", Change.ADD, ""),
        FieldEdit("region", value="999999"),
        FieldEdit("region", value="Beijing"),
    ],
)
def test_what_cannot_stand_in_a_field_is_refused_before_anything_is_written(db: Database, edit: FieldEdit) -> None:
    add(db, "Anna")
    before = state(db)
    with pytest.raises(UserError):
        look(db, ALL, edit)
    with pytest.raises(UserError):
        db.execute(edit_customers, ALL, edit)
    assert state(db) == before


def test_tags_are_added_and_taken_off(db: Database) -> None:
    anna, bert = add(db, "Anna", tags=("VIP", "old")), add(db, "Bert")
    assert anna != bert
    before = state(db)

    add_vip = FieldEdit("tags", Change.ADD, "vip")
    seen = look(db, ALL, add_vip)
    assert (seen.total, seen.changing, seen.same) == (2, 1, 1)
    assert [(row.name, row.old, row.new) for row in seen.rows] == [("Bert", "", "VIP")]
    assert db.execute(edit_customers, ALL, add_vip).value == 1

    off = FieldEdit("tags", Change.REMOVE, "VIP")
    assert look(db, ALL, off).olds == (("VIP", 2),)
    assert db.execute(edit_customers, ALL, off).value == 2
    assert db.execute(edit_customers, ALL, FieldEdit("tags", Change.CLEAR)).value == 1
    assert look(db, ALL, FieldEdit("tags", Change.CLEAR)).changing == 0
    for _ in range(3):
        db.execute(undo_change_set)
    assert state(db) == before


def test_the_region_stands_in_the_main_address(db: Database) -> None:
    two = (Address("440305", "科技路1号", "518000"), Address("310115", primary=True))
    anna, bert, carl = add(db, "Anna", addresses=two), add(db, "Bert"), add(db, "Carl", addresses=(Address("110108"),))
    before = state(db)

    def regions(key: uuid.UUID) -> list[tuple[str, str, bool]]:
        return [(one.region, one.street, one.primary) for one in get(db, key).draft.addresses]

    seen = look(db, ALL, FieldEdit("region", value="110108"))
    assert (seen.changing, seen.same, seen.new) == (2, 1, "110108")
    outcome = db.execute(edit_customers, ALL, FieldEdit("region", value="110108"))
    assert outcome.value == 2
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Set Region of 2 customers to 北京市 海淀区"
    assert regions(anna) == [("440305", "科技路1号", False), ("110108", "", True)]
    assert regions(bert) == regions(carl) == [("110108", "", True)]
    assert {column(db, key, "region_key") for key in (anna, bert, carl)} == {("110108",)}
    with db.read() as session:
        assert list(check_search(session)) == []

    assert db.execute(edit_customers, ALL, FieldEdit("region", Change.CLEAR)).value == 3
    assert regions(anna) == [("", "科技路1号", True)]
    assert regions(bert) == regions(carl) == []
    assert column(db, anna, "region_key") == ("",)
    for _ in range(2):
        db.execute(undo_change_set)
    assert state(db) == before


def test_a_link_is_set_and_cleared(db: Database) -> None:
    anna, bert = add(db, "Anna"), add(db, "Bert")
    parent = own_field(db, "link", "custom_03")
    before = state(db)
    seen = look(db, ALL, FieldEdit(parent, value=anna.hex))
    assert (seen.changing, dict(seen.names)) == (2, {anna.hex: "Anna"})
    outcome = db.execute(edit_customers, ALL, FieldEdit(parent, value=anna.hex))
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Set Own link of 2 customers to Anna"
    assert column(db, bert, "custom_03") == (anna.hex,)
    db.execute(edit_customers, ALL, FieldEdit(parent, Change.CLEAR))
    assert column(db, bert, "custom_03") == ("",)
    for _ in range(2):
        db.execute(undo_change_set)
    assert state(db) == before


def test_deleted_customers_stay_as_they_are(db: Database) -> None:
    key = add(db, "Anna")
    db.execute(lambda ctx: ctx.session.execute(update(C).where(C.id == key).values(deleted_at=dt.datetime.now(dt.UTC))))
    binned = Selection(spec=ListSpec(CustomerFilter(deleted=True)))
    for edit in (FieldEdit("industry", value="it"), FieldEdit("tags", Change.ADD, "VIP")):
        for chosen in (binned, Selection.of(key)):
            assert look(db, chosen, edit).total == 0
            assert db.execute(edit_customers, chosen, edit).value == 0


def test_many_are_changed_at_once_or_not_at_all(db: Database) -> None:
    drafts = [normalise(draft(f"Customer {i}")) for i in range(BATCH + 3)]
    db.execute(lambda ctx: insert_customers(ctx, drafts))
    edit = FieldEdit("kind", value="person")
    seen: list[Progress] = []
    with pytest.raises(CancelledError):
        db.execute_monitored(Monitor(seen.append, lambda: bool(seen)), edit_customers, ALL, edit)
    assert look(db, ALL, edit).changing == BATCH + 3
    db.execute_monitored(Monitor(seen.append), edit_customers, ALL, edit)
    assert (BATCH, BATCH + 3) in [(step.done, step.total) for step in seen]
    assert look(db, ALL, edit).changing == 0


def test_every_field_of_the_catalogue_says_whether_it_can_be_set(db: Database) -> None:
    with db.read() as session:
        found = {spec.id for spec in editable_fields(session)}
    assert {"industry", "owner", "team", "stage", "next_step_on", "is_key", "needs", "tags", "key_team"} <= found
    assert not {"name", "number", "created_at", "completeness"} & found


EDITS = st.sampled_from(
    [
        FieldEdit("industry", value="retail"),
        FieldEdit("industry", Change.CLEAR),
        FieldEdit("stage", value="lost"),
        FieldEdit("kind", value="person"),
        FieldEdit("kind", value="company"),
        FieldEdit("next_step_on", value="2027-01-05"),
        FieldEdit("verified_on", Change.CLEAR),
        FieldEdit("short_name", value="Kurz"),
        FieldEdit("tags", Change.ADD, "VIP"),
        FieldEdit("tags", Change.CLEAR),
        FieldEdit("region", value="110108"),
        FieldEdit("region", Change.CLEAR),
    ]
)


@examples(10)
@given(st.lists(EDITS, min_size=1, max_size=5), st.booleans())
def test_any_row_of_edits_is_taken_back_to_the_byte(db: Database, edits: list[FieldEdit], some: bool) -> None:
    keys = [add(db, "单雄信"), add(db, "Anna Ltd.", addresses=(Address("440305", "科技路1号"), Address("310115")))]
    db.execute(tag_customers, Selection.of(keys[0]), "old")
    before = state(db)
    done = 0
    for edit in edits:
        chosen = Selection.of(keys[0]) if some else ALL
        done += db.execute(edit_customers, chosen, edit).change_set is not None
    for _ in range(done):
        db.execute(undo_change_set)
    assert state(db) == before
