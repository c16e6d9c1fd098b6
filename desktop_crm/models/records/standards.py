"""Data standards 信息录入规范 as records: rules, what breaks them, dictionaries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator
from desktop_crm.models.records.listed import Id

DICTIONARIES = ("source", "industry", "size", "occupation")
"""The fields whose values form a dictionary."""


class Check(StrEnum):
    """What a rule asks of a field."""

    REQUIRED = "required"
    FORMAT = "format"
    DICTIONARY = "dictionary"
    VERIFIED = "verified"


CHECKS: dict[Check, Message] = {
    Check.REQUIRED: Message(QT_TRANSLATE_NOOP("messages", "must be filled in")),
    Check.FORMAT: Message(QT_TRANSLATE_NOOP("messages", "must fit a pattern")),
    Check.DICTIONARY: Message(QT_TRANSLATE_NOOP("messages", "must stand in the dictionary")),
    Check.VERIFIED: Message(QT_TRANSLATE_NOOP("messages", "must have been verified")),
}


@dataclass(frozen=True, slots=True)
class DataRule:
    """A rule for one field, for customers of `for_kind` at `stage` (empty: any). `pattern` is the regular expression
    of a format, or the age (`6m`) after which a customer has to be verified again."""

    field: str
    check: Check
    for_kind: str = ""
    stage: str = ""
    pattern: str = ""
    blocking: bool = False
    active: bool = True
    name: str = ""
    position: int = 0
    id: Id | None = None

    def broken(self, known: tuple[str, ...] = ()) -> Group:
        """The customers that break it, as a filter of the list. `known` are the values of the field's dictionary."""
        parts: list[Condition] = []
        if self.for_kind:
            parts.append(Condition("kind", Operator.ANY_OF, (self.for_kind,)))
        if self.stage:
            parts.append(Condition("stage", Operator.ANY_OF, (self.stage,)))
        match self.check:
            case Check.REQUIRED:
                parts.append(Condition(self.field, Operator.EMPTY))
            case Check.FORMAT:
                parts.append(Condition(self.field, Operator.NOT_EMPTY))
                parts.append(Condition(self.field, Operator.NOT_MATCHES, (self.pattern,)))
            case Check.DICTIONARY:
                parts.append(Condition(self.field, Operator.NOT_EMPTY))
                if known:
                    parts.append(Condition(self.field, Operator.NONE_OF, known))
            case Check.VERIFIED:
                parts.append(Condition("verified_on", Operator.OLDER_THAN, (self.pattern or "6m",)))
        return Group(Join.ALL, tuple(parts))


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule, how many of how many customers break it, the filter that lists them, and its counts of former days
    (oldest first). `unclear`: its field was removed, so that nobody can break it."""

    rule: DataRule
    broken: int
    total: int
    filter: Group
    trend: tuple[tuple[dt.date, int], ...] = ()
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class HolderState:
    """An owner's or a source's customers: how many, how many break a rule, and how complete they are on average."""

    key: str
    name: str
    customers: int
    broken: int
    completeness: int


@dataclass(frozen=True, slots=True)
class Health:
    """The board: all rules, and the customers by owner and by source."""

    customers: int
    completeness: int
    clean: int
    rules: tuple[RuleState, ...]
    owners: tuple[HolderState, ...]
    sources: tuple[HolderState, ...]


@dataclass(frozen=True, slots=True)
class DictionaryValue:
    """A value of a dictionary, how many customers have it, and whether it is one of the agreed ones."""

    value: str
    customers: int
    agreed: bool
    built_in: bool = False


# What a new database holds its customers to, until somebody decides otherwise.
FIRST_RULES: tuple[DataRule, ...] = (
    DataRule("phone", Check.REQUIRED),
    DataRule("owner", Check.REQUIRED),
    DataRule("industry", Check.REQUIRED, for_kind="company"),
    DataRule("credit_code", Check.REQUIRED, for_kind="company", stage="maintain"),
    DataRule("verified_on", Check.VERIFIED, stage="maintain", pattern="6m"),
)
