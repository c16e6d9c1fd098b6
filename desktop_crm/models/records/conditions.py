"""Filters as people build them: conditions in nested groups, kept as JSON in saved views.

Values travel as text, whatever the field: numbers in decimal, dates in ISO 8601, keys of records in hexadecimal,
codes as they are stored. An offset is a number and a unit (`6m`: d, w, m, y), counted back from today in `older_than`
and `within_last`, forward in `within_next`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias


class Operator(StrEnum):
    """How a field is compared. `NONE_OF`, `NOT_CONTAINS` … hold for empty fields, too."""

    IS = "is"
    ANY_OF = "any_of"
    NONE_OF = "none_of"
    ALL_OF = "all_of"
    CONTAINS = "contains"
    NOT_CONTAINS = "not_contains"
    STARTS_WITH = "starts_with"
    MATCHES = "matches"
    NOT_MATCHES = "not_matches"
    LESS = "less"
    LESS_EQUAL = "less_equal"
    GREATER = "greater"
    GREATER_EQUAL = "greater_equal"
    BETWEEN = "between"
    OLDER_THAN = "older_than"
    WITHIN_LAST = "within_last"
    WITHIN_NEXT = "within_next"
    EMPTY = "empty"
    NOT_EMPTY = "not_empty"


class Join(StrEnum):
    """How the parts of a group are joined; NONE is "not any of these"."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Condition:
    """`field` is an id of the catalogue. `older_than` holds for an empty date as well: never is long ago."""

    field: str
    operator: Operator
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions and groups. A group without any condition is as if it were not there."""

    join: Join = Join.ALL
    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)


Part: TypeAlias = Condition | Group
DEPTH = 8


def to_json(part: Part) -> dict[str, Any]:
    """What a saved view keeps."""
    if isinstance(part, Condition):
        return {"field": part.field, "op": str(part.operator), "values": list(part.values)}
    return {"join": str(part.join), "parts": [to_json(one) for one in part.parts]}


def from_json(data: object, depth: int = DEPTH) -> Part:
    """What `to_json` gave. Raises ValueError for anything else, and for groups nested deeper than `DEPTH`."""
    if not isinstance(data, dict) or depth < 0:
        raise ValueError("not a filter")
    if "join" in data:
        parts = data.get("parts")
        if not isinstance(parts, list):
            raise ValueError("not a group")
        return Group(Join(data["join"]), tuple(from_json(one, depth - 1) for one in parts))
    values = data.get("values", [])
    if not isinstance(data.get("field"), str) or not isinstance(values, list):
        raise ValueError("not a condition")
    return Condition(data["field"], Operator(str(data.get("op"))), tuple(str(value) for value in values))
