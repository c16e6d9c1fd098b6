"""Saved views, groups and the filter builder on the customer list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from desktop_crm.models.commands.views import add_view, share_view
from desktop_crm.models.db.context import Actor
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator
from desktop_crm.models.records.customers import CustomerFilter, Stage
from desktop_crm.models.records.lists import Sort
from desktop_crm.models.records.views import ViewSpec
from desktop_crm.ui.pages.customers.filter_builder.dialog import FilterBuilder
from desktop_crm.ui.pages.customers.filter_builder.rows import BoxFrame, LineRow
from desktop_crm.ui.pages.customers.list_page import CustomerListPage
from desktop_crm.ui.pages.customers.views.name_dialog import NameDialog

LOST = Group(parts=(Condition("stage", Operator.ANY_OF, ("lost",)),))


@pytest.fixture
def people(stage, services):
    stage.store(*stage.many(40), users=("李芳", "王强"))
    return services


@pytest.fixture
def page(stage, people, window):
    return stage.show(CustomerListPage(people, window))


def dialog(kind):
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def entries(page):
    return [entry.name for entry in page.views.panel.list.entries.entries]


def count_of(page, name):
    return next(entry.count for entry in page.views.panel.list.entries.entries if entry.name == name)


def entry_key(page, name):
    return next(entry.key for entry in page.views.panel.list.entries.entries if entry.name == name)


def save_as(qtbot, stage, page, name):
    page.views.save_as()
    asked = dialog(NameDialog)
    asked.edit.setText(name)
    qtbot.keyClick(asked.edit, Qt.Key.Key_Return)
    stage.settle()


def test_views_count_in_the_background_only_while_they_are_seen(qtbot, stage, people, page):
    assert count_of(page, "All customers") is None
    page.views.toggle()
    stage.settle()
    assert count_of(page, "All customers") == 40
    assert count_of(page, "No owner") == 13

    stage.store(*stage.many(3))
    people.bus.publish(touched("customer"))
    qtbot.waitUntil(lambda: count_of(page, "All customers") == 43)


def touched(table):
    from desktop_crm.models.db.context import Touched

    return Touched({table: None})


def test_a_view_is_saved_shown_changed_and_saved_again(qtbot, stage, people, page):
    page.views.toggle()
    page.filters.set_rules(LOST)
    page.model.sort_by("updated_at", True)
    stage.settle()
    assert page.model.rowCount() == 10
    assert not page.views.save_as_button.isHidden()

    save_as(qtbot, stage, page, "Lost ones")
    assert page.heading.text() == "Lost ones"
    assert page.views.save_as_button.isHidden()
    assert entries(page)[:2] == ["My views", "Lost ones"]

    page.views.panel.list.chosen.emit("builtin:all")
    stage.settle()
    assert page.model.rowCount() == 40
    assert page.heading.text() == "Customers"
    page.views.panel.list.chosen.emit(entry_key(page, "Lost ones"))
    stage.settle()
    assert page.model.rowCount() == 10
    assert page.spec.sort == Sort("updated_at", True)

    page.filters.buttons["sources"].toggle_value("referral")
    stage.settle()
    assert not page.views.badge.isHidden()
    page.views.save()
    stage.settle()
    assert page.views.badge.isHidden()
    page.filters.clear()
    stage.settle()
    page.views.reset()
    stage.settle()
    assert page.filters.value() == CustomerFilter(sources=("referral",), rules=LOST)


def test_a_view_keeps_its_columns(qtbot, stage, people, page):
    page.table.header.set_columns(["name", "email"], {"number", "stage"})
    save_as(qtbot, stage, page, "Mails")
    page.table.header.set_columns(["number", "name"], {"email"})
    page.views.mark()
    assert not page.views.badge.isHidden()
    page.views.reset()
    assert page.table.header.order()[:2] == ["name", "email"]
    assert {"number", "stage"} <= page.table.header.hidden()


def test_a_name_that_is_taken_is_said_in_the_dialog(qtbot, stage, people, page):
    save_as(qtbot, stage, page, "East")
    save_as(qtbot, stage, page, "east")
    asked = dialog(NameDialog)
    assert asked.error.text() == "You have a view of this name already."
    asked.reject()


def test_views_are_renamed_moved_shared_and_deleted_from_the_keyboard(qtbot, stage, people, page):
    page.views.toggle()
    for name in ("One", "Two"):
        save_as(qtbot, stage, page, name)
    views = page.views.panel.list
    views.setCurrentIndex(views.entries.index(views.entries.row_of(entry_key(page, "Two"))))
    qtbot.keyClick(views, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    stage.settle()
    assert entries(page)[1:3] == ["Two", "One"]

    views.setFocus()
    qtbot.keyClick(views, Qt.Key.Key_F2)
    editor = views.findChild(QLineEdit)
    editor.setText("Second")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entries(page)[1:3] == ["Second", "One"])

    page.views.panel.share(entry_key(page, "Second"))
    stage.settle()
    assert page.views.panel.view(entry_key(page, "Second")).shared
    qtbot.keyClick(views, Qt.Key.Key_Delete)
    stage.settle()
    assert entries(page)[1:2] == ["One"]
    people.undo.undo()
    stage.settle()
    assert entries(page)[1:3] == ["Second", "One"]


def test_somebody_elses_shared_view_can_be_used_and_copied_only(qtbot, stage, people, page):
    database = people.runner.database
    me = database.actor
    other = next(user.id for user in choices(people).users if user.name == "李芳")
    database.actor = Actor(other, me.device_id)
    hers = database.execute(add_view, "Hers", ViewSpec(CustomerFilter(rules=LOST))).value
    database.execute(share_view, hers, True)
    database.actor = me
    people.bus.publish(touched("saved_view"))
    people.bus.flush()
    stage.settle()

    assert entries(page)[:2] == ["Shared by others", "Hers"]
    page.views.panel.list.chosen.emit(hers.hex)
    stage.settle()
    assert page.model.rowCount() == 10
    page.filters.buttons["sources"].toggle_value("referral")
    assert page.views.save_button.isHidden()
    assert not page.views.save_as_button.isHidden()
    assert [action.text() for action in page.views.panel.menu(hers.hex).actions()] == ["Save a copy"]
    save_as(qtbot, stage, page, "Mine")
    assert entries(page)[:4] == ["My views", "Mine", "Shared by others", "Hers"]


def choices(services):
    from desktop_crm.models.queries.customers import filter_choices

    with services.runner.database.read() as session:
        return filter_choices(session)


def test_the_list_comes_back_as_it_was_left(qtbot, stage, people, window, page):
    page.filters.set_rules(LOST)
    save_as(qtbot, stage, page, "Lost ones")
    page.views.groups.choose("source")
    page.views.toggle()
    stage.settle()

    again = stage.show(CustomerListPage(people, window))
    assert again.heading.text() == "Lost ones"
    assert again.model.rowCount() == 10
    assert again.views.groups.field == "source"
    assert not again.views.panel.isHidden()
    assert not again.views.badge.isHidden()  # grouping was not saved


def test_groups_show_their_counts_and_narrow_the_list(qtbot, stage, people, page):
    page.views.toggle_groups()
    stage.settle()
    shown = {entry.name: entry.count for entry in page.views.groups.list.entries.entries}
    assert shown == {"All": None, "Acquire": 10, "Develop": 10, "Maintain": 10, "Lost": 10}

    page.views.groups.choose("source")
    stage.settle()
    groups = page.views.groups.list
    groups.setCurrentIndex(groups.entries.index(groups.entries.row_of("=referral")))
    qtbot.keyClick(groups, Qt.Key.Key_Return)
    stage.settle()
    assert page.model.rowCount() == 13
    assert {row.source for _, row in page.model.held()} == {"referral"}
    assert page.filters.value() == CustomerFilter()

    page.filters.buttons["stages"].toggle_value("lost")
    stage.settle()
    assert {(row.source, row.stage) for _, row in page.model.held()} == {("referral", "lost")}
    assert sum(entry.count or 0 for entry in groups.entries.entries) == 10
    page.views.toggle_groups()
    stage.settle()
    assert page.model.rowCount() == 10


def test_groups_are_reached_and_left_by_keys(qtbot, stage, people, page):
    button = page.filters.group_button
    assert button.text() == "Group"
    assert "Ctrl+G" in button.toolTip()
    page.table.setFocus()
    page.views.go_to_groups()
    stage.settle()
    groups = page.views.groups
    assert groups.box.hasFocus()
    assert button.isChecked()
    page.table.setFocus()
    page.views.go_to_groups()
    assert groups.list.hasFocus()
    spoken = groups.list.entries.index(groups.list.entries.row_of("=lost")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Lost, 10 customers"
    qtbot.keyClick(groups.list, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert groups.field
    page.views.go_to_groups()
    page.views.go_to_groups()
    stage.settle()
    assert (groups.field, groups.isHidden(), button.isChecked()) == ("", True, False)
    assert page.table.hasFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert not groups.isHidden()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isChecked()


def test_a_group_that_everybody_left_stays_in_sight_until_another_is_chosen(qtbot, stage, people, page):
    page.views.groups.choose("stage")
    stage.settle()
    page.views.groups.list.chosen.emit("=lost")
    stage.settle()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    people.customers.set_stage(page.chosen(), Stage.MAINTAIN)
    stage.settle()
    entries = page.views.groups.list.entries
    assert page.model.rowCount() == 0
    assert [(one.name, one.count) for one in entries.entries if one.key == entries.shown] == [("Lost", 0)]
    said = [one.text() for one in page.table.findChildren(QLabel) if one.isVisible()]
    assert "No customer in this group" in said
    (back,) = [one for one in page.table.findChildren(QPushButton) if one.isVisible()]
    assert back.text() == "Show all groups"
    back.click()
    stage.settle()
    assert page.model.rowCount() == 40
    assert "=lost" not in [one.key for one in entries.entries]
    people.undo.undo()
    stage.settle()
    assert "=lost" in [one.key for one in entries.entries]


def test_a_filter_is_built_with_the_keyboard(qtbot, stage, people, page):
    page.filters.build()
    builder = dialog(FilterBuilder)
    row = builder.rows[(0,)]
    qtbot.waitUntil(row.field.edit.hasFocus)
    qtbot.keyClicks(row.field.edit, "Stage")
    qtbot.keyClick(row.field.edit, Qt.Key.Key_Return)
    row.editor.button.toggle_value("lost")
    qtbot.keyClick(builder, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    second = builder.rows[(1,)]
    second.field.take("completeness")
    second.operator.setCurrentIndex(second.operator.findData(Operator.NOT_EMPTY))
    second.field.edit.setFocus()
    qtbot.keyClick(builder, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(builder.rows[(1,)], BoxFrame)
    assert isinstance(builder.rows[(1, 0)], LineRow)
    builder.rows[(1,)].join.setCurrentIndex(2)
    assert builder.sentence.text() == "Stage is Lost and not (Completeness is filled in)"
    qtbot.waitUntil(lambda: builder.count.text() == "0 customers")
    builder.rows[(1,)].join.setCurrentIndex(0)
    qtbot.waitUntil(lambda: builder.count.text() == "10 customers")
    builder.apply()
    stage.settle()

    assert page.filters.value().rules == Group(
        Join.ALL,
        (LOST.parts[0], Group(Join.ALL, (Condition("completeness", Operator.NOT_EMPTY),))),
    )
    assert page.model.rowCount() == 10


def test_lines_move_out_of_groups_and_vanish(qtbot, stage, people, page):
    inner = Group(Join.ANY, (Condition("source", Operator.EMPTY), Condition("industry", Operator.EMPTY)))
    page.filters.set_rules(Group(Join.ALL, (LOST.parts[0], inner)))
    page.filters.build()
    builder = dialog(FilterBuilder)
    builder.change("outdent", (1, 1))
    assert builder.rules().parts[2] == Condition("industry", Operator.EMPTY)
    builder.change("up", (2,))
    builder.change("remove", (2, 0))
    assert builder.rules() == Group(Join.ALL, (LOST.parts[0], Condition("industry", Operator.EMPTY)))
    builder.clear()
    assert builder.rules() is None
    builder.reject()


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition("stage", Operator.ANY_OF, ("maintain", "lost")), "Stage is Maintain or Lost"),
        (Condition("verified_on", Operator.OLDER_THAN, ("6m",)), "not verified for 6 months"),
        (Condition("next_step_on", Operator.WITHIN_NEXT, ("1w",)), "Next step on is in the next 1 week"),
        (Condition("name", Operator.NOT_CONTAINS, ("Ltd",)), "Name does not contain “Ltd”"),
        (Condition("completeness", Operator.BETWEEN, ("10", "50")), "Completeness is from 10 to 50"),
        (Condition("owner", Operator.ANY_OF, ("me",)), "Owner is me"),
        (Condition("region", Operator.NONE_OF, ("44",)), "Region is not Guangdong"),
        (Condition("is_key", Operator.IS, ("1",)), "Key customer is yes"),
        (Condition("tags", Operator.EMPTY), "Tags is empty"),
        (Condition("completeness", Operator.LESS, ("x",)), "Completeness: (incomplete)"),
        (Condition("custom:0", Operator.EMPTY), "(a field that was removed)"),
    ],
)
def test_filters_read_as_sentences(stage, people, page, condition, words):
    assert page.filters.sentences.sentence(condition) == words


def test_a_removed_field_is_said_and_its_condition_can_be_taken_away(qtbot, stage, people, page):
    gone = Condition("custom:00ff", Operator.IS, ("x",))
    page.filters.set_rules(Group(Join.ALL, (LOST.parts[0], gone)))
    stage.settle()
    assert page.model.rowCount() == 0
    assert "removed" in page.table.accessibleDescription()
    page.views.drop_broken()
    stage.settle()
    assert page.filters.value().rules == LOST
    assert page.model.rowCount() == 10


def test_every_field_offers_an_input_for_each_comparison(qtbot, stage, people, page):
    page.filters.build()
    builder = dialog(FilterBuilder)
    row = builder.rows[(0,)]
    for field in builder.sentences.fields:
        row.field.take(field)
        for at in range(row.operator.count()):
            row.operator.setCurrentIndex(at)
            builder.edited()
    builder.reject()
