import datetime as dt

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QSpinBox, QToolButton

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.models.records.customers import CustomerFilter, Stage
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.lists import ListSpec, Selection, Sort
from desktop_crm.models.records.views import filter_from_json, filter_to_json
from desktop_crm.ui.pages.customers.dialogs import PickDialog
from desktop_crm.ui.pages.customers.list_page import CustomerListPage


@pytest.fixture
def people(stage, services):
    stage.store(*stage.many(40), users=("李芳", "王强"))
    return services


def make(stage, services, window):
    return stage.show(CustomerListPage(services, window))


def shown(page):
    return [row.name for _, row in page.model.held()]


def cell(page, row, key):
    column = next(at for at, one in enumerate(page.model.columns) if one.key == key)
    return page.model.index(row, column).data()


def foot(page):
    return page._foot.text()


def dialog(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PickDialog))
    return QApplication.activeModalWidget()


def read(services, query, *args):
    with services.runner.database.read() as session:
        return query(session, *args)


def stored(services, spec=None):
    from desktop_crm.models.queries.customer_list import page
    from desktop_crm.models.records.lists import PageRequest

    return read(services, page, spec or ListSpec(), PageRequest(0)).rows


def test_list_shows_customers_in_words(stage, people, window):
    page = make(stage, people, window)

    assert page.model.rowCount() == 40
    assert foot(page) == "40 customers"
    row = next(at for at, one in page.model.held() if one.phone == "+8613800000002")
    assert cell(page, row, "phone") == "+86 138 0000 0002"
    assert cell(page, row, "stage") in {"Acquire", "Develop", "Maintain", "Lost"}
    assert cell(page, row, "region") == "Beijing, Haidian"
    assert cell(page, row, "tags") == "VIP, 重点客户"
    record = page.model.peek(row)
    assert cell(page, row, "next_step_on") == format_date(dt.date.fromisoformat(record.next_step_on))


def test_enter_opens_and_new_makes_a_customer(qtbot, stage, people, window):
    page = make(stage, people, window)
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.mouseClick(page.bar.button("customer.new"), Qt.MouseButton.LeftButton)

    assert window.opened == [page.model.peek(0).id]
    assert window.edited == [None]


def test_actions_need_a_selection(stage, people, window):
    page = make(stage, people, window)
    assert not page.bar.button("customer.tag").isEnabled()

    page.table.selection.set_only([page.model.peek(0).id, page.model.peek(1).id])

    assert page.bar.button("customer.tag").isEnabled()
    assert not page.bar.button("customer.edit").isEnabled()
    assert foot(page) == "2 of 40 selected"
    assert window.refreshed


def test_quick_filters_narrow_the_list_and_show_as_chips(qtbot, stage, people, window):
    page = make(stage, people, window)

    page.filters.buttons["stages"].toggle_value("lost")
    stage.settle()
    assert page.model.rowCount() == 10
    assert {row.stage for _, row in page.model.held()} == {"lost"}
    assert page.filters.buttons["stages"].text().strip() == "Stage · 1"

    page.filters.search.set_text("hengtong")
    stage.settle()
    qtbot.waitUntil(lambda: page.spec.filter.text == "hengtong")
    stage.settle()
    assert all("恒通" in name for name in shown(page))

    page.filters.clear()
    stage.settle()
    assert page.model.rowCount() == 40


def test_region_filter_takes_a_province_with_all_below(qtbot, stage, people, window):
    page = make(stage, people, window)
    button = page.filters.buttons["regions"]
    button.drop()
    popup = button.popup()
    popup.search.set_text("guangdong")
    qtbot.waitUntil(lambda: [line.value for line in popup.list.items()[:1]] == ["44"])

    popup.list.take()
    stage.settle()
    popup.close()

    assert page.model.rowCount() == 5
    assert all(row.region.startswith("44") for _, row in page.model.held())


def test_filter_popup_ticks_by_keyboard_and_stays_open(qtbot, stage, people, window):
    page = make(stage, people, window)
    button = page.filters.buttons["owners"]
    button.drop()
    popup = button.popup()
    popup.search.set_text("王")
    qtbot.keyClick(popup.search.edit, Qt.Key.Key_Return)
    stage.settle()

    assert popup.isVisible()
    assert popup.list.items()[0].checked
    assert {row.owner_name for _, row in page.model.held()} == {"王强"}
    qtbot.keyClick(popup.search.edit, Qt.Key.Key_Return)
    stage.settle()
    popup.close()
    assert page.model.rowCount() == 40


def test_no_result_offers_to_clear_the_filters(stage, people, window):
    page = make(stage, people, window)
    page.filters.set_value(CustomerFilter(text="zzzzzz"))
    page.filters.changed.emit()
    stage.settle()

    clear = next(b for b in page.table.findChildren(QPushButton) if b.text() == "Clear filters" and b.isVisible())
    clear.click()
    stage.settle()

    assert page.model.rowCount() == 40


def test_new_file_offers_three_ways_to_begin(stage, services, window):
    page = make(stage, services, window)

    buttons = {b.text(): b for b in page.table.findChildren(QPushButton) if b.isVisible()}
    assert set(buttons) == {"Add your first customer", "Import a workbook", "Look at the sample company"}
    buttons["Add your first customer"].click()
    assert window.edited == [None]


def test_columns_sort_and_filter_are_remembered(qtbot, stage, people, window):
    page = make(stage, people, window)
    page.table.header.set_columns(["number", "name"], {"email", "phone"})
    page.table.header.resizeSection(0, 333)
    page.model.sort_by("number", True)
    page.filters.buttons["stages"].toggle_value("lost")
    stage.settle()
    qtbot.waitUntil(lambda: (people.state.get("customers.columns") or {}).get("sort") == ["number", True])
    qtbot.waitUntil(lambda: people.state.get("customers.columns")["widths"]["name"] == 333)
    page.setParent(None)
    page.deleteLater()

    again = make(stage, people, window)

    assert again.spec == ListSpec(CustomerFilter(stages=("lost",)), Sort("number", True))
    assert again.table.header.order()[:2] == ["number", "name"]
    assert again.table.header.hidden() >= {"email", "phone"}
    assert again.table.header.sectionSize(0) == 333
    assert again.filters.buttons["stages"].chosen == ("lost",)


def test_filter_survives_its_json():
    import uuid

    wanted = CustomerFilter("华", (), ("lost",), (uuid.uuid4(), None), (uuid.uuid4(),), ("44",), ("other",))
    assert filter_from_json(filter_to_json(wanted)) == wanted
    assert filter_from_json({"owners": ["nonsense"]}) == CustomerFilter()


def test_tag_goes_on_all_that_are_selected_as_one_step(qtbot, stage, people, window, posted):
    page = make(stage, people, window)
    page.table.selection.select_all()
    page.ask_tag()
    picker = dialog(qtbot)
    picker.search.set_text("2026 展会")
    assert [line.text for line in picker.list.items()] == ["New tag “2026 展会”"]
    qtbot.keyClick(picker.search.edit, Qt.Key.Key_Return)
    stage.settle()

    assert all("2026 展会" in [tag.name for tag in row.tags] for row in stored(people))
    assert posted[-1].text.plain() == "40 customers tagged “2026 展会”"
    assert posted[-1].action == "edit.undo"

    people.undo.undo()
    stage.settle()
    assert not any("2026 展会" in [tag.name for tag in row.tags] for row in stored(people))


def test_assign_changes_the_owner_of_the_selected_only(qtbot, stage, people, window, posted):
    page = make(stage, people, window)
    chosen = [page.model.peek(at).id for at in (0, 1, 2)]
    others = {row.id: row.owner_name for row in stored(people) if row.id not in chosen}
    page.table.selection.set_only(chosen)
    page.ask_owner()
    picker = dialog(qtbot)
    picker.search.set_text("李芳")
    qtbot.keyClick(picker.search.edit, Qt.Key.Key_Return)
    stage.settle()

    rows = {row.id: row.owner_name for row in stored(people)}
    assert {rows[key] for key in chosen} == {"李芳"}
    assert all(rows[key] == name for key, name in others.items())
    assert "李芳" in posted[-1].text.plain()
    assert page.table.selected().ids == frozenset(chosen)


def test_stage_is_set_from_the_picker(qtbot, stage, people, window):
    page = make(stage, people, window)
    page.table.selection.set_only([page.model.peek(0).id])
    page.ask_stage()
    picker = dialog(qtbot)
    qtbot.keyClicks(picker.search.edit, "main")
    qtbot.keyClick(picker.search.edit, Qt.Key.Key_Return)
    stage.settle()

    assert stored(people)[0].stage == Stage.MAINTAIN


def test_delete_takes_rows_away_and_undo_brings_them_back(qtbot, stage, people, window, posted):
    page = make(stage, people, window)
    page.table.selection.set_only([page.model.peek(0).id, page.model.peek(5).id])
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    stage.settle()

    assert page.model.rowCount() == 38
    assert foot(page) == "38 customers"
    assert posted[-1].text.plain() == "2 customers deleted, with 4 phones and channels, 4 tags"

    people.undo.undo()
    stage.settle()
    assert page.model.rowCount() == 40


def test_the_list_holds_living_customers_alone(stage, people, window):
    people.state.set("customers.columns", {"columns": ["name", "deleted_at", "phone"], "sort": ["deleted_at", True]})
    page = make(stage, people, window)

    assert "deleted_at" not in page.table.header.order()
    assert page.model.rowCount() == 40
    assert not [b for b in page.findChildren(QToolButton) if "ecycle" in b.toolTip() or "ecycle" in b.text()]


def test_sort_and_width_are_chosen_in_the_dialog_of_columns(qtbot, stage, people, window):
    page = make(stage, people, window)
    QTimer.singleShot(0, lambda: choose(qtbot))
    page.choose_columns()
    stage.settle()
    assert page.spec.sort == Sort("number", True)
    assert page.table.header.sectionSize(0) == 300


def choose(qtbot):
    dialog = QApplication.activeModalWidget()
    sort, direction = dialog.findChildren(QComboBox)
    sort.setCurrentText(text(CUSTOMER_FIELDS["number"]))
    direction.setCurrentText("Descending")
    dialog.findChild(QSpinBox).setValue(300)
    dialog.accept()


def test_a_change_of_very_many_is_listed_as_a_job(qtbot, stage, people, window):
    titles = []
    people.jobs.started.connect(lambda job: titles.append(job.title.plain()))
    everyone = Selection(spec=ListSpec())
    people.customers.tag(everyone, "重点", 40)
    people.customers.tag(everyone, "新", 5_000)
    stage.settle()
    assert titles == ["Tagging customers"]
    assert all({"重点", "新"} <= {tag.name for tag in row.tags} for row in stored(people))


def test_all_that_match_means_all_but_those_taken_out(stage, people, window):
    page = make(stage, people, window)
    page.filters.buttons["stages"].toggle_value("lost")
    stage.settle()
    page.table.selection.select_all()
    page.table.selection.toggle(page.model.peek(0).id)
    spared = page.model.peek(0).id

    page.delete_chosen()
    stage.settle()

    assert page.model.rowCount() == 1
    assert page.model.peek(0).id == spared


def test_a_change_elsewhere_shows_and_keeps_selection(stage, people, window):
    page = make(stage, people, window)
    row = page.model.peek(3)
    page.table.selection.set_only([row.id])

    people.customers.set_stage(page.chosen(), Stage("lost" if row.stage != "lost" else "acquire"))
    stage.settle()

    assert page.model.peek(3).stage != row.stage
    assert page.table.selected().ids == frozenset([row.id])


def test_a_change_while_hidden_shows_when_the_page_comes_back(stage, people, window):
    page = make(stage, people, window)
    row = page.model.peek(0)
    page.hide()
    from desktop_crm.models.records.lists import Selection

    people.customers.delete(Selection.of(row.id))
    stage.settle()
    page.show()
    page.activate()
    stage.settle()

    assert page.model.rowCount() == 39


def test_copy_phone_copies_what_is_shown(stage, people, window):
    page = make(stage, people, window)
    page.table.selection.set_only([page.model.peek(0).id])
    page.copy_phone()
    assert QGuiApplication.clipboard().text() == cell(page, 0, "phone")


def test_a_failing_read_shows_the_reason_and_a_retry(stage, people, window):
    page = make(stage, people, window)
    broken = people.runner.database
    people.runner.unexpected.connect(lambda *_: None)
    with broken.raw() as connection:
        connection.exec_driver_sql("ALTER TABLE customer RENAME TO away")
        connection.commit()
    page.model.retry()
    stage.settle()
    retry = [b for b in page.table.findChildren(QPushButton) if b.isVisible() and b.text() == "Try again"]
    assert page.model.error is not None
    with broken.raw() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO customer")
        connection.commit()

    retry[0].click()
    stage.settle()
    assert page.model.error is None
    assert page.model.rowCount() == 40
