"""What kind of file it is, by what stands in it and not by its name; and every kind but plain text as named sheets."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop_crm.models.exchange.cells import refused
from desktop_crm.models.exchange.guard import DAMAGED, KINDS, NO_WORKBOOK, ZIP
from desktop_crm.models.exchange.workbooks import Sheet
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.sources import SourceKind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".et")
_HTML = re.compile(rb"<(?:html|table|!doctype html|meta|head|body)\b")

MISSING = Message(QT_TRANSLATE_NOOP("messages", "the file is not there."))
NO_FILE = Message(
    QT_TRANSLATE_NOOP("messages", "it cannot be opened: another program holds it, or you may not read it.")
)
CLOSE_IT = Message(QT_TRANSLATE_NOOP("messages", "Close it in other programs, then try again."))
CHOOSE = Message(QT_TRANSLATE_NOOP("messages", "Choose another file."))
EMPTY = Message(QT_TRANSLATE_NOOP("messages", "it is empty."))
HTML = Message(QT_TRANSLATE_NOOP("messages", "it is a web page that only calls itself a workbook."))


class Book(Protocol):
    """A file with sheets. `remarks` say what a person should know of how it is read."""

    @property
    def kind(self) -> SourceKind: ...

    @property
    def names(self) -> Sequence[str]: ...

    @property
    def remarks(self) -> Sequence[Message]: ...

    def sheet(self, name: str) -> Sheet: ...


def kind_of(path: Path) -> SourceKind:
    """The kind of a file. Raises UserError for one that cannot be opened, is empty or is known not to be readable."""
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except FileNotFoundError as error:
        raise refused(path, MISSING, CHOOSE) from error
    except OSError as error:
        raise refused(path, NO_FILE, CLOSE_IT) from error
    if not start.strip():
        raise refused(path, EMPTY, CHOOSE)
    if start.startswith(ZIP):
        return _zip_kind(path)
    if start.startswith(OLE):
        return SourceKind.XLS
    kind = _text_kind(start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower())
    if kind is SourceKind.HTML and start.lower().startswith((b"mime-version", b"content-type")):
        raise refused(path, HTML)
    if kind is SourceKind.TEXT and path.suffix.lower() in _WORKBOOK_NAMES and b"\0" in start:
        raise refused(path, NO_WORKBOOK, KINDS)
    return kind


def _text_kind(start: bytes) -> SourceKind:
    if start.startswith(b"begin:vcard"):
        return SourceKind.VCARD
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and start.startswith(b"<?xml"):
        return SourceKind.XML
    return SourceKind.HTML if _HTML.search(start) else SourceKind.TEXT


def _zip_kind(path: Path) -> SourceKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise refused(path, DAMAGED) from error
    if "content.xml" in names:
        return SourceKind.ODS
    return SourceKind.XLSB if "xl/workbook.bin" in names else SourceKind.XLSX


def open_book(path: Path, kind: SourceKind) -> Book:
    """Opens a file that is not plain text. Raises UserError."""
    if kind is SourceKind.HTML:
        from desktop_crm.models.exchange.web_tables import WebPage

        return WebPage(path)
    if kind is SourceKind.XML:
        from desktop_crm.models.exchange.xml_sheets import XmlWorkbook

        return XmlWorkbook(path)
    if kind is SourceKind.VCARD:
        from desktop_crm.models.exchange.cards import CardFile

        return CardFile(path)
    from desktop_crm.models.exchange.workbooks import Workbook

    return Workbook(path, kind)
