"""Bringing a large workbook in: the dry run, the import, the same file again, and the undo, beside the bare least.

Two yardsticks, measured in the same run. The limit is python-calamine reading the file and plain sqlite3 inserting the
rows that the import makes of it (customers, their phones, addresses, contact persons and tags, with the indexes of
these tables, without triggers, journal or search). The least is calamine and one plain table of texts, no index.

`python -m tests.benchmarks.importing ROWS [DATABASE]` measures in a copy of a database of one's own,
and tells the time by the clock as well. The import runs in a process of its own, whose memory is measured."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

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
MEMORY_BUDGET = 600.0


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds: of a processor, and by the clock."""

    cpu: float
    clock: float

    def __add__(self, other: Took) -> Took:
        return Took(self.cpu + other.cpu, self.clock + other.clock)


def run(_: Path, rows: int = ROWS, given: Path | None = None) -> list[Result]:
    """All of it in a copy of the database `given`, or in an empty one. Budgets are judged by processor time: what else
    the machine does weighs on both sides alike."""
    found, took = _measure(rows, given)
    limit, least = took["limit"].cpu, took["least"].cpu
    budgets = (("dry run", BUDGET), ("import", BUDGET), ("same file again", AGAIN_BUDGET))
    results = [
        measured(f"importing: {what} of {rows:,} rows", took[what].cpu, most, limit=limit)
        for what, most in (*budgets, ("undo of the import", UNDO_BUDGET))
    ]
    results.append(measured("importing: memory", found, MEMORY_BUDGET, unit="MB"))
    return [
        *results,
        measured(f"importing: the limit for {rows:,} rows beside one plain table", limit, 12, limit=least),
    ]


def _measure(rows: int, given: Path | None) -> tuple[float, dict[str, Took]]:
    """The memory that the import took at its peak, in MB, and how long the steps and the yardsticks took."""
    from desktop_crm.models.opening import open_database

    with tempfile.TemporaryDirectory(prefix="dcrm-import-") as folder:
        path = make_workbook(Path(folder) / "customers.xlsx", rows)
        own, plain = Path(folder) / "own.crmdb", Path(folder) / "plain.crmdb"
        if given is not None:
            shutil.copy(given, own)
        open_database(own, create=True).close()
        shutil.copy(own, plain)
        seen = Path(folder) / "rows.db"
        peak, took = in_process(_import, path, str(own), seen)
        took["limit"] = timed(lambda: read(path)) + insert_the_same(own, plain)
        took["least"] = timed(lambda: read_and_insert(path, Path(folder) / "texts.db"))
        _, more = in_process(_again_and_back, path, str(own))
    return peak, took | more


def compare(server: str, rows: int = ROWS) -> list[Result]:
    """The import into an empty database of a server beside the one into an empty file, by the clock: a server's work is
    done by processes of its own."""
    with tempfile.TemporaryDirectory(prefix="dcrm-import-") as folder, empty_database(server) as target:
        path = make_workbook(Path(folder) / "customers.xlsx", rows)
        seen = Path(folder) / "rows.db"
        _, here = in_process(_import, path, str(Path(folder) / "own.crmdb"), seen)
        _, there = in_process(_import, path, target, seen)
        _, here_back = in_process(_again_and_back, path, str(Path(folder) / "own.crmdb"))
        _, there_back = in_process(_again_and_back, path, target)
    here, there = here | here_back, there | there_back
    return [
        measured(f"PostgreSQL: {what} of {rows:,} rows", there[what].clock, 2.0, limit=here[what].clock)
        for what in there
    ]


@contextmanager
def empty_database(server: str) -> Iterator[str]:
    """The URL of a database of its own on the server of another."""
    import psycopg

    plain = server.replace("postgresql+psycopg://", "postgresql://")
    name = f"import_{uuid.uuid4().hex}"
    address = urlsplit(plain)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        try:
            yield urlunsplit(address._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def in_process(work: Callable[..., dict[str, Took]], *given: Any) -> tuple[float, dict[str, Took]]:
    """What `work` answers in a process of its own, and the memory that it took at its peak, in MB."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_with_peak, work, *given).result()


def _with_peak(work: Callable[..., dict[str, Took]], *given: Any) -> tuple[float, dict[str, Took]]:
    import resource

    took = work(*given)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, took


def _import(path: Path, target: str, seen: Path) -> dict[str, Took]:
    from desktop_crm.models.exchange.customer_import import run_import
    from desktop_crm.models.opening import open_database

    database = open_database(target, create=True)
    try:
        return {
            "dry run": timed(lambda: run_import(database, path, dry_run=True, outcomes=seen)),
            "import": timed(lambda: run_import(database, path, outcomes=seen)),
        }
    finally:
        database.close()


def _again_and_back(path: Path, target: str) -> dict[str, Took]:
    from desktop_crm.models.commands.undo import undo_change_set
    from desktop_crm.models.exchange.customer_import import run_import
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return {
            "same file again": timed(lambda: run_import(database, path)),
            "undo of the import": timed(lambda: database.execute(undo_change_set)),
        }
    finally:
        database.close()


def timed(work: Callable[[], Any]) -> Took:
    """How long `work` takes."""
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return Took((time.process_time() - cpu) * 1_000, (time.perf_counter() - clock) * 1_000)


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


def insert_the_same(own: Path, plain: Path) -> Took:
    """How long plain sqlite3 takes to insert into `plain` what `own` has more."""
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


def main() -> None:
    peak, took = _measure(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    limit = took["limit"]
    for what, one in took.items():
        by = f"{one.cpu / limit.cpu:.2f} x the limit; by the clock {one.clock:.0f} ms, {one.clock / limit.clock:.2f} x"
        sys.stdout.write(f"{what}: {one.cpu:.0f} ms of a processor, {by}\n")
    sys.stdout.write(f"memory: {peak:.0f} MB\n")


if __name__ == "__main__":
    main()
