"""A merge makes one customer of several, loses nothing, and its undo gives them back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from desktop_crm.models.commands.bulk_edit import edit_customers
from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.customer_bulk import delete_customers, restore_customers
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.merge import mark_distinct, merge_customers
from desktop_crm.models.commands.tags import tag_customers
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.integrity import check_references
from desktop_crm.models.entities.customers import ContactEntity, ContactPointEntity, CustomerEntity
from desktop_crm.models.entities.duplicates import DistinctPairEntity
from desktop_crm.models.entities.files import AttachmentEntity
from desktop_crm.models.entities.hand_over import CustomerShareEntity, HandOverCustomerEntity, HandOverEntity
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.queries.duplicates import compare_customers, merged_into
from desktop_crm.models.queries.merge_fields import YES
from desktop_crm.models.queries.merge_plan import FOLLOWING
from desktop_crm.models.records.bulk_edit import FieldEdit
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from desktop_crm.models.records.customers import Address, Contact, ContactPoint, ImportantDate, PointKind
from desktop_crm.models.records.duplicates import BOTH
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.search.check import check_search
from tests.db.conftest import state
from tests.db.makers import add, get
from tests.examples import examples

PHONE = "+8675528780808"
MOBILE = "+8613800138000"


def phone(value: str, *, primary: bool = False, label: str = "") -> ContactPoint:
    return ContactPoint(PointKind.PHONE, value, label, primary)


def write(db: Database, entity: Any, **values: object) -> uuid.UUID:
    key = uuid.uuid4()

    def command(ctx: CommandContext) -> None:
        ctx.session.execute(insert(entity).values(id=key, **values))

    db.execute(command)
    return key


def rows(db: Database, entity: Any) -> list[Any]:
    with db.read() as session:
        return list(session.scalars(select(entity)))


def phones(db: Database, key: uuid.UUID) -> list[str]:
    return [point.value for point in get(db, key).draft.points]


def test_values_and_parts_come_together(db: Database) -> None:
    keep = add(db, "华为技术有限公司", phone=PHONE, notes="老客户", industry="it", tags=("重点",))
    other = add(
        db,
        "华为技术",
        points=(phone(PHONE, primary=True, label="前台"), phone(MOBILE)),
        notes="去年合作两次",
        credit_code="91440300708461136T",
        industry="it",
        addresses=(Address("440305", "科技路1号", primary=True),),
        dates=(ImportantDate("成立日", dt.date(1987, 9, 15)),),
        tags=("重点", "展会"),
    )
    done = db.execute(merge_customers, keep, [other])
    assert done.change_set is not None
    assert done.change_set.title.plain() == "Merge 华为技术有限公司 and 华为技术"
    merged = get(db, keep)
    assert merged.draft.name == "华为技术有限公司"
    assert merged.draft.credit_code == "91440300708461136T"
    assert merged.draft.notes == "老客户\n\n去年合作两次"
    assert phones(db, keep) == [PHONE, MOBILE]
    assert [(p.primary, p.label) for p in merged.draft.points] == [(True, "前台"), (False, "")]
    assert merged.draft.addresses[0].street == "科技路1号"
    assert merged.draft.addresses[0].primary
    assert set(merged.draft.tags) == {"重点", "展会"}
    assert len(merged.draft.dates) == 1
    gone = get(db, other)
    assert gone.deleted_at is not None
    with db.read() as session:
        target = merged_into(session, other)
        assert target is not None
        assert target.id == keep
        assert merged_into(session, keep) is None
        assert session.scalars(select(CustomerEntity.region_key).where(CustomerEntity.id == keep)).one() == "440305"
        assert list(check_references(session)) == []
        assert list(check_search(session)) == []


def test_a_value_can_be_chosen_field_by_field(db: Database) -> None:
    keep = add(db, "Acme Ltd", notes="a", needs="x", short_name="A")
    other = add(db, "Acme Limited", notes="b", needs="y", short_name="B")
    db.execute(merge_customers, keep, [other], {"name": 1, "notes": 0, "needs": BOTH, "short_name": 0})
    draft = get(db, keep).draft
    assert (draft.name, draft.notes, draft.needs, draft.short_name) == ("Acme Limited", "a", "x\n\ny", "A")
    with db.read() as session:
        row = session.get_one(CustomerEntity, keep)
        assert (row.name_key, row.company_key) == ("acmelimited", "acme")


def test_the_newer_value_is_offered_and_a_filled_one_over_an_empty_one(db: Database) -> None:
    keep = add(db, "Acme", source="ads", size="")
    other = add(db, "Acme Inc", source="referral", size="1-19")
    with db.read() as session:
        fields = {f.column: f for f in compare_customers(session, [keep, other], keep_first=True).fields}
    assert (fields["source"].offered, fields["size"].offered, fields["name"].offered) == (1, 1, 0)


def test_values_of_custom_fields_are_compared_as_people_read_them(db: Database) -> None:
    keep, other, head = add(db, "Acme"), add(db, "Acme Inc"), add(db, "Holding")
    written = {
        FieldType.CHOICES: ("Lenses; Lighting", "Lenses; Lighting"),
        FieldType.MONEY: ("62325.5", "62,325.50"),
        FieldType.DATE: ("2027-09-06", dt.date(2027, 9, 6)),
        FieldType.YES_NO: ("yes", YES),
        FieldType.LINK: (head.hex, "Holding"),
    }
    options = (Option("", "Lenses"), Option("", "Lighting"))
    for kind, (value, _) in written.items():
        draft = FieldDraft(kind.value, kind, options=options if kind is FieldType.CHOICES else ())
        field = db.execute(save_field, draft).value
        db.execute(edit_customers, Selection.of(keep), FieldEdit(f"{CUSTOM}{field.hex}", value=value))
    with db.read() as session:
        fields = compare_customers(session, [keep, other], keep_first=True).fields
    shown = {str(f.label.plain()): f.cells[0].shown for f in fields}
    assert {kind.value: shown[kind.value] for kind in written} == {k.value: v for k, (_, v) in written.items()}


def test_one_person_in_both_records_is_one(db: Database) -> None:
    own = Contact("李雷", title="经理", points=(phone(MOBILE),), primary=True)
    keep = add(db, "Acme", contacts=(own,))
    theirs = (
        Contact("李雷", department="采购部", notes="下午联系", points=(phone(MOBILE), phone(PHONE))),
        Contact("韩梅梅", points=(phone("+8613900139000"),), primary=True),
        Contact("李雷", points=(phone("+8613700137000"),)),
    )
    other = add(db, "Acme Inc", contacts=theirs)
    db.execute(merge_customers, keep, [other])
    contacts = get(db, keep).draft.contacts
    assert [c.name for c in contacts] == ["李雷", "韩梅梅", "李雷"], "a namesake with another phone is another person"
    assert (contacts[0].title, contacts[0].department, contacts[0].notes) == ("经理", "采购部", "下午联系")
    assert [p.value for p in contacts[0].points] == [MOBILE, PHONE]
    assert [c.primary for c in contacts] == [True, False, False]


def test_who_reports_to_whom_follows(db: Database) -> None:
    keep = add(db, "Acme", contacts=(Contact("李雷"), Contact("韩梅梅")))
    other = add(db, "Acme Inc", contacts=(Contact("李雷"), Contact("王明")))

    def report(ctx: CommandContext) -> None:
        boss, worker = get(db, other).draft.contacts
        ctx.session.get_one(ContactEntity, worker.id).reports_to_id = boss.id

    db.execute(report)
    db.execute(merge_customers, keep, [other])
    names = {c.id: c for c in rows(db, ContactEntity)}
    worker = next(c for c in names.values() if c.name == "王明")
    assert names[worker.reports_to_id].customer_id == keep


def test_files_relations_shares_and_hand_overs_follow_once(db: Database) -> None:
    keep, other, third = add(db, "Acme"), add(db, "Acme Inc"), add(db, "Parent")
    user = uuid.UUID(str(db.actor.user_id))
    for owner in (keep, other):
        write(db, AttachmentEntity, customer_id=owner, name="a.pdf", size=1, sha256="a" * 64)
        write(db, CustomerShareEntity, customer_id=owner, user_id=user)
        write(db, RelationEntity, customer_id=owner, other_id=third, kind="parent")
    write(db, AttachmentEntity, customer_id=other, name="b.pdf", size=1, sha256="b" * 64)
    write(db, RelationEntity, customer_id=other, other_id=keep, kind="partner")
    write(db, RelationEntity, customer_id=third, other_id=other, kind="partner")
    transfer = write(db, HandOverEntity, effective_on=dt.date(2026, 1, 1))
    write(db, HandOverCustomerEntity, hand_over_id=transfer, customer_id=other)
    db.execute(mark_distinct, [other, third])
    with db.read() as session:
        follow = {f.what.text: (f.moved, f.known) for f in compare_customers(session, [keep, other]).follow}
    assert follow["Attachments"] == (1, 1)
    assert follow["Relations"] == (1, 1)
    assert follow["Shares"] == (0, 1)
    db.execute(merge_customers, keep, [other])
    assert sorted(a.name for a in rows(db, AttachmentEntity) if a.customer_id == keep) == ["a.pdf", "b.pdf"]
    relations = [(r.kind, r.customer_id, r.other_id) for r in rows(db, RelationEntity)]
    assert ("partner", third, keep) in relations
    assert relations.count(("parent", keep, third)) == 1
    assert all(one != two for _, one, two in relations)
    assert [h.customer_id for h in rows(db, HandOverCustomerEntity)] == [keep]
    assert [(d.first_id, d.second_id) for d in rows(db, DistinctPairEntity)] == [tuple(sorted((keep, third)))]


def test_many_become_one(db: Database) -> None:
    keys = [add(db, f"Acme {n}", phone=f"+861380013800{n}") for n in range(4)]
    done = db.execute(merge_customers, keys[0], keys[1:])
    assert done.change_set is not None
    assert done.change_set.title.plain() == "Merge 4 customers into Acme 0"
    assert phones(db, keys[0]) == [f"+861380013800{n}" for n in range(4)]
    assert [p.primary for p in get(db, keys[0]).draft.points] == [True, False, False, False]


def test_a_merge_of_a_merge_says_where_it_all_went(db: Database) -> None:
    one, two, three = add(db, "A"), add(db, "B"), add(db, "C")
    db.execute(merge_customers, two, [one])
    db.execute(merge_customers, three, [two])
    with db.read() as session:
        target = merged_into(session, one)
    assert target is not None
    assert target.id == three


def test_a_merged_customer_that_is_restored_stands_on_its_own(db: Database) -> None:
    keep, other = add(db, "Acme Ltd", phone=PHONE), add(db, "Acme Limited")
    db.execute(merge_customers, keep, [other])
    merged = state(db)

    def pointer() -> uuid.UUID | None:
        with db.read() as session:
            return session.get_one(CustomerEntity, other).merged_into_id

    assert db.execute(restore_customers, Selection.of(other)).value == 1
    restored = state(db)
    assert pointer() is None
    # In the bin once more, it says nothing of a merge that no longer holds.
    db.execute(delete_customers, Selection.of(other))
    with db.read() as session:
        assert merged_into(session, other) is None
        assert list(check_references(session)) == []
    db.execute(undo_change_set)
    assert state(db) == restored
    db.execute(undo_change_set)
    assert state(db) == merged
    assert pointer() == keep
    db.execute(redo_change_set)
    assert pointer() is None


def test_what_cannot_be_merged_is_refused(db: Database) -> None:
    one, two = add(db, "A"), add(db, "B")
    with pytest.raises(UserError):
        db.execute(merge_customers, one, [one])
    db.execute(merge_customers, one, [two])
    with pytest.raises(NotFoundError):
        db.execute(merge_customers, one, [two])


def test_every_table_below_a_customer_has_its_place_in_a_merge() -> None:
    """A new table that points to customers is moved too, but somebody must have thought of what is the same there."""
    pointing = {
        table.name
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "customer"
    }
    assert pointing - {"customer"} == {*FOLLOWING, "distinct_pair"}


def test_undo_brings_a_phone_back_with_its_person(db: Database) -> None:
    """The person came from the other record, and a phone was added to it after the merge."""
    keep, other = add(db, "Acme"), add(db, "Acme Inc", contact="李雷")
    before = state(db)
    merge = db.execute(merge_customers, keep, [other]).change_set
    assert merge is not None
    old = get(db, keep).draft
    contact = dataclasses.replace(old.contacts[0], points=(phone(MOBILE),))
    db.execute(save_customer, dataclasses.replace(old, contacts=(contact,)), old)
    db.execute(undo_change_set, merge.id)
    assert get(db, keep).draft.contacts == ()
    assert [p.value for p in get(db, other).draft.contacts[0].points] == [MOBILE]
    assert [r[:9] for r in before["contact"]] == [r[:9] for r in state(db)["contact"]]


POINTS = st.lists(st.sampled_from([PHONE, MOBILE, "+8613900139000"]), unique=True, max_size=3)
RECORDS = st.fixed_dictionaries(
    {
        "phones": POINTS,
        "contacts": st.lists(st.tuples(st.sampled_from(["李雷", "韩梅梅"]), POINTS), max_size=3),
        "streets": st.lists(st.sampled_from(["科技路1号", "人民路2号"]), max_size=2),
        "tags": st.lists(st.sampled_from(["a", "b"]), unique=True),
        "notes": st.sampled_from(["", "one", "two"]),
        "short_name": st.sampled_from(["", "HW"]),
    }
)
EDITS = st.lists(st.sampled_from(["tag", "needs", "contact", "contact_phone", "date", "redo"]), max_size=4)


def record(db: Database, name: str, given_: dict[str, Any]) -> uuid.UUID:
    return add(
        db,
        name,
        points=tuple(phone(value, primary=at == 0) for at, value in enumerate(given_["phones"])),
        contacts=tuple(
            Contact(who, points=tuple(map(phone, has)), primary=at == 0)
            for at, (who, has) in enumerate(given_["contacts"])
        ),
        addresses=tuple(Address("440305", s, primary=at == 0) for at, s in enumerate(given_["streets"])),
        tags=tuple(given_["tags"]),
        notes=given_["notes"],
        short_name=given_["short_name"],
    )


def edit(db: Database, key: uuid.UUID, what: str, at: int) -> None:
    """A later edit that takes nothing of the merge away."""
    old = get(db, key).draft
    if what == "tag":
        db.execute(tag_customers, Selection.of(key), f"later {at}")
    elif what == "needs":
        db.execute(save_customer, dataclasses.replace(old, needs=f"needs {at}"), old)
    elif what == "contact":
        more = Contact(f"New {at}", points=(phone(f"+861860000000{at}"),))
        db.execute(save_customer, dataclasses.replace(old, contacts=(*old.contacts, more)), old)
    elif what == "date":
        more_date = ImportantDate(f"day {at}", dt.date(2020, 1, 1))
        db.execute(save_customer, dataclasses.replace(old, dates=(*old.dates, more_date)), old)
    elif what == "contact_phone" and old.contacts:
        *rest, last = old.contacts
        last = dataclasses.replace(last, points=(*last.points, phone(f"+861870000000{at}")))
        db.execute(save_customer, dataclasses.replace(old, contacts=(*rest, last)), old)


def phone_count(db: Database) -> list[str]:
    return sorted(point.value for point in rows(db, ContactPointEntity))


@examples(10)
@given(records=st.lists(RECORDS, min_size=2, max_size=3), edits=EDITS)
def test_a_merge_loses_nothing_and_its_undo_restores_all(
    db: Database, records: list[dict[str, Any]], edits: list[str]
) -> None:
    keys = [record(db, f"华为 {n}", one) for n, one in enumerate(records)]
    had = {(n, p.value) for n, key in enumerate(keys) for p in get(db, key).draft.points}
    people = {c.name for key in keys for c in get(db, key).draft.contacts}
    before, numbers = state(db), phone_count(db)
    step = db.execute(merge_customers, keys[0], keys[1:]).change_set
    assert step is not None
    merged = get(db, keys[0]).draft
    assert {value for _, value in had} == {p.value for p in merged.points}
    assert people == {c.name for c in merged.contacts}
    reached = {p.value for c in merged.contacts for p in c.points}
    assert {v for r in records for _, has in r["contacts"] for v in has} <= reached
    assert sum(p.primary for p in merged.points) <= 1
    db.execute(undo_change_set, step.id)
    assert state(db) == before
    db.execute(redo_change_set)
    assert get(db, keys[0]).draft.points == merged.points
    for at, what in enumerate(edits):
        edit(db, keys[0], what, at)
    db.execute(undo_change_set, step.id)
    with db.read() as session:
        assert list(check_references(session)) == []
        assert list(check_search(session)) == []
    assert set(numbers) <= set(phone_count(db))
    stray = {c.id: c.customer_id for c in rows(db, ContactEntity)}
    assert all(stray[p.contact_id] == p.customer_id for p in rows(db, ContactPointEntity) if p.contact_id)
    after = [get(db, key).draft for key in keys]
    for n, one in enumerate(records):
        assert {p.value for p in after[n].points} == set(one["phones"])
        assert set(one["tags"]) <= set(after[n].tags)
        assert after[n].notes == one["notes"]
        assert {(c, frozenset(has)) for c, has in one["contacts"]} <= {
            (c.name, frozenset(p.value for p in c.points if not p.value.startswith("+86187")))
            for c in after[n].contacts
        }
