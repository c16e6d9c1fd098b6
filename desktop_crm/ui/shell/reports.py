"""Errors of the application itself: a dialog with details to copy, and what the last run left behind."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.crash import CrashReport, CrashReporter
from desktop_crm.controllers.notices import Notices, Posted, Tone
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

LAST_RUN = Message(QT_TRANSLATE_NOOP("messages", "Desktop CRM ended unexpectedly last time. What was saved is safe."))
LAST_RUN_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Unsaved forms are kept as drafts. A report can be copied."))


class Reports(QObject):
    """Shows one error report at a time."""

    def __init__(self, crash: CrashReporter, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._crash = crash
        self._notices = notices
        self._window = window
        self._last: CrashReport | None = None
        self._shown = False
        crash.reported.connect(self._reported, Qt.ConnectionType.QueuedConnection)

    @property
    def has_any(self) -> bool:
        return self._last is not None

    def look_back(self) -> None:
        """At start: what the last run could not say any more."""
        pending = self._crash.pending_reports()
        if pending:
            self._last = pending[0]
            self._notices.posted.emit(Posted(LAST_RUN, Tone.WARNING, LAST_RUN_ADVICE, "help.report"))

    def show_last(self) -> None:
        if self._last is not None:
            self.show(self._last)

    def show(self, report: CrashReport) -> None:
        """Opens the dialog; the report counts as seen then."""
        from desktop_crm.ui.dialogs.bug import BugDialog

        self._shown = True
        dialog = BugDialog(
            self.tr("The application made a mistake: {kind}.").replace("{kind}", report.kind),
            self.tr("What was saved before is safe. If something on the page looks wrong, open it again."),
            report.text(),
            self._window,
        )
        dialog.exec()
        dialog.deleteLater()
        self._shown = False
        self._crash.mark_seen(report)

    def _reported(self, report: CrashReport) -> None:
        self._last = report
        # A mistake in a paint event would bury the person under dialogs.
        if not self._shown:
            self.show(report)
