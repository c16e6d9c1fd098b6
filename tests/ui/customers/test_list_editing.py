"""Copying and pasting tables, and the quick look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_crm.models.queries.customer_list import page as read_page
from desktop_crm.models.records.lists import ListSpec, PageRequest
from desktop_crm.ui.pages.customers.list_page import CustomerListPage
from desktop_crm.ui.tables.clipboard import table_mime
from tests.ui.services import settle


@pytest.fixture
def page(stage, services, window):
    stage.store(*stage.many(5), users=("李芳",))
    made = stage.show(CustomerListPage(services, window))
    made.table.setFocus()
    made.table.go_to(0)
    return made


def names(services):
    with services.runner.database.read() as session:
        return {row.name for row in read_page(session, ListSpec(), PageRequest(0)).rows}


def look(page):
    panel = page.editing.quick_look
    return [one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel)]


def test_no_cell_becomes_a_formula_and_phones_stay_as_they_are():
    mime = table_mime(["Name", "Phone"], [["=1+1", "+86 138 0013 8000"], ["@x", "-2+3"], ["<b>", "+1-1"]])
    assert mime.text().splitlines() == [
        "Name\tPhone",
        "'=1+1\t+86 138 0013 8000",
        "'@x\t'-2+3",
        "<b>\t'+1-1",
    ]
    assert "&lt;b&gt;" in mime.html()
    assert mime.html().count("<tr>") == 4
    assert mime.html().count("mso-number-format") == 8


def test_space_shows_the_current_customer_and_follows_the_arrows(qtbot, services, page, window):
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    settle(qtbot, services)
    first = page.model.peek(0)
    assert page.editing.quick_look.isVisible()
    assert first.name in look(page)
    assert any(first.next_step in words for words in look(page))

    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    settle(qtbot, services)
    second = page.model.peek(1)
    assert second.name in look(page)
    assert first.name not in look(page)

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.opened == [second.id]
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.editing.quick_look.isHidden()
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.editing.quick_look.isHidden()


def test_a_pasted_table_goes_to_the_import(qtbot, window, page):
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.ran == ["import.paste"]


def test_columns_freeze_up_to_the_current_cell_and_are_let_go(page):
    page.table.setCurrentIndex(page.model.index(0, page.table.header.shown()[2]))
    page.editing.freeze()
    assert page.table.header.frozen == 3
    page.editing.freeze()
    assert page.table.header.frozen == 0
