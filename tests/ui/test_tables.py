"""Lists: pages in sight, selection by id, keyboard, columns remembered, fast enough for a million rows."""

import json
import uuid

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_crm.models.messages import Message
from desktop_crm.models.records.lists import ListSpec, Sort
from desktop_crm.ui.tables.columns import Column
from desktop_crm.ui.tables.delegate import one_line
from desktop_crm.ui.tables.selection import Selection
from desktop_crm.ui.tables.windowed_model import MAX_PAGES, PAGE
from tests.ui.lists import make_table


def ident(at):
    return uuid.UUID(int=at)


@pytest.fixture
def make(qtbot):
    alive = []

    def build(total, size=(900, 600)):
        table, model, source = make_table(total)
        qtbot.addWidget(table)
        alive.append(table)
        table.resize(*size)
        with qtbot.waitExposed(table):
            table.show()
        qtbot.waitUntil(lambda: model.counted and (not total or model.peek(0) is not None))
        return table, model, source

    return build


def test_the_model_keeps_the_rules_of_qt(make, qtmodeltester):
    _, model, _ = make(450)
    qtmodeltester.check(model)


def test_rows_are_placeholders_until_their_page_comes(make, qtbot):
    _, model, source = make(1_000_000)
    source.held_back = []
    index = model.index(700_000, 0)
    assert model.rowCount() == 1_000_000
    assert index.data() == ""
    qtbot.waitUntil(lambda: bool(source.held_back))
    with qtbot.waitSignal(model.dataChanged) as said:
        source.held_back.pop()()
    first, last = said.args[0].row(), said.args[1].row()
    assert (first, last) == (700_000, 700_199)
    assert index.data() == "客户 0700000"


def test_the_next_page_is_asked_for_by_keyset_and_a_jump_by_offset(make, qtbot):
    _, model, source = make(10_000)
    model.record(PAGE)
    qtbot.waitUntil(lambda: model.peek(PAGE) is not None)
    model.record(9_999)
    qtbot.waitUntil(lambda: model.peek(9_999) is not None)
    model.record(9_700)
    qtbot.waitUntil(lambda: model.peek(9_700) is not None)
    by_offset = {request.offset: request for request in source.requests}
    assert by_offset[200].after.id == ident(199)
    assert by_offset[9_800].after is None
    assert by_offset[9_800].before is None
    assert by_offset[9_800].total == 10_000
    assert by_offset[9_600].before.id == ident(9_800)


def test_only_so_many_pages_are_held(make, qtbot):
    _, model, _ = make(100_000)
    for number in range(MAX_PAGES + 10):
        model.record(number * PAGE)
        qtbot.waitUntil(lambda at=number: model.peek(at * PAGE) is not None)
    assert len({row // PAGE for row, _ in model.held()}) == MAX_PAGES
    assert model.peek(PAGE) is None


def test_an_answer_to_an_older_question_is_dropped(make, qtbot):
    _, model, source = make(5_000)
    source.held_back = []
    model.sort_by("name", descending=True)
    model.sort_by("name", descending=False)
    late, right = source.held_back
    right()
    late()
    assert model.peek(0).number == 0


def test_selection_outlives_sorting_and_refreshing(make, qtbot):
    table, model, _ = make(5_000)
    table.selection.set_only([ident(3), ident(4_999)])
    model.sort_by("name", descending=True)
    assert model.peek(0).number == 0, "the old rows stay until the new ones are there"
    qtbot.waitUntil(lambda: model.peek(0).number == 4_999)
    model.refresh()
    assert table.selected() == Selection(ids=frozenset({ident(3), ident(4_999)}))


def test_select_all_means_all_matching_but_the_ones_taken_out(make, qtbot):
    table, model, _ = make(1_000_000)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected() == Selection(all=True)
    spot = table.visualRect(model.index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    chosen = table.selected()
    assert chosen.except_ids == {ident(2)}
    assert chosen.count(model.rowCount()) == 999_999
    assert ident(2) not in chosen
    assert ident(3) in chosen


def test_keys_move_select_and_extend(make, qtbot):
    table, _model, _ = make(1_000)
    table.setFocus()
    table.go_to(0)
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.selected().ids == {ident(2)}
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected().ids == {ident(2), ident(3)}
    QTest.keyClick(table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: table.selected().ids == {ident(999)})
    assert table.currentIndex().row() == 999
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.current_id() == ident(0)


def test_a_range_over_pages_on_their_way_is_completed(make, qtbot):
    table, _, _ = make(1_000)
    table.setFocus()
    table.go_to(0)
    table._choose(0, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(table.selected().ids) == 1_000)


def test_a_range_too_long_is_refused_aloud(make, qtbot):
    table, _, _ = make(1_000_000)
    table.setFocus()
    table.go_to(0)
    with qtbot.waitSignal(table.range_refused):
        QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)


def test_enter_opens_delete_asks_and_the_menu_key_too(make, qtbot):
    table, _, _ = make(50)
    table.setFocus()
    table.go_to(7)
    with qtbot.waitSignal(table.opened) as said:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert said.args == [ident(7)]
    with qtbot.waitSignal(table.delete_asked):
        QTest.keyClick(table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(table.context_asked):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(table.viewport(), event)


def test_copy_gives_the_shown_columns_in_their_order(make, qtbot):
    table, _, _ = make(50)
    table.header.set_columns(["number", "name"], set(table.header.order()) - {"number", "name"})
    table.selection.set_only([ident(1), ident(2)])
    table.copy()
    assert QGuiApplication.clipboard().text() == "Number\tName\n1\t客户 0000001\n2\t客户 0000002"


def test_columns_widths_order_and_sort_are_remembered(make, qtbot):
    first, _, _ = make(50)
    first.header.set_columns(["stage", "name", "number"], {"tags", "secret"})
    first.header.resizeSection(0, 321)
    first.model().sort_by("number", descending=True)
    kept = json.loads(json.dumps(first.save_state()))
    second, model, _ = make(50)
    second.restore_state(kept)
    assert second.header.order()[:3] == ["stage", "name", "number"]
    assert second.header.hidden() == {"tags", "secret"}
    assert second.header.sectionSize(0) == 321
    assert model.spec.sort == Sort("number", True)
    assert second.header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


@pytest.mark.parametrize(
    "state", [{}, {"columns": 3, "hidden": None, "widths": [], "sort": "x"}, {"columns": ["gone"]}]
)
def test_a_strange_state_changes_nothing_that_matters(make, state):
    table, model, _ = make(10)
    table.restore_state(state)
    assert table.header.shown()
    assert model.spec == ListSpec()


def test_a_click_on_a_title_sorts_and_a_second_one_turns_it_round(make, qtbot):
    table, model, _ = make(50)
    spot = QPoint(table.header.sectionViewportPosition(1) + 20, 10)
    QTest.mouseClick(table.header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert model.spec.sort == Sort("number")
    QTest.mouseClick(table.header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert model.spec.sort == Sort("number", True)


def test_the_last_shown_column_cannot_be_hidden(make):
    table, _, _ = make(5)
    table.header.set_columns(["name"], set(table.header.order()))
    assert len(table.header.shown()) == 1


def test_empty_and_failed_lists_say_so(make, qtbot):
    table, model, _ = make(0)
    table.set_empty("customer", "No customers yet", "Add one.", [("Add customer", lambda: None)])
    assert table._overlay.isVisible()
    assert table._overlay.accessibleName() == "No customers yet"
    model.fail("The list could not be read.", "Try again.")
    assert table._overlay.accessibleName() == "The list could not be read."
    full, full_model, _ = make(5)
    assert not full._overlay.isVisible()
    full_model.fail("Lost.")
    full_model.retry()
    qtbot.waitUntil(lambda: not full._overlay.isVisible())


def test_cells_speak_title_value_and_selection(make):
    table, model, _ = make(5)
    table.selection.set_only([ident(1)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(role) == "Name: 客户 0000001, selected"
    assert QAccessible.queryAccessibleInterface(table).text(QAccessible.Text.Name) == "Customers"


def test_the_last_of_a_million_rows_is_a_step_away(make, qtbot):
    table, model, _ = make(1_000_000, (1920, 1080))
    table.go_to(999_999)
    qtbot.waitUntil(lambda: model.peek(999_999) is not None)
    assert model.peek(999_999).number == 999_999


STORY = "first line\nsecond <b>line</b> & more\n\nlast line"


@pytest.fixture
def told(qtbot):
    """A table whose first column holds several lines, the second a word."""
    table, model, _ = make_table(3)
    model.set_columns(
        (
            Column("story", Message("Story"), lambda _: STORY, 140),
            Column("word", Message("Word"), lambda _: "短 <b>", 140),
            Column("long", Message("Long"), lambda _: "长" * 20_000, 140),
        )
    )
    table.header.set_up()
    qtbot.addWidget(table)
    table.resize(600, 300)
    with qtbot.waitExposed(table):
        table.show()
    qtbot.waitUntil(lambda: model.peek(0) is not None)
    table.grab()
    return table


def tooltip(qtbot, table, column):
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    spot = table.visualRect(table.model().index(0, column)).center()
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot)))
    return QToolTip.text()


def test_a_text_of_several_lines_is_one_line_in_its_cell():
    assert one_line("a\n\n\tb\u2028c\r\n d") == "a b c d"
    assert len(one_line("长" * 20_000)) <= 500


def test_the_tooltip_holds_the_whole_text_as_it_is_written(qtbot, told):
    shown = QTextDocument()
    shown.setHtml(tooltip(qtbot, told, 0))
    assert shown.toPlainText().replace("\u2028", "\n") == STORY
    shown.setHtml(tooltip(qtbot, told, 2))
    assert shown.toPlainText().startswith("长长长")
    assert shown.toPlainText().endswith("…")


def test_what_fits_its_cell_has_no_tooltip(qtbot, told):
    assert tooltip(qtbot, told, 1) == ""
