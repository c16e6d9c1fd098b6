"""An import whose process is killed leaves nothing behind, and can be made again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.journal import ChangeSetRow
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.search.check import check_search
from tests.db.children import kill_when_ready
from tests.db.makers import add

ROWS = 2_500
# Stops at a report of the import: the first one, in the middle, or the last before the commit.
KILLED = """
from desktop_crm.models.exchange.customer_import import run_import
target, path, share = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
database = open_database(target)
seen = []
run_import(database, path, dry_run=True, monitor=Monitor(seen.append))
at, count = max(1, int(len(seen) * share)), 0

def report(progress):
    global count
    count += 1
    if count == at:
        stay()

run_import(database, path, monitor=Monitor(report))
"""


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_killed_import_leaves_nothing_and_can_be_made_again(
    db: Database, prepared_url: str, tmp_path: Path, share: float
) -> None:
    add(db, "客户7")
    path = tmp_path / "many.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("名称", "备注", "标签"), *((f"客户{i}", "新", "重点") for i in range(ROWS))])

    def counted() -> tuple[int, int]:
        with db.read() as session:
            sets = session.scalar(select(func.count()).select_from(ChangeSetRow)) or 0
            return session.scalar(select(func.count()).select_from(CustomerEntity)) or 0, sets

    before = counted()
    kill_when_ready(KILLED, prepared_url, path, share)
    assert counted() == before
    with db.read() as session:
        assert check_search(session) == ()
    done = run_import(db, path)
    assert (done.value.created, done.value.changed) == (ROWS - 1, 1)
    assert counted() == (ROWS, before[1] + 1)
    # The journal has all of it: nothing that the killed one had put aside is missing.
    db.execute(undo_change_set)
    assert counted()[0] == 1
