"""Shows what the controllers post: notices in the message bar, long work in the progress panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.jobs import JobController, RunningJob
from desktop_crm.controllers.notices import Notices, Posted
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import Message
from desktop_crm.ui.actions import ActionRegistry

if TYPE_CHECKING:
    from desktop_crm.ui.widgets.message_bar import MessageBar
    from desktop_crm.ui.widgets.progress import ProgressPanel


class Notes(QObject):
    """Owns the message bar and the progress panel. Each is made, at its place, when there is something to show."""

    def __init__(  # noqa: PLR0917
        self,
        notices: Notices,
        jobs: JobController,
        registry: ActionRegistry,
        above: QBoxLayout,
        below: QBoxLayout,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._above, self._below = above, below
        self._bar: MessageBar | None = None
        self._panel: ProgressPanel | None = None
        self._serial = 0
        self._front = ""
        self._own: dict[str, str] = {}  # the pages that show jobs by themselves
        notices.posted.connect(self.show)
        jobs.started.connect(self._job)

    @property
    def bar(self) -> MessageBar:
        if self._bar is None:
            from desktop_crm.ui.widgets.message_bar import MessageBar

            self._bar = MessageBar()
            self._above.addWidget(self._bar)
        return self._bar

    @property
    def panel(self) -> ProgressPanel:
        if self._panel is None:
            from desktop_crm.ui.widgets.progress import ProgressPanel

            self._panel = ProgressPanel()
            self._below.addWidget(self._panel)
        return self._panel

    def show(self, posted: Posted) -> None:
        """Shows a notice, with the button of its action."""
        from desktop_crm.ui.widgets.message_bar import Notice

        action = self._registry.action(posted.action) if posted.action else None
        self.bar.show_notice(
            Notice(
                posted.tone.value,
                text(posted.text),
                text(posted.advice) if posted.advice else "",
                self._words(posted.action) if posted.action else "",
                action.trigger if action is not None else None,
            )
        )

    def track(self, title: Message, task: Task[Any], *, cancel: bool = True, page: str = "") -> None:
        """Shows a task with its progress until it ends; not while `page` is in front, which does so itself."""
        if not task.open:
            return
        self._serial += 1
        key = str(self._serial)
        self.panel.add(key, text(title), task.cancel if cancel else None)
        if page:
            self._own[key] = page
            self.panel.set_shown(key, page != self._front)
        task.progress(lambda progress: self._update(key, progress))
        task.watch(lambda: self._finish(key))

    def show_page(self, page: str) -> None:
        """Another page came to the front."""
        self._front = page
        for key, own in self._own.items():
            self.panel.set_shown(key, own != page)

    def _job(self, job: RunningJob) -> None:
        self.track(job.title, job.task, page=job.page)

    def _finish(self, key: str) -> None:
        self._own.pop(key, None)
        self.panel.finish(key)

    def _update(self, key: str, progress: Any) -> None:
        self.panel.update_job(key, progress.done, progress.total, text(progress.label))

    def _words(self, action_id: str) -> str:
        if action_id == "edit.undo":
            return self.tr("Undo")
        if action_id == "edit.redo":
            return self.tr("Redo")
        if action_id == "help.report":
            return self.tr("Show report")
        return self._registry.text(action_id)
