"""Working in the window: palette, undo across pages, language and theme at run time, history, restore, tables."""

import dataclasses

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop_crm.controllers.settings import LANGUAGE, THEME
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.exports import ExportRequest
from desktop_crm.models.records.lists import ListSpec, PageRequest, Selection


@pytest.fixture
def office(run, tmp_path):
    """An open file with two customers in front."""
    it = run()
    it.open(tmp_path / "firma.crmdb", create=True)
    it.ids = it.add("华为技术", "Acme Ltd")
    it.shell.navigator.show_page("customers")
    it.until(lambda: it.page.model.rowCount() == 2)
    it.settle()
    return it


def save(it, record, **changes):
    task = it.services.customers.get(record, it.window)
    it.until(lambda: not task.open)
    done = it.services.customers.save(dataclasses.replace(task.result.draft, **changes), task.result.draft)
    it.until(lambda: not done.open)
    it.settle()
    assert done.error is None, done.error


def names(it):
    task = it.services.customers.page(ListSpec(), PageRequest(0), it.window)
    it.until(lambda: not task.open)
    return sorted(row.name for row in task.result.rows)


def modal(it, act):
    """Does something with the dialog that comes up next."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, look)
            return
        seen.append(dialog)
        act(dialog)

    QTimer.singleShot(0, look)
    return seen


def test_the_palette_finds_a_command_by_letters_of_either_language_and_runs_it(office, qtbot):
    it = office
    it.shell.registry.action("app.palette").trigger()
    palette = it.shell._palette
    qtbot.keyClicks(palette._input, "light and")
    qtbot.keyClick(palette._input, Qt.Key.Key_Return)
    it.until(lambda: it.front.theme.tokens.dark)
    assert it.services.settings.get(THEME) == "dark"
    assert not palette.isVisible()


def test_the_palette_finds_a_command_by_its_pinyin_initials(office, qtbot):
    it = office
    it.services.settings.set(LANGUAGE, "zh_CN")
    it.shell.registry.action("app.palette").trigger()
    palette = it.shell._palette
    qtbot.keyClicks(palette._input, "zdyzd")
    it.until(lambda: any(item.text == "前往：自定义字段" for item in palette._list.items()))
    it.services.settings.set(LANGUAGE, "en")


def test_the_palette_finds_a_customer_by_pinyin_initials_and_opens_it(office, qtbot):
    it = office
    it.shell.registry.action("app.palette").trigger()
    palette = it.shell._palette
    qtbot.keyClicks(palette._input, "hwjs")
    it.until(lambda: any(item.value == it.ids[0] for item in palette._list.items()))
    qtbot.keyClick(palette._input, Qt.Key.Key_Return)
    it.until(lambda: it.shell.navigator.spot.page == "customer")
    it.settle()
    assert it.shell.navigator.spot.record == it.ids[0]
    it.shell.registry.action("nav.back").trigger()
    assert it.shell.navigator.spot.page == "customers"


def test_undo_and_redo_work_from_every_page_and_say_what_they_do(office, qtbot):
    it = office
    save(it, it.ids[0], name="华为终端")
    undo, redo = it.shell.registry.action("edit.undo"), it.shell.registry.action("edit.redo")
    assert undo.text().startswith("Undo: ")
    assert "华为" in undo.text()
    assert undo.text() in it.window.top.undo.toolTip()
    it.shell.navigator.show_page("history")
    it.activate()
    qtbot.keyClick(it.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    it.until(lambda: it.notice.startswith("Undone"))
    assert names(it) == ["Acme Ltd", "华为技术"]
    assert redo.isEnabled()
    qtbot.keyClick(it.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    it.until(lambda: it.notice.startswith("Done again"))
    assert names(it) == ["Acme Ltd", "华为终端"]
    assert not redo.isEnabled()


def test_a_text_field_keeps_its_own_undo_only_while_it_has_something_to_take_back(office, qtbot):
    it = office
    save(it, it.ids[0], name="华为终端")
    field = it.page.findChild(QLineEdit)
    it.activate()
    field.setFocus()
    it.until(lambda: QApplication.focusWidget() is field)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    it.settle()
    assert field.text() == ""
    assert it.shell.registry.action("edit.redo").isEnabled() is False
    while field.isUndoAvailable():
        field.undo()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    it.until(lambda: it.shell.registry.action("edit.redo").isEnabled())
    assert names(it) == ["Acme Ltd", "华为技术"]


def test_a_refused_command_says_so_in_the_message_bar(office):
    it = office
    task = it.services.customers.save(CustomerDraft(name=""))
    it.until(lambda: not task.open)
    assert it.notice
    assert it.shell.notes.bar.property("level") == "error"


def test_a_notice_s_undo_button_takes_the_change_back(office):
    from desktop_crm.models.messages import Message

    it = office
    save(it, it.ids[0], name="华为终端")
    it.services.notices.done(Message("Saved"))
    button = next(one for one in it.shell.notes.bar.findChildren(QPushButton) if one.text() == "Undo")
    button.click()
    it.until(lambda: it.notice.startswith("Undone"))
    assert names(it) == ["Acme Ltd", "华为技术"]


def test_the_whole_interface_changes_its_language_at_run_time(office):
    it = office
    before = it.services.settings.get(LANGUAGE)
    it.shell.registry.action("view.language").trigger()
    assert it.services.settings.get(LANGUAGE) == "zh_CN" != before
    assert it.front.translator.language == "zh_CN"
    it.shell.registry.action("view.language").trigger()
    assert it.services.settings.get(LANGUAGE) == "en"
    assert it.window.side.item("#help").text() == "Help"


def test_help_is_there_in_both_languages_and_loads_nothing(office):
    from desktop_crm.ui.shell.help import HelpDialog

    for language, word in (("en", "Undo anything"), ("zh_CN", "撤销")):
        dialog = HelpDialog(office.shell.kit.help_folder, lambda to=language: to, office.window)
        assert word in dialog.text.toPlainText()
        dialog.text.setHtml('<img src="file:///etc/hostname"><a href="file:///etc/passwd">x</a>')
        assert dialog.text.loadResource(2, "file:///etc/hostname") is None
        assert not dialog.text.openLinks()
        dialog.deleteLater()


def test_the_theme_changes_every_part_at_run_time(office):
    it = office
    light = it.window.grab().toImage().pixelColor(4, 300)
    it.shell.registry.action("view.theme").trigger()
    QApplication.processEvents()
    dark = it.window.grab().toImage().pixelColor(4, 300)
    assert dark.lightness() < 80 < light.lightness()


def test_history_lists_changes_and_takes_an_older_one_back(office):
    it = office
    save(it, it.ids[0], notes="wichtig")
    save(it, it.ids[1], notes="other")
    it.shell.navigator.show_page("history")
    page = it.page
    it.until(lambda: page.model.rowCount() == 5)
    page.list.setCurrentIndex(page.model.index(1))
    it.until(lambda: "wichtig" in page.detail.text.toPlainText())
    assert "Notes" in page.detail.text.toPlainText()
    assert "华为技术" in page.detail.text.toPlainText()
    page.detail.undo.click()
    it.until(lambda: page.model.rowCount() == 6)
    it.settle()
    change = page.detail.change
    assert change.undone
    assert page.detail.undo.isHidden()
    task = it.services.customers.get(it.ids[0], it.window)
    it.until(lambda: not task.open)
    assert task.result.draft.notes == ""


def test_a_change_that_others_build_on_is_not_taken_back_and_names_them(office):
    it = office
    save(it, it.ids[0], notes="first")
    save(it, it.ids[0], notes="second")
    it.shell.navigator.show_page("history")
    page = it.page
    it.until(lambda: page.model.rowCount() == 5)
    page.list.setCurrentIndex(page.model.index(1))
    it.settle()
    page.detail.undo.click()
    it.until(lambda: not page.detail.refusal.isHidden())
    link = next(one for one in page.detail.refusal.findChildren(QPushButton) if not one.isHidden())
    assert "华为技术" in link.text()
    link.click()
    assert page.list.currentIndex().row() == 0
    assert page.model.change(0).id == page.detail.change.id


def test_history_is_narrowed_by_words_and_by_customer(office):
    it = office
    save(it, it.ids[1], notes="other")
    it.shell.navigator.show_page("history")
    page = it.page
    it.until(lambda: page.model.rowCount() == 4)
    page.filter.set_text("华为")
    it.until(lambda: page.model.rowCount() == 1)
    page.filter.set_text("")
    it.until(lambda: page.model.rowCount() == 4)
    page.show_customer(it.ids[1], "Acme Ltd")
    it.until(lambda: page.model.rowCount() == 2)
    page.record.field.set_text("")
    it.until(lambda: page.model.rowCount() == 4)


def test_a_back_up_says_what_is_in_it_and_can_be_restored(office):
    it = office
    it.shell.registry.action("file.back_up").trigger()
    it.until(lambda: it.notice.startswith("Backed up as"))
    it.services.customers.delete(Selection.of(it.ids[0]))
    it.settle()
    assert names(it) == ["Acme Ltd"]

    def choose(dialog):
        it.until(lambda: dialog.table.rowCount() == 1)
        assert dialog.table.item(0, 1).text() == "2"
        modal(it, lambda asked: next(b for b in asked.findChildren(QPushButton) if b.text() == "Restore").click())
        dialog.restore_button.click()

    assert modal(it, choose) is not None
    it.shell.files.show_back_ups()
    it.until(lambda: it.services.workspace.current is not None and it.services.runner.database is not None)
    it.settle()
    it.until(lambda: names(it) == ["Acme Ltd", "华为技术"])
    kept = list(it.services.workspace.current.path.parent.glob("firma *before restore.crmdb"))
    assert len(kept) == 1


def test_a_server_s_back_ups_are_its_administrator_s(office):
    from desktop_crm.ui.pages.data.back_ups import BackUpsDialog

    it = office
    current = it.services.workspace.current
    it.services.workspace.current = current._replace(path=None, address="postgresql://firma")
    dialog = BackUpsDialog(it.shell.kit, None, it.window)
    words = [one.text() for one in dialog.findChildren(QPushButton)]
    assert "Export all customers…" in words
    assert "Back up now" not in words
    dialog.deleteLater()
    it.services.workspace.current = current


def test_what_the_server_dialog_asks_for(office):
    from desktop_crm.ui.pages.data.server import ServerDialog

    dialog = ServerDialog("postgresql://anna@db.example:5433/firma", office.window)
    assert (dialog.host.text(), dialog.port.value()) == ("db.example", 5433)
    dialog.password.setText("ge:heim/@")
    assert dialog.url() == "postgresql://anna:ge%3Aheim%2F%40@db.example:5433/firma"
    dialog.database.clear()
    dialog._go()
    assert "needed" in dialog.error.text()
    dialog.deleteLater()


def test_the_report_of_the_last_run_is_offered_and_can_be_copied(run):
    first = run()
    first.shell.kit.crash.reported.disconnect()
    first.shell.kit.crash.record(ValueError("boom"), "window")
    first.close()
    it = run()
    assert "ended unexpectedly" in it.notice
    seen = modal(it, lambda dialog: (dialog.copy_button.click(), dialog.accept()))
    it.shell.refresh()
    it.shell.registry.action("help.report").trigger()
    assert seen
    assert "ValueError" in QApplication.clipboard().text()


def test_every_action_has_words_and_no_two_share_a_shortcut(office):
    keys = [row.shortcut for row in office.shell.registry.shortcuts()]
    assert len(keys) == len(set(keys))
    assert all(office.shell.registry.text(spec.id) for spec in office.shell.registry.specs())
    needed = {"Ctrl+K", "Ctrl+Z", "Ctrl+,", "F1", "Ctrl+/", "Alt+Left", "Ctrl+O", "Ctrl+N"}
    assert needed <= set(keys)


def test_a_callers_number_may_be_typed_on_any_page(office, qtbot):
    it = office
    it.page.setFocus()
    qtbot.keyClicks(it.page, "1")
    search = it.window.top.search
    it.until(lambda: search.field.text() == "1")
    qtbot.keyClicks(search.field.edit, "38")
    assert search.field.text() == "138"


def test_a_list_goes_to_paper_and_a_template_is_saved(office, tmp_path):
    it = office
    listed = it.shell.files.listed()
    assert listed.columns[:2] == ("name", "number")
    it.shell.files.export_to(tmp_path / "list.pdf", ExportRequest(listed.spec, columns=listed.columns))
    it.until((tmp_path / "list.pdf").exists)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    it.picked.path = tmp_path / "template.xlsx"
    it.shell.run_action("file.template")
    it.until((tmp_path / "template.xlsx").exists)
    it.settle()


def test_everything_goes_out_and_becomes_a_new_file_that_is_opened(office, tmp_path):
    it = office
    book = tmp_path / "all.zip"
    it.picked.path = tmp_path / "all"
    it.shell.run_action("file.export_all")
    it.until(lambda: "2 customers" in it.notice, 60_000)
    it.picked.path = tmp_path / "firma.crmdb"
    it.window.dropped.emit(book)
    it.until(lambda: "there already" in it.notice)
    it.picked.path = tmp_path / "new.crmdb"
    it.window.dropped.emit(book)
    it.until(lambda: it.services.workspace.current.path == tmp_path / "new.crmdb", 60_000)
    it.settle()
    assert names(it) == ["Acme Ltd", "华为技术"]


def test_what_is_no_export_makes_no_file_and_says_so(office, tmp_path):
    it = office
    bad, new = tmp_path / "bad.zip", tmp_path / "new.crmdb"
    bad.write_bytes(b"PK no zip at all")
    it.picked.path = new
    it.window.dropped.emit(bad)
    it.until(lambda: "no export of a whole database" in it.notice, 60_000)
    it.settle()
    assert [one.name for one in tmp_path.glob("*new*")] == []
    assert it.services.workspace.current.path == tmp_path / "firma.crmdb"


def test_an_export_has_headers_in_the_windows_language(office, tmp_path):
    it = office
    listed = it.shell.files.listed()
    request = ExportRequest(listed.spec, columns=("name", "stage"))
    for name, header in (("en.csv", "Customer name,Stage"), ("zh.csv", "客户名称,阶段")):
        path = tmp_path / name
        it.shell.files.export_to(path, request)
        it.until(path.exists)
        it.settle()
        first, *rows = path.read_text("utf-8-sig").splitlines()
        assert first == header
        assert len(rows) == 2
        it.shell.registry.action("view.language").trigger()
        it.settle()
