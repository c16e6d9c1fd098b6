"""A large, untidy workbook through the import wizard in the real window: how long the window's thread is away at the
longest in each step, and how much memory the window takes.

`python -m tests.benchmarks.wizard FILE` works on a copy of FILE and prints the figures as JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_crm.controllers.importing_state import Step
from desktop_crm.models.records.import_setup import ValueChoice
from desktop_crm.models.records.imports import RowOutcome
from tests.benchmarks.importing import HEADER, row
from tests.benchmarks.result import Result, measured
from tests.benchmarks.startup import ROOT, environment
from tests.benchmarks.tour import Pulse, Tour

ROWS = 60_000
STALL_MS = 50.0
MEMORY_MB = 350.0
STEPS = ("file", "columns", "values", "matching", "check", "grid", "mending", "run", "result", "undo")
RUNS = 2


def run(path: Path) -> list[Result]:
    """Of the tours the quickest counts, for whatever else the machine does can only add to it."""
    with tempfile.TemporaryDirectory(prefix="dcrm-wizard-") as folder:
        tours = [_tour(path, Path(folder)) for _ in range(RUNS)]
    found = [
        measured(f"wizard: longest stall, {step}", min(tour[step] for tour in tours), STALL_MS, unit="ms")
        for step in STEPS
    ]
    memory = max(tour["memory"] for tour in tours)
    return [*found, measured("wizard: memory of the window", memory, MEMORY_MB, unit="MB")]


def _tour(path: Path, home: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.wizard", str(path)]
    done = subprocess.run(command, env=environment(home), cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    values: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    sys.stderr.write(f"wizard: {values}\n")
    return values


def make_workbook(path: Path, rows: int) -> Path:
    """As an old system leaves it: thousands of tags and trades that nobody knows, words for stages of its own, wrong
    phones."""
    from rustpy_xlsxwriter import write_worksheet

    write_worksheet((dict(zip(HEADER, _untidy(i), strict=True)) for i in range(rows)), str(path))
    return path


def _untidy(i: int) -> tuple[str, ...]:
    cells = list(row(i))
    cells[10] = f"行业{i % 3_000}"
    cells[12] = f"渠道{i % 1_500}"
    cells[14] = ("意向客户", "成交客户", "快成了", "develop")[i % 4]
    cells[15] = f"标签{i % 5_000}"
    if not i % 20:
        cells[4] = "1.38E+10"
    return tuple(cells)


class WizardTour:
    """`figures` holds the longest absence in each step, in ms."""

    def __init__(self, tour: Tour, book: Path) -> None:
        self._tour, self._book = tour, book
        self._session = tour.services.importing
        self.figures: dict[str, float] = {}

    @property
    def _page(self) -> Any:
        return self._tour.shell.navigator.page("import")

    def _measure(self, name: str, act: Callable[[], object]) -> None:
        begin = time.perf_counter()
        pulse = Pulse()
        act()
        self._idle()
        self.figures[name] = pulse.stop()
        pulse.deleteLater()
        sys.stderr.write(f"{name}: {self.figures[name]:.0f} ms of {time.perf_counter() - begin:.1f} s\n")

    def _idle(self) -> None:
        self._tour.wait(lambda: self._session.doing is None and not self._session.writing)
        self._tour.settle()

    def go(self) -> None:
        self._tour.shell.navigator.show_page("import")
        self._tour.settle()
        self._measure("file", lambda: self._tour.window.dropped.emit(self._book))
        self._measure("columns", self._session.next)
        self._measure("values", self._values)
        self._measure("matching", self._session.next)
        self._measure("check", self._session.next)
        self._measure("grid", lambda: self._walk(self._page.steps[Step.CHECK]))
        self._measure("mending", self._mend)
        self._session.back_up = False
        self._measure("run", self._session.run)
        self._measure("result", lambda: self._walk(self._page.steps[Step.RESULT]))
        self._measure("undo", self._session.take_back)
        assert self._session.taken_back

    def _values(self) -> None:
        self._session.next()
        self._idle()
        step = self._page.steps[Step.VALUES]
        assert len(step.unknown) > 3_000
        step.take_all.click()
        self._tour.settle()
        self._session.set_value(ValueChoice(step.unknown[0].field, step.unknown[0].text, value="develop"))
        self._tour.settle()

    def _walk(self, step: Any) -> None:
        """To the end and back, each kind of row, and a search."""
        rows = step.rows
        for outcome in (*RowOutcome, "all"):
            step.tiles.tiles[outcome].click()
            self._tour.settle()
            bar = rows.table.verticalScrollBar()
            for at in range(0, bar.maximum() + 1, max(bar.maximum() // 20, 1)):
                bar.setValue(at)
                self._tour.settle()
        rows.search.set_text("标签4321")
        self._tour.settle()
        rows.search.set_text("")
        self._tour.settle()

    def _mend(self) -> None:
        step = self._page.steps[Step.CHECK]
        step.tiles.tiles[RowOutcome.ERROR].click()
        self._tour.settle()
        for at in range(20):
            found = step.rows.model.peek(at)
            assert found is not None
            self._session.fix(found.row, 4, f"1390013{at:04d}")
            self._tour.settle()
        for _ in range(20):
            self._session.undo()
            self._tour.settle()


def _memory() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="dcrm-wizard-") as folder:
        own = Path(folder) / "own.crmdb"
        shutil.copy(path, own)
        book = make_workbook(Path(folder) / "old system.xlsx", ROWS)
        tour = Tour(own)
        steps = WizardTour(tour, book)
        steps.go()
        figures = {**steps.figures, "memory": _memory()}
        tour.window.close()
    sys.stdout.write(f"{json.dumps(figures)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
