"""Queries, commands and other work leave the window's thread and come back to it."""

from __future__ import annotations

import gc
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop_crm.controllers.runner import Runner, UnexpectedError
from desktop_crm.controllers.tasks import TaskState
from desktop_crm.models.commands.people import add_team
from desktop_crm.models.db.context import CommandContext, Monitor, Progress
from desktop_crm.models.entities.people import TeamRow
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import Message
from tests.controllers.conftest import WatchedDatabase, make_database


def count(session: Any) -> int:
    return int(session.scalar(select(func.count()).select_from(TeamRow)))


def add(ctx: CommandContext, n: int) -> int:
    add_team(ctx, str(n))
    return n


def refuse(ctx: CommandContext) -> None:
    add(ctx, 1)
    raise UserError(Message("No"))


def explode(*_: object) -> None:
    raise ZeroDivisionError("secret")


class Gate:
    """A function for a worker that says when it has begun and waits to be let through."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.open = threading.Event()

    def __call__(self, *args: Any) -> Any:
        self.begun.set()
        assert self.open.wait(10)
        return args[-1] if args else None


def test_no_thread_before_the_first_request(runner: Runner) -> None:
    assert not [t for t in threading.enumerate() if t.name.startswith(("read-", "write-", "work-"))]


def test_query_answers_in_the_windows_thread(qtbot: QtBot, runner: Runner, database: WatchedDatabase) -> None:
    seen: list[tuple[int, str]] = []
    runner.query(count).then(lambda n: seen.append((n, threading.current_thread().name)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(0, "MainThread")]
    assert database.threads == {"read-1"}


def test_command_stores_and_is_announced(qtbot: QtBot, runner: Runner, owner: QObject) -> None:
    touched: list[Any] = []
    runner.bus.subscribe(owner, ["team"], touched.append)
    values: list[int] = []
    runner.command(add, 7).then(lambda outcome: values.append(outcome.value))
    qtbot.waitUntil(lambda: bool(touched))
    assert values == [7]
    counts: list[int] = []
    runner.query(count).then(counts.append)
    qtbot.waitUntil(lambda: counts == [1])


def test_commands_run_one_after_the_other_in_order(qtbot: QtBot, runner: Runner) -> None:
    order: list[int] = []
    for n in range(20):
        runner.command(add, n).then(lambda outcome: order.append(outcome.value))
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_latest_request_of_owner_and_key_wins(qtbot: QtBot, runner: Runner, owner: QObject) -> None:
    gates = [Gate(), Gate()]
    for gate in gates:
        runner.query(gate)
        assert gate.begun.wait(5)
    ran: list[int] = []
    shown: list[int] = []

    def page(_: Any, n: int) -> int:
        ran.append(n)
        return n

    tasks = [runner.query(page, n, owner=owner, key="page").then(shown.append) for n in range(5)]
    others = [runner.query(page, 10 + n, owner=owner).then(shown.append) for n in range(2)]
    for gate in gates:
        gate.open.set()
    qtbot.waitUntil(lambda: len(shown) == 3)
    assert sorted(shown) == sorted(ran) == [4, 10, 11]
    assert [t.state for t in tasks] == [TaskState.SUPERSEDED] * 4 + [TaskState.DONE]
    assert all(t.state is TaskState.DONE for t in others)


def test_result_of_a_superseded_running_request_is_dropped(qtbot: QtBot, runner: Runner, owner: QObject) -> None:
    gate = Gate()
    shown: list[str] = []
    runner.work(gate, "old", owner=owner, key="k").then(shown.append)
    assert gate.begun.wait(5)
    runner.work(lambda: "new", owner=owner, key="k").then(shown.append)
    gate.open.set()
    with qtbot.waitSignal(runner.idle):
        pass
    assert shown == ["new"]


def test_same_key_of_another_owner_is_left_alone(qtbot: QtBot, runner: Runner, owner: QObject) -> None:
    shown: list[int] = []
    second = QObject()
    runner.work(lambda: 1, owner=owner, key="k").then(shown.append)
    runner.work(lambda: 2, owner=second, key="k").then(shown.append)
    qtbot.waitUntil(lambda: sorted(shown) == [1, 2])


def test_dead_owner_hears_nothing_but_the_command_counts(qtbot: QtBot, runner: Runner) -> None:
    listener, page = QObject(), QObject()
    touched: list[Any] = []
    shown: list[object] = []
    runner.bus.subscribe(listener, ["team"], touched.append)
    gate = Gate()
    runner.command(lambda ctx: gate())
    assert gate.begun.wait(5)
    runner.command(add, 1, owner=page).then(shown.append).always(lambda: shown.append("always"))
    runner.query(count, owner=page).then(shown.append)
    shiboken6.delete(page)
    gate.open.set()
    qtbot.waitUntil(lambda: bool(touched) and runner.open_tasks == 0)
    assert shown == []


def test_collected_owner_hears_nothing(qtbot: QtBot, runner: Runner) -> None:
    shown: list[object] = []
    gate = Gate()
    page = QObject()
    runner.work(gate, 1, owner=page).then(shown.append)
    del page
    gate.open.set()
    qtbot.waitUntil(lambda: runner.open_tasks == 0)
    assert shown == []


def test_refused_command_goes_to_its_handler_only(qtbot: QtBot, runner: Runner) -> None:
    general: list[object] = []
    runner.error.connect(general.append)
    handled: list[str] = []
    runner.command(refuse).failed(lambda e: handled.append(e.message.text))
    qtbot.waitUntil(lambda: handled == ["No"])
    counts: list[int] = []
    runner.query(count).then(counts.append)
    qtbot.waitUntil(lambda: counts == [0])
    assert general == []


def test_unhandled_refusal_goes_to_the_message_bar(qtbot: QtBot, runner: Runner) -> None:
    with qtbot.waitSignal(runner.error) as signal:
        runner.command(refuse)
    assert isinstance(signal.args[0], UserError)


def test_bug_is_reported_and_ends_the_waiting(qtbot: QtBot, runner: Runner) -> None:
    failures: list[Exception] = []
    with qtbot.waitSignal(runner.unexpected) as signal:
        runner.query(explode).failed(failures.append)
    error, trace = signal.args
    assert isinstance(error, ZeroDivisionError)
    assert "in explode" in trace
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], UnexpectedError)
    assert failures[0].__cause__ is error


def test_failing_callback_is_reported_and_the_next_one_runs(qtbot: QtBot, runner: Runner) -> None:
    shown: list[int] = []
    with qtbot.waitSignal(runner.unexpected):
        runner.work(lambda: 3).then(explode).then(shown.append)
    qtbot.waitUntil(lambda: shown == [3])


def test_nothing_is_swallowed_without_listeners(qtbot: QtBot, runner: Runner) -> None:
    with qtbot.captureExceptions() as caught:
        runner.work(explode)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_callback_added_late_is_called(qtbot: QtBot, runner: Runner) -> None:
    task = runner.work(lambda: 5)
    qtbot.waitUntil(lambda: not task.open)
    shown: list[int] = []
    task.then(shown.append)
    assert shown == [5]


def test_progress_and_cancel_of_a_command(qtbot: QtBot, runner: Runner) -> None:
    def slow(ctx: CommandContext) -> None:
        add(ctx, 1)
        step = threading.Event()
        while True:
            ctx.monitor.report(1, 2, Message("Halfway"))
            step.wait(0.002)

    seen: list[Progress] = []
    ended: list[str] = []
    task = runner.command(slow).progress(seen.append).then(lambda _: ended.append("then"))
    task.failed(lambda _: ended.append("failed")).always(lambda: ended.append("always"))
    qtbot.waitUntil(lambda: bool(seen))
    task.cancel()
    qtbot.waitUntil(lambda: not task.open)
    assert (seen[0].done, seen[0].total, seen[0].label) == (1, 2, Message("Halfway"))
    assert task.state is TaskState.CANCELLED
    assert ended == ["always"]
    counts: list[int] = []
    runner.query(count).then(counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_cancel_that_comes_too_late_tells_the_truth(qtbot: QtBot, runner: Runner) -> None:
    gate = Gate()

    def command(ctx: CommandContext) -> None:
        add(ctx, 1)
        gate()

    task = runner.command(command)
    assert gate.begun.wait(5)
    task.cancel()
    gate.open.set()
    qtbot.waitUntil(lambda: not task.open)
    assert task.state is TaskState.DONE


def test_queued_command_can_be_withdrawn(qtbot: QtBot, runner: Runner) -> None:
    gate = Gate()
    runner.command(lambda ctx: gate())
    task = runner.command(add, 1)
    task.cancel()
    assert task.state is TaskState.CANCELLED
    gate.open.set()
    counts: list[int] = []
    assert runner.finish_writes(5)
    runner.query(count).then(counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_ten_thousand_reports_do_not_flood_the_window(qtbot: QtBot, runner: Runner) -> None:
    def busy(monitor: Monitor) -> int:
        for n in range(10_000):
            monitor.report(n, 10_000)
        return 1

    seen: list[Progress] = []
    done: list[int] = []
    runner.monitored(busy).progress(seen.append).then(done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert len(seen) < 5_000


def test_interactive_work_overtakes_background_work(qtbot: QtBot, runner: Runner) -> None:
    order: list[str] = []
    gate = Gate()
    runner.query(gate, background=True)
    assert gate.begun.wait(5)
    held = runner.query(lambda _: order.append("background"), background=True)
    runner.query(lambda _: order.append("typing"))
    qtbot.waitUntil(lambda: order == ["typing"])
    assert held.open  # a reader is kept free for the person while the other one is on background work
    gate.open.set()
    qtbot.waitUntil(lambda: order == ["typing", "background"])


def test_requests_wait_for_the_database(qtbot: QtBot, qapp: object, database: WatchedDatabase) -> None:
    runner = Runner()
    shown: list[object] = []
    runner.query(count).then(shown.append)
    runner.read(lambda db: db.url).then(shown.append)
    cancelled = runner.query(count)
    cancelled.cancel()
    runner.work(lambda: "work").then(shown.append)
    qtbot.waitUntil(lambda: shown == ["work"])
    runner.attach(database)
    qtbot.waitUntil(lambda: len(shown) == 3)
    assert set(shown[1:]) == {0, database.url}
    assert cancelled.state is TaskState.CANCELLED
    assert runner.shutdown(5)


def test_changing_the_database_drops_reads_and_keeps_writes(
    qtbot: QtBot, runner: Runner, database: WatchedDatabase, tmp_path: Path
) -> None:
    other = make_database(tmp_path / "other.crmdb")
    gate = Gate()
    runner.command(lambda ctx: gate())
    write = runner.command(add, 1)
    read_gate = Gate()
    read = runner.query(read_gate, 1)
    assert read_gate.begun.wait(5)
    runner.attach(other)
    gate.open.set()
    read_gate.open.set()
    assert runner.finish_writes(5)
    assert read.state is TaskState.SUPERSEDED
    assert write.state is TaskState.DONE
    with database.read() as session:
        assert count(session) == 1
    counts: list[int] = []
    runner.query(count).then(counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_shutdown_lets_commands_finish_and_cancels_reads(qtbot: QtBot, database: WatchedDatabase) -> None:
    runner = Runner(database)
    gate = Gate()
    runner.command(lambda ctx: gate())
    writes = [runner.command(add, n) for n in range(3)]
    reading = Gate()
    read = runner.query(reading)
    assert reading.begun.wait(5)
    threading.Timer(0.05, gate.open.set).start()
    threading.Timer(0.05, reading.open.set).start()
    assert runner.shutdown(10)
    assert [t.state for t in writes] == [TaskState.DONE] * 3
    assert read.state is TaskState.CANCELLED
    assert runner.query(count).state is TaskState.CANCELLED
    with database.read() as session:
        assert count(session) == 3


def test_shutdown_says_when_a_command_hangs(qtbot: QtBot, database: WatchedDatabase) -> None:
    runner = Runner(database)
    gate = Gate()
    runner.command(lambda ctx: gate())
    assert gate.begun.wait(5)
    assert not runner.shutdown(0.05)
    gate.open.set()


def test_other_threads_may_not_ask(qtbot: QtBot, runner: Runner) -> None:
    errors: list[BaseException] = []
    task = runner.work(lambda: runner.work(lambda: 1))
    runner.unexpected.connect(lambda error, _: errors.append(error))
    qtbot.waitUntil(lambda: not task.open)
    assert isinstance(errors[0], RuntimeError)


def test_arguments_are_freed_in_the_windows_thread(qtbot: QtBot, runner: Runner) -> None:
    freed: list[str] = []

    class Held:
        def __del__(self) -> None:
            freed.append(threading.current_thread().name)

    for _ in range(50):
        runner.work(lambda _: None, Held())
    qtbot.waitUntil(lambda: len(freed) == 50)
    assert set(freed) == {"MainThread"}


def test_ten_thousand_requests_leave_nothing_behind(qtbot: QtBot, runner: Runner, owner: QObject) -> None:
    done: list[None] = []

    def ask(n: int) -> None:
        done.clear()
        for _ in range(n):
            runner.work(int, owner=owner).then(lambda _: done.append(None))
        qtbot.waitUntil(lambda: len(done) == n, timeout=30_000)
        with_nothing_open = runner.open_tasks
        assert with_nothing_open == 0

    ask(500)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    children = len(runner.findChildren(QObject))
    for _ in range(10):
        ask(1_000)
    done.clear()
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 200_000
    assert len(runner.findChildren(QObject)) == children


@pytest.mark.parametrize("size", [300])
def test_a_crowd_of_results_does_not_hold_the_window(qtbot: QtBot, runner: Runner, size: int) -> None:
    """Results are handed out in portions: timers of the window run in between."""
    from time import perf_counter

    from PySide6.QtCore import QTimer

    spent: list[float] = []
    ticks: list[int] = []

    def slow_callback(_: object) -> None:
        until = perf_counter() + 0.001
        while perf_counter() < until:
            pass
        spent.append(until)

    for _ in range(size):
        runner.work(int).then(slow_callback)
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(spent)))
    timer.start(1)
    qtbot.waitUntil(lambda: len(spent) == size)
    timer.stop()
    steps = [b - a for a, b in zip([0, *ticks], [*ticks, size], strict=True)]
    assert max(steps) < size / 4


def test_work_with_its_own_transaction_is_announced(qtbot: QtBot, runner: Runner, database: WatchedDatabase) -> None:
    order: list[str] = []
    runner.command(add, 1).then(lambda _: order.append("command"))
    # The bus may tell of the two changes at once or one by one.
    with qtbot.waitSignal(runner.bus.changed, check_params_cb=lambda change: "write 2" in order) as told:
        runner.write(lambda db, monitor, n: db.execute_monitored(monitor, add, n), 2).then(
            lambda outcome: order.append(f"write {outcome.value}")
        )
    assert told.args[0].hits("team")
    assert order == ["command", "write 2"]
    with database.read() as session:
        assert count(session) == 2
