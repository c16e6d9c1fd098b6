"""How slow this machine is, measured in the same run: budgets in milliseconds are meant for a machine on which a bare
PySide6 window with an empty table is painted in `USUAL` milliseconds."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.startup import bare_start

USUAL = 470.0
RUNS = 5


def pace() -> float:
    """How many times as long as on that machine the bare window takes here and now; at least 1."""
    with tempfile.TemporaryDirectory(prefix="dcrm-bench-") as folder:
        times = [bare_start(Path(folder)) for _ in range(RUNS + 1)]
    return max(1.0, median(times[1:]) / USUAL)  # the first one fills the disk's cache
