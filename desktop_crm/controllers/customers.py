"""What a person can do with customers. Every call answers at once with a task; the work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVarTuple

from PySide6.QtCore import QObject, Signal

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.listed import CustomerRow, Id, Stage
from desktop_crm.models.records.lists import ListSpec, Page, PageRequest, Selection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.controllers.early import EarlyPage
    from desktop_crm.controllers.jobs import JobController
    from desktop_crm.models.db.context import CommandContext, Outcome
    from desktop_crm.models.queries.first_page import FirstPage
    from desktop_crm.models.records.customers import Customer, CustomerDraft, FilterChoices, Twin

Ts = TypeVarTuple("Ts")

# From here on a change to many customers shows its progress and can be cancelled.
MANY = 2_000
DELETING = Message(QT_TRANSLATE_NOOP("messages", "Deleting customers"))
RESTORING = Message(QT_TRANSLATE_NOOP("messages", "Restoring customers"))
TAGGING = Message(QT_TRANSLATE_NOOP("messages", "Tagging customers"))
UNTAGGING = Message(QT_TRANSLATE_NOOP("messages", "Taking a tag off customers"))
ASSIGNING = Message(QT_TRANSLATE_NOOP("messages", "Assigning customers"))
MOVING = Message(QT_TRANSLATE_NOOP("messages", "Moving customers to a stage"))

# Tables whose changes can be seen in a list of customers.
LIST_TABLES = ("customer", "customer_tag", "tag", "app_user", "custom_field")
CUSTOMER_TABLES = (*LIST_TABLES, "contact", "contact_point", "address", "important_date", "team")


class CustomersController(QObject):
    """`opened(id)`: a customer was opened, for "recently opened"."""

    opened = Signal(object)

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs = jobs

    # Reading. `owner` is the widget that waits; with it, only the newest request of a kind is answered.

    def page(self, spec: ListSpec, request: PageRequest, owner: QObject) -> Task[Page[CustomerRow]]:
        """One page of the list; every requested page is answered."""
        return self._runner.query(_page, spec, request, owner=owner)

    def first_page(self, path: Path, spec: ListSpec, cache: Path, owner: QObject) -> Task[FirstPage | None]:
        """The first page of a local file that is not open yet, by the short way; None where there is none."""
        return self._runner.work(_first_page, path, spec, cache, owner=owner)

    def early_page(self, early: EarlyPage, spec: ListSpec, owner: QObject) -> Task[FirstPage | None]:
        """The first page that is being read already."""
        return self._runner.work(early.result, spec, owner=owner)

    def keep_first_page(self, path: Path, spec: ListSpec, cache: Path, total: int, owner: QObject) -> None:
        """Keeps what the next start needs to show this list at once."""
        self._runner.query(_keep_first_page, path, spec, cache, total, owner=owner, key="keep", background=True)

    def count(self, spec: ListSpec, owner: QObject) -> Task[int]:
        """How many rows the list has."""
        return self._runner.query(_count, spec, owner=owner, key="count")

    def position(self, spec: ListSpec, customer_id: Id, owner: QObject) -> Task[int | None]:
        """The row of a customer in the list, or None."""
        return self._runner.query(_position, spec, customer_id, owner=owner, key="position")

    def choices(self, owner: QObject) -> Task[FilterChoices]:
        """People, teams, tags and values in use, for filters and forms."""
        return self._runner.query(_choices, owner=owner, key="choices")

    def get(self, customer_id: Id, owner: QObject) -> Task[Customer]:
        """The whole customer; fails with NotFoundError."""
        return self._runner.query(_get, customer_id, owner=owner, key="customer")

    def twins(self, draft: CustomerDraft, owner: QObject) -> Task[list[Twin]]:
        """Stored customers that the draft may repeat."""
        return self._runner.query(_twins, draft, owner=owner, key="twins", background=True)

    # Writing. Each is one undo step.

    def save(self, draft: CustomerDraft, original: CustomerDraft | None = None) -> Task[Outcome[Id]]:
        """Creates or changes a customer; fails with UserError (`fields`) or ConflictError."""
        return self._runner.command(_save, draft, original)

    # On many customers: `count`, where given, is how many they are. Many enough, and it is listed as a job.

    def delete(self, selection: Selection, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(DELETING, count, _delete, selection)

    def restore(self, selection: Selection, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(RESTORING, count, _restore, selection)

    def tag(self, selection: Selection, name: str, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(TAGGING, count, _tag, selection, name)

    def untag(self, selection: Selection, tag_id: Id, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(UNTAGGING, count, _untag, selection, tag_id)

    def assign(self, selection: Selection, owner_id: Id | None, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(ASSIGNING, count, _assign, selection, owner_id)

    def set_stage(self, selection: Selection, stage: Stage, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(MOVING, count, _set_stage, selection, stage)

    def _bulk(
        self, title: Message, count: int, fn: Callable[[CommandContext, *Ts], int], *args: *Ts
    ) -> Task[Outcome[int]]:
        if count > MANY:
            return self._jobs.command(fn, *args, title=title)
        return self._runner.command(fn, *args)

    def save_tag(self, tag_id: Id, name: str, colour: str) -> Task[Outcome[None]]:
        return self._runner.command(_save_tag, tag_id, name, colour)

    def delete_tag(self, tag_id: Id) -> Task[Outcome[None]]:
        return self._runner.command(_delete_tag, tag_id)

    def save_user(self, name: str, login: str = "", user_id: Id | None = None) -> Task[Outcome[Id]]:
        return self._runner.command(_save_user, name, login, user_id)


# The functions below run in the worker. They import what they need there, so that SQLAlchemy is loaded by the
# first of them and not by the window.


def _page(session: Session, spec: ListSpec, request: PageRequest) -> Page[CustomerRow]:
    from desktop_crm.models.queries import customer_list

    return customer_list.page(session, spec, request)


def _first_page(path: Path, spec: ListSpec, cache: Path) -> FirstPage | None:
    from desktop_crm.models.queries.first_page import read_first_page

    return read_first_page(path, spec, cache)


def _keep_first_page(session: Session, path: Path, spec: ListSpec, cache: Path, total: int) -> None:
    from desktop_crm.models.queries.first_page import keep_first_page

    keep_first_page(session, path, spec, cache, total)


def _count(session: Session, spec: ListSpec) -> int:
    from desktop_crm.models.queries import customer_list

    return customer_list.count(session, spec)


def _position(session: Session, spec: ListSpec, customer_id: Id) -> int | None:
    from desktop_crm.models.queries import customer_list

    return customer_list.position(session, spec, customer_id)


def _choices(session: Session) -> FilterChoices:
    from desktop_crm.models.queries.customers import filter_choices

    return filter_choices(session)


def _get(session: Session, customer_id: Id) -> Customer:
    from desktop_crm.models.queries.customers import get_customer

    return get_customer(session, customer_id)


def _twins(session: Session, draft: CustomerDraft) -> list[Twin]:
    from desktop_crm.models.queries.customers import find_twins
    from desktop_crm.models.validation.customers import normalise

    return find_twins(session, normalise(draft))


def _save(ctx: CommandContext, draft: CustomerDraft, original: CustomerDraft | None) -> Id:
    from desktop_crm.models.commands.customers import save_customer

    return save_customer(ctx, draft, original)


def _delete(ctx: CommandContext, selection: Selection) -> int:
    from desktop_crm.models.commands.customer_bulk import delete_customers

    return delete_customers(ctx, selection)


def _restore(ctx: CommandContext, selection: Selection) -> int:
    from desktop_crm.models.commands.customer_bulk import restore_customers

    return restore_customers(ctx, selection)


def _tag(ctx: CommandContext, selection: Selection, name: str) -> int:
    from desktop_crm.models.commands.tags import tag_customers

    return tag_customers(ctx, selection, name)


def _untag(ctx: CommandContext, selection: Selection, tag_id: Id) -> int:
    from desktop_crm.models.commands.tags import untag_customers

    return untag_customers(ctx, selection, tag_id)


def _assign(ctx: CommandContext, selection: Selection, owner_id: Id | None) -> int:
    from desktop_crm.models.commands.customer_bulk import assign_customers

    return assign_customers(ctx, selection, owner_id)


def _set_stage(ctx: CommandContext, selection: Selection, stage: Stage) -> int:
    from desktop_crm.models.commands.customer_bulk import set_stage

    return set_stage(ctx, selection, stage)


def _save_tag(ctx: CommandContext, tag_id: Id, name: str, colour: str) -> None:
    from desktop_crm.models.commands.tags import save_tag

    save_tag(ctx, tag_id, name, colour)


def _delete_tag(ctx: CommandContext, tag_id: Id) -> None:
    from desktop_crm.models.commands.tags import delete_tag

    delete_tag(ctx, tag_id)


def _save_user(ctx: CommandContext, name: str, login: str, user_id: Id | None) -> Id:
    from desktop_crm.models.commands.people import save_user

    return save_user(ctx, name, login, user_id)
