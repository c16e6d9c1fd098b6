"""Bringing a large workbook in: the dry run, the import, the same file again, and the undo, beside the bare least.

Two yardsticks, measured in the same run. The limit is python-calamine reading the file and plain sqlite3 inserting the
rows that the import makes of it (customers, their phones, addresses, contact persons and tags, with the indexes of
these tables, without triggers, journal or search). The least is calamine and one plain table of texts, no index.

`python -m tests.benchmarks.importing ROWS [DATABASE]` measures in a copy of a database of one's own."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.result import Result, measured

ROWS = 100_000
HEADER = (
    "客户名称", "简称", "统一社会信用代码", "电话", "手机", "邮箱", "微信", "地区", "地址", "邮编",
    "行业", "规模", "来源", "客户经理", "阶段", "标签", "备注", "联系人", "联系人电话", "联系人职务",
)  # fmt: skip
TABLES = ("app_user", "tag", "customer", "contact", "contact_point", "address", "important_date", "customer_tag")
# Multiples of the limit.
BUDGET = 3.0
AGAIN_BUDGET = 3.0
UNDO_BUDGET = 8.0


def run(_: Path, rows: int = ROWS, given: Path | None = None) -> list[Result]:
    """All of it in a copy of the database `given`, or in an empty one."""
    from desktop_crm.models.commands.undo import undo_change_set
    from desktop_crm.models.exchange.customer_import import run_import
    from desktop_crm.models.opening import open_database

    with tempfile.TemporaryDirectory(prefix="dcrm-import-") as folder:
        path = make_workbook(Path(folder) / "customers.xlsx", rows)
        own, plain = Path(folder) / "own.crmdb", Path(folder) / "plain.crmdb"
        if given is not None:
            shutil.copy(given, own)
        open_database(own, create=True).close()
        shutil.copy(own, plain)
        database = open_database(own)
        seen = Path(folder) / "rows.db"
        try:
            trial = timed(lambda: run_import(database, path, dry_run=True, outcomes=seen))
            first = timed(lambda: run_import(database, path, outcomes=seen))
            limit = timed(lambda: read(path)) + insert_the_same(own, plain)
            least = timed(lambda: read_and_insert(path, Path(folder) / "texts.db"))
            again = timed(lambda: run_import(database, path))
            undone = timed(lambda: database.execute(undo_change_set))
        finally:
            database.close()
    steps = (("dry run", trial, BUDGET), ("import", first, BUDGET))
    more = (("same file again", again, AGAIN_BUDGET), ("undo of the import", undone, UNDO_BUDGET))
    found = [
        measured(f"{what} of {rows} rows", took, most, unit="ms", limit=limit) for what, took, most in steps + more
    ]
    return [*found, measured(f"the limit for {rows} rows beside one plain table", limit, 12.0, unit="ms", limit=least)]


def timed(work: Callable[[], Any]) -> float:
    """How much of a processor `work` takes, in ms: what else the machine does weighs on both sides alike."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def make_workbook(path: Path, rows: int) -> Path:
    """A workbook of new customers, all of them different, twenty columns wide."""
    from rustpy_xlsxwriter import write_worksheet

    write_worksheet((dict(zip(HEADER, row(i), strict=True)) for i in range(rows)), str(path))
    return path


def row(i: int) -> tuple[str, ...]:
    """One customer, made from its number."""
    places = ("广东省深圳市南山区", "上海市浦东新区", "北京市海淀区", "浙江省杭州市西湖区")
    words = ("云杉", "华泽", "百诺", "旭丰", "博德", "联拓", "恒普", "盛芯")
    trades = ("manufacturing", "retail", "it", "logistics")
    short = f"{words[i % 8]}{chr(0x4E00 + i % 5_000)}{chr(0x5E00 + i // 5_000)}"
    return (
        f"{short}贸易有限公司", short, "", f"0755-2{i % 10_000_000:07d}", f"138{i:08d}", f"office{i}@example.com",
        f"wx_{i}", places[i % 4], f"科技园{i}号", "518000", trades[i % 4], "20-99", "展会", f"客户经理{i % 20}",
        "develop", "重点" if i % 3 else "重点, 展会", f"第 {i} 行", f"王{chr(0x4E00 + i % 3_000)}", f"139{i:08d}",
        "采购经理",
    )  # fmt: skip


def read(path: Path) -> list[tuple[str, ...]]:
    """All cells, as calamine gives them."""
    from python_calamine import CalamineWorkbook

    return [tuple(map(str, row)) for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows()]


def insert_the_same(own: Path, plain: Path) -> float:
    """How long plain sqlite3 takes to insert into `plain` what `own` has more, in ms."""
    connection = sqlite3.connect(own)
    try:
        connection.execute("ATTACH ? AS plain", (str(plain),))
        rows: dict[str, list[Any]] = {
            name: connection.execute(
                f'SELECT * FROM main."{name}" WHERE rowid > (SELECT coalesce(max(rowid), 0) FROM plain."{name}")'
            ).fetchall()
            for name in TABLES
        }
    finally:
        connection.close()
    target = sqlite3.connect(plain, isolation_level=None)
    try:
        target.execute("PRAGMA journal_mode=WAL")
        target.execute("PRAGMA synchronous=FULL")
        triggers = target.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            target.execute(f"DROP TRIGGER {name}")
        return timed(lambda: _insert(target, rows))
    finally:
        target.close()


def _insert(target: sqlite3.Connection, rows: dict[str, list[Any]]) -> None:
    target.execute("BEGIN IMMEDIATE")
    for name, found in rows.items():
        if found:
            target.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(found[0]))})', found)
    target.execute("COMMIT")


def read_and_insert(path: Path, target: Path) -> None:
    """Calamine reads all cells, sqlite3 stores one row of text for each."""
    rows = read(path)
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


if __name__ == "__main__":
    for result in run(Path(), int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None):
        limit = result.limit or 0
        sys.stdout.write(f"{result.name}: {result.value:.0f} ms, limit {limit:.0f} ms x {result.budget}: {result.ok}\n")
