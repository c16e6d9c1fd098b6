"""Measures the application and prints one JSON document.

python -m tests.benchmarks [--customers N] [--db FILE] [--only PART] [--server URL]   (PART: see PARTS)

Without --db a sample file with N customers (1,000,000 unless told) is made, and removed afterwards. With --server the
queries are compared with those of a PostgreSQL database that holds the same customers, and an import with one into an
empty database beside it, in place of everything else.
Budgets in milliseconds are judged twice: as they stand (`ok`), and at the machine's pace (`ok_at_pace`, `pace.py`),
measured before and after. The exit status is 1 when a budget was missed as it stands.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from tests.benchmarks import importing
from tests.benchmarks.pace import pace_of, paces
from tests.benchmarks.queries import compare
from tests.benchmarks.result import Result

PARTS = ("startup", "window", "queries", "filters", "importing", "exporting", "duplicates", "bulk_edit")


def main() -> int:
    """Runs the parts that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--server")
    given = parser.parse_args()
    before = paces()
    with tempfile.TemporaryDirectory(prefix="dcrm-bench-") as folder:
        path = given.db or make(Path(folder) / "sample.crmdb", given.customers)
        if given.server:
            results = [] if given.only == "importing" else compare(path, given.server)
            results += importing.compare(given.server) if given.only in (None, "importing") else []
        else:
            results = [one for part in PARTS if given.only in (None, part) for one in measure(part, path)]
    found = {name: (before[name] + after) / 2 for name, after in paces().items()}
    print_all(results, path, found)
    return 0 if all(one.ok for one in results) else 1


def make(path: Path, customers: int) -> Path:
    """A sample file, made by the application's own command."""
    command = ["-m", "desktop_crm", "sample", "--db", str(path), "--customers", str(customers), "--seed", "1"]
    subprocess.run([sys.executable, *command], check=True, stdout=sys.stderr)
    return path


def measure(part: str, path: Path) -> list[Result]:
    results: list[Result] = import_module(f"tests.benchmarks.{part}").run(path)
    return results


def print_all(results: list[Result], path: Path, found: Mapping[str, float]) -> None:
    machine = {"system": platform.platform(), "python": platform.python_version(), "processors": os.cpu_count()}
    document = {
        "machine": machine | {"pace": {name: round(one, 2) for name, one in found.items()}},
        "database": str(path),
        "results": [one.as_dict(pace_of(one.name, found)) for one in results],
    }
    sys.stdout.write(json.dumps(document, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
