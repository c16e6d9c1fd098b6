"""How many examples a property gets that costs much for each."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

_PROFILE = settings.default.max_examples if settings.default else 30
_USUAL = 30


def examples(in_a_change: int, **others: Any) -> settings:
    """So many in the run of every change, and as many times more at night as other properties get then."""
    return settings(max_examples=in_a_change * _PROFILE // _USUAL, **others)
