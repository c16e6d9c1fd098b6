"""The administrator's own fields as records."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.listed import Id

# What an administrator can choose from.
CUSTOM_TYPES = (
    FieldType.TEXT,
    FieldType.LONG_TEXT,
    FieldType.NUMBER,
    FieldType.MONEY,
    FieldType.DATE,
    FieldType.CHOICE,
    FieldType.CHOICES,
    FieldType.YES_NO,
    FieldType.PHONE,
    FieldType.EMAIL,
    FieldType.URL,
    FieldType.LINK,
)
TYPE_NAMES = {
    FieldType.TEXT: Message(QT_TRANSLATE_NOOP("messages", "Text")),
    FieldType.LONG_TEXT: Message(QT_TRANSLATE_NOOP("messages", "Long text")),
    FieldType.NUMBER: Message(QT_TRANSLATE_NOOP("messages", "Number")),
    FieldType.MONEY: Message(QT_TRANSLATE_NOOP("messages", "Amount of money")),
    FieldType.DATE: Message(QT_TRANSLATE_NOOP("messages", "Date")),
    FieldType.CHOICE: Message(QT_TRANSLATE_NOOP("messages", "One of several options")),
    FieldType.CHOICES: Message(QT_TRANSLATE_NOOP("messages", "Any of several options")),
    FieldType.YES_NO: Message(QT_TRANSLATE_NOOP("messages", "Yes or no")),
    FieldType.PHONE: Message(QT_TRANSLATE_NOOP("messages", "Phone")),
    FieldType.EMAIL: Message(QT_TRANSLATE_NOOP("messages", "E-mail")),
    FieldType.URL: Message(QT_TRANSLATE_NOOP("messages", "Web address")),
    FieldType.LINK: Message(QT_TRANSLATE_NOOP("messages", "Another customer")),
}
_GROUPED = frozenset({FieldType.CHOICE, FieldType.CHOICES, FieldType.YES_NO})


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: values hold the key, people see the label."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class FieldDraft:
    """What an administrator sets of a field. `default` is written as people write values; an option without a key is
    a new one. `id` None adds."""

    name: str = ""
    type: FieldType = FieldType.TEXT
    for_kind: str = ""
    section: str = ""
    required: bool = False
    default: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    currency: str = ""
    id: Id | None = None
    row_version: int = 0


@dataclass(frozen=True, slots=True)
class CustomField:
    """A custom field; `slot` is the column of the customer's row that holds its values."""

    id: Id
    slot: str
    type: FieldType
    name: str
    for_kind: str = ""
    section: str = ""
    position: int = 0
    required: bool = False
    default: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    currency: str = ""
    row_version: int = 0

    @property
    def field_id(self) -> str:
        """Its id in the field catalogue."""
        return f"{CUSTOM}{self.id.hex}"

    @property
    def label(self) -> Message:
        """Its name. Names are data: they are not translated."""
        return Message("{name}", {"name": self.name})

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Its options as (key, label)."""
        return tuple((option.key, option.label) for option in self.options)

    def spec(self) -> FieldSpec:
        """Itself as the catalogue describes fields."""
        return FieldSpec(
            self.field_id,
            self.label,
            self.type,
            self.slot,
            "" if self.type is FieldType.LONG_TEXT else self.slot,
            tuple((option.key, Message("{name}", {"name": option.label})) for option in self.options),
            editable=True,
            groupable=self.type in _GROUPED,
            for_kind=self.for_kind,
        )

    def applies(self, kind: str) -> bool:
        """Whether customers of a kind have the field."""
        return self.for_kind in ("", kind)


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A field, and how many living customers have a value of it."""

    field: CustomField
    filled: int


@dataclass(frozen=True, slots=True)
class FieldsView:
    """What the administrator sees: the fields in force, the removed ones, and how many there can be in all."""

    fields: tuple[FieldUse, ...] = ()
    removed: tuple[FieldUse, ...] = ()
    most: int = 0


def sections(fields: Iterable[CustomField]) -> list[tuple[str, list[CustomField]]]:
    """The fields by section, in the order in which the sections first occur."""
    found: dict[str, list[CustomField]] = {}
    for field in fields:
        found.setdefault(field.section, []).append(field)
    return list(found.items())


def custom_values(custom: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Values of slots as a draft holds them."""
    return tuple(sorted((slot, value) for slot, value in dict(custom).items() if value))


def to_state(fields: Iterable[CustomField]) -> list[dict[str, Any]]:
    """What the window remembers of the fields, so that the next start shows their columns before anything is read."""
    return [
        {
            "id": field.id.hex,
            "slot": field.slot,
            "type": str(field.type),
            "name": field.name,
            "for_kind": field.for_kind,
            "section": field.section,
            "position": field.position,
            "required": field.required,
            "default": field.default,
            "hint": field.hint,
            "options": [list(pair) for pair in field.pairs],
            "currency": field.currency,
            "row_version": field.row_version,
        }
        for field in fields
    ]


def from_state(kept: object) -> tuple[CustomField, ...]:
    """What `to_state` gave; nothing for anything else."""
    found: list[CustomField] = []
    for one in kept if isinstance(kept, list) else ():
        try:
            values = {**one, "id": uuid.UUID(one["id"]), "type": FieldType(one["type"])}
            values["options"] = tuple(Option(str(key), str(label)) for key, label in one["options"])
            found.append(CustomField(**values))
        except (TypeError, KeyError, ValueError, AttributeError):
            return ()
    return tuple(found)
