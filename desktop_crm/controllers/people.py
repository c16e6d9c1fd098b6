"""Users and teams, and the recycle bin: what administrators look after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.customers import MANY
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.records.bin import BinRow, Parts
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.lists import ListSpec, Page, PageRequest, Selection
from desktop_crm.models.records.people import People

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import CommandContext, Outcome

PEOPLE_TABLES = ("app_user", "team", "customer", "customer_share", "hand_over", "saved_view")


class PeopleController(QObject):
    """Every write is one undo step; it fails with a UserError that says what is wrong."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner

    def people(self, owner: QObject) -> Task[People]:
        """Users and teams with what hangs on them."""
        return self._runner.query(_people, owner=owner, key="people")

    def save_user(self, name: str, user_id: Id | None = None) -> Task[Outcome[Id]]:
        return self._runner.command(_save_user, name, user_id)

    def set_active(self, user_id: Id, active: bool) -> Task[Outcome[None]]:
        return self._runner.command(_set_active, user_id, active)

    def set_team(self, user_id: Id, team_id: Id | None) -> Task[Outcome[None]]:
        return self._runner.command(_set_team, user_id, team_id)

    def delete_user(self, user_id: Id, heir_id: Id | None) -> Task[Outcome[None]]:
        return self._runner.command(_delete_user, user_id, heir_id)

    def save_team(self, name: str, team_id: Id | None = None) -> Task[Outcome[Id]]:
        return self._runner.command(_save_team, name, team_id)

    def delete_team(self, team_id: Id) -> Task[Outcome[None]]:
        return self._runner.command(_delete_team, team_id)

    # The recycle bin.

    def bin_page(self, spec: ListSpec, request: PageRequest, owner: QObject) -> Task[Page[BinRow]]:
        """One page of the recycle bin; every requested page is answered."""
        return self._runner.query(_bin_page, spec, request, owner=owner)

    def parts(self, selection: Selection, count: int, owner: QObject) -> Task[Parts | None]:
        """What hangs on the chosen customers; None when they are too many to count while somebody waits."""
        return self._runner.query(_parts, selection, count, owner=owner, key="parts")


# In the worker.


def _people(session: Session) -> People:
    from desktop_crm.models.queries.people import people

    return people(session)


def _save_user(ctx: CommandContext, name: str, user_id: Id | None) -> Id:
    from desktop_crm.models.commands.staff import save_person

    return save_person(ctx, name, user_id)


def _set_active(ctx: CommandContext, user_id: Id, active: bool) -> None:
    from desktop_crm.models.commands.staff import set_active

    set_active(ctx, user_id, active)


def _set_team(ctx: CommandContext, user_id: Id, team_id: Id | None) -> None:
    from desktop_crm.models.commands.staff import set_team

    set_team(ctx, user_id, team_id)


def _delete_user(ctx: CommandContext, user_id: Id, heir_id: Id | None) -> None:
    from desktop_crm.models.commands.staff import delete_user

    delete_user(ctx, user_id, heir_id)


def _save_team(ctx: CommandContext, name: str, team_id: Id | None) -> Id:
    from desktop_crm.models.commands.staff import save_team

    return save_team(ctx, name, team_id)


def _delete_team(ctx: CommandContext, team_id: Id) -> None:
    from desktop_crm.models.commands.staff import delete_team

    delete_team(ctx, team_id)


def _bin_page(session: Session, spec: ListSpec, request: PageRequest) -> Page[BinRow]:
    from desktop_crm.models.queries.bin import page

    return page(session, spec, request)


def _parts(session: Session, selection: Selection, count: int) -> Parts | None:
    from desktop_crm.models.commands.selection import chosen
    from desktop_crm.models.queries.bin import parts_of

    return parts_of(session, chosen(session, selection)) if count <= MANY else None
