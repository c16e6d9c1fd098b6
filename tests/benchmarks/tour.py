"""A tour through the real window on a large file, measured at every stop; prints the figures as JSON.

`python -m tests.benchmarks.tour FILE [short]`; short leaves the long jobs out.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_crm import app as application
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.paths import Places
from desktop_crm.controllers.settings import BACKUP_DAILY
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.messages import Message

PROBE_MS = 5
ROWS = 20_000
REBUILD_SECONDS = 20.0
WORDS = ("hwjs", "beijing", "张", "科技", "1380", "guangzhou", "wang")


class Painted(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Pulse(QObject):
    """Feels how long the window's thread is away: a timer that should come every 5 ms."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=PROBE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - PROBE_MS)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest


class Tour:
    """The window with the file open, and the measurements."""

    def __init__(self, path: Path) -> None:
        own = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(own, QApplication)
        application.name_application(own)
        places = Places.of_user(os.environ)
        self.front = application.paint_front(own, application.Options(), places)
        self.window = self.front.window
        shells: list[Any] = []
        target = application.Target(str(path))
        self.window.painted.connect(lambda: shells.append(application.start(self.front, target)))
        self.window.show()
        self.wait(lambda: bool(shells))
        self.shell = shells[0]
        self.services = self.shell.services
        # A back-up of some gigabytes in the background would be measured, too, and outlast the tour.
        self.services.settings.set(BACKUP_DAILY, "off")
        self.wait(lambda: self.services.workspace.current is not None)
        self.page = self.window.stack.currentWidget()
        self.table, self.model = self.page.table, self.page.model
        self.wait(lambda: self.model.counted and self.model.peek(0) is not None)
        self.settle()
        self.figures: dict[str, float] = {}

    def wait(self, good: Callable[[], bool], seconds: float = 600.0) -> None:
        """Lets the window live until something holds."""
        end = time.perf_counter() + seconds
        while not good():
            QApplication.processEvents()
            assert time.perf_counter() < end, "Waited in vain"
            if not good():
                QTest.qWait(1)

    def settle(self) -> None:
        """Until nothing is under way."""
        self.wait(lambda: self.services.runner.open_tasks == 0)
        QApplication.processEvents()

    def scroll(self) -> None:
        """Wheel steps of three rows through the first pages, with the arrival of new pages in them."""
        bar = self.table.verticalScrollBar()
        bar.setValue(0)
        self.settle()
        steps = []
        painted = Painted(self.table.viewport())
        for _ in range(600):
            begin = time.perf_counter()
            bar.setValue(bar.value() + 3 * bar.singleStep())
            QApplication.processEvents()
            steps.append((time.perf_counter() - begin) * 1000)
        assert painted.count >= len(steps), "A step was not painted"
        steps.sort()
        self.figures["window: scroll step, p95"] = steps[int(len(steps) * 0.95)]

    def repaint(self) -> None:
        self.window.resize(1920, 1080)
        self.settle()
        painted = Painted(self.table.viewport())
        times = []
        for _ in range(15):
            begin = time.perf_counter()
            self.window.repaint()
            times.append((time.perf_counter() - begin) * 1000)
        assert painted.count >= 15, "The table was not painted"
        self.figures["window: whole repaint at 1920×1080"] = median(times)
        self.window.resize(1280, 800)
        self.settle()

    def jump(self) -> None:
        """From the first to the last row, until its text is painted; each time by another order's end."""
        times = []
        last = self.model.rowCount() - 1
        painted = Painted(self.table.viewport())
        for descending in (False, True, False, True, False):
            self.model.sort_by("name", descending)
            self.wait(lambda: self.services.runner.open_tasks == 0 and self.model.counted)
            self.table.verticalScrollBar().setValue(0)
            self.settle()
            # How often the table had been painted when the row was there: it may be painted in the same turn.
            there: list[int] = []

            def came(*_: object, there: list[int] = there) -> None:
                if self.model.peek(last) is not None:
                    there.append(painted.count)

            self.model.dataChanged.connect(came)
            begin = time.perf_counter()
            self.table.go_to(last)
            came()
            self.wait(lambda there=there: bool(there) and painted.count > there[0])
            times.append((time.perf_counter() - begin) * 1000)
            self.model.dataChanged.disconnect(came)
        self.figures["window: jump to the last row"] = median(times)

    def customers(self) -> None:
        """From the key to the painted page; the first one, which makes the page, apart."""
        navigator = self.shell.navigator
        self.table.verticalScrollBar().setValue(0)
        self.settle()
        rows = [self.model.record(at) for at in range(12)]
        times = []
        for row in rows:
            begin = time.perf_counter()
            navigator.open_customer(row.id)
            page = self.window.stack.currentWidget()
            self.wait(lambda page=page, row=row: page.customer is not None and page.customer.id == row.id)
            self.window.repaint()
            times.append((time.perf_counter() - begin) * 1000)
            self.settle()
        sys.stderr.write(f"open a customer: {[round(one) for one in times]} ms\n")
        self.figures["window: open a customer"] = median(times)
        for at in range(page.tabs.count()):
            page.tabs.setCurrentIndex(at)
            self.settle()
        navigator.show_page("customers")
        self.settle()

    def keystrokes(self) -> None:
        """How long the window is away at the longest after each letter, showing the results included."""
        box = self.window.top.search
        box.open()
        times = []
        for word in WORDS:
            box.field.edit.clear()
            self.settle()
            for letter in word:
                times.append(self._longest_turn(lambda letter=letter: box.field.edit.insert(letter)))
        box.field.edit.clear()
        box.popover.hide()
        self.settle()
        times.sort()
        self.figures["window: keystroke in search, on the window's thread, p95"] = times[int(len(times) * 0.95)]

    def _longest_turn(self, act: Callable[[], object]) -> float:
        """Milliseconds of the longest uninterrupted piece of work until nothing is under way any more."""
        begin = time.perf_counter()
        act()
        longest = time.perf_counter() - begin
        while True:
            begin = time.perf_counter()
            QApplication.processEvents()
            longest = max(longest, time.perf_counter() - begin)
            if self.services.runner.open_tasks == 0:
                return longest * 1000
            time.sleep(0.0002)

    def imports(self, folder: Path) -> None:
        """An import of 20,000 rows, as the window runs it; taken back afterwards."""
        path = folder / "rows.csv"
        path.write_text("\n".join(_lines(ROWS)), encoding="utf-8")
        wizard = self.shell.services.importing
        wizard.begin(path)
        self.settle()
        wizard.back_up = False
        wizard.go(Step.CHECK)
        self.figures[f"window: longest stall during the check of {ROWS:,} rows"] = self._stall(wizard.task)
        self.settle()
        wizard.run()
        self.figures[f"window: longest stall during an import of {ROWS:,} rows"] = self._stall(wizard.task)
        assert wizard.error is None, wizard.error
        assert wizard.result is not None
        sys.stderr.write(f"imported: {wizard.result.created} new\n")
        wizard.leave()
        self.services.undo.refresh()
        self.settle()
        self.services.undo.undo()
        self.settle()

    def rebuilds(self) -> None:
        """The rebuilding of the search index; on a large file broken off after a while, which keeps the old one."""
        target = self.services.workspace.current.address
        task = self.services.jobs.run_in_subprocess(rebuild_search, target, title=Message("Rebuild"))
        self.figures["window: longest stall while the search index is rebuilt"] = self._stall(task, REBUILD_SECONDS)

    def _stall(self, task: Any, seconds: float = 600.0) -> float:
        """The longest absence of the window's thread while the job runs and the person scrolls."""
        pulse = Pulse()
        bar = self.table.verticalScrollBar()
        scroll = QTimer(interval=50)
        scroll.timeout.connect(lambda: bar.setValue((bar.value() + 3) % max(bar.maximum(), 1)))
        scroll.start()
        stop = QTimer(singleShot=True, interval=int(seconds * 1000))
        stop.timeout.connect(task.cancel)
        stop.start()
        loop = QEventLoop()
        task.watch(loop.quit)
        loop.exec()
        scroll.stop()
        stop.stop()
        longest = pulse.stop()
        self.settle()
        return longest

    def memory(self) -> None:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        self.figures["window: memory after a tour"] = int(line.split()[1]) / 1024

    def end(self) -> None:
        self.window.close()
        QApplication.processEvents()


def rebuild_search(monitor: Monitor, target: str) -> int:
    """In a process of its own."""
    from desktop_crm.models.opening import open_database
    from desktop_crm.models.search.maintain import rebuild

    database = open_database(target)
    try:
        return database.execute_monitored(monitor, lambda ctx: rebuild(ctx.session)).value
    finally:
        database.close()


def _lines(rows: int) -> Iterator[str]:
    yield "客户名称,电话,邮箱,地址,备注"
    for at in range(rows):
        yield f"测速第{at}号贸易有限公司,139{at:08d},row{at}@example.com,南京路{at}号,由测速导入"


def main() -> None:
    tour = Tour(Path(sys.argv[1]))
    tour.scroll()
    tour.repaint()
    tour.jump()
    tour.customers()
    tour.keystrokes()
    tour.memory()
    if "short" not in sys.argv:
        with tempfile.TemporaryDirectory(prefix="dcrm-bench-") as folder:
            tour.imports(Path(folder))
        tour.rebuilds()
    figures = tour.figures
    tour.end()
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
