"""Which custom fields can be found, and whose documents to renew when the fields themselves change."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.entities.custom_fields import CustomFieldEntity
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.text.custom_values import keys

_F = CustomFieldEntity
_FINDABLE = (
    FieldType.TEXT,
    FieldType.PHONE,
    FieldType.EMAIL,
    FieldType.URL,
    FieldType.CHOICE,
    FieldType.CHOICES,
)
_CHOICES = frozenset({FieldType.CHOICE, FieldType.CHOICES})


class Findable(NamedTuple):
    """A custom field whose values are found."""

    slot: str
    kind: str
    labels: dict[str, str]

    def texts(self, value: str) -> list[tuple[str, str]]:
        """A stored value as (type, text) to be found."""
        if self.kind in _CHOICES:
            return [(self.kind, self.labels[key]) for key in keys(value) if key in self.labels]
        return [(self.kind, value)] if value else []


def findable(session: Session) -> list[Findable]:
    """The custom fields whose values are found, in the order of their slots."""
    wanted = select(_F.slot, _F.kind, _F.options).where(_F.deleted_at.is_(None), _F.kind.in_(_FINDABLE))
    rows = session.execute(wanted.order_by(_F.slot))
    return [Findable(slot, kind, dict(json.loads(options))) for slot, kind, options in rows]


def customers_of_changed_fields(session: Session, seq: int) -> Iterator[uuid.UUID]:
    """The customers whose values a change set made findable otherwise by changing the fields: a field that came, went
    or took another type, an option that was renamed."""
    own = (ChangeRow.change_set == seq) & (ChangeRow.table_name == _F.__tablename__)
    conditions: list[ColumnElement[bool]] = []
    for row_id, op, patch in session.execute(select(ChangeRow.row_id, ChangeRow.op, ChangeRow.patch).where(own)):
        slot = str(patch["slot"][0]) if op == "D" and patch else _slot(session, row_id)
        if not slot:
            continue
        column = getattr(CustomerEntity, slot)
        if op != "U" or {"kind", "deleted_at", "slot"} & set(patch or ()):
            conditions.append(column > "")
        elif patch and "options" in patch:
            conditions += [column.contains(key, autoescape=True) for key in _relabelled(*patch["options"])]
    if conditions:
        yield from session.scalars(select(CustomerEntity.id).where(or_(*conditions)))


def _slot(session: Session, row_id: uuid.UUID) -> str:
    return session.scalars(select(_F.slot).where(_F.id == row_id)).first() or ""


def _relabelled(old: str, new: str) -> Sequence[str]:
    before, after = dict(json.loads(old or "[]")), dict(json.loads(new or "[]"))
    return [key for key in before.keys() & after.keys() if before[key] != after[key]]
