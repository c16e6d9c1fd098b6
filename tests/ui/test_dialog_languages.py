"""Dialogs that may be open while the language changes say everything in the new one at once."""

import re

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableWidget

from desktop_crm.controllers.i18n import Language
from desktop_crm.controllers.settings import LANGUAGE
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.exports import ListedNow
from desktop_crm.models.records.lists import ListSpec

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def office(run, tmp_path):
    it = run()
    it.open(tmp_path / "firma.crmdb", create=True)
    it.add("Acme Ltd")
    return it


def words(dialog):
    """Everything that can be read in a dialog: its title, labels, buttons, headings and cells."""
    found = [dialog.windowTitle()]
    found += [one.text() for one in dialog.findChildren(QLabel) if not one.isHidden()]
    found += [one.text() for one in dialog.findChildren(QAbstractButton) if not one.isHidden()]
    for table in dialog.findChildren(QTableWidget):
        columns, rows = range(table.columnCount()), range(table.rowCount())
        found += [table.accessibleName(), *(table.horizontalHeaderItem(at).text() for at in columns)]
        found += [table.item(row, column).text() for row in rows for column in columns]
    return [one for one in found if one]


def english(dialog, *names):
    """The words that are not Chinese and not one of these names, numbers or paths."""
    kept = {"–", *names}
    said = [one for one in words(dialog) if one not in kept and not CHINESE.search(one)]
    return [one for one in said if re.search("[A-Za-z]{2}", one) and ".crmdb" not in one and not one.endswith(" MB")]


def switch(it, dialog, *names):
    """There and back: nothing stays behind, and nothing else changes."""
    before = words(dialog)
    assert not [one for one in before if CHINESE.search(one)]
    it.front.translator.use(Language.ZH_CN)
    it.until(lambda: english(dialog, *names) == [])
    it.front.translator.use(Language.EN)
    it.until(lambda: words(dialog) == before)


def test_the_back_ups_with_one_and_without(office, qtbot):
    from desktop_crm.ui.pages.data.back_ups import BackUpsDialog

    it = office
    dialog = BackUpsDialog(it.shell.kit, None, it.window)
    qtbot.addWidget(dialog)
    dialog.show()
    it.until(lambda: not dialog.preview.text())
    assert "There are no back-ups yet." in words(dialog)
    switch(it, dialog)
    dialog.back_up_button.click()
    it.until(lambda: len(dialog.found()) == 1)
    it.until(dialog.restore_button.isEnabled)
    switch(it, dialog)
    assert dialog.restore_button.isEnabled()


def test_export_and_team_database(office, qtbot):
    from desktop_crm.ui.pages.data.exporting import ExportDialog
    from desktop_crm.ui.pages.data.server import ServerDialog

    listed = ListedNow(ListSpec(CustomerFilter(text="a")), ("name", "phone"))
    export = ExportDialog(listed, {"format": "pdf", "encoding": "gone"}, office.window)
    qtbot.addWidget(export)
    assert export.request().columns == ("name", "phone")
    export.format.set_value("csv")
    switch(office, export, "PDF", "UTF-8", "GBK", "GB18030")
    assert export.kind() == "csv"
    assert export.request().spec == listed.spec
    assert export.request().columns == ()
    server = ServerDialog("", office.window)
    qtbot.addWidget(server)
    server.go.click()
    assert server.error.text()
    switch(office, server)


def test_the_settings_follow_the_language_chosen_in_them(office):
    it = office

    def choose(dialog):
        dialog.input("theme").set_value("dark")
        dialog.input(LANGUAGE.key).set_value("zh_CN")
        it.until(lambda: dialog.windowTitle() == "设置")
        it.until(lambda: not english(dialog, "English"))
        assert dialog.input("theme").value() == "dark"
        assert dialog.input(LANGUAGE.key).value() == "zh_CN"
        dialog.input(LANGUAGE.key).set_value("en")
        it.until(lambda: dialog.windowTitle() == "Settings")
        dialog.accept()

    QTimer.singleShot(0, it.window, lambda: choose(QApplication.activeModalWidget()))
    it.shell.registry.action("app.settings").trigger()
    assert it.services.settings.get(LANGUAGE) == "en"


def opened(it, action, kind):
    it.shell.registry.action(action).trigger()
    return next(one for one in it.window.findChildren(kind) if one.isVisible())


def test_the_help_is_the_one_of_the_language(office):
    from desktop_crm.ui.shell.help import HelpDialog

    dialog = opened(office, "help.help", HelpDialog)
    before = dialog.text.toPlainText()
    switch(office, dialog)
    assert dialog.text.toPlainText() == before
    office.front.translator.use(Language.ZH_CN)
    office.until(lambda: "撤销" in dialog.text.toPlainText())


def test_about_names_its_facts_anew(office):
    from desktop_crm.ui.dialogs.about import AboutDialog
    from desktop_crm.ui.shell.facts import facts

    values = [value for _, value in facts(office.shell.kit)]
    dialog = opened(office, "help.about", AboutDialog)
    switch(office, dialog, "Desktop CRM", "Qt · Python", *values)


def test_shortcuts_are_listed_and_found_in_the_language(office):
    from desktop_crm.ui.dialogs.shortcuts import ShortcutsDialog

    dialog = opened(office, "help.shortcuts", ShortcutsDialog)
    switch(office, dialog, "Ctrl+F")
    dialog.filter.set_text("undo")
    found = [line.text for line in dialog.list.items()]
    assert "Undo" in found
    office.front.translator.use(Language.ZH_CN)
    office.until(lambda: dialog.windowTitle() == dialog.heading.text() != "Keyboard shortcuts")
    dialog.filter.set_text("撤销")
    assert [line.text for line in dialog.list.items() if CHINESE.search(line.text)]
    dialog.filter.set_text("undo")
    office.front.translator.use(Language.EN)
    office.until(lambda: [line.text for line in dialog.list.items()] == found)


@pytest.mark.parametrize("action", ["customer.tag", "customer.assign", "customer.stage"])
def test_a_picker_follows_and_still_does_what_it_was_opened_for(office, qtbot, action):
    from desktop_crm.models.queries.customer_list import page as read_page
    from desktop_crm.models.records.lists import ListSpec, PageRequest
    from desktop_crm.ui.pages.customers.dialogs import PickDialog
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage

    def row():
        with it.services.runner.database.read() as session:
            return read_page(session, ListSpec(), PageRequest(0)).rows[0]

    it = office
    it.shell.navigator.show_page("customers")
    front = it.window.findChild(CustomerListPage)
    it.until(lambda: front.model.rowCount() == 1)
    front.table.selection.select_all()
    it.shell.registry.action(action).trigger()
    it.until(lambda: bool(it.window.findChildren(PickDialog)))
    (dialog,) = it.window.findChildren(PickDialog)
    mine = it.services.runner.database.who
    switch(it, dialog, mine)
    it.front.translator.use(Language.ZH_CN)
    it.until(lambda: english(dialog, mine) == [])
    wanted = {"customer.tag": "VIP", "customer.assign": mine, "customer.stage": "流失"}[action]
    dialog.search.set_text(wanted)
    dialog.list.take()
    it.until(lambda: bool(row().tags) or bool(row().owner_name) or row().stage == "lost")
    it.front.translator.use(Language.EN)
