"""The scan finds twins, forgets none of what people said, and can be cancelled."""

from __future__ import annotations

import pytest

from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.duplicate_scan import scan
from desktop_crm.models.commands.merge import mark_distinct, merge_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import CancelledError
from desktop_crm.models.queries.customers import find_twins
from desktop_crm.models.queries.duplicates import count_pairs, duplicate_groups, last_scan
from desktop_crm.models.records.customers import Contact, ContactPoint, CustomerKind, PointKind
from desktop_crm.models.records.duplicates import Group
from desktop_crm.models.records.lists import Selection
from tests.db.conftest import state
from tests.db.makers import add, draft

PHONE = "+8675528780808"


def groups(db: Database) -> list[Group]:
    with db.read() as session:
        return duplicate_groups(session)


def names(db: Database) -> list[set[str]]:
    return [{member.name for member in group.members} for group in groups(db)]


def fill(db: Database) -> None:
    person = Contact("李雷", points=(ContactPoint(PointKind.PHONE, "+8613800138000"),))
    add(db, "深圳市华腾科技有限公司", phone=PHONE)
    add(db, "华腾科技（深圳）有限公司", phone=PHONE)
    add(db, "華騰科技(深圳)")
    add(db, "深圳市华腾科技有限公司广州分公司", phone=PHONE)
    add(db, "上海华腾科技有限公司", contacts=(person,))
    add(db, "南京宏达物流有限公司", contacts=(person,))
    add(db, "王建国", kind=CustomerKind.PERSON, phone="+8613900139000")
    add(db, "王建国", kind=CustomerKind.PERSON, phone="+8613900139000")
    add(db, "王建国", kind=CustomerKind.PERSON, phone="+8613700137000")


def test_twins_are_found_with_reasons_and_others_are_not(db: Database) -> None:
    with db.read() as session:
        assert last_scan(session) is None
    fill(db)
    before = state(db)
    info = scan(Monitor(), db)
    assert (info.customers, info.pairs) == (9, 4)
    found = groups(db)
    assert [len(group.members) for group in found] == [2, 3] or [len(g.members) for g in found] == [3, 2]
    assert {"深圳市华腾科技有限公司", "华腾科技（深圳）有限公司", "華騰科技(深圳)"} in names(db)
    best = found[0].pairs[0]
    assert best.score >= found[-1].score
    assert "Same phone +86 755 2878 0808" in [r.message.plain() for g in found for p in g.pairs for r in p.reasons]
    with db.read() as session:
        assert last_scan(session) == info
        assert count_pairs(session) == 4
    assert state(db) == before, "a scan is no change"


def test_what_is_settled_is_not_offered_again(db: Database) -> None:
    one, two, three = (add(db, "Acme Ltd", phone=PHONE) for _ in range(3))
    scan(Monitor(), db)
    assert len(groups(db)[0].pairs) == 3
    said = db.execute(mark_distinct, [two, one]).change_set
    assert said is not None
    assert len(groups(db)[0].pairs) == 2
    scan(Monitor(), db)
    assert len(groups(db)[0].pairs) == 2, "nor after the next scan"
    db.execute(undo_change_set, said.id)
    assert len(groups(db)[0].pairs) == 3, "without another scan"
    assert db.execute(mark_distinct, [one, two, three]).value == 3
    assert db.execute(mark_distinct, [one, two]).change_set is None
    assert groups(db) == []


def test_merged_and_deleted_customers_leave_the_list(db: Database) -> None:
    one, two, three = (add(db, "Acme Ltd", phone=PHONE) for _ in range(3))
    scan(Monitor(), db)
    db.execute(merge_customers, one, [two])
    assert len(groups(db)[0].pairs) == 1
    db.execute(delete_customers, Selection.of(three))
    assert groups(db) == []


def test_a_cancelled_scan_leaves_the_last_one(db: Database) -> None:
    fill(db)
    info = scan(Monitor(), db)
    with pytest.raises(CancelledError):
        scan(Monitor(cancelled=lambda: True), db)
    with db.read() as session:
        assert last_scan(session) == info
        assert count_pairs(session) == 4


def test_a_scan_replaces_the_last_one(db: Database) -> None:
    one, _ = add(db, "Acme Ltd", phone=PHONE), add(db, "Acme Limited", phone=PHONE)
    assert scan(Monitor(), db).pairs == 1
    db.execute(delete_customers, Selection.of(one))
    assert scan(Monitor(), db).pairs == 0
    assert groups(db) == []


@pytest.mark.parametrize(
    "typed",
    ["華騰科技（深圳）", "深圳华腾科技有限公司", "华腾科技（中国）（深圳）有限公司", "深圳市华腾科技集团有限公司"],
)
def test_other_spellings_are_noticed_while_typing(db: Database, typed: str) -> None:
    stored = add(db, "深圳市华腾科技有限公司"), add(db, "华腾科技(深圳)有限公司")
    with db.read() as session:
        found = {twin.id for twin in find_twins(session, draft(typed))}
    assert found & set(stored)
