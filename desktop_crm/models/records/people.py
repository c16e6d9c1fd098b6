"""Users and teams as the page about them shows them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_crm.models.records.customers import Id, Team, User


@dataclass(frozen=True, slots=True)
class UserInfo:
    """A user with what hangs on them. `mine`: the person who is signed in."""

    user: User
    team_id: Id | None = None
    customers: int = 0
    key_customers: int = 0
    shares: int = 0
    planned: int = 0
    views: int = 0
    mine: bool = False

    @property
    def holds(self) -> bool:
        """Whether somebody has to take over when this user goes."""
        return any((self.customers, self.key_customers, self.shares, self.planned, self.views))


@dataclass(frozen=True, slots=True)
class TeamInfo:
    team: Team
    members: int = 0
    customers: int = 0


@dataclass(frozen=True, slots=True)
class People:
    """All users and teams."""

    users: tuple[UserInfo, ...] = ()
    teams: tuple[TeamInfo, ...] = ()
