"""Hand-over 客户交接, sharing, key customers: what is asked for, and what people read of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_crm.models.records.conditions import Condition, Group, Operator
from desktop_crm.models.records.listed import Id

# Key customers 大客户 that neither a person nor a team looks after (无专人).
UNNAMED_KEY_CUSTOMERS = Group(
    parts=(
        Condition("is_key", Operator.IS, ("1",)),
        Condition("key_user", Operator.EMPTY),
        Condition("key_team", Operator.EMPTY),
    )
)
RECENT = 5


@dataclass(frozen=True, slots=True)
class HandOverDraft:
    """To whom, why and from which day on. A person, a team or both take over."""

    to_user_id: Id | None = None
    to_team_id: Id | None = None
    reason: str = ""
    effective_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """A transfer as stored. `former` names the owners before, at most a few; `count` is how many customers.

    `done_at` None: planned; `held` says that it was carried out and that was taken back, so that only a person
    carries it out again."""

    id: Id
    to_user_id: Id | None
    to_user: str
    to_team: str
    reason: str
    effective_on: dt.date
    created_at: dt.datetime
    done_at: dt.datetime | None
    read_at: dt.datetime | None
    count: int
    former: tuple[str, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class HandOverSummary:
    """What a new owner wants to know first: of the customers handed over and not deleted since."""

    customers: int
    open_steps: int
    overdue: int
    key_customers: int
    recent: tuple[tuple[Id, str, dt.datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class HandOverEntry:
    """One hand-over of one customer, from → to, for its timeline. `by` is who recorded it."""

    at: dt.datetime
    by: str
    former: str
    to_user: str
    to_team: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShareChoice:
    """Somebody to share with, and how many of the chosen customers are shared with them already."""

    id: Id
    name: str
    team: bool
    shared: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """With whom customers can be shared, and are; `total` is how many customers are meant."""

    total: int
    choices: tuple[ShareChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareChange:
    """Whom to add and whom to take away, people and teams."""

    add_users: frozenset[Id] = frozenset()
    add_teams: frozenset[Id] = frozenset()
    drop_users: frozenset[Id] = frozenset()
    drop_teams: frozenset[Id] = frozenset()


@dataclass(frozen=True, slots=True)
class Care:
    """Who else looks after one customer: whether it is a key customer and by whom it is looked after, and with whom
    it is shared."""

    is_key: bool = False
    key_user: str = ""
    key_team: str = ""
    shared: tuple[str, ...] = ()
    planned: tuple[HandOver, ...] = ()
