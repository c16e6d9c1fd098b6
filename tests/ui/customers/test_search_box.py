import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.ui.pages.search.search_box import RecordFinder, SearchBox, spaced


@pytest.fixture
def customer(stage):
    return stage.store(stage.huawei, *stage.many(20), users=("李芳",))[0]


@pytest.fixture
def box(stage, services, window, customer):
    holder = QWidget()
    column = QVBoxLayout(holder)
    made = SearchBox(services)
    made.opened.connect(window.open_customer)
    column.addWidget(made)
    column.addStretch(1)
    stage.show(holder)
    made.open()
    stage.settle()
    return made


def find(box, stage, text):
    box.field.set_text(text)
    stage.settle()
    return box.popover.list.items()


def bold(item):
    return [item.text[start : start + length] for start, length in item.bold]


@pytest.mark.parametrize(
    ("typed", "words", "marked"),
    [
        ("13800138", "Phone +86 138 0013 8000", ["138 0013 8"]),
        ("huawei-b", "Channel huawei-biz", ["huawei-b"]),
        ("contact@", "E-mail contact@example.com", ["contact"]),
        ("重点", "Tag 重点客户", ["重点"]),
        ("王建国", "Contact person 王建国", ["王建国"]),
    ],
)
def test_a_hit_says_why_it_matched(stage, box, customer, typed, words, marked):
    hit = next(item for item in find(box, stage, typed) if item.value == customer)
    assert hit.text.endswith(words)
    assert hit.text.startswith("华为技术有限公司")
    assert bold(hit) == marked


def test_pinyin_initials_find_and_say_so(stage, box, customer):
    hit = find(box, stage, "hwjs")[0]
    assert (hit.value, hit.detail) == (customer, "pinyin initials hwjs")


def test_enter_opens_the_marked_hit_and_empties_the_field(qtbot, stage, box, customer, window):
    find(box, stage, "华为")
    qtbot.keyClick(box.field.edit, Qt.Key.Key_Return)
    assert window.opened == [customer]
    assert box.field.text() == ""
    assert not box.popover.isVisible()


def test_recent_customers_come_up_when_nothing_is_typed(qtbot, stage, box, services, customer, window):
    services.search.remember(customer)
    box.open()
    stage.settle()
    (item,) = box.popover.list.items()
    assert (item.value, item.group) == (customer, "Recently opened")
    qtbot.keyClick(box.field.edit, Qt.Key.Key_Escape)
    assert not box.popover.isVisible()


def test_nothing_found_is_said_and_cannot_be_taken(qtbot, stage, box, window):
    (item,) = find(box, stage, "zzzzzz")
    assert not item.enabled
    qtbot.keyClick(box.field.edit, Qt.Key.Key_Return)
    assert window.opened == []


def test_arrows_move_through_the_hits(qtbot, stage, box, window):
    items = find(box, stage, "maoyi")
    qtbot.keyClick(box.field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(box.field.edit, Qt.Key.Key_Return)
    assert window.opened == [items[1].value]


def test_palette_gets_records_of_the_newest_text_only(stage, services, window, customer):
    finder = RecordFinder(services, window)
    answers = []
    finder.find("h", lambda items: answers.append("old"))
    finder.find("华为", answers.append)
    stage.settle()
    (items,) = answers
    assert items[0].value == customer


def test_places_of_digits_in_a_spaced_number():
    assert spaced("+8613800138000", "+86 138 0013 8000", 3, 11) == ("+86 138 0013 8000", 4, 13)
    assert spaced("95588", "95588", 0, 2) == ("95588", 0, 2)
    assert spaced("+8613800138000;ext=12", "+86 138 0013 8000 ext. 12", 3, 5) == ("+86 138 0013 8000 ext. 12", 4, 6)


def test_a_prefix_is_offered_and_completed_by_the_keyboard(stage, box, customer):
    ways = [item for item in find(box, stage, "ta") if item.text == "tag:"]
    assert [item.detail for item in ways] == ["Tag"]
    box._take(ways[0].value)
    stage.settle()
    assert box.field.text() == "tag:"
    tags = [item.text for item in box.popover.list.items() if isinstance(item.value, str)]
    assert "重点客户" in tags
    box._take("tag:重点客户 ")
    stage.settle()
    assert customer in [item.value for item in box.popover.list.items()]
    box._take("tag:nothing ")
    stage.settle()
    assert [item.value for item in box.popover.list.items()] == [None]
