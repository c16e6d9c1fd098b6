"""How several conditions at once are asked of SQLite.

Left to itself it takes the index of one condition, whichever it guesses, and reads the whole row of every customer
found there: a second for a few hundred thousand. Here each condition that an index answers is counted first, up to a
bound. The rarest one, if it is rare, is looked up and the others tested on what it finds. Else stage, region and
source are looked up together in `ix_customer_filter_stage` and the others tested there; and without these, all are
tested along `ix_customer_filter`, which holds the same. PostgreSQL knows its figures and joins indexes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, FromClause, Integer, Select, case, func, literal, literal_column, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import BinaryExpression, BooleanClauseList
from sqlalchemy.sql.selectable import ScalarSelect, SelectBase
from sqlalchemy.sql.util import ClauseAdapter

from desktop_crm.models.db.plans import sqlite_plan
from desktop_crm.models.entities.customers import FILTER_COLUMNS, LED_BY, CustomerEntity

Sql = ColumnElement[bool]

C = CustomerEntity
# Up to so many customers, each on a page of its own, are tested sooner than the index of all is read through.
FEW = 10_000
# Where a part of an index answers for several conditions at once, that is sooner from here on.
_FEWER = 2_000
_ENOUGH = 1_000
# These do not know who is deleted: each customer found is read.
_WHOLE_ROWS = ("MULTI-INDEX OR", "ix_customer_name_key", "ix_customer_company_key", "ix_customer_key_")
_LIVING = C.deleted_at.is_(None)
_LOOKED_UP = ("SEARCH", "MULTI-INDEX OR", "INDEX ")
_YES, _NO = literal_column("1", Integer), literal_column("0", Integer)
_ROWID: ColumnElement[int] = literal_column("customer.rowid")


class Narrowed(NamedTuple):
    """Conditions that hold for the same customers as those given. `few`: they are found one by one. `led`: a part of
    the index led by the stage is read for them."""

    conditions: list[Sql]
    few: bool
    led: bool = False

    def reading(self, *columns: Any) -> Select[Any]:
        """These columns of all that is found."""
        found = select(*columns).select_from(C).where(*self.conditions)
        return found.with_hint(C.__table__, "INDEXED BY ix_customer_filter_stage", "sqlite") if self.led else found

    def gathered(self) -> list[Sql]:
        """In the form for a statement that orders what is found: no order's index is walked for it."""
        return self.conditions if self.few else [_ROWID.in_(self.reading(_ROWID).correlate(None))]


def narrowed(session: Session, conditions: Sequence[Sql], few: int = FEW) -> Narrowed | None:
    """`conditions` on living customers (without that one) as SQLite answers them soonest; None where the plain form is
    as good. `few` is how many are called that."""
    if session.get_bind().dialect.name != "sqlite":
        return None
    parts = [one for part in conditions for one in _apart(part)]
    if not parts:
        return None
    inside = [part for part in parts if in_index(part)]
    led = _led(session, inside)
    found, indexed = _rarest(session, parts, min(few, _FEWER) if led and len(inside) == len(parts) else few)
    if found is not None:
        others = [_plain(_looked_up(part)) for part in parts if part is not found]
        return Narrowed([_LIVING, _driving(found), *others], True)
    if len(parts) == 1 and indexed:
        return Narrowed([_LIVING, *parts], False)
    return _along_index(parts, indexed, inside, led)


def _along_index(
    parts: Sequence[Sql], indexed: Sequence[Sql], inside: Sequence[Sql], led: Narrowed | None
) -> Narrowed | None:
    # An index of their own answers some that the common one cannot.
    listed = [part for part in parts if part in indexed and part not in inside]
    rest = [part for part in parts if part not in inside and part not in listed]
    if rest and not (inside or listed):
        return None
    lists = [_plain(_in_list(part)) for part in listed]
    whole = Narrowed([_LIVING, *map(_plain, inside), *lists], False)
    if led is not None:
        whole = led._replace(conditions=[*led.conditions, *lists])
    return whole if not rest else Narrowed([*whole.gathered(), *map(_plain, rest)], False)


def _led(session: Session, inside: Sequence[Sql]) -> Narrowed | None:
    """Conditions that the common index holds, tested on a part of it; None where all of it would be walked."""
    ahead = [part for part in inside if columns_of(part) <= set(LED_BY)]
    if not ahead:
        return None
    tests = [part if part in ahead else _plain(part) for part in inside]
    found = Narrowed([_LIVING, *tests], False, led=True)
    return found if "SEARCH" in sqlite_plan(session.connection(), found.reading(_ROWID)) else None


def _apart(part: Sql) -> list[Sql]:
    """Sub-queries joined by AND, each for itself; ranges stay whole."""
    joined = isinstance(part, BooleanClauseList) and part.operator is operators.and_
    clauses = list(part.clauses) if isinstance(part, BooleanClauseList) else []
    return clauses if joined and all(_query_of(one) is not None for one in clauses) else [part]


def _query_of(part: Sql) -> Select[Any] | None:
    """The statement of `id IN (SELECT …)` and its opposite."""
    if isinstance(part, BinaryExpression) and isinstance(part.right, ScalarSelect):
        element = part.right.element
        if part.operator in (operators.in_op, operators.not_in_op) and isinstance(element, Select):
            return element
    return None


def _rarest(session: Session, parts: Sequence[Sql], few: int) -> tuple[Sql | None, list[Sql]]:
    """The condition that holds for fewest customers, if for few; and all that an index answers."""
    connection, best, most, indexed = session.connection(), None, few, []
    for part in parts:
        query = _query_of(part)
        if query is None:
            query = select(C.id).where(_LIVING, part)
        elif part.operator is operators.not_in_op:
            continue
        plan = sqlite_plan(connection, query)
        if not _answered_by_index(plan):
            continue
        indexed.append(part)
        bound = min(most, few // 10) if any(name in plan for name in _WHOLE_ROWS) else most
        count = session.scalar(select(func.count()).select_from(query.limit(bound + 1).subquery())) or 0
        if count <= bound:
            best, most = part, count
        if most <= _ENOUGH:
            break
    return best, indexed


def _answered_by_index(plan: str) -> bool:
    steps = plan.splitlines()
    return all(step.startswith(_LOOKED_UP) or "ix_customer_is_key" in step for step in steps)


def columns_of(part: Sql) -> set[str]:
    """The columns of the customer's row that a condition asks about."""
    return {one.name for one in visitors.iterate(part) if isinstance(one, Column) and one.table.name == C.__tablename__}


def in_index(part: Sql) -> bool:
    """Whether `ix_customer_filter` holds all that a condition asks about."""
    alone = not any(isinstance(one, SelectBase) for one in visitors.iterate(part))
    return alone and columns_of(part) <= set(FILTER_COLUMNS)


def fitting(parts: Sequence[Sql]) -> Select[Any]:
    """The customers for whom conditions hold, each asked of `ix_customer_filter` alone while the statement walks along
    another index. SQLite only."""
    held = _held()
    # Behind the plus, the one that is walked can only be the outer loop.
    joined = select(C.id).join(held, held.c.id == literal_column("+customer.id", C.id.type))
    tests = map(ClauseAdapter(held).traverse, parts)
    return joined.with_hint(held, "INDEXED BY ix_customer_filter", "sqlite").where(held.c.deleted_at.is_(None), *tests)


@cache
def _held() -> FromClause:
    """Kept, for a name for a table of a hundred columns takes ten milliseconds to make."""
    return C.__table__.alias("held")


def _driving(part: Sql) -> Sql:
    if _query_of(part) is not None:
        return part
    return C.id.in_(select(C.id).where(_LIVING, part).correlate(None))


def _in_list(part: Sql) -> Sql:
    if _query_of(part) is not None:
        return part
    return _ROWID.in_(select(_ROWID).select_from(C).where(_LIVING, part).correlate(None))


def _looked_up(part: Sql) -> Sql:
    """For each customer by itself, in place of a list of all for whom it holds."""
    query = _query_of(part)
    if query is None:
        return part
    own = query.selected_columns[0] == C.id
    there = query.with_only_columns(literal(1)).where(own).correlate(C).exists()
    return ~there if part.operator is operators.not_in_op else there


def _plain(part: Sql) -> Sql:
    """Hidden from the planner, so that no other index is taken for it. As a CASE it is left as soon as it is decided;
    behind a unary plus all of it would be worked out."""
    return case((part, _YES), else_=_NO) == _YES
