"""No file takes the application down: damaged and hostile ones are read or refused with words, soon and frugally."""

from __future__ import annotations

import io
import random
import resource
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.pasted import pasted_rows
from desktop_crm.models.exchange.reading import look_at, open_table
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.sources import SourceChoice
from tests.sheets import SMALL_XLS, ods, xlsb
from tests.unit.test_cards import ANDROID, IPHONE
from tests.unit.test_cells import HEADER, sheet_xml, text_cell


def known(header: str) -> bool:
    return match_header(header) is not None


def survives(path: Path) -> bool:
    """Reads all of a file; whether it was one. Anything but words about it fails the test."""
    try:
        look = look_at(path, known)
        rows = sum(1 for _ in open_table(path, known, look.choice).rows)
    except UserError as error:
        refusal = error
    else:
        assert not look.rows_exact or rows == look.rows
        return True
    assert path.name in refusal.message.plain()
    assert refusal.advice is not None
    return False


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["客户信息"])
    sheet.append(["客户名称", "电话", "生日", "公式"])
    for i in range(40):
        sheet.append([f"公司{i}", 13800138000 + i, "2019-07-09", "=1+1"])
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A5:A7")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


PAGE = "<html><table><tr><th>名称<th colspan=2>电话</tr><tr><td rowspan=3>甲<td>1<td>2</tr></table>".encode()
XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row>'
    '<Cell ss:MergeAcross="1"><Data ss:Type="String">名称</Data></Cell></Row><Row ss:Index="3"><Cell ss:Index="2">'
    '<Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>'
).encode()
CSV = '客户名称,电话,备注\r\n"甲, 乙",1,"两\n行"\r\n丙,#N/A,1.38E+10\r\n'
SEEDS = {
    "a.xlsx": workbook(),
    "b.xls": SMALL_XLS.read_bytes(),
    "n.xls": (SMALL_XLS.parent / "errors.xls").read_bytes(),
    "c.ods": ods([["名称", "电话"], ["甲", "1"], ["乙", "#N/A"]]),
    "d.xlsb": xlsb([["名称", "电话"], ["甲", 13800138000.0], ["乙", b"\x2a"]]),
    "e.xls": PAGE,
    "f.xls": XML,
    "g.csv": CSV.encode("gb18030"),
    "h.csv": CSV.encode("utf-16"),
    "i.txt": CSV.replace(",", "\t").encode(),
    "j.vcf": (IPHONE + ANDROID).encode(),
}


@pytest.mark.parametrize("name", SEEDS)
def test_the_whole_files_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SEEDS[name])
    assert survives(tmp_path / name)


@pytest.mark.parametrize("name", SEEDS)
def test_truncated_and_flipped_files_are_read_or_refused(tmp_path: Path, name: str) -> None:
    whole, path, chance = SEEDS[name], tmp_path / name, random.Random(name)
    for length in sorted(chance.randrange(len(whole)) for _ in range(25)):
        path.write_bytes(whole[:length])
        survives(path)
    for _ in range(75):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 1, 2, 8, 40])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        survives(path)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_flipped_parts_inside_a_sound_zip_are_read_or_refused(tmp_path: Path, part: str) -> None:
    chance = random.Random(part)
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(60):
        content = bytearray(parts[part])
        for _ in range(chance.choice([1, 2, 5])):
            content[chance.randrange(len(content))] = chance.choice(b"<>/\"'= A0\x00\xff&;")
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in (parts | {part: bytes(content)}).items():
                archive.writestr(name, data)
        survives(path)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    for name in ("a.csv", "a.xls"):
        path = tmp_path_factory.getbasetemp() / name
        path.write_bytes(content)
        survives(path)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<table>", "</table>", "<tr>", "<td colspan=3>", "<th rowspan=2>", "</td>", "a", "<!--", "<"])
    )
)
def test_any_page_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "a.xls"
    path.write_text("<html>" + "".join(pieces), encoding="utf-8")
    survives(path)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.text(st.sampled_from('ab"\t\n '), max_size=5), min_size=1, max_size=3), min_size=1, max_size=4)
)
def test_what_calc_puts_on_the_clipboard_comes_back(rows: list[list[str]]) -> None:
    """Calc quotes a cell that holds a quotation mark, a tab or a line break, and doubles the marks in it."""
    quoted = [['"' + c.replace('"', '""') + '"' if set(c) & set('"\t\n') else c for c in row] for row in rows]
    assert list(pasted_rows("".join("\t".join(row) + "\n" for row in quoted))) == rows


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from('a"\t\n\r'), max_size=60))
def test_any_clipboard_is_taken_apart_without_loss_of_letters(pasted: str) -> None:
    assert sum(cell.count("a") for row in pasted_rows(pasted) for cell in row) == pasted.count("a")


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform == "darwin" else 1024)


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    path = sheet_xml(tmp_path / "a.xlsx", HEADER)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, bomb + data if name == part else data)
        with pytest.raises(UserError, match="entities"):
            look_at(path, known)
    (tmp_path / "b.xls").write_text(XML.decode().replace("<Workbook", f"{bomb}<Workbook", 1), encoding="utf-8")
    with pytest.raises(UserError, match="entities"):
        look_at(tmp_path / "b.xls", known)


FAR = {
    "plain": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "quoted otherwise": "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "spaced": '<row r="1048576"><c\tr = "XFD1048576"><v>1</v></c></row>',
    "another order": '<row r="1048576"><c s="0" r="XFD1048576"><v>1</v></c></row>',
    "without places": f'<row r="2">{"<c><v>1</v></c>" * 2_000}</row><row r="1048576"><c><v>1</v></c></row>',
    "small letters": '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
    "leading zeros": '<row r="1048576"><c r="XFD00001048576"><v>1</v></c></row>',
    "as entities": '<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>',
}


@pytest.mark.parametrize("way", FAR)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_far_cell_is_found_however_it_is_written(tmp_path: Path, way: str, prefix: str) -> None:
    path = sheet_xml(tmp_path / "a.xlsx", HEADER + FAR[way], prefix)
    before = peak()
    with pytest.raises(UserError, match="1048576"):
        look_at(path, known)
    assert peak() - before < 200


def test_a_lying_dimension_changes_nothing(tmp_path: Path) -> None:
    path = sheet_xml(tmp_path / "a.xlsx", HEADER + f'<row r="2">{text_cell("A2", "甲")}{text_cell("B2", "1")}</row>')
    for lie in ("A1:XFD1048576", "A1", "ZZ99:A1"):
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        start, end = sheet.index('ref="') + 5, sheet.index('"/><sheetData')
        parts["xl/worksheets/sheet1.xml"] = (sheet[:start] + lie + sheet[end:]).encode()
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        assert [row.cells for row in open_table(path, known).rows] == [["甲", "1"]]


def test_sixteen_thousand_columns_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        ",".join(["名称", *(f"列{i}" for i in range(16_383))]) + "\n甲" + ",x" * 16_383 + "\n", encoding="utf-8"
    )
    look = look_at(path, known)
    assert len(look.columns) == 16_384
    path.write_text("名称,电话\n甲" + ",x" * 20_000 + "\n", encoding="utf-8")
    with pytest.raises(UserError, match="row 2 has more than"):
        look_at(path, known)


ENDLESS = [
    b"<",
    b"<a",
    b"</",
    b"<!",
    b"<?",
    b"<!-",
    b"<![",
    b'<a b="',
    b"<td a=",
    b"&",
    b"&#",
    b"<td>",
    b"<table>",
    b"</td",
]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_tag_without_end_does_not_hang(tmp_path: Path, piece: bytes) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"<html><table><td>" + piece * (1_000_000 // len(piece)))
    started = time.process_time()
    survives(path)
    assert time.process_time() - started < 10


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("名称,电话\n" + "甲,1\n" * 900 + '"乙,2\n' + "丙,3\n" * 500, encoding="utf-8")
    with pytest.raises(UserError, match="row 902"):
        look_at(path, known, SourceChoice(separator=","))
