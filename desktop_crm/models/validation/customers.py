"""What a customer may look like: `normalise` brings a draft into its stored form, `validate` says what is
wrong with one. Both are pure and take a draft in any state, so forms, imports and commands share them.

Keys name the field as a form addresses it: `name`, `points.0.value`, `contacts.1.points.0.value`,
`addresses.0.postcode`, `dates.0.label`. The single checks are public, for a form that looks at one field.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from types import MappingProxyType

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.choices import CHOICES, parse
from desktop_crm.models.records.customers import Address, Contact, ContactPoint, CustomerDraft, PointKind
from desktop_crm.models.text import emails, identifiers, phones
from desktop_crm.models.text.complaints import EMAIL, REQUIRED, TOO_LONG, phone
from desktop_crm.models.text.names import fold, tidy
from desktop_crm.models.text.regions import region as find_region
from desktop_crm.models.validation.normalising import is_empty, normalise

__all__ = ["LIMITS", "limit", "normalise", "validate"]

Problems = Iterator[tuple[str, Message]]

# Characters a field may hold; the key is the field's without its numbers.
LIMITS = MappingProxyType(
    {
        "name": 200,
        "short_name": 100,
        "credit_code": 30,
        "id_number": 30,
        "industry": 100,
        "size": 50,
        "occupation": 100,
        "source": 100,
        "needs": 5_000,
        "next_step": 500,
        "notes": 20_000,
        "tags": 40,
        "points.value": 254,
        "points.label": 50,
        "addresses.street": 300,
        "addresses.postcode": 12,
        "addresses.label": 50,
        "dates.label": 100,
        "contacts.name": 100,
        "contacts.title": 100,
        "contacts.department": 100,
        "contacts.notes": 5_000,
        "contacts.points.value": 254,
        "contacts.points.label": 50,
    }
)
MAX_ROWS = 200
EARLIEST = dt.date(1800, 1, 1)

NAME_REQUIRED = Message(QT_TRANSLATE_NOOP("messages", "A customer needs a name."))
CONTACT_NAME_REQUIRED = Message(QT_TRANSLATE_NOOP("messages", "A contact needs a name."))
TOO_MANY = Message(QT_TRANSLATE_NOOP("messages", "At most {limit} entries fit here."))
WEBSITE = Message(QT_TRANSLATE_NOOP("messages", "This is not a web address. Write it like www.example.com."))
REGION = Message(QT_TRANSLATE_NOOP("messages", "This region is not in the list. Choose it again."))
POSTCODE = Message(QT_TRANSLATE_NOOP("messages", "A postcode in China has 6 digits."))
CHANNEL = Message(QT_TRANSLATE_NOOP("messages", "Choose a channel from the list."))
DATE_EARLY = Message(QT_TRANSLATE_NOOP("messages", "This date is too early. Check the year."))
DATE_FUTURE = Message(QT_TRANSLATE_NOOP("messages", "A birthday cannot lie in the future."))

_WEBSITE = re.compile(r"(?:https?://)?[^\s./@]+(?:\.[^\s./@]+)+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)
_NUMBERS = re.compile(r"\.[0-9]+")


def limit(key: str) -> int | None:
    """How many characters the field of a key (`contacts.0.points.1.value`) may hold."""
    return LIMITS.get(_NUMBERS.sub("", key))


def validate(draft: CustomerDraft, today: dt.date | None = None) -> dict[str, Message]:
    """What is wrong, by field; empty if the draft can be stored. Rows left empty are not looked at, since
    `normalise` drops them. With `today`, birthdays in the future are refused."""
    problems: dict[str, Message] = {}
    for key, message in _problems(draft, today):
        problems.setdefault(key, message)
    return problems


def _problems(draft: CustomerDraft, today: dt.date | None) -> Problems:
    yield from _found("name", check_name(draft.name))
    yield from _found("credit_code", check_credit_code(draft.credit_code))
    yield from _found("id_number", check_id_number(draft.id_number))
    yield from _found("preferred_channel", check_channel(draft.preferred_channel))
    for key in ("short_name", "industry", "size", "occupation", "source", "needs", "next_step", "notes"):
        yield from _found(key, check_length(key, getattr(draft, key)))
    yield from _found("next_step_on", check_date(draft.next_step_on))
    yield from _points("points", draft.points)
    for i, address in enumerate(draft.addresses):
        yield from _address(f"addresses.{i}", address)
    for i, date in enumerate(draft.dates):
        yield from _found(f"dates.{i}.label", None if tidy(date.label) else REQUIRED)
        yield from _found(f"dates.{i}.label", check_length("dates.label", date.label))
        yield from _found(f"dates.{i}.on", check_date(date.on))
    for i, contact in enumerate(draft.contacts):
        yield from _contact(f"contacts.{i}", contact, today)
    yield from _found("tags", check_tags(draft.tags))
    for key in ("points", "addresses", "dates", "contacts"):
        if len(getattr(draft, key)) > MAX_ROWS:
            yield key, Message(TOO_MANY.text, {"limit": MAX_ROWS})


def _found(key: str, message: Message | None) -> Problems:
    if message:
        yield key, message


def _points(prefix: str, points: tuple[ContactPoint, ...]) -> Problems:
    for i, point in enumerate(points):
        if tidy(point.value):
            yield from _found(f"{prefix}.{i}.value", check_point(point.kind, point.value))
            yield from _found(f"{prefix}.{i}.label", check_length("points.label", point.label))


def _address(prefix: str, address: Address) -> Problems:
    yield from _found(f"{prefix}.region", check_region(address.region))
    yield from _found(f"{prefix}.postcode", check_postcode(address.postcode, address.region))
    for key in ("street", "label"):
        yield from _found(f"{prefix}.{key}", check_length(f"addresses.{key}", getattr(address, key)))


def _contact(prefix: str, contact: Contact, today: dt.date | None) -> Problems:
    if is_empty(contact):
        return
    yield from _found(f"{prefix}.name", None if tidy(contact.name) else CONTACT_NAME_REQUIRED)
    for key in ("name", "title", "department", "notes"):
        yield from _found(f"{prefix}.{key}", check_length(f"contacts.{key}", getattr(contact, key)))
    yield from _found(f"{prefix}.birthday", check_date(contact.birthday, today))
    yield from _points(f"{prefix}.points", contact.points)


def check_length(key: str, text: str) -> Message | None:
    """Whether a text fits the field of `key`."""
    most = LIMITS.get(key) or limit(key)
    if most is None or len(text) <= most:
        return None
    count = len(text.strip())
    if count <= most:
        return None
    return Message(TOO_LONG.text, {"limit": most, "count": count})


def check_name(name: str) -> Message | None:
    return check_length("name", name) if tidy(name) else NAME_REQUIRED


def check_credit_code(text: str) -> Message | None:
    """Empty is fine."""
    return identifiers.credit_code(text)[1] if tidy(text) else None


def check_id_number(text: str) -> Message | None:
    """Empty is fine. What looks like a resident ID must be one; of a passport only the length."""
    key = fold(text)
    if len(key) >= 15 and key[:14].isdecimal():
        return identifiers.resident_id(text)[1]
    return check_length("id_number", text)


def check_channel(text: str) -> Message | None:
    known = not tidy(text) or parse("preferred_channel", text) in CHOICES["preferred_channel"]
    return None if known else CHANNEL


def check_point(kind: PointKind, value: str) -> Message | None:
    """Whether a contact point of this kind can be stored; empty is fine."""
    value = tidy(value)
    if not value:
        return None
    if kind == PointKind.PHONE and phones.normalise_phone(value) is None:
        return phone(value)
    if kind == PointKind.EMAIL and emails.normalise_email(value) is None:
        return EMAIL
    if kind == PointKind.WEBSITE and not _WEBSITE.fullmatch(value):
        return WEBSITE
    return check_length("points.value", value)


def check_region(code: str) -> Message | None:
    """Empty is fine (an address outside China, or not known)."""
    return None if not code.strip() or find_region(code.strip()) else REGION


def check_postcode(text: str, region: str = "") -> Message | None:
    """Six digits where the region is in the mainland; anything short elsewhere."""
    text = tidy(text)
    mainland = bool(region.strip()) and region.strip()[:1] not in {"7", "8"}
    if text and mainland and not re.fullmatch("[0-9]{6}", text):
        return POSTCODE
    return check_length("addresses.postcode", text)


def check_date(date: dt.date | None, today: dt.date | None = None) -> Message | None:
    """Whether the year is plausible and, with `today`, whether the date has been."""
    if date is None:
        return None
    if date < EARLIEST:
        return DATE_EARLY
    return DATE_FUTURE if today and date > today else None


def check_tags(tags: tuple[str, ...]) -> Message | None:
    if len(tags) > MAX_ROWS:
        return Message(TOO_MANY.text, {"limit": MAX_ROWS})
    return next((problem for tag in tags if (problem := check_length("tags", tidy(tag)))), None)
