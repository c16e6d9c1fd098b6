"""What a single cell means, by its field: the value as it is stored, or what is wrong with it. Pure functions of the
cell alone, so that a column of many equal values is understood once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any

from desktop_crm.models.exchange.cells import Cell, as_text, lost_digits
from desktop_crm.models.exchange.dates import read_date as written_date
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, listed
from desktop_crm.models.records.choices import CHOICES, label, parse
from desktop_crm.models.records.customers import (
    Address,
    ContactPoint,
    ContactRole,
    CustomerKind,
    Level,
    PointKind,
    Stage,
)
from desktop_crm.models.records.import_setup import DateOrder
from desktop_crm.models.text.custom_values import YES, YES_NO, encode
from desktop_crm.models.text.emails import normalise_email
from desktop_crm.models.text.names import tidy, tidy_lines
from desktop_crm.models.text.phones import normalise_phone, split_phones
from desktop_crm.models.text.regions import parse_region
from desktop_crm.models.text.regions import region as known_region
from desktop_crm.models.validation import customers as rules
from desktop_crm.models.validation.normalising import choice, code_value, point_value

# The value, and what is wrong with it.
Read = tuple[Any, Message | None]
Reader = Callable[[Cell], Read]

NOT_A_DATE = Message(QT_TRANSLATE_NOOP("messages", "This is not a date. Write it like 2026-03-31."))
NOT_A_CHOICE = QT_TRANSLATE_NOOP("messages", "“{value}” is not one of: {choices}.")
NO_PAIR = QT_TRANSLATE_NOOP("messages", "Write each entry on a line of its own, like {example}.")
MAX_NUMBER = 2_000_000_000

_NUMBER = re.compile(r"[Cc]?0*([1-9][0-9]{0,9})")
_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)\s?(\d{1,2})(?:-|/|\.|月)\s?(\d{1,2})日?(?:[T ]\d{1,2}:\d{2}.*)?")
_SHORT_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]\d{1,2}:\d{2}.*)?")
_SOLID_DATE = re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_LIST = re.compile(r"[,;，；、\r\n]+")
LUNAR = "（农历）"
_MOMENT = re.compile(r"(.+?)\s*[:：]\s*(\S+?)\s*(（农历）|\(lunar\))?", re.IGNORECASE)
_FURTHER = re.compile(r"(.*?) ?\| (.*) \|(?: (.*))?")
_PHONE_WITHIN = re.compile(
    r"[+(（]?[0-9０-９][0-9０-９()（）\s\-‐–—.·]{5,}[0-9０-９](?:\s*(?:转|ext\.?)\s*[0-9]{1,8})?"
)

POINTS = {
    "phone": PointKind.PHONE,
    "mobile": PointKind.PHONE,
    "email": PointKind.EMAIL,
    "wechat": PointKind.WECHAT,
    "qq": PointKind.QQ,
    "dingtalk": PointKind.DINGTALK,
    "website": PointKind.WEBSITE,
    "other_point": PointKind.OTHER,
    "contact_phone": PointKind.PHONE,
    "contact_email": PointKind.EMAIL,
    "contact_wechat": PointKind.WECHAT,
}
ENUMS: dict[str, Any] = {
    "kind": CustomerKind,
    "stage": Stage,
    "price_sensitivity": Level,
    "relationship": Level,
    "role": ContactRole,
}
DATES = frozenset({"birthday", "founded", "next_step_on", "contact_birthday", "verified_on"})
_LINES = frozenset({"needs", "notes"})
_CHOICES = frozenset({"industry", "size", "source", "preferred_channel"})
_CHECKS: dict[str, Callable[[str], Message | None]] = {
    "name": rules.check_name,
    "credit_code": rules.check_credit_code,
    "id_number": rules.check_id_number,
    "preferred_channel": rules.check_channel,
}


def number_of(text: str) -> int | None:
    """The number of one of our codes, C000123 or 123; None if it is none."""
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match and int(match[1]) <= MAX_NUMBER else None


def text_reader(name: str) -> Reader:
    """Of a plain text field."""
    check = _CHECKS.get(name)

    def read(value: Cell) -> Read:
        text = as_text(value)
        wrong = check(text) if check else rules.check_length(name, text)
        if name in _CHOICES:
            return choice(name, text), wrong
        if name in ("credit_code", "id_number"):
            return code_value(name, text), wrong
        return (tidy_lines(text) if name in _LINES else tidy(text)), wrong

    return read


def split_values(kind: PointKind, text: str) -> Iterable[str]:
    """The single values of a cell that may hold several."""
    if kind == PointKind.PHONE:
        return split_phones(text)
    return [part.strip() for part in _LIST.split(text) if part.strip()]


def points_reader(kind: PointKind) -> Reader:
    """Of phones and other channels: all values of the cell, with the text as it stands there."""
    normal: Callable[[str], str | None] = {
        PointKind.PHONE: lambda text: normalise_phone(tidy(text)),
        PointKind.EMAIL: lambda text: normalise_email(tidy(text)),
    }.get(kind, tidy)

    def read(value: Cell) -> Read:
        text = as_text(value)
        if kind is PointKind.PHONE and _MOBILE.fullmatch(text):
            return (text, [ContactPoint(kind, f"+86{text}", primary=True)]), None
        if kind is PointKind.PHONE and (lost := lost_digits(text)) is not None:
            return (text, []), lost
        found: list[ContactPoint] = []
        wrong: Message | None = None
        for one in split_values(kind, text):
            stored = normal(one)
            if stored is None or kind is PointKind.WEBSITE or len(stored) > rules.LIMITS["points.value"]:
                wrong = wrong or rules.check_point(kind, one)
            if stored:
                found.append(ContactPoint(kind, stored, primary=not found))
        return (text, found), wrong

    return read


def read_date(value: Cell, order: DateOrder = DateOrder.YEAR) -> dt.date | None:
    """A date as spreadsheets and people write it; None if it is none. Without a year in front the order counts."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        if match := _DATE.fullmatch(value) or _SOLID_DATE.fullmatch(value):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        short = _SHORT_DATE.fullmatch(value) if order != DateOrder.YEAR else None
        if short:
            day, month = (1, 2) if order == DateOrder.DAY else (2, 1)
            return dt.date(int(short[3]), int(short[month]), int(short[day]))
    except ValueError:
        pass
    return None


def date_reader(order: DateOrder) -> Reader:
    def read(value: Cell) -> Read:
        date = read_date(value, order) or written_date(value)
        return date, (rules.check_date(date) if date else NOT_A_DATE)

    return read


def choice_reader(name: str) -> Reader:
    """Of a choice that takes no other values."""

    def read(value: Cell) -> Read:
        text = as_text(value)
        code = parse(name, text)
        if code is None:
            known = [label(name, code) for code in CHOICES[name]]
            return None, Message(NOT_A_CHOICE, {"value": text, "choices": listed(known)})
        return ENUMS[name](code), None

    return read


def yes_no(value: Cell) -> Read:
    try:
        return encode("yes_no", as_text(value)) == YES, None
    except ValueError:
        return None, YES_NO


def tags_reader(value: Cell) -> Read:
    text = as_text(value)
    tags = [tag for part in _LIST.split(text) if (tag := tidy(part))]
    return (text, tags), rules.check_tags(tuple(tags))


def plain_reader(key: str) -> Reader:
    """Of a text whose limit stands under `key`."""

    def read(value: Cell) -> Read:
        text = as_text(value)
        stored = tidy_lines(text) if key.endswith("notes") else tidy(text)
        return stored, rules.check_length(key, text)

    return read


# --- columns that hold what has no column of its own ---------------------------------------------------


def labels_reader(value: Cell) -> Read:
    """`+86 138 0013 8000 = 办公`, a line each."""
    found: dict[str, str] = {}
    for line in filter(None, map(str.strip, as_text(value).splitlines())):
        parts = line.split(" = ")
        if len(parts) < 2 or not tidy(parts[-1]):
            return found, Message(NO_PAIR, {"example": "13800138000 = 办公"})
        # Either side may hold such a sign itself: what the row has no point of names none.
        for i in range(1, len(parts)):
            point, name = " = ".join(parts[:i]), tidy(" = ".join(parts[i:]))
            if i == len(parts) - 1 and (wrong := rules.check_length("points.label", name)):
                return found, wrong
            for key in _points_named(point):
                found.setdefault(key, name)
    return found, None


def _points_named(text: str) -> list[str]:
    """The points that a text may mean, by kind and value; without a kind before it, of any kind."""
    word, colon, value = text.partition(": ")
    kind = parse("point_kind", word) if colon else None
    if kind is not None:
        return [f"{kind}:{point_value(PointKind(kind), value).casefold()}"]
    kinds = (PointKind.PHONE, PointKind.EMAIL, PointKind.OTHER)
    return [f":{point_value(one, text).casefold()}" for one in kinds]


def channels_reader(value: Cell) -> Read:
    """`qq: 12345`, a line each: kinds of channels that have no column."""
    found: list[ContactPoint] = []
    for line in filter(None, map(str.strip, as_text(value).splitlines())):
        word, colon, rest = line.replace("：", ":", 1).partition(":")
        kind = parse("point_kind", word) if colon else None
        if kind is None:
            return found, Message(NO_PAIR, {"example": "QQ: 12345"})
        if wrong := rules.check_point(PointKind(kind), rest):
            return found, wrong
        if stored := point_value(PointKind(kind), rest):
            found.append(ContactPoint(PointKind(kind), stored))
    return (as_text(value), found), None


def moments_reader(order: DateOrder) -> Reader:
    """`合同周年: 2020-05-01`, a line each."""

    def read(value: Cell) -> Read:
        found: list[tuple[str, dt.date, bool]] = []
        for line in filter(None, map(str.strip, as_text(value).splitlines())):
            match = _MOMENT.fullmatch(line)
            date = read_date(match[2], order) if match else None
            if match is None or date is None or not tidy(match[1]):
                return found, Message(NO_PAIR, {"example": "合同周年: 2020-05-01"})
            if wrong := rules.check_length("dates.label", match[1]) or rules.check_date(date):
                return found, wrong
            found.append((tidy(match[1]), date, bool(match[3])))
        return found, None

    return read


def addresses_reader(value: Cell) -> Read:
    """`发货: 440305 | 科技园1号 | 518000`, a line each; the label and the postcode may be missing, the region may be
    written out."""
    found: list[Address] = []
    for line in filter(None, map(str.strip, as_text(value).splitlines())):
        match = _FURTHER.fullmatch(line)
        if match is None:
            region, street = parse_region(line)
            found.append(Address(region, tidy(street)))
            continue
        name, _, place = match[1].rpartition(":")
        code, left = (place.strip(), "") if known_region(place.strip()) else parse_region(place)
        address = Address(code, tidy(f"{left} {match[2]}"), tidy(match[3] or ""), tidy(name))
        wrong = rules.check_length("addresses.street", address.street)
        wrong = wrong or rules.check_length("addresses.label", address.label)
        wrong = wrong or rules.check_postcode(address.postcode, address.region)
        if wrong:
            return found, wrong
        found.append(address)
    return found, None


def split_name_and_phone(text: str) -> tuple[str, str]:
    """王伟 13800138000 → the words, and the numbers among them."""
    phones = [match[0] for match in _PHONE_WITHIN.finditer(text)]
    rest = _PHONE_WITHIN.sub(" ", text)
    return tidy(rest).strip(" ,，;；:：/、|-()（）"), "; ".join(phones)
