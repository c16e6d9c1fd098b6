"""Search by prefixes: `phone:138`, `tag:vip`, `owner:me`; notes and attachments' names; the same on both databases."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import insert, text

from desktop_crm.models.commands.customer_bulk import assign_customers
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.files import AttachmentEntity
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.customer_list import page
from desktop_crm.models.queries.search import search_customers
from desktop_crm.models.queries.search_terms import suggestions
from desktop_crm.models.records.customers import ContactPoint, CustomerFilter, PointKind, Stage
from desktop_crm.models.records.lists import ListSpec, PageRequest, Selection
from desktop_crm.models.search.check import check_search
from desktop_crm.models.text.search_query import parse_query
from tests.db.makers import add

EAST, WEST, NORTH = "东方电气有限公司", "西部一三八矿业", "北方重工"


def attach(ctx: CommandContext, customer: uuid.UUID, name: str) -> None:
    values = {"id": new_id(), "customer_id": customer, "name": name, "size": 3, "sha256": "0" * 64}
    ctx.session.execute(insert(AttachmentEntity).values(values))


def fill(db: Database) -> Database:
    mail = ContactPoint(PointKind.EMAIL, "info138@west.example.com", primary=True)
    east = add(db, EAST, phone="13800138000", contact="王小明", tags=("VIP", "重点 客户"), stage=Stage.MAINTAIN)
    add(db, WEST, points=(mail,), notes="第一行\n合同 2026 年到期，老板姓王", tags=("VIP",))
    add(db, NORTH, phone="13900139000", notes="VIP 候选")
    db.execute(attach, east, "采购合同（盖章）.pdf")
    anna = db.execute(save_user, "安娜").value
    db.execute(assign_customers, Selection.of(east), anna)
    return db


@pytest.fixture
def crm(db: Database) -> Database:
    """For tests that change something."""
    return fill(db)


@pytest.fixture(scope="module")
def book(module_db: Database) -> Database:
    """For tests that only search."""
    return fill(module_db)


def found(database: Database, query: str) -> set[str]:
    with database.read() as session:
        hits = {hit.name for hit in search_customers(session, query)}
        rows = page(session, ListSpec(CustomerFilter(text=query)), PageRequest(0, 50)).rows
    assert {row.name for row in rows} == hits, "list and search disagree"
    return hits


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("phone:138", {EAST}),
        ("phone:13", {EAST, NORTH}),
        ("email:138", {WEST}),
        ("138", {EAST, WEST}),
        ("tag:vip", {EAST, WEST}),
        ("vip", {EAST, WEST, NORTH}),
        ('tag:"重点 客户"', {EAST}),
        ("tag:vip phone:138", {EAST}),
        ("tag:vip 西部", {WEST}),
        ("tag:vip phone:139", set()),
        ("contact:王小", {EAST}),
        ("contact:wxm", {EAST}),
        ("name:df", {EAST}),
        ("name:王", set()),
        ("notes:老板", {WEST}),
        ("备注：合同", {WEST}),
        ("合同", {EAST, WEST}),
        ("file:盖章", {EAST}),
        ("owner:安娜", {EAST}),
        ("owner:an", {EAST}),
        ("owner:nobody-like-this", set()),
        ("stage:维护", {EAST}),
        ("stage:main", {EAST}),
        ("tag:nothing", set()),
    ],
)
def test_a_prefix_asks_one_field_only(book: Database, query: str, names: set[str]) -> None:
    assert found(book, query) == names


def test_me_is_whoever_asks(crm: Database) -> None:
    with crm.read() as session:
        mine = session.info["actor"].user_id
    add(crm, "我的客户", owner_id=mine)
    assert found(crm, "owner:me") == {"我的客户"}


def test_a_hit_in_the_notes_shows_the_words_around_it(crm: Database) -> None:
    add(crm, "长备注", notes="很长的开头" * 20 + "关键词" + "结尾")
    with crm.read() as session:
        (hit,) = search_customers(session, "notes:关键词")
    assert hit.field == "notes"
    assert hit.value[hit.start : hit.start + hit.length] == "关键词"
    assert hit.value.startswith("…")
    assert len(hit.value) <= 200


def test_an_attachment_is_found_until_it_is_taken_back(crm: Database) -> None:
    with crm.read() as session:
        customer = search_customers(session, NORTH)[0].record_id
    crm.execute(attach, customer, "招标文件.docx")
    assert found(crm, "招标") == {NORTH}
    crm.execute(undo_change_set)
    assert found(crm, "招标") == set()
    with crm.read() as session:
        assert check_search(session) == ()


def test_what_may_follow_is_suggested(book: Database) -> None:
    def ways(typed: str) -> list[tuple[str, str]]:
        with book.read() as session:
            return [(one.kind, one.value or one.prefix) for one in suggestions(session, parse_query(typed), typed)]

    assert ways("ph") == [("phone", "phone")]
    assert ways("华为 电话") == [("phone", "电话")]
    assert ways("tag:重") == [("tag", "重点 客户")]
    assert ("tag", "VIP") in ways("tag:")
    assert ways("owner:安") == [("owner", "安娜")]
    assert ways("华为") == []


def test_a_database_of_an_older_version_learns_to_find_notes(database_url: str) -> None:
    first = open_database(database_url, create=True)
    add(first, NORTH, notes="老版本的备注")
    with first.raw() as connection, connection.begin():
        # As the older version left it: no notes in the documents, no word of their format.
        connection.execute(text("DELETE FROM meta WHERE key = 'search_format'"))
        connection.execute(text("DELETE FROM search_document"))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO search_gram (search_gram) VALUES ('delete-all')")
    first.close()
    again = open_database(database_url)
    assert found(again, "老版本") == {NORTH}
    again.close()
