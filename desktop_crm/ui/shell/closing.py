"""Closing the window: forms asked, commands finished, long work stopped, everything kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.ui.shell.kit import Kit

if TYPE_CHECKING:
    from desktop_crm.ui.shell.shell import Shell


class Closing(QObject):
    """`may_close` is asked by the window."""

    def __init__(self, shell: Shell, kit: Kit) -> None:
        super().__init__(shell)
        self._shell = shell
        self._kit = kit
        self.under_way = False
        self._done = False

    def may_close(self) -> bool:
        if self._done:
            return True
        if self.under_way or not self._shell.navigator.may_leave():
            return False
        self.under_way = True
        self._shell.remember()
        self._finish()
        return True

    def _finish(self) -> None:
        services = self._kit.services
        services.jobs.cancel_all()
        services.workspace.close()
        services.runner.shutdown()
        self._shell.opening.release()
        self._kit.saver.flush()
        self._done = True
