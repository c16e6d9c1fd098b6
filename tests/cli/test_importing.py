"""What the options of `import` do, and what it says of it as JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import text

from desktop_crm.cli import main
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.import_profiles import save_profile
from desktop_crm.models.opening import open_database
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind
from desktop_crm.models.records.import_setup import ColumnChoice, ImportSetup, Mode


class Files:
    """A closed database with one customer, and what is imported into it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.database, self._capsys = folder, folder / "a.crmdb", capsys
        database = open_database(self.database, create=True)
        phone = ContactPoint(PointKind.PHONE, "+8613800138000", primary=True)
        database.execute(save_customer, CustomerDraft(name="云杉", short_name="YS", points=(phone,)))
        database.close()

    def bring(self, rows: list[list[str]], *options: str) -> dict[str, Any]:
        path = self.folder / "in.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        command = ["import", "customers", str(path), *options, "--db", str(self.database), "--json", "--lang", "en"]
        assert main(command) == 0
        found: dict[str, Any] = json.loads(self._capsys.readouterr().out)
        return found

    def short_names(self) -> dict[str, str]:
        database = open_database(self.database)
        with database.read() as session:
            found = {name: short for name, short in session.execute(text("SELECT name, short_name FROM customer"))}
        database.close()
        return found


@pytest.fixture
def files(tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]) -> Files:
    return Files(tmp_path, capsys)


@pytest.mark.parametrize(
    ("mode", "counts", "stored"),
    [
        ("create", {"create": 1, "update": 0, "left_out": 1}, {"云杉": "YS", "林一": "LY"}),
        ("update", {"create": 0, "update": 1, "left_out": 1}, {"云杉": "Y"}),
        ("both", {"create": 1, "update": 1, "left_out": 0}, {"云杉": "Y", "林一": "LY"}),
    ],
)
def test_the_mode_says_what_is_taken(files: Files, mode: str, counts: dict[str, int], stored: dict[str, str]) -> None:
    rows = [["客户名称", "简称"], ["云杉", "Y"], ["林一", "LY"]]
    trial = files.bring(rows, "--mode", mode, "--dry-run")
    assert files.short_names() == {"云杉": "YS"}
    done = files.bring(rows, "--mode", mode)
    assert {name: done["counts"][name] for name in counts} == counts
    assert done["counts"] == trial["counts"]
    assert (trial["change_set"], done["change_set"] is None) == (None, False)
    assert files.short_names() == stored


@pytest.mark.parametrize(("blank", "kept"), [("keep", "YS"), ("clear", "")])
def test_blank_cells_keep_or_clear(files: Files, blank: str, kept: str) -> None:
    files.bring([["客户名称", "简称"], ["云杉", ""]], "--blank", blank)
    assert files.short_names() == {"云杉": kept}


@pytest.mark.parametrize(("match", "created"), [("phone", 0), ("code", 1)])
def test_the_keys_say_what_finds_a_customer(files: Files, match: str, created: int) -> None:
    done = files.bring([["客户名称", "电话"], ["云杉新名", "13800138000"]], "--match", match)
    assert done["created"] == created


def test_refused_rows_go_to_a_workbook_with_their_reasons(files: Files) -> None:
    out = files.folder / "refused.xlsx"
    rows = [["客户名称", "电话"], ["林一", "13900139000"], ["王伟", "1.38E+10"]]
    done = files.bring(rows, "--errors", str(out))
    assert (done["created"], done["counts"]["error"]) == (1, 1)
    assert [(one["row"], one["column"], one["value"]) for one in done["problems"]] == [(3, "电话", "1.38E+10")]
    written = [[cell.value for cell in row] for row in openpyxl.load_workbook(out).active.iter_rows()]
    assert len(written) == 2
    assert "王伟" in written[1]
    assert any("digits" in str(value) for value in written[1])


def test_a_profile_says_what_columns_mean_and_options_overrule_it(files: Files) -> None:
    rows = [["客户名称", "代号"], ["云杉", "Y"], ["林一", "LY"]]
    columns = (ColumnChoice(0, "客户名称", "name"), ColumnChoice(1, "代号", "short_name"))
    database = open_database(files.database)
    database.execute(save_profile, "旧系统", ImportSetup(columns=columns, mode=Mode.UPDATE), rows[0])
    database.close()
    assert files.bring(rows, "--profile", "旧系统")["counts"]["left_out"] == 1
    assert files.short_names() == {"云杉": "Y"}
    files.bring(rows, "--profile", "旧系统", "--mode", "create")
    assert files.short_names() == {"云杉": "Y", "林一": "LY"}
