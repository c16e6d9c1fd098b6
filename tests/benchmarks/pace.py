"""How slow this machine is, measured in the same run by two yardsticks of no application: a bare PySide6 window with an
empty table, and SQLite counting a million entries of an index. Budgets in milliseconds are meant for a machine on which
they take `WINDOW` and `COUNT` milliseconds, which is what they took where the budgets were first met."""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from statistics import median

from tests.benchmarks.startup import bare_start

WINDOW = 470.0
COUNT = 24.0
RUNS = 5
ROWS = 1_000_000


def paces() -> dict[str, float]:
    """For the window and for the database: how many times as long as there the yardstick takes here and now; at
    least 1."""
    with tempfile.TemporaryDirectory(prefix="dcrm-bench-") as folder:
        bare = [bare_start(Path(folder)) for _ in range(RUNS + 1)]
        counted = _counts(Path(folder) / "count.sqlite3")
    # The first window fills the disk's cache.
    found = {"window": median(bare[1:]) / WINDOW, "database": median(counted) / COUNT}
    return {name: max(1.0, one) for name, one in found.items()}


def pace_of(name: str, found: Mapping[str, float]) -> float:
    """The pace that a figure is judged at, by its name."""
    return found["window" if name.startswith("window") else "database"]


def _counts(path: Path) -> list[float]:
    """Milliseconds of counting along an index such as the application's lists have."""
    rows = random.Random(1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE row (id BLOB PRIMARY KEY, word TEXT NOT NULL)")
        words = [f"word{n}" for n in range(8)]
        connection.executemany(
            "INSERT INTO row (id, word) VALUES (?, ?)",
            ((n.to_bytes(8, "big") + rows.randbytes(8), rows.choice(words)) for n in range(ROWS)),
        )
        connection.execute("CREATE INDEX row_word ON row (word, id)")
        connection.commit()
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            connection.execute("SELECT count(*) FROM row INDEXED BY row_word").fetchone()
            times.append((time.perf_counter() - start) * 1000)
    return times
