"""How the window answers on a large file: in a process of its own, with the real window and no screen."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.result import Result, measured
from tests.benchmarks.startup import ROOT, environment

BUDGETS: dict[str, tuple[float, str]] = {
    "window: scroll step, p95": (16, "ms"),
    "window: whole repaint at 1920×1080": (33, "ms"),
    "window: jump to the last row": (100, "ms"),
    "window: open a customer": (100, "ms"),
    "window: keystroke in search, on the window's thread, p95": (16, "ms"),
    "window: longest stall during the check of 20,000 rows": (50, "ms"),
    "window: longest stall during an import of 20,000 rows": (50, "ms"),
    "window: longest stall while the search index is rebuilt": (50, "ms"),
    "window: memory after a tour": (250, "MB"),
}


RUNS = 3


def run(path: Path) -> list[Result]:
    """Measures on a copy of nothing: `path` itself is opened; what the import adds is undone at the end. Of three tours
    the quickest counts, for whatever else the machine does can only add to it; the long jobs are in the first one."""
    with tempfile.TemporaryDirectory(prefix="dcrm-bench-") as folder:
        tours = [_tour(path, Path(folder), short=run > 0) for run in range(RUNS)]
    found = []
    for name, (budget, unit) in BUDGETS.items():
        values = [tour[name] for tour in tours if name in tour]
        found.append(measured(name, min(values) if unit == "ms" else max(values), budget, unit=unit))
    return found


def _tour(path: Path, home: Path, *, short: bool) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.tour", str(path), *["short"] * short]
    done = subprocess.run(command, env=environment(home), cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    values: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    sys.stderr.write(f"tour: {values}\n")
    return values
