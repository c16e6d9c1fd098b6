"""The fields in which customers can differ, side by side, and which value a merge would take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.errors import NotFoundError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.custom_fields import linked_names
from desktop_crm.models.queries.customers import GONE
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.choices import CHOICES, label
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.duplicates import BOTH, LONG, Cell, MergeField
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.listed import Id
from desktop_crm.models.text.custom_values import YES as TRUE
from desktop_crm.models.text.custom_values import decode, shown_number

# What says who the customer is and who looks after it stays as it is; elsewhere the newer value is offered.
STAYS = ("kind", "name", "credit_code", "id_number", "owner_id", "team_id", "is_key", "key_user_id", "key_team_id")
COLUMNS = (
    "name", "kind", "short_name", "credit_code", "id_number", "stage", "owner_id", "team_id", "source", "industry",
    "size", "occupation", "preferred_channel", "price_sensitivity", "relationship", "next_step", "next_step_on",
    "needs", "notes", "verified_on", "is_key", "key_user_id", "key_team_id",
)  # fmt: skip
# Columns made from others, which go with them.
COMPANIONS: Mapping[str, tuple[str, ...]] = {
    "name": ("name_key", "company_key", "sort_key"),
    "owner_id": ("owner_key",),
    "next_step_on": ("next_step_key",),
    "verified_on": ("verified_key",),
}
YES = Message(QT_TRANSLATE_NOOP("messages", "Yes"))
NO = Message(QT_TRANSLATE_NOOP("messages", "No"))


def customer_rows(session: Session, ids: Sequence[Id]) -> list[CustomerEntity]:
    """The rows of these customers, in this order. Raises NotFoundError if one is not there or in the recycle bin."""
    c = CustomerEntity
    found = {row.id: row for row in session.scalars(select(c).where(c.id.in_(ids), c.deleted_at.is_(None)))}
    if len(found) != len(set(ids)):
        raise NotFoundError(GONE)
    return [found[key] for key in ids]


def merge_fields(session: Session, rows: Sequence[CustomerEntity]) -> tuple[MergeField, ...]:
    """The fields that hold a value in any of the records; the first record is the one that stays."""
    custom = {field.slot: field for field in (*custom_fields(session), *custom_fields(session, deleted=True))}
    links = [getattr(row, slot) for slot, field in custom.items() if field.type is FieldType.LINK for row in rows]
    shows = _Shows(session, dict(linked_names(session, filter(None, links))))
    found = []
    for column in (*COLUMNS, *custom):
        values = [getattr(row, column) for row in rows]
        if not any(values):
            continue
        field = custom.get(column)
        cells = tuple(Cell(shows.custom(field, v) if field else shows.value(column, v), v) for v in values)
        name = field.label if field else CUSTOMER_FIELDS[column]
        found.append(MergeField(column, name, cells, offered(column, rows)))
    return tuple(found)


def offered(column: str, rows: Sequence[CustomerEntity]) -> int:
    """The place of the record whose value is offered: filled over empty, then the newer one; long texts both."""
    values = [getattr(row, column) for row in rows]
    filled = [at for at, value in enumerate(values) if value]
    if not filled:
        return 0
    if column in LONG and len({values[at] for at in filled}) > 1:
        return BOTH
    if column in STAYS or values[0] == values[filled[-1]]:
        return filled[0]
    return max(filled, key=lambda at: (rows[at].updated_at, -at))


class _Shows:
    """Values as people read them."""

    def __init__(self, session: Session, linked: Mapping[str, str]) -> None:
        self._linked = linked
        self._names: dict[Any, str] = {}
        for entity in (UserRow, TeamRow):
            self._names |= {key: name for key, name in session.execute(select(entity.id, entity.name))}

    def value(self, column: str, value: Any) -> str | Message | dt.date:
        if isinstance(value, bool):
            return YES if value else NO
        if value is None or value == "":
            return ""
        if column.endswith("_id"):
            return self._names.get(value, "")
        if isinstance(value, dt.date):
            return value
        return label(column, value) if column in CHOICES else str(value)

    def custom(self, field: CustomField, value: str) -> str | Message | dt.date:
        """What cannot be read stands as it is stored."""
        if not value:
            return ""
        match field.type:
            case FieldType.YES_NO:
                return YES if value == TRUE else NO
            case FieldType.LINK:
                return self._linked.get(value, "…")
        try:
            match field.type:
                case FieldType.DATE:
                    return dt.date.fromisoformat(value)
                case FieldType.NUMBER:
                    return shown_number(value)
                case FieldType.MONEY:
                    return shown_number(value, field.currency)
            return decode(field.type, value, field.pairs)
        except ValueError:
            return value
