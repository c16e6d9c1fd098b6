"""What a row changes of a stored customer, field by field, in words for a person."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_crm.models.exchange.customer_columns import points_text, tags_text
from desktop_crm.models.messages import Message
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import Address, Contact, CustomerDraft, ImportantDate, PointKind
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.import_kinds import CUSTOMER_KIND, field_label
from desktop_crm.models.records.imports import CellChange
from desktop_crm.models.text.custom_values import decode
from desktop_crm.models.text.regions import region_name

_PLAIN = (
    "name", "kind", "short_name", "credit_code", "id_number", "industry", "size", "occupation", "source", "stage",
    "preferred_channel", "price_sensitivity", "relationship", "needs", "next_step", "next_step_on", "notes",
)  # fmt: skip
_POINT_FIELDS = {
    PointKind.PHONE: "phone",
    PointKind.EMAIL: "email",
    PointKind.WECHAT: "wechat",
    PointKind.QQ: "qq",
    PointKind.DINGTALK: "dingtalk",
    PointKind.WEBSITE: "website",
    PointKind.OTHER: "other_point",
}


def draft_changes(
    before: CustomerDraft,
    after: CustomerDraft,
    people: Mapping[uuid.UUID, str],
    fields: Sequence[CustomField] = (),
) -> list[CellChange]:
    """The fields that differ; `people` are the names of owners and teams."""
    return list(_changes(before, after, people, fields)) if before is not after else []


def _changes(
    before: CustomerDraft, after: CustomerDraft, people: Mapping[uuid.UUID, str], fields: Sequence[CustomField]
) -> Iterator[CellChange]:
    for name in _PLAIN:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield _change(name, CUSTOMER_FIELDS[name], _shown(old), _shown(new))
    for name, key in (("owner", "owner_id"), ("team", "team_id")):
        old, new = getattr(before, key), getattr(after, key)
        if old != new:
            yield _change(name, CUSTOMER_FIELDS[name], people.get(old, ""), people.get(new, ""))
    yield from _lists(before, after)
    yield from _custom(before, after, fields)


def _lists(before: CustomerDraft, after: CustomerDraft) -> Iterator[CellChange]:
    if before.points != after.points:
        for kind, name in _POINT_FIELDS.items():
            pair = points_text(before.points, kind), points_text(after.points, kind)
            if pair[0] != pair[1]:
                yield _change(name, field_label(CUSTOMER_KIND, name), *pair)
    lists: tuple[tuple[str, Any], ...] = (
        ("tags", tags_text),
        ("addresses", _addresses),
        ("dates", _dates),
        ("contacts", _contacts),
    )
    for name, text in lists:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield _change(name, CUSTOMER_FIELDS[name], text(old), text(new))


def _custom(before: CustomerDraft, after: CustomerDraft, fields: Sequence[CustomField]) -> Iterator[CellChange]:
    if before.custom != after.custom:
        was, now = dict(before.custom), dict(after.custom)
        for field in fields:
            old, new = was.get(field.slot, ""), now.get(field.slot, "")
            if old != new:
                shown = (decode(field.type, value, field.pairs) if value else "" for value in (old, new))
                yield _change(field.field_id, field.label, *shown)


def _change(name: str, label: Message, old: str, new: str) -> CellChange:
    return CellChange(name, label, old or None, new or None)


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _addresses(addresses: Sequence[Address]) -> str:
    lines = [
        " ".join(filter(None, (region_name(a.region) if a.region else "", a.street, a.postcode, a.label)))
        for a in addresses
    ]
    return "\n".join(lines)


def _dates(dates: Sequence[ImportantDate]) -> str:
    return "\n".join(f"{d.label}: {d.on.isoformat()}" for d in dates)


def _contacts(contacts: Sequence[Contact]) -> str:
    found = []
    names = {contact.id: contact.name for contact in contacts if contact.id is not None}
    for contact in contacts:
        points = [points_text(contact.points, kind) for kind in _POINT_FIELDS]
        parts = (contact.name, contact.title, contact.department, *points, contact.notes)
        birthday = contact.birthday.isoformat() if contact.birthday else ""
        above = f"→ {names[contact.reports_to]}" if contact.reports_to in names else ""
        found.append(", ".join(filter(None, (*parts, birthday, above))))
    return "\n".join(found)
