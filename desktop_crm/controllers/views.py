"""Saved views, their counts, groups, and what the filter builder offers."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_crm.controllers.bus import DataBus
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.records.catalogue import BUILT_IN, FieldSpec
from desktop_crm.models.records.groups import ValueCount
from desktop_crm.models.records.listed import CustomerFilter, Id
from desktop_crm.models.records.lists import ListSpec
from desktop_crm.models.records.views import View, ViewKey, ViewSpec

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import CommandContext, Outcome
    from desktop_crm.models.records.customers import FilterChoices

# What makes a count out of date: the customers themselves, and what conditions look at beside them.
COUNT_TABLES = ("customer", "customer_tag", "contact_point", "custom_field")
PATIENCE_MS = 800


@dataclass(frozen=True, slots=True)
class FieldChoices:
    """The fields to filter and group by, and what their values can be."""

    fields: dict[str, FieldSpec] = field(default_factory=lambda: {spec.id: spec for spec in BUILT_IN})
    choices: FilterChoices | None = None

    @property
    def offered(self) -> FilterChoices:
        """The choices, none while they are not known."""
        from desktop_crm.models.records.customers import FilterChoices

        return self.choices or FilterChoices()


class ViewsController(QObject):
    """Every call answers at once with a task."""

    def __init__(self, runner: Runner, bus: DataBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._bus = bus

    def views(self, owner: QObject) -> Task[tuple[View, ...]]:
        """The person's own views, then the shared ones."""
        return self._runner.query(_views, owner=owner, key="views")

    def fields(self, owner: QObject) -> Task[FieldChoices]:
        """The field catalogue with what there is to choose from."""
        return self._runner.query(_fields, owner=owner, key="fields")

    def groups(self, wanted: CustomerFilter, by: FieldSpec, owner: QObject) -> Task[tuple[ValueCount, ...]]:
        """How many customers have each value of a field."""
        return self._runner.query(_groups, wanted, by, owner=owner, key="groups", background=True)

    def counts(self, owner: QObject) -> ViewCounts:
        """The counts of views, kept up to date for as long as `owner` lives."""
        return ViewCounts(self._runner, self._bus, owner)

    def add(self, name: str, spec: ViewSpec) -> Task[Outcome[Id]]:
        return self._runner.command(_add, name, spec)

    def change(self, view_id: Id, spec: ViewSpec) -> Task[Outcome[None]]:
        return self._runner.command(_change, view_id, spec)

    def rename(self, view_id: Id, name: str) -> Task[Outcome[None]]:
        return self._runner.command(_rename, view_id, name)

    def share(self, view_id: Id, shared: bool) -> Task[Outcome[None]]:
        return self._runner.command(_share, view_id, shared)

    def delete(self, view_id: Id) -> Task[Outcome[None]]:
        return self._runner.command(_delete, view_id)

    def order(self, ids: Sequence[Id]) -> Task[Outcome[None]]:
        return self._runner.command(_order, tuple(ids))


class ViewCounts(QObject):
    """Counts views one after the other, in the background, and again a moment after data changed.

    `counted(key, count)`: a count is there. Nothing is counted while it is not `active`."""

    counted = Signal(str, int)

    def __init__(self, runner: Runner, bus: DataBus, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._views: dict[ViewKey, CustomerFilter] = {}
        self._waiting: deque[ViewKey] = deque()
        self._busy = False
        self._active = False
        self._later = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._later.timeout.connect(self._all_again)
        bus.subscribe(self, COUNT_TABLES, self._changed)

    def set_views(self, views: Sequence[View]) -> None:
        """Which views to count; those that are known and show the same are not counted again."""
        before, self._views = self._views, {view.key: view.spec.filter for view in views}
        new = [key for key, wanted in self._views.items() if before.get(key) != wanted]
        kept = [key for key in self._waiting if key in self._views and key not in new]
        self._waiting = deque([*kept, *new])
        self._next()

    def set_active(self, active: bool) -> None:
        """Whether anybody looks."""
        self._active = active
        self._next()

    def again(self) -> None:
        """Counts everything anew: another database is open."""
        self._later.stop()
        self._all_again()

    def _changed(self, _: object) -> None:
        # Not put off again by the next change: while an import goes on, counts follow it.
        if not self._later.isActive():
            self._later.start()

    def _all_again(self) -> None:
        self._waiting = deque(self._views)
        self._next()

    def _next(self) -> None:
        if self._busy or not self._active or not self._waiting:
            return
        key = self._waiting.popleft()
        self._busy = True
        task = self._runner.query(_count, self._views[key], owner=self, background=True)
        task.then(lambda count: self.counted.emit(key, count))
        # A count that fails is no news for the person: the list says what is wrong with the database.
        task.failed(lambda _: None)
        task.watch(self._done)

    def _done(self) -> None:
        self._busy = False
        self._next()


def _views(session: Session) -> tuple[View, ...]:
    from desktop_crm.models.queries.views import saved_views

    return saved_views(session)


def _fields(session: Session) -> FieldChoices:
    from desktop_crm.models.queries.catalogue import field_catalogue
    from desktop_crm.models.queries.customers import filter_choices

    return FieldChoices(field_catalogue(session), filter_choices(session))


def _groups(session: Session, wanted: CustomerFilter, by: FieldSpec) -> tuple[ValueCount, ...]:
    from desktop_crm.models.queries.groups import group_counts

    return group_counts(session, wanted, by)


def _count(session: Session, wanted: CustomerFilter) -> int:
    from desktop_crm.models.queries.customer_list import count

    return count(session, ListSpec(wanted))


def _add(ctx: CommandContext, name: str, spec: ViewSpec) -> Id:
    from desktop_crm.models.commands.views import add_view

    return add_view(ctx, name, spec)


def _change(ctx: CommandContext, view_id: Id, spec: ViewSpec) -> None:
    from desktop_crm.models.commands.views import change_view

    change_view(ctx, view_id, spec)


def _rename(ctx: CommandContext, view_id: Id, name: str) -> None:
    from desktop_crm.models.commands.views import rename_view

    rename_view(ctx, view_id, name)


def _share(ctx: CommandContext, view_id: Id, shared: bool) -> None:
    from desktop_crm.models.commands.views import share_view

    share_view(ctx, view_id, shared)


def _delete(ctx: CommandContext, view_id: Id) -> None:
    from desktop_crm.models.commands.views import delete_view

    delete_view(ctx, view_id)


def _order(ctx: CommandContext, ids: tuple[Id, ...]) -> None:
    from desktop_crm.models.commands.views import order_views

    order_views(ctx, ids)
