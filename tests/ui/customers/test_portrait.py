"""The customer's portrait: what is missing, verifying, key customers, relations, and values edited in place."""

import dataclasses
import datetime as dt
import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_crm.models.records.customers import Contact, ContactRole, CustomerDraft
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.records.relations import Side
from desktop_crm.ui.pages.customers.birthdays import birthday_words
from desktop_crm.ui.pages.customers.conflict_dialog import ConflictDialog
from desktop_crm.ui.pages.customers.contacts_tab import ContactCard, in_lines
from desktop_crm.ui.pages.customers.feature import CUSTOMERS, customer_page
from desktop_crm.ui.pages.customers.part_dialogs import possible_bosses
from desktop_crm.ui.pages.customers.relation_dialog import RelationDialog
from desktop_crm.ui.pages.customers.relations_tab import OtherLine, RelationLine
from desktop_crm.ui.widgets.labels import KeyFigure
from desktop_crm.ui.widgets.tree_lines import TreeLines

OVERVIEW, TIMELINE, CONTACTS, RELATIONS, HISTORY = range(5)
BOSS, CLERK = uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def ids(stage):
    """华为 with two people in a line, a company with nothing but its name, and a third."""
    people = (
        Contact("王建国", ContactRole.PURCHASING, birthday=dt.date(1980, 5, 4), primary=True, id=BOSS),
        Contact("李芳", reports_to=BOSS, id=CLERK),
    )
    full = dataclasses.replace(stage.huawei(), contacts=people)
    return stage.store(full, CustomerDraft(name="新客户"), CustomerDraft(name="海思"))


@pytest.fixture
def page(stage, services, window, ids):
    made = stage.show(customer_page(services, window, [CUSTOMERS]))
    made.show_customer(ids[0])
    stage.settle()
    return made


def go(page, stage, tab):
    page.tabs.setCurrentIndex(tab)
    stage.settle()
    return page.tab(tab)


def words(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def undo(services, stage):
    services.undo.undo()
    stage.settle()


def start(page, stage, field):
    """Opens the editor of a field on the overview; answers the value with its editor."""
    edits = go(page, stage, OVERVIEW).edits
    edits.start(field)
    stage.settle()
    return edits._open


def enter(edit, typed):
    """As typed by an input method: the keys of a test are ASCII only."""
    edit.setText(typed)
    edit.textEdited.emit(typed)


def press(qtbot, key, to=None):
    qtbot.keyClick(to or QApplication.focusWidget(), key)


# The head -----------------------------------------------------------------------------------------------


def test_the_ring_names_what_is_missing(page, stage, ids):
    assert page.header.complete.ring.percent() == 90
    assert page.header.complete.toolTip() == "Missing, the weightiest first: Owner"
    page.show_customer(ids[1])
    stage.settle()
    assert page.header.complete.ring.percent() == 0
    assert "Phone, Contact persons" in page.header.complete.ring.accessibleDescription()


def test_verify_now_and_undo(qtbot, page, stage, services, posted):
    assert page.header.verified.when.text() == "never"
    qtbot.mouseClick(page.header.verified.verify_button, Qt.MouseButton.LeftButton)
    stage.settle()
    assert page.header.verified.when.text() == "today"
    assert not page.header.verified.verify_button.isVisible()
    assert posted[-1].action == "edit.undo"
    undo(services, stage)
    assert page.header.verified.when.text() == "never"


def test_a_key_customer_has_somebody(page, stage, services, window):
    assert not page.header.key.isVisible()
    page.header.key_button.click()
    assert window.ran[-1] == "customer.key"
    me = services.runner.database.actor.user_id
    services.hand_over.set_key(Selection.of(page.customer.id), me, None)
    stage.settle()
    assert page.header.key.isVisible()
    assert page.header.key.text() == f"Key customer · {services.runner.database.who}"
    undo(services, stage)
    assert not page.header.key.isVisible()


# In place -----------------------------------------------------------------------------------------------


def test_f2_edits_and_enter_saves_one_undo_step(qtbot, page, stage, services, posted):
    overview = go(page, stage, OVERVIEW)
    value = overview.edits._values["short_name"]
    value.setFocus()
    press(qtbot, Qt.Key.Key_F2, value)
    stage.settle()
    value.editor.edit.setText("华为公司")
    value.editor.edited.emit()
    press(qtbot, Qt.Key.Key_Return, value.editor.edit)
    stage.settle()
    assert page.customer.draft.short_name == "华为公司"
    assert posted[-1].text.plain() == "Short name saved"
    assert overview.edits._values["short_name"].hasFocus()
    undo(services, stage)
    assert page.customer.draft.short_name == "华为"
    assert "华为" in words(overview)


def test_escape_gives_up_and_does_not_leave_the_page(qtbot, page, stage, window):
    value = start(page, stage, "short_name")
    value.editor.edit.setText("x")
    press(qtbot, Qt.Key.Key_Escape, value.editor.edit)
    stage.settle()
    assert page.customer.draft.short_name == "华为"
    assert window.backs == 0
    assert go(page, stage, OVERVIEW).edits._open is None


def test_a_double_click_opens_a_choice(qtbot, page, stage):
    value = go(page, stage, OVERVIEW).edits._values["industry"]
    qtbot.mouseDClick(value, Qt.MouseButton.LeftButton)
    stage.settle()
    assert value.editor is not None
    value.editor.edit.setText("Retail and wholesale")
    press(qtbot, Qt.Key.Key_Return, value.editor.edit)
    stage.settle()
    assert page.customer.draft.industry == "retail"


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("stage", "Maintain", "maintain"),
        ("relationship", "Low", "low"),
        ("next_step_on", "2026-12-24", dt.date(2026, 12, 24)),
        ("source", "Fair in Köln", "Fair in Köln"),
    ],
)
def test_each_kind_of_value(page, stage, field, typed, stored):
    value = start(page, stage, field)
    enter(value.editor.edit, typed)
    value._save()
    stage.settle()
    assert getattr(page.customer.draft, field) == stored


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [("credit_code", "123", "18 characters"), ("name", "", "needs a name"), ("next_step_on", "soon", "not a date")],
)
def test_what_is_wrong_stands_at_the_value(page, stage, field, typed, problem):
    before = page.customer.draft
    value = start(page, stage, field)
    enter(value.editor.edit, typed)
    value._save()
    stage.settle()
    assert any(problem in one for one in words(value))
    assert value.editor.edit.hasFocus()
    assert page.customer.draft == before


def test_a_change_by_somebody_else_does_not_take_the_editor_away(page, stage, services):
    value = start(page, stage, "short_name")
    value.editor.edit.setText("mine")
    stored = page.customer.draft
    services.customers.save(dataclasses.replace(stored, needs="theirs"), stored)
    stage.settle()
    assert value.editor.edit.text() == "mine"
    value.editor.edited.emit()
    value._save()
    stage.settle()
    assert (page.customer.draft.short_name, page.customer.draft.needs) == ("mine", "theirs")
    assert "theirs" in words(page.tab(OVERVIEW))


def test_a_conflict_is_settled_as_in_the_form(page, stage, services):
    value = start(page, stage, "short_name")
    stored = page.customer.draft
    services.customers.save(dataclasses.replace(stored, short_name="theirs"), stored)
    stage.settle()
    value.editor.edit.setText("mine")
    value.editor.edited.emit()
    value._save()
    stage.settle()
    dialog = page.window().findChild(ConflictDialog)
    assert "short_name" in dialog.groups
    dialog._done()
    stage.settle()
    assert page.customer.draft.short_name == "mine"


def test_a_deleted_customer_is_not_edited(page, stage):
    page.delete_chosen()
    stage.settle()
    edits = go(page, stage, OVERVIEW).edits
    value = edits._values["short_name"]
    value.ask()
    stage.settle()
    assert edits._open is None
    assert not page.header.verified.verify_button.isVisible()


# Relations ----------------------------------------------------------------------------------------------


def relate(services, stage, one, side, other):
    services.portrait.add_relation(one, side, other)
    stage.settle()


def test_add_a_relation_by_typing(qtbot, page, stage, services, ids, posted):
    tab = go(page, stage, RELATIONS)
    assert "No relations yet" in words(tab)
    tab.add_relation()
    dialog = page.window().findChild(RelationDialog)
    dialog.side.take(Side.SUBSIDIARY.value)
    dialog.other.edit.setFocus()
    enter(dialog.other.edit, "海思")
    stage.settle()
    qtbot.keyClick(dialog.other.edit, Qt.Key.Key_Return)
    assert dialog.other.value() == ids[2]
    dialog.save()
    stage.settle()
    assert posted[-1].text.plain() == "Relation to 海思 added"
    assert {"Company tree", "Subsidiary", "海思"} <= set(words(tab))
    assert tab.findChild(TreeLines) is not None


def test_a_refused_relation_says_why_at_the_customer(page, stage, services, ids):
    relate(services, stage, ids[0], Side.PARENT, ids[2])
    go(page, stage, RELATIONS).add_relation()
    dialog = page.window().findChild(RelationDialog)
    dialog.save()
    assert "Choose the other customer." in words(dialog)
    dialog.side.take(Side.SUBSIDIARY.value)
    dialog.other._names = {ids[2]: "海思"}
    dialog.other._take(ids[2])
    dialog.save()
    stage.settle()
    assert any("cannot be its parent company" in one for one in words(dialog))
    dialog.reject()


def test_enter_opens_the_other_and_delete_removes_with_undo(qtbot, page, stage, services, ids, window, posted):
    relate(services, stage, ids[0], Side.REFERRED_BY, ids[1])
    tab = go(page, stage, RELATIONS)
    line = tab.findChild(RelationLine)
    press(qtbot, Qt.Key.Key_Return, line)
    assert window.opened == [ids[1]]
    press(qtbot, Qt.Key.Key_Delete, line)
    stage.settle()
    assert posted[-1].action == "edit.undo"
    assert "No relations yet" in words(tab)
    undo(services, stage)
    assert "Referred by" in words(tab)


def test_a_deleted_relative_is_marked(page, stage, services, ids):
    from desktop_crm.models.records.lists import Selection

    relate(services, stage, ids[0], Side.PARENT, ids[2])
    tab = go(page, stage, RELATIONS)
    services.customers.delete(Selection.of(ids[2]))
    stage.settle()
    found = [
        one.accessibleName() for one in tab.findChildren(OtherLine)[0].children() if hasattr(one, "accessibleName")
    ]
    assert "in the recycle bin" in found


# Contact persons ----------------------------------------------------------------------------------------


def test_people_stand_below_whom_they_report_to(page, stage):
    tab = go(page, stage, CONTACTS)
    cards = tab.findChildren(ContactCard)
    assert [card.accessibleName() for card in cards] == ["王建国", "李芳"]
    assert cards[1].accessibleDescription() == "Reports to 王建国"
    assert len(tab.findChildren(TreeLines)) == 1


def test_without_the_boss_the_line_goes_until_undo(qtbot, page, stage, services, posted):
    tab = go(page, stage, CONTACTS)
    press(qtbot, Qt.Key.Key_Delete, tab.findChildren(ContactCard)[0])
    stage.settle()
    assert [(one.name, one.reports_to) for one in page.customer.draft.contacts] == [("李芳", None)]
    assert posted[-1].text.plain() == "王建国 removed"
    undo(services, stage)
    assert [one.reports_to for one in page.customer.draft.contacts] == [None, BOSS]


def test_a_new_person_can_report_to_one_who_is_there(page, stage, posted):
    tab = go(page, stage, CONTACTS)
    tab.add_contact()
    binder = tab.parts.dialog.binder
    binder.set_field("name", "赵六")
    binder.set_field("reports_to", CLERK)
    tab.parts.dialog.take()
    stage.settle()
    assert [(one.name, one.reports_to) for one in page.customer.draft.contacts][-1] == ("赵六", CLERK)
    assert posted[-1].text.plain() == "赵六 saved"


def test_nobody_reports_to_somebody_below():
    boss, clerk = Contact("A", id=BOSS), Contact("B", id=CLERK, reports_to=BOSS)
    assert possible_bosses(boss, (boss, clerk)) == []
    assert possible_bosses(clerk, (boss, clerk)) == [boss]


def test_a_circle_in_the_data_leaves_nobody_out():
    one, two = Contact("A", id=BOSS, reports_to=CLERK), Contact("B", id=CLERK, reports_to=BOSS)
    assert [contact.name for contact, _ in in_lines((one, two))] == ["A", "B"]


@pytest.mark.parametrize(
    ("born", "words", "soon"),
    [
        (dt.date(1980, 11, 25), "turns 46 today", True),
        (dt.date(1980, 11, 26), "turns 46 tomorrow", True),
        (dt.date(1980, 12, 5), "turns 46 in 10 days", True),
        (dt.date(1980, 11, 24), "turns 47 in 364 days", False),
        (dt.date(2000, 2, 29), "turns 27 in 95 days", False),
    ],
)
def test_next_birthday(born, words, soon):
    message, near = birthday_words(born, dt.date(2026, 11, 25))
    assert (message.plain(), near) == (words, soon)


def test_figures_give_way_to_a_name_that_would_be_cut_off(page, window):
    def figures():
        return [one for one in page.header.findChildren(KeyFigure) if one.isVisibleTo(page.header)]

    window.resize(1060, 800)
    QApplication.processEvents()
    many = len(figures())
    page.header.name.setText("Very Long Company Name of Trading and Consulting Partners")
    window.resize(1061, 800)
    QApplication.processEvents()
    assert 2 <= len(figures()) < many
    window.resize(2400, 800)
    QApplication.processEvents()
    assert len(figures()) == many
