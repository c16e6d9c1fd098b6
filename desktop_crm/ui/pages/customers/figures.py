"""The key figures of a customer that need nothing but the customer."""

from __future__ import annotations

import datetime as dt

from desktop_crm.controllers.i18n import format_date, format_datetime, format_number, format_relative, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Customer
from desktop_crm.ui.feature import Figure

SINCE = Message(QT_TRANSLATE_NOOP("messages", "Customer for"))
SINCE_WHY = QT_TRANSLATE_NOOP("messages", "First entered on {date}")
CONTACTS = Message(QT_TRANSLATE_NOOP("messages", "Contacts"))
CONTACTS_WHY = QT_TRANSLATE_NOOP("messages", "{contacts} contact persons and {points} phones and channels")
STEP = Message(QT_TRANSLATE_NOOP("messages", "Next step"))
STEP_WHY = QT_TRANSLATE_NOOP("messages", "{step}, planned for {date}")
NO_STEP = Message(QT_TRANSLATE_NOOP("messages", "No next step with a date is planned"))
CHANGED = Message(QT_TRANSLATE_NOOP("messages", "Last change"))
CHANGED_WHY = QT_TRANSLATE_NOOP("messages", "Last changed on {date}")
_ONE = {
    "year": Message(QT_TRANSLATE_NOOP("messages", "1 year")),
    "month": Message(QT_TRANSLATE_NOOP("messages", "1 month")),
    "day": Message(QT_TRANSLATE_NOOP("messages", "1 day")),
}
_MANY = {
    "year": QT_TRANSLATE_NOOP("messages", "{n} years"),
    "month": QT_TRANSLATE_NOOP("messages", "{n} months"),
    "day": QT_TRANSLATE_NOOP("messages", "{n} days"),
}
LATE_ONE = Message(QT_TRANSLATE_NOOP("messages", "1 day late"))
LATE = QT_TRANSLATE_NOOP("messages", "{n} days late")
TODAY = Message(QT_TRANSLATE_NOOP("messages", "today"))
IN_ONE = Message(QT_TRANSLATE_NOOP("messages", "tomorrow"))
IN_DAYS = QT_TRANSLATE_NOOP("messages", "in {n} days")


def customer_figures(customer: Customer) -> list[Figure]:
    """Customer for how long, contacts, next step, last change."""
    today = dt.date.today()  # noqa: DTZ011 - the person's own calendar
    contacts, points = len(customer.draft.contacts), len(customer.draft.points)
    return [
        Figure(
            SINCE,
            text(span(customer.created_at.astimezone().date(), today)),
            Message(SINCE_WHY, {"date": format_datetime(customer.created_at)}),
        ),
        Figure(CONTACTS, format_number(contacts), Message(CONTACTS_WHY, {"contacts": contacts, "points": points})),
        _step(customer, today),
        Figure(
            CHANGED,
            _alone(format_relative(customer.updated_at)),
            Message(CHANGED_WHY, {"date": format_datetime(customer.updated_at)}),
        ),
    ]


def span(since: dt.date, until: dt.date) -> Message:
    """Whole years, else whole months, else days.

    >>> span(dt.date(2024, 11, 26), dt.date(2026, 11, 25)).text, span(dt.date(2026, 9, 30), dt.date(2026, 11, 1)).text
    ('1 year', '1 month')
    """
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    for unit, count in (("year", months // 12), ("month", months)):
        if count > 0:
            return _count(unit, count)
    return _count("day", max((until - since).days, 0))


def _count(unit: str, count: int) -> Message:
    return _ONE[unit] if count == 1 else Message(_MANY[unit], {"n": count})


def _alone(words: str) -> str:
    """Words that stand by themselves begin with a capital letter."""
    return words[:1].upper() + words[1:]


def _step(customer: Customer, today: dt.date) -> Figure:
    on = customer.draft.next_step_on
    if on is None:
        return Figure(STEP, "–", NO_STEP)
    days = (on - today).days
    if days < 0:
        words = LATE_ONE if days == -1 else Message(LATE, {"n": -days})
    else:
        words = TODAY if days == 0 else IN_ONE if days == 1 else Message(IN_DAYS, {"n": days})
    return Figure(
        STEP, _alone(text(words)), Message(STEP_WHY, {"step": customer.draft.next_step, "date": format_date(on)})
    )
