"""What the application knows of a customer, as it travels between threads: frozen, no database behind it."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_crm.models.records.conditions import Group

Id = uuid.UUID


class CustomerKind(StrEnum):
    COMPANY = "company"
    PERSON = "person"


class Stage(StrEnum):
    """The lifecycle stages 获取 / 发展 / 维护 / 流失. Every customer is in exactly one."""

    ACQUIRE = "acquire"
    DEVELOP = "develop"
    MAINTAIN = "maintain"
    LOST = "lost"


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
    """A contact person 联系人 of a customer."""

    name: str
    role: ContactRole = ContactRole.UNKNOWN
    title: str = ""
    department: str = ""
    birthday: dt.date | None = None
    notes: str = ""
    primary: bool = False
    points: tuple[ContactPoint, ...] = ()
    id: Id | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A label with a colour: one of the theme's tag tokens, `tag1` … `tag8`."""

    name: str
    colour: str = "tag1"
    id: Id | None = None


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """What a form or an import row holds: everything a person can set. `id` None creates."""

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
    id: Id | None = None
    row_version: int = 0


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as stored: the draft, and what only the application sets.

    `number` is the human code (客户编号), shown as C000123. Times are UTC and aware."""

    draft: CustomerDraft
    id: Id
    number: int
    owner_name: str
    team_name: str
    tags: tuple[Tag, ...]
    created_at: dt.datetime
    updated_at: dt.datetime
    deleted_at: dt.datetime | None = None

    @property
    def code(self) -> str:
        return customer_code(self.number)


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the customer list: plain values only, cheap to make 200 of."""

    id: Id
    number: int
    name: str
    kind: str
    stage: str
    owner_name: str
    region: str
    phone: str
    email: str
    source: str
    industry: str
    size: str
    occupation: str
    next_step: str
    next_step_on: str
    created_at: str
    updated_at: str
    deleted_at: str = ""
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """Quick filters; empty means "any". The values of one field are alternatives, the fields must all hold.

    `regions` are prefixes of GB/T 2260 codes (`44` is 广东, `4403` 深圳). `text` is matched as the
    global search matches. `owners` may hold None for "no owner". `rules` is what the filter builder made. `hand_over`
    names a hand-over whose customers are meant, `shared_with` a user, whose teams' shares count, too."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    owners: tuple[Id | None, ...] = ()
    tags: tuple[Id, ...] = ()
    regions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    ids: tuple[Id, ...] | None = None
    deleted: bool = False
    rules: Group | None = None
    hand_over: Id | None = None
    shared_with: Id | None = None


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
    values in use."""

    users: tuple[User, ...] = ()
    teams: tuple[Team, ...] = ()
    tags: tuple[Tag, ...] = ()
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)


def customer_code(number: int) -> str:
    """The human code of a customer: `C000123`."""
    return f"C{number:06d}"
