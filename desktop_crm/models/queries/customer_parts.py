"""Customers and what hangs on them, read set-wise: columns in place of records, grouped by customer.

For work over very many customers that needs a few columns of each. Keys stay as the driver gives them (bytes or UUID):
making a UUID of each would take longer than reading it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    DateTime,
    LargeBinary,
    Select,
    Uuid,
    and_,
    any_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session, aliased
from sqlalchemy.types import NullType

from desktop_crm.models.db.types import Key, UtcDateTime
from desktop_crm.models.entities.customers import (
    AddressEntity,
    ContactEntity,
    ContactPointEntity,
    CustomerEntity,
    CustomerTagEntity,
    ImportantDateEntity,
    TagEntity,
)
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.records.customers import ContactPoint, PointKind

RawKey: TypeAlias = Any
# Rows by the customer whose they are; values by kind and holder.
Rows: TypeAlias = dict[RawKey, list[Any]]
Values: TypeAlias = dict[str, dict[RawKey, list[str]]]
_KEY = 16


def raw(column: Any) -> Any:
    """A column without the steps between the driver and the mapped type, if it is a key or a time. Times are in UTC,
    with or without their zone."""
    if isinstance(column.type, Key):
        return type_coerce(column, NullType()).label(column.key)
    return type_coerce(column, DateTime()).label(column.key) if isinstance(column.type, UtcDateTime) else column


def as_uuid(key: RawKey) -> uuid.UUID:
    """A raw key as the rest of the application knows it."""
    return key if isinstance(key, uuid.UUID) else uuid.UUID(bytes=bytes(key))


def batches(session: Session, statement: Select[Any], size: int) -> Iterator[Sequence[Any]]:
    """The rows of a statement by the batch, never all at once."""
    found = session.connection().execute(statement, execution_options={"yield_per": size})
    yield from found.partitions(size)


def pages(
    session: Session, statement: Select[Any], columns: Sequence[Any], size: int
) -> Iterator[tuple[Page, Sequence[tuple[Any, ...]]]]:
    """The customers that a statement finds, in its order, by the page: these columns of them, the key first, as the
    driver gives them: on SQLite dates and times are texts."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        for rows in batches(session, statement.with_only_columns(*columns), size):
            plain = [tuple(row) for row in rows]
            yield Page(session, [row[0] for row in plain]), plain
        return
    # SQLite sorts in memory: keys alone, since whole rows would take hundreds of megabytes.
    found = connection.execute(statement.with_only_columns(columns[0]))
    cursor: Any = found.cursor
    try:
        while some := cursor.fetchmany(size):
            keys = [key for (key,) in some]
            page = Page(session, keys)
            by_key = {row[0]: row for row in _plain(session, select(*columns).where(page.of(CustomerEntity.id)))}
            yield page, [by_key[key] for key in keys]
    finally:
        found.close()


def _plain(session: Session, statement: Select[Any]) -> list[tuple[Any, ...]]:
    """All rows of a statement as the driver gives them: without SQLAlchemy's own row around each."""
    found = session.connection().execute(statement)
    cursor: Any = found.cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    found.close()
    return rows


class Page:
    """Some customers, by their raw keys, and how rows that hang on them are found."""

    def __init__(self, session: Session, keys: Sequence[RawKey]) -> None:
        self.keys = keys
        self._first, self._last = min(keys), max(keys)
        # Keys are made in the order of time, and so are numbers: a page of a list in their order is a range, which is
        # read at a third of the cost. What is read too much, nobody asks for.
        c = CustomerEntity
        limit = 2 * len(keys) + 1
        between = select(literal(1)).where(self._between(c.id)).limit(limit)
        found = session.connection().execute(select(func.count()).select_from(between.subquery())).scalar_one()
        self._is_range = found < limit
        self._server = session.get_bind().dialect.name == "postgresql"

    def of(self, column: Any) -> ColumnElement[bool]:
        """Whether a key column holds one of the customers, or one of few others."""
        return self._between(column) if self._is_range else self._among(column)

    def _between(self, column: Any) -> ColumnElement[bool]:
        first, last = (
            bindparam(None, one, type_=Uuid() if isinstance(one, uuid.UUID) else NullType())
            for one in (self._first, self._last)
        )
        found: ColumnElement[bool] = type_coerce(column, NullType()).between(first, last)
        return found

    def _among(self, column: Any) -> ColumnElement[bool]:
        # One parameter, however many there are.
        if self._server:
            found: ColumnElement[bool] = column == any_(bindparam(None, list(self.keys), type_=ARRAY(Uuid())))
            return found
        step = select(literal(0).label("at")).cte("step", recursive=True)
        step = step.union_all(select(step.c.at + _KEY).where(step.c.at < literal(len(self.keys) * _KEY - _KEY)))
        each = func.substr(literal(b"".join(self.keys), LargeBinary), step.c.at + 1, _KEY)
        within: ColumnElement[bool] = type_coerce(column, NullType()).in_(select(each))
        return within


def points(
    session: Session, page: Page, *, kinds: Iterable[str] | None = None, own: bool = True, of_contacts: bool
) -> tuple[Values, Values]:
    """The values of points by kind and customer, and by kind and contact person; the primary ones first."""
    p = ContactPointEntity
    wanted = select(raw(p.customer_id), p.kind, p.value, raw(p.contact_id)).where(page.of(p.customer_id))
    wanted = wanted.order_by(p.is_primary.desc(), p.position, p.id)
    if kinds is not None:
        wanted = wanted.where(p.kind.in_(sorted(kinds)))
    # Written so that no index of the contact persons is taken for it: most points have none.
    of_nobody = case((p.contact_id.is_(None), 1), else_=0)
    if not (own and of_contacts):
        wanted = wanted.where(of_nobody == int(own))
    customers: Values = defaultdict(dict)
    people: Values = defaultdict(dict)
    for customer, kind, value, contact in _plain(session, wanted):
        held, holder = (customers[kind], customer) if contact is None else (people[kind], contact)
        if holder in held:
            held[holder].append(value)
        else:
            held[holder] = [value]
    return customers, people


def told_points(session: Session, page: Page, kinds: Iterable[str]) -> dict[RawKey, list[ContactPoint]]:
    """The points that have a label, and those of contact persons of some kinds, in their order, by holder."""
    p = ContactPointEntity
    wanted = select(raw(p.customer_id), raw(p.contact_id), p.kind, p.value, p.label, p.is_primary)
    of_kinds = and_(p.contact_id.is_not(None), p.kind.in_(sorted(kinds)))
    wanted = wanted.where(page.of(p.customer_id), or_(p.label != "", of_kinds))
    found: dict[RawKey, list[ContactPoint]] = defaultdict(list)
    for customer, contact, kind, *more in session.connection().execute(wanted.order_by(p.position, p.id)).all():
        found[customer if contact is None else contact].append(ContactPoint(PointKind(kind), *more))
    return found


def related(session: Session, page: Page, kind: str) -> dict[RawKey, int]:
    """The number of the living customer to whom customers have a relation of a kind; the first one's."""
    r, other = RelationEntity, aliased(CustomerEntity)
    wanted = select(raw(r.customer_id), other.number).join(other, other.id == r.other_id)
    wanted = wanted.where(page.of(r.customer_id), r.kind == kind)
    wanted = wanted.where(r.deleted_at.is_(None), other.deleted_at.is_(None))
    found: dict[RawKey, int] = {}
    for customer, number in session.connection().execute(wanted.order_by(r.created_at, r.id)).all():
        found.setdefault(customer, number)
    return found


def contacts(session: Session, page: Page) -> Rows:
    """The contact persons of customers, the primary one first."""
    c = ContactEntity
    wanted = select(raw(c.customer_id), raw(c.id), c.name, c.role, c.title, c.department, c.birthday, c.notes)
    wanted = wanted.add_columns(raw(c.reports_to_id))
    wanted = wanted.where(page.of(c.customer_id), c.deleted_at.is_(None))
    return _grouped(session, wanted.order_by(c.is_primary.desc(), c.position, c.id))


def addresses(session: Session, page: Page) -> Rows:
    """The addresses of customers, the primary one first: customer, region, street, postcode, label."""
    a = AddressEntity
    wanted = select(raw(a.customer_id), a.region, a.street, a.postcode, a.label)
    wanted = wanted.where(page.of(a.customer_id))
    found: Rows = {}
    for row in _plain(session, wanted.order_by(a.is_primary.desc(), a.position, a.id)):
        found.setdefault(row[0], []).append(row)
    return found


def dates(session: Session, page: Page) -> Rows:
    """The important dates of customers."""
    d = ImportantDateEntity
    wanted = select(raw(d.customer_id), d.label, d.on.label("on"), d.lunar).where(page.of(d.customer_id))
    return _grouped(session, wanted.order_by(d.position, d.id))


def _grouped(session: Session, wanted: Select[Any]) -> Rows:
    found: Rows = defaultdict(list)
    for row in session.connection().execute(wanted).all():
        found[row[0]].append(row)
    return found


def all_tags(session: Session) -> dict[RawKey, str]:
    """Every tag's name, in their order."""
    wanted = select(raw(TagEntity.id), TagEntity.name).order_by(TagEntity.name_key, TagEntity.id)
    return {key: name for key, name in session.connection().execute(wanted)}


def tags(session: Session, page: Page) -> dict[RawKey, list[RawKey]]:
    """The tags of customers, as keys."""
    t = CustomerTagEntity
    found: dict[RawKey, list[RawKey]] = {}
    wanted = select(raw(t.customer_id), raw(t.tag_id)).where(page.of(t.customer_id))
    for customer, tag in _plain(session, wanted):
        if customer in found:
            found[customer].append(tag)
        else:
            found[customer] = [tag]
    return found
