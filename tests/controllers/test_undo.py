"""Undo and redo know their step and follow every change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.undo import UndoController, read_undo_state, redo_command, undo_command
from tests.controllers.test_runner import add


@pytest.fixture
def controller(runner: Runner, owner: QObject) -> UndoController:
    return UndoController(runner, read_undo_state, undo_command, redo_command)


def test_follows_the_changes(qtbot: QtBot, runner: Runner, controller: UndoController) -> None:
    assert not controller.can_undo
    assert controller.undo_text.plain() == "Undo"
    with qtbot.waitSignal(controller.changed):
        runner.command(add, 5)
    assert controller.undo_text.plain() == "Undo: Add team 5"
    with qtbot.waitSignal(controller.changed):
        controller.undo()
    assert not controller.can_undo
    assert controller.redo_text.plain() == "Redo: Add team 5"
    with qtbot.waitSignal(controller.changed):
        controller.redo()
    assert controller.can_undo
    assert not controller.can_redo


def test_a_refusal_reaches_the_person(qtbot: QtBot, runner: Runner, controller: UndoController) -> None:
    with qtbot.waitSignal(runner.error) as told:
        controller.undo()
    assert told.args[0].message.plain() == "There is nothing to undo."
