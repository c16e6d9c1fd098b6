"""What the application knows of a customer, as it travels between threads: frozen, no database behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_crm.models.messages import Message
from desktop_crm.models.records.listed import CustomerFilter, CustomerRow, Id, Stage, Tag, customer_code

if TYPE_CHECKING:
    from desktop_crm.models.records.custom_fields import CustomField

__all__ = [
    "Address",
    "Contact",
    "ContactPoint",
    "ContactRole",
    "Customer",
    "CustomerDraft",
    "CustomerFilter",
    "CustomerKind",
    "CustomerRow",
    "FilterChoices",
    "Id",
    "ImportantDate",
    "Level",
    "PointKind",
    "Stage",
    "Tag",
    "Team",
    "Twin",
    "User",
    "customer_code",
]


class CustomerKind(StrEnum):
    COMPANY = "company"
    PERSON = "person"


class Level(StrEnum):
    """Price sensitivity and relationship willingness; empty is "not known"."""

    UNKNOWN = ""
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class PointKind(StrEnum):
    """Kinds of contact point (after schema.org ContactPoint and vCard)."""

    PHONE = "phone"
    EMAIL = "email"
    WECHAT = "wechat"
    QQ = "qq"
    DINGTALK = "dingtalk"
    WEBSITE = "website"
    OTHER = "other"


class ContactRole(StrEnum):
    """What a contact person decides; empty is "not known"."""

    UNKNOWN = ""
    DECISION_MAKER = "decision_maker"
    PURCHASING = "purchasing"
    FINANCE = "finance"
    TECHNICAL = "technical"
    USER = "user"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A phone number, an e-mail address or another channel. Phones are kept as E.164 (`+8613800138000`),
    an extension after `;ext=`. At most one per kind and holder is primary."""

    kind: PointKind
    value: str
    label: str = ""
    primary: bool = False
    id: Id | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """`region` is the 6-digit administrative code (GB/T 2260) of 省, 市 or 区; empty outside China."""

    region: str = ""
    street: str = ""
    postcode: str = ""
    label: str = ""
    primary: bool = False
    id: Id | None = None


@dataclass(frozen=True, slots=True)
class ImportantDate:
    """A date that comes back every year: founding, birthday, contract anniversary."""

    label: str
    on: dt.date
    lunar: bool = False
    id: Id | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact person 联系人 of a customer.

    `reports_to` is the id of another contact person of the same draft. Keys are made by whoever makes a row, so a form
    gives a new person an id at once: others can report to it before it is stored."""

    name: str
    role: ContactRole = ContactRole.UNKNOWN
    title: str = ""
    department: str = ""
    birthday: dt.date | None = None
    notes: str = ""
    primary: bool = False
    points: tuple[ContactPoint, ...] = ()
    id: Id | None = None
    reports_to: Id | None = None


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """What a form or an import row holds: everything a person can set. `id` None creates.

    `custom` are the values of custom fields as (slot, stored value), in the order of the slots, empty ones left out."""

    name: str = ""
    kind: CustomerKind = CustomerKind.COMPANY
    short_name: str = ""
    credit_code: str = ""
    id_number: str = ""
    industry: str = ""
    size: str = ""
    occupation: str = ""
    source: str = ""
    owner_id: Id | None = None
    team_id: Id | None = None
    stage: Stage = Stage.ACQUIRE
    preferred_channel: str = ""
    price_sensitivity: Level = Level.UNKNOWN
    relationship: Level = Level.UNKNOWN
    needs: str = ""
    next_step: str = ""
    next_step_on: dt.date | None = None
    notes: str = ""
    points: tuple[ContactPoint, ...] = ()
    addresses: tuple[Address, ...] = ()
    dates: tuple[ImportantDate, ...] = ()
    contacts: tuple[Contact, ...] = ()
    tags: tuple[str, ...] = ()
    custom: tuple[tuple[str, str], ...] = ()
    id: Id | None = None
    row_version: int = 0


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as stored: the draft, and what only the application sets.

    `missing` are the fields that completeness lacks, as id and name, the weightiest first; `key_person` and `key_team`
    look after a key customer 大客户. `number` is the human code (客户编号), shown as C000123. Times are UTC and
    aware. `fields` are the custom fields in force, `linked` the names of the customers that link fields hold, by their
    key in hexadecimal; `parent` and `referred_by` are codes, where a file is written."""

    draft: CustomerDraft
    id: Id
    number: int
    owner_name: str
    team_name: str
    tags: tuple[Tag, ...]
    created_at: dt.datetime
    updated_at: dt.datetime
    deleted_at: dt.datetime | None = None
    completeness: int = 0
    missing: tuple[tuple[str, Message], ...] = ()
    verified_on: dt.date | None = None
    is_key: bool = False
    key_person: str = ""
    key_team: str = ""
    key_user_id: Id | None = None
    key_team_id: Id | None = None
    fields: tuple[CustomField, ...] = ()
    linked: tuple[tuple[str, str], ...] = ()
    parent: str = ""
    referred_by: str = ""

    @property
    def code(self) -> str:
        return customer_code(self.number)


@dataclass(frozen=True, slots=True)
class Twin:
    """A stored customer that a draft may repeat, and the field that says so."""

    id: Id
    number: int
    name: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class User:
    """A person who uses the application. `login` is the account name on the computer or the server."""

    id: Id
    name: str
    login: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Team:
    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the quick filters and forms offer: `values` maps source, industry, size and occupation to the
    values in use; `fields` are the custom fields."""

    users: tuple[User, ...] = ()
    teams: tuple[Team, ...] = ()
    tags: tuple[Tag, ...] = ()
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fields: tuple[CustomField, ...] = ()
