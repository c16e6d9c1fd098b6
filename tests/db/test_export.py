"""Exported files: whole, harmless in a spreadsheet program, and without effect when they come back."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import CancelledError, UserError
from desktop_crm.models.exchange.customer_export import export_customers
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customer_parts import as_uuid
from desktop_crm.models.queries.customers import find_customer, get_customer
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerDraft,
    CustomerFilter,
    CustomerKind,
    ImportantDate,
    PointKind,
    Stage,
)
from desktop_crm.models.records.exports import ExportRequest
from desktop_crm.models.records.lists import ListSpec, Selection, Sort
from desktop_crm.models.sample.write import write_sample
from desktop_crm.models.text.custom_values import encode

DANGEROUS = ("=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "'=1", "＝1")


def export(db: Database, path: Path, language: str = "zh_CN", wanted: CustomerFilter | None = None) -> int:
    with db.read() as session:
        return export_customers(session, path, wanted=wanted, language=language)


def drafts(db: Database) -> dict[str, CustomerDraft]:
    with db.read() as session:
        rows = session.execute(text("SELECT number FROM customer ORDER BY number")).scalars().all()
        return {str(n): get_customer(session, find_customer(session, f"C{n:06d}")).draft for n in rows}


def full() -> CustomerDraft:
    return CustomerDraft(
        name="云杉, “贸易”",
        kind=CustomerKind.PERSON,
        notes="第一行\n=2+2",
        industry="retail",
        source="自己写的来源",
        next_step_on=dt.date(2026, 3, 1),
        points=(
            ContactPoint(PointKind.PHONE, "+8675528780808;ext=12"),
            ContactPoint(PointKind.PHONE, "+8613800138000", primary=True),
            ContactPoint(PointKind.PHONE, "95588"),
            ContactPoint(PointKind.WECHAT, "a;b"),
            ContactPoint(PointKind.EMAIL, "a@example.com"),
        ),
        addresses=(Address("", "上海路1号"), Address("440305", "科技园", "518000", primary=True)),
        dates=(ImportantDate("生日", dt.date(1890, 2, 3)), ImportantDate("生日", dt.date(1990, 2, 3), lunar=True)),
        contacts=(
            Contact("王伟", points=(ContactPoint(PointKind.PHONE, "+8613900139000"),)),
            Contact("王伟", points=(ContactPoint(PointKind.PHONE, "+8613900139001"),), primary=True),
        ),
        tags=("A,B", "重点"),
    )


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_an_unchanged_export_changes_nothing(db: Database, tmp_path: Path, kind: str, language: str) -> None:
    db.execute(write_sample, 60, 3, language)
    db.execute(save_customer, full())
    for word in DANGEROUS:
        db.execute(save_customer, CustomerDraft(name=word, notes=word))
    before = drafts(db)
    path = tmp_path / f"out.{kind}"
    assert export(db, path, language) == 67
    result = run_import(db, path).value
    assert result.problems == ()
    assert (result.created, result.changed, result.unchanged) == (0, 0, 67)
    assert drafts(db) == before


def test_an_export_fills_an_empty_database_alike(db: Database, tmp_path: Path) -> None:
    db.execute(write_sample, 80, 5, "zh_CN")
    export(db, tmp_path / "a.xlsx")
    other = open_database(tmp_path / "other.crmdb", create=True)
    try:
        assert run_import(other, tmp_path / "a.xlsx").value.created == 80
        export(other, tmp_path / "b.csv")
        export(db, tmp_path / "a.csv")
        first, second = (
            [row[:-1] for row in csv.reader((tmp_path / name).open(encoding="utf-8-sig"))]
            for name in ("a.csv", "b.csv")
        )
        assert first == second
    finally:
        other.close()


def test_no_cell_of_a_workbook_is_a_formula_and_dates_are_dates(db: Database, tmp_path: Path) -> None:
    for word in DANGEROUS:
        draft = CustomerDraft(name=word, notes=word, next_step=word, next_step_on=dt.date(2026, 3, 1))
        db.execute(save_customer, draft)
    export(db, tmp_path / "a.xlsx", "en")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    header = [cell.value for cell in sheet[1]]
    found = {row[header.index("Customer name")].value: row for row in sheet.iter_rows(min_row=2)}
    assert set(found) == set(DANGEROUS)
    assert all(cell.data_type != "f" for row in found.values() for cell in row)
    assert {row[header.index("Next step on")].value for row in found.values()} == {dt.datetime(2026, 3, 1)}  # noqa: DTZ001
    assert sheet.freeze_panes
    assert sheet.auto_filter.ref


def test_no_cell_of_a_text_file_begins_like_a_formula(db: Database, tmp_path: Path) -> None:
    for word in DANGEROUS:
        db.execute(save_customer, CustomerDraft(name=word, points=(ContactPoint(PointKind.PHONE, "+8613800138000"),)))
    export(db, tmp_path / "a.csv")
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    for row in csv.reader(content.decode("utf-8-sig").splitlines()):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for cell in row)


def test_a_list_is_written_with_its_columns_and_its_order(db: Database, tmp_path: Path) -> None:
    field = db.execute(save_field, FieldDraft("=年费", FieldType.MONEY)).value
    for name, stage in (("云杉", "lost"), ("Acme", "develop"), ("林一", "lost")):
        db.execute(save_customer, CustomerDraft(name=name, stage=Stage(stage)))
    spec = ListSpec(CustomerFilter(stages=("lost",)), Sort("name", descending=True))
    request = ExportRequest(spec, columns=("stage", "name", f"custom:{field.hex}", "updated_at"))
    with db.read() as session:
        assert export_customers(session, tmp_path / "a.csv", request) == 2
        kept = sorted(session.execute(text("SELECT name, id FROM customer")).all())
        one = ExportRequest(spec, Selection(frozenset([as_uuid(dict(map(tuple, kept))["林一"])])), ("name",))
        assert export_customers(session, tmp_path / "b.csv", one) == 1
    rows = list(csv.reader((tmp_path / "a.csv").open(encoding="utf-8-sig")))
    assert rows[0][:3] == ["Stage", "Customer name", "'=年费"]
    assert [row[:2] for row in rows[1:]] == [["Lost", "云杉"], ["Lost", "林一"]]
    assert list(csv.reader((tmp_path / "b.csv").open(encoding="utf-8-sig")))[1:] == [["林一"]]


def test_numbers_and_times_are_real_and_codes_are_text(db: Database, tmp_path: Path) -> None:
    money = db.execute(save_field, FieldDraft("年费", FieldType.MONEY)).value
    long = db.execute(save_field, FieldDraft("编号X", FieldType.NUMBER)).value
    with db.read() as session:
        slots = {field.id: field.slot for field in custom_fields(session)}
    custom = ((slots[money], encode("money", "1234.5")), (slots[long], encode("number", "12345678901234567890")))
    draft = CustomerDraft(name="云杉", credit_code="91350100M000100Y43", custom=custom)
    db.execute(save_customer, draft)
    export(db, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    row = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert row["年费"].value == 1234.5
    assert row["编号X"].value == "12345678901234567890"
    assert row["统一社会信用代码"].number_format == "@"
    assert isinstance(row["Created"].value, dt.datetime)
    offered = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert any("Company" in formula for formula in offered.values())
    assert run_import(db, tmp_path / "a.xlsx").value.unchanged == 1


def test_choices_of_any_length_are_offered_from_a_hidden_sheet(db: Database, tmp_path: Path) -> None:
    options = tuple(Option(f"o{n}", f"选择, 第 {n} 项 & <更多>") for n in range(60))
    db.execute(save_field, FieldDraft("等级 'A'", FieldType.CHOICE, options=options))
    db.execute(save_customer, CustomerDraft(name="云杉", notes='<dataValidation type="custom"'))
    export(db, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [sheet.sheet_state for sheet in book] == ["visible", "hidden"]
    form = book.worksheets[0]
    column = next(cell.column_letter for cell in form[1] if cell.value == "等级 'A'")
    rule = next(rule for rule in form.data_validations.dataValidation if f"{column}2" in str(rule.sqref))
    assert (rule.type, rule.errorStyle) == ("list", "warning")
    name, area = str(rule.formula1).rsplit("!", 1)
    assert name.strip("'") == book.worksheets[1].title
    assert [cell.value for (cell,) in book.worksheets[1][area.replace("$", "")]] == [one.label for one in options]
    assert all(one.type == "list" for one in form.data_validations.dataValidation)
    result = run_import(db, tmp_path / "a.xlsx").value
    assert (result.unchanged, result.problems) == (1, ())


@pytest.mark.parametrize(("encoding", "held"), [("gbk", False), ("gb18030", True)])
def test_what_an_encoding_does_not_have_is_named(db: Database, tmp_path: Path, encoding: str, held: bool) -> None:
    db.execute(save_customer, CustomerDraft(name="张㐂", notes="€ 𠮷"))
    db.execute(save_customer, CustomerDraft(name="云杉"))
    path = tmp_path / "a.csv"
    with db.read() as session:
        if not held:
            with pytest.raises(UserError) as caught:
                export_customers(session, path, ExportRequest(encoding=encoding))
            assert {*str(caught.value.message.args["characters"])} == {"㐂", "€", "𠮷"}
            assert caught.value.message.args["count"] == 1
            assert not path.exists()
            wanted = CustomerFilter(text="云杉")
            export_customers(session, path, ExportRequest(ListSpec(wanted), encoding=encoding))
        else:
            export_customers(session, path, ExportRequest(encoding=encoding))
    assert run_import(db, path).value.unchanged == (2 if held else 1)


def test_only_the_filtered_customers_are_written(db: Database, tmp_path: Path) -> None:
    db.execute(save_customer, CustomerDraft(name="云杉"))
    db.execute(save_customer, CustomerDraft(name="林一", kind=CustomerKind.PERSON))
    assert export(db, tmp_path / "a.csv", wanted=CustomerFilter(kinds=("person",))) == 1


def test_a_failed_export_leaves_the_older_file(db: Database, tmp_path: Path) -> None:
    db.execute(write_sample, 20, 1, "en")
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"older")
    with db.read() as session, pytest.raises(CancelledError):
        export_customers(session, path, monitor=Monitor(cancelled=lambda: True))
    assert path.read_bytes() == b"older"
    assert [p.name for p in tmp_path.iterdir() if "crmdb" not in p.name] == ["a.xlsx"]


def test_other_kinds_and_missing_folders_are_refused(db: Database, tmp_path: Path) -> None:
    for path in (tmp_path / "a.pdf", tmp_path / "no" / "a.csv"):
        with pytest.raises(UserError) as caught:
            export(db, path)
        assert caught.value.advice is not None
