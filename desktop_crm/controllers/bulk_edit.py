"""Setting one field of many customers: which fields there are, what an edit would do, and the edit itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.customers import MANY
from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.bulk_edit import EditPreview, FieldEdit
from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.models.records.customers import FilterChoices
from desktop_crm.models.records.lists import Selection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import CommandContext, Outcome

EDITING = Message(QT_TRANSLATE_NOOP("messages", "Changing customers"))


@dataclass(frozen=True, slots=True)
class EditChoices:
    """The fields that can be set, and what their values can be chosen from."""

    fields: tuple[FieldSpec, ...]
    known: FilterChoices


class BulkEditController(QObject):
    """`owner` is the widget that waits; only its newest request is answered."""

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs = jobs

    def choices(self, owner: QObject) -> Task[EditChoices]:
        return self._runner.query(_choices, owner=owner, key="bulk_edit.choices")

    def preview(self, selection: Selection, edit: FieldEdit, owner: QObject) -> Task[EditPreview]:
        """What the edit would do; fails with UserError (`fields`) as the edit itself would."""
        return self._runner.query(_preview, selection, edit, owner=owner, key="bulk_edit.preview")

    def run(self, selection: Selection, edit: FieldEdit, count: int = 0) -> Task[Outcome[int]]:
        """One undo step. Many customers, and it is listed as a job that can be cancelled."""
        if count > MANY:
            return self._jobs.command(_run, selection, edit, title=EDITING)
        return self._runner.command(_run, selection, edit)


# In the worker.


def _choices(session: Session) -> EditChoices:
    from desktop_crm.models.queries.bulk_edit import editable_fields
    from desktop_crm.models.queries.customers import filter_choices

    return EditChoices(tuple(editable_fields(session)), filter_choices(session))


def _preview(session: Session, selection: Selection, edit: FieldEdit) -> EditPreview:
    from desktop_crm.models.queries.bulk_edit import preview

    return preview(session, selection, edit)


def _run(ctx: CommandContext, selection: Selection, edit: FieldEdit) -> int:
    from desktop_crm.models.commands.bulk_edit import edit_customers

    return edit_customers(ctx, selection, edit)
