"""The parts that pages are made of, as a person with a keyboard, a mouse or a screen reader meets them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
from desktop_crm.models.messages import Message
from desktop_crm.ui.actions import ActionRegistry, DuplicateActionError
from desktop_crm.ui.theme.tokens import TAG_TOKENS
from desktop_crm.ui.widgets.avatar import initials, tone
from desktop_crm.ui.widgets.buttons import Segmented, Switch
from desktop_crm.ui.widgets.chips import ChipRow, TagChip
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import ElidedLabel, KeyFigure, label
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.message_bar import MessageBar, Notice
from desktop_crm.ui.widgets.palette import CommandPalette
from desktop_crm.ui.widgets.popover import ListItem
from desktop_crm.ui.widgets.progress import ProgressPanel
from desktop_crm.ui.widgets.scroll_area import ScrollArea
from desktop_crm.ui.widgets.search_field import SearchField
from desktop_crm.ui.widgets.side_bar import SideBar


def test_labels_show_markup_as_it_is_written(qtbot):
    for made in (label("<b>x</b>"), ElidedLabel("<b>x</b>")):
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_success_notice_hides_itself_and_an_error_stays(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    edit = QLineEdit(page)
    bar = MessageBar(page)
    bar.move(300, 300)
    with qtbot.waitExposed(page):
        page.show()
    edit.setFocus()
    bar.show_notice(Notice("success", "Saved", seconds=0.05))
    qtbot.waitUntil(bar.isHidden)
    bar.show_notice(Notice("error", "Broken", "Do this"))
    assert bar.notice.life() == 0
    assert Notice("success", "Saved").life() == 8000
    assert (bar.accessibleName(), bar.accessibleDescription()) == ("Broken", "Do this")


def test_notices_wait_behind_an_error_and_undo_runs_once(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    ran = []
    bar.show_notice(Notice("error", "First"))
    bar.show_notice(Notice("success", "Second", action="Undo", run=lambda: ran.append(1)))
    assert bar.notice.text == "First"
    bar.dismiss()
    assert bar.notice.text == "Second"
    undo = next(one for one in bar.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    assert ran == [1]
    assert bar.isHidden()


def test_a_notice_under_the_keyboard_does_not_vanish(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.show()
        bar.show_notice(Notice("success", "Saved", action="Undo", run=lambda: None, seconds=0.05))
        bar.activateWindow()
    undo = next(one for one in bar.findChildren(QPushButton) if one.text() == "Undo")
    undo.setFocus()
    qtbot.waitUntil(undo.hasFocus)
    qtbot.wait(120)
    assert bar.isVisible()


def test_cancel_asks_the_job_once_and_finishing_hides_it(qtbot):
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    asked = []
    row = panel.add("import", "Importing", lambda: asked.append(1))
    stop = next(one for one in row.findChildren(QPushButton))
    assert stop.accessibleName() == "Cancel: Importing"
    stop.click()
    assert asked == [1]
    assert not stop.isEnabled()
    panel.update_job("import", 5, 10)
    panel.finish("import")
    panel.update_job("import", 6, 10)
    assert panel.isHidden()


def test_the_navigation_works_by_arrows_and_says_where_one_is(qtbot):
    bar = SideBar()
    qtbot.addWidget(bar)
    for key in ("today", "customers", "history"):
        bar.add(key, "list", key.title())
    with qtbot.waitExposed(bar):
        bar.show()
    bar.item("today").setFocus()
    QTest.keyClick(bar.item("today"), Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.chosen) as said:
        QTest.keyClick(bar.item("customers"), Qt.Key.Key_Return)
    assert said.args == ["customers"]
    assert bar.current() == "customers"
    assert bar.item("customers").accessibleDescription() == "Current page"
    wide = bar.width()
    bar.toggle()
    assert bar.width() < wide
    assert bar.item("history").toolTip() == "History"


def test_the_switch_and_the_segments_work_by_keyboard(qtbot):
    switch = Switch("Tray")
    segments = Segmented("Theme", [("a", "One"), ("b", "Two")])
    for one in (switch, segments):
        qtbot.addWidget(one)
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    with qtbot.waitSignal(segments.chosen) as said:
        QTest.keyClick(segments, Qt.Key.Key_Right)
    assert said.args == ["b"]
    with pytest.raises(ValueError, match="not in list"):
        segments.set_value("c")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("华为技术", "华"),
        ("Ada Lovelace", "AL"),
        ("siemens", "S"),
        ("", "?"),
        ("李 雷", "李"),
        ("(Acme) Co", "C"),
        ("Adams & Cooper Builders Group Ltd", "AC"),
        ("The Harbour Tea Co., Ltd.", "HT"),
        ("Bank of Ireland plc", "BI"),
        ("Anna Maria Schmidt", "AS"),
        ("Siemens AG", "S"),
        ("北京市海淀区蓝天软件有限公司", "蓝"),
        ("广东省深圳市华为技术有限公司", "华"),
        ("深圳腾讯计算机系统有限公司", "腾"),
        ("上海银行", "上"),
        ("北京市", "北"),
        ("华为技术有限公司", "华"),
        ("王小明", "王"),
    ],
)
def test_initials(name, expected):
    assert initials(name) == expected
    assert tone(name) in TAG_TOKENS
    assert tone(name) == tone(name)


def test_chips_wrap_and_can_be_removed_by_keyboard(qtbot):
    row = ChipRow([(f"Tag number {n}", "tag1") for n in range(12)])
    qtbot.addWidget(row)
    assert row.layout().heightForWidth(200) > row.layout().heightForWidth(2000)
    chip = TagChip("VIP", removable=True)
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.removed) as said:
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert said.args == ["VIP"]


def test_the_empty_state_offers_three_ways_at_most(qtbot):
    ran = []
    state = EmptyState("customer", "None", "Add one", [(f"B{n}", lambda n=n: ran.append(n)) for n in range(4)])
    qtbot.addWidget(state)
    buttons = state.findChildren(QPushButton)
    assert [one.text() for one in buttons] == ["B0", "B1", "B2"]
    buttons[1].click()
    assert ran == [1]


def test_a_key_figure_tells_its_reason(qtbot):
    figure = KeyFigure("Score", "42", "Because")
    qtbot.addWidget(figure)
    assert figure.toolTip() == figure.accessibleDescription() == "Because"


def test_the_search_field_clears_by_escape_and_passes_arrows_on(qtbot):
    field = SearchField("Find", "Ctrl+F")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.settled) as said:
        QTest.keyClicks(field.edit, "hw")
    assert said.args == ["hw"]
    with qtbot.waitSignal(field.arrow) as said:
        QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert said.args == [1]
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.edit.accessibleName() == "Find"


# Actions and the palette ------------------------------------------------------------------------------


class Words:
    """A translation that a test can switch."""

    def __init__(self):
        self.chinese = False
        self.table = {"Add customer": "新建客户", "Delete": "删除", "Import customers…": "导入客户…"}

    def __call__(self, message):
        return message.format(lambda text: self.table.get(text, text) if self.chinese else text)


@pytest.fixture
def desk(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.setCentralWidget(QWidget())
    row = QHBoxLayout(window.centralWidget())
    window.edit = QLineEdit()
    row.addWidget(window.edit)
    window.words = Words()
    window.ran = []
    registry = ActionRegistry(window, window.words)

    def spec(key, text, **more):
        return ActionSpec(key, Message(text), lambda: window.ran.append(key), **more)

    registry.register(
        [
            spec("add", "Add customer", shortcut="Ctrl+N", menu=Menu.CUSTOMER, order=100, icon="add"),
            spec(
                "delete",
                "Delete",
                menu=Menu.CUSTOMER,
                order=210,
                places=(Place.LIST_TOOLBAR, Place.LIST_CONTEXT),
                enabled_when=lambda context: context.selected > 0,
            ),
            spec("import", "Import customers…", shortcut="Ctrl+I", menu=Menu.FILE),
            spec("secret", "Inner thing", palette=False),
        ]
    )
    registry.update(Context(selected=1))
    with qtbot.waitExposed(window):
        window.show()
    return window, registry


def test_menus_come_in_order_with_separators_by_hundreds(desk):
    window, registry = desk
    registry.fill_menu_bar(window.menuBar())
    menus = [action.menu() for action in window.menuBar().actions()]
    assert [menu.title() for menu in menus] == ["&File", "&Customer"]
    assert [action.text() or "-" for action in menus[1].actions()] == ["Add customer", "-", "Delete"]
    bar = registry.toolbar(Place.LIST_TOOLBAR, "List")
    assert registry.action("delete") in bar.actions()
    assert registry.action("delete") in registry.context_menu(Place.LIST_CONTEXT, window).actions()
    assert registry.action("add").toolTip() == "Add customer (Ctrl+N)"


def test_a_language_change_renames_every_action(desk):
    window, registry = desk
    window.words.chinese = True
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert registry.action("add").text() == "新建客户"
    assert [row.text for row in registry.shortcuts()] == ["导入客户…", "新建客户"]


def test_shortcuts_and_ids_are_claimed_once(desk):
    _, registry = desk
    with pytest.raises(DuplicateActionError, match=r"Ctrl\+N"):
        registry.register([ActionSpec("other", Message("Other"), lambda: None, shortcut="ctrl+n")])
    with pytest.raises(DuplicateActionError, match="add"):
        registry.register([ActionSpec("add", Message("Again"), lambda: None)])
    with pytest.raises(ValueError, match="no key sequence"):
        registry.register([ActionSpec("bad", Message("Bad"), lambda: None, shortcut="Nonsense+Q")])


def test_actions_follow_what_is_in_front_and_say_more_when_told(desk):
    _window, registry = desk
    registry.update(Context())
    assert not registry.action("delete").isEnabled()
    assert registry.action("add").isEnabled()
    registry.set_text("add", Message("Add to {name}", {"name": "R&D"}))
    assert registry.action("add").text() == "Add to R&&D"
    registry.set_text("add", None)
    assert registry.action("add").text() == "Add customer"
    assert isinstance(registry.action("add"), QAction)


def test_matching_prefers_starts_then_words_then_letters_in_order():
    texts = ["Reimport", "Import customers", "Quick import", "I may prompt"]
    ranked = sorted((match("imp", text)[0], text) for text in texts)
    assert [text for _, text in ranked] == ["Import customers", "Quick import", "Reimport", "I may prompt"]
    assert match("xyz", "Import") is None
    assert match("客户", "导入客户") == (1, ((2, 2),))


@pytest.fixture
def palette(desk):
    window, registry = desk
    window.pending = []
    made = CommandPalette(window, registry, lambda text, show: window.pending.append((text, show)))
    return window, registry, made


def test_the_palette_runs_the_best_fit_and_remembers_it(palette, qtbot):
    window, _, made = palette
    window.edit.setFocus()
    made.open()
    QTest.keyClicks(made._input, "imp")
    assert made._list.current().text == "Import customers…"
    QTest.keyClick(made._input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.ran == ["import"])
    assert made.isHidden()
    assert made.recents() == ["import"]
    made.open()
    assert made._list.current().value == "import"
    assert made._list.current().group == "Recent"


def test_the_palette_understands_english_in_chinese(palette):
    window, _, made = palette
    window.words.chinese = True
    made.open()
    QTest.keyClicks(made._input, "add")
    assert [item.text for item in made._list.items()] == ["新建客户"]
    made._input.setText("删除")
    assert made._list.current().bold == ((0, 2),)


def test_the_palette_knows_commands_by_pinyin_initials(desk):
    window, registry = desk
    window.words.chinese = True
    made = CommandPalette(window, registry, spell=lambda texts, show: show({"新建客户": ("xinjiankehu", "xjkh")}))
    made.open()
    QTest.keyClicks(made._input, "xjkh")
    assert [item.text for item in made._list.items()] == ["新建客户"]
    made._input.setText("xinjian")
    assert [item.text for item in made._list.items()] == ["新建客户"]


def test_records_join_when_they_come_and_late_answers_are_dropped(palette, qtbot):
    window, _, made = palette
    made.open()
    QTest.keyClicks(made._input, "hw")
    (_, old), (text, show) = window.pending
    assert text == "hw"
    show([ListItem(7, "华为技术", "C000007", "company")])
    old([ListItem(8, "Wrong")])
    assert [item.value for item in made._list.items() if item.group == "Records"] == [7]
    with qtbot.waitSignal(made.record_chosen) as said:
        QTest.keyClick(made._input, Qt.Key.Key_Return)
    assert said.args == [7]


def test_the_palette_hides_what_cannot_run_and_gives_the_keyboard_back(palette, qtbot):
    window, registry, made = palette
    registry.update(Context())
    window.edit.setFocus()
    qtbot.waitUntil(window.edit.hasFocus)
    made.open()
    assert {item.value for item in made._list.items()} == {"add", "import"}
    first = made._list.current()
    QTest.keyClick(made._input, Qt.Key.Key_Down)
    assert made._list.current() != first
    QTest.keyClick(made._input, Qt.Key.Key_Escape)
    assert made.isHidden()
    qtbot.waitUntil(window.edit.hasFocus)
    made.open("zzzz")
    assert any(one.isVisible() and "Nothing fits" in one.text() for one in made.findChildren(QLabel))


def test_a_screen_reader_that_asks_for_a_scroll_bar_that_has_gone_is_told_of_none(qtbot):
    area, inside = ScrollArea(), QWidget()
    qtbot.addWidget(area)
    inside.setMinimumSize(2000, 2000)
    area.setWidget(inside)
    area.resize(100, 100)
    with qtbot.waitExposed(area):
        area.show()
    accessible = QAccessible.queryAccessibleInterface(area)
    shown = accessible.childCount()
    area.hide()
    inside.setMinimumSize(1, 1)
    assert all(accessible.child(at) is not None for at in range(shown))
    assert accessible.child(shown) is None
