"""Search everywhere: the same hits, ranks and marks on both databases, and an index that is always true."""

from __future__ import annotations

import dataclasses
import uuid
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from desktop_crm.models.commands.customer_bulk import delete_customers, restore_customers
from desktop_crm.models.commands.customers import insert_customers, save_customer
from desktop_crm.models.commands.tags import delete_tag, save_tag
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.queries.customer_list import page
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.queries.search import search_customers
from desktop_crm.models.records.customers import Contact, ContactPoint, CustomerFilter, CustomerKind, PointKind
from desktop_crm.models.records.lists import ListSpec, PageRequest, Selection
from desktop_crm.models.records.search import Rank, SearchHit
from desktop_crm.models.search.documents import document_grams, read_lines
from desktop_crm.models.search.maintain import rebuild
from desktop_crm.models.text.names import fold
from desktop_crm.models.text.search_text import grams, query_grams
from desktop_crm.models.validation.customers import normalise
from tests.db.makers import add, draft, get
from tests.db.test_undo_properties import Doing, Step, steps
from tests.examples import examples

HUAWEI = "华为技术有限公司"


def hits(database: Database, query: str, **options: object) -> list[SearchHit]:
    with database.read() as session:
        return search_customers(session, query, **options)  # type: ignore[arg-type]


def names(database: Database, query: str) -> list[str]:
    return [hit.name for hit in hits(database, query)]


def mail(address: str) -> ContactPoint:
    return ContactPoint(PointKind.EMAIL, address, primary=True)


def fill(db: Database) -> Database:
    phone = ContactPoint(PointKind.PHONE, "13800138000", primary=True)
    landline = ContactPoint(PointKind.PHONE, "0755-28780808")
    wechat = ContactPoint(PointKind.WECHAT, "official_hw1")
    add(
        db,
        HUAWEI,
        short_name="菊厂",
        credit_code="914403001922038216",
        points=(phone, landline, mail("service@huawei.example.com"), wechat),
        contacts=(Contact("任经理", primary=True), Contact("张三", points=(mail("sales.three@x.example.org"),))),
        tags=("重点客户", "VIP-A"),
    )
    add(db, "重庆长安汽车")
    add(db, "厦门航空")
    for person in ("单于飞", "仇英", "曾国强", "解晓东"):
        add(db, person, kind=CustomerKind.PERSON)
    add(db, "Café Société № 1 Ltd")
    return db


@pytest.fixture
def crm(db: Database) -> Database:
    """For tests that change something."""
    return fill(db)


@pytest.fixture(scope="module")
def book(module_db: Database) -> Database:
    """For tests that only search."""
    return fill(module_db)


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("hw", "initials"), ("hwjs", "initials"), ("HWJS", "initials"), ("huawei", "pinyin"), ("hua wei", "pinyin"),
        ("华", "name"), ("华为", "name"), ("技术", "name"), ("术有", "name"), ("菊厂", "name"), ("jc", "initials"),
        ("13800138000", "phone"), ("138 0013", "phone"), ("１３８００１３", "phone"), ("+86 138 0013 8000", "phone"),
        ("8000", "phone"), ("380013", "phone"), ("0755-2878", "phone"),
        ("28780808", "phone"), ("+86 755 2878", "phone"),
        ("service@huawei.example.com", "email"), ("service", "email"), ("huawei.ex", "email"),
        ("sales.three@", "email"),
        ("official_h", "channel"), ("重点", "tag"), ("VIP-A", "tag"), ("vip", "tag"),
        ("任经理", "contact"), ("张三", "contact"), ("renjing", "contact"), ("zhangsan", "contact"),
        ("rjl", "contact"), ("zs", "contact"), ("rj", "contact"),
        ("C000001", "code"), ("c1", "code"), ("1", "code"), ("9144", "credit_code"), ("22038216", "credit_code"),
    ],
)  # fmt: skip
def test_everything_that_is_known_of_a_customer_finds_it(book: Database, query: str, field: str) -> None:
    found = [hit for hit in hits(book, query) if hit.name == HUAWEI]
    assert [hit.field for hit in found] == [field]
    with book.read() as session:
        rows = page(session, ListSpec(CustomerFilter(text=query)), PageRequest(0, 50)).rows
    assert sorted(row.name for row in rows) == sorted(names(book, query))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("cq", "重庆长安汽车"), ("chongqing", "重庆长安汽车"), ("cqca", "重庆长安汽车"), ("xm", "厦门航空"),
        ("xiamen", "厦门航空"), ("cyf", "单于飞"), ("chanyu", "单于飞"), ("qy", "仇英"), ("qiuying", "仇英"),
        ("zgq", "曾国强"), ("zeng", "曾国强"), ("xxd", "解晓东"), ("xiexiao", "解晓东"),
        ("cafe", "Café Société № 1 Ltd"), ("CAFÉ soc", "Café Société № 1 Ltd"), ("no1", "Café Société № 1 Ltd"),
    ],
)  # fmt: skip
def test_names_are_found_as_they_are_read(book: Database, query: str, name: str) -> None:
    assert names(book, query)[0] == name


@pytest.mark.parametrize("query", ["", " ", "…", '"', "*", "zzzzz", "%", "_", "龘龘", "13800138001", "NOT", "'; --"])
def test_nothing_is_found_where_nothing_is(book: Database, query: str) -> None:
    assert hits(book, query) == []


def test_the_matching_part_is_marked(book: Database) -> None:
    def marked(query: str) -> list[str]:
        return [h.value[h.start : h.start + h.length] for h in hits(book, query) if h.length]

    assert marked("技术") == ["技术"]
    assert marked("0013") == ["0013"]
    assert marked("0755 2878") == ["7552878"]
    assert marked("huawei.ex")[0] == "huawei.ex"
    assert marked("cafesoc") == ["Café Soc"]
    assert marked("no1l") == ["№ 1 L"]
    assert marked("hwjs") == []
    assert marked("C1") == ["1"]
    add(book, "ＡＢＣ（上海）贸易")
    assert marked("c上海贸") == ["C（上海）贸"]


def test_ranks_are_exact_prefix_initials_substring_and_recent_ones_lead_theirs(db: Database) -> None:
    wanted = ["Hua", "Huaxin Ltd", "Huayang Ltd", "华联", "中国 Hua", "Xhua Ltd"]
    ids = {name: add(db, name) for name in reversed(wanted)}
    found = hits(db, "hua")
    assert [hit.rank for hit in found] == sorted(hit.rank for hit in found)
    by_name = {hit.name: hit.rank for hit in found}
    assert by_name == {
        "Hua": Rank.EXACT, "Huaxin Ltd": Rank.PREFIX, "Huayang Ltd": Rank.PREFIX, "华联": Rank.INITIALS,
        "中国 Hua": Rank.SUBSTRING, "Xhua Ltd": Rank.SUBSTRING,
    }  # fmt: skip
    assert [hit.name for hit in found][:4] == wanted[:4]
    recent = hits(db, "hua", recent=[ids["Huayang Ltd"], ids["Xhua Ltd"]])
    assert [hit.name for hit in recent if hit.rank is Rank.PREFIX] == ["Huayang Ltd", "Huaxin Ltd"]
    assert [hit.name for hit in recent if hit.rank is Rank.SUBSTRING] == ["Xhua Ltd", "中国 Hua"]
    assert [hit.recent for hit in recent if hit.name in ("Huayang Ltd", "Huaxin Ltd")] == [True, False]
    assert [hit.name for hit in hits(db, "", recent=[ids["Hua"], uuid.uuid4()])] == ["Hua"]
    assert len(hits(db, "hua", limit=2)) == 2


def test_a_contact_persons_initials_do_not_come_before_a_name_that_begins_so(db: Database) -> None:
    add(db, "甲公司", contact="张三")
    add(db, "ZS Tools")
    assert [(h.name, h.rank) for h in hits(db, "zs")] == [("ZS Tools", Rank.PREFIX), ("甲公司", Rank.INITIALS)]


def test_deleted_customers_and_changed_parts_are_gone_and_come_back(crm: Database) -> None:
    customer = hits(crm, "C1")[0].record_id
    crm.execute(delete_customers, Selection.of(customer))
    for query in ("hwjs", "13800138000", "C1", "vip"):
        assert HUAWEI not in names(crm, query)
    crm.execute(restore_customers, Selection.of(customer))
    assert names(crm, "hwjs") == [HUAWEI]
    old = get(crm, customer).draft
    crm.execute(save_customer, dataclasses.replace(old, name="荣耀终端", points=(), contacts=(), tags=()), old)
    for query in ("hwjs", "13800138000", "zs", "vip"):
        assert names(crm, query) == []
    assert names(crm, "rongyao") == ["荣耀终端"]
    crm.execute(undo_change_set)
    assert names(crm, "hwjs") == names(crm, "13800138000") == [HUAWEI]
    crm.execute(redo_change_set)
    assert names(crm, "ryzd") == ["荣耀终端"]


def test_a_renamed_tag_is_found_under_its_new_name_only(crm: Database) -> None:
    with crm.read() as session:
        tag = next(t for t in filter_choices(session).tags if t.name == "VIP-A")
    assert tag.id is not None
    crm.execute(save_tag, tag.id, "金牌", "tag1")
    assert (names(crm, "vip"), names(crm, "金牌")) == ([], [HUAWEI])
    crm.execute(undo_change_set)
    assert (names(crm, "vip"), names(crm, "金牌")) == ([HUAWEI], [])
    crm.execute(delete_tag, tag.id)
    assert names(crm, "vip") == []


def test_a_number_is_found_among_many_that_hold_the_same_threes(db: Database) -> None:
    def fill(ctx: CommandContext) -> None:
        # Each holds 123, 234, 345 and 456, but only the last holds them in one piece.
        rows = [draft(f"甲{i}", points=(mail(f"a123x234y345z456@{i}.example.com"),)) for i in range(1_500)]
        insert_customers(ctx, [*rows, draft("乙", points=(mail("b123456@example.com"),))])

    db.execute(fill)
    assert names(db, "123456") == ["乙"]


POOL = [
    ("华为技术有限公司", "+8613800138000", "service@huawei.com"), ("Acme Trading", "+442079460000", "a.b-c@acme.co.uk"),
    ("重庆ABC单于3号", "+8675528780808", "x1@y22.org"), ("𠮷野家 Foods 2", "95588", "t@q.io"),
    ("Ångström & Søn", "+8613900139000", "ångström@example.com"), ("張三豐", "+8613711112222", "zsf_1@wudang.cn"),
]  # fmt: skip


@pytest.fixture
def pool(db: Database) -> Database:
    for name, phone, address in POOL:
        points = (ContactPoint(PointKind.PHONE, phone, primary=True), mail(address))
        insert = [normalise(draft(name, points=points, contacts=(Contact("李 四", primary=True),), tags=("老 VIP",)))]
        db.execute(insert_customers, insert)
    return db


@given(
    row=st.sampled_from(POOL), column=st.integers(0, 2), start=st.integers(0, 20), length=st.integers(2, 12),
    upper=st.booleans(),
)  # fmt: skip
def test_any_part_of_a_name_phone_or_address_finds_its_customer(
    pool: Database, row: tuple[str, str, str], column: int, start: int, length: int, upper: bool
) -> None:
    value = row[column]
    begin = min(start, len(value) - 2)
    part = value[begin : begin + length]
    key = fold(part)
    if not query_grams(key) and (len(key) < 2 or not fold(value).startswith(key)):
        return  # two letters are looked up where something begins with them; of `+8` only one is left
    if key:
        assert row[0] in names(pool, part.upper() if upper else part)


ALPHABET = "华为技术重庆abchuwei0138279@ .三四zsvipＡ"


@given(query=st.text(st.sampled_from(ALPHABET), min_size=1, max_size=5))
def test_search_equals_a_scan_of_all_records(pool: Database, query: str) -> None:
    key = fold(query)
    found = {hit.record_id for hit in hits(pool, query, limit=100)}
    assert found == set(scan(pool, key))


def scan(database: Database, key: str) -> Iterator[uuid.UUID]:
    """What a search has to find, by reading everything."""
    with database.read() as session:
        rows = session.execute(
            select(SearchDocument, CustomerEntity.number).join(
                CustomerEntity, CustomerEntity.id == SearchDocument.record_id
            )
        ).all()
    for document, number in rows:
        forms = [form for line in read_lines(document.lines) for form in line.keys]
        starts = (document.name_key, document.initials, document.pinyin)
        if not key:
            continue
        if query_grams(key):
            good = any(key in form for form in forms)
        elif len(key) > 1:
            good = any(key in grams(form) for form in forms)
        else:
            good = any(start.startswith(key) for start in starts)
        good = good or key in "老vip"  # the tag that all of them carry: tags are compared by themselves
        if good or any(s.startswith(key) for s in starts) or key.removeprefix("c") in (str(number), f"{number:06}"):
            yield document.record_id


@examples(8)
@given(todo=st.lists(steps.filter(lambda step: step[0] not in ("undo", "redo")), max_size=8), back=st.integers(0, 4))
def test_the_index_always_equals_one_made_anew(db: Database, todo: list[Step], back: int) -> None:
    doing = Doing(db)
    for step in todo:
        doing.do(step)
    for _ in range(back):
        db.execute(undo_change_set)
    kept = index(db)
    with db.raw() as connection:
        from sqlalchemy.orm import Session

        with Session(connection) as session:
            rebuild(session)
            session.commit()
    assert index(db) == kept
    db.execute(delete_customers, Selection(spec=ListSpec()))


def index(database: Database) -> object:
    """The whole index: every document, and every token with the number of documents that hold it."""
    with database.read() as session:
        documents = session.execute(
            select(SearchDocument.record_id, SearchDocument.name_key, SearchDocument.initials, SearchDocument.lines)
        ).all()
    wanted = Counter(token for row in documents for token in document_grams(row.lines))
    with database.raw() as connection:
        if database.dialect == "sqlite":
            connection.exec_driver_sql(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'search_gram', 'row')"
            )
            held = {row[0]: row[1] for row in connection.execute(text("SELECT term, doc FROM temp.words"))}
        else:
            counted = text("SELECT g, count(*) FROM search_document, unnest(grams) g GROUP BY g")
            held = {row[0]: row[1] for row in connection.execute(counted)}
        connection.rollback()
    assert held == dict(wanted)
    return sorted(tuple(row) for row in documents)
