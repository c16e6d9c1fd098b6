"""The commands that write files, and the one that takes a whole database in."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from desktop_crm.cli import main
from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.exchange.customer_import import recogniser, run_import
from desktop_crm.models.exchange.reading import look_at
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from desktop_crm.models.records.customers import Stage
from tests.db.makers import add


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A closed database with three customers and a custom field."""
    database = open_database(tmp_path / "a.crmdb", create=True)
    database.execute(save_field, FieldDraft("等级X", FieldType.CHOICE, options=(Option("", "甲"), Option("", "乙"))))
    for name, stage in (("云杉", Stage.LOST), ("Acme Ltd", Stage.DEVELOP), ("林一", Stage.LOST)):
        add(database, name, stage=stage)
    database.close()
    return tmp_path / "a.crmdb"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main([*arguments, "--json", "--lang", "en"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_an_export_has_the_columns_and_the_customers_asked_for(
    target: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    asked = ("--columns", "阶段, Customer name,等级X", "--filter", "云杉", "--db", str(target))
    assert run(capsys, "export", "customers", str(out), *asked)["customers"] == 1
    rows = list(csv.reader(out.open(encoding="utf-8-sig")))
    assert rows == [["Stage", "Customer name", "等级X"], ["Lost", "云杉", ""]]


def test_an_unknown_column_is_named(
    target: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.csv")
    assert main(["export", "customers", out, "--columns", "Nonsense", "--db", str(target), "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert "Nonsense" in said
    assert "Customer name" in said


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_template_can_be_filled_in_and_imported(
    target: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    out = tmp_path / "template.xlsx"
    assert main(["template", "customers", str(out), "--db", str(target), "--lang", language]) == 0
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    assert "等级X" in header
    assert any(cell.comment for cell in sheet[1])
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    letter = sheet.cell(1, header.index("等级X") + 1).column_letter
    assert [c.value for c in book.worksheets[1][letter]][:2] == ["甲", "乙"]
    assert any(place.startswith(f"{letter}2:") for place in rules)
    assert sheet.cell(2, 2).value
    sheet.cell(3, 2, "旭丰贸易")  # written over the second example, whose note was left
    sheet.cell(4, 2, "百诺贸易")
    sheet.cell(4, header.index("等级X") + 1, "乙")
    book.save(out)
    database = open_database(target)
    result = run_import(database, out).value
    with database.read() as session:
        found = look_at(out, recogniser(custom_fields(session)))
    database.close()
    assert result.problems == ()
    # The example that was left in is not taken, and the wizard says so.
    assert result.created == result.counts.rows == found.rows == 2
    assert [one.plain() for one in found.remarks] == ["The examples of the template are left out (rows 2)."]


def test_everything_goes_out_and_comes_into_a_new_database(
    target: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    path, new = tmp_path / "all.zip", tmp_path / "new.crmdb"
    written = run(capsys, "export-all", str(path), "--db", str(target))
    read = run(capsys, "import-all", str(path), "--db", str(new))
    assert written["rows"] == read["rows"]
    assert main(["import-all", str(path), "--db", str(new)]) == 1


def test_a_list_is_written_as_pdf_without_a_screen(target: Path, tmp_path: Path) -> None:
    """In a process of its own, as a person starts it: the tests have an application with fonts already."""
    out = tmp_path / "out.pdf"
    command = [sys.executable, "-m", "desktop_crm", "export", "customers", str(out), "--columns", "客户名称, 阶段"]
    done = subprocess.run(
        [*command, "--db", str(target), "--lang", "zh_CN", "--json"],
        check=True,
        capture_output=True,
        env={key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")},
    )
    assert json.loads(done.stdout)["customers"] == 3
    document = pypdfium2.PdfDocument(out)
    # Some characters share their glyph with a radical, and are found as that.
    text = unicodedata.normalize("NFKC", document[0].get_textpage().get_text_range()).replace("⻚", "页")
    document.close()
    assert all(word in text for word in ("阶段", "云杉", "Acme Ltd"))
    assert "第 1 页,共 1 页" in text


def test_contact_cards_are_written_in_the_version_asked_for(
    target: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.vcf"
    assert run(capsys, "export", "customers", str(out), "--vcard", "3.0", "--db", str(target))["customers"] == 3
    text = out.read_text("utf-8")
    assert text.count("BEGIN:VCARD") == text.count("VERSION:3.0") == 3
