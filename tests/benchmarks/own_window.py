"""Starts the application as its command does, says "painted" and "listed" when a person would see it, and ends.

`python own_window.py FILE`: "painted" after the frame's first paint, "listed" after the paint that shows customers.
"""

import sys
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

import desktop_crm.app as application


class Watch(QObject):
    """Waits for the first paint of the list with rows in it."""

    def __init__(self, shell: Any, window: Any) -> None:
        super().__init__(window)
        page = window.stack.currentWidget()
        self._page, self._window, self._services = page, window, shell.services
        self._rest = QTimer(self, interval=20)
        self._rest.timeout.connect(self._close)
        page.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._page.model.peek(0) is not None:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        say("listed")
        self._rest.start()

    def _close(self) -> None:
        """Once all is loaded, as in any run that a person makes: what the next start needs is kept by then."""
        kept = any(self._services.places.cache.glob("first-page-*.json"))
        if kept and self._services.workspace.current is not None and self._services.runner.open_tasks == 0:
            self._rest.stop()
            self._window.close()


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


paint, start = application.paint_front, application.start


def painting(*given: Any, **named: Any) -> Any:
    front = paint(*given, **named)
    front.window.painted.connect(lambda: say("painted"))
    return front


def starting(front: Any, *given: Any, **named: Any) -> Any:
    shell = start(front, *given, **named)
    Watch(shell, front.window)
    return shell


application.paint_front = painting
application.start = starting
try:
    from desktop_crm.cli import main
except ModuleNotFoundError:
    sys.exit(application.main(application.Options(db=sys.argv[1])))
sys.exit(main(["--db", sys.argv[1]]))
