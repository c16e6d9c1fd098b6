"""Finding duplicates: precision and recall on labelled pairs, and the time and memory of a scan.

python -m tests.benchmarks.duplicates [--pairs N] [--db FILE]

Prints one JSON document. A file is copied before it is scanned, since a scan writes what it finds."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.duplicate_scan import scan
from desktop_crm.models.db.context import CommandContext, Monitor
from desktop_crm.models.db.migrations import upgrade
from desktop_crm.models.duplicates.profile import Profile, make_profile
from desktop_crm.models.duplicates.score import compare
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.duplicates import duplicate_groups
from desktop_crm.models.records.customers import CustomerDraft, CustomerKind, PointKind
from desktop_crm.models.records.duplicates import THRESHOLD
from desktop_crm.models.validation.customers import normalise
from tests.benchmarks.result import Result, measured
from tests.twins import Labelled, labelled

SECONDS, MEGABYTES = 600.0, 1_024.0


def run(path: Path) -> list[Result]:
    """For `tests.benchmarks`: a scan of the file, and the quality on labelled pairs."""
    found = scan_apart(path)
    good = quality(labelled(50))
    return [
        measured("duplicates: scan", found["seconds"] * 1000, SECONDS * 1000),
        measured("duplicates: processor time of a scan", found["processor_seconds"] * 1000, SECONDS * 1000),
        measured("duplicates: memory of a scan", found["megabytes"], MEGABYTES, unit="MB"),
        measured("duplicates: pairs missed", (1 - good["recall"]) * 100, 10.0, unit="%"),
        measured("duplicates: pairs that are none", (1 - good["precision"]) * 100, 10.0, unit="%"),
    ]


def profile_of(draft: CustomerDraft) -> Profile:
    draft = normalise(draft)
    points = [*draft.points, *(p for c in draft.contacts for p in c.points)]
    address = draft.addresses[0] if draft.addresses else None
    return make_profile(
        draft.kind == CustomerKind.PERSON,
        draft.name,
        short=draft.short_name,
        code=draft.credit_code,
        region=address.region if address else "",
        street=address.street if address else "",
        phones=[p.value for p in points if p.kind == PointKind.PHONE],
        emails=[p.value for p in points if p.kind == PointKind.EMAIL],
        contacts=[(c.name, c.points[0].value if c.points else "") for c in draft.contacts],
    )


def quality(pairs: list[Labelled]) -> dict[str, Any]:
    """Precision and recall of the score alone, each pair by itself."""
    return figures([(p, compare(profile_of(p.one), profile_of(p.other)).score >= THRESHOLD) for p in pairs])


def figures(said: list[tuple[Labelled, bool]]) -> dict[str, Any]:
    hits = sum(yes and p.same for p, yes in said)
    wrong = Counter(p.case for p, yes in said if yes != p.same)
    return {
        "pairs": len(said),
        "precision": round(hits / max(1, sum(yes for _, yes in said)), 4),
        "recall": round(hits / max(1, sum(p.same for p, _ in said)), 4),
        "wrong": dict(wrong.most_common()),
    }


def found_by_scan(pairs: list[Labelled], path: Path) -> dict[str, Any]:
    """The same pairs, all in one database: what the blocks let through counts too."""
    database = open_database(path, create=True)

    def fill(ctx: CommandContext) -> list[Any]:
        return insert_customers(ctx, [normalise(d) for p in pairs for d in (p.one, p.other)])

    try:
        ids = database.execute(fill).value
        scan(Monitor(), database)
        with database.read() as session:
            groups = duplicate_groups(session, limit=100_000)
    finally:
        database.close()
    listed = {(pair.first_id, pair.second_id) for group in groups for pair in group.pairs}
    both = [(p, tuple(sorted(ids[2 * at : 2 * at + 2])) in listed) for at, p in enumerate(pairs)]
    return figures(both) | {"listed": len(listed)}


def scan_apart(path: Path) -> dict[str, float]:
    """Time and peak memory of a scan of a copy of the file, in a process of its own as in the application."""
    with tempfile.TemporaryDirectory(prefix="dcrm-twins-") as folder:
        copy = Path(folder) / path.name
        shutil.copy(path, copy)
        upgrade(str(copy), None)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found: dict[str, float] = pool.apply(_scan, (str(copy),))
    return found


def _scan(path: str) -> dict[str, float]:
    import resource

    database = open_database(path)
    start = time.perf_counter()
    try:
        info = scan(Monitor(), database)
    finally:
        database.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "customers": info.customers,
        "pairs": info.pairs,
        "seconds": round(time.perf_counter() - start, 1),
        "processor_seconds": round(time.process_time(), 1),
        "megabytes": round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1),
    }


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.duplicates")
    parser.add_argument("--pairs", type=int, default=100, help="labelled pairs of each case")
    parser.add_argument("--db", type=Path)
    given = parser.parse_args()
    pairs = labelled(given.pairs)
    with tempfile.TemporaryDirectory(prefix="dcrm-twins-") as folder:
        found: dict[str, Any] = {"score": quality(pairs), "scan": found_by_scan(pairs, Path(folder) / "t.crmdb")}
    if given.db:
        found["file"] = scan_apart(given.db)
    sys.stdout.write(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
