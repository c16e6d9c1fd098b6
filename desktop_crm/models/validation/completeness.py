"""How complete the file of a customer is: a percentage, and what is missing.

Pure: weights come from outside. `models/queries/completeness.py` says the same in SQL, for many rows at once; a test
holds the two together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from desktop_crm.models.records.customers import CustomerDraft, CustomerKind, PointKind

Weights = Mapping[str, Mapping[str, int]]
"""Kind of customer → id of a field (as the field catalogue names it) → what it counts."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """`percent` 0 … 100; `missing` holds the ids of the empty fields, the weightiest first. 100 means that nothing is
    missing, never "nearly"."""

    percent: int
    missing: tuple[str, ...] = ()


# What a customer always has (name, kind, stage) counts nothing.
DEFAULT: Weights = MappingProxyType(
    {
        "company": MappingProxyType(
            {
                "phone": 15,
                "contacts": 15,
                "credit_code": 12,
                "region": 10,
                "owner": 10,
                "industry": 8,
                "email": 8,
                "size": 7,
                "source": 5,
                "needs": 5,
                "preferred_channel": 5,
            }
        ),
        "person": MappingProxyType(
            {
                "phone": 25,
                "owner": 15,
                "email": 10,
                "region": 10,
                "occupation": 10,
                "dates": 10,
                "source": 8,
                "preferred_channel": 6,
                "needs": 6,
            }
        ),
    }
)


def _has(kind: PointKind) -> Callable[[CustomerDraft], bool]:
    return lambda draft: any(point.kind == kind and point.value for point in draft.points)


# Fields that stand elsewhere than under their own name.
_FILLED: Mapping[str, Callable[[CustomerDraft], bool]] = {
    "phone": _has(PointKind.PHONE),
    "email": _has(PointKind.EMAIL),
    "region": lambda draft: any(address.region for address in draft.addresses),
    "owner": lambda draft: draft.owner_id is not None,
    "team": lambda draft: draft.team_id is not None,
}


def filled(field: str) -> Callable[[CustomerDraft], object]:
    """Asks whether a field that drafts have is filled."""
    return _FILLED.get(field) or attrgetter(field)


def is_filled(draft: CustomerDraft, field: str) -> bool | None:
    """Whether a field has a value; None for one that the draft does not have."""
    special = _FILLED.get(field)
    if special is not None:
        return special(draft)
    if not hasattr(draft, field):
        return None
    return bool(getattr(draft, field))


def completeness(draft: CustomerDraft, weights: Weights = DEFAULT) -> Completeness:
    """The share of the weights whose fields are filled. Fields that the draft does not have count nothing."""
    got = total = 0
    missing: list[tuple[int, str]] = []
    for field, weight in weights.get(CustomerKind(draft.kind), {}).items():
        filled = is_filled(draft, field) if weight > 0 else None
        if filled is None:
            continue
        total += weight
        if filled:
            got += weight
        else:
            missing.append((-weight, field))
    # The sort keeps the order of the table among equals.
    missing.sort(key=lambda one: one[0])
    return Completeness(100 * got // total if total else 100, tuple(field for _, field in missing))
