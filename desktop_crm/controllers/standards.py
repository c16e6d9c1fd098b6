"""Data standards and health: what a person can do with rules, weights and dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.controllers.jobs import JobController
    from desktop_crm.models.db.context import CommandContext, Monitor, Outcome
    from desktop_crm.models.db.database import Database
    from desktop_crm.models.records.catalogue import FieldSpec
    from desktop_crm.models.records.standards import DataRule, DictionaryValue, Health

MERGING = Message(QT_TRANSLATE_NOOP("messages", "Merging values"))
STANDARD_TABLES = ("data_rule", "dictionary_entry", "field_weight", "customer")


class StandardsController(QObject):
    """Every call answers at once with a task."""

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs = jobs

    def health(self, owner: QObject) -> Task[Health]:
        """The board; looking at it also keeps the day's counts for the trend."""
        return self._runner.write(_health, owner=owner)

    def fields(self, owner: QObject) -> Task[dict[str, FieldSpec]]:
        """The fields that a rule can be about."""
        return self._runner.query(_fields, owner=owner, key="fields")

    def values(self, dictionary: str, owner: QObject) -> Task[list[DictionaryValue]]:
        """The values of a dictionary with how many customers have each."""
        return self._runner.query(_values, dictionary, owner=owner, key="values")

    def weights(self, owner: QObject) -> Task[dict[str, dict[str, int]]]:
        """Kind of customer → field → what it counts."""
        return self._runner.query(_weights, owner=owner, key="weights")

    # Each is one undo step.

    def start(self) -> Task[Outcome[int]]:
        """The suggested rules, where there are none."""
        return self._runner.command(_start)

    def save_rule(self, rule: DataRule) -> Task[Outcome[Id]]:
        """Fails with UserError (`fields`)."""
        return self._runner.command(_save_rule, rule)

    def delete_rule(self, rule: Id) -> Task[Outcome[None]]:
        return self._runner.command(_delete_rule, rule)

    def save_weight(self, field: str, for_kind: str, weight: int) -> Task[Outcome[None]]:
        return self._runner.command(_save_weight, field, for_kind, weight)

    def agree(self, dictionary: str, value: str, agreed: bool) -> Task[Outcome[None]]:
        """Takes a value into a dictionary or out of it."""
        return self._runner.command(_agree, dictionary, value, agreed)

    def merge(self, dictionary: str, values: Sequence[str], into: str) -> Task[Outcome[int]]:
        """Writes `into` wherever a customer has one of `values`; listed as a job."""
        return self._jobs.command(_merge, dictionary, tuple(values), into, title=MERGING)


def _health(database: Database, monitor: Monitor) -> Health:
    from desktop_crm.models.commands.standards import look_at_health

    return look_at_health(database)


def _fields(session: Session) -> dict[str, FieldSpec]:
    from desktop_crm.models.queries.catalogue import field_catalogue

    return field_catalogue(session)


def _values(session: Session, dictionary: str) -> list[DictionaryValue]:
    from desktop_crm.models.queries.standards import dictionary_values

    return dictionary_values(session, dictionary)


def _weights(session: Session) -> dict[str, dict[str, int]]:
    from desktop_crm.models.queries.completeness import weights

    return weights(session)


def _start(ctx: CommandContext) -> int:
    from desktop_crm.models.commands.standards import add_first_rules

    return add_first_rules(ctx)


def _save_rule(ctx: CommandContext, rule: DataRule) -> Id:
    from desktop_crm.models.commands.standards import save_rule

    return save_rule(ctx, rule)


def _delete_rule(ctx: CommandContext, rule: Id) -> None:
    from desktop_crm.models.commands.standards import delete_rule

    delete_rule(ctx, rule)


def _save_weight(ctx: CommandContext, field: str, for_kind: str, weight: int) -> None:
    from desktop_crm.models.commands.standards import save_weight

    save_weight(ctx, field, for_kind, weight)


def _agree(ctx: CommandContext, dictionary: str, value: str, agreed: bool) -> None:
    from desktop_crm.models.commands.standards import agree_value

    agree_value(ctx, dictionary, value, agreed=agreed)


def _merge(ctx: CommandContext, dictionary: str, values: tuple[str, ...], into: str) -> int:
    from desktop_crm.models.commands.standards import merge_values

    return merge_values(ctx, dictionary, values, into)
