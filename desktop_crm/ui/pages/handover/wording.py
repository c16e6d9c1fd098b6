"""A hand-over in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from desktop_crm.controllers.i18n import format_date, format_relative, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.hand_over import HandOver
from desktop_crm.ui.pages.customers.target import customers

FROM = QT_TRANSLATE_NOOP("messages", "{customers} from {former}")
TO = QT_TRANSLATE_NOOP("messages", "{customers} to {to}")
FROM_TO = QT_TRANSLATE_NOOP("messages", "{customers} from {former} to {to}")
TEAM = QT_TRANSLATE_NOOP("messages", "{user} ({team})")
ON = QT_TRANSLATE_NOOP("messages", "on {date}")
HELD = Message(QT_TRANSLATE_NOOP("messages", "taken back"))


def listed(names: Sequence[str]) -> str:
    """ "Anna and Bert", as the language joins a list."""
    return QLocale().createSeparatedList(list(names))


def receiver(one: HandOver) -> str:
    """ "Anna (Sales)"."""
    if one.to_user and one.to_team:
        return text(Message(TEAM, {"user": one.to_user, "team": one.to_team}))
    return one.to_user or one.to_team


def title_of(one: HandOver, *, mine: bool) -> str:
    """What is handed over; to whom goes without saying where it is oneself."""
    words: dict[str, str | int | Message] = {"customers": customers(one.count), "to": receiver(one)}
    if one.former:
        words["former"] = listed(one.former)
        return text(Message(FROM if mine else FROM_TO, words))
    return text(customers(one.count)) if mine else text(Message(TO, words))


def when_of(one: HandOver) -> str:
    """When it was, or will be, and what is particular about it."""
    if one.done_at is None:
        parts = [text(Message(ON, {"date": format_date(one.effective_on)})), text(HELD) if one.held else ""]
    else:
        parts = [format_relative(one.done_at)]
    return " · ".join(part for part in parts if part)
