"""Writes changes of many customers at once: what differs, grouped so that each shape is one statement."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, update

from desktop_crm.models.commands.customer_rows import Values, customer_values, part_rows, slots_of
from desktop_crm.models.commands.customers import PARTS
from desktop_crm.models.commands.people import owner_keys
from desktop_crm.models.commands.tags import find_or_add_tags
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.records.customers import CustomerDraft

Pair = tuple[CustomerDraft, CustomerDraft]


class Writes:
    """Rows to write, by table and by the columns that change."""

    def __init__(self) -> None:
        self.inserts: dict[str, list[Values]] = defaultdict(list)
        self.deletes: dict[str, list[uuid.UUID]] = defaultdict(list)
        self.untagged: list[tuple[uuid.UUID, uuid.UUID]] = []
        self.updates: dict[tuple[str, tuple[str, ...]], list[Values]] = defaultdict(list)

    def update(self, table: str, key: uuid.UUID, values: Mapping[str, Any]) -> None:
        row = {f"new_{name}": value for name, value in values.items()}
        self.updates[(table, tuple(sorted(values)))].append(row | {"row_id": key})

    def sync(self, table: str, old: Sequence[Values], new: Sequence[Values]) -> bool:
        """Notes what makes the rows `old` of a table into `new`; says whether anything does."""
        before = {row["id"]: row for row in old}
        kept = {row["id"] for row in new}
        gone = [key for key in before if key not in kept]
        fresh = [row for row in new if row["id"] not in before]
        self.deletes[table] += gone
        self.inserts[table] += fresh
        changed = False
        for row in new:
            was = before.get(row["id"])
            if was is not None and was != row:
                self.update(table, row["id"], {name: v for name, v in row.items() if v != was[name]})
                changed = True
        return bool(gone or fresh or changed)

    def execute(self, ctx: CommandContext) -> None:
        connection = ctx.session.connection()
        for name, keys in self.deletes.items():
            if keys:
                table = _table(name)
                connection.execute(delete(table).where(table.c.id.in_(keys)))
        links = _table("customer_tag").c
        for customer, tag in self.untagged:
            connection.execute(delete(links.id.table).where(links.customer_id == customer, links.tag_id == tag))
        for name in (*PARTS, "customer_tag"):
            if self.inserts[name]:
                connection.execute(insert(_table(name)), self.inserts[name])
        for (name, columns), rows in self.updates.items():
            table = _table(name)
            values: dict[str, Any] = {column: bindparam(f"new_{column}") for column in columns}
            connection.execute(update(table).where(table.c.id == bindparam("row_id")).values(values), rows)


def update_customers(ctx: CommandContext, pairs: Sequence[Pair], *, drop_tags: bool = False) -> int:
    """Writes the differences between `(stored, wanted)` drafts, both normalised, in a number of statements that
    does not grow with the rows. Returns how many customers changed. Tags are added; they are taken
    off only with `drop_tags`."""
    keys = owner_keys(ctx.session)
    tags = find_or_add_tags(ctx, dict.fromkeys(tag for pair in pairs for draft in pair for tag in draft.tags))
    writes = Writes()
    changed = 0
    for stored, draft in pairs:
        assert stored.id is not None
        slots = slots_of(stored, draft)
        before, after = customer_values(stored, keys, slots), customer_values(draft, keys, slots)
        values = {name: value for name, value in after.items() if value != before[name]}
        old, new = part_rows(stored.id, stored), part_rows(stored.id, draft)
        parts = any([writes.sync(table, old[table], new[table]) for table in PARTS])
        had = {tags[tag] for tag in stored.tags}
        fresh = [key for key in dict.fromkeys(tags[tag] for tag in draft.tags) if key not in had]
        writes.inserts["customer_tag"] += [{"id": new_id(), "customer_id": stored.id, "tag_id": key} for key in fresh]
        gone = had - {tags[tag] for tag in draft.tags} if drop_tags else set()
        writes.untagged += [(stored.id, key) for key in gone]
        if values or parts or fresh or gone:
            # A change of a phone is a change of its customer too: lists and open forms must notice.
            writes.update("customer", stored.id, values or {"updated_at": utc_now()})
            changed += 1
    writes.execute(ctx)
    return changed


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
