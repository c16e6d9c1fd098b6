import dataclasses
import datetime as dt
import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_crm.models.queries.customers import get_customer
from desktop_crm.models.records.customers import Address, Contact, CustomerDraft, PointKind, Stage
from desktop_crm.ui.pages.customers.conflict_dialog import ConflictDialog
from desktop_crm.ui.pages.customers.draft_json import decode, encode
from desktop_crm.ui.pages.customers.feature import customer_form
from desktop_crm.ui.pages.customers.list_page import CustomerListPage


@pytest.fixture
def customer(stage):
    return stage.store(stage.huawei, users=("李芳",))[0]


def make(stage, services, window, customer_id=None):
    form = stage.show(customer_form(services, window))
    form.edit(customer_id)
    stage.settle()
    return form


def field(form, name):
    return form.body.rows[name].field


def type_in(form, name, text):
    edit = field(form, name).inputs()[0]
    edit.setFocus()
    edit.clear()
    edit.insert(text)
    edit.textEdited.emit(text)


def error(form, name):
    return form.body.rows[name].error.text()


def stored(services, customer_id):
    with services.runner.database.read() as session:
        return get_customer(session, customer_id).draft


def change(services, waiting, customer_id, **changes):
    draft = stored(services, customer_id)
    services.customers.save(dataclasses.replace(draft, **changes), draft)
    waiting.settle()


def pause(qtbot, form):
    """Lets the form's own timers run out."""
    qtbot.waitUntil(lambda: not (form._keep_later.isActive() or form._twins_later.isActive()))


def test_new_customer_is_stored_normalised_and_opened(qtbot, stage, services, window, posted):
    form = make(stage, services, window)
    type_in(form, "name", "恒通贸易有限公司")
    points = field(form, "points")
    points.add_row()
    points.rows[0].text.setText("１３８ 0013-8000")
    points.rows[0].text.textEdited.emit("")
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    stage.settle()

    (opened,) = window.opened
    draft = stored(services, opened)
    assert draft.name == "恒通贸易有限公司"
    assert [(p.kind, p.value, p.primary) for p in draft.points] == [(PointKind.PHONE, "+8613800138000", True)]
    assert draft.owner_id == services.runner.database.actor.user_id
    assert posted[-1].text.plain() == "恒通贸易有限公司 saved"

    services.undo.undo()
    stage.settle()
    with services.runner.database.read() as session:
        from desktop_crm.models.queries.customer_list import count
        from desktop_crm.models.records.lists import ListSpec

        assert count(session, ListSpec()) == 0


def test_phone_is_rewritten_when_the_field_is_left(stage, services, window):
    form = make(stage, services, window)
    points = field(form, "points")
    points.add_row()
    points.rows[0].text.setText("１３８００１３８０００")
    points.rows[0].text.textEdited.emit("")
    field(form, "name").setFocus()

    assert points.rows[0].text.text() == "+86 138 0013 8000"
    assert form.body.binder.value().points[0].value == "+86 138 0013 8000"


def test_opening_and_saving_without_a_change_writes_nothing(stage, services, window, customer, posted):
    before = stored(services, customer)
    form = make(stage, services, window, customer)
    assert not form.is_dirty()

    form.save()
    stage.settle()

    assert stored(services, customer) == before
    assert window.opened == [customer]
    assert posted == []


def test_every_field_comes_through_the_form_unharmed(stage, services, window, customer):
    before = stored(services, customer)
    form = make(stage, services, window, customer)
    form.body.binder.set_field("next_step", "新的下一步")
    form.save()
    stage.settle()

    after = stored(services, customer)
    assert dataclasses.replace(after, next_step=before.next_step, row_version=before.row_version) == before


def test_save_shows_what_is_wrong_and_goes_there(stage, services, window):
    form = make(stage, services, window)
    type_in(form, "credit_code", "123")
    form.save()
    stage.settle()

    assert window.opened == []
    assert error(form, "name") == "A customer needs a name."
    assert "18 characters" in error(form, "credit_code")
    assert QApplication.focusWidget() is field(form, "name").inputs()[0]


def test_a_wrong_phone_is_named_at_the_list(stage, services, window):
    form = make(stage, services, window)
    type_in(form, "name", "某公司")
    points = field(form, "points")
    points.add_row()
    points.rows[0].text.setText("12")
    points.rows[0].text.textEdited.emit("")
    form.save()

    assert error(form, "points").startswith("12: This is not a phone number.")


def test_text_in_a_date_field_is_refused(stage, services, window):
    form = make(stage, services, window)
    type_in(form, "name", "某公司")
    type_in(form, "next_step_on", "someday")
    form.save()
    assert "not a date" in error(form, "next_step_on")


def test_person_and_company_have_their_own_fields(stage, services, window):
    form = make(stage, services, window)
    assert field(form, "credit_code").isVisible()
    field(form, "kind").segments.set_value("person")
    assert not field(form, "credit_code").isVisible()
    assert field(form, "id_number").isVisible()


def test_a_likely_twin_is_named_while_typing(qtbot, stage, services, window, customer):
    form = make(stage, services, window)
    type_in(form, "name", "华为技术（有限公司）")
    pause(qtbot, form)
    stage.settle()

    assert form.twins.isVisible()
    assert "华为技术有限公司 (C000001)" in form.twins.words.text()
    form.twins.open_button.click()
    assert window.opened == [customer]


def test_a_customer_is_no_twin_of_itself(qtbot, stage, services, window, customer):
    form = make(stage, services, window, customer)
    type_in(form, "name", "华为技术有限公司 ")
    pause(qtbot, form)
    stage.settle()
    assert not form.twins.isVisible()


def test_leaving_with_changes_asks_without_a_box(qtbot, stage, services, window, customer):
    form = make(stage, services, window, customer)
    type_in(form, "next_step", "别的")
    assert form.may_close() is False
    assert form.guard.isVisible()
    assert QApplication.activeModalWidget() is None

    form.guard.keep_button.click()
    assert not form.guard.isVisible()
    assert form.is_dirty()

    form.leave()
    form.guard.discard_button.click()
    assert window.backs == 1
    assert form.may_close()
    assert stored(services, customer).next_step == "发送新一季报价单"


def test_leaving_without_changes_just_leaves(qtbot, stage, services, window, customer):
    form = make(stage, services, window, customer)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert window.backs == 1


def test_save_and_new_starts_an_empty_form(qtbot, stage, services, window):
    form = make(stage, services, window)
    type_in(form, "name", "第一家")
    qtbot.keyClick(field(form, "name").inputs()[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()

    assert window.opened == []
    assert field(form, "name").value() == ""
    assert not form.is_dirty()
    type_in(form, "name", "第二家")
    form.save()
    stage.settle()
    assert stored(services, window.opened[0]).name == "第二家"


def test_draft_survives_a_form_that_was_never_saved(qtbot, stage, services, window, customer):
    form = make(stage, services, window, customer)
    type_in(form, "next_step", "半句话")
    form.body.binder.set_field("notes", "没有保存的备注")
    pause(qtbot, form)
    window.takeCentralWidget()
    form.deleteLater()

    again = make(stage, services, window, customer)

    assert again.is_dirty()
    assert field(again, "next_step").value() == "半句话"
    assert "was not saved" in again.bar.notice.text
    again.save()
    stage.settle()
    assert stored(services, customer).notes == "没有保存的备注"
    assert services.drafts.pending() == []


def test_a_kept_draft_is_offered_in_the_list(qtbot, stage, services, window):
    form = make(stage, services, window)
    type_in(form, "name", "未保存的客户")
    pause(qtbot, form)
    window.takeCentralWidget()
    form.deleteLater()

    page = stage.show(CustomerListPage(services, window))
    (bar,) = page._offers.bars
    assert "未保存的客户" in bar.notice.text
    bar._action.click()
    assert window.edited == [None]


def test_discarding_a_kept_draft_brings_the_stored_values_back(qtbot, stage, services, window, customer):
    form = make(stage, services, window, customer)
    type_in(form, "next_step", "半句话")
    pause(qtbot, form)
    window.takeCentralWidget()
    form.deleteLater()
    again = make(stage, services, window, customer)
    again.bar._action.click()
    stage.settle()

    assert field(again, "next_step").value() == "发送新一季报价单"
    assert services.drafts.pending() == []


def test_changes_of_different_fields_merge(stage, services, window, customer):
    form = make(stage, services, window, customer)
    change(services, stage, customer, stage=Stage.MAINTAIN)
    type_in(form, "next_step", "我的下一步")
    form.save()
    stage.settle()

    draft = stored(services, customer)
    assert (draft.stage, draft.next_step) == (Stage.MAINTAIN, "我的下一步")


def test_conflict_lets_one_choose_field_by_field(qtbot, stage, services, window, customer):
    form = make(stage, services, window, customer)
    change(services, stage, customer, next_step="他们的", notes="他们的备注")
    form.body.binder.set_field("next_step", "我的")
    form.body.binder.set_field("notes", "我的备注")
    form.save()
    stage.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConflictDialog)
    assert set(dialog.groups) == {"next_step", "notes"}
    assert stored(services, customer).next_step == "他们的"

    dialog.groups["notes"].button(0).setChecked(True)
    dialog.save_button.click()
    stage.settle()

    draft = stored(services, customer)
    assert (draft.next_step, draft.notes) == ("我的", "他们的备注")
    assert window.opened == [customer]


def test_keeping_on_after_a_conflict_loses_nothing(stage, services, window, customer):
    form = make(stage, services, window, customer)
    change(services, stage, customer, next_step="他们的")
    form.body.binder.set_field("next_step", "我的")
    form.save()
    stage.settle()
    QApplication.activeModalWidget().reject()

    assert form.is_dirty()
    assert form.save_button.isEnabled()
    assert field(form, "next_step").value() == "我的"


def test_contact_person_is_added_in_a_small_form(stage, services, window, customer):
    form = make(stage, services, window, customer)
    field(form, "contacts").add_button.click()
    dialog = form.body.parts.dialog
    dialog.take()
    assert dialog.isVisible()

    dialog.binder.set_field("name", "赵敏")
    dialog.take()
    form.save()
    stage.settle()
    assert [one.name for one in stored(services, customer).contacts] == ["王建国", "Mary Chen", "赵敏"]


def test_address_needs_something_in_it(stage, services, window, customer):
    form = make(stage, services, window, customer)
    field(form, "addresses").add_button.click()
    dialog = form.body.parts.dialog
    dialog.take()
    assert dialog.isVisible()
    dialog.binder.set_field("region", "110108")
    dialog.take()
    assert form.body.binder.value().addresses[-1].region == "110108"


def test_draft_json_is_complete():
    draft = CustomerDraft(
        name="华",
        owner_id=uuid.uuid4(),
        next_step_on=dt.date(2026, 1, 2),
        contacts=(Contact("A", birthday=dt.date(1990, 1, 1), id=uuid.uuid4()),),
        addresses=(Address("110108", "x"),),
        tags=("a", "b"),
    )
    assert decode(encode(draft)) == draft
    with pytest.raises(ValueError, match="not a customer draft"):
        decode({"name": 5})
    with pytest.raises(ValueError, match="not a customer draft"):
        decode(["no"])


def test_another_language_keeps_what_is_typed(run, tmp_path):
    it = run()
    it.open(tmp_path / "firma.crmdb", create=True)
    navigator = it.shell.navigator
    navigator.edit_customer(None)
    it.until(lambda: navigator.current().body is not None)
    type_in(navigator.current(), "name", "没写完")
    before = navigator.current()

    it.shell.registry.action("view.language").trigger()
    it.until(lambda: navigator.current() is not before and navigator.current().body is not None)
    it.settle()

    assert field(navigator.current(), "name").value() == "没写完"
    assert navigator.current().is_dirty()
    navigator.current().discard()
