"""Filters of the filter builder, views and groups on a large file, in the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from desktop_crm.models.db.database import Database
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.queries.customer_list import count, page
from desktop_crm.models.queries.groups import group_counts
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.lists import ListSpec, PageRequest, Sort
from desktop_crm.models.records.views import BUILT_IN_VIEWS
from tests.benchmarks.queries import in_session, median
from tests.benchmarks.result import Result, measured

PAGE, COUNT = 50.0, 300.0
_MAINTAIN = Condition("stage", Operator.ANY_OF, ("maintain",))
_UNVERIFIED = Condition("verified_on", Operator.OLDER_THAN, ("6m",))
_GUANGDONG = Condition("region", Operator.ANY_OF, ("44",))
RULES = {
    "all of three": Group(Join.ALL, (_MAINTAIN, _UNVERIFIED, _GUANGDONG)),
    "all of two, none of one": Group(Join.ALL, (_MAINTAIN, _GUANGDONG, Group(Join.NONE, (_UNVERIFIED,)))),
    "any of three": Group(
        Join.ANY,
        (
            _GUANGDONG,
            Condition("source", Operator.ANY_OF, ("ads",)),
            Condition("next_step_on", Operator.WITHIN_NEXT, ("1m",)),
        ),
    ),
}
GROUPS = ("stage", "owner", "region", "source")


def run(path: Path) -> list[Result]:
    """Measures on a SQLite file."""
    database = open_database(path)
    try:
        return measure(database)
    finally:
        database.close()


def measure(database: Database) -> list[Result]:
    """First page and count of each filter and built-in view, and groups of everything."""
    wanted = {name: ListSpec(CustomerFilter(rules=rules), Sort("updated_at")) for name, rules in RULES.items()}
    wanted |= {f"view {view.key}": ListSpec(view.spec.filter, view.spec.sort) for view in BUILT_IN_VIEWS}
    steps: list[tuple[str, Callable[[Session], object], float]] = []
    for name, spec in wanted.items():
        steps.append((f"{name}, first page", lambda s, spec=spec: page(s, spec, PageRequest(0)), PAGE))  # type: ignore[misc]
        steps.append((f"{name}, count", lambda s, spec=spec: count(s, spec), COUNT))  # type: ignore[misc]
    fields = in_session(database, field_catalogue)
    for name in GROUPS:
        field = fields[name]
        steps.append(
            (f"group by {name}", lambda s, field=field: group_counts(s, CustomerFilter(), field), 2 * COUNT)  # type: ignore[misc]
        )
    found = []
    for name, step, budget in steps:
        value = median(lambda step=step: in_session(database, step), 5)  # type: ignore[misc]
        found.append(measured(f"filter: {name}", value, budget))
    return found
