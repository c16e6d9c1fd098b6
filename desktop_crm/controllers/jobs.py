"""The long work that is under way: what the window shows with progress and a cancel button."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, Signal

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.db.context import CommandContext, Monitor, Outcome, Progress
from desktop_crm.models.messages import Message

if TYPE_CHECKING:
    from desktop_crm.models.db.database import Database

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class RunningJob:
    """One job under way: its title, its newest progress, and how to cancel it. `page` shows all that by itself while it
    is in front ("": none does)."""

    def __init__(self, title: Message, task: Task[Any], page: str = "") -> None:
        self.title, self.page = title, page
        self.task = task
        self.progress = Progress(0, 0)
        self.cancelling = False

    def cancel(self) -> None:
        """Asks the job to stop; it stays in the list until it has."""
        self.cancelling = True
        self.task.cancel()


class JobController(QObject):
    """Starts long work and lists it. All signals carry a `RunningJob`.

    A job whose `owner` is gone still runs to its end and stays in the list until then; only its callbacks are
    dropped.
    """

    started = Signal(object)
    changed = Signal(object)
    finished = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs: list[RunningJob] = []

    @property
    def jobs(self) -> tuple[RunningJob, ...]:
        """The jobs under way, oldest first."""
        return tuple(self._jobs)

    def command(
        self,
        fn: Callable[[CommandContext, *Ts], T],
        *args: *Ts,
        title: Message,
        owner: QObject | None = None,
        page: str = "",
    ) -> Task[Outcome[T]]:
        """A command that takes long and reports to `ctx.monitor`."""
        return self._list(title, self._runner.command(fn, *args, owner=owner), page)

    def work(
        self, fn: Callable[[Monitor, *Ts], T], *args: *Ts, title: Message, owner: QObject | None = None, page: str = ""
    ) -> Task[T]:
        """`fn(monitor, *args)` in a thread: for work that waits (files, network, back-ups)."""
        return self._list(title, self._runner.monitored(fn, *args, owner=owner), page)

    def run_in_subprocess(
        self, fn: Callable[[Monitor, *Ts], T], *args: *Ts, title: Message, owner: QObject | None = None, page: str = ""
    ) -> Task[T]:
        """`fn(monitor, *args)` in a process of its own: for work that computes, or reads files that may be
        hostile. `fn` is a module-level function; arguments and result pickle. See `run_in_process`."""
        call: Callable[[Monitor], T] = functools.partial(_in_process, fn, args)
        return self._list(title, self._runner.monitored(call, owner=owner), page)

    def write_in_subprocess(
        self, fn: Callable[[Monitor, *Ts], T], *args: *Ts, title: Message, owner: QObject | None = None, page: str = ""
    ) -> Task[T]:
        """As `run_in_subprocess`, for a process that writes to the open database: it takes its turn among the
        commands, and those that come after it wait. An `Outcome` that it answers is announced."""

        def call(_: Database, monitor: Monitor) -> T:
            return _in_process(fn, args, monitor)

        return self._list(title, self._runner.write(call, owner=owner), page)

    def write(
        self,
        fn: Callable[[Database, Monitor, *Ts], T],
        *args: *Ts,
        title: Message,
        owner: QObject | None = None,
        page: str = "",
    ) -> Task[T]:
        """`fn(database, monitor, *args)` in its turn among the commands: for writing that brings its own
        transaction. An `Outcome` that it answers is announced."""
        return self._list(title, self._runner.write(fn, *args, owner=owner), page)

    def cancel_all(self) -> None:
        for job in self.jobs:
            job.cancel()

    def _list(self, title: Message, task: Task[T], page: str) -> Task[T]:
        if not task.open:
            return task
        job = RunningJob(title, task, page)
        self._jobs.append(job)

        def progress(value: Progress) -> None:
            job.progress = value
            self.changed.emit(job)

        def end() -> None:
            self._jobs.remove(job)
            self.finished.emit(job)

        task.progress(progress)
        task.watch(end)
        self.started.emit(job)
        return task


def _in_process(fn: Callable[..., T], args: tuple[Any, ...], monitor: Monitor) -> T:
    # multiprocessing costs start-up time and is not needed before the first job.
    from desktop_crm.controllers.processes import run_in_process

    return run_in_process(monitor, fn, *args)
