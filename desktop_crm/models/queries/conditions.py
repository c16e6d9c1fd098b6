"""Filters of the filter builder as SQL, over built-in and custom fields alike.

Every condition is written so that it is true or false for each customer, never NULL: `NOT` then loses no rows. Only a
condition that cannot be understood any more (its field was removed, its value is none) is NULL: neither it nor its
opposite holds for anybody, so that a filter never shows, and a bulk edit never changes, more than it says."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Boolean, ColumnElement, and_, cast, not_, null, or_, true
from sqlalchemy.orm import Session

from desktop_crm.models.queries.condition_types import BY_TYPE, Query
from desktop_crm.models.records.conditions import Condition, Join, Part
from desktop_crm.models.records.operators import pruned
from desktop_crm.models.validation.conditions import Catalogue, understood

Sql = ColumnElement[bool]


def condition_sql(session: Session, catalogue: Catalogue, part: Part, today: dt.date, *, deleted: bool = False) -> Sql:
    """The customers that `part` holds for. `today` is what offsets count from; `deleted` says that the list is the
    recycle bin's."""
    return and_(true(), *condition_parts(session, catalogue, part, today, deleted=deleted))


def condition_parts(
    session: Session, catalogue: Catalogue, part: Part, today: dt.date, *, deleted: bool = False
) -> list[Sql]:
    """The same taken apart: all of them must hold."""
    whole = pruned(part)
    query = Query(session, today, deleted=deleted)
    return [] if whole is None else [_part(query, catalogue, one) for one in _together(whole)]


def _together(part: Part) -> list[Part]:
    if isinstance(part, Condition) or part.join is not Join.ALL:
        return [part]
    return [found for one in part.parts for found in _together(one)]


def _part(query: Query, catalogue: Catalogue, part: Part) -> Sql:
    if isinstance(part, Condition):
        if not understood(catalogue, part):
            return cast(null(), Boolean)
        spec = catalogue[part.field]
        return BY_TYPE[spec.type](query, spec, part)
    parts = [_part(query, catalogue, one) for one in part.parts]
    if part.join is Join.ALL:
        return and_(*parts)
    return or_(*parts) if part.join is Join.ANY else not_(or_(*parts))
