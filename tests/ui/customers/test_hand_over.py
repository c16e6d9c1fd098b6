"""Hand-over in the window: dialogs, the page of hand-overs, users and teams, the recycle bin, and what is due."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_crm.controllers.i18n import text
from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.hand_over import hand_over
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.sharing import change_shares
from desktop_crm.models.commands.staff import save_team
from desktop_crm.models.queries.hand_over import care_of, planned_hand_overs
from desktop_crm.models.records.hand_over import HandOverDraft, ShareChange
from desktop_crm.models.records.lists import Selection
from desktop_crm.ui.pages.bin.page import BinPage
from desktop_crm.ui.pages.customers.feature import CUSTOMERS, customer_page
from desktop_crm.ui.pages.customers.list_page import CustomerListPage
from desktop_crm.ui.pages.handover import flows
from desktop_crm.ui.pages.handover.care_card import CareCard
from desktop_crm.ui.pages.handover.dialogs import HandOverDialog, KeyDialog, ShareDialog
from desktop_crm.ui.pages.handover.feature import HAND_OVER
from desktop_crm.ui.pages.handover.page import HandOversPage
from desktop_crm.ui.pages.people.heir_dialog import HeirDialog
from desktop_crm.ui.pages.people.page import PeoplePage

TODAY = dt.date.today()  # noqa: DTZ011 - the person's own calendar
LATER = TODAY + dt.timedelta(30)


@pytest.fixture
def do(services):
    """Runs a command directly."""
    return lambda command, *args: services.runner.database.execute(command, *args).value


@pytest.fixture
def me(services):
    return services.runner.database.actor.user_id


@pytest.fixture
def chosen(services, window, stage):
    """The customer list with both of its customers chosen."""
    keys = stage.store(*stage.many(2))
    page = stage.show(CustomerListPage(services, window))
    page.table.selection.set_only(keys)
    return page, keys


def opened(stage, window, kind):
    stage.settle()
    return next(one for one in window.findChildren(kind) if one.isVisible())


def owners(services, keys):
    with services.runner.database.read() as session:
        from desktop_crm.models.queries.customers import get_customer

        return {get_customer(session, key).owner_name for key in keys}


def care(services, key):
    with services.runner.database.read() as session:
        return care_of(session, key)


def notice(posted):
    return text(posted[-1].text)


def words(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def test_handing_over_asks_for_somebody_then_does_it_at_once(services, window, stage, do, chosen, posted):
    anna = do(save_user, "Anna")
    page, keys = chosen
    flows.ask_hand_over(page)
    dialog = opened(stage, window, HandOverDialog)
    dialog.go.click()
    assert dialog.rows["to_user_id"].error.text() == "Name a person or a team to hand over to."
    assert dialog.isVisible()
    dialog.user.set_value(anna)
    dialog.reason.set_value("leaves")
    dialog.go.click()
    stage.settle()
    assert owners(services, keys) == {"Anna"}
    assert notice(posted) == "2 customers handed over to Anna"
    assert posted[-1].action == "edit.undo"


def test_a_later_day_plans_and_a_past_one_is_refused(services, window, stage, do, chosen, posted):
    anna = do(save_user, "Anna")
    page, keys = chosen
    flows.ask_hand_over(page)
    dialog = opened(stage, window, HandOverDialog)
    dialog.user.set_value(anna)
    dialog.day.set_value(TODAY - dt.timedelta(1))
    dialog.go.click()
    assert dialog.rows["effective_on"].error.text() == "Choose today or a later day."
    dialog.day.set_value(LATER)
    dialog.day.edited.emit()
    assert dialog.go.text() == "Plan"
    dialog.go.click()
    stage.settle()
    assert notice(posted) == "2 customers will be handed over to Anna"
    assert "Anna" not in owners(services, keys)
    with services.runner.database.read() as session:
        assert [one.count for one in planned_hand_overs(session)] == [2]


def test_sharing_ticks_who_has_them_and_changes_only_what_was_touched(services, window, stage, do, chosen, posted):
    anna, bert, team = do(save_user, "Anna"), do(save_user, "Bert"), do(save_team, "South")
    page, keys = chosen
    do(change_shares, Selection.of(keys[0]), ShareChange(frozenset({anna})))
    do(change_shares, Selection.of(*keys), ShareChange(frozenset({bert})))
    flows.ask_share(page)
    dialog = opened(stage, window, ShareDialog)
    states = {one.name: box.checkState() for one, box in dialog.boxes}
    assert states["Anna"] == Qt.CheckState.PartiallyChecked
    assert states["Bert"] == Qt.CheckState.Checked
    assert states["South"] == Qt.CheckState.Unchecked
    boxes = {one.name: box for one, box in dialog.boxes}
    boxes["Bert"].click()
    boxes["South"].click()
    assert dialog.change() == ShareChange(add_teams=frozenset({team}), drop_users=frozenset({bert}))
    dialog.go.click()
    stage.settle()
    assert [care(services, key).shared for key in keys] == [("Anna", "South"), ("South",)]
    assert notice(posted) == "Sharing changed for 2 customers"


def test_key_customers_are_named_and_taken_back(services, window, stage, do, chosen, posted):
    anna = do(save_user, "Anna")
    page, keys = chosen
    flows.ask_key(page)
    dialog = opened(stage, window, KeyDialog)
    dialog.user.set_value(anna)
    dialog.go.click()
    stage.settle()
    assert [(care(services, key).is_key, care(services, key).key_user) for key in keys] == [(True, "Anna")] * 2
    assert notice(posted) == "2 customers marked as key customers"
    page.table.selection.set_only(keys[:1])
    flows.ask_key(page)
    again = opened(stage, window, KeyDialog)
    assert again.user.value() == anna
    again.reject()
    page.table.selection.set_only(keys)
    flows.ask_key(page)
    opened(stage, window, KeyDialog).off.click()
    stage.settle()
    assert not care(services, keys[0]).is_key


def test_the_page_shows_what_came_to_me_and_marks_it_read(services, window, stage, do, me, posted):
    keys = stage.store(stage.huawei, *stage.many(3), users=("李芳",))
    do(hand_over, Selection.of(*keys), HandOverDraft(me, None, "Li Fang moves"), TODAY)
    page = stage.show(HandOversPage(services, window))
    assert page.list.rowCount() == 1
    shown = words(page.summary)
    assert "4 customers from 李芳" in shown
    assert "Li Fang moves" in shown
    figures = {name: figure._value.text() for name, figure in page.summary.figures.items()}
    assert figures["customers"] == "4"
    assert int(figures["overdue"]) >= 1
    assert page.model.rowCount() == 4
    page.table.selection.set_only(keys[:1])
    assert page.chosen() == Selection.of(keys[0])
    page.summary.read_button.click()
    stage.settle()
    assert notice(posted) == "Marked as read"
    assert not page.summary.read_button.isVisible()


def test_planned_ones_can_be_called_off_or_done_now(services, window, stage, do, posted):
    anna = do(save_user, "Anna")
    keys = stage.store(*stage.many(2))
    for key in keys:
        do(hand_over, Selection.of(key), HandOverDraft(anna, None, "", LATER), TODAY)
    page = stage.show(HandOversPage(services, window))
    assert page.empty.isVisible()
    page.show_view("planned")
    stage.settle()
    assert page.list.rowCount() == 2
    page.summary.cancel_button.click()
    stage.settle()
    assert page.list.rowCount() == 1
    page.summary.now_button.click()
    stage.settle()
    assert "Anna" in owners(services, keys)
    page.show_view("recent")
    stage.settle()
    assert page.list.rowCount() == 1


def test_what_is_shared_with_me_is_a_list_of_its_own(services, window, stage, do, me):
    keys = stage.store(*stage.many(3))
    do(change_shares, Selection.of(*keys[:2]), ShareChange(frozenset({me})))
    page = stage.show(HandOversPage(services, window))
    page.show_view("shared")
    stage.settle()
    assert page.model.rowCount() == 2
    assert not page.summary.isVisible()


def test_what_is_due_is_done_when_a_database_opens_and_unread_is_said(services, stage, do, me, posted):
    keys = stage.store(*stage.many(2))
    services.hand_over.opened(services.notices)
    yesterday = TODAY - dt.timedelta(1)
    do(hand_over, Selection.of(*keys), HandOverDraft(me, None, "", TODAY), yesterday)
    services.hand_over.look()
    stage.settle()
    stage.settle()
    assert owners(services, keys) == {services.runner.database.who}
    said = [(text(one.text), one.action) for one in posted]
    assert said[0][1] == "edit.undo"
    assert said[-1] == ("A hand-over to you is unread: 2 customers.", "handover.mine")


def test_the_customer_page_says_who_looks_after_it_and_when_it_changed_hands(services, window, stage, do):
    key = stage.store(stage.huawei, users=("李芳",))[0]
    anna = do(save_user, "Anna")
    do(hand_over, Selection.of(key), HandOverDraft(anna, None, "Li Fang moves"), TODAY)
    do(change_shares, Selection.of(key), ShareChange(frozenset({anna})))
    page = stage.show(customer_page(services, window, [CUSTOMERS, HAND_OVER]))
    page.show_customer(key)
    stage.settle()
    card = page.findChildren(CareCard)[-1]
    assert "Anna" in words(card)
    page.tabs.setCurrentIndex(1)
    stage.settle()
    shown = words(page.tab(1))
    assert "Handed over to Anna" in shown
    assert "李芳  →  Anna" in shown
    assert "Li Fang moves" in shown


def test_the_recycle_bin_says_what_comes_back_and_brings_it_back(services, window, stage, do, posted):
    keys = stage.store(stage.huawei, *stage.many(2))
    page = stage.show(CustomerListPage(services, window))
    page.table.selection.set_only(keys[:1])
    page.delete_chosen()
    stage.settle()
    assert notice(posted) == "1 customer deleted, with 2 contacts, 6 phones and channels, 2 tags"
    do(delete_customers, Selection.of(keys[1]))
    page = stage.show(BinPage(services, window))
    assert page.model.rowCount() == 2
    row = next(row for _, row in page.model.held() if row.id == keys[0])
    assert row.deleted_by == services.runner.database.who
    assert not page.restore_button.isEnabled()
    page.table.selection.set_only(keys[:2])
    page.restore_button.click()
    stage.settle()
    assert page.model.rowCount() == 0
    assert notice(posted) == "2 customers restored"


def test_users_are_added_renamed_and_leave_with_an_heir(services, window, stage, posted):
    keys = stage.store(stage.huawei, users=("李芳",))
    page = stage.show(PeoplePage(services, window))
    assert {row.info.user.name: row.info.customers for row in page.users}["李芳"] == 1
    page.new_user.setText("Anna")
    page.new_user.returnPressed.emit()
    stage.settle()
    assert notice(posted) == "Add user Anna"
    assert page.new_user.text() == ""
    page.new_user.setText("anna")
    page.new_user.returnPressed.emit()
    stage.settle()
    assert page.user_error.text() == "There is a user called “anna” already."
    mine = next(row for row in page.users if row.info.mine)
    assert not mine.delete.isEnabled()
    next(row for row in page.users if row.info.user.name == "李芳").delete.click()
    dialog = opened(stage, window, HeirDialog)
    assert "Customers\n1" in "\n".join(words(dialog))
    dialog.heir.set_value(next(row.info.user.id for row in page.users if row.info.user.name == "Anna"))
    dialog.go.click()
    stage.settle()
    assert owners(services, keys) == {"Anna"}
    assert notice(posted) == "Delete user 李芳; Anna takes over"
    assert "李芳" not in [row.info.user.name for row in page.users]


def test_teams_get_members_and_go(services, window, stage, do, posted):
    anna = do(save_user, "Anna")
    page = stage.show(PeoplePage(services, window))
    page.new_team.setText("South")
    page.new_team.returnPressed.emit()
    stage.settle()
    row = next(row for row in page.users if row.info.user.id == anna)
    row.team.take(page.teams[0].info.team.id)
    stage.settle()
    assert page.teams[0].info.members == 1
    row = next(row for row in page.users if row.info.user.id == anna)
    row.active.click()
    stage.settle()
    assert notice(posted) == "Deactivate user Anna"
    page.teams[0].dropped.emit()
    stage.settle()
    assert page.teams == []
