"""Setting one field of the chosen customers from the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_crm.models.queries.customer_list import page as read_page
from desktop_crm.models.records.lists import ListSpec, PageRequest, Selection
from desktop_crm.ui.pages.customers.bulk_edit.dialog import BulkEditDialog
from desktop_crm.ui.pages.customers.list_page import CustomerListPage
from tests.ui.services import settle


@pytest.fixture
def dialog(stage, services, window, qtbot):
    stage.store(*stage.many(12), users=("李芳",))
    page = stage.show(CustomerListPage(services, window))
    page.table.selection.select_all()
    made = BulkEditDialog(services, page.chosen(), page.chosen_count(), page.window())
    made.open()
    settle(qtbot, services)
    return made


def rows(services):
    with services.runner.database.read() as session:
        return read_page(session, ListSpec(), PageRequest(0)).rows


def test_the_dialog_shows_what_changes_then_does_it_in_one_step(qtbot, services, dialog):
    dialog.choose("size")
    before = [row.size for row in rows(services)]
    assert not dialog.go.isEnabled()

    dialog.value.edit.setFocus()
    qtbot.keyClicks(dialog.value.edit, "special")
    qtbot.waitUntil(dialog.go.isEnabled)

    assert dialog.rows.rowCount() == 12
    assert dialog.rows.item(0, 2).text() == "special"
    assert dialog.go.text() == "Change 12"
    assert dialog.now.text().startswith("Now: ")
    assert [row.size for row in rows(services)] == before

    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(qtbot, services)
    assert {row.size for row in rows(services)} == {"special"}

    services.undo.undo()
    settle(qtbot, services)
    assert [row.size for row in rows(services)] == before


def test_a_wrong_value_is_said_at_the_field(qtbot, services, dialog):
    dialog.choose("next_step_on")
    qtbot.keyClicks(dialog.value.edit, "soon")
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert dialog.error.text() == "This is not a date. Write it like 2026-03-31."
    assert dialog.value.edit.accessibleDescription() == dialog.error.text()
    assert not dialog.go.isEnabled()


def test_tags_can_be_added_and_taken_off(qtbot, services, dialog):
    dialog.choose("tags")
    assert [dialog.change.itemText(at) for at in range(3)] == ["Add a tag", "Take a tag off", "Take all tags off"]
    dialog.change.setCurrentIndex(2)
    settle(qtbot, services)
    assert dialog.value.isHidden()
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(qtbot, services)
    assert {row.tags for row in rows(services)} == {()}


def test_the_action_opens_the_dialog_for_the_chosen_customers(qtbot, stage, services, window):
    stage.store(*stage.many(3))
    page = stage.show(CustomerListPage(services, window))
    page.table.selection.select_all()
    spec = next(one for one in page._specs if one.id == "customer.set_field")
    assert spec.enabled_when(page.context())
    spec.handler()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BulkEditDialog))
    made = QApplication.activeModalWidget()
    settle(qtbot, services)
    assert made.field.count() > 10
    made.reject()


def test_a_region_is_found_by_typing_and_shown_in_words(qtbot, services, dialog):
    dialog.choose("region")
    before = [row.region for row in rows(services)]
    dialog.value.edit.setFocus()
    qtbot.keyClicks(dialog.value.edit, "Haidian")
    qtbot.keyClick(dialog.value.edit, Qt.Key.Key_Return)
    assert dialog.value.value() == "110108"
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.rows.item(0, 2).text() == "Beijing, Haidian"
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(qtbot, services)
    assert {row.region for row in rows(services)} == {"110108"}
    services.undo.undo()
    settle(qtbot, services)
    assert [row.region for row in rows(services)] == before


def test_a_link_field_takes_a_customer_found_by_name(qtbot, services, stage, window):
    from desktop_crm.models.commands.custom_fields import save_field
    from desktop_crm.models.records.catalogue import FieldType
    from desktop_crm.models.records.custom_fields import FieldDraft

    key = services.runner.database.execute(save_field, FieldDraft("Parent", FieldType.LINK)).value
    ids = stage.store(*stage.many(3))
    made = BulkEditDialog(services, Selection(frozenset(ids[1:])), 2, window)
    made.open()
    settle(qtbot, services)
    made.choose(f"custom:{key.hex}")
    name = next(row.name for row in rows(services) if row.id == ids[0])
    made.value.edit.setFocus()
    made.value.edit.setText(name)
    made.value.edit.textEdited.emit(name)
    settle(qtbot, services)
    qtbot.keyClick(made.value.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(made.go.isEnabled)
    assert made.rows.item(0, 2).text() == name
    assert made.go.text() == "Change 2"


def test_tab_goes_from_the_change_to_its_value(qtbot, dialog):
    for field in ("size", "next_step_on"):
        dialog.choose(field)
        dialog.change.setFocus()
        qtbot.keyClick(dialog.change, Qt.Key.Key_Tab)
        assert dialog.value.edit.hasFocus()
