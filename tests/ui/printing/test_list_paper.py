"""Lists as PDF files: the header on every page, all rows, texts that can be copied."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdfium2

from desktop_crm.models.records.tables import CellKind, OutColumn
from desktop_crm.ui.pages.printing.list_paper import write_list

COLUMNS = (OutColumn("编号", width=11), OutColumn("名称", width=32), OutColumn("更新", CellKind.TIME, 17))


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_every_page_has_the_header_and_every_row_is_there(qapp: object, tmp_path: Path) -> None:
    at = dt.datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - cells know no zones
    rows = [(f"C{number:06d}", f"云杉贸易有限公司 {number}", at) for number in range(200)]
    write_list(tmp_path / "list.pdf", "客户", COLUMNS, iter(rows))
    found = pages(tmp_path / "list.pdf")
    assert len(found) > 3
    assert all("名称" in text for text in found)
    assert [f"Page {number} of {len(found)}" in text for number, text in enumerate(found, 1)] == [True] * len(found)
    assert [code for text in found for code in text.split() if code.startswith("C0")] == [row[0] for row in rows]
    assert "2026-03-01 09:30" in found[0]


def test_a_long_text_takes_three_lines_and_no_more(qapp: object, tmp_path: Path) -> None:
    rows = [("C000001", "很长的名称" * 200, None), ("C000002", "短", None)]
    write_list(tmp_path / "list.pdf", "客户", COLUMNS, iter(rows))
    (text,) = pages(tmp_path / "list.pdf")
    assert "…" in text
    assert "C000002" in text
    assert text.count("很长的名称") < 60


def test_a_list_without_rows_is_a_page_with_its_header(qapp: object, tmp_path: Path) -> None:
    write_list(tmp_path / "list.pdf", "客户", COLUMNS, iter(()))
    (text,) = pages(tmp_path / "list.pdf")
    assert "名称" in text
