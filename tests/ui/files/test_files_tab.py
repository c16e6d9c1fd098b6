"""The Files tab with its list, as a person uses it: add, drop, paste, look, rename, delete, undo."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_crm.controllers.settings import FILE_LIMIT
from desktop_crm.models.records.files import Source
from desktop_crm.ui.pages.files.tab import NAME, NOTE, FilesTab
from tests.ui.files.samples import picture


@pytest.fixture
def tab(qtbot, stage, services, window):
    (key,) = stage.store(stage.huawei())
    made = stage.show(FilesTab(services, window))
    found = []
    services.customers.get(key, made).then(found.append)
    stage.settle()
    made.show_customer(found[0])
    stage.settle()
    return made


@pytest.fixture
def attached(stage, services, tab):
    """Attaches contents by their names and chooses the first file."""

    def attach(**contents):
        sources = [Source(name.replace("_", "."), content=content) for name, content in contents.items()]
        services.attachments.attach(tab._customer.id, sources)
        stage.settle()
        stage.settle()

    return attach


def names(tab):
    return [tab.list.topLevelItem(at).text(NAME) for at in range(tab.list.topLevelItemCount())]


def words(posted):
    return [one.text.plain() for one in posted]


def drop(widget, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, mime, left, none))
    return enter.isAccepted()


def test_without_files_the_tab_says_what_to_do(tab):
    assert tab.stack.currentWidget() is tab.nothing
    assert tab.nothing.accessibleName() == "No files yet"


def test_dropped_files_are_attached_and_one_undo_takes_them_away(tab, stage, services, posted, tmp_path):
    (tmp_path / "合同.pdf").write_bytes(b"%PDF-1.4 x")
    (tmp_path / "b.txt").write_bytes(b"words")
    assert drop(tab, tmp_path / "合同.pdf", tmp_path / "b.txt")
    stage.settle()
    stage.settle()
    assert sorted(names(tab)) == ["b.txt", "合同.pdf"]
    assert words(posted) == ["2 files attached"]
    assert posted[0].action == "edit.undo"
    services.undo.undo()
    stage.settle()
    stage.settle()
    assert names(tab) == []
    assert tab.stack.currentWidget() is tab.nothing


def test_a_dropped_folder_a_vanished_and_a_large_file_are_refused_with_words(tab, stage, services, posted, tmp_path):
    services.settings.set(FILE_LIMIT, 1)
    (tmp_path / "folder").mkdir()
    (tmp_path / "large.bin").write_bytes(b"\0" * 1_000_001)
    for name, reason in (
        ("folder", "It is a folder. Pack it into one file first."),
        ("vanished.txt", "It is not there any more."),
        ("large.bin", "It is larger than 1 MB, the limit in the settings."),
    ):
        posted.clear()
        drop(tab, tmp_path / name)
        stage.settle()
        assert [(one.text.plain(), one.advice.plain()) for one in posted] == [(f"{name} was not attached.", reason)]
    assert names(tab) == []


def test_links_to_the_web_are_not_taken(tab):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/a.pdf")])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(tab, event)
    assert not event.isAccepted()


def test_a_picture_is_pasted_under_the_date(tab, stage, qtbot):
    QGuiApplication.clipboard().setImage(picture())
    qtbot.keyClick(tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    stage.settle()
    stage.settle()
    (name,) = names(tab)
    assert name.startswith("Picture 20")
    assert name.endswith(".png")
    assert tab.files[0].media_type == "image/png"


def test_a_copied_file_is_pasted(tab, stage, qtbot, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    QGuiApplication.clipboard().setMimeData(mime)
    tab.paste_button.click()
    stage.settle()
    stage.settle()
    assert names(tab) == ["a.txt"]


def test_pasting_nothing_says_so(tab, posted):
    QGuiApplication.clipboard().setText("words")
    tab.paste()
    assert words(posted) == ["There is no file and no picture on the clipboard."]


def test_the_same_file_again_is_noticed(tab, attached, stage, posted, tmp_path):
    attached(a_txt=b"words")
    (tmp_path / "copy.txt").write_bytes(b"words")
    drop(tab, tmp_path / "copy.txt")
    stage.settle()
    assert words(posted) == ["This customer has this file already, as a.txt."]
    assert names(tab) == ["a.txt"]


def edit(tab, qtbot, column, text):
    tab.rename() if column == NAME else tab.write_note()
    editor = tab.list.findChild(QLineEdit)
    editor.setText(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_f2_renames_and_a_note_is_written_in_place(tab, attached, stage, qtbot, posted):
    attached(a_txt=b"words")
    edit(tab, qtbot, NAME, "../offer")
    stage.settle()
    stage.settle()
    assert names(tab) == ["offer.txt"]
    assert words(posted) == ["Renamed to offer.txt"]
    edit(tab, qtbot, NOTE, "signed")
    stage.settle()
    stage.settle()
    assert tab.files[0].note == "signed"
    edit(tab, qtbot, NAME, "  ")
    stage.settle()
    assert names(tab) == ["offer.txt"]
    assert words(posted)[-1] == "A file needs a name."


def test_delete_deletes_the_chosen_and_offers_undo(tab, attached, stage, qtbot, services, posted):
    attached(a_txt=b"a", b_txt=b"b")
    tab.list.setFocus()
    tab.list.selectAll()
    qtbot.keyClick(tab.list, Qt.Key.Key_Delete)
    stage.settle()
    stage.settle()
    assert names(tab) == []
    assert (words(posted)[-1], posted[-1].action) == ("2 files deleted", "edit.undo")
    services.undo.undo()
    stage.settle()
    stage.settle()
    assert sorted(names(tab)) == ["a.txt", "b.txt"]


class Answer:
    """A person who answers the system's dialog."""

    def __init__(self, path):
        self.path = path

    def save(self, parent, title, proposal, kinds):
        return self.path


def test_enter_opens_a_read_only_copy(tab, attached, stage, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    attached(a_txt=b"words")
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    stage.settle()
    path = Path(opened[0].toLocalFile())
    assert (path.name, path.read_bytes()) == ("a.txt", b"words")
    assert not path.stat().st_mode & stat.S_IWUSR
    tab.open()
    stage.settle()
    assert opened[1] == opened[0]


@pytest.mark.parametrize(("name", "content"), [("run_bat", b"del *"), ("harmless_pdf", b"MZ\x90\0")])
def test_what_could_run_is_kept_but_never_opened(tab, attached, stage, monkeypatch, posted, name, content):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    attached(**{name: content})
    tab.open()
    stage.settle()
    assert opened == []
    assert "could run a program" in words(posted)[-1]


def test_a_copy_is_saved(tab, attached, stage, posted, tmp_path):
    attached(a_txt=b"words")
    tab.picker = Answer(tmp_path / "copy.txt")
    tab.save_as()
    stage.settle()
    assert (tmp_path / "copy.txt").read_bytes() == b"words"
    assert (words(posted), posted[0].action) == (["Saved as copy.txt"], "")
    tab.picker = Answer(tmp_path / "copy.txt" / "below a file.txt")
    tab.save_as()
    stage.settle()
    assert words(posted)[-1] == "below a file.txt could not be written."


def test_a_deleted_customer_keeps_its_files_and_takes_no_more(tab, attached, stage, services):
    from desktop_crm.models.records.lists import Selection

    attached(a_txt=b"words")
    services.customers.delete(Selection.of(tab._customer.id))
    found = []
    stage.settle()
    services.customers.get(tab._customer.id, tab).then(found.append)
    stage.settle()
    tab.show_customer(found[0])
    stage.settle()
    assert names(tab) == ["a.txt"]
    assert not tab.add_button.isEnabled()
    tab.delete()
    stage.settle()
    assert names(tab) == ["a.txt"]


def test_files_are_dropped_anywhere_on_the_customer_page(stage, services, window, posted, tmp_path):
    from desktop_crm.features import FEATURES
    from desktop_crm.ui.pages.customers.feature import customer_page

    (key,) = stage.store(stage.huawei())
    page = stage.show(customer_page(services, window, FEATURES))
    (tmp_path / "a.txt").write_bytes(b"words")
    assert not drop(page, tmp_path / "a.txt")
    page.show_customer(key)
    stage.settle()
    assert drop(page, tmp_path / "a.txt")
    stage.settle()
    assert words(posted) == ["a.txt attached"]


def test_an_unreadable_file_is_refused(tab, stage, posted, tmp_path):
    # A name that no system call takes: it can neither be asked for nor read.
    drop(tab, tmp_path / ("n" * 300))
    stage.settle()
    assert [one.advice.plain() for one in posted] == ["It cannot be read."]
