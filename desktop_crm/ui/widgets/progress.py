"""Running jobs: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import ElidedLabel, label


class JobRow(QFrame):
    """One job; made by ProgressPanel.add."""

    def __init__(self, title: str, cancel: Callable[[], object] | None) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._cancel = cancel
        self._title = ElidedLabel(title)
        self._detail = label(role="hint")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._stop = button(self.tr("Cancel"), self._stop_now, "flat")
        self._stop.setAccessibleName(f"{self.tr('Cancel')}: {title}")
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * STEP, STEP, STEP, 12)
        grid.setVerticalSpacing(STEP // 2)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._detail, 0, 1)
        grid.addWidget(self._stop, 0, 2, 2, 1)
        grid.addWidget(self._bar, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._stop.setVisible(cancel is not None)  # with a parent: without one it would be a window for a moment

    def set_progress(self, done: int, total: int, detail: str = "") -> None:
        """`total` 0 means "not known"."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._detail.setText(detail)

    def _stop_now(self) -> None:
        self._stop.setEnabled(False)
        self._detail.setText(self.tr("Stopping…"))
        if self._cancel is not None:
            self._cancel()


class ProgressPanel(QWidget):
    """The jobs in hand, newest last; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, JobRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self.setAccessibleName(self.tr("Running jobs"))
        self.hide()

    def add(self, key: str, title: str, cancel: Callable[[], object] | None = None) -> JobRow:
        """Shows a job; a job of the same key is replaced."""
        self.finish(key)
        row = JobRow(title, cancel)
        self._rows[key] = row
        self._column.addWidget(row)
        self.show()
        return row

    def update_job(self, key: str, done: int, total: int, detail: str = "") -> None:
        """Ignores a job that is gone: its last report may still be on the way."""
        if key in self._rows:
            self._rows[key].set_progress(done, total, detail)

    def set_shown(self, key: str, shown: bool) -> None:
        """Hides a job that is shown elsewhere, for as long as it is."""
        if key in self._rows:
            self._rows[key].setVisible(shown)
            self._settle()

    def finish(self, key: str) -> None:
        row = self._rows.pop(key, None)
        if row is not None:
            row.hide()
            row.deleteLater()
        self._settle()

    def _settle(self) -> None:
        self.setVisible(any(not row.isHidden() for row in self._rows.values()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
