"""Merges what a row says into a customer: cells with something in them win, blank ones keep what is stored."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop_crm.models.exchange.customer_cells import AddressEdit, RowEdit, is_own, prefix
from desktop_crm.models.exchange.customer_columns import first_address, points_text, tags_text
from desktop_crm.models.records.custom_fields import custom_values
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerDraft,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.text.names import fold, name_key
from desktop_crm.models.text.regions import region_name
from desktop_crm.models.validation.customers import normalise
from desktop_crm.models.validation.normalising import choice, point_value

NOBODY = CustomerDraft()
_CHOICES = frozenset({"industry", "size", "source", "preferred_channel"})


def merged(draft: CustomerDraft, edit: RowEdit, owner_id: uuid.UUID | None, team_id: uuid.UUID | None) -> CustomerDraft:
    """`draft` with what the row says, normalised. Values of lists are added, never taken away; the first value of
    a cell becomes the primary one of its kind."""
    changes: dict[str, Any] = dict(edit.values)
    if owner_id is not None:
        changes["owner_id"] = owner_id
    if team_id is not None:
        changes["team_id"] = team_id
    if edit.custom:
        changes["custom"] = custom_values({**dict(draft.custom), **edit.custom}.items())
    if edit.points:
        changes["points"] = _points(draft.points, edit.points, edit.cells, "")
    if edit.tags and _new_tags(draft.tags, edit):
        changes["tags"] = draft.tags + tuple(edit.tags)
    if edit.address:
        changes["addresses"] = _addresses(draft.addresses, edit.address)
    if edit.dates:
        changes["dates"] = _dates(draft.dates, edit.dates)
    if edit.contact.name:
        changes["contacts"] = _contacts(draft.contacts, edit)
    return _with(draft, changes)


def _with(draft: CustomerDraft, changes: dict[str, Any]) -> CustomerDraft:
    if draft is NOBODY:
        return normalise(CustomerDraft(**changes))
    if draft.id is not None:
        changes = {name: value for name, value in changes.items() if _other(draft, name, value)}
        if not changes:
            return draft
    return normalise(replace(draft, **changes))


def _new_tags(stored: Sequence[str], edit: RowEdit) -> bool:
    """Whether the row brings tags; a cell as export writes it does not, even if a tag's name holds a comma."""
    known = {tag.casefold() for tag in stored}
    return edit.cells["tags"] != tags_text(stored) and not {tag.casefold() for tag in edit.tags} <= known


def _other(draft: CustomerDraft, name: str, value: Any) -> bool:
    """Whether a value differs from the stored one, as far as that is seen without the work of normalising it."""
    stored = getattr(draft, name)
    return bool(value != stored and (name not in _CHOICES or choice(name, value) != stored))


def _points(
    stored: Sequence[ContactPoint], given: Sequence[ContactPoint], cells: dict[str, str], prefix: str
) -> tuple[ContactPoint, ...]:
    points = list(stored)
    for kind in dict.fromkeys(point.kind for point in given):
        if cells.get(f"{prefix}{kind}") == points_text(stored, kind):
            continue
        values = [point_value(kind, p.value) for p in given if p.kind == kind]
        first = values[0].casefold()
        known = {p.value.casefold() for p in points if p.kind == kind}
        points = [
            # The cell's first leads.
            p if p.kind != kind or p.primary == (p.value.casefold() == first) else replace(p, primary=not p.primary)
            for p in points
        ]
        fresh = [v for v in dict.fromkeys(values) if v.casefold() not in known]
        points += [ContactPoint(kind, v, "", v.casefold() == first) for v in fresh]
    return tuple(points)


def _addresses(stored: Sequence[Address], edit: AddressEdit) -> tuple[Address, ...]:
    """A customer's address is corrected, not joined by another; the same one written otherwise is no change."""
    if any(_says(address, edit) for address in stored):
        return tuple(stored)
    if not stored:
        return (Address(edit.region, edit.street, edit.postcode, primary=True),)
    old = first_address(stored)
    new = replace(
        old,
        region=edit.region or old.region,
        street=edit.street or old.street,
        postcode=edit.postcode or old.postcode,
    )
    return tuple(new if a is old else a for a in stored)


def _says(address: Address, edit: AddressEdit) -> bool:
    names = {"", address.region, *(region_name(address.region, lang) for lang in ("zh_CN", "en") if address.region)}
    as_written = edit.place in names and edit.text in ("", address.street)
    as_read = address.region.startswith(prefix(edit.region)) and fold(edit.street) in ("", fold(address.street))
    return (as_written or as_read) and edit.postcode in ("", address.postcode)


def _dates(stored: Sequence[ImportantDate], given: Sequence[tuple[str, str, Any]]) -> tuple[ImportantDate, ...]:
    dates = list(stored)
    for field, header, on in given:
        place = next((i for i, d in enumerate(dates) if match_header(d.label) == field and not d.lunar), None)
        if place is None:
            dates.append(ImportantDate(header, on))
        elif dates[place].on != on:
            dates[place] = replace(dates[place], on=on)
    return tuple(dates)


def _contacts(stored: Sequence[Contact], edit: RowEdit) -> tuple[Contact, ...]:
    given = edit.contact
    key = name_key(given.name)
    same = [i for i, c in enumerate(stored) if c.name == given.name]
    same = same or [i for i, c in enumerate(stored) if key and name_key(c.name) == key]
    merged = {i: _contact(stored[i], edit) for i in same}
    if any(merged[i] == stored[i] for i in same):
        return tuple(stored)
    if is_own(edit):
        # An export gives every contact person one row: of one name, but not alike, they are two people.
        same = [i for i in same if stored[i].id is not None]
    # Of two people with one name it is the one with that phone.
    points = {point_value(p.kind, p.value).casefold() for p in given.points}
    place = max(same, key=lambda i: len(points & {p.value.casefold() for p in stored[i].points}), default=None)
    if place is None:
        new = _points((), given.points, edit.cells, "contact_")
        return (*stored, Contact(given.name, points=new, primary=not stored, **given.values))
    return tuple(merged[i] if i == place else c for i, c in enumerate(stored))


def _contact(stored: Contact, edit: RowEdit) -> Contact:
    points = _points(stored.points, edit.contact.points, edit.cells, "contact_")
    return replace(stored, **edit.contact.values, points=points)


def keys_of(draft: CustomerDraft) -> list[str]:
    """The phones and e-mails by which a customer is known, contact persons left out."""
    return [p.value.casefold() for p in draft.points if p.kind in (PointKind.PHONE, PointKind.EMAIL)]
