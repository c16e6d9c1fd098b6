"""`assign`: hands customers over, as the window does."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from desktop_crm.cli.running import Answer, Run
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from desktop_crm.models.records.customers import User

NO_DATE = QT_TRANSLATE_NOOP("messages", "“{text}” is no date: write it as 2026-12-31.")
NO_USER = QT_TRANSLATE_NOOP("messages", "No user “{text}”.")
KNOWN_USERS = QT_TRANSLATE_NOOP("messages", "Users are: {names}")
ASSIGNED = QT_TRANSLATE_NOOP("messages", "{count} customers handed over to {to}.")
PLANNED = QT_TRANSLATE_NOOP("messages", "{count} customers go to {to} on {date}.")


def assign(work: Run) -> Answer:
    from desktop_crm.models.commands.hand_over import hand_over
    from desktop_crm.models.queries.customers import filter_choices, find_customer
    from desktop_crm.models.records.hand_over import HandOverDraft
    from desktop_crm.models.records.lists import Selection

    today = dt.date.today()  # noqa: DTZ011 - the person's own calendar
    day = _day(work.given.on) or today
    with work.database() as database:
        with database.read() as session:
            ids = [find_customer(session, one) for one in work.given.customers]
            user = _user(filter_choices(session).users, work.given.to)
        draft = HandOverDraft(user.id, None, work.given.reason, day)
        outcome = database.execute_monitored(work.monitor, hand_over, Selection.of(*ids), draft, today)
    words: dict[str, str | int | Message] = {"count": outcome.value, "to": user.name, "date": day.isoformat()}
    data: dict[str, Any] = {
        "customers": outcome.value,
        "to": user.name,
        "on": day.isoformat(),
        "done": day <= today,
        "change_set": str(outcome.change_set.id) if outcome.change_set else None,
    }
    return Answer(data, [Message(ASSIGNED if day <= today else PLANNED, words)])


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(Message(NO_DATE, {"text": text})) from None


def _user(users: tuple[User, ...], text: str) -> User:
    """By name or login; active ones only."""
    wanted = text.strip().casefold()
    for user in users:
        if user.active and wanted and wanted in (user.name.casefold(), user.login.casefold()):
            return user
    names = ", ".join(user.name for user in users if user.active)
    raise NotFoundError(Message(NO_USER, {"text": text}), Message(KNOWN_USERS, {"names": names}))
