"""How long a person waits for the window and for the first customers, beside a bare window: whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from desktop_crm.controllers.files import FileSaver
from desktop_crm.controllers.paths import HOME_VARIABLE, Places
from desktop_crm.controllers.settings import BACKUP_DAILY, Settings
from tests.benchmarks.result import Result, measured

ROOT = Path(__file__).parents[2]
RUNS = 7
FRAME = 1.5
LIST = 2.5


def environment(home: Path) -> dict[str, str]:
    """What every measured process runs with: no screen, files of its own, byte code kept as on anybody's machine."""
    own = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("DESKTOP_CRM_TEST_PLATFORM", "offscreen"),
        "DESKTOP_CRM_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        # The platform without a screen complains of every window, and the application logs it; a real one does not.
        "QT_LOGGING_RULES": "default.warning=false",
    }
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    _no_back_up(home)
    return own


def _no_back_up(home: Path) -> None:
    """A back-up beside it would be measured too."""
    saver = FileSaver()
    Settings(Places.of_user({HOME_VARIABLE: str(home)}).settings, saver).set(BACKUP_DAILY, "off")
    saver.flush()


def run(path: Path, runs: int = RUNS) -> list[Result]:
    """Medians of `runs` starts of each kind, taken in turn; `path` is the database that is opened."""
    with tempfile.TemporaryDirectory(prefix="dcrm-bench-") as folder:
        variables = environment(Path(folder))
        here = Path(__file__).parent
        bare, own = [str(here / "bare_window.py")], [str(here / "own_window.py"), str(path)]
        # Not measured: byte code is written, the disk's cache is filled.
        _start(bare, variables)
        _start(own, variables)
        times: dict[str, list[float]] = {"bare": [], "painted": [], "listed": []}
        for _ in range(runs):
            times["bare"].append(_start(bare, variables)["painted"])
            found = _start(own, variables)
            times["painted"].append(found["painted"])
            times["listed"].append(found["listed"])
    middle = {name: median(found) for name, found in times.items()}
    return [
        measured("start-up: frame painted", middle["painted"], FRAME, limit=middle["bare"]),
        measured("start-up: first customers shown", middle["listed"], LIST, limit=middle["bare"]),
    ]


def bare_start(home: Path) -> float:
    """Milliseconds until the bare window is painted."""
    return _start([str(Path(__file__).parent / "bare_window.py")], environment(home))["painted"]


def _start(arguments: list[str], variables: dict[str, str]) -> dict[str, float]:
    """Milliseconds from the start of the process to each word that it says."""
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], env=variables, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = {line.strip(): (time.perf_counter() - begin) * 1000 for line in process.stdout}
    status = process.wait(60)
    assert status == 0, f"{arguments[0]} ended with status {status}"
    return said
