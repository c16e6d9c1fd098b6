"""The administrator's page of custom fields, and the fields in form, overview and list."""

import dataclasses

import pytest
from PySide6.QtCore import Qt

from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customers import get_customer
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from desktop_crm.ui.pages.customers.conflict_dialog import ConflictDialog
from desktop_crm.ui.pages.customers.custom_words import with_field
from desktop_crm.ui.pages.customers.feature import customer_form
from desktop_crm.ui.pages.customers.list_page import CustomerListPage
from desktop_crm.ui.pages.customers.overview import OverviewTab
from desktop_crm.ui.pages.fields.dialog import FieldDialog
from desktop_crm.ui.pages.fields.page import FieldsPage

MANY = (
    FieldDraft("Contract no.", section="Contract", required=True, hint="As on the paper"),
    FieldDraft("Signed on", FieldType.DATE, section="Contract"),
    FieldDraft("Yearly rent", FieldType.MONEY, section="Contract", currency="CNY"),
    FieldDraft("Store", FieldType.CHOICE, section="Shop", options=(Option("", "Corner"), Option("", "Mall"))),
    FieldDraft("Sells", FieldType.CHOICES, section="Shop", options=(Option("", "Tea"), Option("", "Rice"))),
    FieldDraft("Open on Sundays", FieldType.YES_NO, section="Shop"),
    FieldDraft("Landlord", FieldType.LINK, section="Shop"),
    FieldDraft("Shoe size", FieldType.NUMBER, "person", section="Shop"),
)


@pytest.fixture
def keep_fields(services, stage):
    """Stores the fields; answers them by name."""

    def store(*drafts):
        for draft in drafts:
            services.fields.save(draft, {})
            stage.settle()
        with services.runner.database.read() as session:
            return {one.name: one for one in custom_fields(session)}

    return store


def stored(services, customer_id):
    with services.runner.database.read() as session:
        return get_customer(session, customer_id)


def names(page):
    return [use.field.name for use in page.view.fields]


@pytest.fixture
def page(stage, services, window):
    made = stage.show(FieldsPage(services, window))
    made.activate()
    stage.settle()
    return made


def test_the_page_explains_itself_until_there_is_a_field(page, keep_fields, stage):
    assert page.stack.currentWidget() is page.empty
    keep_fields(*MANY[:2])
    stage.settle()
    assert names(page) == ["Contract no.", "Signed on"]
    assert page.stack.currentIndex() == 0


def test_fields_move_by_keys_are_removed_restored_and_emptied(qtbot, page, keep_fields, stage, services, posted):
    keep_fields(*MANY[:3])
    stage.settle()
    page.list.choose(page.view.fields[1].field.id)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    stage.settle()
    assert names(page) == ["Contract no.", "Yearly rent", "Signed on"]
    services.undo.undo()
    stage.settle()
    assert names(page) == ["Contract no.", "Signed on", "Yearly rent"]
    page.list.choose(page.view.fields[0].field.id)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    stage.settle()
    assert names(page) == ["Signed on", "Yearly rent"]
    assert [use.field.name for use in page.view.removed] == ["Contract no."]
    assert posted[-1].action == "edit.undo"
    page._restore(page.view.removed[0])
    stage.settle()
    assert names(page)[0] == "Contract no."


def test_a_field_moves_into_another_section(qtbot, page, keep_fields, stage):
    keep_fields(MANY[0], MANY[3])
    stage.settle()
    page.list.choose(page.view.fields[1].field.id)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    stage.settle()
    assert [(use.field.name, use.field.section) for use in page.view.fields] == [
        ("Contract no.", "Contract"),
        ("Store", "Contract"),
    ]


def test_the_dialog_says_what_is_wrong_and_saves_a_choice(page, stage, services):
    dialog = FieldDialog(services, page.view, None, page)
    dialog.open()
    dialog.save()
    assert dialog.rows["name"].error.text() == "Fill this in."
    dialog.binder.set_field("name", "Store")
    dialog.binder.set_field("type", FieldType.CHOICE)
    assert not dialog.rows["options"].isHidden()
    for label in ("Corner", "Mall"):
        dialog.options.add()
        dialog.options.rows[-1].edit.insert(label)
        dialog.options.edited.emit()
    dialog.save()
    stage.settle()
    with services.runner.database.read() as session:
        (field,) = custom_fields(session)
    assert [label for _, label in field.pairs] == ["Corner", "Mall"]


def test_a_removed_option_in_use_asks_where_its_values_go(page, stage, services, keep_fields):
    shop = keep_fields(MANY[3])["Store"]
    corner, mall = shop.options
    (customer,) = stage.store(stage.huawei)
    draft = stored(services, customer).draft
    services.customers.save(with_field(draft, shop.slot, corner.key), draft)
    stage.settle()
    page.reload()
    stage.settle()
    dialog = FieldDialog(services, page.view, page.view.fields[0], page)
    dialog.open()
    stage.settle()
    dialog.options.remove(dialog.options.rows[0])
    assert list(dialog.options.targets) == [corner.key]
    dialog.options.targets[corner.key].set_value(mall.key)
    dialog.save()
    stage.settle()
    assert stored(services, customer).draft.custom == ((shop.slot, mall.key),)


def test_the_form_edits_every_type_and_names_what_is_wrong(qtbot, stage, services, window, keep_fields):
    known = keep_fields(*MANY)
    (customer,) = stage.store(stage.huawei)
    form = stage.show(customer_form(services, window))
    form.edit(customer)
    stage.settle()
    rows = {name: form.body.rows[field.slot] for name, field in known.items()}
    assert "required" in rows["Contract no."].field.edit.accessibleName()
    assert rows["Shoe size"].isHidden() or not rows["Shoe size"].isVisible()
    form.save()
    assert rows["Contract no."].error.text() == "Fill this in."
    values = {
        "Contract no.": "HT-7",
        "Signed on": "2026年1月5日",
        "Yearly rent": "12,000",
        "Store": known["Store"].options[1].key,
        "Sells": f"|{known['Sells'].options[0].key}|",
        "Open on Sundays": "0",
        "Landlord": customer.hex,
    }
    for name, value in values.items():
        form.body.binder.set_field(known[name].slot, value)
    form.save()
    stage.settle()
    draft = dict(stored(services, customer).draft.custom)
    assert draft[known["Signed on"].slot] == "2026-01-05"
    assert draft[known["Landlord"].slot] == customer.hex
    overview = stage.show(OverviewTab(services))
    overview.show_customer(stored(services, customer))
    stage.settle()
    said = [one.accessibleName() for one in overview.findChildren(type(overview)) + overview.findChildren(object)
            if hasattr(one, "accessibleName")]  # fmt: skip
    for line in ("Yearly rent: ¥12,000.00", "Store: Mall", "Sells: Tea", "Open on Sundays: No"):
        assert line in said
    assert "Landlord: 华为技术有限公司" in said


def test_new_customers_begin_with_the_defaults(stage, services, window, keep_fields):
    known = keep_fields(dataclasses.replace(MANY[0], default="none yet"))
    form = stage.show(customer_form(services, window))
    form.edit(None)
    stage.settle()
    assert form.body.rows[known["Contract no."].slot].field.value() == "none yet"
    assert not form.is_dirty()


def test_two_people_on_one_custom_field_are_asked(stage, services, window, keep_fields):
    known = keep_fields(FieldDraft("Contract no."))
    slot = known["Contract no."].slot
    (customer,) = stage.store(stage.huawei)
    form = stage.show(customer_form(services, window))
    form.edit(customer)
    stage.settle()
    theirs = stored(services, customer).draft
    services.customers.save(with_field(theirs, slot, "T-1"), theirs)
    stage.settle()
    form.body.binder.set_field(slot, "M-1")
    form.save()
    stage.settle()
    dialog = form.findChild(ConflictDialog)
    dialog.groups[slot].button(0).setChecked(True)
    dialog._done()
    stage.settle()
    assert stored(services, customer).draft.custom == ((slot, "T-1"),)


def test_the_list_shows_a_chosen_field_and_remembers_it(stage, services, window, keep_fields):
    known = keep_fields(MANY[2], MANY[6])
    rent, host = known["Yearly rent"], known["Landlord"]
    first, second = stage.store(*stage.many(2))
    draft = stored(services, first).draft
    custom = ((rent.slot, "1200.5"), (host.slot, second.hex))
    services.customers.save(dataclasses.replace(draft, custom=custom), draft)
    stage.settle()
    page = stage.show(CustomerListPage(services, window))
    stage.settle()
    header = page.table.header
    assert {rent.field_id, host.field_id} <= header.hidden()
    header.set_columns(header.order(), header.hidden() - {rent.field_id, host.field_id})
    page.model.sort_by(rent.field_id, True)
    stage.settle()
    assert set(page.spec.columns) == {rent.field_id, host.field_id}
    shown = {page.model.headerData(at, Qt.Orientation.Horizontal): page.model.index(0, at).data()
             for at in range(page.model.columnCount())}  # fmt: skip
    assert shown["Yearly rent"] == "¥1,200.50"
    assert shown["Landlord"] == stored(services, second).draft.name
    page.keep_columns()
    again = stage.show(CustomerListPage(services, window))
    stage.settle()
    assert again.kept_spec(services.workspace.current.key) == again.spec
    assert set(again.spec.columns) == {rent.field_id, host.field_id}
