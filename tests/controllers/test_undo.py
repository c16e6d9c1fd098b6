"""Undo and redo know their step and follow every change."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.undo import UndoController
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import Message
from desktop_crm.models.records.history import UndoState
from tests.controllers.conftest import change_set
from tests.controllers.test_runner import add


def state(session: Any) -> UndoState:
    steps = [n for (n,) in session.execute("SELECT n FROM item ORDER BY rowid")]
    done = [n for n in steps if n > 0]
    undone = [-n for n in steps if n < 0]
    return UndoState(
        change_set(Message("add {n}", {"n": done[-1]}), seq=done[-1]) if done else None,
        change_set(Message("add {n}", {"n": undone[0]}), seq=undone[0]) if undone else None,
    )


def flip(ctx: CommandContext, n: int) -> int:
    session: Any = ctx.session
    if session.execute("UPDATE item SET n = -n WHERE n = ?", (n,)).rowcount == 0:
        raise UserError(Message("Nothing to do"))
    return n


def undo(ctx: CommandContext, change_set_id: object) -> int:
    step = state(ctx.session).undo
    return flip(ctx, step.seq if step else 0)


def redo(ctx: CommandContext) -> int:
    step = state(ctx.session).redo
    return flip(ctx, -step.seq if step else 0)


@pytest.fixture
def controller(runner: Runner, owner: QObject) -> UndoController:
    return UndoController(runner, state, undo, redo)


def test_follows_the_changes(qtbot: QtBot, runner: Runner, controller: UndoController) -> None:
    assert not controller.can_undo
    assert controller.undo_text.plain() == "Undo"
    with qtbot.waitSignal(controller.changed):
        runner.command(add, 5)
    assert controller.undo_text.plain() == "Undo: add 5"
    with qtbot.waitSignal(controller.changed):
        controller.undo()
    assert not controller.can_undo
    assert controller.redo_text.plain() == "Redo: add 5"
    with qtbot.waitSignal(controller.changed):
        controller.redo()
    assert controller.can_undo
    assert not controller.can_redo


def test_a_refusal_reaches_the_person(qtbot: QtBot, runner: Runner, controller: UndoController) -> None:
    with qtbot.waitSignal(runner.error) as told:
        controller.undo()
    assert told.args[0].message.plain() == "Nothing to do"
