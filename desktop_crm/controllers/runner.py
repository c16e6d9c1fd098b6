"""Takes queries, commands and other work off the window's thread and brings the results back to it.

Every call here belongs to the window's thread. Results come back through one inbox and one queued signal, are
handed out in small portions, and go to nobody whose owner is gone.
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, TypeVarTuple

from PySide6.QtCore import QMetaMethod, QObject, Qt, QTimer, Signal, SignalInstance

from desktop_crm.controllers.bus import DataBus
from desktop_crm.controllers.garbage import GarbageCollector
from desktop_crm.controllers.tasks import Task, TaskState
from desktop_crm.controllers.workers import Ended, Event, Job, Pool, Reported
from desktop_crm.models.db.context import CANCELLED, CommandContext, Monitor, Outcome
from desktop_crm.models.errors import CancelledError, CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from desktop_crm.models.db.database import Database

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Session: TypeAlias = Any
"""An SQLAlchemy session; this layer does not import it."""

READERS = 2
WORKERS = 2
JOBS = 3
PORTION = 0.008
"""Seconds of callbacks in a row before the window gets to paint."""

BUG = Message(QT_TRANSLATE_NOOP("messages", "Something went wrong in the application. Nothing was changed."))
BUG_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Try again. If it happens again, send the error report."))


class UnexpectedError(CrmError):
    """A bug, in words for the person; the original is its `__cause__`."""

    def __init__(self) -> None:
        super().__init__(BUG, BUG_ADVICE)


class Runner(QObject):
    """Read pool, one writer, pools for plain work and for long jobs, all started when first needed.

    `error(CrmError)`: nobody handled it; the message bar shows it. `unexpected(exception, traceback text)`: a
    bug. With no listener both go to `sys.excepthook`. `idle` is sent when the last open task ends.
    """

    error = Signal(object)
    unexpected = Signal(object, str)
    idle = Signal()
    _wake = Signal()

    def __init__(
        self, database: Database | None = None, bus: DataBus | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.bus = bus or DataBus(self)
        self._thread = threading.get_ident()
        self._database = database
        self._inbox: deque[Event] = deque()
        self._woken = False
        self._inbox_lock = threading.Lock()
        self._tasks: dict[Job, Task[Any]] = {}
        self._latest: dict[tuple[int, str], Task[Any]] = {}
        self._parked: list[tuple[Pool, Job]] = []
        self._readers = Pool("read", READERS, self._post)
        self._writer = Pool("write", 1, self._post)
        self._workers = Pool("work", WORKERS, self._post)
        self._jobs = Pool("job", JOBS, self._post)
        self._closed = False
        self._garbage = GarbageCollector(self)
        self._wake.connect(self._drain, Qt.ConnectionType.QueuedConnection)
        # A queued signal sent while the queue is worked off would be served in that same turn, before paint.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._drain)

    @property
    def database(self) -> Database | None:
        return self._database

    @property
    def open_tasks(self) -> int:
        """Tasks that wait or run, superseded ones included until their thread is done."""
        return len(self._tasks)

    @property
    def writing(self) -> bool:
        """Whether a command waits or runs."""
        return self._writer.open_jobs > 0

    def attach(self, database: Database | None) -> None:
        """From now on uses `database`; what waited for one starts. Reads of the former one are dropped; its
        commands still run on it, so call `finish_writes` before closing it."""
        self._check_thread()
        if self._database is not None and database is not self._database:
            for task in tuple(self._tasks.values()):
                if task.job.pool is self._readers:
                    self._drop(task, TaskState.SUPERSEDED)
        self._database = database
        if database is not None:
            parked, self._parked = self._parked, []
            for pool, job in parked:
                self._submit(pool, job)

    def query(
        self,
        fn: Callable[[Session, *Ts], T],
        *args: *Ts,
        owner: QObject | None = None,
        key: str = "",
        background: bool = False,
    ) -> Task[T]:
        """Runs `fn(session, *args)` in the read pool. With a `key` the latest request of the same owner wins;
        without one, every request is answered. Waits for `attach` if there is no database yet."""

        def call() -> T:
            with self._the_database(job).read() as session:
                return fn(session, *args)

        job = Job(call, background=background)
        return self._start(self._readers, job, owner, key, needs_database=True)

    def read(
        self,
        fn: Callable[[Database, *Ts], T],
        *args: *Ts,
        owner: QObject | None = None,
        key: str = "",
        background: bool = False,
    ) -> Task[T]:
        """Runs `fn(database, *args)` in the read pool, without a session."""
        job = Job(lambda: fn(self._the_database(job), *args), background=background)
        return self._start(self._readers, job, owner, key, needs_database=True)

    def command(
        self, fn: Callable[[CommandContext, *Ts], T], *args: *Ts, owner: QObject | None = None
    ) -> Task[Outcome[T]]:
        """Runs one command in the writer thread, in the order of the calls. Its changes are announced on the
        bus whether or not the owner still lives."""

        def call() -> Outcome[T]:
            if job.cancelled:
                raise CancelledError(CANCELLED)
            return self._the_database(job).execute_monitored(job.monitor(), fn, *args)

        job = Job(call, lasting=True)
        return self._start(self._writer, job, owner, "", needs_database=True)

    def write(self, fn: Callable[[Database, Monitor, *Ts], T], *args: *Ts, owner: QObject | None = None) -> Task[T]:
        """Runs `fn(database, monitor, *args)` in the writer thread: undo, restore, whatever brings its own
        transaction. An `Outcome` that it answers is announced as a command's is."""
        job = Job(lambda: fn(self._the_database(job), job.monitor(), *args), lasting=True)
        return self._start(self._writer, job, owner, "", needs_database=True)

    def work(
        self,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        owner: QObject | None = None,
        key: str = "",
        background: bool = False,
    ) -> Task[T]:
        """Runs a plain function off the window's thread, with no database."""
        job = Job(lambda: fn(*args), background=background)
        return self._start(self._workers, job, owner, key)

    def monitored(self, fn: Callable[[Monitor, *Ts], T], *args: *Ts, owner: QObject | None = None) -> Task[T]:
        """Runs `fn(monitor, *args)` off the window's thread, with progress and cancel. For long work: it
        takes no thread away from the rest."""
        job = Job(lambda: fn(job.monitor(), *args), lasting=True)
        return self._start(self._jobs, job, owner, "")

    def finish_writes(self, timeout: float) -> bool:
        """Blocks until all commands are through and delivered, at most `timeout` seconds. Whether so."""
        self._check_thread()
        finished = self._writer.wait(timeout)
        self._drain_all()
        return finished

    def shutdown(self, timeout: float = 30.0) -> bool:
        """Cancels reads and other work, lets the commands finish, and stops the threads. False if a command
        was still running after `timeout` seconds (the end of the process then rolls it back)."""
        self._check_thread()
        self._closed = True
        self._parked.clear()
        for task in tuple(self._tasks.values()):
            if not self._is_write(task):
                self._drop(task, TaskState.CANCELLED)
        for pool in (self._readers, self._workers, self._jobs, self._writer):
            pool.stop()
        deadline = time.monotonic() + timeout
        finished = self._writer.join(timeout)
        for pool in (self._readers, self._workers, self._jobs):
            # A read that ignores its cancel must not keep the window from closing; the threads are daemons.
            pool.join(max(0.0, min(1.0, deadline - time.monotonic())))
        self._drain_all()
        self._garbage.stop()
        return finished

    # Inside.

    def _start(
        self, pool: Pool, job: Job, owner: QObject | None, key: str, *, needs_database: bool = False
    ) -> Task[Any]:
        self._check_thread()
        task: Task[Any] = Task(job, owner, self._call, self._cancel)
        if self._closed:
            task.end(TaskState.CANCELLED)
            return task
        if key:
            slot = (id(owner), key)
            former = self._latest.get(slot)
            if former is not None:
                self._drop(former, TaskState.SUPERSEDED)
            task.slot = slot
            self._latest[slot] = task
        self._tasks[job] = task
        if needs_database and self._database is None:
            self._parked.append((pool, job))
        else:
            self._submit(pool, job)
        return task

    def _submit(self, pool: Pool, job: Job) -> None:
        self._garbage.start()
        job.database = self._database
        job.pool = pool
        pool.submit(job)

    @staticmethod
    def _the_database(job: Job) -> Database:
        assert job.database is not None
        return job.database

    def _is_write(self, task: Task[Any]) -> bool:
        return task.job.pool is self._writer

    def _cancel(self, task: Task[Any]) -> None:
        self._check_thread()
        task.job.cancelled = True
        if self._withdraw(task):
            self._forget(task)
            task.end(TaskState.CANCELLED)
        elif not task.job.lasting:
            task.end(TaskState.CANCELLED)

    def _drop(self, task: Task[Any], state: TaskState) -> None:
        """Ends the task without its result; its thread, if it runs, is asked to stop."""
        task.job.cancelled = True
        if self._withdraw(task):
            self._forget(task)
        task.end(state)

    def _withdraw(self, task: Task[Any]) -> bool:
        job = task.job
        if job.pool is None:
            self._parked = [(pool, parked) for pool, parked in self._parked if parked is not job]
            return True
        return job.pool.withdraw(job)

    def _forget(self, task: Task[Any]) -> None:
        self._tasks.pop(task.job, None)
        if task.slot is not None and self._latest.get(task.slot) is task:
            del self._latest[task.slot]
        # The function and its arguments are freed here, not in the worker: they may hold Qt objects.
        task.job.call = None
        if not self._tasks:
            self.idle.emit()

    def _post(self, event: Event) -> None:
        """Called by the workers."""
        with self._inbox_lock:
            self._inbox.append(event)
            woken, self._woken = self._woken, True
        if not woken:
            try:
                self._wake.emit()
            except RuntimeError:
                # The Runner's Qt half is gone: the application has ended without shutdown.
                self._inbox.clear()

    def _drain(self) -> None:
        until = time.perf_counter() + PORTION
        while (event := self._next_event()) is not None:
            self._handle(event)
            if time.perf_counter() > until:
                self._again.start(0)
                return

    def _drain_all(self) -> None:
        while (event := self._next_event()) is not None:
            self._handle(event)

    def _next_event(self) -> Event | None:
        with self._inbox_lock:
            if self._inbox:
                return self._inbox.popleft()
            self._woken = False
            return None

    def _handle(self, event: Event) -> None:
        task = self._tasks.get(event.job)
        if task is None:
            return
        if isinstance(event, Reported):
            progress = event.job.take_progress()
            if progress is not None:
                task.report(progress)
        else:
            self._end(task, event)

    def _end(self, task: Task[Any], event: Ended) -> None:
        if event.error is None:
            if isinstance(event.value, Outcome) and event.value.change_set is not None:
                self.bus.publish(event.value.touched)
            task.end(TaskState.DONE if task.owner_alive else TaskState.DROPPED, event.value)
        elif isinstance(event.error, CancelledError):
            task.end(TaskState.CANCELLED)
        elif isinstance(event.error, CrmError):
            self._end_failed(task, event.error)
        else:
            self._end_broken(task, event.error, event.trace)
        self._forget(task)

    def _end_failed(self, task: Task[Any], error: CrmError) -> None:
        if not task.open:
            return
        handled = task.owner_alive and task.handles_failure
        # A read for a page that is gone concerns nobody; a change that was refused still does.
        if not handled and (task.owner_alive or task.job.lasting):
            self._announce(self.error, error, (error,))
        task.end(TaskState.FAILED if task.owner_alive else TaskState.DROPPED, None, error)

    def _end_broken(self, task: Task[Any], error: BaseException, trace: str) -> None:
        self._announce(self.unexpected, error, (error, trace))
        words = UnexpectedError()
        words.__cause__ = error
        task.end(TaskState.FAILED if task.owner_alive else TaskState.DROPPED, None, words)

    def _call(self, fn: Callable[..., object], *args: object) -> None:
        """Runs a callback; its own failure must not stop the ones after it."""
        try:
            fn(*args)
        except CrmError as error:
            self._announce(self.error, error, (error,))
        except Exception as error:
            self._announce(self.unexpected, error, (error, "".join(traceback.format_exception(error))))

    def _announce(self, signal: SignalInstance, error: BaseException, args: tuple[object, ...]) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(signal)):
            signal.emit(*args)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("the Runner belongs to the window's thread")
