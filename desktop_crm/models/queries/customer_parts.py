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


def among(session: Session, column: Any, keys: Sequence[RawKey]) -> ColumnElement[bool]:
    """Whether a key column holds one of some raw keys; one parameter, however many there are."""
    if session.get_bind().dialect.name == "postgresql":
        found: ColumnElement[bool] = column == any_(bindparam(None, list(keys), type_=ARRAY(Uuid())))
        return found
    step = select(literal(0).label("at")).cte("step", recursive=True)
    step = step.union_all(select(step.c.at + _KEY).where(step.c.at < literal(len(keys) * _KEY - _KEY)))
    each = func.substr(literal(b"".join(keys), LargeBinary), step.c.at + 1, _KEY)
    within: ColumnElement[bool] = type_coerce(column, NullType()).in_(select(each))
    return within


def points(
    session: Session, keys: Sequence[RawKey], *, kinds: Iterable[str] | None = None, own: bool = True, of_contacts: bool
) -> tuple[Values, Values]:
    """The values of points by kind and customer, and by kind and contact person; the primary ones first."""
    p = ContactPointEntity
    wanted = select(raw(p.customer_id), raw(p.contact_id), p.kind, p.value).where(among(session, p.customer_id, keys))
    wanted = wanted.order_by(p.is_primary.desc(), p.position, p.id)
    if kinds is not None:
        wanted = wanted.where(p.kind.in_(sorted(kinds)))
    # Written so that no index of the contact persons is taken for it: most points have none.
    of_nobody = case((p.contact_id.is_(None), 1), else_=0)
    if not (own and of_contacts):
        wanted = wanted.where(of_nobody == int(own))
    customers: Values = defaultdict(lambda: defaultdict(list))
    people: Values = defaultdict(lambda: defaultdict(list))
    for customer, contact, kind, value in session.connection().execute(wanted).all():
        if contact is None:
            customers[kind][customer].append(value)
        else:
            people[kind][contact].append(value)
    return customers, people


def told_points(session: Session, keys: Sequence[RawKey], kinds: Iterable[str]) -> dict[RawKey, list[ContactPoint]]:
    """The points that have a label, and those of contact persons of some kinds, in their order, by holder."""
    p = ContactPointEntity
    wanted = select(raw(p.customer_id), raw(p.contact_id), p.kind, p.value, p.label, p.is_primary)
    of_kinds = and_(p.contact_id.is_not(None), p.kind.in_(sorted(kinds)))
    wanted = wanted.where(among(session, p.customer_id, keys), or_(p.label != "", of_kinds))
    found: dict[RawKey, list[ContactPoint]] = defaultdict(list)
    for customer, contact, kind, *more in session.connection().execute(wanted.order_by(p.position, p.id)).all():
        found[customer if contact is None else contact].append(ContactPoint(PointKind(kind), *more))
    return found


def related(session: Session, keys: Sequence[RawKey], kind: str) -> dict[RawKey, int]:
    """The number of the living customer to whom customers have a relation of a kind; the first one's."""
    r, other = RelationEntity, aliased(CustomerEntity)
    wanted = select(raw(r.customer_id), other.number).join(other, other.id == r.other_id)
    wanted = wanted.where(among(session, r.customer_id, keys), r.kind == kind)
    wanted = wanted.where(r.deleted_at.is_(None), other.deleted_at.is_(None))
    found: dict[RawKey, int] = {}
    for customer, number in session.connection().execute(wanted.order_by(r.created_at, r.id)).all():
        found.setdefault(customer, number)
    return found


def contacts(session: Session, keys: Sequence[RawKey]) -> Rows:
    """The contact persons of customers, the primary one first."""
    c = ContactEntity
    wanted = select(raw(c.customer_id), raw(c.id), c.name, c.role, c.title, c.department, c.birthday, c.notes)
    wanted = wanted.where(among(session, c.customer_id, keys), c.deleted_at.is_(None))
    return _grouped(session, wanted.order_by(c.is_primary.desc(), c.position, c.id))


def addresses(session: Session, keys: Sequence[RawKey]) -> Rows:
    """The addresses of customers, the primary one first."""
    a = AddressEntity
    wanted = select(raw(a.customer_id), a.region, a.street, a.postcode, a.label)
    wanted = wanted.where(among(session, a.customer_id, keys))
    return _grouped(session, wanted.order_by(a.is_primary.desc(), a.position, a.id))


def dates(session: Session, keys: Sequence[RawKey]) -> Rows:
    """The important dates of customers."""
    d = ImportantDateEntity
    wanted = select(raw(d.customer_id), d.label, d.on.label("on"), d.lunar).where(among(session, d.customer_id, keys))
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


def tags(session: Session, keys: Sequence[RawKey]) -> dict[RawKey, list[RawKey]]:
    """The tags of customers, as keys."""
    t = CustomerTagEntity
    found: dict[RawKey, list[RawKey]] = defaultdict(list)
    wanted = select(raw(t.customer_id), raw(t.tag_id)).where(among(session, t.customer_id, keys))
    for customer, tag in session.connection().execute(wanted).all():
        found[customer].append(tag)
    return found
