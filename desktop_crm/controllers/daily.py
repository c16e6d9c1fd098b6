"""The back-up of the day: made beside the work, by a process of low priority, so that closing waits for nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop_crm.controllers.settings import BACKUP_DAILY, BACKUPS_KEPT

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_crm.controllers.services import Services
    from desktop_crm.controllers.tasks import Task
    from desktop_crm.models.db.context import Monitor
    from desktop_crm.models.messages import Message

LAST_BACK_UP = "backup.last"
FIRST_MS = 2 * 60_000
"""After opening: the first minutes belong to the person."""
AGAIN_MS = 30 * 60_000
"""A window that stays open over night has a new day, and one that failed is tried again."""


class DailyBackUp(QObject):
    """Looks some minutes after a file was opened, and now and then, whether its back-up of today is there."""

    def __init__(self, services: Services, title: Message, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._title = title
        self._task: Task[Any] | None = None
        self._declined: set[tuple[str, str]] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        services.workspace.opened.connect(self._opened)
        services.workspace.closed.connect(self.stop)
        if services.workspace.current is not None:
            self._opened(None)

    @property
    def under_way(self) -> bool:
        return self._task is not None and self._task.open

    def look(self) -> None:
        """Makes the back-up if it is due."""
        self._timer.start(AGAIN_MS)
        services, current = self._services, self._services.workspace.current
        if current is None or current.path is None or self.under_way or not self._due(current.key):
            return
        if services.places.sample_language(current.path):
            return
        task = services.jobs.run_in_subprocess(
            back_up_quietly,
            current.path,
            services.places.backups,
            services.settings.get(BACKUPS_KEPT),
            title=self._title,
            owner=self,
        )
        self._task = task
        task.then(self._made(current.key)).failed(services.notices.error)
        task.watch(self._ended(task, current.key))

    def stop(self) -> None:
        """The file is closed: what was copied so far is thrown away."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _opened(self, _: object) -> None:
        self._timer.start(FIRST_MS)

    def _due(self, key: str) -> bool:
        if self._services.settings.get(BACKUP_DAILY) != "daily" or (key, _today()) in self._declined:
            return False
        return self._days().get(key) != _today()

    def _days(self) -> dict[str, object]:
        kept = self._services.state.get(LAST_BACK_UP)
        return dict(kept) if isinstance(kept, dict) else {}

    def _made(self, key: str) -> Callable[[object], None]:
        day = _today()
        return lambda _: self._services.state.set(LAST_BACK_UP, self._days() | {key: day})

    def _ended(self, task: Task[Any], key: str) -> Callable[[], None]:
        def ended() -> None:
            # Whoever cancels it is not asked again today; closing the file is no such answer.
            if task is self._task and task.state.value == "cancelled":
                self._declined.add((key, _today()))

        return ended


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the person's own day


# In the child process.


def back_up_quietly(monitor: Monitor, source: Path, folder: Path, keep: int) -> Path:
    """A back-up in the folder, the newest of `keep`, without taking the machine from who works at it."""
    from desktop_crm.controllers.processes import lower_priority
    from desktop_crm.models.db.backup import back_up, rotate, rotated_name

    lower_priority()
    made = back_up(source, rotated_name(source, folder), monitor)
    rotate(folder, source.stem, keep)
    return made
