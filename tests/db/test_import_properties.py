"""Whatever the file: the import does what its trial said, a second time changes nothing, and what it wrote is as if it
had been saved by hand."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st
from sqlalchemy import select, text

from desktop_crm.models.commands.customer_rows import customer_values
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.people import owner_keys
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.integrity import check_journal, check_references
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange import customer_import
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.exchange.outcomes import read_counts, read_page
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind
from desktop_crm.models.records.import_setup import Blank, ImportSetup, Missing, Mode
from desktop_crm.models.search.check import check_search
from desktop_crm.models.validation.customers import normalise, validate
from tests.examples import examples

COLUMNS: dict[str, st.SearchStrategy[str]] = {
    "客户编号": st.sampled_from(["", "", "C000001", "C000003", "7", "K-9"]),
    "客户名称": st.sampled_from(["", "云杉", "云杉有限公司", "松木", "松木集团", "ＡＢＣ", "abc", " 云 杉 "]),
    "客户类型": st.sampled_from(["", "", "公司", "个人", "?"]),
    "统一社会信用代码": st.sampled_from(["", "", "91350100M000100Y43", "12"]),
    "电话": st.sampled_from(["", "13800138000", "138 0013 8000/13900139000", "0755-28780808 转 12", "1.38E+10"]),
    "手机": st.sampled_from(["", "", "13900139000"]),
    "邮箱": st.sampled_from(["", "", "a@example.com", "A@example.com；b@example.com", "x"]),
    "地区": st.sampled_from(["", "广东省深圳市", "440305", "某地"]),
    "地址": st.sampled_from(["", "南山区科技园1号", "科技园 1号"]),
    "标签": st.sampled_from(["", "VIP", "vip、重点", "C++, C"]),
    "客户经理": st.sampled_from(["", "林一", "王伟"]),
    "母公司": st.sampled_from(["", "", "松木", "C000001", "无名"]),
    "行业": st.sampled_from(["", "零售", "retail", "养蜂"]),
    "下次跟进": st.sampled_from(["", "2026/3/1", "3/4/2026"]),
    "成立日期": st.sampled_from(["", "2001年5月6日"]),
    "重要日期": st.sampled_from(["", "周年: 2020-01-01\n成立日期: 2001-05-06"]),
    "联系人": st.sampled_from(["", "赵二", "钱三"]),
    "联系人职务": st.sampled_from(["", "", "采购"]),
    "联系人电话": st.sampled_from(["", "13700137000"]),
    "备注": st.sampled_from(["", "一\n二"]),
}
rows = st.lists(st.fixed_dictionaries(COLUMNS), min_size=1, max_size=8)
setups = st.builds(
    ImportSetup,
    mode=st.sampled_from(Mode),
    blank=st.sampled_from(Blank),
    clear_lists=st.sampled_from([(), ("phone", "mobile", "tags", "contact_phone")]),
    owners=st.sampled_from(Missing),
    parents=st.sampled_from(Missing),
)
STORED = (
    CustomerDraft(name="云杉", points=(ContactPoint(PointKind.PHONE, "+8613800138000"),), tags=("Vip",), notes="旧"),
    CustomerDraft(name="松木有限公司", industry="retail"),
)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customer_import, "BATCH", 3)


def undo_all(db: Database) -> None:
    while True:
        try:
            db.execute(undo_change_set)
        except UserError:
            return


def write(path: Path, given: Sequence[dict[str, str]], columns: Sequence[str] = tuple(COLUMNS)) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([one[column] for column in columns] for one in given)


def tried(db: Database, path: Path, setup: ImportSetup, seen: Path) -> tuple[Any, set[Any]]:
    """What a trial finds, and what it says of each row."""
    trial = run_import(db, path, setup=setup, dry_run=True, outcomes=seen).value
    return trial, told(seen)


def told(seen: Path) -> set[Any]:
    return {(row.row, row.outcome, row.twin_of, row.changes) for row in read_page(seen).rows}


def in_good_order(db: Database) -> None:
    with db.read() as session:
        assert check_search(session) == ()
        assert check_journal(session) == ()
        assert check_references(session) == ()
        keys = owner_keys(session)
        stored = {row.id: row for row in session.scalars(select(CustomerEntity))}
        for key, draft in drafts_of(session, list(stored)).items():
            assert normalise(draft) == draft
            assert validate(draft) == {}
            expected = customer_values(draft, keys)
            assert {name: getattr(stored[key], name) for name in expected} == expected


@examples(15, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(rows, setups)
def test_an_import_does_what_its_trial_said_and_nothing_the_second_time(
    db: Database, tmp_path: Path, given: Any, setup: ImportSetup
) -> None:
    try:
        for draft in STORED:
            db.execute(save_customer, draft)
        path, seen = tmp_path / "a.csv", tmp_path / "rows.db"
        write(path, given)
        trial, said = tried(db, path, setup, seen)
        done = run_import(db, path, setup=setup, outcomes=seen, expected=trial.counts)
        assert read_counts(seen) == trial.counts
        assert told(seen) == said
        result = done.value
        assert (result.created, result.changed) == (trial.created, trial.changed)
        assert bool(done.change_set) == bool(result.created or result.changed or result.counts.related)
        in_good_order(db)
        again = run_import(db, path, setup=setup)
        if setup.mode is Mode.BOTH:
            assert (again.value.created, again.value.changed, again.change_set) == (0, 0, None)
        if done.change_set:
            db.execute(undo_change_set)
        in_good_order(db)
    finally:
        undo_all(db)


@examples(15, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(rows, setups)
def test_a_trial_that_writes_nothing_says_what_the_import_does(
    db: Database, tmp_path: Path, given: Any, setup: ImportSetup
) -> None:
    """As above; rows that name no other customers are tried out beside the tables, and nobody has to wait for it."""
    try:
        for draft in STORED:
            db.execute(save_customer, draft)
        path, seen = tmp_path / "a.csv", tmp_path / "rows.db"
        write(path, given, [column for column in COLUMNS if column != "母公司"])
        with db.raw() as connection:
            # Somebody else is writing meanwhile.
            connection.execute(text("UPDATE app_user SET name = name"))
            trial, said = tried(db, path, setup, seen)
            connection.rollback()
        done = run_import(db, path, setup=setup, outcomes=seen, expected=trial.counts)
        assert told(seen) == said
        assert (done.value.created, done.value.changed) == (trial.created, trial.changed)
        assert done.value.new_owners == trial.new_owners
        in_good_order(db)
        if setup.mode is Mode.BOTH:
            again = run_import(db, path, setup=setup)
            assert (again.value.created, again.value.changed, again.change_set) == (0, 0, None)
    finally:
        undo_all(db)


def test_what_one_row_clears_and_a_later_one_tells_again_is_no_change(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    dates = {"重要日期": "周年: 2020-01-01\n成立日期: 2001-05-06", "电话": "13800138000"}
    write(path, [dict.fromkeys(COLUMNS, "") | {"客户名称": "云杉"} | more for more in ({}, dates)])
    setup = ImportSetup(blank=Blank.CLEAR, clear_lists=("phone",))
    assert run_import(db, path, setup=setup).value.created == 1
    again = run_import(db, path, setup=setup)
    assert (again.value.created, again.value.changed, again.change_set) == (0, 0, None)
