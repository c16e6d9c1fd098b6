"""The customer list: pages of any sort and filter out of a million rows.

Rows are read as the drivers give them and made into records here, without the ORM: the very same
statement can then be run again at the next start by the bare driver (`first_page`), before SQLAlchemy is loaded."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.util import ClauseAdapter

from desktop_crm.models.db.types import UtcDateTime
from desktop_crm.models.entities.customers import DELETED, SORT_COLUMNS, CustomerEntity
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.queries.custom_fields import linked_names, slots_by_id
from desktop_crm.models.queries.customer_decode import ROW_FIELDS, decode_row
from desktop_crm.models.queries.customer_filter import matching, testable
from desktop_crm.models.queries.customers import tags_of
from desktop_crm.models.queries.narrowing import Sql, columns_of, fitting, in_index, narrowed
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.listed import CustomerRow, Id
from desktop_crm.models.records.lists import Cursor, ListSpec, Page, PageRequest

_C = CustomerEntity
_LIVING = _C.deleted_at.is_(None)
# SQLite knows how many entries a page of an index has: counting all takes a twentieth of walking the living ones.
_EVERY_ROW = select(func.count()).select_from(_C).scalar_subquery()
_DELETED_ROWS = select(func.count()).select_from(_C).where(_C.deleted_at.is_not(None)).scalar_subquery()
# How far along the order the first page is looked for; further where a fifth of it was found.
STRETCHES = (2_000, 10_000)


class _Order(NamedTuple):
    column: Any
    descending: bool
    custom: tuple[CustomField | None, ...] = ()  # the custom columns that are read; None for one that is gone


def page(session: Session, spec: ListSpec, request: PageRequest) -> Page[CustomerRow]:
    """The rows that `request` asks for. Steps from a known neighbour are keyset steps; a jump finds its first row
    through the index alone, from the nearer end when the total is known."""
    order = _order(session, spec)
    conditions = matching(session, spec.filter)
    # Conditions that customers can be tested by; without any, and for lists of hits, the plain statements are best.
    tests = conditions[1:] if testable(spec.filter) else []
    find = _step if request.after or request.before else _jump
    found = find(session, conditions, tests, order, request)
    return make_page(session, request.offset, found, _link_places(order))


def first_page_statement(session: Session, spec: ListSpec, limit: int) -> Select[Any]:
    """The statement of the list's first page."""
    return _rows(matching(session, spec.filter), _order(session, spec)).limit(limit)


def link_places(session: Session, spec: ListSpec) -> list[int]:
    """Where the keys of linked customers stand in the rows of the list's statement."""
    return _link_places(_order(session, spec))


def count(session: Session, spec: ListSpec) -> int:
    """How many rows the list has."""
    conditions = matching(session, spec.filter)
    if len(conditions) == 1 and not spec.filter.deleted and session.get_bind().dialect.name == "sqlite":
        return session.scalar(select(_EVERY_ROW - _DELETED_ROWS)) or 0
    found = narrowed(session, conditions[1:]) if testable(spec.filter) else None
    every = func.count()
    return session.scalar(found.reading(every) if found else select(every).select_from(_C).where(*conditions)) or 0


def in_order(session: Session, spec: ListSpec) -> Select[Any]:
    """The ids of all that the list holds, in its order."""
    conditions = matching(session, spec.filter)
    tests = conditions[1:] if testable(spec.filter) else []
    gathered = _gathered(session, conditions, tests)
    return select(_C.id).where(*gathered).order_by(*_ordering(_order(session, spec)))


def position(session: Session, spec: ListSpec, customer_id: Id) -> int | None:
    """The row number of a customer in the list, or None if the list does not hold it."""
    order, conditions = _order(session, spec), matching(session, spec.filter)
    row = session.execute(select(order.column, _C.id).where(_C.id == customer_id, *conditions)).first()
    if row is None:
        return None
    there = tuple_(literal(row[0], order.column.type), literal(row[1], _C.id.type))
    here = tuple_(order.column, _C.id)
    before = here > there if order.descending else here < there
    return session.scalar(select(func.count()).select_from(_C).where(*conditions, before)) or 0


def make_page(session: Session, offset: int, found: Sequence[Any], links: Sequence[int] = ()) -> Page[CustomerRow]:
    """A page from raw rows, with the tags of its customers and the names of those that stand at `links`."""
    ids = [_key(row[0]) for row in found]
    tags = tags_of(session, ids) if ids else {}
    names = dict(linked_names(session, (row[place] for row in found for place in links)))
    rows = tuple(decode_row(row, tags.get(key, ()), names) for row, key in zip(found, ids, strict=True))
    if not rows:
        return Page(offset, rows)
    first, last = found[0], found[-1]
    return Page(offset, rows, _cursor(first[-1], ids[0]), _cursor(last[-1], ids[-1]))


def _key(value: Any) -> uuid.UUID:
    return value if isinstance(value, uuid.UUID) else uuid.UUID(bytes=bytes(value))


def _order(session: Session, spec: ListSpec) -> _Order:
    fields = slots_by_id(session, (spec.sort.column, *spec.columns))
    # Only what is deleted has a time of deletion: elsewhere nothing could be compared with it.
    known = SORT_COLUMNS | {DELETED: DELETED} if spec.filter.deleted else SORT_COLUMNS
    own = fields.get(spec.sort.column)
    column = getattr(_C, own.slot if own else known.get(spec.sort.column, "sort_key"))
    return _Order(column, spec.sort.descending, tuple(fields.get(name) for name in spec.columns))


def _link_places(order: _Order) -> list[int]:
    return [len(ROW_FIELDS) + i for i, field in enumerate(order.custom) if field and field.type is FieldType.LINK]


def _columns(order: _Order) -> list[Any]:
    named = {"owner_name": func.coalesce(UserRow.name, ""), "region": _C.region_key}
    named |= {"phone": _C.phone_key, "email": _C.email_key}
    columns: list[Any] = [(named[f] if f in named else getattr(_C, f)).label(f) for f in ROW_FIELDS]
    # Only the chosen custom columns are read: fifty more would double a row.
    columns += [
        getattr(_C, field.slot).label(f"column_{i}") if field else literal("").label(f"column_{i}")
        for i, field in enumerate(order.custom)
    ]
    return [*columns, order.column.label("sort_value")]


def _rows(conditions: Sequence[ColumnElement[bool]], order: _Order) -> Select[Any]:
    statement = select(*_columns(order)).join(UserRow, UserRow.id == _C.owner_id, isouter=True)
    return statement.where(*conditions).order_by(*_ordering(order))


def _ordering(order: _Order) -> tuple[Any, Any]:
    if order.descending:
        return order.column.desc(), _C.id.desc()
    return order.column, _C.id


def _sort_value(order: _Order, key: str | int) -> Any:
    """The value of a cursor as the column compares it. Times travel as text: a first page read by the bare driver
    has no other form of them."""
    if not isinstance(order.column.type, UtcDateTime):
        return key
    at = dt.datetime.fromisoformat(str(key))
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _cursor(value: Any, key: Id) -> Cursor:
    return Cursor(value.isoformat() if isinstance(value, dt.datetime) else value, key)


def _step(
    session: Session, conditions: list[Sql], tests: list[Sql], order: _Order, request: PageRequest
) -> Sequence[Any]:
    """The rows next to a known one."""
    cursor = request.after or request.before
    assert cursor is not None
    if request.after is None:
        order = order._replace(descending=not order.descending)
    beyond = _past(order, (_sort_value(order, cursor.key), cursor.id))
    if tests:
        keys = _near(session, tests, order, request.limit, beyond)
        if keys is None:
            wanted = select(_C.id).where(*_gathered(session, conditions, tests), beyond).order_by(*_ordering(order))
            keys = session.scalars(wanted.limit(request.limit)).all()
        found = _of_keys(session, keys, order)
    else:
        found = list(_read(session, _rows(conditions, order).where(beyond).limit(request.limit)))
    return found[::-1] if request.after is None else found


def _jump(
    session: Session, conditions: list[Sql], tests: list[Sql], order: _Order, request: PageRequest
) -> Sequence[Any]:
    """The rows from an offset on: found through indexes alone, from the nearer end when the total is known."""
    limit, offset, total = request.limit, request.offset, request.total
    from_end = total is not None and offset > total // 2
    if from_end and total is not None:
        limit = min(limit, max(total - offset, 0))
        offset = max(total - offset - limit, 0)
        order = order._replace(descending=not order.descending)
    keys = _near(session, tests, order, limit) if tests and not offset else None
    if keys is None:
        ids = select(_C.id).where(*_gathered(session, conditions, tests)).order_by(*_ordering(order))
        keys = session.scalars(ids.limit(limit).offset(offset)).all()
    found = _of_keys(session, keys, order)
    return found[::-1] if from_end else found


def _of_keys(session: Session, keys: Sequence[Id], order: _Order) -> list[Any]:
    statement = select(*_columns(order)).join(UserRow, UserRow.id == _C.owner_id, isouter=True)
    rows = {_key(row[0]): row for row in _read(session, statement.where(_C.id.in_(keys)))}
    return [rows[key] for key in keys if key in rows]


def _gathered(session: Session, conditions: list[Sql], tests: list[Sql]) -> list[Sql]:
    found = narrowed(session, tests) if tests else None
    return conditions if found is None else found.gathered()


def _near(
    session: Session, tests: Sequence[Sql], order: _Order, limit: int, beyond: Sql | None = None
) -> Sequence[Id] | None:
    """The first page out of the first few thousand customers of the order; None where it is not full of them. What
    many customers fulfil is found there at once, where the planner would gather and sort all of them first."""
    living = [_LIVING] if beyond is None else [_LIVING, beyond]
    held = all(map(in_index, tests)) and session.get_bind().dialect.name == "sqlite"
    find = _along_order if held else _inside
    found: list[Id] = []
    passed = 0
    for reach in STRETCHES:
        ends = select(order.column, _C.id).where(*living).order_by(*_ordering(order))
        end = session.execute(ends.offset(reach - passed - 1).limit(1)).first()
        upto = living if end is None else [*living, _up_to(order, end)]
        found += session.scalars(find(upto, tests, order).limit(limit - len(found)))
        if len(found) == limit or end is None:
            return found
        if len(found) * 5 < limit:
            break
        living, passed = [_LIVING, _past(order, end)], reach
    return None


def _along_order(living: Sequence[Sql], tests: Sequence[Sql], order: _Order) -> Select[Any]:
    """Walks the order's index and asks the common one, which holds all that the tests are about, of each customer."""
    held = fitting(tests)
    return held.where(*living).order_by(*_ordering(order))


def _inside(living: Sequence[Sql], tests: Sequence[Sql], order: _Order) -> Select[Any]:
    """Tests the customers of a stretch of the order; none of the tests' own indexes is taken for it."""
    # Only what is asked about, for SQLite fetches all that is named. Under the table's own name, so that the conditions
    # speak of it whichever way they name it.
    names = {"id", order.column.key}.union(*map(columns_of, tests))
    stretch = select(*(getattr(_C, name) for name in sorted(names))).where(*living)
    near = stretch.order_by(*_ordering(order)).limit(STRETCHES[-1]).subquery("customer")
    ends = (near.c[order.column.key], near.c.id)
    ids = select(near.c.id).where(*map(ClauseAdapter(near).traverse, tests))
    return ids.order_by(*(end.desc() for end in ends) if order.descending else ends)


def _past(order: _Order, row: Any) -> Sql:
    """What comes after a row of the order. A row value on an index over (key, id) is a seek; the OR form of it was 200
    times slower."""
    there = tuple_(literal(row[0], order.column.type), literal(row[1], _C.id.type))
    here = tuple_(order.column, _C.id)
    return here < there if order.descending else here > there


def _up_to(order: _Order, row: Any) -> Sql:
    there = tuple_(literal(row[0], order.column.type), literal(row[1], _C.id.type))
    here = tuple_(order.column, _C.id)
    return here >= there if order.descending else here <= there


def _read(session: Session, statement: Select[Any]) -> Sequence[Any]:
    """The rows of a statement as plain tuples, which `decode_row` knows."""
    return [tuple(row) for row in session.execute(statement)]
