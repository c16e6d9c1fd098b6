"""The window's frame. It is painted before the rest of the application is loaded, so it imports next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.ui.shell.top_bar import TopBar
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.side_bar import SideBar

APP_TITLE = "Desktop CRM"
FIRST_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Side bar, top bar, room for notices, the pages, room for jobs, status bar.

    `painted` comes once, after the first paint. `closing()` is asked before the window closes."""

    painted = Signal()
    dropped = Signal(object)
    settings_asked = Signal()
    help_asked = Signal()
    number_begun = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(APP_TITLE)
        self.setAcceptDrops(True)
        self.closing: Callable[[], bool] = lambda: True
        self._first_paint = True
        self._places: list[tuple[str, str]] = []
        self.side = SideBar(APP_TITLE)
        self.top = TopBar()
        self.stack = QStackedWidget()
        self.notices = QVBoxLayout()
        self.notices.setContentsMargins(3 * STEP, 0, 3 * STEP, 0)
        self.jobs = QVBoxLayout()
        self.jobs.setContentsMargins(3 * STEP, 0, 3 * STEP, 0)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(self.notices)
        column.addWidget(self.stack, 1)
        column.addLayout(self.jobs)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        self._file = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._work = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._build_status()
        self.resize(FIRST_SIZE)

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for one in (self._file, self._work):
            one.setProperty("role", "hint")
        self._file.setContentsMargins(STEP, 2, STEP, 2)
        self._work.setContentsMargins(STEP, 2, STEP, 2)
        bar.addWidget(self._file, 1)
        bar.addPermanentWidget(self._work)

    def set_places(self, places: Sequence[tuple[str, str, str]]) -> None:
        """The pages of the side bar as (id, icon, title), in their order; nothing happens if they are there."""
        if [place[:2] for place in places] == self._places:
            return
        self.side.clear()
        self._places = [place[:2] for place in places]
        for key, icon, title in places:
            self.side.add(key, icon, title)
        self.side.add("#help", "help", self.tr("Help"), bottom=True).clicked.connect(self.help_asked)
        self.side.add("#settings", "settings", self.tr("Settings"), bottom=True).clicked.connect(self.settings_asked)

    def set_status(self, file: str, work: str) -> None:
        """The file's name, and what is being done at the moment ("" for nothing)."""
        self._file.setText(file)
        self._work.setText(work)

    def status(self) -> tuple[str, str]:
        return self._file.text(), self._work.text()

    def bring_to_front(self) -> None:
        """A second start asked for the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            # Behind the paint events of the parts, which are in the queue by now.
            QTimer.singleShot(0, self, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits that nothing in the window takes are the beginning of a caller's number."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        sign = event.text()
        if plain == Qt.KeyboardModifier.NoModifier and sign and (sign.isdecimal() or sign == "+"):
            self.number_begun.emit(sign)
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.closing())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            # The program that the file comes from waits until this handler is left.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(paths[0]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.side.item("#help").set_text(self.tr("Help"))
            self.side.item("#settings").set_text(self.tr("Settings"))
