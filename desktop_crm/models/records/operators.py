"""Which comparisons each type of field knows, and how far an offset reaches."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.conditions import Condition, Group, Operator, Part

_O = Operator
_EMPTY = (_O.EMPTY, _O.NOT_EMPTY)
_TEXT = (_O.CONTAINS, _O.NOT_CONTAINS, _O.IS, _O.STARTS_WITH, _O.MATCHES, _O.NOT_MATCHES, *_EMPTY)
_NUMBER = (_O.IS, _O.LESS, _O.LESS_EQUAL, _O.GREATER, _O.GREATER_EQUAL, _O.BETWEEN, *_EMPTY)
_DATE = (_O.OLDER_THAN, _O.WITHIN_LAST, _O.WITHIN_NEXT, _O.IS, _O.LESS, _O.GREATER, _O.BETWEEN, *_EMPTY)
_CHOSEN = (_O.ANY_OF, _O.NONE_OF, *_EMPTY)
_SEVERAL = (_O.ANY_OF, _O.ALL_OF, _O.NONE_OF, *_EMPTY)
_POINT = (_O.STARTS_WITH, _O.IS, _O.CONTAINS, _O.NOT_CONTAINS, *_EMPTY)

_OPERATORS: dict[FieldType, tuple[Operator, ...]] = {
    FieldType.TEXT: _TEXT,
    FieldType.LONG_TEXT: (_O.CONTAINS, _O.NOT_CONTAINS, *_EMPTY),
    FieldType.NUMBER: _NUMBER,
    FieldType.MONEY: _NUMBER,
    FieldType.DATE: _DATE,
    FieldType.TIME: tuple(one for one in _DATE if one not in (_O.WITHIN_NEXT, *_EMPTY)),
    FieldType.CHOICE: _CHOSEN,
    FieldType.CHOICES: _SEVERAL,
    FieldType.YES_NO: (_O.IS, *_EMPTY),
    FieldType.PHONE: _POINT,
    FieldType.EMAIL: _POINT,
    FieldType.URL: _TEXT,
    FieldType.LINK: _CHOSEN,
    FieldType.USER: _CHOSEN,
    FieldType.TEAM: _CHOSEN,
    FieldType.TAGS: _SEVERAL,
    FieldType.REGION: _CHOSEN,
}
# How many values an operator takes; those that are not named take one. None: one or more.
_ARITY: dict[Operator, int | None] = {
    _O.ANY_OF: None,
    _O.NONE_OF: None,
    _O.ALL_OF: None,
    _O.BETWEEN: 2,
    _O.EMPTY: 0,
    _O.NOT_EMPTY: 0,
}
# Columns that are never empty: asking would only clutter the list of comparisons.
_ALWAYS_FILLED = frozenset({"name", "number", "kind", "stage", "is_key", "created_at", "updated_at"})
_OFFSET = re.compile(r"([0-9]{1,4})([dwmy])")
ME = "me"
OFFSETS = frozenset({_O.OLDER_THAN, _O.WITHIN_LAST, _O.WITHIN_NEXT})


def operators_for(type: FieldType) -> tuple[Operator, ...]:
    """The comparisons of a type, the most usual one first."""
    return _OPERATORS[type]


def operators_of(spec: FieldSpec) -> tuple[Operator, ...]:
    """The comparisons that make sense for a field."""
    known = operators_for(spec.type)
    return tuple(one for one in known if one not in _EMPTY) if spec.id in _ALWAYS_FILLED else known


def arity(operator: Operator) -> int | None:
    """How many values the operator takes; None is one or more."""
    return _ARITY.get(operator, 1)


def parse_offset(text: str) -> tuple[int, str]:
    """`6m` → (6, "m"). Raises ValueError."""
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return int(match[1]), match[2]


def shifted(day: dt.date, offset: str, sign: int) -> dt.date:
    """The day an offset later (`sign` 1) or earlier (-1); the last of a month stays in its month, and what lies
    outside the calendar is its end. Raises ValueError for what is no offset."""
    count, unit = parse_offset(offset)
    if unit in "dw":
        days = count * (7 if unit == "w" else 1)
        try:
            return day + dt.timedelta(days=sign * days)
        except OverflowError:
            return dt.date.max if sign > 0 else dt.date.min
    months = day.year * 12 + day.month - 1 + sign * count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max if sign > 0 else dt.date.min
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def conditions(part: Part | None) -> Iterator[Condition]:
    """Every condition of a filter, however deep."""
    if isinstance(part, Condition):
        yield part
    elif part is not None:
        for one in part.parts:
            yield from conditions(one)


def pruned(part: Part) -> Part | None:
    """The filter without groups that hold nothing: they are as if they were not there."""
    if isinstance(part, Condition):
        return part
    parts = tuple(one for one in map(pruned, part.parts) if one is not None)
    return Group(part.join, parts) if parts else None


def without(part: Part, fields: frozenset[str]) -> Part | None:
    """The filter without the conditions on some fields."""
    if isinstance(part, Condition):
        return None if part.field in fields else part
    parts = tuple(one for one in (without(each, fields) for each in part.parts) if one is not None)
    return Group(part.join, parts) if parts else None
