"""From drafts to table rows: one place that knows which column holds what and which are made from others."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop_crm.models.db.ids import new_id
from desktop_crm.models.records.customers import (
    Contact,
    ContactPoint,
    CustomerDraft,
    CustomerKind,
    PointKind,
)
from desktop_crm.models.text.names import company_key, name_key
from desktop_crm.models.text.pinyin import sort_key
from desktop_crm.models.validation.completeness import completeness

NO_DATE_KEY = "9999"  # after every date, so that customers without a next step come last

# Fields that are stored as they stand in the draft.
PLAIN = (
    "kind",
    "name",
    "short_name",
    "credit_code",
    "id_number",
    "industry",
    "size",
    "occupation",
    "source",
    "owner_id",
    "team_id",
    "stage",
    "preferred_channel",
    "price_sensitivity",
    "relationship",
    "needs",
    "next_step",
    "next_step_on",
    "notes",
)
Values = dict[str, Any]


def customer_values(
    draft: CustomerDraft, owner_keys: Mapping[uuid.UUID | None, str], slots: Iterable[str] = ()
) -> Values:
    """The columns of a customer's own row, but for id and number. `owner_keys` maps owners to their sort keys; of the
    custom fields, those in `slots` are given."""
    values: Values = {field: _plain(getattr(draft, field)) for field in PLAIN}
    person = draft.kind == CustomerKind.PERSON
    values["name_key"] = name_key(draft.name)
    values["company_key"] = name_key(draft.name) if person else company_key(draft.name)
    values["sort_key"] = sort_key(draft.name, person)
    values["owner_key"] = owner_keys.get(draft.owner_id, "")
    values["next_step_key"] = next_step_key(draft.next_step_on)
    values["phone_key"] = primary(draft.points, PointKind.PHONE)
    values["email_key"] = primary(draft.points, PointKind.EMAIL)
    values["region_key"] = next(
        (a.region for a in sorted(draft.addresses, key=lambda a: not a.primary) if a.region), ""
    )
    values["completeness"] = completeness(draft).percent
    custom = dict(draft.custom)
    for slot in slots:
        values[slot] = custom.get(slot, "")
    return values


def slots_of(*drafts: CustomerDraft) -> list[str]:
    """The slots in which any of the drafts holds a value."""
    return sorted({slot for draft in drafts for slot, _ in draft.custom})


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def next_step_key(on: dt.date | None) -> str:
    return on.isoformat() if on else NO_DATE_KEY


def primary(points: Sequence[ContactPoint], kind: PointKind) -> str:
    """The value of the primary point of a kind, else of the first one, else empty."""
    of_kind = [p for p in points if p.kind == kind]
    return next((p.value for p in of_kind if p.primary), of_kind[0].value if of_kind else "")


def part_rows(customer_id: uuid.UUID, draft: CustomerDraft) -> dict[str, list[Values]]:
    """The rows below a customer, by table. Parts without an id get one."""
    contacts: list[Values] = []
    points = _points(customer_id, None, draft.points)
    for position, contact in enumerate(draft.contacts):
        row = _contact(customer_id, position, contact)
        contacts.append(row)
        points += _points(customer_id, row["id"], contact.points)
    addresses = [
        {
            "id": a.id or new_id(),
            "customer_id": customer_id,
            "position": position,
            "region": a.region,
            "street": a.street,
            "postcode": a.postcode,
            "label": a.label,
            "is_primary": a.primary,
        }
        for position, a in enumerate(draft.addresses)
    ]
    dates = [
        {
            "id": d.id or new_id(),
            "customer_id": customer_id,
            "position": position,
            "label": d.label,
            "on_date": d.on,
            "lunar": d.lunar,
        }
        for position, d in enumerate(draft.dates)
    ]
    return {"contact": contacts, "contact_point": points, "address": addresses, "important_date": dates}


def _contact(customer_id: uuid.UUID, position: int, contact: Contact) -> Values:
    return {
        "id": contact.id or new_id(),
        "customer_id": customer_id,
        "position": position,
        "name": contact.name,
        "role": str(contact.role),
        "title": contact.title,
        "department": contact.department,
        "birthday": contact.birthday,
        "notes": contact.notes,
        "is_primary": contact.primary,
        "reports_to_id": contact.reports_to,
    }


def _points(customer_id: uuid.UUID, contact_id: uuid.UUID | None, points: Sequence[ContactPoint]) -> list[Values]:
    return [
        {
            "id": p.id or new_id(),
            "customer_id": customer_id,
            "contact_id": contact_id,
            "position": position,
            "kind": str(p.kind),
            "value": p.value,
            "label": p.label,
            "is_primary": p.primary,
        }
        for position, p in enumerate(points)
    ]
