"""The kinds of records that files can bring, each described once: its fields, what files call them, and by what a row
finds its stored record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.fields import CUSTOMER_FIELDS, PART_FIELDS
from desktop_crm.models.records.headers import HEADERS, REPEATABLE
from desktop_crm.models.records.import_setup import ALL_KEYS, CUSTOMERS, MatchKey
from desktop_crm.models.records.relations import SIDES, Side

CONTACT = QT_TRANSLATE_NOOP("messages", "Contact person: {field}")


@dataclass(frozen=True, slots=True)
class ImportField:
    """A field that a column can fill. `repeatable`: several columns may fill it; `many`: it is a list, which blank
    cells empty only where a person says so."""

    id: str
    label: Message
    aliases: tuple[str, ...] = ()
    repeatable: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class ImportKind:
    """A kind of record. One of `required` must be filled; the code that reads and writes it stands beside it in
    `exchange/import_kinds.py`."""

    id: str
    label: Message
    fields: tuple[ImportField, ...]
    required: tuple[str, ...]
    match: tuple[MatchKey, ...]

    def field(self, name: str) -> ImportField | None:
        return next((one for one in self.fields if one.id == name), None)


MANY = frozenset(
    {"phone", "mobile", "email", "wechat", "qq", "dingtalk", "website", "other_point", "tags", "addresses", "dates"}
    | {"contact_phone", "contact_email", "contact_wechat", "contact_channels"}
)
_LABELS: Mapping[str, Message] = {
    "mobile": Message(QT_TRANSLATE_NOOP("messages", "Mobile")),
    "wechat": Message(QT_TRANSLATE_NOOP("messages", "WeChat")),
    "qq": Message(QT_TRANSLATE_NOOP("messages", "QQ")),
    "dingtalk": Message(QT_TRANSLATE_NOOP("messages", "DingTalk")),
    "website": Message(QT_TRANSLATE_NOOP("messages", "Website")),
    "other_point": Message(QT_TRANSLATE_NOOP("messages", "Other channel")),
    "province": Message(QT_TRANSLATE_NOOP("messages", "Province")),
    "city": Message(QT_TRANSLATE_NOOP("messages", "City")),
    "district": Message(QT_TRANSLATE_NOOP("messages", "District")),
    "address": Message(QT_TRANSLATE_NOOP("messages", "Street")),
    "postcode": Message(QT_TRANSLATE_NOOP("messages", "Postcode")),
    "address_label": Message(QT_TRANSLATE_NOOP("messages", "Label of the address")),
    "channel_labels": Message(QT_TRANSLATE_NOOP("messages", "Labels of phones and channels")),
    "addresses": Message(QT_TRANSLATE_NOOP("messages", "Further addresses")),
    "birthday": Message(QT_TRANSLATE_NOOP("messages", "Birthday")),
    "founded": Message(QT_TRANSLATE_NOOP("messages", "Founded")),
    "dates": Message(QT_TRANSLATE_NOOP("messages", "Important dates")),
    "key_user": CUSTOMER_FIELDS["key_user_id"],
    "key_team": CUSTOMER_FIELDS["key_team_id"],
    "parent": SIDES[Side.PARENT],
    "referred_by": SIDES[Side.REFERRED_BY],
    "contact_name": Message(CONTACT, {"field": PART_FIELDS["name"]}),
    "contact_phone": Message(CONTACT, {"field": CUSTOMER_FIELDS["phone"]}),
    "contact_email": Message(CONTACT, {"field": CUSTOMER_FIELDS["email"]}),
    "contact_wechat": Message(CONTACT, {"field": Message(QT_TRANSLATE_NOOP("messages", "WeChat"))}),
    "contact_channels": Message(CONTACT, {"field": Message(QT_TRANSLATE_NOOP("messages", "Other channel"))}),
    "contact_labels": Message(
        CONTACT, {"field": Message(QT_TRANSLATE_NOOP("messages", "Labels of phones and channels"))}
    ),
    "contact_title": Message(CONTACT, {"field": PART_FIELDS["title"]}),
    "contact_department": Message(CONTACT, {"field": PART_FIELDS["department"]}),
    "contact_role": Message(CONTACT, {"field": PART_FIELDS["role"]}),
    "contact_reports_to": Message(CONTACT, {"field": PART_FIELDS["reports_to_id"]}),
    "contact_birthday": Message(CONTACT, {"field": PART_FIELDS["birthday"]}),
    "contact_notes": Message(CONTACT, {"field": PART_FIELDS["notes"]}),
}


def _field(name: str) -> ImportField:
    label = _LABELS.get(name) or CUSTOMER_FIELDS[name]
    return ImportField(name, label, HEADERS[name], name in REPEATABLE, name in MANY)


CUSTOMER_KIND = ImportKind(
    CUSTOMERS,
    Message(QT_TRANSLATE_NOOP("messages", "Customers")),
    tuple(_field(name) for name in HEADERS),
    ("name", "number"),
    ALL_KEYS,
)
KINDS: Mapping[str, ImportKind] = {CUSTOMERS: CUSTOMER_KIND}


def field_label(kind: ImportKind, name: str) -> Message:
    """What a field is called; an unknown one shows its id."""
    found = kind.field(name)
    return found.label if found else Message("{name}", {"name": name})
