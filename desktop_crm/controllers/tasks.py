"""What a caller holds of work under way: callbacks, state, cancel."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from enum import Enum
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject

from desktop_crm.controllers.workers import Job
from desktop_crm.models.db.context import Progress
from desktop_crm.models.errors import CrmError

T = TypeVar("T")


class TaskState(Enum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"
    """A later request with the same owner and key took its place."""
    DROPPED = "dropped"
    """Its owner was gone when the result came."""


class Task(Generic[T]):
    """One piece of work under way. Belongs to the window's thread, where every callback runs.

    Not a QObject on purpose: thousands of them are made while somebody types, and a QObject freed by the
    garbage collector in a worker thread brings the process down.
    """

    def __init__(
        self,
        job: Job,
        owner: QObject | None,
        call: Callable[..., None],
        cancel: Callable[[Task[Any]], None],
    ) -> None:
        self.job = job
        self.state = TaskState.WAITING
        self.result: T | None = None
        self.error: CrmError | None = None
        self.slot: tuple[int, str] | None = None
        """Under which (owner, key) the Runner keeps it."""
        self._owner = weakref.ref(owner) if owner is not None else None
        self._call = call
        self._cancel = cancel
        self._then: list[Callable[[T], object]] = []
        self._failed: list[Callable[[CrmError], object]] = []
        self._progress: list[Callable[[Progress], object]] = []
        self._always: list[Callable[[], object]] = []
        self._watchers: list[Callable[[], object]] = []

    @property
    def open(self) -> bool:
        return self.state is TaskState.WAITING

    @property
    def handles_failure(self) -> bool:
        return bool(self._failed)

    @property
    def owner_alive(self) -> bool:
        if self._owner is None:
            return True
        owner = self._owner()
        return owner is not None and shiboken6.isValid(owner)

    def then(self, fn: Callable[[T], object]) -> Task[T]:
        """Calls `fn(result)` when the work is done; at once if it is."""
        if self.state is TaskState.DONE:
            self._call(fn, self.result)
        else:
            self._then.append(fn)
        return self

    def failed(self, fn: Callable[[CrmError], object]) -> Task[T]:
        """Calls `fn(error)`. A bug arrives as `UnexpectedError` with the original as its `__cause__`; it is
        reported on `Runner.unexpected` as well. A cancel is no failure."""
        if self.state is TaskState.FAILED:
            self._call(fn, self.error)
        else:
            self._failed.append(fn)
        return self

    def progress(self, fn: Callable[[Progress], object]) -> Task[T]:
        """Calls `fn(progress)` with the newest report, not necessarily with each."""
        self._progress.append(fn)
        return self

    def always(self, fn: Callable[[], object]) -> Task[T]:
        """Calls `fn()` after the other callbacks when the work is done, failed or cancelled, but not when it
        was superseded or its owner is gone."""
        if self.state in (TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED):
            self._call(fn)
        else:
            self._always.append(fn)
        return self

    def cancel(self) -> None:
        """Withdraws the work if it has not started, else asks it to stop. A command that has got past the
        point of stopping still ends as DONE, because its changes are stored."""
        if self.open:
            self._cancel(self)

    # For the Runner and the list of running jobs.

    def watch(self, fn: Callable[[], object]) -> None:
        """Calls `fn()` at the end, whichever it is."""
        if self.open:
            self._watchers.append(fn)
        else:
            self._call(fn)

    def report(self, progress: Progress) -> None:
        if self.open and self.owner_alive:
            for fn in tuple(self._progress):
                self._call(fn, progress)

    def end(self, state: TaskState, result: T | None = None, error: CrmError | None = None) -> None:
        """Sets the final state and calls whom it concerns, once."""
        if not self.open:
            return
        self.state, self.result, self.error = state, result, error
        callbacks: list[tuple[Callable[..., object], tuple[object, ...]]] = []
        if state is TaskState.DONE:
            callbacks += [(fn, (result,)) for fn in self._then]
        if state is TaskState.FAILED:
            callbacks += [(fn, (error,)) for fn in self._failed]
        if state not in (TaskState.SUPERSEDED, TaskState.DROPPED):
            callbacks += [(fn, ()) for fn in self._always]
        callbacks += [(fn, ()) for fn in self._watchers]
        for held in (self._then, self._failed, self._progress, self._always, self._watchers):
            held.clear()
        for fn, args in callbacks:
            self._call(fn, *args)
