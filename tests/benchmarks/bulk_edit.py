"""Setting one field of 100,000 customers, its preview and its undo, beside the bare UPDATE of as many rows.

The yardstick, measured in the same run: plain sqlite3 writing the same column of a copy of the table, with one index on
it, without triggers, journal or search."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.benchmarks.result import Result, measured

CUSTOMERS = 100_000
EDIT_BUDGET = 10_000.0
UNDO_BUDGET = 15_000.0
PREVIEW_BUDGET = 1_000.0
# Multiples of the yardstick: each row is journaled with its old and new values, and read back from there.
EDIT_RATIO = 40.0
UNDO_RATIO = 60.0


def run(_: Path, customers: int = CUSTOMERS) -> list[Result]:
    """An edit of all customers of a sample file, its preview before and its undo after."""
    from desktop_crm.models.commands.bulk_edit import edit_customers
    from desktop_crm.models.commands.undo import undo_change_set
    from desktop_crm.models.db.context import Monitor
    from desktop_crm.models.opening import open_database
    from desktop_crm.models.queries.bulk_edit import preview
    from desktop_crm.models.records.bulk_edit import FieldEdit
    from desktop_crm.models.records.lists import ListSpec, Selection
    from desktop_crm.models.sample.bulk import make_file

    everyone, edit = Selection(spec=ListSpec()), FieldEdit("industry", value="test")
    with tempfile.TemporaryDirectory(prefix="dcrm-edit-") as folder:
        path = Path(folder) / "own.crmdb"
        make_file(Monitor(), path, customers, 1, "zh_CN")
        least = bare_update(path, Path(folder) / "plain.db")
        database = open_database(path)
        try:
            with database.read() as session:
                looked = timed(lambda: preview(session, everyone, edit))
            edited = timed(lambda: database.execute(edit_customers, everyone, edit))
            undone = timed(lambda: database.execute(undo_change_set))
        finally:
            database.close()
    return [
        measured(f"bulk edit: preview for {customers} customers", looked, PREVIEW_BUDGET),
        measured(f"bulk edit of {customers} customers", edited, EDIT_BUDGET),
        measured(f"bulk edit of {customers} customers, to a bare UPDATE", edited, EDIT_RATIO, limit=least),
        measured(f"undo of a bulk edit of {customers} customers", undone, UNDO_BUDGET),
        measured(f"undo of a bulk edit of {customers} customers, to a bare UPDATE", undone, UNDO_RATIO, limit=least),
    ]


def timed(work: Callable[[], Any]) -> float:
    """How long `work` takes, in ms."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def bare_update(source: Path, target: Path) -> float:
    """The yardstick: the column of every row of a copy of the table, in one transaction."""
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("ATTACH ? AS source", (str(source),))
        connection.execute("CREATE TABLE plain AS SELECT * FROM source.customer")
        connection.execute("CREATE INDEX ix_plain ON plain (industry, id)")
        connection.commit()

        def write() -> None:
            connection.execute("UPDATE plain SET industry = 'test'")
            connection.commit()

        return timed(write)
