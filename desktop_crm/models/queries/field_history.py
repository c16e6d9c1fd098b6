"""What stood in a slot when it was changed: custom fields by name, removed and emptied ones too."""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.entities.custom_fields import CustomFieldEntity
from desktop_crm.models.entities.customers import SLOTS, CustomerEntity
from desktop_crm.models.messages import Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.text.custom_values import CROSS, NO, TICK, YES, decode, encode, shown_number
from desktop_crm.models.text.phones import format_phone

_F = CustomFieldEntity
_SLOTS = frozenset(SLOTS)


class _Stay(NamedTuple):
    """A field's time in its slot, which begins with the change `since` of the journal."""

    since: int
    name: str
    kind: str
    options: dict[str, str]
    currency: str


class SlotNames:
    """The names and values of slots as people read them. Asks the database only where a slot was changed."""

    def __init__(self, session: Session, changes: Iterable[ChangeRow]) -> None:
        touched = [
            (column, value)
            for change in changes
            if change.table_name == "customer"
            for column, values in (change.patch or {}).items()
            if column in _SLOTS
            for value in values
            if value
        ]
        self._stays: dict[str, list[_Stay]] = defaultdict(list)
        self._linked: dict[str, str] = {}
        slots = {column for column, _ in touched}
        if slots:
            self._load(session, slots)
            self._load_links(session, touched)

    def label(self, slot: str, change: int | None) -> Message | None:
        """The name of the field that a slot held at a change; None for what is no slot, or one that nobody knows."""
        stay = self._at(slot, change)
        return Message("{name}", {"name": stay.name}) if stay else None

    def text(self, slot: str, value: str, change: int | None) -> str:
        """A stored value for people. Yes and no are marks, which the window says in words."""
        stay = self._at(slot, change)
        if stay is None:
            return value
        if stay.kind == FieldType.PHONE:
            return format_phone(value)
        if stay.kind == FieldType.LINK:
            return self._linked.get(value, value)
        if stay.kind == FieldType.YES_NO:
            return {YES: TICK, NO: CROSS}.get(value, value)
        if stay.kind in (FieldType.NUMBER, FieldType.MONEY):
            return shown_number(value, stay.currency if stay.kind == FieldType.MONEY else None)
        return decode(stay.kind, value, tuple(stay.options.items()))

    def _at(self, slot: str, change: int | None) -> _Stay | None:
        stays = self._stays.get(slot, [])
        before = [stay for stay in stays if change is None or stay.since <= change]
        return before[-1] if before else stays[0] if stays else None

    def _load(self, session: Session, slots: set[str]) -> None:
        """The fields that stand in the slots or did; options that were removed keep the label they had last."""
        rows = session.execute(select(_F.id, _F.slot, _F.name, _F.kind, _F.options, _F.currency)).all()
        since: dict[uuid.UUID, int] = {}
        was: dict[uuid.UUID, str] = {}
        labels: dict[uuid.UUID, dict[str, str]] = defaultdict(dict)
        journal = select(ChangeRow.id, ChangeRow.row_id, ChangeRow.patch).where(
            ChangeRow.row_id.in_(r.id for r in rows)
        )
        for change, row_id, patch in session.execute(journal.order_by(ChangeRow.id)):
            since.setdefault(row_id, change)
            was[row_id] = (patch or {}).get("slot", [""])[0] or was.get(row_id, "")
            for options in (patch or {}).get("options", ()):
                labels[row_id] |= dict(json.loads(options or "[]"))
        for key, slot, name, kind, options, currency in sorted(rows, key=lambda row: since.get(row.id, 0)):
            held = slot or was.get(key, "")
            if held in slots:
                stay = _Stay(since.get(key, 0), name, kind, labels[key] | dict(json.loads(options)), currency)
                self._stays[held].append(stay)

    def _load_links(self, session: Session, touched: Iterable[tuple[str, str]]) -> None:
        linking = {s for s, stays in self._stays.items() if any(stay.kind == FieldType.LINK for stay in stays)}
        ids: set[uuid.UUID] = set()
        for slot, value in touched:
            if slot in linking:
                try:
                    ids.add(uuid.UUID(encode(FieldType.LINK, value)))
                except ValueError:
                    continue
        if ids:
            rows = session.execute(select(CustomerEntity.id, CustomerEntity.name).where(CustomerEntity.id.in_(ids)))
            self._linked = {key.hex: name for key, name in rows}
