"""What one measurement found, and what it was allowed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Result:
    """One measured figure beside the limit that was measured in the same run.

    `value` and `limit` are in `unit` ("ms", "MB"). `limit` is the yardstick measured beside it (the bare window,
    say) or None where the budget is absolute. `budget` is what `value` may reach: in `unit` where `limit` is None,
    else a multiple of `limit`. `ok` says whether it was kept.
    """

    name: str
    value: float
    unit: str
    limit: float | None
    budget: float
    ok: bool

    @property
    def ratio(self) -> float:
        """The share of what is allowed that was used: 1.0 is exactly the budget."""
        allowed = self.budget if self.limit is None else self.limit * self.budget
        return self.value / allowed if allowed else 0.0

    def kept(self, pace: float) -> bool:
        """Whether the budget was kept on a machine `pace` times as slow as the one that budgets in milliseconds are
        meant for; multiples of a limit and megabytes stay what they are."""
        timed = self.limit is None and self.unit in ("ms", "s")
        return self.ok or (timed and self.ratio <= pace)

    def as_dict(self, pace: float = 1.0) -> dict[str, Any]:
        """The figure for JSON, rounded to what the clock can tell."""
        row = asdict(self) | {"ratio": round(self.ratio, 3), "value": round(self.value, 3)}
        row["ok_at_pace"] = self.kept(pace)
        row["limit"] = None if self.limit is None else round(self.limit, 3)
        return row


def measured(name: str, value: float, budget: float, *, unit: str = "ms", limit: float | None = None) -> Result:
    """A result judged against its budget: absolute, or a multiple of `limit`."""
    allowed = budget if limit is None else limit * budget
    return Result(name, value, unit, limit, budget, value <= allowed)
