"""One open database: a local file or a team's server."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from desktop_crm.models.db.context import Actor, CommandContext, Monitor, Outcome

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

P = ParamSpec("P")
T = TypeVar("T")


class Database:
    """Sessions for queries, one transaction per command. Open one per process and database."""

    url: str
    actor: Actor

    @classmethod
    def open(cls, url: str, *, create: bool = False) -> Database:
        """Opens `url` (`sqlite:///PATH` or `postgresql://…`). Raises KnownDatabaseError."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def read(self) -> AbstractContextManager[Session]:
        """A session that only reads. Raises KnownDatabaseError from the statements run in it."""
        raise NotImplementedError

    def execute(
        self,
        command: Callable[Concatenate[CommandContext, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Runs one command as one transaction and one change set."""
        raise NotImplementedError

    def execute_monitored(
        self,
        monitor: Monitor,
        command: Callable[Concatenate[CommandContext, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """As `execute`, with progress and cancel."""
        raise NotImplementedError
