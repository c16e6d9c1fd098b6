"""Phones, addresses and dates change where they stand on the customer page, with the keyboard and one undo step."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_crm.models.records.customers import (
    Address,
    ContactPoint,
    CustomerDraft,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.records.lists import Selection
from desktop_crm.ui.pages.customers.feature import CUSTOMERS, customer_page
from desktop_crm.ui.pages.customers.overview import PointLine
from desktop_crm.ui.widgets.scroll_area import ScrollArea

PHONE, EMAIL, ADDRESS, DATE = "points.0", "points.2", "addresses.0", "dates.0"


@pytest.fixture
def page(stage, services, window):
    (key,) = stage.store(
        CustomerDraft(
            name="Acme",
            points=(
                ContactPoint(PointKind.PHONE, "+8613800138000", primary=True),
                ContactPoint(PointKind.PHONE, "+8613900139000"),
                ContactPoint(PointKind.EMAIL, "info@example.com", primary=True),
            ),
            addresses=(Address("440305", "Keyuan Road 1", "518000", primary=True),),
            dates=(ImportantDate("Founded", dt.date(2001, 5, 6)),),
        )
    )
    made = stage.show(customer_page(services, window, [CUSTOMERS]))
    made.show_customer(key)
    stage.settle()
    return made


def overview(page):
    return page.tab(0)


def value(page, name):
    return overview(page).edits._values[name]


def open_by_key(qtbot, page, stage, name):
    found = value(page, name)
    found.target().setFocus()
    qtbot.keyClick(found.target(), Qt.Key.Key_F2)
    stage.settle()
    assert found.editor is not None
    assert found.isAncestorOf(QApplication.focusWidget())
    return found


def enter(edit, typed):
    edit.setFocus()
    edit.setText(typed)
    edit.textEdited.emit(typed)


def press(qtbot, stage, key):
    qtbot.keyClick(QApplication.focusWidget(), key)
    stage.settle()


def points(page):
    return [(one.value, one.primary) for one in page.customer.draft.points]


def seen(found):
    return [one.text() for one in found.findChildren(QLabel) if one.isVisible() and one.text()]


def test_an_editor_at_the_lower_edge_comes_into_view_whole(qtbot, page, stage, window):
    window.resize(1280, 640)
    stage.settle()
    found = open_by_key(qtbot, page, stage, DATE)
    area = found.parentWidget()
    while not isinstance(area, ScrollArea):
        area = area.parentWidget()
    shown = area.viewport()
    assert area.verticalScrollBar().maximum() > 0

    def whole():
        lower = found.save_button.mapTo(shown, found.save_button.rect().bottomLeft()).y()
        return 0 <= lower < shown.height()

    qtbot.waitUntil(whole)


def test_a_phone_is_changed_by_f2_and_enter(qtbot, page, stage, services, posted):
    found = open_by_key(qtbot, page, stage, PHONE)
    enter(found.editor.rows[0].text, "13700137000")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert points(page)[0] == ("+8613700137000", True)
    assert posted[-1].text.plain() == "Phones and channels saved"
    assert posted[-1].action == "edit.undo"
    assert isinstance(QApplication.focusWidget(), PointLine)
    assert "137 0013 7000" in QApplication.focusWidget().accessibleName()
    services.undo.undo()
    stage.settle()
    assert points(page)[0] == ("+8613800138000", True)


def test_what_is_no_phone_is_said_at_the_phone_and_escape_leaves_it(qtbot, page, stage, window):
    found = open_by_key(qtbot, page, stage, PHONE)
    enter(found.editor.rows[0].text, "12")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert found.editor.rows[0].text.property("invalid")
    assert found.editor.rows[0].text.hasFocus()
    assert any("phone" in words.casefold() for words in seen(found))
    press(qtbot, stage, Qt.Key.Key_Escape)
    assert value(page, PHONE).editor is None
    assert points(page)[0] == ("+8613800138000", True)
    assert window.backs == 0


def test_another_phone_becomes_the_main_one_and_an_emptied_one_goes(qtbot, page, stage):
    found = open_by_key(qtbot, page, stage, "points.1")
    found.editor.rows[0].main.click()
    found.editor.rows[0].text.setFocus()
    press(qtbot, stage, Qt.Key.Key_Return)
    assert points(page)[:2] == [("+8613800138000", False), ("+8613900139000", True)]
    found = open_by_key(qtbot, page, stage, EMAIL)
    enter(found.editor.rows[0].text, "")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert [one[0] for one in points(page)] == ["+8613800138000", "+8613900139000"]


def test_an_address_is_changed_where_it_stands(qtbot, page, stage, services):
    found = value(page, ADDRESS)
    qtbot.mouseDClick(found, Qt.MouseButton.LeftButton)
    stage.settle()
    rows = {name: row.field for name, row in found.editor.binder._rows.items()}
    enter(rows["postcode"].edit, "12")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert rows["postcode"].edit.property("invalid")
    assert "A postcode in China has 6 digits." in seen(found)
    enter(rows["postcode"].edit, "518057")
    enter(rows["street"].edit, "Keyuan Road 2")
    press(qtbot, stage, Qt.Key.Key_Return)
    (address,) = page.customer.draft.addresses
    assert (address.region, address.street, address.postcode) == ("440305", "Keyuan Road 2", "518057")
    services.undo.undo()
    stage.settle()
    assert page.customer.draft.addresses[0].street == "Keyuan Road 1"


def test_a_date_is_changed_and_removed(qtbot, page, stage, services):
    found = open_by_key(qtbot, page, stage, DATE)
    rows = {name: row.field for name, row in found.editor.binder._rows.items()}
    enter(rows["on"].inputs()[0], "2002-07-08")
    rows["lunar"].box.click()
    rows["label"].edit.setFocus()
    press(qtbot, stage, Qt.Key.Key_Return)
    (date,) = page.customer.draft.dates
    assert (date.label, date.on, date.lunar) == ("Founded", dt.date(2002, 7, 8), True)
    found = open_by_key(qtbot, page, stage, DATE)
    (remove,) = [one for one in found.findChildren(QPushButton) if one.text() == "Remove"]
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    stage.settle()
    assert page.customer.draft.dates == ()
    services.undo.undo()
    stage.settle()
    assert page.customer.draft.dates == (date,)


# The first one of each, and one more ---------------------------------------------------------------------


@pytest.fixture
def bare(stage, services, window):
    (key,) = stage.store(CustomerDraft(name="Bare"))
    made = stage.show(customer_page(services, window, [CUSTOMERS]))
    made.show_customer(key)
    stage.settle()
    return made


def begin(qtbot, page, stage, name):
    """Tab stops at the button; Enter opens the editor in its place."""
    found = value(page, name)
    found.target().setFocus()
    qtbot.keyClick(found.target(), Qt.Key.Key_Return)
    stage.settle()
    assert found.isAncestorOf(QApplication.focusWidget())
    return found


def test_the_first_phone_and_the_first_email_are_added_where_they_will_stand(qtbot, bare, stage, services, window):
    found = begin(qtbot, bare, stage, PHONE)
    assert "Remove" not in [one.text() for one in found.findChildren(QPushButton)]
    enter(found.editor.rows[0].text, "13700137000")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert points(bare) == [("+8613700137000", True)]
    assert "137 0013 7000" in QApplication.focusWidget().accessibleName()
    found = begin(qtbot, bare, stage, "points.1")
    assert found.editor.rows[0].kind.currentData() == PointKind.EMAIL.value
    enter(found.editor.rows[0].text, "info@example.com")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert points(bare)[1] == ("info@example.com", True)
    services.undo.undo()
    stage.settle()
    assert points(bare) == [("+8613700137000", True)]
    services.undo.undo()
    stage.settle()
    assert points(bare) == []
    assert window.shown == []


def test_an_address_with_an_at_sign_is_taken_for_an_email(qtbot, bare, stage):
    found = begin(qtbot, bare, stage, PHONE)
    enter(found.editor.rows[0].text, "info@example.com")
    press(qtbot, stage, Qt.Key.Key_Return)
    (point,) = bare.customer.draft.points
    assert (point.kind, point.value) == (PointKind.EMAIL, "info@example.com")


def test_a_number_is_taken_for_a_phone_where_an_email_was_asked_for(qtbot, bare, stage):
    found = begin(qtbot, bare, stage, PHONE)
    enter(found.editor.rows[0].text, "13700137000")
    press(qtbot, stage, Qt.Key.Key_Return)
    found = begin(qtbot, bare, stage, "points.1")
    text, kind = found.editor.rows[0].text, found.editor.rows[0].kind
    enter(text, "13800138000")
    assert kind.currentData() == PointKind.PHONE.value
    enter(text, "13800138000@example.com")
    assert kind.currentData() == PointKind.EMAIL.value
    enter(text, "13800138000")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert points(bare) == [("+8613700137000", True), ("+8613800138000", False)]


def test_a_wrong_first_phone_is_said_there_and_an_empty_one_adds_nothing(qtbot, bare, stage):
    found = begin(qtbot, bare, stage, PHONE)
    enter(found.editor.rows[0].text, "12")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert found.editor.rows[0].text.property("invalid")
    enter(found.editor.rows[0].text, "")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert value(bare, PHONE).editor is None
    assert points(bare) == []


def test_the_first_address_and_the_first_date_are_added_in_place(qtbot, bare, stage, services):
    found = begin(qtbot, bare, stage, ADDRESS)
    rows = {name: row.field for name, row in found.editor.binder._rows.items()}
    enter(rows["street"].edit, "Keyuan Road 2")
    press(qtbot, stage, Qt.Key.Key_Return)
    (address,) = bare.customer.draft.addresses
    assert (address.street, address.primary) == ("Keyuan Road 2", True)
    found = begin(qtbot, bare, stage, DATE)
    rows = {name: row.field for name, row in found.editor.binder._rows.items()}
    enter(rows["label"].edit, "Founded")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert rows["on"].inputs()[0].property("invalid")
    enter(rows["on"].inputs()[0], "2002-07-08")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert bare.customer.draft.dates[0].on == dt.date(2002, 7, 8)
    services.undo.undo()
    stage.settle()
    services.undo.undo()
    stage.settle()
    assert (bare.customer.draft.addresses, bare.customer.draft.dates) == ((), ())


def test_notes_are_written_and_changed_in_place(qtbot, bare, stage, services):
    found = begin(qtbot, bare, stage, "notes")
    qtbot.keyClicks(QApplication.focusWidget(), "first")
    press(qtbot, stage, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "second")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert bare.customer.draft.notes == "first\nsecond"
    found = open_by_key(qtbot, bare, stage, "notes")
    assert found.editor.edit.toPlainText() == "first\nsecond"
    press(qtbot, stage, Qt.Key.Key_Escape)
    assert bare.customer.draft.notes == "first\nsecond"
    services.undo.undo()
    stage.settle()
    assert bare.customer.draft.notes == ""


def test_nothing_is_edited_in_the_recycle_bin(qtbot, page, stage, services):
    services.customers.delete(Selection.of(page.customer.id), 1)
    stage.settle()
    found = value(page, PHONE)
    qtbot.keyClick(found.target(), Qt.Key.Key_F2)
    stage.settle()
    assert found.editor is None


def test_nothing_is_added_in_the_recycle_bin(bare, stage, services):
    services.customers.delete(Selection.of(bare.customer.id), 1)
    stage.settle()
    for name in (PHONE, ADDRESS, DATE, "notes"):
        assert not value(bare, name).target().isEnabled()
