"""What the custom fields hold: how many customers fill them, which options are in use, whom links mean."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import SLOTS, CustomerEntity
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField, FieldsView, FieldUse
from desktop_crm.models.records.customers import CustomerDraft, Id
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.text.custom_values import keys

_C = CustomerEntity


def fields_view(session: Session) -> FieldsView:
    """The fields in force and those that were removed, each with how it is used."""
    return FieldsView(
        tuple(FieldUse(field, filled(session, field)) for field in custom_fields(session)),
        tuple(FieldUse(field, filled(session, field)) for field in custom_fields(session, deleted=True)),
        len(SLOTS),
    )


def filled(session: Session, field: CustomField) -> int:
    """How many living customers have a value; counted by the index of the slot."""
    column = getattr(_C, field.slot)
    return session.scalar(select(func.count()).select_from(_C).where(_C.deleted_at.is_(None), column > "")) or 0


def option_uses(session: Session, field: CustomField) -> dict[str, int]:
    """How many customers, deleted ones too, hold each option."""
    found: dict[str, int] = {}
    column = getattr(_C, field.slot)
    for value, count in session.execute(select(column, func.count()).where(column > "").group_by(column)):
        for key in keys(value) if field.type is FieldType.CHOICES else (value,):
            found[key] = found.get(key, 0) + count
    return found


def slots_by_id(session: Session, ids: Sequence[str]) -> dict[str, CustomField]:
    """The custom fields among ids of the catalogue; asks the database only where there are any."""
    if not any(one.startswith(CUSTOM) for one in ids):
        return {}
    return {field.field_id: field for field in custom_fields(session) if field.field_id in ids}


def links_of(draft: CustomerDraft, fields: Sequence[CustomField]) -> list[str]:
    """The values of a draft's link fields."""
    slots = {field.slot for field in fields if field.type is FieldType.LINK}
    return [value for slot, value in draft.custom if slot in slots]


def linked_names(session: Session, links: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The names of linked customers by their key in hexadecimal, in one statement; none for no links."""
    ids: list[Id] = []
    for link in dict.fromkeys(links):
        try:
            ids.append(uuid.UUID(link))
        except ValueError:
            continue
    if not ids:
        return ()
    return tuple((key.hex, name) for key, name in session.execute(select(_C.id, _C.name).where(_C.id.in_(ids))))
