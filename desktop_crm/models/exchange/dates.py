"""Dates in files, as spreadsheet programs and people write them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from desktop_crm.models.exchange.cells import Cell

_DATE = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?(?:[T ]\s*\d{1,2}:\d{2}.*)?")
_SOLID_DATE = re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)")
# Days since 1899-12-30, as spreadsheets count them; here from 1927 to 2119, where no year or short number lies.
_SERIAL = re.compile(r"([1-7]\d{4})(?:\.\d+)?")
_FIRST_DAY = dt.date(1899, 12, 30)


def read_date(value: Cell) -> dt.date | None:
    """A date, year first; None if it is none. 2019年07月09日, 2019/7/9, 2019-7-9, 20190709, also in full width, and the
    bare number of a day that a cell without a date's format holds."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = value if value.isascii() else unicodedata.normalize("NFKC", value)
    if serial := _SERIAL.fullmatch(text):
        return _FIRST_DAY + dt.timedelta(days=int(serial[1]))
    match = _DATE.fullmatch(text) or _SOLID_DATE.fullmatch(text)
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
