"""Cells of custom columns change in the list like the built-in ones: each kind by its own input, one undo step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop_crm.controllers.i18n import text
from desktop_crm.models.queries.customers import get_customer
from desktop_crm.models.text.custom_values import decode
from desktop_crm.ui.pages.customers.list_page import CustomerListPage
from desktop_crm.ui.widgets.chips import TagChip
from tests.ui.services import settle


@pytest.fixture
def page(stage, services, window, fields):
    stage.store(*stage.many(5), users=("李芳",))
    made = stage.show(CustomerListPage(services, window))
    shown = ["name", *(one.field_id for one in fields.values())]
    others = [one.key for one in made.model.columns if one.key not in shown]
    made.table.header.set_columns([*shown, *others], set(others))
    stage.settle()
    made.table.setFocus()
    company = next(at for at, row in made.model.held() if row.kind == "company")
    made.table.go_to(company)
    return made


def at(page, key):
    return next(n for n, one in enumerate(page.model.columns) if one.key == key)


def edit(qtbot, services, page, field):
    row = page.table.currentIndex().row()
    page.table.setCurrentIndex(page.model.index(row, at(page, field.field_id)))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    settle(qtbot, services)
    return page.editing.inline.editor


def stored(services, page, field):
    row = page.model.peek(page.table.currentIndex().row())
    with services.runner.database.read() as session:
        return dict(get_customer(session, row.id).draft.custom).get(field.slot, "")


def enter(qtbot, services, editor, typed):
    edit = editor.field.inputs()[0]
    edit.clear()
    qtbot.keyClicks(edit, typed)
    settle(qtbot, services)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settle(qtbot, services)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("Metres", "12.5", "12.5"),
        ("Fee", "3,000", "3000"),
        ("Signed on", "2026-03-31", "2026-03-31"),
        ("Hotline", "13800138000", "+8613800138000"),
        ("Site", "example.com", "https://example.com"),
        ("Postbox", "a@example.com", "a@example.com"),
        ("Dock", "North", "North"),
    ],
)
def test_a_custom_cell_is_written_in_one_step(qtbot, services, page, fields, posted, name, typed, value):
    field = fields[name]
    if name != "Dock":
        enter(qtbot, services, edit(qtbot, services, page, fields["Dock"]), "Quay")
    editor = edit(qtbot, services, page, field)
    assert editor.field.inputs()[0].accessibleName() == name
    enter(qtbot, services, editor, typed)
    assert decode(field.type, stored(services, page, field)) == value
    assert posted[-1].text.plain().startswith(f"{name} of ")
    assert page.model.index(page.table.currentIndex().row(), at(page, field.field_id)).data()
    services.undo.undo()
    settle(qtbot, services)
    assert stored(services, page, field) == ""


@pytest.mark.parametrize(("name", "typed", "shown"), [("Grade", "silver", "Silver"), ("Listed", "yes", "Yes")])
def test_a_choice_is_taken_from_its_list(qtbot, services, page, fields, name, typed, shown):
    enter(qtbot, services, edit(qtbot, services, page, fields["Dock"]), "Quay")
    editor = edit(qtbot, services, page, fields[name])
    qtbot.keyClicks(editor.field.inputs()[0], typed)
    qtbot.keyClick(editor.field.inputs()[0], Qt.Key.Key_Return)  # of the list
    if page.editing.inline.editor is not None:
        qtbot.keyClick(editor.field.inputs()[0], Qt.Key.Key_Return)
    settle(qtbot, services)
    row = page.table.currentIndex().row()
    assert page.model.index(row, at(page, fields[name].field_id)).data() == shown


def test_several_options_are_chips_in_the_cell(qtbot, services, page, fields):
    enter(qtbot, services, edit(qtbot, services, page, fields["Dock"]), "Quay")
    editor = edit(qtbot, services, page, fields["Lines"])
    for typed in ("The south of the country,", "the north of the country,"):
        qtbot.keyClicks(editor.field.edit, typed)
    editor.field._popover.hide()
    QApplication.processEvents()
    chips = [one for one in editor.field.findChildren(TagChip) if not one.isHidden()]
    assert len(chips) == 2
    assert all(
        editor.rect().contains(chip.geometry().translated(chip.parentWidget().mapTo(editor, QPoint())))
        for chip in chips
    )
    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Return)
    settle(qtbot, services)
    keys = [key for key, _ in fields["Lines"].pairs]
    assert stored(services, page, fields["Lines"]) == f"|{keys[0]}|{keys[1]}|"


def test_another_customer_is_found_by_typing(qtbot, services, page, fields):
    enter(qtbot, services, edit(qtbot, services, page, fields["Dock"]), "Quay")
    other = next(row for n, row in page.model.held() if n != page.table.currentIndex().row())
    editor = edit(qtbot, services, page, fields["Parent"])
    editor.field.edit.setText(other.name)
    editor.field.edit.textEdited.emit(other.name)
    settle(qtbot, services)
    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Return)  # of the list
    assert editor.field.value() == other.id.hex
    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Return)
    settle(qtbot, services)
    assert stored(services, page, fields["Parent"]) == other.id.hex
    # Opened again, the customer's name stands in the cell.
    assert edit(qtbot, services, page, fields["Parent"]).field.edit.text() == other.name


def test_mistakes_are_said_at_the_cell(qtbot, services, page, fields):
    editor = edit(qtbot, services, page, fields["Metres"])
    enter(qtbot, services, editor, "many")
    assert editor.error.text() == "This is not a number. Write it like 1234.56."
    qtbot.keyClick(editor.field.edit, Qt.Key.Key_Escape)
    enter(qtbot, services, edit(qtbot, services, page, fields["Dock"]), "Quay")
    editor = edit(qtbot, services, page, fields["Dock"])
    enter(qtbot, services, editor, "")
    assert editor.error.text() == "Fill this in."
    assert stored(services, page, fields["Dock"]) == "Quay"


def test_what_does_not_fit_a_cell_or_the_customer_is_not_edited(qtbot, services, page, fields, posted):
    assert not page.editing.inline.can_edit(at(page, fields["Story"].field_id))
    assert edit(qtbot, services, page, fields["Nickname"]) is None
    assert "Nickname" in text(posted[-1].text)
    assert page.table.hasFocus() or QApplication.focusWidget() is page.table.viewport()
