import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser

from desktop_crm.models.messages import Message
from desktop_crm.models.records.customers import ContactPoint, PointKind, Stage
from desktop_crm.models.records.lists import Selection
from desktop_crm.ui.feature import Feature, Figure, FigureSpec, TimelineEntry, TimelinePage, TimelineSpec
from desktop_crm.ui.pages.customers.feature import CUSTOMERS, customer_page
from desktop_crm.ui.pages.customers.overview import PointLine, point_url
from desktop_crm.ui.widgets.labels import KeyFigure

OVERVIEW, TIMELINE, CONTACTS, RELATIONS, HISTORY = range(5)


@pytest.fixture
def customer(stage):
    return stage.store(stage.huawei, users=("李芳",))[0]


@pytest.fixture
def page(stage, services, window, customer):
    made = stage.show(customer_page(services, window, [CUSTOMERS]))
    made.show_customer(customer)
    stage.settle()
    return made


def go(page, stage, tab):
    page.tabs.setCurrentIndex(tab)
    stage.settle()
    return page.tab(tab)


def words(widget):
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return labels + [one.toPlainText() for one in widget.findChildren(QTextBrowser) if one.isVisibleTo(widget)]


def save(services, waiting, page, **changes):
    draft = page.customer.draft
    services.customers.save(dataclasses.replace(draft, **changes), draft)
    waiting.settle()


def test_header_says_who_it_is_and_what_is_next(page):
    shown = words(page.header)
    assert "华为技术有限公司" in shown
    assert any("C000001" in one and "李芳" in one for one in shown)
    assert page.header.step.text() == "发送新一季报价单"
    figures = {one.accessibleName() for one in page.header.findChildren(KeyFigure)}
    assert figures == {"Customer for", "Contacts", "Next step", "Last change"}


def test_overview_shows_every_field(page, stage):
    shown = "\n".join(words(go(page, stage, OVERVIEW)))
    for text in (
        "914403001922038216",
        "Information technology",
        "1,000 employees or more",
        "Exhibition",
        "+86 138 0013 8000",
        "+86 755 2878 0808 ext. 12",
        "contact@example.com",
        "Guangdong, Shenzhen, Longgang",
        "成立纪念日",
        "15 Sep 1987",
        "交付周期短",
        "财务流程较长",
    ):
        assert text in shown


def test_copying_a_phone(qtbot, page, stage):
    line = go(page, stage, OVERVIEW).findChildren(PointLine)[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+86 138 0013 8000"


@pytest.mark.parametrize(
    ("kind", "value", "url"),
    [
        (PointKind.PHONE, "+8613800138000", "tel:+8613800138000"),
        (PointKind.EMAIL, "a@example.com", "mailto:a@example.com"),
        (PointKind.WEBSITE, "www.example.com", "https://www.example.com"),
        (PointKind.WEBSITE, "file:///etc/passwd", None),
        (PointKind.WEBSITE, "javascript://x", None),
        (PointKind.WECHAT, "someone", None),
    ],
)
def test_only_safe_addresses_are_handed_to_the_system(kind, value, url):
    found = point_url(ContactPoint(kind, value))
    assert (found.toString() if found else None) == url


def test_contacts_show_role_birthday_and_phone(page, stage):
    shown = words(go(page, stage, CONTACTS))
    assert {"王建国", "Birthday 4 May 1980", "+86 139 1234 5678", "Mary Chen"} <= set(shown)


def test_a_change_shows_at_once_in_header_timeline_and_history(page, stage, services):
    go(page, stage, TIMELINE)
    save(services, stage, page, next_step="安排拜访", stage=Stage.MAINTAIN)

    assert page.header.step.text() == "安排拜访"
    shown = words(page.tab(TIMELINE))
    assert "Develop  →  Maintain" in shown
    assert "发送新一季报价单  →  安排拜访" in shown

    history = go(page, stage, HISTORY)
    assert len(history.cards()) == 2
    history.cards()[0].toggle()
    stage.settle()
    assert "发送新一季报价单  →  安排拜访" in words(history.cards()[0])


def test_undo_of_one_change_set_brings_the_value_back(qtbot, page, stage, services, posted):
    save(services, stage, page, next_step="安排拜访")
    history = go(page, stage, HISTORY)

    qtbot.mouseClick(history.cards()[0].undo, Qt.MouseButton.LeftButton)
    stage.settle()

    assert page.customer.draft.next_step == "发送新一季报价单"
    assert posted[-1].text.plain().startswith("Undone:")


def test_undo_that_others_depend_on_is_refused_by_name(qtbot, page, stage, services):
    save(services, stage, page, next_step="一")
    save(services, stage, page, next_step="二")
    history = go(page, stage, HISTORY)
    card = history.cards()[1]

    qtbot.mouseClick(card.undo, Qt.MouseButton.LeftButton)
    stage.settle()

    assert page.customer.draft.next_step == "二"
    assert "华为技术有限公司" in card.error.text()
    assert card.undo.isEnabled()


def test_deleted_customer_can_be_restored(qtbot, page, stage, services):
    page.delete_chosen()
    stage.settle()
    assert page.banner.isVisible()
    assert page.record() is None
    assert not page.bar.button("customer.edit").isEnabled()

    qtbot.mouseClick(page.banner.restore_button, Qt.MouseButton.LeftButton)
    stage.settle()
    assert not page.banner.isVisible()
    assert page.bar.button("customer.edit").isEnabled()


def test_a_customer_that_is_not_there_says_so(page, stage):
    import uuid

    page.show_customer(uuid.uuid4())
    stage.settle()
    buttons = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert "Try again" in buttons
    assert "This customer is not there any more." in words(page)


def test_keys_go_through_the_tabs_and_back(qtbot, page, stage, window):
    page.activate()
    qtbot.keyClick(page.tabs, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.currentIndex() == CONTACTS
    qtbot.keyClick(page.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.currentIndex() == RELATIONS
    qtbot.keyClick(page.tabs, Qt.Key.Key_Escape)
    assert window.backs == 1
    stage.settle()


def test_opening_is_remembered_as_recent(page, services, customer):
    assert services.search.recent()[0] == customer


def test_a_renamed_tag_shows_here(page, stage, services):
    tag = next(tag for tag in page.customer.tags if tag.name == "VIP")
    services.customers.save_tag(tag.id, "贵宾", "tag5")
    stage.settle()
    assert {tag.name for tag in page.customer.tags} == {"贵宾", "重点客户"}


def test_another_area_adds_figures_and_timeline_entries(stage, services, window, customer):
    at = dt.datetime(2020, 5, 1, 8, tzinfo=dt.UTC)
    asked = []

    def load(services, customer_id, more, owner, show):
        asked.append((customer_id, more))
        entries = (TimelineEntry(at, Message("Called"), "李芳"),)
        QTimer.singleShot(0, lambda: show(TimelinePage(entries)))

    other = Feature(
        "calls",
        customer_figures=(FigureSpec("calls", 5, lambda customer: [Figure(Message("Calls"), "7")]),),
        timeline=(TimelineSpec("calls", Message("Calls"), "phone", 100, load),),
    )
    page = stage.show(customer_page(services, window, [CUSTOMERS, other]))
    page.show_customer(customer)
    stage.settle()
    tab = go(page, stage, TIMELINE)
    shown = words(tab)

    assert page.header.findChildren(KeyFigure)[0].accessibleName() == "Calls"
    assert asked == [(customer, None)]
    assert shown.index("Today") < shown.index("1 May 2020") < shown.index("Called")


def test_timeline_loads_older_entries_on_demand(qtbot, page, stage, services):
    for number in range(25):
        services.customers.tag(Selection.of(page.customer.id), f"t{number}")
    stage.settle()
    tab = go(page, stage, TIMELINE)
    first = len([one for one in words(tab) if one.startswith("Tag ") and " with t" in one])
    more = next(one for one in tab.findChildren(QPushButton) if one.text() == "Show older entries")

    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    stage.settle()

    assert first == 20
    assert len([one for one in words(tab) if one.startswith("Tag ") and " with t" in one]) == 25
    assert not more.isVisible()
