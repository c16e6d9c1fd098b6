"""Grouping a list: one statement counts the customers of every value."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

from sqlalchemy import func, null, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.queries.customer_filter import matching, testable
from desktop_crm.models.queries.narrowing import narrowed
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.groups import ValueCount
from desktop_crm.models.records.listed import CustomerFilter

C = CustomerEntity
# More values than a person reads; the field is no group then but a search.
MOST = 500


def group_counts(session: Session, wanted: CustomerFilter, field: FieldSpec) -> tuple[ValueCount, ...]:
    """The values of a field with their counts, most customers first; those without a value come last."""
    column: Any = getattr(C, field.column)
    conditions = matching(session, wanted)
    found = narrowed(session, conditions[1:]) if testable(wanted) else None
    # Regions are put together here: by parts of their codes no index could be walked.
    statement = select(column, func.count()).where(*conditions).group_by(column)
    if found is not None:
        # By an expression, or the index of its order would be walked and every row read to test it.
        statement = found.reading(column, func.count()).group_by(func.coalesce(column, null()))
    counts: Counter[str] = Counter()
    for value, count in session.execute(statement):
        for one in _values(field, value):
            counts[one] += count
    ordered = sorted(counts.items(), key=lambda one: (one[0] == "", -one[1], one[0]))
    return tuple(ValueCount(value, count) for value, count in ordered[:MOST])


def _values(field: FieldSpec, value: Any) -> tuple[str, ...]:
    """A stored value as conditions write it; a customer with several options counts in each."""
    if value is None or value == "":
        return ("",)
    if isinstance(value, uuid.UUID):
        return (value.hex,)
    if isinstance(value, bool):
        return ("1" if value else "0",)
    if field.type is FieldType.REGION:
        return (str(value)[:2],)
    if field.type is FieldType.CHOICES:
        return tuple(part for part in str(value).split("|") if part) or ("",)
    return (str(value),)
