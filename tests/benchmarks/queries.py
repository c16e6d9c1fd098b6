"""Search, list and customer page on a large file, in the worker; and the same on PostgreSQL with the same data."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, event, text
from sqlalchemy.orm import Session

from desktop_crm.models.db.database import Database
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.customer_list import count, page
from desktop_crm.models.queries.customers import find_twins, get_customer
from desktop_crm.models.queries.history import change_sets
from desktop_crm.models.queries.search import search_customers
from desktop_crm.models.records.customers import CustomerFilter, Id
from desktop_crm.models.records.lists import ListSpec, PageRequest, Sort
from tests.benchmarks.result import Result, measured

T = TypeVar("T")
KEYSTROKE = 30.0

# What people type, letter by letter: names, pinyin, initials, phones, e-mails, codes, and words that hit everything.
TYPED = ("华为技术", "深圳市", "有限公司", "科技", "张伟", "zhangwei", "hwjs", "szs", "youxian", "dianzi", "13800138")
TYPED_MORE = ("0755287", "info@", "example.com", "C000123", "vip", "a b c", "重庆", "cqs", "小批量", "zzzz")


@dataclass(frozen=True)
class Step:
    """Something that a person waits for: queries, each run `times` times in a session of its own, as the Runner
    opens one for each request, and the share of the times that must keep the budget (0.5: the median)."""

    name: str
    queries: Sequence[Callable[[Session], object]]
    budget: float = 100.0
    times: int = 7
    share: float = 0.5

    def milliseconds(self, database: Database) -> float:
        times = sorted(t for query in self.queries for t in timed(partial(in_session, database, query), self.times))
        return times[min(int(len(times) * self.share), len(times) - 1)]


def run(path: Path) -> list[Result]:
    """Measures the queries on a SQLite file."""
    database = open_database(path)
    try:
        return [measured(step.name, step.milliseconds(database), step.budget) for step in steps(database)]
    finally:
        database.close()


def compare(file: Path, server: Path | str) -> list[Result]:
    """The same queries on both databases, which hold the same customers: PostgreSQL within 2 × and the way there and
    back of each statement."""
    local, remote = open_database(file), open_database(str(server))
    found = []
    try:
        trip = median(lambda: in_session(remote, lambda s: s.execute(text("SELECT 1")).scalar()))
        for here, there in zip(steps(local), steps(remote), strict=True):
            mine, trips = here.milliseconds(local), _statements(here, local)
            allowed = 2 * mine + trips * trip
            name = f"PostgreSQL: {here.name} ({trips:g} statements)"
            found.append(measured(name, there.milliseconds(remote), allowed))
    finally:
        local.close()
        remote.close()
    return found


def _statements(step: Step, database: Database) -> float:
    """How many statements one run sends, on average."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        for query in step.queries:
            in_session(database, query)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return round(len(sent) / len(step.queries), 1)


def keystrokes() -> list[str]:
    """Every prefix of every word, as the search field sends them."""
    return [word[:n] for word in (*TYPED, *TYPED_MORE) for n in range(1, len(word) + 1)]


def steps(database: Database) -> list[Step]:
    """What is measured; the customers that it takes are read from the database first."""
    return [*_search(), *_list(database), *_record(database)]


def _search() -> list[Step]:
    typed = [partial(search_customers, query=word) for word in keystrokes()]
    return [
        Step("search: keystroke in the worker, p50", typed, KEYSTROKE, 3),
        Step("search: keystroke in the worker, p95", typed, KEYSTROKE, 3, 0.95),
    ]


def _list(database: Database) -> list[Step]:
    spec = ListSpec(sort=Sort("name"))
    total = in_session(database, lambda s: count(s, spec))
    first = in_session(database, lambda s: page(s, spec, PageRequest(0)))
    last = PageRequest(total - 200, total=total)
    middle = PageRequest(total // 2, total=total)
    narrow = ListSpec(CustomerFilter(stages=("lost",), sources=("ads",), regions=("44",)), Sort("updated_at"))
    holding = ListSpec(CustomerFilter(text="重庆"))
    return [
        Step("list: count", [lambda s: count(s, spec)]),
        Step("list: first page", [lambda s: page(s, spec, PageRequest(0))]),
        Step("list: next page", [lambda s: page(s, spec, PageRequest(200, after=first.last))]),
        Step("list: last page", [lambda s: page(s, spec, last)]),
        Step("list: jump to the middle", [lambda s: page(s, spec, middle)]),
        Step("list: three filters, first page", [lambda s: page(s, narrow, PageRequest(0))]),
        Step("list: three filters, count", [lambda s: count(s, narrow)]),
        Step("list: text filter, first page", [lambda s: page(s, holding, PageRequest(0))], 300.0),
    ]


def _record(database: Database) -> list[Step]:
    asked = PageRequest(1000, limit=20, total=None)
    keys = [row.id for row in in_session(database, lambda s: page(s, ListSpec(), asked)).rows]
    drafts = in_session(database, lambda s: [get_customer(s, key).draft for key in keys])
    return [
        Step("customer page: record and its history", [partial(_open, key=key) for key in keys], times=1),
        Step("form: twins while typing", [partial(find_twins, draft=draft) for draft in drafts], KEYSTROKE, 1),
    ]


def _open(session: Session, key: Id) -> None:
    get_customer(session, key)
    change_sets(session, customer_id=key)


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
