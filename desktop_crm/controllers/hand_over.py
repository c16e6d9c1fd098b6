"""Handing over, sharing and key customers; carries out what was planned when its day comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVarTuple

from PySide6.QtCore import QObject, QTimer

from desktop_crm.controllers.customers import MANY
from desktop_crm.controllers.notices import Notices, Posted, Tone
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.hand_over import (
    Care,
    HandOver,
    HandOverDraft,
    HandOverEntry,
    HandOverSummary,
    ShareChange,
    Shares,
)
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.lists import Selection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.controllers.jobs import JobController
    from desktop_crm.models.db.context import CommandContext, Outcome

Ts = TypeVarTuple("Ts")

TABLES = ("hand_over", "hand_over_customer", "customer_share", "customer", "app_user", "team")
HANDING = Message(QT_TRANSLATE_NOOP("messages", "Handing customers over"))
SHARING = Message(QT_TRANSLATE_NOOP("messages", "Sharing customers"))
NAMING = Message(QT_TRANSLATE_NOOP("messages", "Marking key customers"))
ONE_UNREAD = QT_TRANSLATE_NOOP("messages", "A hand-over to you is unread: {customers} customers.")
UNREAD = QT_TRANSLATE_NOOP("messages", "{count} hand-overs to you are unread: {customers} customers.")
# The list comes first; and at midnight a window that stays open notices the new day soon enough.
AFTER_OPENING_MS = 2_000
LOOK_AGAIN_MS = 10 * 60_000


def own_day() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the person's own calendar


class HandOverController(QObject):
    """Reads answer with tasks; every write is one undo step."""

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs = jobs
        self._notices: Notices | None = None
        self._seen: dt.date | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_OPENING_MS)
        self._soon.timeout.connect(self.look)
        self._daily = QTimer(self, interval=LOOK_AGAIN_MS)
        self._daily.timeout.connect(self._new_day)

    def opened(self, notices: Notices) -> None:
        """A database was opened: soon carries out what is due there, and once a day while it is open."""
        self._notices = notices
        self._soon.start()

    @property
    def me(self) -> Id | None:
        """The user who is signed in."""
        database = self._runner.database
        return database.actor.user_id if database is not None else None

    # What is due -------------------------------------------------------------------------------------

    def look(self) -> None:
        """Carries out what is due, then says what is unread."""
        self._seen = own_day()
        self._daily.start()
        self._runner.query(_due, self._seen, owner=self, key="due", background=True).then(self._carry_out_all)

    def _new_day(self) -> None:
        if own_day() != self._seen:
            self.look()

    def closed(self) -> None:
        self._soon.stop()
        self._daily.stop()

    def _carry_out_all(self, due: list[Id]) -> None:
        if not due:
            self._say_unread()
            return

        def done(outcome: Outcome[int]) -> None:
            if outcome.change_set is not None and self._notices is not None:
                self._notices.done(outcome.change_set.title)

        task = self.carry_out(due[0])
        task.then(done).always(lambda: self._carry_out_all(due[1:]))

    def _say_unread(self) -> None:
        me = self.me
        if me is not None:
            self._runner.query(_unread, me, owner=self, key="unread", background=True).then(self._unread)

    def _unread(self, found: tuple[int, int]) -> None:
        count, customers = found
        if count and self._notices is not None:
            words = Message(ONE_UNREAD if count == 1 else UNREAD, {"count": count, "customers": customers})
            self._notices.posted.emit(Posted(words, Tone.INFO, action="handover.mine"))

    # Reading -----------------------------------------------------------------------------------------

    def to_me(self, owner: QObject) -> Task[list[HandOver]]:
        """What was handed over to the person signed in, newest first."""
        return self._runner.query(_to, self.me, owner=owner, key="hand_overs")

    def planned(self, owner: QObject) -> Task[list[HandOver]]:
        return self._runner.query(_planned, owner=owner, key="hand_overs")

    def recent(self, owner: QObject) -> Task[list[HandOver]]:
        return self._runner.query(_recent, owner=owner, key="hand_overs")

    def summary(self, hand_over_id: Id, owner: QObject) -> Task[HandOverSummary]:
        """What the new owner finds in one hand-over."""
        return self._runner.query(_summary, hand_over_id, own_day(), owner=owner, key="summary")

    def of_customer(self, customer_id: Id, owner: QObject) -> Task[list[HandOverEntry]]:
        """The hand-overs of one customer."""
        return self._runner.query(_of_customer, customer_id, owner=owner, key="of_customer")

    def care(self, customer_id: Id, owner: QObject) -> Task[Care]:
        """Who else looks after a customer."""
        return self._runner.query(_care, customer_id, owner=owner, key="care")

    def shares(self, selection: Selection, owner: QObject) -> Task[Shares]:
        """With whom the chosen customers are shared, and could be."""
        return self._runner.query(_shares, selection, owner=owner, key="shares")

    # Writing -----------------------------------------------------------------------------------------

    def hand_over(self, selection: Selection, draft: HandOverDraft, count: int = 0) -> Task[Outcome[int]]:
        """Today or planned; fails with UserError (`fields`)."""
        return self._bulk(HANDING, count, _hand_over, selection, draft, own_day())

    def carry_out(self, hand_over_id: Id, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(HANDING, count, _carry_out, hand_over_id)

    def cancel(self, hand_over_id: Id) -> Task[Outcome[None]]:
        return self._runner.command(_cancel, hand_over_id)

    def mark_read(self, hand_over_id: Id) -> Task[Outcome[None]]:
        return self._runner.command(_mark_read, hand_over_id)

    def share(self, selection: Selection, change: ShareChange, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(SHARING, count, _share, selection, change)

    def set_key(
        self, selection: Selection, user_id: Id | None, team_id: Id | None, count: int = 0
    ) -> Task[Outcome[int]]:
        return self._bulk(NAMING, count, _set_key, selection, user_id, team_id)

    def unset_key(self, selection: Selection, count: int = 0) -> Task[Outcome[int]]:
        return self._bulk(NAMING, count, _unset_key, selection)

    def _bulk(
        self, title: Message, count: int, fn: Callable[[CommandContext, *Ts], int], *args: *Ts
    ) -> Task[Outcome[int]]:
        if count > MANY:
            return self._jobs.command(fn, *args, title=title)
        return self._runner.command(fn, *args)


# In the worker.


def _due(session: Session, today: dt.date) -> list[Id]:
    from desktop_crm.models.queries.hand_over import due_hand_overs

    return due_hand_overs(session, today)


def _unread(session: Session, user_id: Id) -> tuple[int, int]:
    from desktop_crm.models.queries.hand_over import unread_count

    return unread_count(session, user_id)


def _to(session: Session, user_id: Id | None) -> list[HandOver]:
    from desktop_crm.models.queries.hand_over import hand_overs_to

    return hand_overs_to(session, user_id) if user_id is not None else []


def _planned(session: Session) -> list[HandOver]:
    from desktop_crm.models.queries.hand_over import planned_hand_overs

    return planned_hand_overs(session)


def _recent(session: Session) -> list[HandOver]:
    from desktop_crm.models.queries.hand_over import recent_hand_overs

    return recent_hand_overs(session)


def _summary(session: Session, hand_over_id: Id, today: dt.date) -> HandOverSummary:
    from desktop_crm.models.queries.hand_over import summary

    return summary(session, hand_over_id, today)


def _of_customer(session: Session, customer_id: Id) -> list[HandOverEntry]:
    from desktop_crm.models.queries.hand_over import hand_overs_of

    return hand_overs_of(session, customer_id)


def _care(session: Session, customer_id: Id) -> Care:
    from desktop_crm.models.queries.hand_over import care_of

    return care_of(session, customer_id)


def _shares(session: Session, selection: Selection) -> Shares:
    from desktop_crm.models.commands.selection import chosen
    from desktop_crm.models.queries.sharing import share_choices

    return share_choices(session, chosen(session, selection))


def _hand_over(ctx: CommandContext, selection: Selection, draft: HandOverDraft, today: dt.date) -> int:
    from desktop_crm.models.commands.hand_over import hand_over

    return hand_over(ctx, selection, draft, today)


def _carry_out(ctx: CommandContext, hand_over_id: Id) -> int:
    from desktop_crm.models.commands.hand_over import carry_out

    return carry_out(ctx, hand_over_id)


def _cancel(ctx: CommandContext, hand_over_id: Id) -> None:
    from desktop_crm.models.commands.hand_over import cancel_hand_over

    cancel_hand_over(ctx, hand_over_id)


def _mark_read(ctx: CommandContext, hand_over_id: Id) -> None:
    from desktop_crm.models.commands.hand_over import mark_read

    mark_read(ctx, hand_over_id)


def _share(ctx: CommandContext, selection: Selection, change: ShareChange) -> int:
    from desktop_crm.models.commands.sharing import change_shares

    return change_shares(ctx, selection, change)


def _set_key(ctx: CommandContext, selection: Selection, user_id: Id | None, team_id: Id | None) -> int:
    from desktop_crm.models.commands.sharing import set_key_customers

    return set_key_customers(ctx, selection, user_id, team_id)


def _unset_key(ctx: CommandContext, selection: Selection) -> int:
    from desktop_crm.models.commands.sharing import unset_key_customers

    return unset_key_customers(ctx, selection)
