"""Twins: a form says at each keystroke whom the customer may repeat, however many there are."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from desktop_crm.models.db.database import Database
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.queries.customers import find_twins
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind
from tests.db.makers import add, draft

CODE = "91440300708461136T"
MAIL = ContactPoint(PointKind.EMAIL, "office@example.com")


def twins(database: Database, wanted: CustomerDraft) -> list[tuple[str, str]]:
    with database.read() as session:
        return [(twin.name, twin.field) for twin in find_twins(session, wanted)]


def test_a_twin_has_the_same_code_phone_mail_or_name(db: Database) -> None:
    name = "深圳市腾飞科技有限公司"
    own = add(db, name, credit_code=CODE, points=(ContactPoint(PointKind.PHONE, "+8613800138000"), MAIL))
    add(db, "别的公司")
    for wanted, field in (
        (draft("甲", credit_code=CODE), "credit_code"),
        (draft("乙", phone="+8613800138000"), "phone"),
        (draft("丙", points=(MAIL,)), "email"),
        (draft("深圳市腾飞科技"), "name"),
    ):
        assert twins(db, wanted) == [(name, field)]
    assert twins(db, draft("丁")) == []
    assert twins(db, draft(name, id=own, credit_code=CODE)) == []


@pytest.fixture
def plans(db: Database) -> list[str]:
    """How SQLite goes about each query that is asked from now on."""
    found: list[str] = []

    def explain(connection: Any, _: Any, statement: str, parameters: Any, *__: Any) -> None:
        if connection.dialect.name == "sqlite" and statement.startswith("SELECT"):
            raw = connection.connection.driver_connection
            found.extend(str(row[3]) for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

    with db.read() as reading, db.raw() as writing:
        for engine in (reading.get_bind(), writing.engine):
            event.listen(engine, "before_cursor_execute", explain)
    return found


def test_a_credit_code_is_found_by_its_index(db: Database, plans: list[str], tmp_path: Any) -> None:
    add(db, credit_code=CODE, phone="13800138000")
    plans.clear()
    twins(db, draft("华为", credit_code=CODE, points=(MAIL,)))
    rows = tmp_path / "rows.csv"
    rows.write_text(f"客户名称,统一社会信用代码,邮箱\n华为技术,{CODE},office@example.com\n", "utf-8")
    run_import(db, rows)
    # The form's question, and the one of the import for all its rows.
    asked = [plan for plan in plans if "ix_customer_credit_code" in plan]
    assert len(asked) == (2 if db.dialect == "sqlite" else 0)
