"""Long work shows progress, can be cancelled, and says so when its process dies."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_crm.controllers.jobs import JobController, RunningJob
from desktop_crm.controllers.processes import JobCrashedError, JobFailedError, run_in_process
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import TaskState
from desktop_crm.models.db.context import CommandContext, Monitor, Progress
from desktop_crm.models.errors import CancelledError, ConflictError, CrmError, UserError
from desktop_crm.models.messages import Message
from tests.controllers import child_work

TITLE = Message("Import")


@pytest.fixture
def jobs(runner: Runner) -> JobController:
    return JobController(runner)


def failure(qtbot: QtBot, jobs: JobController, fn: Callable[[Monitor], Any]) -> CrmError:
    errors: list[CrmError] = []
    jobs.run_in_subprocess(fn, title=TITLE).failed(errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    return errors[0]


def test_a_process_of_its_own_with_progress(qtbot: QtBot, jobs: JobController) -> None:
    events: list[tuple[str, RunningJob]] = []
    jobs.started.connect(lambda job: events.append(("started", job)))
    jobs.changed.connect(lambda job: events.append(("changed", job)))
    jobs.finished.connect(lambda job: events.append(("finished", job)))
    results: list[tuple[int, int]] = []
    seen: list[Progress] = []
    task = jobs.run_in_subprocess(child_work.double, 21, title=TITLE).then(results.append)
    task.progress(seen.append)
    assert [job.title for job in jobs.jobs] == [TITLE]
    qtbot.waitUntil(lambda: bool(results))
    assert results[0][0] == 42
    assert results[0][1] != os.getpid()
    assert jobs.jobs == ()
    assert events[0][0] == "started"
    assert events[-1][0] == "finished"
    assert {job for _, job in events} == {events[0][1]}


def test_refusals_of_the_child_arrive_whole(qtbot: QtBot, jobs: JobController) -> None:
    error = failure(qtbot, jobs, child_work.refuse)
    assert isinstance(error, UserError)
    assert error.message.plain() == str(error) == "Row 3"
    assert error.advice == Message("Mend it")
    assert error.fields == {"name": Message("Empty")}
    twist = failure(qtbot, jobs, child_work.conflict)
    assert isinstance(twist, ConflictError)
    assert twist.conflicts[0].mine == "3"


@pytest.mark.parametrize(("fn", "inside"), [(child_work.bug, "KeyError"), (child_work.unpicklable, "unpicklable")])
def test_a_bug_in_the_child_brings_its_traceback(
    qtbot: QtBot, runner: Runner, jobs: JobController, fn: Callable[[Monitor], Any], inside: str
) -> None:
    with qtbot.waitSignal(runner.unexpected) as signal:
        jobs.run_in_subprocess(fn, title=TITLE)
    assert isinstance(signal.args[0], JobFailedError)
    assert inside in signal.args[1]


def test_a_killed_child_is_a_clear_error(qtbot: QtBot, jobs: JobController) -> None:
    error = failure(qtbot, jobs, child_work.die)
    assert isinstance(error, JobCrashedError)
    assert "SIGKILL" in error.message.plain()
    assert "last words" in error.stderr
    assert error.advice is not None


def test_a_child_that_leaves_is_a_clear_error(qtbot: QtBot, jobs: JobController) -> None:
    assert "exit code 7" in failure(qtbot, jobs, child_work.leave).message.plain()


def test_cancel_in_the_child(qtbot: QtBot, jobs: JobController) -> None:
    task = jobs.run_in_subprocess(child_work.polite, title=TITLE)
    qtbot.waitUntil(lambda: bool(jobs.jobs) and jobs.jobs[0].progress.done == 1)
    job = jobs.jobs[0]
    job.cancel()
    assert job.cancelling
    qtbot.waitUntil(lambda: not task.open)
    assert task.state is TaskState.CANCELLED
    assert jobs.jobs == ()


def test_a_child_that_ignores_the_cancel_is_ended() -> None:
    state = {"cancelled": False}

    def report(progress: Progress) -> None:
        state["cancelled"] = progress.done == 1

    monitor = Monitor(report, lambda: state["cancelled"])
    with pytest.raises(CancelledError):
        run_in_process(monitor, child_work.deaf, grace=0.2)


def test_commands_and_threads_are_listed_too(qtbot: QtBot, jobs: JobController) -> None:
    def command(ctx: CommandContext) -> int:
        ctx.monitor.report(1, 1)
        return 1

    done: list[object] = []
    jobs.command(command, title=TITLE).then(lambda outcome: done.append(outcome.value))
    jobs.work(lambda monitor: 2, title=TITLE).then(done.append)
    assert len(jobs.jobs) == 2
    qtbot.waitUntil(lambda: sorted(map(str, done)) == ["1", "2"])
    assert jobs.jobs == ()


def test_jobs_can_be_cancelled_all_at_once(qtbot: QtBot, jobs: JobController) -> None:
    tasks = [jobs.work(child_work.polite, title=TITLE) for _ in range(5)]
    jobs.cancel_all()
    qtbot.waitUntil(lambda: all(task.state is TaskState.CANCELLED for task in tasks))
