"""Names of files that come from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text.filenames import is_dangerous, media_type, numbered, safe_name


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("合同 2026.pdf", "合同 2026.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\cmd.exe", "cmd.exe"),
        ("/tmp/", "tmp"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("a\x00b\nc\t.txt", "a b c.txt"),
        ("CON.txt", "_CON.txt"),
        ("nul", "_nul"),
        ("com¹.log", "_com¹.log"),
        ("evil.exe. .", "evil.exe"),
        ("evil.exe:zone.txt", "evil.exe_zone.txt"),
        ("....", "file"),
        ("", "file"),
        ("\udcff.txt", "txt"),
        ("e\u0301.txt", "é.txt"),
    ],
)
def test_names_are_made_safe(raw, safe):
    assert safe_name(raw) == safe


@given(st.text(max_size=400) | st.text(alphabet="文𠀀a./\\. ", max_size=400))
def test_any_name_is_safe_and_stays_so(raw):
    name = safe_name(raw)
    assert name
    assert len(name) <= 121
    assert len(name.encode()) <= 201
    assert not set(name) & set('/\\:*?"<>|\n\r\t\x00')
    assert not name.endswith((".", " "))
    assert safe_name(name) == name


def test_a_long_name_keeps_its_suffix():
    assert safe_name("长" * 300 + ".pdf").endswith("长.pdf")


def test_taken_names_are_numbered():
    assert numbered("a.pdf", {"a.pdf", "a (2).pdf"}) == "a (3).pdf"
    assert numbered("A.pdf", {"a.pdf"}) == "A (2).pdf"
    assert numbered("a", {"a"}) == "a (2)"


@pytest.mark.parametrize("name", ["a.exe", "a.PDF.Bat", "a.js", "a.lnk", "a.desktop", "a.html", "a.app", "a.exe. "])
def test_what_could_run_is_known_by_its_name(name):
    assert is_dangerous(name)


@pytest.mark.parametrize("head", [b"MZ\x90", b"\x7fELF\x02", b"#!/bin/sh\n", b"\xcf\xfa\xed\xfe"])
def test_what_could_run_is_known_by_its_content(head):
    assert is_dangerous("harmless.pdf", head)


@pytest.mark.parametrize("name", ["a.pdf", "报价.xlsx", "photo.jpeg", "exe", "notes.txt"])
def test_documents_are_opened(name):
    assert not is_dangerous(name)


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.pdf", b"%PDF-1.4", "application/pdf"),
        ("a.pdf", b"MZ\x00\x00", "application/octet-stream"),
        ("photo.png", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("notes.txt", "笔记".encode(), "text/plain"),
        ("data", b"\x00\x01\x02", "application/octet-stream"),
    ],
)
def test_types_are_told_by_content(name, head, kind):
    assert media_type(name, head) == kind
