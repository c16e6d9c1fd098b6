"""Bringing a large workbook in, bringing it in again, and taking it back, beside the bare least that takes.

The yardstick, measured in the same run: python-calamine reading the file alone, and plain sqlite3 inserting a row for
each of its rows into a table without triggers, journal or search."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.result import Result, measured

ROWS = 60_000
HEADER = (
    "客户名称", "统一社会信用代码", "电话", "邮箱", "地区", "地址",
    "行业", "来源", "客户经理", "标签", "联系人", "联系人电话",
)  # fmt: skip
# Multiples of the yardstick. With 5,000 rows on two cores 13, 3 and 4 were measured; larger files weigh more on
# the indexes.
IMPORT_BUDGET = 26.0
AGAIN_BUDGET = 12.0
UNDO_BUDGET = 16.0


def run(_: Path, rows: int = ROWS) -> list[Result]:
    """Import, the same file again, and undo, each in an empty database of its own folder."""
    from desktop_crm.models.commands.undo import undo_change_set
    from desktop_crm.models.exchange.customer_import import run_import
    from desktop_crm.models.opening import open_database

    with tempfile.TemporaryDirectory(prefix="dcrm-import-") as folder:
        path = make_workbook(Path(folder) / "customers.xlsx", rows)
        least = timed(lambda: read_and_insert(path, Path(folder) / "plain.db"))
        database = open_database(Path(folder) / "own.crmdb", create=True)
        try:
            first = timed(lambda: run_import(database, path))
            again = timed(lambda: run_import(database, path))
            undone = timed(lambda: database.execute(undo_change_set))
        finally:
            database.close()
    return [
        measured(f"import of {rows} new rows", first, IMPORT_BUDGET, unit="ms", limit=least),
        measured(f"import of the same {rows} rows again", again, AGAIN_BUDGET, unit="ms", limit=least),
        measured(f"undo of the import of {rows} rows", undone, UNDO_BUDGET, unit="ms", limit=least),
    ]


def timed(work: Callable[[], Any]) -> float:
    """How long `work` takes, in ms."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def make_workbook(path: Path, rows: int) -> Path:
    """A workbook of new customers, all of them different, twelve columns wide."""
    from rustpy_xlsxwriter import write_worksheet

    write_worksheet((dict(zip(HEADER, row(i), strict=True)) for i in range(rows)), str(path))
    return path


def row(i: int) -> tuple[str, ...]:
    """One customer, made from its number."""
    places = ("广东省深圳市南山区", "上海市浦东新区", "北京市海淀区", "浙江省杭州市西湖区")
    words = ("云杉", "华泽", "百诺", "旭丰", "博德", "联拓", "恒普", "盛芯")
    trades = ("manufacturing", "retail", "it", "logistics")
    name = f"{words[i % 8]}{chr(0x4E00 + i % 5_000)}{chr(0x5E00 + i // 5_000)}贸易有限公司"
    return (
        name, "", f"138{i:08d}", f"office{i}@example.com", places[i % 4], f"科技园{i}号", trades[i % 4], "展会",
        f"客户经理{i % 20}", "重点" if i % 3 else "重点, 展会", f"王{chr(0x4E00 + i % 3_000)}", f"139{i:08d}",
    )  # fmt: skip


def read_and_insert(path: Path, target: Path) -> None:
    """The yardstick: calamine reads all cells, sqlite3 stores one row of text for each."""
    from python_calamine import CalamineWorkbook

    rows = [tuple(map(str, row)) for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows()]
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    columns = ", ".join(f"c{i} TEXT" for i in range(len(HEADER)))
    connection.execute(f"CREATE TABLE plain (id INTEGER PRIMARY KEY, {columns})")
    marks = ", ".join("?" * len(HEADER))
    names = ", ".join(f"c{i}" for i in range(len(HEADER)))
    connection.executemany(f"INSERT INTO plain ({names}) VALUES ({marks})", rows)
    connection.commit()
    connection.close()
