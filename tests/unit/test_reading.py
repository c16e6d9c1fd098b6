"""Files of rows: every usual kind is read, every hostile one refused with words."""

from __future__ import annotations

import datetime as dt
import random
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.cells import Cell
from desktop_crm.models.exchange.reading import Table, open_table

KNOWN = {"客户名称", "电话", "Name", "Phone", "Born", "Code"}


def table(path: Path) -> Table:
    return open_table(path, lambda header: header in KNOWN)


def cells(path: Path) -> list[list[Cell]]:
    return [row.cells for row in table(path).rows]


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        list(table(path).rows)
    assert path.name in caught.value.message.plain()
    assert caught.value.advice is not None
    return caught.value


def book(path: Path, rows: list[list[object]], sheet: str = "Sheet") -> Path:
    workbook = openpyxl.Workbook()
    workbook.active.title = sheet
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gbk", "gb18030"])
def test_text_files_are_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("客户名称,电话\r\n深圳市云杉贸易有限公司,0755-28780808\r\n".encode(encoding))
    assert cells(path) == [["深圳市云杉贸易有限公司", "0755-28780808"]]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f'Name{separator}Phone\n"A, B; C | D\t"{separator}138\n', encoding="utf-8")
    assert cells(path) == [["A, B; C | D", "138"]]


def test_cells_are_texts_and_real_dates(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx", [["Name", "Phone", "Born"], ["A", 13800138000, dt.date(1990, 5, 1)], ["B", 1.5, ""]]
    )
    assert cells(path) == [["A", "13800138000", dt.date(1990, 5, 1)], ["B", "1.5", ""]]


def test_the_header_is_found_below_a_title_and_on_the_right_sheet(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["Read me"])
    sheet = workbook.create_sheet("客户")
    for row in (["Customers of 2026"], [], ["Name", "Phone"], ["A", "1"], [], ["B", "2"]):
        sheet.append(row)
    workbook.save(tmp_path / "a.xlsx")
    found = table(tmp_path / "a.xlsx")
    assert (found.sheet, found.header_row, found.header) == ("客户", 3, ("Name", "Phone"))
    assert [(row.number, row.cells) for row in found.rows] == [(4, ["A", "1"]), (6, ["B", "2"])]


def test_a_million_blank_rows_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["Name"])
    workbook.active.append(["A"])
    workbook.active.row_dimensions[1_048_576].height = 30
    workbook.active.cell(1_048_576, 30).font = openpyxl.styles.Font(bold=True)
    workbook.save(path)
    assert cells(path) == [["A"]]


def test_protection_of_our_own_export_is_taken_off(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name\n'=1+1\n''-x\n'tis\n", encoding="utf-8")
    assert cells(path) == [["=1+1"], ["'-x"], ["'tis"]]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\r\n \r\n", "empty"),
        ("random.xlsx", b"\0" + random.Random(1).randbytes(5_000), "not a workbook"),
        ("random.csv", b"Name\0\xff\xfe" + random.Random(2).randbytes(5_000), "UTF-8"),
        ("page.xls", b"<html><body><p>Please log in</p></body>", "without a table"),
        ("ole.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(3).randbytes(5_000), "damaged"),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
            "password",
        ),
        ("other.csv", "颜色,大小\n红,大\n".encode(), "names columns"),
        ("quotes.csv", b'Name,Phone\nA,1\n"B,2\nC,3\n', "row 3"),
        ("cut.xlsx", b"PK\x03\x04" + random.Random(4).randbytes(500), "damaged"),
    ],
)
def test_hostile_files_are_refused_with_words(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refusal(path).message.plain()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "not there" in refusal(tmp_path / "no.xlsx").message.plain()


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    whole = book(tmp_path / "whole.xlsx", [["Name"], *([f"customer {i}"] for i in range(2_000))])
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole.read_bytes()[:-3_000])
    assert "damaged" in refusal(cut).message.plain()


def test_a_workbook_without_known_columns_names_its_sheet(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["颜色", "大小"], ["红", "大"]], "样式")
    assert "样式" in refusal(path).message.plain()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(40_000_000))
    assert path.stat().st_size < 100_000
    assert "memory" in refusal(path).message.plain()


def test_a_part_longer_than_the_directory_says_is_refused(tmp_path: Path) -> None:
    whole = book(tmp_path / "whole.xlsx", [["Name"], *([f"customer {i}"] for i in range(500))])
    with zipfile.ZipFile(whole) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    content = whole.read_bytes()
    lie = content.replace(info.file_size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lie != content
    path = tmp_path / "lie.xlsx"
    path.write_bytes(lie)
    assert "damaged" in refusal(path).message.plain()


def test_one_cell_in_the_last_corner_does_not_take_the_memory(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Name"
    workbook.active["XFD1048576"] = "x"
    workbook.save(tmp_path / "far.xlsx")
    error = refusal(tmp_path / "far.xlsx")
    assert "1048576" in error.message.plain().replace(",", "")


def _ods(path: Path, rows: str) -> Path:
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}office:1.0" '
        f'xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return path


def _ods_row(text: str, repeat: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{repeat}"><table:table-cell office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell></table:table-row>"
    )


def test_opendocument_sheets_are_read_and_their_empty_edges_ignored(tmp_path: Path) -> None:
    edge = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert cells(_ods(tmp_path / "a.ods", _ods_row("Name") + _ods_row("A") + edge)) == [["A"]]


def test_an_opendocument_bomb_of_repeats_is_refused(tmp_path: Path) -> None:
    wide = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    assert "too large" in refusal(_ods(tmp_path / "a.ods", _ods_row("Name") + wide)).message.plain()
