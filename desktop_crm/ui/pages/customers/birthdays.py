"""When somebody's next birthday is, and how old they will be."""

from __future__ import annotations

import datetime as dt

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

SOON_DAYS = 14
TODAY = QT_TRANSLATE_NOOP("messages", "turns {age} today")
TOMORROW = QT_TRANSLATE_NOOP("messages", "turns {age} tomorrow")
LATER = QT_TRANSLATE_NOOP("messages", "turns {age} in {days} days")


def next_birthday(born: dt.date, today: dt.date) -> tuple[dt.date, int]:
    """The next birthday from today on, and the age then. Whoever was born on 29 February has it on the 28th in other
    years.

    >>> next_birthday(dt.date(1980, 11, 25), dt.date(2026, 11, 25))
    (datetime.date(2026, 11, 25), 46)
    >>> next_birthday(dt.date(2000, 2, 29), dt.date(2026, 11, 25))
    (datetime.date(2027, 2, 28), 27)
    """
    on = _in_year(born, today.year)
    if on < today:
        on = _in_year(born, today.year + 1)
    return on, on.year - born.year


def _in_year(born: dt.date, year: int) -> dt.date:
    try:
        return born.replace(year=year)
    except ValueError:
        return dt.date(year, 2, 28)


def birthday_words(born: dt.date, today: dt.date) -> tuple[Message, bool]:
    """ "turns 47 in 160 days", and whether that is soon."""
    on, age = next_birthday(born, today)
    days = (on - today).days
    template = TODAY if days == 0 else TOMORROW if days == 1 else LATER
    words = {"age": age} if days < 2 else {"age": age, "days": days}
    return Message(template, words), days <= SOON_DAYS
