"""Closing the window: forms asked, commands finished, the daily back-up made, everything kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_crm.controllers.settings import BACKUP_ON_CLOSE, BACKUPS_KEPT
from desktop_crm.controllers.workspace import BACKING_UP
from desktop_crm.ui.shell.kit import Kit

if TYPE_CHECKING:
    from desktop_crm.ui.shell.shell import Shell

LAST_BACK_UP = "backup.last"


class Closing(QObject):
    """`may_close` is asked by the window; it answers no while the last back-up is being made, then closes it."""

    def __init__(self, shell: Shell, kit: Kit) -> None:
        super().__init__(shell)
        self._shell = shell
        self._kit = kit
        self.under_way = False
        self._done = False

    def may_close(self) -> bool:
        if self._done:
            return True
        if self.under_way:
            return False
        if not self._shell.navigator.may_leave():
            return False
        self.under_way = True
        self._shell.remember()
        if self._back_up():
            return False
        self._finish()
        return True

    def _back_up(self) -> bool:
        """Starts the back-up of the day; False when there is none to make."""
        services = self._kit.services
        current = services.workspace.current
        if current is None or current.path is None or services.settings.get(BACKUP_ON_CLOSE) != "daily":
            return False
        if services.places.sample_language(current.path):
            return False
        today = dt.date.today().isoformat()  # noqa: DTZ011 - the person's own day
        made = services.state.get(LAST_BACK_UP)
        days = dict(made) if isinstance(made, dict) else {}
        if days.get(current.key) == today:
            return False
        services.runner.finish_writes(30.0)
        task = services.workspace.back_up(keep=services.settings.get(BACKUPS_KEPT))
        task.then(lambda _: services.state.set(LAST_BACK_UP, {**days, current.key: today}))
        # A back-up that fails must not keep the window open: the data itself is safe.
        task.failed(services.notices.error)
        # Not inside the runner's own callback: the threads are stopped next.
        task.watch(lambda: QTimer.singleShot(0, self, self._backed_up))
        self._shell.notes.track(BACKING_UP, task)
        return True

    def _backed_up(self) -> None:
        self._finish()
        self._done = True
        self._shell.window.close()

    def _finish(self) -> None:
        services = self._kit.services
        services.jobs.cancel_all()
        services.workspace.close()
        services.runner.shutdown()
        self._shell.opening.release()
        self._kit.saver.flush()
        self._done = True
