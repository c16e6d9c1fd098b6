"""The columns of customer files, and what they hold of a stored customer. Import compares with the very texts that
export writes, so that a file which comes back unchanged changes nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from desktop_crm.models.exchange.custom_columns import NO_WORD, YES_WORD, custom_cells
from desktop_crm.models.messages import Translate
from desktop_crm.models.records.choices import label, parse
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    Customer,
    Id,
    ImportantDate,
    PointKind,
)
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.headers import HEADERS, match_header
from desktop_crm.models.text.phones import format_phone
from desktop_crm.models.text.regions import region_name

Value = str | dt.date | dt.datetime
FIELDS = (
    "number", "name", "kind", "short_name", "stage", "owner",
    "team", "phone", "email", "wechat", "qq", "dingtalk",
    "website", "region", "address", "postcode", "industry", "size",
    "occupation", "source", "credit_code", "id_number", "preferred_channel", "price_sensitivity",
    "relationship", "needs", "tags", "next_step", "next_step_on", "birthday",
    "founded", "notes", "contact_name", "contact_title", "contact_department", "contact_role", "contact_reports_to",
    "contact_phone", "contact_email", "contact_wechat", "contact_birthday", "contact_channels", "contact_labels",
    "contact_notes", "other_point", "channel_labels", "address_label", "addresses", "dates", "parent",
    "referred_by", "verified_on", "is_key", "key_user", "key_team",
)  # fmt: skip
CREATED = "created_at"
DATES = frozenset({"next_step_on", "birthday", "founded", "contact_birthday", "verified_on", CREATED})
CODED = ("kind", "stage", "industry", "size", "source", "preferred_channel", "price_sensitivity", "relationship")
_PLAIN = ("short_name", "occupation", "credit_code", "id_number", "needs", "next_step", "notes")
POINTS = {
    "phone": PointKind.PHONE,
    "email": PointKind.EMAIL,
    "wechat": PointKind.WECHAT,
    "qq": PointKind.QQ,
    "dingtalk": PointKind.DINGTALK,
    "website": PointKind.WEBSITE,
    "other_point": PointKind.OTHER,
}
CHANNELS = (PointKind.QQ, PointKind.DINGTALK, PointKind.WEBSITE, PointKind.OTHER)
LUNAR = "（农历）"
_CHINESE = re.compile("[\u4e00-\u9fff]")


def headers(translate: Translate, language: str, fields: Sequence[CustomField] = ()) -> list[str]:
    """The header row: names that an import knows, in the language, and those of the custom fields."""
    found = [_header(f, language) for f in FIELDS]
    return [*found, CUSTOMER_FIELDS[CREATED].format(translate), *(field.name for field in fields)]


def _header(field: str, language: str) -> str:
    chinese = language.startswith("zh")
    return next(h for h in HEADERS[field] if bool(_CHINESE.search(h)) == chinese or h.isupper())


def date_headers(language: str) -> dict[str, str]:
    return {field: _header(field, language) for field in ("birthday", "founded")}


def points_text(points: Sequence[ContactPoint], kind: PointKind) -> str:
    """All values of a kind in one cell, the primary one first."""
    found = sorted((p for p in points if p.kind == kind), key=lambda p: not p.primary)
    return "; ".join(format_phone(p.value) if kind == PointKind.PHONE else p.value for p in found)


def labels_text(points: Sequence[ContactPoint]) -> str:
    """The labels of points, a line each."""
    return "\n".join(f"{p.kind}: {points_text([p], p.kind)} = {p.label}" for p in points if p.label)


def channels_text(points: Sequence[ContactPoint]) -> str:
    """What a contact person has of the kinds without a column, a line each, the primary ones first."""
    ordered = sorted(points, key=lambda p: not p.primary)
    return "\n".join(f"{p.kind}: {p.value}" for kind in CHANNELS for p in ordered if p.kind == kind)


def addresses_text(addresses: Sequence[Address]) -> str:
    """All addresses but the first one, a line each, with their regions as codes."""
    first = first_address(addresses)
    return "\n".join(
        f"{f'{a.label}: ' if a.label else ''}{a.region} | {a.street} | {a.postcode}"
        for a in addresses
        if a is not first
    )


def dates_text(dates: Sequence[ImportantDate], shown: Mapping[str, str]) -> str:
    """The important dates, a line each; none where the columns of birthday and founding (`shown`: what they are called)
    say all there is."""
    plain = [d for d in dates if not d.lunar and d.label == shown.get(match_header(d.label) or "")]
    if len(plain) == len(dates) and len({d.label for d in plain}) == len(plain):
        return ""
    return "\n".join(f"{d.label}: {d.on.isoformat()}{LUNAR if d.lunar else ''}" for d in dates)


def tags_text(tags: Sequence[str]) -> str:
    return ", ".join(tags)


def choice_text(field: str, code: str, translate: Translate) -> str:
    """A code as a word in the language, or as it stands where an import would not know the word."""
    if not code:
        return ""
    word = label(field, code)
    return next((t for t in (word.format(translate), word.text) if parse(field, t) == code), code)


def first_address(addresses: Sequence[Address]) -> Address:
    """The primary address, else the first, else an empty one."""
    return next((a for a in addresses if a.primary), addresses[0] if addresses else Address())


def rows_of(customer: Customer, translate: Translate, language: str) -> list[list[Value]]:
    """The rows of a customer: the first holds all, each further one another contact person."""
    values = _own_values(customer, translate, language)
    contacts = sorted(customer.draft.contacts, key=lambda c: not c.primary)
    names: dict[Id | None, str] = {c.id: c.name for c in contacts}
    first = values | (_contact_values(contacts[0], translate, names) if contacts else {})
    rows = [[*(first.get(f, "") for f in (*FIELDS, CREATED)), *custom_cells(customer, translate)]]
    for contact in contacts[1:]:
        more = {f: values[f] for f in ("number", "name", "kind")} | _contact_values(contact, translate, names)
        rows.append([*(more.get(f, "") for f in (*FIELDS, CREATED)), *[""] * len(customer.fields)])
    return rows


def _own_values(customer: Customer, translate: Translate, language: str) -> dict[str, Value]:
    draft = customer.draft
    address = first_address(draft.addresses)
    values: dict[str, Value] = {
        "number": customer.code,
        "name": draft.name,
        "owner": customer.owner_name,
        "team": customer.team_name,
        "region": region_name(address.region, language) if address.region else "",
        "address": address.street,
        "postcode": address.postcode,
        "tags": tags_text(draft.tags),
        "next_step_on": draft.next_step_on or "",
        CREATED: customer.created_at.astimezone().replace(tzinfo=None),
    }
    values |= {f: str(getattr(draft, f)) for f in _PLAIN}
    values |= {f: choice_text(f, str(getattr(draft, f)), translate) for f in CODED}
    values |= {f: points_text(draft.points, kind) for f, kind in POINTS.items()}
    values["channel_labels"] = labels_text(draft.points)
    values["address_label"] = address.label
    values["addresses"] = addresses_text(draft.addresses)
    values["dates"] = dates_text(draft.dates, date_headers(language))
    values["parent"], values["referred_by"] = customer.parent, customer.referred_by
    values["verified_on"] = customer.verified_on or ""
    values["is_key"] = (YES_WORD if customer.is_key else NO_WORD).format(translate)
    values["key_user"], values["key_team"] = customer.key_person, customer.key_team
    for date in reversed(draft.dates):
        field = match_header(date.label)
        if field in ("birthday", "founded") and not date.lunar:
            values[field] = date.on
    return values


def _contact_values(contact: Contact, translate: Translate, names: Mapping[Id | None, str]) -> dict[str, Value]:
    return {
        "contact_name": contact.name,
        "contact_reports_to": names.get(contact.reports_to, ""),
        "contact_title": contact.title,
        "contact_department": contact.department,
        "contact_role": choice_text("role", str(contact.role), translate),
        "contact_phone": points_text(contact.points, PointKind.PHONE),
        "contact_email": points_text(contact.points, PointKind.EMAIL),
        "contact_wechat": points_text(contact.points, PointKind.WECHAT),
        "contact_birthday": contact.birthday or "",
        "contact_channels": channels_text(contact.points),
        "contact_notes": contact.notes,
        "contact_labels": labels_text(contact.points),
    }
