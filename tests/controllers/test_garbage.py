"""Objects of the window are freed in the window's thread, whoever allocates."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_crm.controllers.runner import Runner


class Page(QObject):
    """In a cycle with itself, like a page whose callbacks mention it."""

    freed: list[str] = []  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        Page.freed.append(threading.current_thread().name)


def allocate() -> int:
    """Enough for several rounds of the automatic collector."""
    return len([[n] for n in range(50_000)])


def test_cycles_are_freed_in_the_windows_thread(qtbot: QtBot, runner: Runner) -> None:
    Page.freed.clear()
    rounds: list[int] = []
    for _ in range(20):
        Page()
        runner.work(allocate).then(rounds.append)
    qtbot.waitUntil(lambda: len(rounds) == 20)
    held = [[n] for n in range(2_000)]  # what the window itself allocates makes a collection due
    qtbot.waitUntil(lambda: len(Page.freed) == 20)
    assert held
    assert set(Page.freed) == {"MainThread"}


def test_the_automatic_collector_comes_back(qtbot: QtBot) -> None:
    runner = Runner()
    before = gc.isenabled()
    runner.work(int)
    assert not gc.isenabled()
    assert runner.shutdown(5)
    assert gc.isenabled() is before
