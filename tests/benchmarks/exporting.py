"""Writing a hundred thousand customers with twenty columns to a workbook, beside the writer alone writing the same
cells out of memory, measured in the same run by the processor's time; and the memory that takes."""

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
# Multiples of the writer alone; of 200,000 customers 2.9 were measured: 5.6 s of writing, 11 s of reading.
BUDGET = 2.0
MEMORY = 200.0  # MB in all, however many customers


def run(path: Path, rows: int = ROWS) -> list[Result]:
    """The export and the writer alone, each in a process of its own."""
    whole = _measure("whole", path, rows)
    alone = _measure("alone", path, rows)
    return [
        measured(f"export of {rows} rows of 20", whole["ms"], BUDGET, unit="ms", limit=alone["ms"]),
        measured("memory of the export", whole["mb"], MEMORY, unit="MB"),
    ]


def _measure(part: str, path: Path, rows: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.exporting", part, str(path), str(rows)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def main(part: str, path: Path, rows: int) -> None:
    """One of the two, measured from within."""
    from sqlalchemy import select

    from desktop_crm.models.entities.customers import CustomerEntity
    from desktop_crm.models.exchange.customer_export import export_customers, statement
    from desktop_crm.models.exchange.customer_sheet import CustomerSheet
    from desktop_crm.models.exchange.writing import write_workbook
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
        target = Path(folder) / "out.xlsx"
        if part == "whole":
            spent = _timed(lambda: export_customers(session, target, request, language="zh_CN"))
        else:
            sheet = CustomerSheet(session, COLUMNS, str, "zh_CN")
            cells = [row for _, batch in sheet.rows(statement(session, request)) for row in batch]
            spent = _timed(lambda: write_workbook(target, "x", sheet.columns, cells))
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
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
