"""Search, list and customer page on a large file, in the worker; and the same on PostgreSQL with the same data."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_crm.models.db.database import Database
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.customer_list import count, page
from desktop_crm.models.queries.customers import find_twins, get_customer
from desktop_crm.models.queries.history import change_sets
from desktop_crm.models.queries.search import search_customers
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.lists import ListSpec, PageRequest, Sort
from tests.benchmarks.result import Result, measured

T = TypeVar("T")
KEYSTROKE = 30.0

# What people type, letter by letter: names, pinyin, initials, phones, e-mails, codes, and words that hit everything.
TYPED = ("华为技术", "深圳市", "有限公司", "科技", "张伟", "zhangwei", "hwjs", "szs", "youxian", "dianzi", "13800138")
TYPED_MORE = ("0755287", "info@", "example.com", "C000123", "vip", "a b c", "重庆", "cqs", "小批量", "zzzz")


def run(path: Path) -> list[Result]:
    """Measures the queries on a SQLite file."""
    database = open_database(path)
    try:
        return [*_search(database), *_list(database), *_record(database)]
    finally:
        database.close()


def keystrokes() -> list[str]:
    """Every prefix of every word, as the search field sends them."""
    return [word[:n] for word in (*TYPED, *TYPED_MORE) for n in range(1, len(word) + 1)]


def _search(database: Database) -> list[Result]:
    times = []
    for typed in keystrokes():
        # A session each, as the Runner opens one for each keystroke.
        times += timed(lambda typed=typed: in_session(database, lambda s: search_customers(s, typed)), 3)  # type: ignore[misc]
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    return [
        measured("search: keystroke in the worker, p50", statistics.median(times), KEYSTROKE),
        measured("search: keystroke in the worker, p95", p95, KEYSTROKE),
    ]


def _list(database: Database) -> list[Result]:
    found = []
    spec = ListSpec(sort=Sort("name"))
    total = in_session(database, lambda s: count(s, spec))
    first = in_session(database, lambda s: page(s, spec, PageRequest(0)))
    last = PageRequest(total - 200, total=total)
    middle = PageRequest(total // 2, total=total)
    narrow = ListSpec(CustomerFilter(stages=("lost",), sources=("ads",), regions=("44",)), Sort("updated_at"))
    steps: list[tuple[str, Callable[[Session], object], float]] = [
        ("list: count", lambda s: count(s, spec), 100.0),
        ("list: first page", lambda s: page(s, spec, PageRequest(0)), 100.0),
        ("list: next page", lambda s: page(s, spec, PageRequest(200, after=first.last)), 100.0),
        ("list: last page", lambda s: page(s, spec, last), 100.0),
        ("list: jump to the middle", lambda s: page(s, spec, middle), 100.0),
        ("list: three filters, first page", lambda s: page(s, narrow, PageRequest(0)), 100.0),
        ("list: three filters, count", lambda s: count(s, narrow), 100.0),
        (
            "list: text filter, first page",
            lambda s: page(s, ListSpec(CustomerFilter(text="重庆")), PageRequest(0)),
            300.0,
        ),
    ]
    for name, step, budget in steps:
        value = median(lambda step=step: in_session(database, step))  # type: ignore[misc]
        found.append(measured(name, value, budget))
    return found


def _record(database: Database) -> list[Result]:
    spec = ListSpec()
    some = in_session(database, lambda s: page(s, spec, PageRequest(1000, limit=20, total=None))).rows
    opened, twins = [], []
    for row in some:
        opened += timed(lambda row=row: in_session(database, lambda s: _open(s, row.id)), 1)  # type: ignore[misc]
        draft = in_session(database, lambda s, row=row: get_customer(s, row.id)).draft  # type: ignore[misc]
        twins += timed(lambda draft=draft: in_session(database, lambda s: find_twins(s, draft)), 1)  # type: ignore[misc]
    page_time, twin_time = statistics.median(opened), statistics.median(twins)
    return [
        measured("customer page: record and its history", page_time, 100.0),
        measured("form: twins while typing", twin_time, KEYSTROKE),
    ]


def _open(session: Session, customer_id: object) -> None:
    get_customer(session, customer_id)  # type: ignore[arg-type]
    change_sets(session, customer_id=customer_id)  # type: ignore[arg-type]


def in_session(database: Database, fn: Callable[[Session], T]) -> T:
    with database.read() as session:
        return fn(session)


def timed(step: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each of `times` runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        step()
        found.append((time.perf_counter() - start) * 1000)
    return found


def median(step: Callable[[], object], times: int = 7) -> float:
    return statistics.median(timed(step, times))


def compare(file: Path, server: Path | str) -> list[Result]:
    """The same queries on both databases, which hold the same customers: PostgreSQL within 2 × plus the round trip."""
    local, remote = open_database(file), open_database(str(server))
    try:
        trip = median(lambda: in_session(remote, lambda s: s.execute(text("SELECT 1")).scalar()))
        mine = {r.name: r for r in (*_search(local), *_list(local), *_record(local))}
        theirs: Sequence[Result] = (*_search(remote), *_list(remote), *_record(remote))
    finally:
        local.close()
        remote.close()
    found = []
    for result in theirs:
        # Twice what the file takes, and the way there and back.
        found.append(measured(f"PostgreSQL: {result.name}", result.value, 2 * mine[result.name].value + trip))
    return found
