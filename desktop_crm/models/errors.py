"""What can go wrong, in terms a person can act on. Everything else is a bug and is reported as one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from desktop_crm.models.messages import Message


class CrmError(Exception):
    """An error with words for the person: `message` says what happened and what it means for the
    data, `advice` what to do next."""

    def __init__(self, message: Message, advice: Message | None = None) -> None:
        super().__init__(message.plain())
        self.message = message
        self.advice = advice


class UserError(CrmError):
    """The request cannot be done as asked. `fields` maps a field to what is wrong with it."""

    def __init__(
        self,
        message: Message,
        advice: Message | None = None,
        fields: Mapping[str, Message] | None = None,
    ) -> None:
        super().__init__(message, advice)
        self.fields = dict(fields or {})


class NotFoundError(UserError):
    """The record is not there (any more)."""


class CancelledError(CrmError):
    """The person cancelled; nothing was changed."""


class FieldConflict(NamedTuple):
    """One field that two people changed: what it was, what is stored now, what was asked for."""

    field: str
    original: object
    theirs: object
    mine: object


class ConflictError(CrmError):
    """The record was changed by somebody else since it was read; nothing was written."""

    def __init__(self, message: Message, conflicts: tuple[FieldConflict, ...], advice: Message | None = None) -> None:
        super().__init__(message, advice)
        self.conflicts = conflicts


class DatabaseProblem(StrEnum):
    """The database conditions that the application recognises."""

    FULL = "full"
    LOCKED = "locked"
    CORRUPT = "corrupt"
    NEWER = "newer"
    NOT_A_DATABASE = "not_a_database"
    NETWORK_SHARE = "network_share"
    CONNECTION = "connection"
    LOGIN = "login"
    READ_ONLY = "read_only"
    MISSING = "missing"
    DISK = "disk"
    IN_USE = "in_use"


class KnownDatabaseError(CrmError):
    """A database condition with advice. `retry` says whether trying again can help."""

    def __init__(
        self,
        problem: DatabaseProblem,
        message: Message,
        advice: Message | None = None,
        *,
        retry: bool = False,
    ) -> None:
        super().__init__(message, advice)
        self.problem = problem
        self.retry = retry
