"""Parent companies and who referred a customer, by name or number, written when all rows of a file are in: a row may
name one that comes later."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from desktop_crm.models.commands.customer_inserts import CustomerInserts
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.lookups import among
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.exchange.cell_values import number_of
from desktop_crm.models.exchange.row_edits import RowEdit
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.import_setup import ImportSetup, Missing
from desktop_crm.models.records.imports import RowProblem
from desktop_crm.models.text.names import company_key, name_key

if TYPE_CHECKING:
    from desktop_crm.models.exchange.customer_cells import RowReader
    from desktop_crm.models.exchange.customer_plan import Planner

UNKNOWN = Message(QT_TRANSLATE_NOOP("messages", "No customer is called so."))
HELD = Message(QT_TRANSLATE_NOOP("messages", "No customer is called so: the relation was left out."))
AMBIGUOUS = Message(QT_TRANSLATE_NOOP("messages", "Several customers are called so: the relation was left out."))
ITSELF = Message(QT_TRANSLATE_NOOP("messages", "A customer cannot be related to itself: the relation was left out."))
CIRCLE = Message(QT_TRANSLATE_NOOP("messages", "It belongs to this customer already: the relation was left out."))
BATCH = 2_000
_C, _R = CustomerEntity, RelationEntity
Wish = tuple[uuid.UUID, int, str, str]


def write_relations(ctx: CommandContext, planner: Planner, setup: ImportSetup) -> int:
    """Writes what the rows say of relations; returns how many customers were made for it."""
    wishes: list[Wish] = [
        (customer, row, kind, text) for customer, row, said in planner.relations for kind, text in said.items()
    ]
    if not wishes:
        return 0
    found = known_customers(ctx, {text for *_, text in wishes})
    made = _make_missing(ctx, found, [w[3] for w in wishes]) if setup.parents is Missing.CREATE else 0
    for kind in ("parent", "referred_by"):
        _write(ctx, planner, [w for w in wishes if w[2] == kind], kind, found)
    return made


def names_in(rows: Iterable[RowEdit]) -> set[str]:
    """By what other rows may name the customers of these rows."""
    found: set[str] = set()
    for edit in rows:
        name = edit.values.get("name", "")
        found |= {name_key(name), company_key(name)} if name else set()
        if edit.number is not None:
            found.add(str(edit.number))
    return found


def refuse_unknown(ctx: CommandContext, edits: Sequence[RowEdit], in_file: set[str], reader: RowReader) -> None:
    """Refuses rows that name a customer which is neither stored nor in the file."""
    texts = {text for edit in edits for text in edit.relations.values()}
    found = known_customers(ctx, texts) if texts else {}
    for edit in edits:
        for kind, text in edit.relations.items():
            keys = {name_key(text), company_key(text), str(number_of(text))}
            if not found[text] and not keys & in_file:
                edit.problems.append(RowProblem(edit.row, reader.column_of(kind), text, UNKNOWN))


def known_customers(ctx: CommandContext, texts: set[str]) -> dict[str, list[uuid.UUID]]:
    """The living customers that texts mean: by number, else by name, else by name without the legal form."""
    found: dict[str, list[uuid.UUID]] = {text: [] for text in texts}
    ordered = sorted(texts)
    for start in range(0, len(ordered), BATCH):
        _look_up(ctx, ordered[start : start + BATCH], found)
    return found


def _look_up(ctx: CommandContext, texts: list[str], found: dict[str, list[uuid.UUID]]) -> None:
    session, alive = ctx.session, _C.deleted_at.is_(None)
    connection = session.connection()
    numbers = {number: text for text in texts if (number := number_of(text)) is not None}
    if numbers:
        rows = session.execute(select(_C.id, _C.number).where(_C.number.in_(numbers), alive))
        for key, number in rows:
            found[numbers[number]].append(key)
    for column, key_of in ((_C.name_key, name_key), (_C.company_key, company_key)):
        wanted: dict[str, list[str]] = {}
        for text in texts:
            if not found[text] and (folded := key_of(text)):
                wanted.setdefault(folded, []).append(text)
        if not wanted:
            continue
        for key, folded in session.execute(select(_C.id, column).where(among(connection, column, wanted), alive)):
            for text in wanted[folded]:
                found[text].append(key)


def _make_missing(ctx: CommandContext, found: dict[str, list[uuid.UUID]], texts: list[str]) -> int:
    missing = [text for text in dict.fromkeys(texts) if not found[text] and name_key(text)]
    by_name: dict[str, list[str]] = {}
    for text in missing:
        by_name.setdefault(name_key(text), []).append(text)
    if not by_name:
        return 0
    inserts = CustomerInserts(ctx, search=False)
    names = [alike[0] for alike in by_name.values()]
    with inserts.together():
        made = inserts.add([CustomerDraft(name=name) for name in names], [None] * len(names))
    for (key, _), alike in zip(made, by_name.values(), strict=True):
        for text in alike:
            found[text].append(key)
    return len(made)


def _write(
    ctx: CommandContext, planner: Planner, wishes: list[Wish], kind: str, found: dict[str, list[uuid.UUID]]
) -> None:
    """One parent, one referrer, never in a circle; what is so already is left alone."""
    above: dict[uuid.UUID, uuid.UUID] = {}
    rows: dict[uuid.UUID, uuid.UUID] = {}
    standing = select(_R.customer_id, _R.other_id, _R.id).where(_R.kind == kind, _R.deleted_at.is_(None))
    for lower, upper, key in ctx.session.execute(standing):
        above[lower], rows[lower] = upper, key
    before = dict(above)
    for customer, row, _, text in wishes:
        candidates = [one for one in found[text] if one != customer] or found[text]
        problem = _wrong(customer, candidates, above)
        if problem is not None:
            planner.note(RowProblem(row, planner.reader.column_of(kind), text, problem))
            continue
        other = candidates[0]
        above[customer] = other
    # Several rows of one customer may have said several things: what it comes to counts.
    fresh = {customer: other for customer, other in above.items() if before.get(customer) != other}
    connection = ctx.session.connection()
    changed = {key: other for key, other in fresh.items() if key in rows}
    for customer, other in changed.items():
        connection.execute(update(_R).where(_R.id == rows[customer]).values(other_id=other))
    new = [
        {"id": new_id(), "customer_id": customer, "other_id": other, "kind": kind, "note": ""}
        for customer, other in fresh.items()
        if customer not in rows
    ]
    if new:
        connection.execute(insert(_R), new)
    keys = list({*fresh, *fresh.values()})
    for start in range(0, len(keys), BATCH):
        part = keys[start : start + BATCH]
        connection.execute(update(_C).where(_C.id.in_(part)).values(updated_at=utc_now()))


def _wrong(customer: uuid.UUID, candidates: list[uuid.UUID], above: dict[uuid.UUID, uuid.UUID]) -> Message | None:
    if not candidates:
        return HELD
    if len(candidates) > 1:
        return AMBIGUOUS
    if candidates[0] == customer:
        return ITSELF
    at: uuid.UUID | None = candidates[0]
    steps = 0
    while at is not None and steps < 1_000:
        if at == customer:
            return CIRCLE
        at, steps = above.get(at), steps + 1
    return None
