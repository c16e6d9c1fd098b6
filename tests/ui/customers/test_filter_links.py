"""Link fields in the filter builder: the customer is found by typing, and named in the sentence, later too."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customers import get_customer
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator
from desktop_crm.models.records.custom_fields import FieldDraft
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.ui.pages.customers.filter_bar import RulesChip
from desktop_crm.ui.pages.customers.filter_builder.dialog import FilterBuilder
from desktop_crm.ui.pages.customers.list_page import CustomerListPage


@pytest.fixture
def office(services):
    """A parent with two subsidiaries, and one customer of its own."""
    execute = services.runner.database.execute
    execute(save_field, FieldDraft("Parent", FieldType.LINK))
    with services.runner.database.read() as session:
        (field,) = custom_fields(session)
    parent = execute(save_customer, CustomerDraft(name="Holding")).value
    for name in ("North", "South"):
        execute(save_customer, CustomerDraft(name=name, custom=((field.slot, parent.hex),)))
    execute(save_customer, CustomerDraft(name="Alone"))
    return field, parent


def builder():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, FilterBuilder) and one.isVisible())


def rules(field, operator, *values):
    return Group(Join.ALL, (Condition(field.field_id, operator, tuple(one.hex for one in values)),))


def names(page):
    return {row.name for _, row in page.model.held()}


def test_a_customer_is_picked_by_typing_and_the_list_narrows(qtbot, stage, services, window, office):
    field, parent = office
    page = stage.show(CustomerListPage(services, window))
    page.filters.build()
    row = builder().rows[(0,)]
    qtbot.waitUntil(row.field.edit.hasFocus)
    row.field.take(field.field_id)
    offered = [row.operator.itemText(at) for at in range(row.operator.count())]
    assert offered == ["is", "is not", "is empty", "is filled in"]
    row.focus()
    picker = row.editor.field
    assert picker.edit.hasFocus()
    assert picker.edit.accessibleName() == "Parent"
    qtbot.keyClicks(picker.edit, "hold")
    stage.settle()
    qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.value() == parent
    assert builder().sentence.text() == "Parent is Holding"
    qtbot.waitUntil(lambda: builder().count.text() == "2 customers")
    row.operator.setCurrentIndex(1)
    assert builder().sentence.text() == "Parent is not Holding"
    assert row.editor.field.edit.text() == "Holding"
    qtbot.waitUntil(lambda: builder().count.text() == "2 customers")
    row.operator.setCurrentIndex(0)
    builder().apply()
    stage.settle()
    assert names(page) == {"North", "South"}
    assert page.filters.value().rules == rules(field, Operator.ANY_OF, parent)


def test_a_kept_filter_names_its_customer_when_it_is_opened(qtbot, stage, services, window, office):
    field, parent = office
    page = stage.show(CustomerListPage(services, window))
    page.filters.set_rules(rules(field, Operator.NONE_OF, parent))
    stage.settle()
    qtbot.waitUntil(lambda: page.filters.sentences.sentence(page.filters.value().rules) == "Parent is not Holding")
    stage.settle()
    assert names(page) == {"Alone", "Holding"}
    page.filters.build()
    assert builder().rows[(0,)].editor.field.edit.text() == "Holding"
    builder().reject()


def rename(stage, services, key, name):
    with services.runner.database.read() as session:
        was = get_customer(session, key).draft
    services.customers.save(dataclasses.replace(was, name=name), was)
    stage.settle()


def chip(page):
    return page.filters.findChild(RulesChip).toolTip()


def test_a_renamed_customer_has_its_new_name_in_the_chip_and_the_builder(qtbot, stage, services, window, office):
    field, parent = office
    page = stage.show(CustomerListPage(services, window))
    page.filters.set_rules(rules(field, Operator.ANY_OF, parent))
    stage.settle()
    qtbot.waitUntil(lambda: chip(page) == "Parent is Holding")
    rename(stage, services, parent, "Group")
    qtbot.waitUntil(lambda: chip(page) == "Parent is Group")
    page.filters.build()
    row = builder().rows[(0,)]
    rename(stage, services, parent, "Concern")
    qtbot.waitUntil(lambda: builder().sentence.text() == "Parent is Concern")
    assert row.editor.field.edit.text() == "Concern"
    assert chip(page) == "Parent is Concern"
    builder().reject()
    services.undo.undo()
    stage.settle()
    qtbot.waitUntil(lambda: chip(page) == "Parent is Group")
    # Others that change are not asked for.
    asked = []
    sentences = page.filters.sentences
    real, sentences.names_of = sentences.names_of, lambda links: asked.append(links) or real(links)
    services.runner.database.execute(save_customer, CustomerDraft(name="Newcomer"))
    stage.settle()
    assert asked == []
