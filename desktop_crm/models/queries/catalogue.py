"""The field catalogue of a database: the built-in fields and those that its administrator added."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.custom_fields import CustomFieldEntity
from desktop_crm.models.records.catalogue import BUILT_IN, FieldSpec, FieldType
from desktop_crm.models.records.custom_fields import CustomField, Option


def custom_fields(session: Session, *, deleted: bool = False) -> list[CustomField]:
    """The custom fields in the form's order; with `deleted` those that were removed and can be brought back. A field
    that was emptied for good has no slot any more."""
    own = CustomFieldEntity
    wanted = select(own).where(own.deleted_at.is_not(None) if deleted else own.deleted_at.is_(None), own.slot != "")
    return [_record(row) for row in session.scalars(wanted.order_by(own.position, own.id))]


def field_catalogue(session: Session) -> dict[str, FieldSpec]:
    """Every field by its id, the built-in ones first."""
    specs = [*BUILT_IN, *(field.spec() for field in custom_fields(session))]
    return {spec.id: spec for spec in specs}


def _record(row: CustomFieldEntity) -> CustomField:
    return CustomField(
        id=row.id,
        slot=row.slot,
        type=FieldType(row.kind),
        name=row.name,
        for_kind=row.for_kind,
        section=row.section,
        position=row.position,
        required=row.required,
        default=row.default_value,
        hint=row.hint,
        options=tuple(Option(str(key), str(label)) for key, label in json.loads(row.options)),
        currency=row.currency,
        row_version=row.row_version,
    )
