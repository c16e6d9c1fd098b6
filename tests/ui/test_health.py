"""Data health in the window: rules and the customers that break them, dictionaries, weights; and all of it undone."""

import itertools

import pytest
from PySide6.QtCore import Qt

from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.standards import Check
from desktop_crm.ui.pages.health.dictionaries import DictionariesDialog
from desktop_crm.ui.pages.health.rule_dialog import RuleDialog
from desktop_crm.ui.pages.health.weights import WeightsDialog


@pytest.fixture
def office(run, tmp_path):
    it = run()
    it.open(tmp_path / "firma.crmdb", create=True)
    it.ids = it.add("华为技术", "Acme Ltd")
    it.shell.navigator.show_page("health")
    it.health = it.shell.navigator.page("health")
    it.until(lambda: it.health.health is not None)
    it.settle()
    return it


def cells(table, column=0):
    return [table.item(row, column).text() for row in range(table.rowCount())]


def do(it, task):
    it.until(lambda: not task.open)
    it.settle()
    assert task.error is None, task.error


def begin(it):
    do(it, it.services.standards.start())
    it.until(lambda: it.health.table.rowCount() == 5)


def test_without_rules_the_page_offers_a_beginning(office):
    it = office
    assert it.health._stack.currentIndex() == 1
    begin(it)
    assert it.health._stack.currentIndex() == 0
    assert "Phone must be filled in" in cells(it.health.table)
    assert it.health.figures["broken"].text() == "2"


def test_enter_on_a_rule_lists_who_breaks_it(office, qtbot):
    it = office
    begin(it)
    it.health.table.selectRow(cells(it.health.table).index("Phone must be filled in"))
    it.health.table.setFocus()
    qtbot.keyClick(it.health.table, Qt.Key.Key_Return)
    it.until(lambda: it.shell.navigator.spot.page == "customers")
    it.settle()
    it.until(lambda: it.page.model.rowCount() == 2)
    assert it.page.spec.filter.rules is not None


def test_a_rule_is_added_changed_and_deleted_by_the_keyboard(office, qtbot):
    it = office
    begin(it)
    dialog = RuleDialog(it.services, None, it.window)
    dialog.open()
    it.settle()
    dialog.check.set_value(str(Check.FORMAT))
    dialog._fit()
    dialog.field.set_value("short_name")
    dialog.pattern.set_value("[A-")
    dialog.save()
    it.settle()
    assert dialog._rows["pattern"].isVisibleTo(dialog)
    assert dialog.isVisible(), "a pattern that is none must not be saved"
    dialog.pattern.set_value("[A-Z]+")
    dialog.save()
    it.until(lambda: it.health.table.rowCount() == 6)
    it.health.table.selectRow(5)
    it.health.table.setFocus()
    it.window.activateWindow()
    it.until(it.health.table.hasFocus)
    qtbot.keyClick(it.health.table, Qt.Key.Key_Delete)
    it.until(lambda: it.health.table.rowCount() == 5)
    it.shell.registry.action("edit.undo").trigger()
    it.until(lambda: it.health.table.rowCount() == 6)


def test_values_are_merged_and_the_merge_is_undone(office):
    it = office
    do(it, it.services.customers.save(CustomerDraft(name="甲", source="ads")))
    do(it, it.services.customers.save(CustomerDraft(name="乙", source="朋友圈")))
    dialog = DictionariesDialog(it.services, it.window)
    dialog.open()
    it.until(lambda: "朋友圈" in cells(dialog.table))
    dialog.table.selectRow(cells(dialog.table).index("朋友圈"))
    dialog.into.set_value("ads")
    dialog._selected()
    assert dialog.merge_button.isEnabled()
    dialog.merge()
    it.until(lambda: "朋友圈" not in cells(dialog.table))
    it.settle()
    it.shell.registry.action("edit.undo").trigger()
    it.until(lambda: "朋友圈" in cells(dialog.table))
    dialog.close()


def test_a_weight_is_saved_when_it_is_left(office):
    it = office
    dialog = WeightsDialog(it.services, it.window)
    dialog.open()
    it.until(lambda: "short_name" in dialog.boxes)
    assert dialog.boxes["short_name"].value() == 0
    dialog.boxes["short_name"].setValue(20)
    it.settle()
    task = it.services.standards.weights(it.window)
    it.until(lambda: not task.open)
    assert task.result["company"]["short_name"] == 20
    dialog.close()


def test_weights_have_room_and_say_their_share(office):
    it = office
    dialog = WeightsDialog(it.services, it.window)
    dialog.open()
    it.until(lambda: "phone" in dialog.boxes)
    total = sum(box.value() for box in dialog.boxes.values())
    assert dialog.shares["phone"].text() == f"{round(100 * dialog.boxes['phone'].value() / total)}%"
    assert dialog.shares["short_name"].text() == ""
    dialog.boxes["short_name"].setValue(total)
    assert dialog.shares["short_name"].text() == "50%"
    assert dialog.boxes["short_name"].accessibleDescription() == "50%"
    it.settle()
    # No number sticks to the border of its box, and no two boxes touch.
    boxes = [box for box in dialog.boxes.values() if box.isVisible()]
    tops = sorted((box.mapTo(dialog, box.rect().topLeft()).y(), box.height()) for box in boxes)
    assert all(above + height + 6 <= below for (above, height), (below, _) in itertools.pairwise(tops))
    for box in boxes:
        picture, middle = box.grab().toImage(), box.height() // 2
        edge = {picture.pixel(x, y) for x in range(3, 9) for y in range(middle - 6, middle + 6)}
        assert len(edge) == 1, box.accessibleName()
    dialog.close()


def test_owners_and_sources_are_summed_up_and_listed(office):
    it = office
    begin(it)
    it.health.by.set_value("source")
    it.settle()
    assert cells(it.health.table) == ["No source"]
    assert cells(it.health.table, 2) == ["2"]
    it.health.show_customers()
    it.settle()
    it.until(lambda: it.page.model.rowCount() == 2)
