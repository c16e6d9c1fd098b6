"""The administrator's own fields as records."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_crm.models.messages import Message
from desktop_crm.models.records.catalogue import CUSTOM, FieldSpec, FieldType
from desktop_crm.models.records.customers import Id

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
_GROUPED = frozenset({FieldType.CHOICE, FieldType.CHOICES, FieldType.YES_NO})


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: values hold the key, people see the label."""

    key: str
    label: str


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
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Its options as (key, label)."""
        return tuple((option.key, option.label) for option in self.options)

    def spec(self) -> FieldSpec:
        """Itself as the catalogue describes fields. Names are data, so the labels are not translated."""
        return FieldSpec(
            self.field_id,
            Message("{name}", {"name": self.name}),
            self.type,
            self.slot,
            self.slot,
            tuple((option.key, Message("{name}", {"name": option.label})) for option in self.options),
            editable=True,
            groupable=self.type in _GROUPED,
            for_kind=self.for_kind,
        )
