"""The work behind the import wizard: one thing at a time, with progress, pace and cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_crm.controllers import importing_work as work
from desktop_crm.controllers.importing_state import Pace, Step
from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task, TaskState
from desktop_crm.models.db.context import Progress
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import Message


class ImportWork(QObject):
    """`changed`: something other than the progress is different; `moved`: another step is in front. `doing` is the step
    whose work is under way; `error` what became of the last one. `writing`: rows are being written, or a back-up is
    made before."""

    changed = Signal()
    moved = Signal()
    progressed = Signal(object)

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._jobs = runner, jobs
        self.path: Path | None = None
        self.pasted = False
        self.step = Step.FILE
        self._idle()

    def _idle(self) -> None:
        self.error: CrmError | None = None
        self.progress: Progress | None = None
        self.pace = Pace()
        self.task: Task[Any] | None = None
        self._beside: Task[Any] | None = None
        self.doing: Step | None = None
        self.writing = False

    @property
    def name(self) -> str:
        """The file's name, or what the pasted table is called."""
        if self.path is None:
            return ""
        return self.path.stem if self.pasted else self.path.name

    def cancel(self) -> None:
        """Stops what is being done; nothing of it stays."""
        if self.task is not None and self.task.open:
            self.task.cancel()

    def _start(
        self, step: Step, fn: Callable[..., Any], title: Message, args: Sequence[Any], then: Callable[[Any], object]
    ) -> None:
        """`fn(monitor, database, *args)` beside the window; whatever was under way is given up."""
        former, self.task = self.task, None
        if former is not None and former.open:
            former.cancel()
        self._follow(step, self._work(fn, title, args), then)

    def _work(self, fn: Callable[..., Any], title: Message, args: Sequence[Any]) -> Task[Any]:
        database = self._runner.database
        assert database is not None
        words = Message(title.text, {"file": self.name})
        if database.path is None:
            # A server's password stays in this process.
            return self._jobs.work(fn, database, *args, title=words, owner=self, page=work.PAGE)
        path = str(database.path)
        return self._jobs.run_in_subprocess(
            work.in_file, path, fn, tuple(args), title=words, owner=self, page=work.PAGE
        )

    def _start_beside(
        self, fn: Callable[..., Any], title: Message, args: Sequence[Any], then: Callable[[Any], object]
    ) -> None:
        """Work that nobody waits for: whatever else is asked for goes before, and what hinders it is not said."""
        self._stop_beside()
        task = self._beside = self._work(fn, title, args)
        task.then(lambda value: then(value) if self._beside is task else None)
        task.always(lambda: self._ended_beside(task))

    def _stop_beside(self) -> None:
        former, self._beside = self._beside, None
        if former is not None and former.open:
            former.cancel()

    def _ended_beside(self, task: Task[Any]) -> None:
        if self._beside is task:
            self._beside = None

    def _follow(self, step: Step, task: Task[Any], then: Callable[[Any], object]) -> None:
        self.task, self.doing, self.error, self.progress, self.pace = task, step, None, None, Pace()
        task.progress(lambda value: self._report(task, value))
        task.then(lambda value: then(value) if self.task is task else None)
        task.failed(lambda error: self._failed(error) if self.task is task else None)
        task.always(lambda: self._ended(task))
        self.changed.emit()

    def _report(self, task: Task[Any], progress: Progress) -> None:
        if self.task is task:
            self.progress = progress
            self.pace.report(progress)
            self.progressed.emit(progress)

    def _failed(self, error: CrmError) -> None:
        self.error = error
        if self.writing:
            self._stop_writing()
        self.changed.emit()

    def _ended(self, task: Task[Any]) -> None:
        if self.task is not task:
            return
        if task.state is TaskState.CANCELLED and self.writing:
            self._stop_writing()
        self.task = self.doing = self.progress = None
        self.changed.emit()

    def _stop_writing(self) -> None:
        """Nothing was written: back to the check."""
        self.writing = False
        self.step = Step.CHECK
        self.moved.emit()
