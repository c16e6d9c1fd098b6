"""Completeness in SQL: the same figure as `validation/completeness.py`, for any number of customers at once."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, and_, case, exists, literal, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import (
    AddressEntity,
    ContactEntity,
    ContactPointEntity,
    CustomerEntity,
    CustomerTagEntity,
    ImportantDateEntity,
)
from desktop_crm.models.entities.standards import FieldWeightEntity
from desktop_crm.models.messages import Message
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.records.catalogue import BUILT_IN, FieldSpec
from desktop_crm.models.records.customers import CustomerKind
from desktop_crm.models.records.fields import CUSTOM, CUSTOMER_FIELDS
from desktop_crm.models.validation.completeness import DEFAULT, Completeness, Weights

_C = CustomerEntity
_BUILT_IN = {spec.id: spec for spec in BUILT_IN}


def weights(session: Session) -> dict[str, dict[str, int]]:
    """What each field counts in this database: its own weights over the built-in ones."""
    found = {kind: dict(of_kind) for kind, of_kind in DEFAULT.items()}
    own = FieldWeightEntity
    rows = select(own.field, own.for_kind, own.weight).where(own.deleted_at.is_(None)).order_by(own.for_kind, own.id)
    for field, for_kind, weight in session.execute(rows):
        for kind in (for_kind,) if for_kind else tuple(CustomerKind):
            found.setdefault(str(kind), {})[field] = weight
    return found


def percent_of(session: Session, given: Weights | None = None) -> ColumnElement[int]:
    """The completeness of a customer's row as an expression."""
    table = weights(session) if given is None else given
    specs = _specs(session, table)
    shares = {kind: _share(table[kind], specs) for kind in table}
    return case(*((_C.kind == kind, share) for kind, share in shares.items()), else_=100)


def columns_of(session: Session, given: Weights | None = None) -> set[str]:
    """The columns of the customer's row that completeness is worked out from."""
    table = weights(session) if given is None else given
    specs = _specs(session, table)
    ids = {field for of_kind in table.values() for field in of_kind}
    return {"kind"} | {specs[field].column for field in ids if field in specs and specs[field].column}


def completeness_of(session: Session, customer_id: uuid.UUID, kind: CustomerKind) -> Completeness:
    """The completeness of one stored customer of a kind, with what is missing. Raises NoResultFound."""
    table = weights(session).get(kind, {})
    specs = _specs(session, {kind: table})
    asked = {field: filled for field in _by_weight(table) if (filled := _filled(field, specs)) is not None}
    if not asked:
        return Completeness(100)
    answers = session.execute(select(*asked.values()).where(_C.id == customer_id)).one()
    missing = tuple(field for field, there in zip(asked, answers, strict=True) if not there)
    total = sum(table[field] for field in asked)
    return Completeness(100 * (total - sum(table[field] for field in missing)) // total, missing)


def field_names(session: Session, fields: Sequence[str]) -> tuple[tuple[str, Message], ...]:
    """Fields with their names, as people know them."""
    specs = field_catalogue(session) if any(field.startswith(CUSTOM) for field in fields) else _BUILT_IN
    return tuple((one, CUSTOMER_FIELDS.get(one) or specs[one].label) for one in fields)


def _by_weight(table: Mapping[str, int]) -> list[str]:
    return sorted((field for field, weight in table.items() if weight > 0), key=lambda field: -table[field])


def _specs(session: Session, table: Weights) -> Mapping[str, FieldSpec]:
    own = any(field.startswith(CUSTOM) for of_kind in table.values() for field in of_kind)
    return field_catalogue(session) if own else _BUILT_IN


def _share(table: Mapping[str, int], specs: Mapping[str, FieldSpec]) -> ColumnElement[int]:
    terms = [(table[field], filled) for field in _by_weight(table) if (filled := _filled(field, specs)) is not None]
    total = sum(weight for weight, _ in terms)
    if not total:
        return literal(100)
    got: ColumnElement[int] = literal(0)
    for weight, filled in terms:
        got = got + case((filled, weight), else_=0)
    return got * 100 // total


_PARTS: dict[str, tuple[Any, ColumnElement[bool] | None]] = {
    "contacts": (ContactEntity, ContactEntity.deleted_at.is_(None)),
    "dates": (ImportantDateEntity, None),
    "addresses": (AddressEntity, None),
    "points": (ContactPointEntity, ContactPointEntity.contact_id.is_(None)),
    "tags": (CustomerTagEntity, None),
}


def _filled(field: str, specs: Mapping[str, FieldSpec]) -> ColumnElement[bool] | None:
    """Whether a field has a value; None for one that there is not."""
    if field in _PARTS:
        part, condition = _PARTS[field]
        own = part.customer_id == _C.id
        return exists().where(own if condition is None else and_(own, condition))
    spec = specs.get(field)
    if spec is None or not spec.column:
        return None
    column = _C.__table__.c[spec.column]
    if isinstance(column.type, Boolean):
        return column.is_(True)
    return column.is_not(None) if column.nullable else column != ""
