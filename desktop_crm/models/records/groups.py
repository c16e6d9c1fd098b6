"""How many customers of a list have each value of a field."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.conditions import Condition, Operator


@dataclass(frozen=True, slots=True)
class ValueCount:
    """`value` as conditions write it; empty for customers without one."""

    value: str
    count: int


def value_condition(spec: FieldSpec, value: str) -> Condition:
    """The condition that the customers counted under a value fulfil."""
    if not value:
        return Condition(spec.id, Operator.EMPTY)
    operator = Operator.IS if spec.type is FieldType.YES_NO else Operator.ANY_OF
    return Condition(spec.id, operator, (value,))
