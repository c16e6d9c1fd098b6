"""Changing a cell of the list: F2, a double click, Enter, Escape, Tab; mistakes and conflicts at the cell."""

import dataclasses

import pytest
from PySide6.QtCore import Qt

from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.queries.customers import get_customer
from desktop_crm.ui.pages.customers.list_page import CustomerListPage
from tests.ui.services import settle


@pytest.fixture
def page(stage, services, window):
    stage.store(*stage.many(5), users=("李芳",))
    made = stage.show(CustomerListPage(services, window))
    made.table.setFocus()
    made.table.go_to(0)
    return made


def at(page, key):
    return next(n for n, one in enumerate(page.model.columns) if one.key == key)


def edit(qtbot, services, page, key, row=0):
    page.table.setCurrentIndex(page.model.index(row, at(page, key)))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    settle(qtbot, services)
    return page.editing.inline.editor


def stored(services, row):
    with services.runner.database.read() as session:
        return get_customer(session, row.id).draft


def test_f2_changes_a_cell_in_one_step(qtbot, services, page):
    row = page.model.peek(0)
    before = stored(services, row)
    editor = edit(qtbot, services, page, "next_step")
    field = editor.field.edit
    assert field.hasFocus()
    assert field.accessibleName() == "Next step"

    field.clear()
    qtbot.keyClicks(field, "Send the offer")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, services)

    assert stored(services, row).next_step == "Send the offer"
    assert page.editing.inline.editor is None
    assert page.table.hasFocus()
    assert page.model.index(0, at(page, "next_step")).data() == "Send the offer"
    services.undo.undo()
    settle(qtbot, services)
    assert dataclasses.replace(stored(services, row), row_version=0) == dataclasses.replace(before, row_version=0)


def test_escape_leaves_the_cell_as_it_was(qtbot, services, page):
    row = page.model.peek(0)
    before = stored(services, row)
    field = edit(qtbot, services, page, "next_step").field.edit
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    settle(qtbot, services)
    assert stored(services, row) == before
    assert page.table.hasFocus()


def test_a_mistake_is_said_at_the_cell(qtbot, services, page):
    row = page.model.peek(0)
    editor = edit(qtbot, services, page, "phone")
    editor.field.edit.clear()
    qtbot.keyClicks(editor.field.edit, "12")
    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Return)
    settle(qtbot, services)
    assert "not a phone number" in editor.error.text()
    assert editor.error.isVisible()
    editor.field.edit.clear()
    qtbot.keyClicks(editor.field.edit, "13900000001")
    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Return)
    settle(qtbot, services)
    assert next(point.value for point in stored(services, row).points if point.primary) == "+8613900000001"


def test_tab_saves_and_goes_to_the_next_cell(qtbot, services, page):
    row = page.model.peek(0)
    field = edit(qtbot, services, page, "next_step").field.edit
    field.setText("Call")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    settle(qtbot, services)
    assert stored(services, row).next_step == "Call"
    assert page.table.currentIndex().column() == at(page, "next_step_on")
    following = page.editing.inline.editor.field.edit
    following.setText("")
    qtbot.keyClicks(following, "2027-03-01")
    qtbot.keyClick(following, Qt.Key.Key_Backtab)
    settle(qtbot, services)
    assert str(stored(services, row).next_step_on) == "2027-03-01"
    assert page.table.currentIndex().column() == at(page, "next_step")


def test_a_double_click_edits_and_on_the_name_opens(qtbot, services, page, window):
    def double(key):
        spot = page.table.visualRect(page.model.index(0, at(page, key))).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        settle(qtbot, services)

    double("stage")
    assert page.editing.inline.editor is not None
    qtbot.keyClick(page.editing.inline.editor.field.edit, Qt.Key.Key_Escape)
    double("name")
    assert window.opened == [page.model.peek(0).id]
    assert page.editing.inline.editor is None


def test_somebody_elses_change_is_kept_or_overwritten(qtbot, services, page):
    row = page.model.peek(0)
    editor = edit(qtbot, services, page, "next_step")
    theirs = dataclasses.replace(stored(services, row), next_step="Theirs")
    services.runner.database.execute(save_customer, theirs)
    editor.field.edit.setText("Mine")

    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Return)
    settle(qtbot, services)
    assert editor.error.text().startswith("Somebody else changed this meanwhile")
    assert stored(services, row).next_step == "Theirs"

    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Return)
    settle(qtbot, services)
    assert stored(services, row).next_step == "Mine"
