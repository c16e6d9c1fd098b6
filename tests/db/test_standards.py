"""Data standards: what breaks them is counted as it is listed, dictionaries merge and stay merged, all of it undone."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from desktop_crm.models.commands.customers import insert_customers, save_customer
from desktop_crm.models.commands.standards import (
    add_first_rules,
    agree_value,
    delete_rule,
    keep_snapshot,
    look_at_health,
    merge_values,
    save_rule,
    save_weight,
)
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.queries.customer_list import count, page
from desktop_crm.models.queries.standards import data_rules, dictionary_values, health
from desktop_crm.models.records.customers import CustomerFilter, CustomerKind, Stage
from desktop_crm.models.records.lists import ListSpec, PageRequest
from desktop_crm.models.records.standards import Check, DataRule, Health, RuleState
from desktop_crm.models.validation.customers import normalise
from tests.db.conftest import state
from tests.db.makers import add, draft, get

TODAY = dt.date(2026, 11, 25)


def board(database: Database) -> Health:
    with database.read() as session:
        return health(session, TODAY)


def names(database: Database, rule: RuleState) -> list[str]:
    spec = ListSpec(CustomerFilter(rules=rule.filter))
    with database.read() as session:
        rows = page(session, spec, PageRequest(0, 50)).rows
        assert count(session, spec) == rule.broken, "the list and the count disagree"
    return sorted(row.name for row in rows)


@pytest.fixture
def crm(db: Database) -> Database:
    add(db, "甲公司", phone="13800138000", industry="manufacturing", source="ads", stage=Stage.MAINTAIN)
    add(db, "乙公司", industry="养蜂", short_name="乙-1", source="referral")
    add(db, "丙先生", kind=CustomerKind.PERSON, phone="13900139000", source="referral")
    gone = add(db, "丁公司")
    with db.read() as session:
        assert session is not None
    from desktop_crm.models.commands.customer_bulk import delete_customers
    from desktop_crm.models.records.lists import Selection

    db.execute(delete_customers, Selection.of(gone))
    return db


@pytest.mark.parametrize(
    ("rule", "who"),
    [
        (DataRule("phone", Check.REQUIRED), ["乙公司"]),
        (DataRule("short_name", Check.REQUIRED, for_kind="company"), ["甲公司"]),
        (DataRule("industry", Check.REQUIRED), ["丙先生"]),
        (DataRule("credit_code", Check.REQUIRED, stage="maintain"), ["甲公司"]),
        (DataRule("short_name", Check.FORMAT, pattern="[A-Z]+"), ["乙公司"]),
        (DataRule("short_name", Check.FORMAT, pattern=r"乙-\d"), []),
        (DataRule("industry", Check.DICTIONARY), ["乙公司"]),
        (DataRule("verified_on", Check.VERIFIED, pattern="6m"), ["丙先生", "乙公司", "甲公司"]),
    ],
)
def test_a_rule_counts_and_lists_whoever_breaks_it(crm: Database, rule: DataRule, who: list[str]) -> None:
    crm.execute(save_rule, rule)
    (found,) = board(crm).rules
    assert names(crm, found) == who
    assert found.total == 3


def test_the_board_sums_up_by_owner_and_source(crm: Database) -> None:
    crm.execute(save_rule, DataRule("phone", Check.REQUIRED))
    crm.execute(save_rule, DataRule("industry", Check.REQUIRED))
    seen = board(crm)
    assert (seen.customers, seen.clean) == (3, 1)
    assert {one.key: (one.customers, one.broken) for one in seen.sources} == {"ads": (1, 0), "referral": (2, 2)}
    assert sum(one.customers for one in seen.owners) == 3


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (DataRule("short_name", Check.FORMAT, pattern="[A-"), "pattern"),
        (DataRule("short_name", Check.FORMAT, pattern=""), "pattern"),
        (DataRule("verified_on", Check.VERIFIED, pattern="half a year"), "pattern"),
        (DataRule("name", Check.DICTIONARY), "field"),
        (DataRule("no_such_field", Check.REQUIRED), "field"),
    ],
)
def test_a_rule_that_means_nothing_is_refused(db: Database, rule: DataRule, field: str) -> None:
    with pytest.raises(UserError) as refused:
        db.execute(save_rule, rule)
    assert list(refused.value.fields) == [field]


def test_a_blocking_rule_refuses_new_faults_but_not_old_ones(crm: Database) -> None:
    crm.execute(save_rule, DataRule("industry", Check.REQUIRED, stage="maintain", blocking=True))
    with pytest.raises(UserError) as refused:
        add(crm, "新公司", stage=Stage.MAINTAIN)
    assert list(refused.value.fields) == ["industry"]
    new = add(crm, "新公司")
    stored = get(crm, new).draft
    with pytest.raises(UserError):
        crm.execute(save_customer, draft("新公司", id=new, stage=Stage.MAINTAIN, row_version=stored.row_version))
    crm.execute(save_rule, DataRule("needs", Check.REQUIRED, blocking=True))
    crm.execute(save_customer, draft("新公司", id=new, short_name="新", row_version=stored.row_version))
    assert get(crm, new).draft.short_name == "新"


def test_merged_values_stay_merged_and_come_back_by_undo(crm: Database) -> None:
    crm.execute(agree_value, "industry", "农业机具")
    before = state(crm)
    assert crm.execute(merge_values, "industry", ["养蜂", "manufacturing"], "农业机具").value == 2
    with crm.read() as session:
        values = {one.value: one.customers for one in dictionary_values(session, "industry") if one.customers}
    assert values == {"农业机具": 2}
    later = add(crm, "后来的公司", industry="养蜂")
    assert get(crm, later).draft.industry == "农业机具"
    (imported,) = crm.execute(insert_customers, [normalise(draft("导入的公司", industry="养蜂"))]).value
    assert get(crm, imported).draft.industry == "农业机具"
    for _ in range(3):
        crm.execute(undo_change_set)
    assert state(crm) == before
    crm.execute(redo_change_set)
    with crm.read() as session:
        assert {one.value for one in dictionary_values(session, "industry") if one.customers} == {"农业机具"}


def test_a_chain_of_merges_ends_in_the_last_value(crm: Database) -> None:
    crm.execute(merge_values, "source", ["ads"], "推广")
    crm.execute(merge_values, "source", ["推广"], "市场")
    new = add(crm, "链条公司", source="ads")
    assert get(crm, new).draft.source == "市场"


def test_a_weight_moves_the_figure_of_everybody(crm: Database) -> None:
    def percent() -> dict[str, int]:
        from sqlalchemy import select

        from desktop_crm.models.entities.customers import CustomerEntity

        with crm.read() as session:
            return {
                name: figure
                for name, figure in session.execute(select(CustomerEntity.name, CustomerEntity.completeness))
            }

    before = percent()
    crm.execute(save_weight, "short_name", "company", 100)
    after = percent()
    assert after["乙公司"] > before["乙公司"]
    assert after["丙先生"] == before["丙先生"]
    crm.execute(undo_change_set)
    assert percent() == before


def test_the_trend_keeps_one_picture_a_day(crm: Database) -> None:
    assert crm.execute(add_first_rules).value > 0
    assert crm.execute(add_first_rules).value == 0
    yesterday = TODAY - dt.timedelta(days=1)
    keep_snapshot(crm, board(crm), yesterday)
    look_at_health(crm, TODAY)
    add(crm, "无电话公司")
    look_at_health(crm, TODAY)
    phone = next(one for one in board(crm).rules if one.rule.field == "phone")
    assert phone.trend == ((yesterday, 1), (TODAY, 2))


def test_rules_come_and_go_by_undo(crm: Database) -> None:
    before = state(crm)
    key: uuid.UUID = crm.execute(save_rule, DataRule("phone", Check.REQUIRED)).value
    crm.execute(save_rule, DataRule("phone", Check.REQUIRED, active=False, id=key))
    assert board(crm).rules == ()
    crm.execute(delete_rule, key)
    with pytest.raises(NotFoundError):
        crm.execute(delete_rule, key)
    for _ in range(3):
        crm.execute(undo_change_set)
    assert state(crm) == before
    with crm.read() as session:
        assert data_rules(session) == []
