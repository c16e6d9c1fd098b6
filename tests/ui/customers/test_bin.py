"""The recycle bin: open, find and restore what was deleted, with the keyboard alone, and take it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.lists import ListSpec, Selection
from desktop_crm.ui.pages.bin.page import BinPage
from desktop_crm.ui.pages.customers.actions import customer_actions
from desktop_crm.ui.pages.customers.feature import CUSTOMERS, customer_page


@pytest.fixture
def gone(stage, services):
    """Three deleted customers of forty, by name."""
    ids = stage.store(*stage.many(40), users=("李芳", "王强"))[:3]
    services.customers.delete(Selection(frozenset(ids)), 3)
    stage.settle()
    return ids


def shown(page):
    return {row.id for _, row in page.model.held()}


def living(services):
    from desktop_crm.models.queries.customer_list import count

    with services.runner.database.read() as session:
        return count(session, ListSpec(CustomerFilter()))


def test_what_was_deleted_is_found_opened_and_restored_by_keyboard(qtbot, stage, services, window, gone, posted):
    page = stage.show(BinPage(services, window))
    page.activate()
    assert shown(page) == set(gone)

    specs = {one.id: one for one in customer_actions(services, window)}
    assert specs["customer.filter"].enabled_when(page.context())
    specs["customer.filter"].handler()  # Ctrl+F
    assert page.search.edit.hasFocus()
    wanted = page.model.peek(1)
    page.search.set_text(wanted.name)
    qtbot.waitUntil(lambda: page.spec.filter.text == wanted.name)
    stage.settle()
    assert shown(page) == {wanted.id}

    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.opened == [wanted.id]

    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.restore_button, Qt.Key.Key_Space)
    stage.settle()
    assert posted[-1].text.plain() == "1 customer restored"
    assert living(services) == 38
    services.undo.undo()
    stage.settle()
    assert living(services) == 37
    assert shown(page) == {wanted.id}


def test_an_empty_bin_says_so_and_leads_back(qtbot, stage, services, window):
    page = stage.show(BinPage(services, window))
    (back,) = [one for one in page.table.findChildren(QPushButton) if one.isVisible()]
    assert back.text() == "Back to the customers"
    back.click()
    assert window.shown == ["customers"]


def test_a_link_to_a_deleted_customer_still_opens_it(stage, services, window, gone):
    page = stage.show(customer_page(services, window, [CUSTOMERS]))
    page.show_customer(gone[0])
    stage.settle()
    assert page.customer.id == gone[0]
    assert page.context().deleted
    page.restore_chosen()
    stage.settle()
    assert not page.context().deleted
    assert living(services) == 38
