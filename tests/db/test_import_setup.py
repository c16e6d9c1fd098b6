"""What a person chooses for an import is done: modes, columns, values, matching, blanks, relations, and undo."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.import_profiles import delete_profile, save_profile, share_profile
from desktop_crm.models.commands.undo import BlockedError, undo_change_set
from desktop_crm.models.commands.undo_import import undo_import
from desktop_crm.models.db.context import Outcome
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.integrity import check_journal, check_references
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.exchange.customer_cells import suggested_columns
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.exchange.outcomes import read_counts, read_page, read_rows
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customers import find_customer, get_customer
from desktop_crm.models.queries.import_profiles import import_profiles, profile_called
from desktop_crm.models.queries.relations import direct_relations
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft
from desktop_crm.models.records.customers import Address, ContactPoint, Customer, CustomerDraft, PointKind
from desktop_crm.models.records.import_setup import (
    Blank,
    CellFix,
    ColumnChoice,
    DateOrder,
    Decision,
    FixedValue,
    ImportSetup,
    MatchKey,
    Missing,
    Mode,
    NewField,
    RowDecision,
    ValueAction,
    ValueChoice,
)
from desktop_crm.models.records.imports import ImportResult, RowOutcome, RowPage
from desktop_crm.models.records.relations import Side
from desktop_crm.models.search.check import check_search

Rows = Sequence[Sequence[object]]


class Importer:
    """Imports rows as a setup says, and reads what became of each."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db = db
        self.path = folder / "customers.csv"
        self.outcomes = folder / "rows.db"

    def __call__(self, rows: Rows, setup: ImportSetup | None = None, **more: Any) -> Outcome[ImportResult]:
        with self.path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return run_import(self.db, self.path, setup=setup, outcomes=self.outcomes, **more)

    def page(self, **wanted: Any) -> RowPage:
        return read_page(self.outcomes, **wanted)

    def kinds(self) -> list[RowOutcome]:
        return [row.outcome for row in self.page().rows]


@pytest.fixture
def bring(db: Database, tmp_path: Path) -> Importer:
    return Importer(db, tmp_path)


def add(db: Database, name: str, **fields: Any) -> Customer:
    key = db.execute(save_customer, CustomerDraft(name=name, **fields)).value
    with db.read() as session:
        return get_customer(session, key)


def customer(db: Database, text: str) -> Customer:
    with db.read() as session:
        return get_customer(session, find_customer(session, text))


def phones(*values: str) -> tuple[ContactPoint, ...]:
    return tuple(ContactPoint(PointKind.PHONE, value) for value in values)


def shown(customer: Customer, kind: PointKind = PointKind.PHONE) -> list[str]:
    return [p.value for p in customer.draft.points if p.kind == kind]


def columns(*fields: str) -> tuple[ColumnChoice, ...]:
    return tuple(ColumnChoice(place, f"c{place}", field) for place, field in enumerate(fields))


def test_only_new_customers_are_taken(db: Database, bring: Importer) -> None:
    add(db, "云杉")
    bring([("名称", "备注"), ("云杉", "x"), ("松木", "y")], ImportSetup(mode=Mode.CREATE))
    assert bring.kinds() == [RowOutcome.LEFT_OUT, RowOutcome.CREATE]
    assert customer(db, "云杉").draft.notes == ""
    assert "云杉" in bring.page().rows[0].notes[0].message.plain()


def test_only_stored_customers_are_changed(db: Database, bring: Importer) -> None:
    add(db, "云杉")
    bring([("名称", "备注"), ("云杉", "x"), ("松木", "y")], ImportSetup(mode=Mode.UPDATE))
    assert bring.kinds() == [RowOutcome.UPDATE, RowOutcome.LEFT_OUT]
    assert customer(db, "云杉").draft.notes == "x"
    with pytest.raises(NotFoundError):
        customer(db, "松木")


def test_every_row_says_what_became_of_it(db: Database, bring: Importer) -> None:
    stored = add(db, "云杉", notes="旧")
    rows = [("名称", "备注", "手机"), ("云杉", "新", ""), ("云杉", "新", ""), ("松木", "", "13800138000"),
            ("松木", "", "1.38E+10"), ("柏木", "", "")]  # fmt: skip
    result = bring(rows, dry_run=True).value
    found = bring.page().rows
    assert [row.outcome.value for row in found] == ["update", "twin", "create", "error", "create"]
    assert (found[0].record, found[0].number, found[0].name) == (stored.id, stored.number, "云杉")
    assert [(c.field, c.old, c.new) for c in found[0].changes] == [("notes", "旧", "新")]
    assert found[1].twin_of == 2
    assert found[2].record is None
    assert found[3].problems[0].column == "手机"
    assert found[3].cells == ("松木", "", "1.38E+10")
    assert read_counts(bring.outcomes) == result.counts
    assert (result.counts.create, result.counts.update, result.counts.twin, result.counts.error) == (2, 1, 1, 1)
    assert bring.page(outcomes=[RowOutcome.CREATE]).total == 2
    assert [row.row for row in bring.page(text="松").rows] == [4, 5]
    assert [row.row for row in bring.page(noted=True).rows] == [5]
    assert [row.row for row in bring.page(offset=1, limit=2).rows] == [3, 4]
    assert read_rows(bring.outcomes, [RowOutcome.ERROR]) == (5,)
    bring(rows)
    found = bring.page().rows
    assert found[2].record == customer(db, "松木").id
    assert found[2].number == customer(db, "松木").number


def test_several_that_fit_are_asked_for_and_decided(db: Database, bring: Importer) -> None:
    one, two = add(db, "云杉有限公司"), add(db, "云杉集团")
    rows = [("名称", "备注"), ("云杉", "x"), ("云杉", "y"), ("云杉", "z")]
    bring(rows, dry_run=True)
    asked = bring.page().rows[0]
    assert asked.outcome is RowOutcome.ASK
    assert {c.id for c in asked.candidates} == {one.id, two.id}
    decided = (
        RowDecision(2, Decision.RECORD, two.id), RowDecision(3, Decision.NEW), RowDecision(4, Decision.LEAVE_OUT),
    )  # fmt: skip
    bring(rows, ImportSetup(decisions=decided))
    assert bring.kinds() == [RowOutcome.UPDATE, RowOutcome.CREATE, RowOutcome.LEFT_OUT]
    assert customer(db, two.code).draft.notes == "x"
    assert bring.page().rows[1].record not in (None, one.id, two.id)


def test_rows_match_by_the_chosen_keys_alone(db: Database, bring: Importer) -> None:
    add(db, "云杉", points=phones("+8613800138000"))
    rows = [("名称", "手机", "备注"), ("云杉", "13900139000", "x")]
    bring(rows, ImportSetup(match=(MatchKey.PHONE,)), dry_run=True)
    assert bring.kinds() == [RowOutcome.CREATE]
    bring(rows, ImportSetup(match=(MatchKey.PHONE, MatchKey.NAME)), dry_run=True)
    assert bring.kinds() == [RowOutcome.UPDATE]


def test_blank_cells_clear_only_where_that_is_chosen(db: Database, bring: Importer) -> None:
    whole = {
        "notes": "旧", "industry": "retail", "source": "referral", "tags": ("VIP",),
        "points": phones("+8613800138000"), "addresses": (Address("440305", "科技园1号"),),
    }  # fmt: skip
    add(db, "云杉", **whole)
    rows = [("名称", "备注", "行业", "手机", "标签", "地址"), ("云杉", "", "", "", "", "")]
    assert bring(rows).change_set is None
    bring(rows, ImportSetup(blank=Blank.CLEAR))
    draft = customer(db, "云杉").draft
    assert (draft.notes, draft.industry, draft.source) == ("", "", "referral")
    assert (draft.tags, len(draft.points)) == (("VIP",), 1)
    assert [(a.region, a.street) for a in draft.addresses] == [("440305", "")]
    bring(rows, ImportSetup(blank=Blank.CLEAR, clear_lists=("mobile", "tags")))
    draft = customer(db, "云杉").draft
    assert (draft.tags, draft.points) == ((), ())
    assert bring(rows, ImportSetup(blank=Blank.CLEAR, clear_lists=("mobile", "tags"))).change_set is None


def test_columns_are_joined_split_and_fixed(db: Database, bring: Importer) -> None:
    rows = [("姓", "名", "联系", "x"), ("云杉", "贸易", "王伟 13800138000", "n")]
    chosen = (
        ColumnChoice(0, "姓", "name"),
        ColumnChoice(1, "名", "name", separator=""),
        ColumnChoice(2, "联系", "contact_name", also="contact_phone"),
        ColumnChoice(3, "x"),
    )
    fixed = (FixedValue("source", "展会"), FixedValue("tags", "2026导入"))
    bring([("姓名", *rows[0]), ("", *rows[1])], ImportSetup(columns=chosen, fixed=fixed))
    found = customer(db, "云杉贸易")
    assert (found.draft.source, found.draft.tags) == ("exhibition", ("2026导入",))
    assert [(c.name, c.points[0].value) for c in found.draft.contacts] == [("王伟", "+8613800138000")]


@pytest.mark.parametrize(
    ("order", "expected"), [(DateOrder.DAY, dt.date(2026, 4, 3)), (DateOrder.MONTH, dt.date(2026, 3, 4))]
)
def test_the_order_of_dates_is_chosen(db: Database, bring: Importer, order: DateOrder, expected: dt.date) -> None:
    bring([("名称", "下次跟进"), ("云杉", "3/4/2026")])
    assert bring.kinds() == [RowOutcome.ERROR]
    bring([("名称", "下次跟进"), ("云杉", "3/4/2026")], ImportSetup(dates=order))
    assert customer(db, "云杉").draft.next_step_on == expected


def test_the_bare_number_of_a_day_and_full_width_dates_are_dates(db: Database, bring: Importer) -> None:
    bring([("名称", "成立日期"), ("甲公司", "43655"), ("乙公司", "２０１９／７／９"), ("丙公司", "2019年13月09日")])
    assert bring.kinds() == [RowOutcome.CREATE, RowOutcome.CREATE, RowOutcome.ERROR]
    for name in ("甲公司", "乙公司"):
        assert dt.date(2019, 7, 9) in [one.on for one in customer(db, name).draft.dates]


def test_values_are_taken_for_others_or_left_out(db: Database, bring: Importer) -> None:
    rows = [("名称", "阶段", "客户经理", "标签"), ("云杉", "快成了", "小林", "重点、废")]
    values = (
        ValueChoice("stage", "快成了", value="develop"), ValueChoice("owner", "小林", value="林一"),
        ValueChoice("tags", "废", ValueAction.LEAVE_OUT),
    )  # fmt: skip
    bring(rows)
    assert bring.kinds() == [RowOutcome.ERROR]
    result = bring(rows, ImportSetup(values=values)).value
    found = customer(db, "云杉")
    assert (str(found.draft.stage), found.owner_name, found.draft.tags) == ("develop", "林一", ("重点",))
    assert result.new_owners == ("林一",)


def test_owners_that_are_not_there_are_held_or_refused(db: Database, bring: Importer) -> None:
    rows = [("名称", "客户经理"), ("云杉", "小林")]
    bring(rows, ImportSetup(owners=Missing.REJECT))
    assert bring.kinds() == [RowOutcome.ERROR]
    bring(rows, ImportSetup(owners=Missing.HOLD))
    assert bring.kinds() == [RowOutcome.CREATE]
    assert bring.page().rows[0].notes[0].column == "客户经理"
    assert customer(db, "云杉").owner_name == ""


def test_a_column_becomes_a_custom_field(db: Database, bring: Importer) -> None:
    rows = [("名称", "会员等级"), ("云杉", "金"), ("松木", "银"), ("柏木", "铜")]
    new = NewField("会员等级", FieldType.CHOICE, ("金", "银"))
    chosen = (ColumnChoice(0, "名称", "name"), ColumnChoice(1, "会员等级", new_field=new))
    bring(rows, ImportSetup(columns=chosen))
    assert bring.kinds() == [RowOutcome.CREATE, RowOutcome.CREATE, RowOutcome.ERROR]
    with db.read() as session:
        (field,) = custom_fields(session)
    assert dict(customer(db, "松木").draft.custom)[field.slot] == field.options[1].key
    more = ImportSetup(values=(ValueChoice(field.field_id, "铜", ValueAction.ADD),))
    bring(rows, more)
    assert bring.kinds() == [RowOutcome.UNCHANGED, RowOutcome.UNCHANGED, RowOutcome.CREATE]
    assert bring(rows).change_set is None


@pytest.mark.parametrize("policy", [Missing.HOLD, Missing.REJECT])
def test_links_point_by_number_or_name_and_unknown_ones_are_held_or_refused(
    db: Database, bring: Importer, policy: Missing
) -> None:
    slot = db.execute(save_field, FieldDraft("Landlord", FieldType.LINK)).value
    house, _, _ = add(db, "华夏地产"), add(db, "同名"), add(db, "同名")
    rows = [("名称", "Landlord"), ("云杉", house.code), ("松木", "华夏地产"), ("柏木", "同名"), ("杉木", "无此客户")]
    bring(rows, ImportSetup(links=policy))
    last = RowOutcome.ERROR if policy is Missing.REJECT else RowOutcome.CREATE
    assert bring.kinds() == [RowOutcome.CREATE, RowOutcome.CREATE, last, last]
    told = [row.problems or row.notes for row in bring.page().rows]
    assert [[(one.column, one.value) for one in row] for row in told[2:]] == [
        [("Landlord", "同名")],
        [("Landlord", "无此客户")],
    ]
    with db.read() as session:
        (field,) = custom_fields(session)
    assert field.id == slot
    assert {dict(customer(db, name).draft.custom)[field.slot] for name in ("云杉", "松木")} == {house.id.hex}


@pytest.mark.parametrize("policy", [Missing.HOLD, Missing.REJECT])
def test_links_point_to_customers_of_later_rows(db: Database, bring: Importer, policy: Missing) -> None:
    db.execute(save_field, FieldDraft("Landlord", FieldType.LINK))
    add(db, "松木")
    rows = [("名称", "Landlord"), ("云杉", "柏木"), ("松木", "柏木"), ("柏木", ""), ("双", "重名"), ("重名", "")]
    add(db, "重名")
    trial = bring(rows, ImportSetup(links=policy), dry_run=True).value
    bring(rows, ImportSetup(links=policy), expected=trial.counts)
    with db.read() as session:
        (field,) = custom_fields(session)
    assert [bring.kinds()[place] for place in (0, 1, 2)] == [RowOutcome.CREATE, RowOutcome.UPDATE, RowOutcome.CREATE]
    assert [change.new for change in bring.page().rows[1].changes] == ["柏木"]
    target = customer(db, "柏木").id.hex
    assert {dict(customer(db, name).draft.custom)[field.slot] for name in ("云杉", "松木")} == {target}
    bring(rows, ImportSetup(links=policy))
    assert set(bring.kinds()) == {RowOutcome.UNCHANGED}


def test_cells_are_mended_and_rows_chosen(db: Database, bring: Importer) -> None:
    rows = [("名称", "手机"), ("云杉", "1.38E+10"), ("松木", ""), ("柏木", "")]
    bring(rows, ImportSetup(fixes=(CellFix(2, 1, "13800138000"),), skip_rows=(4,)))
    assert bring.kinds() == [RowOutcome.CREATE, RowOutcome.CREATE]
    assert shown(customer(db, "云杉")) == ["+8613800138000"]
    bring(rows, ImportSetup(only_rows=(4,)))
    assert [row.row for row in bring.page().rows] == [4]


@pytest.mark.parametrize("policy", list(Missing))
def test_relations_are_made_by_name_and_number(db: Database, bring: Importer, policy: Missing) -> None:
    head = add(db, "总部有限公司")
    rows = [("名称", "母公司", "介绍人"), ("甲", "乙", head.code), ("乙", "总部", ""), ("丙", "无名氏", "丙")]
    bring(rows, ImportSetup(parents=policy))
    found = {row.name: row for row in bring.page().rows}

    def related(name: str, side: Side) -> list[str]:
        with db.read() as session:
            found = direct_relations(session, find_customer(session, name))
        return [one.other.name for one in found if one.side is side]

    assert (related("甲", Side.PARENT), related("甲", Side.REFERRED_BY)) == (["乙"], ["总部有限公司"])
    assert related("乙", Side.PARENT) == ["总部有限公司"]
    if policy is Missing.REJECT:
        assert bring.kinds() == [RowOutcome.CREATE, RowOutcome.CREATE, RowOutcome.ERROR]
    else:
        assert related("丙", Side.PARENT) == (["无名氏"] if policy is Missing.CREATE else [])
        assert len(found["丙"].notes) == (1 if policy is Missing.CREATE else 2)
        assert bring(rows, ImportSetup(parents=policy)).change_set is None
    with db.read() as session:
        assert check_search(session) == ()


def test_a_profile_is_kept_shared_and_deleted(db: Database) -> None:
    header = ("名称", "x")
    setup = ImportSetup(columns=suggested_columns(header), mode=Mode.CREATE, only_rows=(3,))
    key = db.execute(save_profile, "旧系统", setup, header).value
    with db.read() as session:
        kept = profile_called(session, "旧系统")
    assert (kept.setup.mode, kept.setup.only_rows, kept.mine) == (Mode.CREATE, (), True)
    assert db.execute(save_profile, "旧系统", replace(setup, mode=Mode.UPDATE), header).value == key
    db.execute(share_profile, key, True)
    with db.read() as session:
        assert [(p.setup.mode, p.shared) for p in import_profiles(session)] == [(Mode.UPDATE, True)]
    db.execute(delete_profile, key)
    with db.read() as session:
        assert import_profiles(session) == ()
    db.execute(undo_change_set)
    with db.read() as session:
        assert len(import_profiles(session)) == 1
    with pytest.raises(UserError):
        db.execute(save_profile, " ", setup, header)


def test_an_import_that_would_do_something_else_than_the_trial_is_refused(db: Database, bring: Importer) -> None:
    rows = [("名称", "备注"), ("云杉", "x")]
    trial = bring(rows, dry_run=True).value
    add(db, "云杉")
    with pytest.raises(UserError):
        bring(rows, expected=trial.counts)
    assert customer(db, "云杉").draft.notes == ""
    trial = bring(rows, dry_run=True).value
    assert bring(rows, expected=trial.counts).value.counts == trial.counts


def edit(db: Database, name: str, **changes: Any) -> None:
    draft = customer(db, name).draft
    db.execute(save_customer, replace(draft, **changes), draft)


def test_undo_keeps_and_names_what_was_edited_since(db: Database, bring: Importer) -> None:
    add(db, "旧甲", notes="旧")
    add(db, "旧乙", notes="旧")
    rows = [
        ("名称", "备注", "客户经理", "手机", "母公司"),
        ("旧甲", "新", "林一", "", ""),
        ("旧乙", "新", "林一", "", ""),
        ("新甲", "x", "林一", "13800138000", "新丙"),
        ("新乙", "x", "林二", "", ""),
        ("新丙", "x", "", "", ""),
    ]
    done = bring(rows)
    assert done.change_set is not None
    edit(db, "旧乙", notes="改过")
    edit(db, "新甲", industry="retail")
    with pytest.raises(BlockedError):
        db.execute(undo_change_set, done.change_set.id)
    undone = db.execute(undo_import, done.change_set.id).value
    assert [one.name for one in undone.kept] == ["旧乙", "新甲", "新丙"]
    assert (undone.removed, undone.restored) == (1, 1)
    assert customer(db, "旧甲").draft.notes == "旧"
    assert customer(db, "旧乙").draft.notes == "改过"
    assert customer(db, "新甲").owner_name == "林一"
    with pytest.raises(NotFoundError):
        customer(db, "新乙")
    with db.read() as session:
        assert check_search(session) == ()
        assert check_journal(session) == ()
        assert check_references(session) == ()
    with pytest.raises(UserError):
        db.execute(undo_import, done.change_set.id)


def test_stored_customers_with_a_new_owner_go_back(db: Database, bring: Importer) -> None:
    add(db, "旧甲", notes="旧")
    done = bring([("名称", "客户经理"), ("旧甲", "林一")])
    assert done.change_set is not None
    edit(db, "旧甲", notes="改过")
    db.execute(undo_change_set, done.change_set.id)
    assert (customer(db, "旧甲").owner_name, customer(db, "旧甲").draft.notes) == ("", "改过")


def test_undo_of_an_untouched_import_takes_all_of_it_back(db: Database, bring: Importer) -> None:
    done = bring([("名称", "客户经理"), ("甲", "林一"), ("乙", "")])
    assert done.change_set is not None
    undone = db.execute(undo_import, done.change_set.id).value
    assert (undone.removed, undone.restored, undone.kept) == (2, 0, ())
