"""Worker threads without Qt: a pool that takes jobs by priority and hands back what came of them."""

from __future__ import annotations

import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from desktop_crm.models.db.context import Monitor, Progress

if TYPE_CHECKING:
    from desktop_crm.models.db.database import Database


class JobState(Enum):
    NEW = auto()
    QUEUED = auto()
    RUNNING = auto()
    ENDED = auto()


class Job:
    """One call for a worker thread. It knows nothing of the task that waits for it, so that no object of the
    window's thread is ever freed in a worker."""

    __slots__ = (
        "_progress",
        "background",
        "call",
        "cancelled",
        "database",
        "lasting",
        "pool",
        "post",
        "state",
    )

    def __init__(self, call: Callable[[], object] | None, *, background: bool = False, lasting: bool = False) -> None:
        self.call = call
        self.background = background
        self.lasting = lasting
        """Its effects remain (a command), so a cancel asks but never drops the result."""
        self.cancelled = False
        self.state = JobState.NEW
        self.database: Database | None = None
        self.pool: Pool | None = None
        self.post: Callable[[Event], None] = lambda _: None
        self._progress: Progress | None = None

    def monitor(self) -> Monitor:
        """Where the job's function reports; cheap to call often."""
        return Monitor(self._report, lambda: self.cancelled)

    def _report(self, progress: Progress) -> None:
        waiting = self._progress is not None
        self._progress = progress
        if not waiting:
            self.post(Reported(self))

    def take_progress(self) -> Progress | None:
        """The newest report that nobody has taken yet."""
        progress, self._progress = self._progress, None
        return progress


class Reported:
    """A job has new progress."""

    __slots__ = ("job",)

    def __init__(self, job: Job) -> None:
        self.job = job


class Ended:
    """A job has ended with a value or an error (and its traceback as text)."""

    __slots__ = ("error", "job", "trace", "value")

    def __init__(self, job: Job, value: object, error: BaseException | None, trace: str) -> None:
        self.job = job
        self.value = value
        self.error = error
        self.trace = trace


Event: TypeAlias = Reported | Ended


class Pool:
    """Up to `size` daemon threads, started when first needed. `post` is called from them.

    Background jobs wait for the others and never take the last thread.
    """

    def __init__(self, name: str, size: int, post: Callable[[Event], None]) -> None:
        self._name = name
        self._size = size
        self._post = post
        self._changed = threading.Condition()
        self._queues: tuple[deque[Job], deque[Job]] = (deque(), deque())
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._open_jobs = 0
        self._background_running = 0
        self._stopping = False

    @property
    def threads(self) -> int:
        return len(self._threads)

    @property
    def open_jobs(self) -> int:
        """Jobs that wait or run."""
        return self._open_jobs

    def submit(self, job: Job) -> bool:
        """Queues the job; False when the pool has been stopped."""
        job.post = self._post
        with self._changed:
            if self._stopping:
                return False
            job.state = JobState.QUEUED
            self._queues[job.background].append(job)
            self._open_jobs += 1
            if self._idle < sum(map(len, self._queues)) and len(self._threads) < self._size:
                self._start_thread()
            self._changed.notify()
        return True

    def withdraw(self, job: Job) -> bool:
        """Takes a job back that has not started. False when it has."""
        with self._changed:
            if job.state is not JobState.QUEUED:
                return False
            job.state = JobState.ENDED
            self._queues[job.background].remove(job)
            self._open_jobs -= 1
            self._changed.notify_all()
            return True

    def wait(self, timeout: float) -> bool:
        """Blocks until no job waits or runs, at most `timeout` seconds. Whether that came about."""
        deadline = time.monotonic() + timeout
        with self._changed:
            return self._changed.wait_for(lambda: not self._open_jobs, max(0.0, deadline - time.monotonic()))

    def stop(self) -> None:
        """Takes no more jobs; the threads end when the queue is empty."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def join(self, timeout: float) -> bool:
        """Waits for the threads to end after `stop`."""
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _start_thread(self) -> None:
        name = f"{self._name}-{len(self._threads) + 1}"
        thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _loop(self) -> None:
        while (job := self._take()) is not None:
            ended = _run(job)
            with self._changed:
                job.state = JobState.ENDED
                self._background_running -= job.background
            self._post(ended)
            # Counted as open until it is posted: whoever waits for the pool finds the result in the inbox.
            with self._changed:
                self._open_jobs -= 1
                self._changed.notify_all()
            del job, ended

    def _take(self) -> Job | None:
        with self._changed:
            self._idle += 1
            while True:
                job = self._next()
                if job is not None:
                    job.state = JobState.RUNNING
                    self._background_running += job.background
                    break
                if self._stopping and not any(self._queues):
                    break
                self._changed.wait()
            self._idle -= 1
            return job

    def _next(self) -> Job | None:
        interactive, background = self._queues
        if interactive:
            return interactive.popleft()
        if background and self._background_running < max(1, self._size - 1):
            return background.popleft()
        return None


def _run(job: Job) -> Ended:
    call = job.call
    assert call is not None
    try:
        return Ended(job, call(), None, "")
    except BaseException as error:
        trace = "".join(traceback.format_exception(error))
        _clear_frames(error)
        return Ended(job, None, error, trace)


def _clear_frames(error: BaseException) -> None:
    """Frees the locals (sessions, connections) here, in the thread that they belong to."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        traceback.clear_frames(current.__traceback__)
        current = current.__cause__ or current.__context__
