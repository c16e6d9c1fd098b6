"""The import wizard in the window: the ways in, the steps by the keyboard, mending in the grid, both languages."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from desktop_crm.controllers.i18n import Language
from desktop_crm.controllers.importing_state import Step
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.queries.customer_list import page as read_page
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.import_setup import ValueAction
from desktop_crm.models.records.imports import RowOutcome
from desktop_crm.models.records.lists import ListSpec, PageRequest
from desktop_crm.ui.pages.importing.field_items import NEW
from desktop_crm.ui.pages.importing.lines import CELL

PATIENCE = 120_000
CHINESE = re.compile(r"[\u4e00-\u9fff]")
TABLE = "Name,Mobile,Source,Level\nBeta Ltd,13800138000,Exhibition,gold\nGamma Ltd,1380013,Bazaar,silver\n"


@pytest.fixture
def office(run, tmp_path):
    it = run()
    it.open(tmp_path / "firma.crmdb", create=True)
    it.add("Acme Ltd")
    it.activate()
    return it


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "customers.csv"
    path.write_text(TABLE, "utf-8")
    return path


def names(it):
    with it.services.runner.database.read() as session:
        return sorted(row.name for row in read_page(session, ListSpec(), PageRequest(0)).rows)


def idle(it):
    session = it.services.importing
    it.until(lambda: session.doing is None and not session.writing, PATIENCE)
    it.settle()
    return session


def wizard(it):
    return it.shell.navigator.page("import")


def onward(it, qtbot):
    qtbot.keyClick(it.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(it)


def words(page):
    """What can be read on the step in front."""
    found = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    found += [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()]
    return [one for one in found if one.strip()]


def test_a_dropped_table_goes_through_the_steps_is_mended_imported_opened_and_taken_back(office, qtbot, table):
    it = office
    it.window.dropped.emit(table)
    session = idle(it)
    page = wizard(it)
    assert it.page is page
    assert page.steps[Step.FILE].model.cell(1, 1).text == "Beta Ltd"
    for step in (Step.COLUMNS, Step.VALUES, Step.MATCHING, Step.CHECK):
        onward(it, qtbot)
        assert session.step is step
    assert names(it) == ["Acme Ltd"]
    check = page.steps[Step.CHECK]
    assert check.tiles.outcomes() == (RowOutcome.ERROR,)
    it.until(lambda: check.rows.model.rowCount() == 1)
    assert page.next_button.text() == "Import 1"
    index = check.rows.table.currentIndex()
    assert index.data() == "1380013"
    check.rows.take_focus()
    qtbot.keyClick(check.rows.table, Qt.Key.Key_Tab)
    assert it.window.focusWidget() is check.rows.detail.new_value  # beside the rows, before what is below them

    check.rows.take_focus()
    qtbot.keyClick(check.rows.table, Qt.Key.Key_Return)
    editor = check.rows.table.focusWidget()
    editor.setText("13900139000")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    it.until(lambda: session.fixed(3, 1) == "13900139000")
    assert page.next_button.text() == "Check again"
    qtbot.keyClick(check.rows.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.fixed(3, 1) is None
    qtbot.keyClick(
        check.rows.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert session.fixed(3, 1) == "13900139000"
    onward(it, qtbot)
    assert page.next_button.text() == "Import 2"
    onward(it, qtbot)
    assert session.step is Step.RESULT
    assert names(it) == ["Acme Ltd", "Beta Ltd", "Gamma Ltd"]

    result = page.steps[Step.RESULT]
    it.until(lambda: result.rows.current() is not None)
    result.rows.take_focus()
    qtbot.keyClick(result.rows.table, Qt.Key.Key_Return)
    assert it.shell.navigator.spot.record == result.rows.current().record
    it.shell.navigator.back()
    assert it.page is page
    said = []
    it.services.notices.posted.connect(said.append)
    qtbot.keyClick(result.rows.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    idle(it)
    assert session.taken_back
    assert "The import was taken back" in words(page)
    assert said == []  # the page says so itself
    assert names(it) == ["Acme Ltd"]
    assert not result.undo_button.isVisible()
    qtbot.keyClick(
        result.rows.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    it.until(lambda: not session.taken_back)
    assert names(it) == ["Acme Ltd", "Beta Ltd", "Gamma Ltd"]


def test_all_who_stay_after_an_import_was_taken_back_can_be_found_and_opened(office, qtbot, tmp_path):
    it = office
    path = tmp_path / "many.csv"
    path.write_text("Name\n" + "".join(f"Firm {at:02d}\n" for at in range(10)), "utf-8")
    it.window.dropped.emit(path)
    session, page = idle(it), wizard(it)
    for _ in range(5):
        onward(it, qtbot)
    with it.services.runner.database.read() as opened:
        rows = read_page(opened, ListSpec(), PageRequest(0)).rows
        drafts = drafts_of(opened, [row.id for row in rows if row.name != "Acme Ltd"])

    def edit(ctx):
        for draft in dict(drafts).values():
            save_customer(ctx, replace(draft, needs="Later"), draft)

    it.services.runner.database.execute(edit)
    result = page.steps[Step.RESULT]
    result.undo_button.click()
    idle(it)
    assert len(session.kept) == 10
    assert result.more.text() == "and 2 more…"
    qtbot.keyClick(result.more, Qt.Key.Key_Space)
    qtbot.keyClicks(result.list.search.edit, "Firm 09")
    it.until(lambda: [one.text for one in result.list.list.items()] == ["Firm 09"])
    qtbot.keyClick(result.list.search.edit, Qt.Key.Key_Return)
    it.until(lambda: it.shell.navigator.spot.record is not None)
    assert it.shell.navigator.spot.record in {one.id for one in session.kept if one.name == "Firm 09"}


def test_an_empty_column_between_others_moves_nothing(office, qtbot, tmp_path):
    it = office
    path = tmp_path / "gap.csv"
    path.write_text("Name,,Source\nBeta Ltd,,Exhibition\n", "utf-8")
    it.window.dropped.emit(path)
    session, page = idle(it), wizard(it)
    onward(it, qtbot)
    columns = page.steps[Step.COLUMNS].model
    assert [columns.cell(row, 3).text for row in range(columns.rowCount())] == ["Name", "Source"]
    for _ in range(3):
        onward(it, qtbot)
    rows = page.steps[Step.CHECK].rows.model
    it.until(lambda: rows.peek(0) is not None)
    shown = {rows.columns[at].title.text: rows.index(0, at).data(CELL).text for at in range(3, len(rows.columns))}
    assert shown == {"Name": "Beta Ltd", "": "", "Source": "Exhibition"}
    assert session.to_write == 1


def test_steps_can_be_gone_back_to_and_nothing_is_lost_elsewhere_or_in_another_language(office, qtbot, table):
    it = office
    it.window.dropped.emit(table)
    session = idle(it)
    onward(it, qtbot)
    card = wizard(it).steps[Step.COLUMNS]
    card.table.selectRow(3)
    card.card.take("#new")
    assert session.column(3).new_field.name == "Level"
    it.shell.navigator.show_page("customers")
    it.shell.navigator.show_page("import")
    assert wizard(it).rail.buttons[1].accessibleDescription() == "current step"
    english = words(wizard(it))
    assert not [one for one in english if CHINESE.search(one)]
    it.front.translator.use(Language.ZH_CN)
    it.settle()
    shown = words(wizard(it))
    kept = {"Name", "Mobile", "Source", "Level", "gold · silver", "1", "2", "3", "4", "5", "6"}
    assert [one for one in shown if re.search("[A-Za-z]{3}", one) and one not in kept and "Ltd" not in one] == []
    assert session.column(3).new_field.name == "Level"
    it.front.translator.use(Language.EN)
    it.settle()
    assert words(wizard(it)) == english
    qtbot.keyClick(wizard(it).steps[Step.COLUMNS].table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert session.step is Step.FILE
    assert it.page is wizard(it)


def test_a_column_is_chosen_by_the_keyboard_and_what_is_missing_is_said_at_once(office, qtbot, table):
    it = office
    it.window.dropped.emit(table)
    session = idle(it)
    onward(it, qtbot)
    step = wizard(it).steps[Step.COLUMNS]
    step.table.selectRow(0)
    qtbot.keyClick(step.table, Qt.Key.Key_Return)
    assert step.popup.isVisible()
    step.popup.search.set_text("Don't")
    qtbot.keyClick(step.popup.search.edit, Qt.Key.Key_Return)
    assert session.column(0).field == ""
    assert "Name" in step.missing.text()
    assert not wizard(it).next_button.isEnabled()
    step.card.take("name")
    assert wizard(it).next_button.isEnabled()


def test_a_column_becomes_a_choice_of_its_values_which_can_be_edited_before(office, qtbot, tmp_path):
    it = office
    path = tmp_path / "many.csv"
    lines = [f"Firm {at},{('Gold', 'Silver', 'Tin')[at % 3]}" for at in range(30)]
    path.write_text("\n".join(["Name,Metal", *lines]) + "\n", "utf-8")
    it.window.dropped.emit(path)
    session = idle(it)
    onward(it, qtbot)
    step = wizard(it).steps[Step.COLUMNS]
    step.table.setCurrentIndex(step.model.index(1, 3))
    step.card.take(NEW)
    idle(it)
    new = session.column(1).new_field
    assert (new.type, new.options) == ("choice", ("Gold", "Silver", "Tin"))
    assert step.card.options.isVisible()
    assert step.card.options.toPlainText() == "Gold\nSilver\nTin"
    step.card.options.setPlainText("Gold\n Silver \n\nCopper")
    assert session.column(1).new_field.options == ("Gold", "Silver", "Copper")
    for _ in range(3):
        onward(it, qtbot)
    counts = session.checked.result.counts
    assert (counts.create, counts.error) == (20, 10)

    rows = wizard(it).steps[Step.CHECK].rows.table
    it.until(lambda: rows.model().rowCount() == 10)
    it.window.resize(700, 600)
    rows.horizontalScrollBar().setValue(rows.horizontalScrollBar().maximum())
    it.settle()
    assert rows.horizontalScrollBar().value() > 0
    assert rows.indexAt(QPoint(20, 20)).column() == 0


def test_unknown_values_are_given_a_meaning(office, qtbot, table):
    it = office
    it.window.dropped.emit(table)
    session = idle(it)
    session.go(Step.VALUES)
    idle(it)
    step = wizard(it).steps[Step.VALUES]
    assert [one.text for one in step.unknown] == ["Bazaar"]
    qtbot.keyClick(step.table, Qt.Key.Key_Return)
    step.popup.search.set_text("Exhibition")
    qtbot.keyClick(step.popup.search.edit, Qt.Key.Key_Return)
    assert [(one.text, one.action, one.value) for one in session.setup.values] == [
        ("Bazaar", ValueAction.TAKE, "exhibition")
    ]
    assert step.model.cell(0, 3).text == "Exhibition"


def test_words_of_an_old_system_are_proposed_taken_and_given_back_by_ctrl_z(office, qtbot, tmp_path):
    it = office
    path = tmp_path / "stages.csv"
    path.write_text("客户名称,阶段,标签\n甲公司,意向客户,重点\n乙公司,成交客户,\n丙公司,快成了,\n", "utf-8")
    it.window.dropped.emit(path)
    session = idle(it)
    session.go(Step.VALUES)
    idle(it)
    step = wizard(it).steps[Step.VALUES]
    # What would refuse rows stands first.
    assert [one.field for one in step.unknown] == ["stage", "stage", "stage", "tags"]
    shown = {one.text: step.model.cell(at, 3).text for at, one in enumerate(step.unknown)}
    assert "Acquire" in shown["意向客户"]
    assert "Maintain" in shown["成交客户"]
    assert "Suggested" not in shown["快成了"]
    step.take_all.click()
    assert {one.text: one.value for one in session.setup.values} == {"意向客户": "acquire", "成交客户": "maintain"}
    assert not step.take_all.isVisible()
    qtbot.keyClick(step.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.setup.values == ()
    assert names(it) == ["Acme Ltd"]


def test_a_damaged_workbook_is_refused_with_a_way_on(office, tmp_path):
    it = office
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing else")
    it.window.dropped.emit(path)
    session = idle(it)
    assert session.error is not None
    shown = words(wizard(it))
    assert "Choose another file" in shown
    next(
        one
        for one in wizard(it).findChildren(QAbstractButton)
        if one.text() == "Choose another file" and one.isVisible()
    ).click()
    assert session.path is None
    assert wizard(it).steps[Step.FILE].area.isVisible()


def test_a_pasted_table_opens_the_wizard_and_words_alone_do_not(office):
    it = office
    QGuiApplication.clipboard().setText("just words")
    it.shell.run_action("import.paste")
    assert "no table on the clipboard" in it.notice
    QGuiApplication.clipboard().setText("Name\tPhone\nNorthwind\t13800138000\nContoso\t+86 139 0013 9000\n")
    it.shell.run_action("import.paste")
    it.until(lambda: it.services.importing.path is not None, PATIENCE)
    session = idle(it)
    assert session.look.rows == 2
    assert [one.field for one in session.setup.columns] == ["name", "phone"]


def test_keys_to_find_a_customer_are_ordered_and_left_out(office, qtbot, table):
    it = office
    it.window.dropped.emit(table)
    session = idle(it)
    session.go(Step.MATCHING)
    step = wizard(it).steps[Step.MATCHING]
    first, second = list(step.lines)[:2]
    qtbot.keyClick(step.lines[second].box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert list(step.lines)[:2] == [second, first]
    assert session.setup.match[:2] == (second, first)
    step.lines[first].box.click()
    assert first not in session.setup.match
    assert session.setup.match[0] == second
    step.take_focus()
    box = it.window.focusWidget()
    assert box is step.lines[second].box
    qtbot.keyClick(box, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert idle(it).step is Step.VALUES  # also where a button has the keyboard


def test_progress_and_outcome_are_shown_once_by_the_wizard_or_elsewhere_by_the_window(office, qtbot, tmp_path):
    it = office
    path = tmp_path / "many.csv"
    path.write_text("Name\n" + "".join(f"Customer {n}\n" for n in range(3_000)), "utf-8")
    it.window.dropped.emit(path)
    session = idle(it)
    for _ in range(3):
        onward(it, qtbot)
    page, notes = wizard(it), it.shell.notes
    page.next_button.click()
    it.until(lambda: session.progress is not None, PATIENCE)
    assert page.front.waiting.isVisible()
    assert not notes.panel.isVisible()
    it.shell.navigator.show_page("customers")
    assert notes.panel.isVisible()
    it.shell.navigator.show_page("import")
    assert not notes.panel.isVisible()
    idle(it)
    onward(it, qtbot)
    assert session.done is not None
    assert not notes.bar.isVisible()
    page.steps[Step.RESULT].undo_button.click()
    idle(it)
    assert session.taken_back
    assert not notes.bar.isVisible()
    assert page.steps[Step.RESULT].title.text() == "The import was taken back"


def test_saved_choices_are_recognised_renamed_shared_and_deleted_from_their_list(office, qtbot, table):
    it = office
    it.window.dropped.emit(table)
    session = idle(it)
    onward(it, qtbot)
    bar = wizard(it).steps[Step.COLUMNS].profiles
    bar.save()
    qtbot.keyClicks(bar.name, "Old system")
    qtbot.keyClick(bar.name, Qt.Key.Key_Return)
    it.until(lambda: session.profile is not None and session.profile.name == "Old system")

    # The same columns in another order, in another file.
    other = table.with_name("other.csv")
    other.write_text("Level,Name,Source,Mobile\ngold,Delta Ltd,Exhibition,13800138001\n", "utf-8")
    it.window.dropped.emit(other)
    idle(it)
    assert session.profile.name == "Old system"
    assert "Old system" in wizard(it).steps[Step.FILE].profile.text()
    onward(it, qtbot)

    def take(words):
        bar.pick.drop()
        bar.pick.popup.search.set_text(words)
        qtbot.keyClick(bar.pick.popup.search.edit, Qt.Key.Key_Return)
        it.settle()

    take("Share with everybody")
    it.until(lambda: session.profile.shared)
    take("Rename")
    bar.name.setText("Branch")
    qtbot.keyClick(bar.name, Qt.Key.Key_Return)
    it.until(lambda: session.profile.name == "Branch")
    assert "Branch" in it.notice
    take("Delete")
    it.until(lambda: session.profile is None and not session.basis.profiles)
    it.shell.registry.action("edit.undo").trigger()
    it.until(lambda: [one.name for one in session.basis.profiles] == ["Branch"])
