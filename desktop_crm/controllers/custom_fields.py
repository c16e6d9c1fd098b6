"""What an administrator can do with custom fields. Each change is one undo step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import CommandContext, Outcome
    from desktop_crm.models.records.custom_fields import CustomField, FieldDraft, FieldsView

MANY = 2_000
CHANGING = Message(QT_TRANSLATE_NOOP("messages", "Changing a field"))
EMPTYING = Message(QT_TRANSLATE_NOOP("messages", "Emptying a field"))


class CustomFieldsController(QObject):
    """Reads and changes the fields. `count` is how many customers have a value: many enough, and the change is listed
    as a job, for their search documents are renewed with it."""

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._jobs = runner, jobs

    def view(self, owner: QObject) -> Task[FieldsView]:
        """The fields in force and the removed ones, with how they are used."""
        return self._runner.query(_view, owner=owner, key="fields")

    def option_uses(self, field: CustomField, owner: QObject) -> Task[dict[str, int]]:
        """How many customers hold each option."""
        return self._runner.query(_option_uses, field, owner=owner, key="option_uses")

    def names(self, links: Sequence[str], owner: QObject) -> Task[tuple[tuple[str, str], ...]]:
        """The names of linked customers."""
        return self._runner.query(_names, tuple(links), owner=owner)

    def save(self, draft: FieldDraft, moves: Mapping[str, str], count: int = 0) -> Task[Outcome[Id]]:
        """Adds or changes a field; fails with UserError (`fields`) or ConflictError."""
        if count > MANY:
            return self._jobs.command(_save, draft, dict(moves), title=CHANGING)
        return self._runner.command(_save, draft, dict(moves))

    def order(self, ids: Sequence[Id], sections: Mapping[Id, str]) -> Task[Outcome[None]]:
        return self._runner.command(_order, tuple(ids), dict(sections))

    def remove(self, field_id: Id, count: int = 0) -> Task[Outcome[None]]:
        if count > MANY:
            return self._jobs.command(_remove, field_id, title=CHANGING)
        return self._runner.command(_remove, field_id)

    def restore(self, field_id: Id, count: int = 0) -> Task[Outcome[None]]:
        if count > MANY:
            return self._jobs.command(_restore, field_id, title=CHANGING)
        return self._runner.command(_restore, field_id)

    def purge(self, field_id: Id, count: int = 0) -> Task[Outcome[int]]:
        if count > MANY:
            return self._jobs.command(_purge, field_id, title=EMPTYING)
        return self._runner.command(_purge, field_id)


def _view(session: Session) -> FieldsView:
    from desktop_crm.models.queries.custom_fields import fields_view

    return fields_view(session)


def _option_uses(session: Session, field: CustomField) -> dict[str, int]:
    from desktop_crm.models.queries.custom_fields import option_uses

    return option_uses(session, field)


def _names(session: Session, links: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    from desktop_crm.models.queries.custom_fields import linked_names

    return linked_names(session, links)


def _save(ctx: CommandContext, draft: FieldDraft, moves: dict[str, str]) -> Id:
    from desktop_crm.models.commands.custom_fields import save_field

    return save_field(ctx, draft, moves)


def _order(ctx: CommandContext, ids: tuple[Id, ...], sections: dict[Id, str]) -> None:
    from desktop_crm.models.commands.custom_fields import order_fields

    order_fields(ctx, ids, sections)


def _remove(ctx: CommandContext, field_id: Id) -> None:
    from desktop_crm.models.commands.custom_fields import remove_field

    remove_field(ctx, field_id)


def _restore(ctx: CommandContext, field_id: Id) -> None:
    from desktop_crm.models.commands.custom_fields import restore_field

    restore_field(ctx, field_id)


def _purge(ctx: CommandContext, field_id: Id) -> int:
    from desktop_crm.models.commands.custom_fields import purge_field

    return purge_field(ctx, field_id)
