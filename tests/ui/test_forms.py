"""Forms: a frozen draft and its inputs stay alike, problems show when it helps, everything works by
keyboard."""

import datetime as dt
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QVBoxLayout, QWidget

from desktop_crm.models.messages import Message
from desktop_crm.models.records.customers import ContactPoint, PointKind
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.choice import ChoiceField, PersonField, RegionField
from desktop_crm.ui.forms.dates import DateField, parse_date
from desktop_crm.ui.forms.field import LongTextField, TextField
from desktop_crm.ui.forms.grid import FormGrid
from desktop_crm.ui.forms.lists import PointsField, RecordsField, TagsField

PHONE, EMAIL = PointKind.PHONE, PointKind.EMAIL
TODAY = dt.date(2026, 3, 1)


def compose(edit, text):
    """Types as a Chinese input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)


@dataclass(frozen=True)
class Draft:
    name: str = "华为"
    mail: str = ""
    since: object = None


def validate(draft):
    problems = {}
    if not draft.name:
        problems["name"] = Message("Enter a name.")
    if draft.mail and "@" not in draft.mail:
        problems["mail"] = Message("An e-mail address has an @.")
    if isinstance(draft.since, str):
        problems["since"] = Message("This is no date.")
    return problems


@pytest.fixture
def form(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    grid = FormGrid()
    QVBoxLayout(window).addWidget(grid)
    window.rows = {
        "name": grid.add("Name", TextField(), required=True),
        "mail": grid.add("E-mail", TextField(), hint="One address"),
        "since": grid.add("Since", DateField()),
    }
    window.binder = FormBinder(Draft(), validate, lambda message: message.plain(), window)
    for name, row in window.rows.items():
        window.binder.bind(name, row)
    window.resize(800, 400)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_typing_changes_the_draft_and_going_back_makes_it_clean(form, qtbot):
    edit = form.rows["name"].field.edit
    with qtbot.waitSignal(form.binder.dirty_changed) as said:
        QTest.keyClicks(edit, "!")
    assert said.args == [True]
    assert form.binder.value().name in ("!华为", "华为!")
    with qtbot.waitSignal(form.binder.dirty_changed) as said:
        edit.setText("华为")
        edit.textEdited.emit("华为")
    assert said.args == [False]


def test_a_problem_shows_after_the_field_was_left_and_goes_when_mended(form, qtbot):
    row = form.rows["mail"]
    row.field.edit.setFocus()
    qtbot.waitUntil(row.field.edit.hasFocus)
    QTest.keyClicks(row.field.edit, "sales")
    qtbot.wait(300)
    assert row.error.isHidden()
    form.rows["name"].field.edit.setFocus()
    qtbot.waitUntil(row.error.isVisible)
    assert row.error.text() == "An e-mail address has an @."
    assert row.field.edit.accessibleDescription() == "An e-mail address has an @."
    QTest.keyClicks(row.field.edit, "@example.com")
    qtbot.waitUntil(row.error.isHidden)
    assert row.field.edit.accessibleDescription() == ""


def test_saving_shows_everything_and_goes_to_the_first_problem(form, qtbot):
    form.binder.set_value(Draft(name="", mail="x"))
    assert form.rows["name"].error.isHidden()
    assert not form.binder.check()
    assert form.rows["name"].error.isVisible()
    assert form.rows["mail"].error.isVisible()
    qtbot.waitUntil(form.rows["name"].field.edit.hasFocus)
    form.binder.set_field("name", "A")
    form.binder.set_field("mail", "")
    assert form.binder.check()


def test_problems_from_elsewhere_last_until_their_field_changes(form, qtbot):
    form.binder.set_errors({"mail.0.value": Message("This address is taken.")})
    assert form.rows["mail"].error.text() == "This address is taken."
    assert not form.binder.check()
    QTest.keyClicks(form.rows["mail"].field.edit, "a@b.cn")
    qtbot.waitUntil(form.rows["mail"].error.isHidden)
    assert form.binder.check()


def test_a_kept_draft_is_unsaved_and_a_saved_one_is_not(form):
    form.binder.set_value(Draft(name="Kept"), clean=False)
    assert form.binder.is_dirty()
    form.binder.mark_clean()
    assert not form.binder.is_dirty()


def test_labels_name_their_inputs_for_screen_readers(form):
    assert form.rows["name"].field.edit.accessibleName() == "Name, required"
    assert form.rows["since"].field.edit.accessibleName() == "Since"


def test_two_columns_become_one_where_it_is_narrow(form, qtbot):
    grid = form.findChild(FormGrid)
    assert grid.columns() == 2
    form.resize(500, 400)
    qtbot.waitUntil(lambda: grid.columns() == 1)
    name, mail = form.rows["name"].geometry(), form.rows["mail"].geometry()
    qtbot.waitUntil(lambda: form.rows["mail"].y() > form.rows["name"].y())
    assert name.isValid()
    assert mail.isValid()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-7-9", dt.date(2019, 7, 9)),
        ("2019/07/09", dt.date(2019, 7, 9)),
        ("2019.7.9", dt.date(2019, 7, 9)),
        ("2019年7月9日", dt.date(2019, 7, 9)),
        ("２０１９－７－９", dt.date(2019, 7, 9)),
        ("20190709", dt.date(2019, 7, 9)),
        ("7月9日", dt.date(2026, 7, 9)),
        ("7-9", dt.date(2026, 7, 9)),
        ("  ", None),
    ],
)
def test_dates_are_read_as_people_write_them(text, expected):
    assert parse_date(text, TODAY) == expected


@pytest.mark.parametrize("text", ["soon", "2019-13-1", "2019-2-30", "1/2/3/4"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_date(text, TODAY)


def test_the_date_field_moves_by_keys_and_keeps_wrong_text(qtbot):
    field = DateField()
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "2019-7-9")
    assert field.value() == dt.date(2019, 7, 9)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "2019-07-09"
    QTest.keyClick(field.edit, Qt.Key.Key_Up)
    QTest.keyClick(field.edit, Qt.Key.Key_Plus)
    assert field.value() == dt.date(2019, 7, 11)
    QTest.keyClick(field.edit, Qt.Key.Key_Minus)
    assert field.value() == dt.date(2019, 7, 10)
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "soon")
    assert field.value() == "soon"
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.value() is None


def test_the_calendar_picks_a_day(qtbot):
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    field.set_value(dt.date(2019, 7, 9))
    field.open_calendar()
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2019, 7, 9)
    calendar.clicked.emit(QDate(2020, 2, 29))
    assert field.value() == dt.date(2020, 2, 29)


def test_the_calendar_stays_on_the_screen(qtbot):
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    screen = field.screen().availableGeometry()
    field.move(screen.left(), screen.bottom() - field.height() - 8)
    field.open_calendar()
    assert screen.contains(field.findChild(QCalendarWidget).window().frameGeometry())


def test_a_choice_is_found_by_a_part_of_its_name(qtbot):
    field = ChoiceField([("cn", "广东省"), ("bj", "北京市"), ("sh", "上海市")])
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.edited):
        compose(field.edit, "京")
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "bj"
    assert field.edit.text() == "北京市"
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "nowhere")
    field.settle()
    assert (field.value(), field.edit.text()) == ("bj", "北京市")


def test_free_text_is_its_own_value_and_no_person_is_none(qtbot):
    free = ChoiceField([("Exhibition", "Exhibition")], free=True)
    people = PersonField([(1, "Ada"), (2, "李明")])
    for one in (free, people):
        qtbot.addWidget(one)
        one.show()
    QTest.keyClicks(free.edit, "Friend of a friend")
    assert free.value() == "Friend of a friend"
    people.set_value(2)
    people.edit.clear()
    people.edit.textEdited.emit("")
    assert people.value() is None


REGIONS = {"": [("44", "广东省")], "44": [("4403", "深圳市")], "4403": [("440305", "南山区")]}
NAMES = {"44": "广东省", "4403": "广东省 深圳市", "440305": "广东省 深圳市 南山区"}


def test_a_region_is_reached_level_by_level_or_by_typing(qtbot):
    field = RegionField(
        lambda code: REGIONS.get(code, []),
        lambda text: [pair for pair in NAMES.items() if text in pair[1]],
        NAMES.__getitem__,
    )
    qtbot.addWidget(field)
    field.show()
    field.edit.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    lines = field._popover.list.items()
    assert [line.text for line in lines] == ["广东省", "深圳市", "Back"]
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "44"
    field.edit.selectAll()
    compose(field.edit, "南山")
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "440305"
    assert field.edit.text() == NAMES["440305"]


def test_points_are_added_and_removed_by_keyboard_with_one_main_per_kind(qtbot):
    field = PointsField(((PHONE, "Phone"), (EMAIL, "E-mail")))
    qtbot.addWidget(field)
    field.show()
    field.set_value((ContactPoint(PHONE, "1", primary=True), ContactPoint(EMAIL, "a@b.cn", primary=True)))
    field.rows[0].text.setFocus()
    QTest.keyClick(field.rows[0].text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(field.rows) == 3
    assert len(field.value()) == 2
    row = field.rows[2]
    row.kind.setCurrentIndex(0)
    QTest.keyClicks(row.text, "2")
    row.main.click()
    assert [(p.value, p.primary) for p in field.value()] == [("1", False), ("a@b.cn", True), ("2", True)]
    QTest.keyClick(row.text, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [point.value for point in field.value()] == ["1", "a@b.cn"]


def test_tags_come_by_enter_comma_and_completion_and_go_by_backspace(qtbot):
    field = TagsField([("VIP", "tag4"), ("重点客户", "tag1")])
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.edit, "New,")
    QTest.keyClicks(field.edit, "vi")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == ("New", "VIP")
    field.add("vip")
    assert field.value() == ("New", "VIP")
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.value() == ("New",)


def test_sub_records_are_added_changed_and_removed(qtbot):
    field = RecordsField("Add contact", lambda r: ("person", r, ""), lambda r, done: done((r or "New") + "+"))
    qtbot.addWidget(field)
    field.set_value(("Ada",))
    field.add_button.click()
    field._change(0)
    assert field.value() == ("Ada+", "New+")
    field._remove(0)
    assert field.value() == ("New+",)


def test_setting_long_text_is_no_edit(qtbot):
    field = LongTextField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value("a\nb")
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.edit, "c")
    assert field.value() in ("ca\nb", "a\nbc")


def test_a_tidy_rule_rewrites_when_the_field_is_left(qtbot):
    field = TextField(tidy=lambda text: text.replace(" ", "").upper())
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "ab c")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "ABC"
