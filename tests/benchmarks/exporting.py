"""Writing a hundred thousand customers with twenty columns to a workbook or a text file, beside the writer alone
writing the same cells out of memory, measured in the same run by the processor's time; and the memory that takes, also
for three times as many."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.result import Result, measured

ROWS = 100_000
COLUMNS = (
    "number", "name", "kind", "short_name", "stage", "owner", "team", "phone", "email", "region",
    "address", "postcode", "industry", "size", "source", "credit_code", "tags", "next_step_on", "needs", "created_at",
)  # fmt: skip
# Multiples of the writer alone, that of workbooks in Rust and that of the csv module.
BUDGET = 2.0
TEXT_BUDGET = 5.0
MEMORY = 200.0  # MB in all, however many customers
GROWTH = 1.25  # of the memory, for three times as many: their keys in order, 16 bytes each


def run(path: Path, rows: int = ROWS) -> list[Result]:
    """The export and the writer alone, each in a process of its own."""
    found = {kind: [_measure(part, kind, path, rows) for part in ("whole", "alone")] for kind in ("xlsx", "csv")}
    memory = found["xlsx"][0]["mb"]
    results = [
        measured(f"export of {rows} rows of 20 to {kind}", whole["ms"], budget, unit="ms", limit=alone["ms"])
        for (kind, (whole, alone)), budget in zip(found.items(), (BUDGET, TEXT_BUDGET), strict=True)
    ]
    more = _measure("whole", "xlsx", path, rows * 3)["mb"]
    return [
        *results,
        measured("memory of the export", memory, MEMORY, unit="MB"),
        measured("memory of the export of three times as many", more, GROWTH, unit="MB", limit=memory),
    ]


def _measure(part: str, kind: str, path: Path, rows: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.exporting", part, kind, str(path), str(rows)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def main(part: str, kind: str, path: Path, rows: int) -> None:
    """One of the two, measured from within."""
    from sqlalchemy import select

    from desktop_crm.models.entities.customers import CustomerEntity
    from desktop_crm.models.exchange.customer_export import export_customers, statement
    from desktop_crm.models.exchange.customer_sheet import CustomerSheet
    from desktop_crm.models.exchange.writing import write_text, write_workbook
    from desktop_crm.models.opening import open_database
    from desktop_crm.models.records.conditions import Condition, Group, Operator
    from desktop_crm.models.records.exports import ExportRequest
    from desktop_crm.models.records.listed import CustomerFilter
    from desktop_crm.models.records.lists import ListSpec, Sort

    database = open_database(path)
    with database.read() as session, tempfile.TemporaryDirectory(prefix="dcrm-export-") as folder:
        last = select(CustomerEntity.number).order_by(CustomerEntity.number).offset(rows - 1).limit(1)
        most = session.scalar(last)
        assert most is not None, "the database has too few customers"
        first = Group(parts=(Condition("number", Operator.LESS_EQUAL, (str(most),)),))
        request = ExportRequest(ListSpec(CustomerFilter(rules=first), Sort("number")), columns=COLUMNS)
        target = Path(folder) / f"out.{kind}"
        if part == "whole":
            spent = _timed(lambda: export_customers(session, target, request, language="zh_CN"))
        else:
            sheet = CustomerSheet(session, COLUMNS, str, "zh_CN")
            cells = [row for _, batch in sheet.rows(statement(session, request)) for row in batch]
            spent = _timed(
                lambda: (
                    write_text(target, sheet.columns, cells)
                    if kind == "csv"
                    else write_workbook(target, "x", sheet.columns, cells)
                )
            )
    database.close()
    sys.stdout.write(json.dumps({"ms": spent, "mb": _peak()}))


def _timed(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
