"""Makes one customer of several, and remembers which ones are not one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select, update

from desktop_crm.models.commands.customer_updates import Writes
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.duplicates import DistinctPairEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.merge_fields import COMPANIONS, customer_rows, merge_fields
from desktop_crm.models.queries.merge_plan import joined, plan_merge
from desktop_crm.models.records.customers import CustomerKind, Id
from desktop_crm.models.records.duplicates import BOTH
from desktop_crm.models.text.names import company_key, name_key
from desktop_crm.models.text.pinyin import sort_key

NEEDS_TWO = Message(QT_TRANSLATE_NOOP("messages", "A merge needs two different customers. Nothing was changed."))


def merge_customers(
    ctx: CommandContext, keep: Id, others: Sequence[Id], choices: Mapping[str, int] | None = None
) -> Id:
    """Makes one customer of `keep` and `others`; the others go to the recycle bin and say where they went.

    `choices` maps a column of `merge_fields` to the record whose value it takes (0 is `keep`) or to BOTH; what it does
    not name is decided as `merge_fields` offers. Returns `keep`. Raises UserError, NotFoundError."""
    others = [key for key in dict.fromkeys(others) if key != keep]
    if not others:
        raise UserError(NEEDS_TWO)
    rows = customer_rows(ctx.session, [keep, *others])
    values = _values(rows, {f.column: f.offered for f in merge_fields(ctx.session, rows)} | dict(choices or {}))
    plan = plan_merge(ctx.session, keep, others)
    values |= plan.keys
    writes = Writes()
    for (table, key), changed in plan.updates.items():
        writes.update(table, key, changed)
    changed = {name: value for name, value in values.items() if getattr(rows[0], name) != value}
    writes.update("customer", keep, changed or {"updated_at": utc_now()})
    writes.execute(ctx)
    gone = update(CustomerEntity).where(CustomerEntity.id.in_(others))
    ctx.session.connection().execute(gone.values(deleted_at=utc_now(), merged_into_id=keep))
    ctx.session.expire_all()
    ctx.title = _title(rows)
    return keep


def _title(rows: Sequence[CustomerEntity]) -> Message:
    names = [row.name for row in rows]
    if len(rows) == 2:
        return Message(QT_TRANSLATE_NOOP("messages", "Merge {name} and {other}"), {"name": names[0], "other": names[1]})
    return Message(
        QT_TRANSLATE_NOOP("messages", "Merge {count} customers into {name}"), {"count": len(rows), "name": names[0]}
    )


def _values(rows: Sequence[CustomerEntity], chosen: Mapping[str, int]) -> dict[str, Any]:
    """The columns of the customer that stays, with those that are made from them."""
    values: dict[str, Any] = {}
    for column, at in chosen.items():
        if at == BOTH:
            text = ""
            for row in rows:
                more = getattr(row, column)
                text = text if more in text else joined(text, more)
            values[column] = text
            continue
        row = rows[at]
        values |= {name: getattr(row, name) for name in (column, *COMPANIONS.get(column, ()))}
    name, kind = values.get("name", rows[0].name), values.get("kind", rows[0].kind)
    person = kind == CustomerKind.PERSON
    values["company_key"] = name_key(name) if person else company_key(name)
    values["sort_key"] = sort_key(name, person)
    return values


def mark_distinct(ctx: CommandContext, ids: Sequence[Id], note: str = "") -> int:
    """Remembers that these customers are not one, each pair of them; returns how many pairs are new."""
    rows = customer_rows(ctx.session, ids)
    ordered = sorted(row.id for row in rows)
    pairs = [(one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :]]
    d = DistinctPairEntity
    stored = select(d.first_id, d.second_id).where(d.first_id.in_(ordered), d.second_id.in_(ordered))
    known = {(one, other) for one, other in ctx.session.execute(stored)}
    fresh = [pair for pair in pairs if pair not in known]
    if fresh:
        made = [{"id": new_id(), "first_id": one, "second_id": other, "note": note} for one, other in fresh]
        ctx.session.execute(insert(d), made)
    ctx.title = Message(
        QT_TRANSLATE_NOOP("messages", "{name} and {other} are not the same"),
        {"name": rows[0].name, "other": "、".join(row.name for row in rows[1:4])},
    )
    return len(fresh)
