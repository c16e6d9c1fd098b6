"""Brings a customer draft into the form in which it is stored."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from desktop_crm.models.records.choices import parse
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerDraft,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.text import emails, identifiers, phones
from desktop_crm.models.text.names import tidy, tidy_lines
from desktop_crm.models.validation.custom_values import normalise_custom

Row = TypeVar("Row", ContactPoint, Address, Contact)
Part = TypeVar("Part", Address, Contact, ImportantDate)
Labelled = TypeVar("Labelled", ContactPoint, Address)


def normalise(draft: CustomerDraft, fields: Sequence[CustomField] | None = None) -> CustomerDraft:
    """The draft as it is stored: texts tidied, phones as E.164, e-mails, codes and choices in their one form,
    empty rows dropped, repeated rows merged, one primary per kind and holder (the first if none is).

    What cannot be understood stays, for `validate` to complain about. Normalising twice changes nothing. Values of
    custom fields are looked at where `fields` are given.
    """
    if fields is not None:
        draft = normalise_custom(draft, fields)
    return replace(
        draft,
        name=tidy(draft.name),
        short_name=tidy(draft.short_name),
        credit_code=_credit_code(draft.credit_code),
        id_number=_id_number(draft.id_number),
        industry=choice("industry", draft.industry),
        size=choice("size", draft.size),
        occupation=tidy(draft.occupation),
        source=choice("source", draft.source),
        preferred_channel=choice("preferred_channel", draft.preferred_channel),
        needs=tidy_lines(draft.needs),
        next_step=tidy(draft.next_step),
        notes=tidy_lines(draft.notes),
        points=points(draft.points),
        addresses=_addresses(draft.addresses),
        dates=_dates(draft.dates),
        contacts=_contacts(draft.contacts),
        tags=tags(draft.tags),
    )


def choice(field: str, text: str) -> str:
    """The code of a choice, or the text, tidied."""
    text = tidy(text)
    return (parse(field, text) or text) if text else ""


def _changed(row: Part, **values: Any) -> Part:
    """The row with these values; itself if it has them."""
    if all(getattr(row, name) == value for name, value in values.items()):
        return row
    return replace(row, **values)


def _credit_code(text: str) -> str:
    text = tidy(text)
    return (identifiers.credit_code(text)[0] or text.upper()) if text else ""


def _id_number(text: str) -> str:
    text = tidy(text)
    return (identifiers.resident_id(text)[0] or text.upper()) if text else ""


def code_value(field: str, text: str) -> str:
    """The stored form of a credit code or an ID number."""
    return _credit_code(text) if field == "credit_code" else _id_number(text)


def point_value(kind: PointKind, value: str) -> str:
    """The stored form of a contact point, or the text, tidied, if it is none."""
    value = tidy(value)
    if kind == PointKind.PHONE:
        return phones.normalise_phone(value) or value
    if kind == PointKind.EMAIL:
        return emails.normalise_email(value) or value
    return value


def points(given: Iterable[ContactPoint]) -> tuple[ContactPoint, ...]:
    """The points of one holder."""
    rows: dict[Hashable, ContactPoint] = {}
    for point in given:
        value = point_value(point.kind, point.value)
        if not value:
            continue
        # Two spellings of one address: the part before the @ may differ in case, in practice it does not.
        label = tidy(point.label)
        if value != point.value or label != point.label:
            row = replace(point, value=value, label=label)
        else:
            row = point
        _add(rows, (point.kind, value.casefold()), row)
    return _one_primary(tuple(rows.values()), lambda point: point.kind)


def _add(rows: dict[Hashable, Labelled], key: Hashable, row: Labelled) -> None:
    """Adds a row, or merges it into its twin: the first keeps its value and takes what it lacks."""
    twin = rows.get(key)
    if twin is None:
        rows[key] = row
        return
    primary = twin.primary or row.primary
    rows[key] = replace(twin, primary=primary, id=twin.id or row.id, label=twin.label or row.label)


def _one_primary(rows: tuple[Row, ...], group: Callable[[Row], str] = lambda _: "") -> tuple[Row, ...]:
    """Exactly one primary among the rows of each group: the first that is marked, else the first."""
    chosen: dict[str, int] = {}
    for i, row in enumerate(rows):
        best = chosen.setdefault(group(row), i)
        if row.primary and not rows[best].primary:
            chosen[group(row)] = i
    winners = set(chosen.values())
    return tuple(
        row if row.primary == (i in winners) else replace(row, primary=i in winners) for i, row in enumerate(rows)
    )


def _addresses(given: Iterable[Address]) -> tuple[Address, ...]:
    rows: dict[Hashable, Address] = {}
    for address in given:
        row = _changed(
            address,
            region=address.region.strip(),
            street=tidy(address.street),
            postcode=tidy(address.postcode),
            label=tidy(address.label),
        )
        if row.region or row.street or row.postcode:
            _add(rows, (row.region, row.street.casefold(), row.postcode), row)
    return _one_primary(tuple(rows.values()))


def _dates(given: Iterable[ImportantDate]) -> tuple[ImportantDate, ...]:
    rows: dict[Hashable, ImportantDate] = {}
    for date in given:
        row = _changed(date, label=tidy(date.label))
        rows.setdefault((row.label, row.on, row.lunar), row)
    return tuple(rows.values())


def is_empty(contact: Contact) -> bool:
    """Whether nothing of a contact has been filled in."""
    texts = (contact.name, contact.title, contact.department, contact.notes)
    filled = contact.role or contact.birthday or any(tidy(point.value) for point in contact.points)
    return not filled and not any(tidy(text) for text in texts)


def _contacts(given: Iterable[Contact]) -> tuple[Contact, ...]:
    rows = tuple(
        _changed(
            contact,
            name=tidy(contact.name),
            title=tidy(contact.title),
            department=tidy(contact.department),
            notes=tidy_lines(contact.notes),
            points=points(contact.points),
        )
        for contact in given
        if not is_empty(contact)
    )
    return _one_primary(_reporting(rows))


def _reporting(rows: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Lines to people who are not among them any more are cleared."""
    there = {row.id for row in rows}
    return tuple(
        row if row.reports_to is None or row.reports_to in there else replace(row, reports_to=None) for row in rows
    )


def tags(given: Iterable[str]) -> tuple[str, ...]:
    """Tag names, tidied, each once (case and width make no other tag; signs do: C, C++)."""
    rows: dict[str, str] = {}
    for tag in map(tidy, given):
        if tag:
            rows.setdefault(tag.casefold(), tag)
    return tuple(rows.values())
