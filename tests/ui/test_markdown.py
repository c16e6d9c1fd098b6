"""Notes in Markdown: shown as meant, never loading anything, never stopping the window."""

import time

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextDocument

from desktop_crm.ui.forms.notes import NotesField
from desktop_crm.ui.widgets.markdown import MarkdownView, open_link


@pytest.fixture
def shown(qtbot):
    def show(source):
        view = MarkdownView(source)
        qtbot.addWidget(view)
        view.resize(500, 300)
        view.show()
        return view

    return show


def test_markdown_reads_as_meant(shown):
    html = shown("# Title\n**bold** and [a link](https://example.com)\n\n- one\n- two").toHtml()
    assert "<h1" in html
    assert "font-weight:" in html
    assert 'href="https://example.com"' in html
    assert "<li" in html


def test_line_ends_of_plain_notes_stay(shown):
    view = shown("one\ntwo\n\nthree")
    heights = [view.cursorRect(QTextCursor(view.document().find(word))).top() for word in ("one", "two", "three")]
    assert heights == sorted(set(heights))


def test_html_is_shown_and_not_done(shown):
    view = shown('<img src="http://example.com/x.png"><b>bold</b>')
    assert "<b>bold</b>" in view.toPlainText()


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "qrc:/x.png"])
def test_nothing_is_loaded(shown, address):
    view = shown(f"![x]({address})")
    kind = QTextDocument.ResourceType.ImageResource.value
    assert view.document().resource(kind, QUrl(address)) is None
    assert view.loadResource(kind, QUrl(address)) is None


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://example.com", True),
        ("MAILTO:a@example.com", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("relative", False),
        ("smb://server/share", False),
    ],
)
def test_only_the_web_and_mail_are_opened(monkeypatch, address, opens):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    assert open_link(QUrl(address)) is opens
    assert bool(asked) is opens


@pytest.mark.parametrize(
    "source",
    [
        ">" * 20_000,
        "> " * 10_000,
        "- " * 10_000,
        "- a\n" * 5_000,
        "|" + "a|" * 4_000 + "\n|" + "-|" * 4_000,
        "`a" * 10_000,
        "_a" * 10_000,
        "[" * 20_000,
    ],
)
def test_hostile_notes_do_not_stop_the_window(shown, source):
    begun = time.monotonic()
    shown(source)
    assert time.monotonic() - begun < 3


def test_the_view_is_as_high_as_its_text(shown):
    view = shown("line\n" * 30)
    assert view.height() >= view.document().size().height()


@pytest.fixture
def field(qtbot):
    made = NotesField()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_the_helpers_write_markdown(field):
    field.set_value("one\ntwo")
    field.edit.selectAll()
    field.helpers[1].click()
    assert field.value() == "- one\n- two"
    cursor = field.edit.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    field.edit.setTextCursor(cursor)
    field.helpers[0].click()
    assert field.value() == "- **one**\n- two"
    field.edit.moveCursor(cursor.MoveOperation.End)
    field.helpers[2].click()
    field.edit.insertPlainText("example.com")
    assert field.value().endswith("[text](https://example.com)")


def test_the_preview_shows_how_it_will_read(field, qtbot):
    seen = []
    field.edited.connect(lambda: seen.append(field.value()))
    qtbot.keyClicks(field.edit, "**a**")
    assert seen[-1] == "**a**"
    qtbot.mouseClick(field.toggle, Qt.MouseButton.LeftButton)
    assert field.view.toPlainText() == "a"
    assert not field.helpers[0].isEnabled()
    qtbot.mouseClick(field.toggle, Qt.MouseButton.LeftButton)
    assert field.stack.currentWidget() is field.edit
