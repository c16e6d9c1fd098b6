"""Dates and times as a database's driver gives them → as cells hold them. Hot: each of a hundred thousand rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable


def local_time() -> Callable[[str | dt.datetime], dt.datetime]:
    """From a time in UTC, as the driver gives it, to what clocks here show, for cells know no zones. An hour's
    difference to UTC is asked for once."""
    known: dict[str | dt.datetime, dt.timedelta] = {}

    def local(given: str | dt.datetime) -> dt.datetime:
        hour: str | dt.datetime
        if isinstance(given, str):
            time, hour = dt.datetime.fromisoformat(given), given[:13]
        else:
            time = given.astimezone(dt.UTC).replace(tzinfo=None)
            hour = time.replace(minute=0, second=0, microsecond=0)
        if hour not in known:
            known[hour] = time.replace(tzinfo=dt.UTC).astimezone().utcoffset() or dt.timedelta()
        return time + known[hour]

    return local


def plain_date(value: str | dt.date | None) -> dt.date | None:
    """A date as the driver gives it."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value
