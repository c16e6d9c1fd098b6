"""The duplicates desk as a person works with it: look, choose, merge, keep apart, skip."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_crm.models.commands.duplicate_scan import scan
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind

PHONE = ContactPoint(PointKind.PHONE, "+8675528780808", primary=True)


@pytest.fixture
def desk(run, tmp_path):
    it = run()
    it.open(tmp_path / "book.crmdb", create=True)
    drafts = (
        CustomerDraft("深圳市华腾科技有限公司", points=(PHONE,), notes="老客户", size="1-19"),
        CustomerDraft("华腾科技（深圳）", points=(PHONE,), notes="展会", short_name="华腾"),
        CustomerDraft("Acme Trading Ltd", points=(ContactPoint(PointKind.EMAIL, "a@example.com"),)),
        CustomerDraft("Acme Trading Limited", points=(ContactPoint(PointKind.EMAIL, "a@example.com"),)),
        CustomerDraft("上海宏达物流有限公司"),
    )
    tasks = [it.services.customers.save(draft) for draft in drafts]
    it.settle()
    it.ids = [task.result.value for task in tasks]
    return it


def scanned(it):
    scan(Monitor(), it.services.runner.database)
    show(it)


def show(it):
    it.shell.navigator.show_page("duplicates")
    it.settle()
    return it.page


def get(it, key):
    task = it.services.customers.get(key, it.window)
    it.settle()
    return task.result


def run_action(it, name):
    it.shell.registry.action(name).trigger()
    it.settle()


def test_the_empty_page_offers_a_scan_which_fills_it(desk):
    page = show(desk)
    assert page.context().selected == 0
    assert not desk.shell.registry.action("duplicates.merge").isEnabled()
    page.start_scan()
    assert not page.scan.isEnabled()
    desk.until(lambda: page.model.rowCount() == 2, timeout=60_000)
    desk.settle()
    assert page.scan.isEnabled()
    assert len(page.pane.ids()) == 2


def test_merging_takes_the_marked_values_and_goes_on_to_the_next(desk):
    scanned(desk)
    page = desk.page
    row = next(r for r in range(2) if "华腾" in page.model.group(r).members[0].name)
    page.list.setCurrentIndex(page.model.index(row))
    desk.settle()
    fields = page.pane.table.fields
    keep = page.pane.ids()[0]
    name = next(r for r in range(fields.rowCount()) if fields.headerData(r, Qt.Orientation.Vertical) == "Name")
    other = fields.data(fields.index(name, 1))
    page.pane.table.setCurrentIndex(fields.index(name, 0))
    QTest.keyClick(page.pane.table, Qt.Key.Key_Right)
    QTest.keyClick(page.pane.table, Qt.Key.Key_Space)
    assert fields.choices()["name"] == 1
    run_action(desk, "duplicates.merge")
    merged = get(desk, keep).draft
    assert merged.name == other
    assert "老客户" in merged.notes
    assert "展会" in merged.notes
    assert (merged.size, merged.short_name) == ("1-19", "华腾")
    assert desk.notice.endswith("merged into " + page_name(desk, keep, other))
    assert page.model.rowCount() == 1
    assert len(page.pane.ids()) == 2, "the next one is in front"
    run_action(desk, "edit.undo")
    assert page.model.rowCount() == 2
    assert get(desk, keep).draft.name != other


def page_name(it, key, other):
    """The notice names the record that stayed as it was called before."""
    return next(n for n in ("深圳市华腾科技有限公司", "华腾科技（深圳）") if n != other)


def test_a_digit_takes_a_value_and_long_texts_can_be_taken_both(desk):
    scanned(desk)
    show(desk)
    desk.services.duplicates.ask(desk.ids[:2])
    desk.page.activate()
    desk.settle()
    fields, table = desk.page.pane.table.fields, desk.page.pane.table
    notes = next(r for r in range(fields.rowCount()) if fields.headerData(r, Qt.Orientation.Vertical) == "Notes")
    assert fields.choices()["notes"] == -1
    table.setCurrentIndex(fields.index(notes, 0))
    QTest.keyClick(table, Qt.Key.Key_2)
    assert fields.choices()["notes"] == 1
    QTest.keyClick(table, Qt.Key.Key_2)
    assert fields.choices()["notes"] == -1


def test_what_is_kept_apart_is_not_offered_again_until_undone(desk):
    scanned(desk)
    page = desk.page
    run_action(desk, "duplicates.distinct")
    assert page.model.rowCount() == 1
    scanned(desk)
    page.reload()
    desk.settle()
    assert page.model.rowCount() == 1
    run_action(desk, "edit.undo")
    assert page.model.rowCount() == 2


def test_skipping_goes_round(desk):
    scanned(desk)
    first = desk.page.pane.ids()
    run_action(desk, "duplicates.skip")
    assert desk.page.pane.ids() != first
    run_action(desk, "duplicates.skip")
    assert desk.page.pane.ids() == first


def test_another_record_can_stay(desk):
    scanned(desk)
    one, other = desk.page.pane.ids()
    desk.page.pane.keep.click()
    desk.settle()
    assert desk.page.pane.ids() == [other, one]


def test_customers_chosen_in_the_list_are_merged_on_the_desk(desk):
    desk.shell.navigator.show_page("customers")
    desk.settle()
    table = desk.page.table
    assert not desk.shell.registry.action("customer.merge").isEnabled()
    table.selection.select_all()
    desk.settle()
    run_action(desk, "customer.merge")
    page = desk.page
    assert sorted(page.pane.ids()) == sorted(desk.ids)
    assert page.pane.leave_out.isVisible()
    page.pane.leave_out.click()
    desk.settle()
    assert len(page.pane.ids()) == 4
    keep = page.pane.ids()[0]
    gone = page.pane.ids()[1]
    run_action(desk, "duplicates.merge")
    desk.shell.navigator.open_customer(gone)
    desk.settle()
    banner = desk.page.banner
    assert banner.merged_button.isVisible()
    banner.merged_button.click()
    desk.settle()
    assert desk.page.customer.id == keep
