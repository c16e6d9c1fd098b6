"""Previews of good and of hostile files."""

import pytest

from desktop_crm.models.errors import UserError
from desktop_crm.models.records.files import Source
from desktop_crm.ui.pages.files.preview import PreviewPane, beginning_of, decode_picture
from tests.ui.files.samples import huge_png, pdf, png


@pytest.fixture
def pane(stage, services):
    return stage.show(PreviewPane(services))


@pytest.fixture
def look(qtbot, stage, services, pane):
    """Attaches a content and shows it."""
    (customer,) = stage.store(stage.huawei())

    def show(name, content):
        services.attachments.attach(customer, [Source(name, content=content)])
        stage.settle()
        found = []
        services.attachments.of(customer, pane).then(found.append)
        stage.settle()
        pane.show_file(found[0][0])
        qtbot.waitUntil(lambda: services.runner.open_tasks == 0, timeout=60_000)
        stage.settle()

    return show


def test_a_picture_is_shown(pane, look):
    look("a.png", png())
    assert pane.stack.currentWidget() is pane.view
    assert (pane.view.picture.width(), pane.view.picture.height()) == (40, 20)
    assert pane.view.accessibleName() == "Preview of a.png"


def test_a_large_picture_is_scaled_while_it_is_read():
    assert decode_picture(png(4_000, 2_000), "image/png").width() == 1_600


def test_a_picture_that_says_it_is_huge_is_not_unpacked(pane, look):
    look("bomb.png", huge_png())
    assert pane.words.accessibleName() == "This picture is too large to be shown here."


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", png()[:60], b"\xff\xd8\xff\xe0 no picture"])
def test_a_broken_picture_is_said_to_be_broken(content):
    with pytest.raises(UserError, match="damaged"):
        decode_picture(content, "image/png" if content.startswith(b"\x89") else "image/jpeg")


def test_pages_of_a_pdf_are_turned(qtbot, stage, services, pane, look):
    look("a.pdf", pdf(pages=2))
    assert pane.stack.currentWidget() is pane.view
    assert (pane.number, pane.pages) == (0, 2)
    assert pane.view.picture.width() == 1_600
    assert not pane.back.isEnabled()
    pane.on.click()
    qtbot.waitUntil(lambda: services.runner.open_tasks == 0, timeout=60_000)
    assert pane.number == 1
    assert not pane.on.isEnabled()


def test_a_broken_pdf_is_said_to_be_broken(pane, look):
    look("a.pdf", b"%PDF-1.7\nnothing more")
    assert pane.words.accessibleName() == "This PDF file is damaged and cannot be shown."


def test_a_page_that_says_it_is_huge_is_drawn_small(pane, look):
    look("a.pdf", pdf(pages=1, size="14000 14000"))
    assert pane.view.picture.width() * pane.view.picture.height() <= 12_000_000


def test_a_text_is_shown_from_its_beginning(pane, look):
    look("a.txt", "第一行\n".encode())
    assert pane.reader.toPlainText() == "第一行\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_texts_in_all_usual_encodings_are_read(encoding):
    assert beginning_of("客户笔记，第一行".encode(encoding)) == "客户笔记，第一行"


def test_a_long_text_is_cut_between_characters():
    shown = beginning_of(("字" * 30_000).encode())
    assert shown.endswith("字\n…")


def test_what_could_run_is_explained(pane, look):
    look("setup.exe", b"MZ\0\0")
    assert pane.words.accessibleName() == "This file could run a program"


def test_other_files_have_no_preview(pane, look):
    look("a.zip", b"PK\x03\x04")
    assert pane.words.accessibleName() == "No preview for this kind of file"
