"""The refused rows of an import as a workbook: as they were, with what is wrong; mended, only they are imported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import CancelledError, UserError
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.exchange.error_rows import BAD_FILL, write_error_rows
from desktop_crm.models.records.imports import ImportResult

BLUE = PatternFill("solid", start_color="0000FF")


def make_source(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "客户 2026"
    sheet["A1"] = "客户清单"
    sheet.append(["客户名称", "电话", "邮箱", "成立日期", "备注"])
    sheet.append(["云杉", "13800138000", "a@example.com", "2019-07-09", ""])
    sheet.append(["林一", "1.38E+10", "b@example.com", "2019-07-09", "=1+1 是文字"])
    sheet.append(["百诺", "13900139000", "no mail", None, "_x0041_"])
    sheet["E4"].data_type = "s"
    for cell in sheet[2]:
        cell.font = Font(bold=True, color="FF0000")
    sheet["A4"].fill = BLUE
    sheet["B4"].fill = BLUE
    sheet["B4"].comment = Comment("?", "?")
    sheet.column_dimensions["A"].width = 42
    book.save(path)
    return path


def refuse(db: Database, source: Path, target: Path, **more: Any) -> tuple[ImportResult, int]:
    outcomes = target.parent / "rows.db"
    result = run_import(db, source, outcomes=outcomes).value
    header = [use.header for use in result.columns]
    return result, write_error_rows(outcomes, header, target, source=source, sheet=result.sheet, **more)


def test_refused_rows_keep_order_values_and_styles_and_say_why(db: Database, tmp_path: Path) -> None:
    target = tmp_path / "errors.xlsx"
    result, written = refuse(db, make_source(tmp_path / "in.xlsx"), target)
    assert (result.created, written) == (1, 2)
    sheet = openpyxl.load_workbook(target).active
    assert sheet.title == "客户 2026"
    assert [cell.value for cell in sheet[1]] == ["客户名称", "电话", "邮箱", "成立日期", "备注", "Reason"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["林一", "百诺"]
    assert sheet["A1"].font.bold
    assert sheet["A1"].font.color.rgb == "00FF0000"
    assert sheet.column_dimensions["A"].width == 42
    assert sheet["A2"].fill.start_color.rgb == "000000FF"
    assert sheet["B2"].fill.start_color.rgb == f"00{BAD_FILL}"
    assert sheet["C3"].fill.start_color.rgb == f"00{BAD_FILL}"
    assert sheet["C2"].fill.fill_type is None
    assert sheet["E2"].data_type == "s"
    assert "电话" in sheet["F2"].value
    assert "邮箱" in sheet["F3"].value


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_mended_rows_are_imported_and_nothing_else_is_touched(db: Database, tmp_path: Path, kind: str) -> None:
    source = make_source(tmp_path / "in.xlsx")
    if kind == "csv":
        rows = openpyxl.load_workbook(source).active.iter_rows(min_row=2, values_only=True)
        source = tmp_path / "in.csv"
        source.write_text("\n".join(",".join(str(v or "") for v in row[:5]) for row in rows), "utf-8")
    target = tmp_path / "errors.xlsx"
    refuse(db, source, target)
    book = openpyxl.load_workbook(target)
    book.active["B2"], book.active["C3"] = "13700137000", "c@example.com"
    book.save(target)
    result, written = refuse(db, target, tmp_path / "again.xlsx")
    assert (result.created, result.changed, result.unchanged, written) == (2, 0, 0, 0)
    assert result.problems == ()


def test_a_second_round_has_one_column_of_reasons(db: Database, tmp_path: Path) -> None:
    refuse(db, make_source(tmp_path / "in.xlsx"), tmp_path / "errors.xlsx")
    refuse(db, tmp_path / "errors.xlsx", tmp_path / "again.xlsx")
    first, second = (openpyxl.load_workbook(tmp_path / name).active for name in ("errors.xlsx", "again.xlsx"))
    assert [c.value for c in second[1]] == [c.value for c in first[1]]
    assert second.max_row == first.max_row == 3


def test_the_imported_file_is_never_written_over(db: Database, tmp_path: Path) -> None:
    source = make_source(tmp_path / "in.xlsx")
    before = source.read_bytes()
    with pytest.raises(UserError):
        refuse(db, source, source)
    assert source.read_bytes() == before


def test_what_cannot_be_written_leaves_nothing(db: Database, tmp_path: Path) -> None:
    rows = "\n".join(f"客户{i},no mail" for i in range(2_500))
    source = tmp_path / "in.csv"
    source.write_text(f"客户名称,邮箱\n{rows}", "utf-8")
    target = tmp_path / "out" / "errors.xlsx"
    target.parent.mkdir()
    with pytest.raises(CancelledError):
        refuse(db, source, target, monitor=Monitor(cancelled=lambda: True))
    assert [path.name for path in target.parent.iterdir() if path.suffix != ".db"] == []
