"""The last verification and key customers in files, as people edit them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl

from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.sharing import set_key_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.exchange.customer_export import export_customers
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.queries.customers import find_customer, get_customer
from desktop_crm.models.records.customers import Customer, CustomerDraft
from desktop_crm.models.records.import_setup import ImportSetup, Missing
from desktop_crm.models.records.imports import ImportResult
from desktop_crm.models.records.lists import Selection

DAY = dt.date(2026, 3, 31)


def stored(db: Database, name: str) -> Customer:
    with db.read() as session:
        return get_customer(session, find_customer(session, name))


def put(db: Database, path: Path, *rows: str, owners: Missing = Missing.CREATE) -> ImportResult:
    """Imports a text file, after a trial run that has to come to the same."""
    path.write_text("\n".join(rows), encoding="utf-8")
    trial = run_import(db, path, dry_run=True, setup=ImportSetup(owners=owners)).value
    result = run_import(db, path, setup=ImportSetup(owners=owners), expected=trial.counts).value
    assert (trial.created, trial.changed, trial.unchanged) == (result.created, result.changed, result.unchanged)
    return result


def test_an_exported_file_can_be_edited_and_comes_back(db: Database, tmp_path: Path) -> None:
    ann = db.execute(save_user, "Ann").value
    one = db.execute(save_customer, CustomerDraft("华为")).value
    two = db.execute(save_customer, CustomerDraft("腾讯")).value
    db.execute(set_key_customers, Selection.of(one), ann, None)
    with db.read() as session:
        export_customers(session, tmp_path / "out.xlsx", language="zh_CN")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheet = book.worksheets[0]
    place = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, place["专人"]).value == "Ann"
    sheet.cell(2, place["大客户"]).value = "否"
    sheet.cell(3, place["最近核实"]).value = DAY
    sheet.cell(3, place["大客户"]).value = "是"
    sheet.cell(3, place["专人"]).value = "Ann"
    book.save(tmp_path / "out.xlsx")

    trial = run_import(db, tmp_path / "out.xlsx", dry_run=True).value
    result = run_import(db, tmp_path / "out.xlsx", expected=trial.counts).value

    assert (result.created, result.changed, result.unchanged) == (0, 2, 0)
    with db.read() as session:
        first, second = get_customer(session, one), get_customer(session, two)
    assert (first.is_key, first.key_user_id) == (False, None)
    assert (second.is_key, second.key_person, second.verified_on) == (True, "Ann", DAY)
    assert run_import(db, tmp_path / "out.xlsx").value.changed == 0
    db.execute(undo_change_set)
    with db.read() as session:
        assert get_customer(session, one).key_person == "Ann"
        assert get_customer(session, two).verified_on is None


def test_blank_cells_keep_and_a_name_makes_a_key_customer(db: Database, tmp_path: Path) -> None:
    first = put(
        db, tmp_path / "a.csv", "客户名称,最近核实,大客户,专人,专属团队", "华为,2026-03-31,,王伟,华南组", "腾讯,,,,"
    )
    assert first.created == 2
    assert first.new_owners == ("王伟",)
    made = stored(db, "华为")
    assert (made.verified_on, made.is_key, made.key_person, made.key_team) == (DAY, True, "王伟", "华南组")
    assert not stored(db, "腾讯").is_key

    again = put(db, tmp_path / "b.csv", "客户名称,最近核实,大客户,专人,专属团队", "华为,,,,")
    assert again.unchanged == 1
    assert stored(db, "华为").key_person == "王伟"

    undone = put(db, tmp_path / "c.csv", "Customer,Key customer", "华为,no")
    assert undone.changed == 1
    assert (stored(db, "华为").is_key, stored(db, "华为").key_person, stored(db, "华为").verified_on) == (
        False,
        "",
        DAY,
    )


def test_what_cannot_be_read_refuses_the_row_and_unknown_people_are_told(db: Database, tmp_path: Path) -> None:
    found = put(db, tmp_path / "a.csv", "客户名称,大客户,最近核实", "华为,也许,", "腾讯,,昨天")
    assert [problem.column for problem in found.problems] == ["大客户", "最近核实"]
    held = put(db, tmp_path / "b.csv", "客户名称,专人", "华为,王伟", owners=Missing.HOLD)
    assert (held.created, [note.column for note in held.notes]) == (1, ["专人"])
    refused = put(db, tmp_path / "c.csv", "客户名称,专人", "腾讯,王伟", owners=Missing.REJECT)
    assert (refused.created, [problem.value for problem in refused.problems]) == (0, ["王伟"])


def lines(db: Database, name: str) -> dict[str, str]:
    """Who reports to whom."""
    contacts = stored(db, name).draft.contacts
    names = {contact.id: contact.name for contact in contacts}
    return {contact.name: names.get(contact.reports_to, "") for contact in contacts}


def test_contact_persons_report_to_those_of_later_rows(db: Database, tmp_path: Path) -> None:
    head = "客户名称,联系人,联系人上级"
    made = put(db, tmp_path / "a.csv", head, "华为,王伟,李娜", "华为,李娜,赵敏", "华为,赵敏,")
    assert (made.created, made.notes) == (1, ())
    assert lines(db, "华为") == {"王伟": "李娜", "李娜": "赵敏", "赵敏": ""}

    again = put(db, tmp_path / "a.csv", head, "华为,王伟,李娜", "华为,李娜,", "华为,赵敏,")
    assert again.unchanged == 1

    changed = put(db, tmp_path / "b.csv", head, "华为,王伟,赵敏")
    assert (changed.changed, changed.counts.update) == (1, 1)
    joined = put(db, tmp_path / "c.csv", head, "华为,李娜,孙强", "华为,孙强,")
    assert joined.changed == 1
    assert lines(db, "华为") == {"王伟": "赵敏", "李娜": "孙强", "赵敏": "", "孙强": ""}


def test_lines_to_nobody_and_in_circles_are_left_out_and_told(db: Database, tmp_path: Path) -> None:
    head = "客户名称,联系人,联系人上级"
    found = put(
        db, tmp_path / "a.csv", head, "华为,王伟,李娜", "华为,李娜,王伟", "华为,赵敏,没有的人", "华为,孙强,孙强"
    )
    assert (found.created, found.problems) == (1, ())
    assert sorted((note.row, note.value) for note in found.notes) == [(3, "王伟"), (4, "没有的人"), (5, "孙强")]
    assert lines(db, "华为") == {"王伟": "李娜", "李娜": "", "赵敏": "", "孙强": ""}
    nobody = put(db, tmp_path / "b.csv", head, "华为,赵敏,没有的人")
    assert (nobody.unchanged, nobody.counts.unchanged, len(nobody.notes)) == (1, 1, 1)
