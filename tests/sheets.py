"""Small workbooks of the formats that no library at hand writes."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

SMALL_XLS = Path(__file__).parent / "data" / "small.xls"


def xlsb(rows: list[list[object]]) -> bytes:
    """An .xlsb with one sheet: texts, numbers, and errors as bytes of their code (b"\\x2a" is #N/A)."""
    sheet = _record(129) + _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)) + _record(145)
    for number, row in enumerate(rows):
        sheet += _record(0, struct.pack("<II", number, 0) + bytes(9))
        for place, value in enumerate(row):
            start = struct.pack("<II", place, 0)
            if isinstance(value, bytes):
                sheet += _record(3, start + value)
            elif isinstance(value, float):
                sheet += _record(5, start + struct.pack("<d", value))
            elif value:
                sheet += _record(6, start + _wide(str(value)))
    sheet += _record(146) + _record(130)
    bundle = struct.pack("<II", 0, 1) + _wide("r1") + _wide("客户")
    book = _record(131) + _record(143) + _record(156, bundle) + _record(144) + _record(132)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        for name, kind, target in (
            ("_rels/.rels", "officeDocument", "xl/workbook.bin"),
            ("xl/_rels/workbook.bin.rels", "worksheet", "worksheets/sheet1.bin"),
        ):
            relation = f'<Relationship Id="r1" Type="{office}/{kind}" Target="{target}"/>'
            archive.writestr(name, f'<Relationships xmlns="{package}/relationships">{relation}</Relationships>')
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return out.getvalue()


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = b""
    left = len(data)
    while True:
        size += bytes([left & 0x7F | (0x80 if left > 127 else 0)])
        left >>= 7
        if not left:
            return head + size + data


def ods(rows: list[list[str]]) -> bytes:
    """An .ods with one sheet of texts."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    cells = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in row)
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}office:1.0" '
        f'xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="客户">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return out.getvalue()
