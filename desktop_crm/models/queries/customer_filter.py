"""The list's quick filters as SQL conditions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity, CustomerTagEntity
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.queries.conditions import condition_parts
from desktop_crm.models.queries.search import matching_records
from desktop_crm.models.queries.sharing import handed_over, shared_with
from desktop_crm.models.records.listed import CustomerFilter, Id

C = CustomerEntity


def matching(session: Session, wanted: CustomerFilter) -> list[ColumnElement[bool]]:
    """The conditions of `wanted`, to be joined by AND; the first says whether customers live or are deleted."""
    conditions: list[ColumnElement[bool]] = [C.deleted_at.is_not(None) if wanted.deleted else C.deleted_at.is_(None)]
    if wanted.kinds:
        conditions.append(C.kind.in_(wanted.kinds))
    if wanted.stages:
        conditions.append(C.stage.in_(wanted.stages))
    if wanted.sources:
        conditions.append(C.source.in_(wanted.sources))
    if wanted.owners:
        conditions.append(_owners(wanted.owners))
    if wanted.tags:
        tagged = select(CustomerTagEntity.customer_id).where(CustomerTagEntity.tag_id.in_(wanted.tags))
        conditions.append(C.id.in_(tagged))
    if wanted.regions:
        conditions.append(or_(*(_starts(prefix) for prefix in wanted.regions)))
    if wanted.ids is not None:
        conditions.append(C.id.in_(wanted.ids) if wanted.ids else false())
    conditions += _given(wanted)
    if wanted.text.strip():
        conditions.append(C.id.in_(matching_records(session, wanted.text)))
    if wanted.rules:
        catalogue, today = field_catalogue(session), dt.date.today()  # noqa: DTZ011 - the person's own day
        conditions += condition_parts(session, catalogue, wanted.rules, today, deleted=wanted.deleted)
    return conditions


def testable(wanted: CustomerFilter) -> bool:
    """Whether `matching` gives conditions that customers can be tested by one at a time: no list of hits, and living
    customers only."""
    listed = wanted.text.strip() or wanted.ids is not None or wanted.hand_over or wanted.shared_with
    return not (wanted.deleted or listed)


def _given(wanted: CustomerFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.hand_over is not None:
        found.append(C.id.in_(handed_over(wanted.hand_over)))
    if wanted.shared_with is not None:
        found.append(C.id.in_(shared_with(wanted.shared_with)))
    return found


def _owners(owners: Sequence[Id | None]) -> ColumnElement[bool]:
    ids = [owner for owner in owners if owner is not None]
    if not ids:
        return C.owner_id.is_(None)
    named = C.owner_id.in_(ids)
    return or_(named, C.owner_id.is_(None)) if None in owners else named


def _starts(prefix: str) -> ColumnElement[bool]:
    # A range in place of LIKE: both databases answer it from the index.
    return (C.region_key >= prefix) & (C.region_key < prefix + ":")
