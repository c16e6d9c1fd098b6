"""Files keep to the data standards as forms do: what would be refused there is left out here, row by row, with why."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.standards import merge_values, save_rule
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.queries.customer_list import page
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft
from desktop_crm.models.records.customers import Customer, CustomerFilter
from desktop_crm.models.records.imports import ImportResult
from desktop_crm.models.records.listed import CustomerRow
from desktop_crm.models.records.lists import ListSpec, PageRequest
from desktop_crm.models.records.standards import Check, DataRule
from tests.db.conftest import state
from tests.db.makers import add, get


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "in.csv"


def bring(db: Database, file: Path, text: str, *, dry_run: bool = False) -> ImportResult:
    file.write_text(text, encoding="utf-8")
    return run_import(db, file, dry_run=dry_run).value


def listed(db: Database) -> tuple[CustomerRow, ...]:
    with db.read() as session:
        return page(session, ListSpec(CustomerFilter()), PageRequest(0, 50)).rows


def names(db: Database) -> list[str]:
    return sorted(row.name for row in listed(db))


def told(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.message.plain()) for one in result.problems]


@pytest.mark.parametrize("dry_run", [True, False])
def test_rows_that_break_a_blocking_rule_are_left_out_and_say_why(db: Database, file: Path, dry_run: bool) -> None:
    db.execute(save_rule, DataRule("phone", Check.REQUIRED, blocking=True))
    db.execute(save_rule, DataRule("short_name", Check.FORMAT, pattern="[A-Z]+", blocking=True))
    db.execute(save_rule, DataRule("industry", Check.DICTIONARY, blocking=True))
    db.execute(save_rule, DataRule("needs", Check.REQUIRED))  # only counted on the board, refuses nothing
    rows = (
        "客户名称,电话,简称,行业\n"
        "甲公司,13800138000,JIA,零售\n乙公司,,YI,零售\n丙公司,13800138002,丙,零售\n丁公司,13800138003,,养蜂\n"
    )
    result = bring(db, file, rows, dry_run=dry_run)
    assert (result.created, result.left_out) == (1, 3)
    assert told(result) == [
        (3, "电话", "The data standards ask for this."),
        (4, "简称", "The data standards ask for another form of this."),
        (5, "行业", "The dictionary has no such value."),
    ]
    assert names(db) == ([] if dry_run else ["甲公司"])


def test_the_report_names_a_field_that_has_no_column(db: Database, file: Path) -> None:
    db.execute(save_rule, DataRule("owner", Check.REQUIRED, blocking=True))
    db.execute(save_field, FieldDraft("Dock", FieldType.TEXT, required=True))
    result = bring(db, file, "客户名称,dock\n甲公司,North\n乙公司,\n")
    assert told(result) == [(2, "", "Owner: The data standards ask for this."), (3, "dock", "Fill this in.")]
    result = bring(db, file, "客户名称\n甲公司\n")
    assert told(result) == [(2, "", "Dock: Fill this in.")]


def test_a_default_fills_a_required_field_that_the_file_leaves_out(db: Database, file: Path) -> None:
    db.execute(save_field, FieldDraft("Dock", FieldType.TEXT, required=True, default="North"))
    assert bring(db, file, "客户名称\n甲公司\n").created == 1


def test_what_was_wrong_before_stands_in_nobodys_way(db: Database, file: Path) -> None:
    old = add(db, "甲公司")
    db.execute(save_rule, DataRule("needs", Check.REQUIRED, blocking=True))
    db.execute(save_rule, DataRule("credit_code", Check.REQUIRED, stage="maintain", blocking=True))
    result = bring(db, file, "客户名称,简称,阶段\n甲公司,甲,\n甲公司,,维护\n甲公司,,\n")
    assert (result.changed, result.left_out) == (1, 1)
    assert [one.row for one in result.problems] == [3]
    assert get(db, old).draft.short_name == "甲"


def test_merged_values_are_replaced_in_changed_customers_too(db: Database, file: Path) -> None:
    old = add(db, "甲公司", industry="retail")
    db.execute(merge_values, "industry", ["养蜂"], "retail")
    before = state(db)
    result = bring(db, file, "客户名称,行业\n甲公司,养蜂\n")
    assert (result.unchanged, result.changed) == (1, 0)
    assert state(db) == before
    bring(db, file, "客户名称,行业,简称\n甲公司,养蜂,甲\n乙公司,养蜂,乙\n")
    stored: Customer = get(db, old)
    assert (stored.draft.industry, stored.draft.short_name) == ("retail", "甲")
    assert {get(db, one.id).draft.industry for one in listed(db)} == {"retail"}
    db.execute(undo_change_set)
    assert state(db) == before


def test_rules_cost_no_statement_per_row(db: Database, file: Path) -> None:
    db.execute(save_rule, DataRule("phone", Check.REQUIRED, blocking=True))
    db.execute(save_rule, DataRule("industry", Check.DICTIONARY, blocking=True))
    db.execute(save_field, FieldDraft("Dock", FieldType.TEXT, required=True))

    def statements(rows: int) -> int:
        seen: list[str] = []
        lines = "".join(f"公司{i}号,1380013{i:04},零售,North\n" for i in range(rows))

        def note(_: object, __: object, statement: str, *___: object) -> None:
            seen.append(statement)

        with db.raw() as connection:
            engine = connection.engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            assert bring(db, file, f"客户名称,电话,行业,dock\n{lines}", dry_run=True).created == rows
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    assert statements(200) <= statements(10) + 2
