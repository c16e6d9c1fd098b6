"""What is found in a file of rows, and how a person's choice changes it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest

from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.encodings import encoding_of
from desktop_crm.models.exchange.pasted import keep_pasted, pasted_rows
from desktop_crm.models.exchange.reading import Table, look_at, open_table
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.sources import SourceChoice, SourceKind, SourceLook, letters


def known(header: str) -> bool:
    return match_header(header) is not None


def table(path: Path, choice: SourceChoice = SourceChoice()) -> Table:  # noqa: B008
    return open_table(path, known, choice)


def look(path: Path, choice: SourceChoice = SourceChoice()) -> SourceLook:  # noqa: B008
    return look_at(path, known, choice)


def rows(path: Path, choice: SourceChoice = SourceChoice()) -> list[list[object]]:  # noqa: B008
    return [list(row.cells) for row in table(path, choice).rows]


def book(path: Path, content: list[list[object]], *merges: str) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in content:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    workbook.save(path)
    return path


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def test_a_look_shows_all_that_was_found(tmp_path: Path) -> None:
    content: list[list[object]] = [["2026年客户名单"], [], ["客户名称", "电话", None, "备注"]]
    content += [[f"公司{i}", 13800138000 + i, "x" if i == 3 else None, "好" if i % 2 else None] for i in range(50)]
    content += [[], ["说明：以上数据截至年底。"]]
    found = look(book(tmp_path / "a.xlsx", content))
    assert found.kind is SourceKind.XLSX
    assert found.known
    assert found.choice == SourceChoice(sheet="Sheet", header_row=3)
    assert [(s.name, s.rows) for s in found.sheets] == [("Sheet", 55)]
    assert (found.titles, found.title_rows) == ((("2026年客户名单",),), (1,))
    assert found.headers == ("客户名称", "电话", "Column C", "备注")
    assert [c.filled for c in found.columns] == [100, 100, 2, 50]
    assert found.columns[1].samples == ("13800138000", "13800138001", "13800138002")
    assert found.columns[2].title.plain() == "Column C"
    assert not found.columns[2].named
    assert (found.rows, found.rows_exact) == (50, True)
    assert len(found.first) == 20
    assert found.first[0] == (4, ("公司0", "13800138000", "", ""))
    assert found.below == ("说明：以上数据截至年底。",)


def test_a_choice_given_back_reads_the_same(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "头\n名称;电话\n甲;1\n", "gb18030")
    found = look(path)
    again = SourceChoice.from_json(json.loads(json.dumps(found.choice.to_json())))
    assert again == found.choice == SourceChoice(header_row=2, encoding="gb18030", separator=";")
    assert look(path, again) == found
    assert SourceChoice.from_json(None) == SourceChoice.from_json({"header_row": "x", "sheet": 1}) == SourceChoice()


def test_a_person_chooses_sheet_and_header_row(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["Name", "Phone"])
    workbook.active.append(["A", "1"])
    other = workbook.create_sheet("别的")
    for row in (["颜色", "大小"], ["红", "大"], ["蓝", "小"]):
        other.append(row)
    path = tmp_path / "a.xlsx"
    workbook.save(path)
    assert table(path).sheet == "Sheet"
    found = look(path, SourceChoice(sheet="别的"))
    assert (found.known, found.headers, found.rows) == (False, ("颜色", "大小"), 2)
    assert rows(path, SourceChoice(sheet="别的", header_row=2)) == [["蓝", "小"]]
    with pytest.raises(UserError, match="no sheet “没有”"):
        look(path, SourceChoice(sheet="没有"))
    with pytest.raises(UserError, match="no row 99"):
        look(path, SourceChoice(header_row=99))


def test_a_file_without_known_names_is_shown_with_its_likeliest_header(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "Export of 2026-01-01\nInvoice,Stock,Quantity\n536365,85123A,6\n536365,71053,8\n")
    found = look(path)
    assert (found.known, found.choice.header_row, found.headers) == (False, 2, ("Invoice", "Stock", "Quantity"))
    with pytest.raises(UserError, match="names columns"):
        table(path)
    assert rows(path, found.choice) == [["536365", "85123A", "6"], ["536365", "71053", "8"]]


def test_names_over_several_columns_become_usable(tmp_path: Path) -> None:
    content: list[list[object]] = [
        ["客户信息表"],
        ["客户名称", "联系方式", None, "联系人", None, "地址"],
        [None, "电话", "邮箱", "姓名", "电话", None],
        ["甲公司", "1", "a@b.cn", "王", "2", "北京"],
    ]
    path = book(tmp_path / "a.xlsx", content, "A1:F1", "A2:A3", "F2:F3", "B2:C2", "D2:E2")
    found = table(path)
    assert found.header == ("客户名称", "联系方式 电话", "邮箱", "联系人姓名", "联系人电话", "地址")
    assert [row.cells[0] for row in found.rows] == ["甲公司"]
    # The same saved as text has lost what was merged.
    plain = text(tmp_path / "a.csv", "客户名称,联系方式,,地址\n,电话,邮箱,\n甲,1,a@b.cn,北京\n")
    assert table(plain).header == ("客户名称", "电话", "邮箱", "地址")


def test_a_wide_title_is_no_group_of_columns(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["客户"], ["名称", "电话", "邮箱"], ["甲", "1", "a@b.cn"]], "A1:C1")
    assert table(path).header == ("名称", "电话", "邮箱")


def test_a_merged_cell_counts_for_all_its_rows(tmp_path: Path) -> None:
    content: list[list[object]] = [["公司", "联系人"], ["甲", "王"], [None, "李"], [None, "张"], ["乙", "赵"]]
    path = book(tmp_path / "a.xlsx", content, "A2:A4")
    assert rows(path) == [["甲", "王"], ["甲", "李"], ["甲", "张"], ["乙", "赵"]]


def test_names_that_stand_twice_are_told_apart(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "名称,电话,电话,电话 (2),\n甲,1,2,3,4\n")
    assert table(path).header == ("名称", "电话", "电话 (3)", "电话 (2)", "Column E")


def test_only_what_ends_the_table_counts_as_a_note(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "名称,电话,备注\n说明：甲,,\n乙,1,\n丙,,\n\n合计,,2\n填表人：王\n")
    found = table(path)
    assert [row.cells[0] for row in found.rows] == ["说明：甲", "乙", "丙"]
    assert [row.cells[0] for row in found.below] == ["合计", "填表人：王"]


SIMPLE = "客户名称,电话,地址\r\n深圳市云杉贸易有限公司,0755-28780808,深圳市南山区科技园\r\n张三,13800138000,\r\n"
TRADITIONAL = "客戶名稱,電話,地址\r\n台灣積體電路製造股份有限公司,03-5636688,新竹市力行六路\r\n陳大文,0912345678,\r\n"


@pytest.mark.parametrize(
    ("content", "encoding", "found"),
    [
        (SIMPLE, "utf-8", "utf-8"),
        (SIMPLE, "utf-8-sig", "utf-8-sig"),
        (SIMPLE, "utf-16", "utf-16"),
        (SIMPLE, "utf-16-le", "utf-16-le"),
        (SIMPLE, "utf-16-be", "utf-16-be"),
        (SIMPLE, "gbk", "gb18030"),
        (SIMPLE + "𠮷野家,1,\r\n㐂,2,\r\n", "gb18030", "gb18030"),
        (TRADITIONAL, "cp950", "cp950"),
        (TRADITIONAL + "深水埗嘅,1,\r\n", "big5hkscs", "big5hkscs"),
        (TRADITIONAL, "gbk", "gb18030"),
        ("客户名称\n张三\n", "gbk", "gb18030"),
        ("姓名\n張三\n", "big5", "cp950"),
        ("Name,City\nJosé,Málaga\nAndré,Köln 12\n", "cp1252", "cp1252"),
    ],
)
def test_encodings_are_told_apart(tmp_path: Path, content: str, encoding: str, found: str) -> None:
    path = text(tmp_path / "a.csv", content, encoding)
    assert encoding_of(path) == found
    assert [",".join(map(str, row)) for row in rows(path)] == content.splitlines()[1:]


def test_another_encoding_can_be_chosen(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", TRADITIONAL, "cp950")
    assert set(look(path).encodings) >= {"cp950", "gb18030"}
    other = look(path, SourceChoice(encoding="gb18030"))
    assert other.choice.encoding == "gb18030"
    assert not other.known
    with pytest.raises(UserError, match="no text in the encoding"):
        look(path, SourceChoice(encoding="utf-8"))
    with pytest.raises(UserError, match="no text in the encoding"):
        look(path, SourceChoice(encoding="rot13"))


def test_another_separator_can_be_chosen(tmp_path: Path) -> None:
    path = text(tmp_path / "a.txt", "名称，电话\n甲，1\n")
    assert look(path).choice.separator == "，"
    assert rows(path) == [["甲", "1"]]
    assert look(path, SourceChoice(separator=",")).headers == ("名称，电话",)


def test_a_pasted_table_is_read_as_a_file(tmp_path: Path) -> None:
    pasted = '名称\t备注\t尺寸\r\n甲\t"第一行\n第二行 ""引"""\t5" 管\r\n"乙"\t"没有结束\t"x" y\r\n'
    path = keep_pasted(pasted, tmp_path)
    assert rows(path) == [["甲", '第一行\n第二行 "引"', '5" 管'], ['"乙"', '"没有结束', '"x" y']]
    assert look(path).choice.separator == "\t"
    assert list(pasted_rows("a\tb\n\nc")) == [["a", "b"], [""], ["c"]]


def test_web_pages_that_call_themselves_workbooks_are_read(tmp_path: Path) -> None:
    page = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{}</style></head>
    <body><table border=1><tr><th colspan="3">客户列表</th></tr><tr><th rowspan=2>客户名称</th><th colspan=2>联系人</th>
    <tr><th>姓名<th>电话</tr><tr><td>甲&amp;乙<br>公司</td>
    <td style='mso-number-format:"\\@"'>王</td><td>0755-1&nbsp;</td></tr>
    </table></body></html>"""
    path = text(tmp_path / "导出.xls", page, "gb18030")
    found = look(path)
    assert found.kind is SourceKind.HTML
    assert found.headers == ("客户名称", "联系人姓名", "联系人电话")
    assert found.remarks
    assert rows(path) == [["甲&乙\n公司", "王", "0755-1"]]


def test_the_xml_of_excel_2003_is_read(tmp_path: Path) -> None:
    content = """<?xml version="1.0" encoding="gb2312"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="客户"><Table>
    <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">名单</Data></Cell></Row>
    <Row ss:Index="3"><Cell><Data ss:Type="String">客户名称</Data></Cell>
    <Cell ss:Index="3"><Data ss:Type="String">电话</Data></Cell>
    <Cell><Data ss:Type="String">生日</Data></Cell></Row>
    <Row><Cell><Data ss:Type="String">甲</Data></Cell>
    <Cell ss:Index="3"><Data ss:Type="Number">13800138000</Data></Cell>
    <Cell><Data ss:Type="DateTime">1990-05-01T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>"""
    path = text(tmp_path / "a.xls", content, "gb18030")
    found = table(path)
    assert (found.sheet, found.header_row, found.header) == ("客户", 3, ("客户名称", "", "电话", "生日"))
    assert [row.cells for row in found.rows] == [["甲", "", "13800138000", dt.date(1990, 5, 1)]]


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [letters(i) for i in (0, 25, 26, 701, 702, 16_383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
