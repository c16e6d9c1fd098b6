"""Python's cycle collector, in the window's thread only.

By itself it runs in whichever thread happens to allocate. When that is a worker and the garbage holds a
QObject (a closed page in a cycle with its own callbacks), Qt's half is destroyed in the wrong thread while
its events are delivered, and the process dies of it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 100
LIMITS = (700, 10, 25)
"""As in `gc.get_threshold()`; the oldest generation less often, because it stops the window longest."""


class GarbageCollector(QObject):
    """Takes over from the automatic collector between `start` and `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        if not self._timer.isActive():
            self._was_enabled = gc.isenabled()
            gc.disable()
            self._timer.start()

    def stop(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            if self._was_enabled:
                gc.enable()

    def collect(self) -> None:
        """Collects what is due."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > LIMITS[generation]:
                gc.collect(generation)
                return
