"""A second start for the same database raises the first window."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_crm.controllers.instance import InstanceGuard

ROOT = Path(__file__).parents[2]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_crm.controllers.instance import InstanceGuard
app = QCoreApplication([])
guard = InstanceGuard(Path(sys.argv[1]), sys.argv[2])
if guard.acquire():
    guard.listen()
    print("mine", flush=True)
    sys.stdin.readline()
else:
    print(guard.ask_to_raise(sys.argv[3]), flush=True)
"""


def start(folder: Path, database: Path, target: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), str(database), target],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )


@pytest.fixture
def make(qapp: object, tmp_path: Path) -> Iterator[Callable[[str], InstanceGuard]]:
    guards: list[InstanceGuard] = []

    def make(name: str) -> InstanceGuard:
        guards.append(InstanceGuard(tmp_path / "cache", tmp_path / name))
        return guards[-1]

    yield make
    for guard in guards:
        guard.release()


def test_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path, make: Callable[[str], InstanceGuard]) -> None:
    first = make("a.crmdb")
    assert first.acquire()
    assert first.listen()
    with qtbot.waitSignal(first.raise_requested, timeout=20_000) as asked:
        second = start(tmp_path / "cache", tmp_path / "a.crmdb", "/data/文件.crmdb")
    assert asked.args == ["/data/文件.crmdb"]
    assert second.communicate(timeout=20)[0] == "True\n"


def test_other_databases_are_free(make: Callable[[str], InstanceGuard]) -> None:
    assert make("a.crmdb").acquire()
    assert not make("a.crmdb").acquire()
    assert make("b.crmdb").acquire()


def test_released_database_is_free(make: Callable[[str], InstanceGuard]) -> None:
    first = make("a.crmdb")
    assert first.acquire()
    first.release()
    assert make("a.crmdb").acquire()


def test_what_a_killed_process_left_is_taken_over(
    qtbot: QtBot, tmp_path: Path, make: Callable[[str], InstanceGuard]
) -> None:
    process = start(tmp_path / "cache", tmp_path / "a.crmdb")
    assert process.stdout is not None
    assert process.stdout.readline() == "mine\n"
    guard = make("a.crmdb")
    assert not guard.acquire()
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=10)
    assert not guard.ask_to_raise()
    assert guard.acquire()
    assert guard.listen()
