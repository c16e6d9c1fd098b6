"""Cells come right, or are refused with the reason; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import io
import pickle
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop_crm.models.exchange.cells import Flawed, as_text, cleaned, lost_digits
from desktop_crm.models.exchange.customer_cells import RowEdit, RowReader
from desktop_crm.models.exchange.dates import read_date
from desktop_crm.models.exchange.reading import open_table
from tests.sheets import ods, xlsb

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2019年07月09日", "2019-07-09"),
        ("2019年7月9日", "2019-07-09"),
        ("2019/7/9", "2019-07-09"),
        ("2019-7-9", "2019-07-09"),
        ("2019.07.09", "2019-07-09"),
        ("20190709", "2019-07-09"),
        ("２０１９年７月９号", "2019-07-09"),
        ("2019-07-09 08:30:00", "2019-07-09"),
        ("2019-07-09T08:30:00Z", "2019-07-09"),
        ("43655", "2019-07-09"),
        ("43655.25", "2019-07-09"),
        (dt.datetime.fromisoformat("2019-07-09T08:00"), "2019-07-09"),
        (dt.date(2019, 7, 9), "2019-07-09"),
        ("2019", None),
        ("2019年13月1日", None),
        ("07/09/2019", None),
        ("800138", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_and_programs_write_them(written: str | dt.date, date: str | None) -> None:
    assert read_date(written) == (dt.date.fromisoformat(date) if date else None)


def test_spaces_and_marks_that_nobody_sees_are_taken_off() -> None:
    values = [
        "  a ",
        "\xa0b\u3000",
        "\ufeffc\u200b",
        "\u202d13800138000\u202c",
        "d\u200be",
        "f\x00",
        "g h",
        "\n\ti\r\n",
    ]
    assert cleaned(values) == ["a", "b", "c", "13800138000", "de", "f", "g h", "i"]
    family = "👨\u200d👩\u200d👧"
    assert cleaned([family, "𠮷野家", "㐂寿", "☺\ufe0f"]) == [family, "𠮷野家", "㐂寿", "☺\ufe0f"]


def test_numbers_are_exact_or_flawed() -> None:
    assert cleaned([13800138000.0, 1.5, 2.0, 0.1, -3.0, True, False, None, 7]) == [
        "13800138000", "1.5", "2", "0.1", "-3", "TRUE", "FALSE", "", "7",
    ]  # fmt: skip
    assert cleaned([123456789012345.0]) == ["123456789012345"]
    cell = cleaned([1.23456789012346e17])[0]
    assert isinstance(cell, Flawed)
    assert "15 digits" in cell.reason.plain()


def test_times_without_a_date_and_spans_are_texts() -> None:
    assert cleaned([dt.time(3, 4), dt.timedelta(hours=30), dt.datetime.fromisoformat("2020-01-02")]) == [
        "03:04:00", "1 day, 6:00:00", dt.date(2020, 1, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["1.38E+10", "1.38e10", "1.380013E+10", "1,38E+10", 13800000000.0])
def test_what_was_shortened_is_no_phone(value: object) -> None:
    cell = cleaned([value])[0]
    assert lost_digits(cell) is not None
    assert "lost" in problems(["甲", value])[0][1]


@pytest.mark.parametrize(
    "value", [13800138000.0, "13800138000", "１３８００１３８０００", "\u202d138\xa00013\u30008000\u202c"]
)
def test_whole_phones_are_taken_however_they_are_written(value: object) -> None:
    assert problems(["甲", value]) == []


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "Err:502"])
def test_errors_as_text_are_errors(error: str) -> None:
    cell = cleaned([error])[0]
    assert isinstance(cell, Flawed)
    assert error in cell.reason.plain()
    assert cleaned([f"see {error} there", "#1 in China"]) == [f"see {error} there", "#1 in China"]


def test_what_was_found_in_a_cell_reaches_another_process() -> None:
    cell = cleaned(["#N/A"])[0]
    assert isinstance(cell, Flawed)
    again = pickle.loads(pickle.dumps(cell))
    assert (again, again.reason) == (cell, cell.reason)
    assert type(as_text(cell)) is str


def problems(values: list[object], header: tuple[str, ...] = ("客户名称", "电话", "生日")) -> list[tuple[str, str]]:
    from desktop_crm.models.exchange.cells import Row

    edit: RowEdit = RowReader(header).read(Row(5, cleaned(values)))
    assert all(problem.row == 5 for problem in edit.problems)
    return [(problem.column, problem.message.plain()) for problem in edit.problems]


def flawed(path: Path) -> list[tuple[int, str, str, str]]:
    found = open_table(path, lambda header: header in ("客户名称", "电话", "备注"))
    reader = RowReader(found.header)
    return [
        (problem.row, problem.column, problem.value, problem.message.plain())
        for row in found.rows
        for problem in reader.read(row).problems
    ]


def test_error_cells_and_formulas_without_results_are_named_by_row_and_column(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "空"
    sheet = workbook.create_sheet("客户 & 联系人")
    sheet.append(["客户名称", "电话", "备注"])
    sheet.append(["甲", "=VLOOKUP(A2,X:Y,2,0)", ""])
    sheet.append(["乙", "", "#N/A"])
    sheet["C3"].data_type = "e"
    sheet.append(["丙", "", ""])
    workbook.save(tmp_path / "a.xlsx")
    found = flawed(tmp_path / "a.xlsx")
    assert [(row, column, value) for row, column, value, _ in found] == [(2, "电话", "="), (3, "备注", "#N/A")]
    assert "without a result" in found[0][3]
    assert "#N/A" in found[1][3]


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_errors_of_formulas_are_told_in_other_formats_too(kind: str) -> None:
    """Files that LibreOffice saved."""
    found = flawed(DATA / f"errors.{kind}")
    assert [(row, column, value) for row, column, value, _ in found] == [
        (2, "电话", "#N/A"),
        (3, "备注", "#DIV/0!"),
        (4, "备注", "#VALUE!"),
        (5, "电话", "#N/A"),
    ]
    assert "#N/A" in found[0][3]


def test_errors_of_binary_workbooks_are_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["客户名称", "电话", "备注"],
        ["甲", b"\x2a", "好"],
        ["乙", 13800138000.0, ""],
        ["丙", "", b"\x07"],
    ]
    (tmp_path / "a.xlsb").write_bytes(xlsb(rows))
    found = flawed(tmp_path / "a.xlsb")
    assert [(row, column, value) for row, column, value, _ in found] == [(2, "电话", "#N/A"), (4, "备注", "#DIV/0!")]


def test_an_error_that_is_repeated_marks_every_cell_it_stands_for(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>乙</text:p></table:table-cell>'
    error = '<table:table-cell table:number-columns-repeated="2" table:formula="of:=NA()"><text:p>#N/A</text:p>'
    content = ods([["客户名称", "电话", "备注"], ["乙"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(tmp_path / "a.ods", "w") as out:
        for name in archive.namelist():
            text = archive.read(name).decode()
            out.writestr(name, text.replace(cell, f"{cell}{error}</table:table-cell>"))
    assert [(row, column) for row, column, _, _ in flawed(tmp_path / "a.ods")] == [(2, "电话"), (2, "备注")]


def sheet_xml(path: Path, rows: str, prefix: str = "") -> Path:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    space = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
            "</workbook>",
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        data = f'<worksheet {space}="{main}"><dimension ref="A1:B2"/><sheetData>{rows}</sheetData></worksheet>'
        if prefix:
            data = re.sub(r"<(/?)(worksheet|dimension|sheetData|row|c|v|f|is|t)(?=[\s>/])", rf"<\1{prefix}\2", data)
        archive.writestr("xl/worksheets/sheet1.xml", data)
    return path


def text_cell(place: str, value: str, *, before: str = "", quote: str = '"') -> str:
    return f"<c {before}r={quote}{place}{quote} t={quote}inlineStr{quote}><is><t>{value}</t></is></c>"


HEADER = f'<row r="1">{text_cell("A1", "客户名称")}{text_cell("B1", "电话")}</row>'


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("style", ["", ' s="1"'])
def test_the_ways_that_programs_write_formulas_are_all_known(tmp_path: Path, prefix: str, style: str) -> None:
    rows = HEADER + (
        f'<row r="2">{text_cell("A2", "甲")}<c r="B2"{style}><f>X1</f></c></row>'
        f'<row r="3">{text_cell("A3", "乙")}<c r="B3"{style}><f>X1</f><v></v></c></row>'
        f'<row r="4">{text_cell("A4", "丙")}<c r="B4"{style} t="str"><f>X1&amp;""</f><v></v></c></row>'
        f'<row r="5">{text_cell("A5", "丁")}<c r="B5"{style}><f t="shared" si="0"/></c></row>'
        f'<row r="6">{text_cell("A6", "戊")}<c r="B6"{style} t="e"><f>X1</f><v>#REF!</v></c></row>'
        f'<row r="7">{text_cell("A7", "己")}<c r="B7"{style}><f>X1</f><v>13800138000</v></c></row>'
    )
    found = flawed(sheet_xml(tmp_path / "a.xlsx", rows, prefix))
    assert [(row, value) for row, _, value, _ in found] == [(2, "="), (3, "="), (5, "="), (6, "#REF!")]


def test_unusual_ways_of_writing_cells_are_parsed(tmp_path: Path) -> None:
    styled = text_cell("B1", "电话", before='s="0" ')
    rows = (
        f"<row>{text_cell('A1', '客户名称', quote=chr(39))}{styled}</row>"
        f"<row>{text_cell('A2', '甲')}<c\nr='B2'\tt='e'><v>#N/A</v></c></row>"
        f"<row><c t='inlineStr'><is><t>乙</t></is></c><c><f>X1</f></c></row>"
    )
    found = flawed(sheet_xml(tmp_path / "a.xlsx", rows))
    assert [(row, value) for row, _, value, _ in found] == [(2, "#N/A"), (3, "=")]
