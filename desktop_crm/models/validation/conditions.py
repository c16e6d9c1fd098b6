"""Which conditions of a filter can be understood: fields can be removed and values be none of theirs."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Mapping

from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.conditions import Condition, Operator, Part
from desktop_crm.models.records.operators import ME, OFFSETS, arity, conditions, operators_for, shifted
from desktop_crm.models.text.names import tidy

Catalogue = Mapping[str, FieldSpec]
_MOST = 2**31 - 1
MAX_PATTERN = 200


def broken(catalogue: Catalogue, part: Part | None) -> tuple[Condition, ...]:
    """The conditions that hold for nobody because their field is gone or their value is none."""
    return tuple(one for one in conditions(part) if not understood(catalogue, one))


def understood(catalogue: Catalogue, condition: Condition) -> bool:
    """Whether the field is known, knows the comparison and can read the values."""
    spec = catalogue.get(condition.field)
    if spec is None or not _takes(spec, condition):
        return False
    try:
        _CHECKS.get(spec.type, _any_values)(spec, condition)
    except (ValueError, ArithmeticError):
        return False
    return True


def _takes(spec: FieldSpec, condition: Condition) -> bool:
    wanted, given = arity(condition.operator), len(condition.values)
    known = condition.operator in operators_for(spec.type) or condition.operator is Operator.IS
    return known and (given >= 1 if wanted is None else given == wanted)


def stored(type: FieldType, value: str) -> str:
    """A value as the slot of a custom field holds it. Raises ValueError."""
    from desktop_crm.models.text.custom_values import encode

    found = encode(type, value)
    if not found:
        raise ValueError(value)
    return found


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that may be asked of a million rows. Raises ValueError."""
    if not pattern or len(pattern) > MAX_PATTERN:
        raise ValueError("no pattern")
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ValueError(str(error)) from None


def number(spec: FieldSpec, value: str) -> int | str:
    return stored(spec.type, value) if spec.is_custom else max(min(int(value), _MOST), -_MOST)


def _some_text(spec: FieldSpec, condition: Condition) -> None:
    if any(not tidy(value) for value in condition.values):
        raise ValueError("empty")
    if condition.operator in (Operator.MATCHES, Operator.NOT_MATCHES):
        compiled(condition.values[0])


def _any_values(spec: FieldSpec, condition: Condition) -> None:
    """Codes are free: an option that is gone holds for those who still have it."""


def _numbers(spec: FieldSpec, condition: Condition) -> None:
    for value in condition.values:
        number(spec, value)


def _days(spec: FieldSpec, condition: Condition) -> None:
    for value in condition.values:
        if condition.operator in OFFSETS:
            shifted(dt.date(2000, 1, 1), value, 1)
        else:
            dt.date.fromisoformat(value)


def _keys(spec: FieldSpec, condition: Condition) -> None:
    for value in condition.values:
        if not (value == ME and spec.type is FieldType.USER):
            uuid.UUID(hex=value)


def _regions(spec: FieldSpec, condition: Condition) -> None:
    if not all(value.isdigit() and value.isascii() and len(value) in (2, 4, 6) for value in condition.values):
        raise ValueError("no region")


def _truth(spec: FieldSpec, condition: Condition) -> None:
    if any(value not in ("0", "1") for value in condition.values):
        raise ValueError("neither yes nor no")


_CHECKS: dict[FieldType, Callable[[FieldSpec, Condition], None]] = {
    FieldType.TEXT: _some_text,
    FieldType.LONG_TEXT: _some_text,
    FieldType.URL: _some_text,
    FieldType.PHONE: _some_text,
    FieldType.EMAIL: _some_text,
    FieldType.NUMBER: _numbers,
    FieldType.MONEY: _numbers,
    FieldType.DATE: _days,
    FieldType.TIME: _days,
    FieldType.YES_NO: _truth,
    FieldType.LINK: _keys,
    FieldType.USER: _keys,
    FieldType.TEAM: _keys,
    FieldType.TAGS: _keys,
    FieldType.REGION: _regions,
}
