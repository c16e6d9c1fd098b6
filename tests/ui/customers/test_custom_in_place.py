"""Custom fields change where they stand on the customer page, as the built-in ones do: by key, one undo step each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.text.custom_values import decode
from desktop_crm.ui.pages.customers.feature import CUSTOMERS, customer_page


@pytest.fixture
def page(stage, services, window, fields):
    key, *_ = stage.store(
        CustomerDraft(name="Acme", custom=((fields["Dock"].slot, "Quay"),)), CustomerDraft(name="Holding")
    )
    made = stage.show(customer_page(services, window, [CUSTOMERS]))
    made.show_customer(key)
    stage.settle()
    return made


def shown(page, field):
    return page.tab(0).edits._values[field.slot]


def open_by_key(qtbot, page, stage, field):
    found = shown(page, field)
    found.target().setFocus()
    qtbot.keyClick(found.target(), Qt.Key.Key_F2)
    stage.settle()
    assert found.isAncestorOf(QApplication.focusWidget())
    return found


def press(qtbot, stage, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    stage.settle()


def stored(page, field):
    return dict(page.customer.draft.custom).get(field.slot, "")


def said(found):
    return [one.text() for one in found.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize(
    ("name", "typed", "value", "words"),
    [
        ("Metres", "12.5", "12.5", "12.5"),
        ("Fee", "3,000", "3000", "¥3,000.00"),
        ("Signed on", "2026-03-31", "2026-03-31", "31 Mar 2026"),
        ("Grade", "silver", None, "Silver"),
        ("Listed", "yes", "1", "Yes"),
        ("Hotline", "13800138000", "+8613800138000", "+86 138 0013 8000"),
        ("Site", "example.com", "https://example.com", "https://example.com"),
        ("Postbox", "a@example.com", "a@example.com", "a@example.com"),
        ("Dock", "North", "North", "North"),
    ],
)
def test_f2_edits_enter_saves_and_undo_takes_back(
    qtbot,
    page,
    stage,
    services,
    fields,
    posted,
    name,
    typed,
    value,
    words,
):
    field = fields[name]
    before = stored(page, field)
    open_by_key(qtbot, page, stage, field)
    QApplication.focusWidget().clear()
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    stage.settle()
    press(qtbot, stage, Qt.Key.Key_Return)
    if shown(page, field).editor is not None:
        press(qtbot, stage, Qt.Key.Key_Return)  # the first one took the line of the list
    if value is not None:
        assert decode(field.type, stored(page, field)) == value
    assert words in said(shown(page, field))
    assert posted[-1].text.plain() == f"{name} saved"
    assert shown(page, field).hasFocus()
    services.undo.undo()
    stage.settle()
    assert stored(page, field) == before


def test_several_options_are_taken_as_chips(qtbot, page, stage, services, fields):
    field = fields["Lines"]
    found = open_by_key(qtbot, page, stage, field)
    for typed in ("The south of the country,", "the north of the country,"):
        qtbot.keyClicks(found.editor.edit, typed)
    found.editor._popover.hide()
    found._save()
    stage.settle()
    keys = [key for key, _ in field.pairs]
    assert stored(page, field) == f"|{keys[0]}|{keys[1]}|"
    services.undo.undo()
    stage.settle()
    assert stored(page, field) == ""


def test_long_text_is_saved_by_control_and_enter(qtbot, page, stage, services, fields):
    open_by_key(qtbot, page, stage, fields["Story"])
    qtbot.keyClicks(QApplication.focusWidget(), "one")
    press(qtbot, stage, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "two")
    press(qtbot, stage, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(page, fields["Story"]) == "one\ntwo"
    services.undo.undo()
    stage.settle()
    assert stored(page, fields["Story"]) == ""


def test_another_customer_is_found_by_typing_and_named_again(qtbot, page, stage, fields):
    field = fields["Parent"]
    found = open_by_key(qtbot, page, stage, field)
    qtbot.keyClicks(found.editor.edit, "hold")
    stage.settle()
    press(qtbot, stage, Qt.Key.Key_Return)
    qtbot.keyClick(found.editor.edit, Qt.Key.Key_Return)
    stage.settle()
    assert "Holding" in said(shown(page, field))
    assert open_by_key(qtbot, page, stage, field).editor.edit.text() == "Holding"
    press(qtbot, stage, Qt.Key.Key_Escape)
    assert "Holding" in said(shown(page, field))


def test_mistakes_are_said_at_the_value_and_escape_leaves_it(qtbot, page, stage, fields, window):
    found = open_by_key(qtbot, page, stage, fields["Metres"])
    qtbot.keyClicks(QApplication.focusWidget(), "many")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert "This is not a number. Write it like 1234.56." in said(found)
    press(qtbot, stage, Qt.Key.Key_Escape)
    assert stored(page, fields["Metres"]) == ""
    found = open_by_key(qtbot, page, stage, fields["Dock"])
    QApplication.focusWidget().clear()
    press(qtbot, stage, Qt.Key.Key_Return)
    assert "Fill this in." in said(found)
    assert window.backs == 0


def test_a_required_field_that_is_empty_is_named_where_something_else_is_saved(
    qtbot,
    page,
    stage,
    services,
    fields,
):
    (bare,) = stage.store(CustomerDraft(name="Bare"))
    page.show_customer(bare)
    stage.settle()
    found = open_by_key(qtbot, page, stage, fields["Metres"])
    qtbot.keyClicks(QApplication.focusWidget(), "5")
    press(qtbot, stage, Qt.Key.Key_Return)
    assert "Dock: Fill this in." in said(found)
    assert stored(page, fields["Metres"]) == ""


def test_a_field_of_persons_is_not_offered_for_a_company(page, fields):
    assert fields["Nickname"].slot not in page.tab(0).edits._values
