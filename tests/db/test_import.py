"""Customers from files: matched, merged, reported, undone; and the same file twice changes nothing."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import Monitor, Progress
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.errors import CancelledError, UserError
from desktop_crm.models.exchange.customer_import import import_file, run_import
from desktop_crm.models.queries.customers import find_customer, get_customer
from desktop_crm.models.queries.search import search_customers
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    Customer,
    CustomerDraft,
    CustomerKind,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.records.imports import ImportResult
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.search import maintain
from desktop_crm.models.search.check import check_search


class Importer:
    """Writes rows to a file and imports it."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db = db
        self.path = folder / "customers.csv"

    def __call__(self, *rows: Sequence[object], dry_run: bool = False) -> ImportResult:
        with self.path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return run_import(self.db, self.path, dry_run=dry_run).value


@pytest.fixture
def bring(db: Database, tmp_path: Path) -> Importer:
    return Importer(db, tmp_path)


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.created, result.changed, result.unchanged, result.left_out


def customer(db: Database, text: str) -> Customer:
    with db.read() as session:
        return get_customer(session, find_customer(session, text))


def total(db: Database) -> int:
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(CustomerEntity)) or 0


def add(db: Database, draft: CustomerDraft) -> Customer:
    key = db.execute(save_customer, draft).value
    with db.read() as session:
        return get_customer(session, key)


def phone(value: str) -> tuple[ContactPoint, ...]:
    return (ContactPoint(PointKind.PHONE, value),)


# ruff: noqa: E501
ALL = (
    ("客户编号", "客户名称", "电话", "手机", "邮箱", "地区", "地址", "标签", "客户经理", "团队", "阶段", "行业", "下次跟进",
     "成立日期", "联系人", "联系人电话", "联系人职务", "备注"),
    ("C000012", "深圳市云杉贸易有限公司", "0755-28780808 转 12/0755-28780809", "１３８ ００１３ ８０００", "Info@Example.com",
     "广东省", "深圳市南山区科技园1号", "VIP、重点，老客户", "林一", "华南组", "维护", "零售", "2026/3/1", "2001年5月6日", "赵二",
     "139 0013 9000", "采购经理", "第一行\n第二行"),
)  # fmt: skip


def test_every_kind_of_column_arrives(db: Database, bring: Importer) -> None:
    result = bring(*ALL)
    assert counts(result) == (1, 0, 0, 0)
    assert result.new_owners == ("林一",)
    stored = customer(db, "C000012")
    draft = stored.draft
    assert stored.number == 12
    assert (stored.owner_name, stored.team_name, str(draft.stage), draft.industry) == (
        "林一",
        "华南组",
        "maintain",
        "retail",
    )
    assert [p.value for p in draft.points if p.kind == PointKind.PHONE] == [
        "+8675528780808;ext=12",
        "+8675528780809",
        "+8613800138000",
    ]
    assert [p.value for p in draft.points if p.kind == PointKind.EMAIL] == ["Info@example.com"]
    assert (draft.addresses[0].region, draft.addresses[0].street) == ("440305", "科技园1号")
    assert set(draft.tags) == {"VIP", "重点", "老客户"}
    assert draft.next_step_on == dt.date(2026, 3, 1)
    assert [(d.label, d.on) for d in draft.dates] == [("成立日期", dt.date(2001, 5, 6))]
    assert draft.notes == "第一行\n第二行"
    assert [(c.name, c.title, c.points[0].value) for c in draft.contacts] == [("赵二", "采购经理", "+8613900139000")]
    with db.read() as session:
        assert [h.code for h in search_customers(session, "yunshan")] == ["C000012"]
        assert check_search(session) == ()


def test_the_same_file_twice_changes_nothing(db: Database, bring: Importer) -> None:
    bring(*ALL)
    again = run_import(db, bring.path)
    assert counts(again.value) == (0, 0, 1, 0)
    assert again.change_set is None


def test_the_next_number_lies_above_those_of_the_file(db: Database, bring: Importer) -> None:
    bring(*ALL)
    assert add(db, CustomerDraft(name="新客户")).number == 13


def test_one_undo_takes_the_whole_import_back(db: Database, bring: Importer) -> None:
    add(db, CustomerDraft(name="云杉", points=phone("+8613800138000")))
    before = customer(db, "云杉")
    outcome_rows = [("名称", "电话", "标签"), ("云杉", "13800138000；13900139000", "新"), ("松木", "13700137000", "")]
    assert counts(bring(*outcome_rows)) == (1, 1, 0, 0)
    title = db.execute(undo_change_set).value
    assert title.plain() == "Import customers.csv: 1 new, 1 changed"
    after = customer(db, "云杉")
    assert after.draft == before.draft
    assert total(db) == 1


def test_a_dry_run_tells_the_same_and_leaves_nothing(db: Database, bring: Importer) -> None:
    add(db, CustomerDraft(name="云杉"))
    rows = [
        ("名称", "电话", "客户经理"),
        ("云杉", "13800138000", "林一"),
        ("松木", "13700137000", ""),
        ("竹", "1.3E+10", ""),
    ]
    with db.read() as session:
        journal = session.scalar(select(func.count()).select_from(ChangeRow))
    trial = bring(*rows, dry_run=True)
    with db.read() as session:
        assert session.scalar(select(func.count()).select_from(ChangeRow)) == journal
    assert total(db) == 1
    real = bring(*rows)
    assert trial.dry_run
    assert counts(trial) == counts(real) == (1, 1, 0, 1)
    assert trial.problems == real.problems


def test_blank_cells_keep_what_is_stored(db: Database, bring: Importer) -> None:
    draft = CustomerDraft(name="云杉", notes="keep", industry="retail", tags=("A",), points=phone("+8613800138000"))
    add(db, draft)
    bring(("名称", "电话", "备注", "行业", "标签", "简称"), ("云杉", "", "", "", "", "杉"))
    stored = customer(db, "云杉").draft
    assert (stored.notes, stored.industry, stored.tags, stored.short_name) == ("keep", "retail", ("A",), "杉")
    assert [p.value for p in stored.points] == ["+8613800138000"]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("客户编号", "C000001"),
        ("信用代码", "91350100M000100Y43"),
        ("电话", "138-0013-8000"),
        ("邮箱", "A@EXAMPLE.COM"),
        ("备注", "by name"),
    ],
)
def test_stored_customers_are_found_by(db: Database, bring: Importer, header: str, value: str) -> None:
    points = (*phone("+8613800138000"), ContactPoint(PointKind.EMAIL, "a@example.com"))
    add(db, CustomerDraft(name="云杉贸易有限公司", credit_code="91350100M000100Y43", points=points))
    result = bring(("名称", header, "简称"), ("云杉贸易", value, "杉"))
    assert result.created == 0
    assert (result.changed, total(db)) == (1, 1)


def test_a_shared_phone_does_not_make_one_customer_of_two(db: Database, bring: Importer) -> None:
    rows = [("公司名称", "电话"), ("云杉贸易", "0755-28780808"), ("松木家具", "0755-28780808")]
    result = bring(*rows)
    assert counts(result) == (2, 0, 0, 0)
    assert result.notes[0].message.args["other"] == "云杉贸易"
    assert counts(bring(*rows)) == (0, 0, 2, 0)


def test_people_of_one_name_stay_two_while_their_phones_differ(db: Database, bring: Importer) -> None:
    rows = [("姓名", "手机"), ("王伟", "13800138000"), ("王伟", "13900139000"), ("王伟", "13800138000")]
    assert counts(bring(*rows)) == (2, 0, 0, 0)
    assert counts(bring(*rows)) == (0, 0, 2, 0)
    assert customer(db, "王伟").draft.kind == CustomerKind.PERSON


def test_twins_in_the_file_are_one_customer_and_the_later_row_wins(db: Database, bring: Importer) -> None:
    rows = [
        ("公司", "联系人", "备注"),
        ("云杉贸易有限公司", "赵一", "first"),
        ("云杉贸易（有限公司）", "钱二", "second"),
    ]
    assert counts(bring(*rows)) == (1, 0, 0, 0)
    stored = customer(db, "C000001").draft
    assert [c.name for c in stored.contacts] == ["赵一", "钱二"]
    assert stored.notes == "second"
    assert counts(bring(*rows)) == (0, 0, 1, 0)


def test_a_bare_number_of_another_system_does_not_overwrite_a_customer(db: Database, bring: Importer) -> None:
    add(db, CustomerDraft(name="云杉"))
    result = bring(("编号", "名称"), ("1", "松木家具"))
    assert counts(result) == (1, 0, 0, 0)
    assert customer(db, "C000001").draft.name == "云杉"
    assert customer(db, "松木家具").number == 2


def test_a_number_without_a_name_makes_a_customer_called_by_it_once(db: Database, bring: Importer) -> None:
    rows = [("CustomerID",), ("17850",), ("13047",), ("17850",)]
    assert counts(bring(*rows)) == (2, 0, 0, 0)
    assert customer(db, "C017850").draft.name == "17850"
    assert counts(bring(*rows)) == (0, 0, 2, 0)


def test_bad_rows_are_named_and_left_out_and_the_good_ones_written(db: Database, bring: Importer) -> None:
    result = bring(
        ("名称", "电话", "邮箱", "信用代码", "阶段", "下次跟进"),
        ("好客户", "13800138000", "", "", "", ""),
        ("坏电话", "1.38E+10", "", "", "", ""),
        ("坏邮箱", "", "nobody", "", "", ""),
        ("坏代码", "", "", "123", "", ""),
        ("坏阶段", "", "", "", "也许", ""),
        ("坏日期", "", "", "", "", "31/12/2026"),
        ("", "13800138001", "", "", "", ""),
    )
    assert counts(result) == (1, 0, 0, 6)
    assert [(p.row, p.column, p.value) for p in result.problems] == [
        (3, "电话", "1.38E+10"),
        (4, "邮箱", "nobody"),
        (5, "信用代码", "123"),
        (6, "阶段", "也许"),
        (7, "下次跟进", "31/12/2026"),
        (8, "名称", ""),
    ]
    assert total(db) == 1


def test_an_ambiguous_name_is_refused_with_advice(db: Database, bring: Importer) -> None:
    first = add(db, CustomerDraft(name="云杉"))
    add(db, CustomerDraft(name="云杉", points=phone("+8613800138000")))
    result = bring(("名称", "备注"), ("云杉", "which?"))
    assert counts(result) == (0, 0, 0, 1)
    assert counts(bring(("编号", "名称", "备注"), (first.code, "云杉", "this"))) == (0, 1, 0, 0)


def test_a_deleted_customer_is_not_brought_back_by_its_number(db: Database, bring: Importer) -> None:
    gone = add(db, CustomerDraft(name="云杉"))
    db.execute(delete_customers, Selection.of(gone.id))
    assert counts(bring(("编号", "名称"), (gone.code, "云杉"))) == (1, 0, 0, 0)
    assert customer(db, "云杉").number == 2


def test_changes_of_many_customers_are_written_whole(db: Database, bring: Importer) -> None:
    start = [
        ("名称", "电话", "地区", "联系人", "生日"),
        *((f"客户{i}号", f"1380013{i:04d}", "北京市", "甲", "") for i in range(50)),
    ]
    bring(*start)
    rows = [
        ("名称", "电话", "地址", "联系人", "联系人职务", "标签", "生日"),
        *((f"客户{i}号", f"1390013{i:04d}", "上海市浦东新区1号", "甲", "总监", "T", "1990-01-02") for i in range(50)),
    ]
    assert counts(bring(*rows)) == (0, 50, 0, 0)
    draft = customer(db, "客户7号").draft
    assert [(p.value, p.primary) for p in draft.points] == [("+8613800130007", False), ("+8613900130007", True)]
    assert [(a.region, a.street) for a in draft.addresses] == [("310115", "1号")]
    assert [(c.name, c.title) for c in draft.contacts] == [("甲", "总监")]
    assert (draft.tags, draft.dates[0].on) == (("T",), dt.date(1990, 1, 2))
    assert counts(bring(*rows)) == (0, 0, 50, 0)
    db.execute(undo_change_set)
    assert [p.value for p in customer(db, "客户7号").draft.points] == ["+8613800130007"]
    with db.read() as session:
        assert check_search(session) == ()


def test_what_a_file_does_not_hold_stays(db: Database, bring: Importer) -> None:
    draft = CustomerDraft(
        name="云杉",
        addresses=(Address("440305", "旧址"), Address("", "Warehouse 3")),
        dates=(ImportantDate("签约", dt.date(2020, 1, 1)),),
        contacts=(Contact("甲"), Contact("乙")),
        tags=("A",),
    )
    add(db, draft)
    bring(("名称", "地址", "联系人", "标签"), ("云杉", "广东省深圳市南山区新址", "丙", "B"))
    stored = customer(db, "云杉").draft
    assert [(a.region, a.street) for a in stored.addresses] == [("440305", "新址"), ("", "Warehouse 3")]
    assert [c.name for c in stored.contacts] == ["甲", "乙", "丙"]
    assert set(stored.tags) == {"A", "B"}
    assert len(stored.dates) == 1


def test_cancel_leaves_nothing(db: Database, bring: Importer) -> None:
    rows = [("名称",), *((f"客户{i}",) for i in range(2_500))]
    bring(("名称",), ("x",), dry_run=True)
    with bring.path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    seen: list[int] = []
    monitor = Monitor(lambda p: seen.append(p.done), lambda: len(seen) > 4)
    with pytest.raises(CancelledError):
        run_import(db, bring.path, monitor=monitor)
    assert total(db) == 0


def test_progress_goes_on_and_cancel_works_while_the_search_index_is_renewed(
    db: Database, bring: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maintain, "BATCH", 10)
    rows = [["客户名称"], *([f"客户{i}"] for i in range(35))]
    with bring.path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    seen: list[Progress] = []
    stop = False

    def renewing(progress: Progress) -> None:
        nonlocal stop
        seen.append(progress)
        stop = stop or (progress.label == maintain.RENEWING and progress.done == 20)

    assert run_import(db, bring.path).value.created == 35
    with pytest.raises(CancelledError):
        db.execute_monitored(Monitor(renewing, lambda: stop), undo_change_set)
    assert total(db) == 35
    stop = False
    seen.clear()
    db.execute_monitored(Monitor(seen.append), undo_change_set)
    assert [p.done for p in seen if p.label == maintain.RENEWING] == [0, 10, 20, 30]
    assert total(db) == 0


def test_who_stays_is_still_found_after_most_customers_went(
    db: Database, bring: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maintain, "BATCH", 10)
    add(db, CustomerDraft(name="云杉商贸", tags=("VIP",)))
    with bring.path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["客户名称"], *([f"客户{i}"] for i in range(25))])
    run_import(db, bring.path)
    db.execute(undo_change_set)
    with db.read() as session:
        assert check_search(session) == ()
        assert [hit.name for hit in search_customers(session, "云杉")] == ["云杉商贸"]
        assert search_customers(session, "客户1") == []


def test_two_customers_of_one_credit_code_stay_two_by_their_numbers(db: Database, bring: Importer) -> None:
    rows = (
        ("客户编号", "客户名称", "统一社会信用代码"),
        ("C000001", "云杉一店", "91350100M000100Y43"),
        ("C000002", "云杉二店", "91350100M000100Y43"),
    )
    assert counts(bring(*rows)) == (2, 0, 0, 0)
    assert counts(bring(*rows)) == (0, 0, 2, 0)


def test_namesakes_among_the_contacts_of_an_export_stay_two(db: Database, bring: Importer) -> None:
    rows = (
        ("客户编号", "客户名称", "联系人", "职务"),
        ("C000001", "云杉", "王伟", "经理"),
        ("C000001", "云杉", "王伟", "会计"),
    )
    assert counts(bring(*rows)) == (1, 0, 0, 0)
    assert [c.title for c in customer(db, "云杉").draft.contacts] == ["经理", "会计"]
    assert counts(bring(*rows)) == (0, 0, 1, 0)


def test_import_by_address_opens_the_database_itself(prepared_url: str, db: Database, bring: Importer) -> None:
    bring(("名称",), ("云杉",), dry_run=True)
    result = import_file(Monitor(), prepared_url, str(bring.path))
    assert counts(result) == (1, 0, 0, 0)
    assert total(db) == 1


def test_a_file_that_cannot_be_read_changes_nothing(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"PK\x03\x04 no")
    with pytest.raises(UserError):
        run_import(db, path)
    assert total(db) == 0
