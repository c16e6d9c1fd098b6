"""Custom fields that point to customers of later rows, written when all rows of a file are in."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_crm.models.commands.customer_updates import Writes
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.exchange.custom_columns import LINK_LEFT_OUT, linked_to
from desktop_crm.models.exchange.outcomes import OutcomeWriter
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.imports import CellChange, RowProblem

if TYPE_CHECKING:
    from desktop_crm.models.exchange.customer_plan import Planner

BATCH = 2_000
_C = CustomerEntity


def write_links(ctx: CommandContext, planner: Planner, fields: Sequence[CustomField], rows: OutcomeWriter) -> None:
    """Writes what rows say of customers that were not there yet; what is not there now is left out and told."""
    texts = sorted({text for _, links in planner.links for text in links.values()})
    known: dict[str, str] = {}
    for start in range(0, len(texts), BATCH):
        known |= linked_to(ctx.session, texts[start : start + BATCH])
    stored, by_slot = _stored(ctx, planner), {field.slot: field for field in fields}
    wanted: dict[tuple[uuid.UUID, str], str] = {}
    for outcome, links in planner.links:
        assert outcome.record is not None
        for slot, text in links.items():
            if text not in known:
                planner.note(RowProblem(outcome.row, planner.reader.column_of(slot), text, LINK_LEFT_OUT))
                continue
            at = outcome.record, slot
            if wanted.get(at, stored[at]) != known[text]:
                field = by_slot[slot]
                rows.change(outcome, CellChange(field.field_id, field.label, None, text))
            wanted[at] = known[text]
    writes = Writes()
    for (key, slot), value in wanted.items():
        if value != stored[key, slot]:
            writes.update("customer", key, {slot: value})
            planner.linked.add(key)
    writes.execute(ctx)


def _stored(ctx: CommandContext, planner: Planner) -> dict[tuple[uuid.UUID, str], str]:
    slots = sorted({slot for _, links in planner.links for slot in links})
    keys = [outcome.record for outcome, _ in planner.links]
    found: dict[tuple[uuid.UUID, str], str] = {}
    for start in range(0, len(keys), BATCH):
        columns = select(_C.id, *(getattr(_C, slot) for slot in slots)).where(_C.id.in_(keys[start : start + BATCH]))
        for key, *values in ctx.session.execute(columns):
            found |= {(key, slot): value for slot, value in zip(slots, values, strict=True)}
    return found
