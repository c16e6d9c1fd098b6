"""Reading relations: those of a customer from both ends, and the tree of companies that it belongs to."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, literal, or_, select
from sqlalchemy.orm import Session, aliased

from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.records.relations import Other, Relation, RelationKind, Relations, Side, TreeLine

DEPTH = 12
"""How many levels up and down a tree is followed."""
MOST = 500
"""How many companies of a tree are shown."""
_R, _C = RelationEntity, CustomerEntity
_ORDER = list(Side)
_FROM_HERE = {side.kind: side for side in Side if not side.reverse}
_FROM_THERE = {side.kind: side for side in Side if side.reverse} | {RelationKind.PARTNER: Side.PARTNER}


def relations_of(session: Session, customer_id: uuid.UUID) -> Relations:
    """What a customer's page shows of its relations: three statements, however many there are."""
    tree, cut = company_tree(session, customer_id)
    return Relations(tuple(direct_relations(session, customer_id)), tuple(tree), cut)


def direct_relations(session: Session, customer_id: uuid.UUID) -> list[Relation]:
    """The relations of a customer from both ends, by kind and name. Deleted customers are among them."""
    near, far = _R.customer_id == customer_id, _R.other_id == customer_id
    found = session.execute(
        select(_R.id, _R.kind, _R.note, _R.customer_id, *_columns(), _C.sort_key)
        .join(_C, or_(and_(near, _C.id == _R.other_id), and_(far, _C.id == _R.customer_id)))
        .where(or_(near, far), _R.deleted_at.is_(None))
    )
    relations = []
    for key, kind, note, holder, *company, sort_key in found:
        sides = _FROM_HERE if holder == customer_id else _FROM_THERE
        relations.append((sort_key, Relation(key, sides[RelationKind(kind)], _other(company), note)))
    relations.sort(key=lambda one: (_ORDER.index(one[1].side), one[0], one[1].id))
    return [relation for _, relation in relations]


def ancestors(
    session: Session,
    customer_id: uuid.UUID,
    depth: int = DEPTH,
    *,
    kind: RelationKind = RelationKind.PARENT,
    but: uuid.UUID | None = None,
) -> list[uuid.UUID]:
    """The parent companies, nearest first: one recursive statement. Also whoever referred whom, by `kind`; the
    relation `but` is left out."""
    up = _start(customer_id).cte("up", recursive=True)
    step = select(_R.other_id, up.c.depth + 1).where(_R.customer_id == up.c.id, _R.kind == kind.value)
    step = step.where(_R.deleted_at.is_(None), up.c.depth < depth)
    if but is not None:
        step = step.where(_R.id != but)
    up = up.union(step)
    return list(session.scalars(select(up.c.id).where(up.c.depth > 0).order_by(up.c.depth)))


def _start(customer_id: uuid.UUID) -> Select[uuid.UUID, int]:
    return select(literal(customer_id, _R.customer_id.type).label("id"), literal(0).label("depth"))


def company_tree(session: Session, customer_id: uuid.UUID) -> tuple[list[TreeLine], bool]:
    """The companies above, beside and below a customer, top first; empty where it stands alone. One recursive
    statement goes up to the top and from there down."""
    up = _start(customer_id).cte("up", recursive=True)
    parent = and_(_R.kind == RelationKind.PARENT.value, _R.deleted_at.is_(None))
    up = up.union(
        select(_R.other_id, up.c.depth + 1).where(_R.customer_id == up.c.id, parent).where(up.c.depth < DEPTH)
    )
    above = aliased(_R)
    has_parent = (
        select(above.id)
        .where(above.customer_id == up.c.id, above.kind == RelationKind.PARENT.value, above.deleted_at.is_(None))
        .exists()
    )
    # The top: whoever has no parent, or, where the way up is longer than we follow, the last one seen.
    top = select(up.c.id, literal(None, _R.customer_id.type).label("parent"), literal(0).label("depth"))
    top = top.where(or_(~has_parent, up.c.depth == DEPTH))
    down = top.cte("down", recursive=True)
    down = down.union(
        select(_R.customer_id, _R.other_id, down.c.depth + 1)
        .where(_R.other_id == down.c.id, parent)
        .where(down.c.depth < 2 * DEPTH)
    )
    rows = session.execute(
        select(down.c.parent, down.c.depth, *_columns())
        .join(_C, _C.id == down.c.id)
        .order_by(down.c.depth, _C.sort_key, _C.id)
        .limit(MOST + 1)
    ).all()
    if len(rows) < 2:
        return [], False
    return _drawn([(parent, _other(company)) for parent, _, *company in rows[:MOST]]), len(rows) > MOST


def _drawn(rows: Sequence[tuple[uuid.UUID | None, Other]]) -> list[TreeLine]:
    """Rows by depth as the lines of a tree, children below their parents."""
    children: dict[uuid.UUID | None, list[Other]] = defaultdict(list)
    for parent, company in rows:
        children[parent].append(company)
    lines: list[TreeLine] = []
    drawn: set[uuid.UUID] = set()
    waiting: list[tuple[Other, tuple[bool, ...]]] = [(top, ()) for top in reversed(children[None])]
    while waiting:
        company, last = waiting.pop()
        if company.id in drawn:
            continue
        drawn.add(company.id)
        lines.append(TreeLine(company, len(last), last))
        below = children.get(company.id, [])
        waiting += [(one, (*last, at == len(below) - 1)) for at, one in reversed(list(enumerate(below)))]
    return lines


def _columns() -> tuple[Any, ...]:
    return (_C.id, _C.number, _C.name, _C.kind, _C.stage, _C.deleted_at)


def _other(row: Sequence[Any]) -> Other:
    key, number, name, kind, stage, deleted_at = row
    return Other(key, number, name, kind, stage, deleted_at is not None)
