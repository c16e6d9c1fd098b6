"""Frozen columns, and widths by the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSpinBox

from tests.ui.lists import make_table


@pytest.fixture
def table(qtbot):
    made, model, _ = make_table(300)
    qtbot.addWidget(made)
    made.resize(700, 420)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: model.peek(0) is not None)
    made.setFocus()
    return made


def scroll(table):
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    QApplication.processEvents()


def band(table):
    """What is painted at the left of the rows, as wide as the name."""
    return table.viewport().grab().copy(4, 4, 180, 200).toImage()


def test_the_name_stays_in_sight_while_the_rest_scrolls(table):
    before = band(table)
    scroll(table)
    assert table.horizontalScrollBar().value() > 200
    assert band(table) == before

    index = table.indexAt(QPoint(20, 20))
    assert (index.row(), index.column()) == (0, 0)
    assert table.visualRect(index).x() == 0

    table.header.freeze(0)
    QApplication.processEvents()
    assert band(table) != before
    assert table.indexAt(QPoint(20, 20)).column() != 0


def test_frozen_columns_are_remembered(table):
    table.header.freeze(2)
    state = table.save_state()
    table.header.freeze(0)
    table.restore_state(state)
    assert table.header.frozen == 2
    scroll(table)
    x = table.header.sectionSize(0) + 10
    assert table.indexAt(QPoint(x, 20)).column() == 1


def test_a_click_on_a_frozen_title_sorts_by_it(qtbot, table):
    table.header.freeze(2)
    scroll(table)
    spot = QPoint(table.header.sectionSize(0) + 10, 10)
    qtbot.mouseClick(table.header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert table.records.spec.sort.column == "number"


def test_widths_by_keyboard_and_by_what_is_there(qtbot, table):
    table.setCurrentIndex(table.records.index(0, 1))
    width = table.header.sectionSize(1)
    held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(table, Qt.Key.Key_Right, held)
    assert table.header.sectionSize(1) == width + 8
    qtbot.keyClick(table, Qt.Key.Key_Left, held)
    assert table.header.sectionSize(1) == width

    table.header.resizeSection(0, 600)
    table.header.sectionHandleDoubleClicked.emit(0)
    assert 120 < table.header.sectionSize(0) < 300


def test_the_menu_of_a_title_freezes_up_to_it(table):
    menu = table.header.menu(1)
    wanted = next(one for one in menu.actions() if one.text() == "Freeze the columns up to here")
    wanted.trigger()
    assert table.header.frozen == 2


def test_the_dialog_of_columns_freezes_them_too(qtbot, table):
    def choose(typed):
        def answer():
            dialog = QApplication.activeModalWidget()
            count = next(one for one in dialog.findChildren(QSpinBox) if one.accessibleName() == "Frozen columns")
            assert count.value() == table.header.frozen
            count.setFocus()
            count.selectAll()
            qtbot.keyClicks(count, typed)
            qtbot.keyClick(dialog, Qt.Key.Key_Return)

        QTimer.singleShot(0, answer)
        table.header.choose()

    choose("2")
    assert table.header.frozen == 2
    scroll(table)
    assert table.indexAt(QPoint(table.header.sectionSize(0) + 10, 20)).column() == 1
    choose("0")
    assert table.header.frozen == 0
