"""The field catalogue: every field of a customer that can be filtered, shown, grouped, checked or set in bulk.

Built-in and custom fields are described alike, so that a list, a filter, a rule or a bulk edit never asks which of the
two it has before it. Ids are what saved views and rules keep: a built-in field's name, or `custom:` and the field's
key in hexadecimal, so that renaming a field keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_crm.models.messages import Message
from desktop_crm.models.records.choices import CHOICES
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F


class FieldType(StrEnum):
    """What a field holds. USER, TEAM, TAGS and REGION are built-in only; times are UTC moments."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    LINK = "link"
    USER = "user"
    TEAM = "team"
    TAGS = "tags"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of the catalogue.

    `column` is the attribute of the customer's row that holds the value, empty where other tables do; `sort` the one
    that orders it, empty where nothing can. `options` are (key, label) of a choice; an `open` choice takes any other
    text too. `editable`: one value can be written to many customers. `for_kind`: company, person, or empty for both."""

    id: str
    label: Message
    type: FieldType
    column: str = ""
    sort: str = ""
    options: tuple[tuple[str, Message], ...] = field(default=())
    open: bool = False
    editable: bool = False
    groupable: bool = False
    for_kind: str = ""

    @property
    def is_custom(self) -> bool:
        return self.id.startswith(CUSTOM)


def _choice(name: str, sort: str = "", *, open: bool = False) -> FieldSpec:
    options = tuple(CHOICES.get(name, {}).items())
    return FieldSpec(name, F[name], FieldType.CHOICE, name, sort, options, open, editable=True, groupable=True)


def _text(name: str, kind: FieldType = FieldType.TEXT, sort: str = "", *, editable: bool = True) -> FieldSpec:
    return FieldSpec(name, F[name], kind, name, sort, editable=editable)


BUILT_IN: tuple[FieldSpec, ...] = (
    FieldSpec("name", F["name"], FieldType.TEXT, "name", "sort_key"),
    FieldSpec("number", F["number"], FieldType.NUMBER, "number", "number"),
    _choice("kind", "kind"),
    _text("short_name"),
    _text("credit_code", editable=False),
    _text("id_number", editable=False),
    _choice("stage", "stage"),
    FieldSpec("owner", F["owner"], FieldType.USER, "owner_id", "owner_key", editable=True, groupable=True),
    FieldSpec("team", F["team"], FieldType.TEAM, "team_id", editable=True, groupable=True),
    FieldSpec("tags", F["tags"], FieldType.TAGS),
    FieldSpec("phone", F["phone"], FieldType.PHONE, "phone_key", "phone_key"),
    FieldSpec("email", F["email"], FieldType.EMAIL, "email_key", "email_key"),
    FieldSpec("region", F["region"], FieldType.REGION, "region_key", "region_key", editable=True, groupable=True),
    _choice("source", "source", open=True),
    _choice("industry", "industry", open=True),
    _choice("size", "size", open=True),
    _choice("occupation", "occupation", open=True),
    _choice("preferred_channel"),
    _choice("price_sensitivity"),
    _choice("relationship"),
    _text("needs", FieldType.LONG_TEXT),
    _text("next_step"),
    FieldSpec("next_step_on", F["next_step_on"], FieldType.DATE, "next_step_on", "next_step_key", editable=True),
    _text("notes", FieldType.LONG_TEXT, editable=False),
    FieldSpec("verified_on", F["verified_on"], FieldType.DATE, "verified_on", "verified_key", editable=True),
    FieldSpec("completeness", F["completeness"], FieldType.NUMBER, "completeness", "completeness"),
    FieldSpec("is_key", F["is_key"], FieldType.YES_NO, "is_key", editable=True, groupable=True),
    FieldSpec("key_user", F["key_user_id"], FieldType.USER, "key_user_id", editable=True, groupable=True),
    FieldSpec("key_team", F["key_team_id"], FieldType.TEAM, "key_team_id", editable=True, groupable=True),
    FieldSpec("created_at", F["created_at"], FieldType.TIME, "created_at", "created_at"),
    FieldSpec("updated_at", F["updated_at"], FieldType.TIME, "updated_at", "updated_at"),
)
