"""What the duplicates desk reads: the last scan's groups, and customers side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from desktop_crm.models.db.meta import Meta
from desktop_crm.models.duplicates.score import compare
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.duplicates import DistinctPairEntity, DuplicatePair
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.queries.merge_fields import customer_rows, merge_fields
from desktop_crm.models.queries.merge_plan import plan_merge
from desktop_crm.models.queries.profiles import profiles_of
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, Id, PointKind
from desktop_crm.models.records.duplicates import (
    Cell,
    Comparison,
    Group,
    Member,
    MergeField,
    Pair,
    ScanInfo,
    Verdict,
    reasons_from_json,
    scan_from_json,
)
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.text.phones import format_phone
from desktop_crm.models.text.regions import region_name

SCAN_KEY = "duplicates.scan"
PAGE = 200
_P = DuplicatePair


def last_scan(session: Session) -> ScanInfo | None:
    """When the last scan was and what it found; None before the first."""
    found = session.scalars(select(Meta.value).where(Meta.key == SCAN_KEY)).first()
    return scan_from_json(found) if found else None


def count_pairs(session: Session) -> int:
    """How many pairs are still to be looked at."""
    return session.scalars(select(func.count()).select_from(_standing(_P.score).subquery())).one()


def duplicate_groups(session: Session, offset: int = 0, limit: int = PAGE) -> list[Group]:
    """Groups of the last scan, the surest first, without those that are settled: merged, deleted, or said to be two."""
    pairs = _standing(_P.group_id, _P.score).subquery()
    best = func.max(pairs.c.score)
    wanted = (
        select(pairs.c.group_id, best)
        .group_by(pairs.c.group_id)
        .order_by(best.desc(), pairs.c.group_id)
        .offset(offset)
        .limit(limit)
    )
    scores = {key: score for key, score in session.execute(wanted)}
    by_group: dict[Id, list[Pair]] = defaultdict(list)
    of_groups = _standing(_P.group_id, _P.first_id, _P.second_id, _P.score, _P.reasons).where(
        _P.group_id.in_(list(scores))
    )
    for group, first, second, score, reasons in session.execute(of_groups.order_by(_P.score.desc(), _P.first_id)):
        by_group[group].append(Pair(first, second, score, reasons_from_json(reasons)))
    members = _members(
        session, {key for pairs in by_group.values() for p in pairs for key in (p.first_id, p.second_id)}
    )
    return [
        Group(
            key,
            score,
            tuple(members[one] for one in dict.fromkeys(k for p in by_group[key] for k in (p.first_id, p.second_id))),
            tuple(by_group[key]),
        )
        for key, score in scores.items()
    ]


def _standing(*columns: Any) -> Select[Any]:
    """Pairs whose customers both live and of which nobody said that they are two."""
    one, other, d = aliased(CustomerEntity), aliased(CustomerEntity), DistinctPairEntity
    said = select(d.id).where(d.first_id == _P.first_id, d.second_id == _P.second_id, d.deleted_at.is_(None))
    return (
        select(*columns)
        .join(one, and_(one.id == _P.first_id, one.deleted_at.is_(None)))
        .join(other, and_(other.id == _P.second_id, other.deleted_at.is_(None)))
        .where(~said.exists())
    )


def _members(session: Session, ids: set[Id]) -> dict[Id, Member]:
    c = CustomerEntity
    found = session.execute(select(c.id, c.number, c.name).where(c.id.in_(list(ids))))
    return {key: Member(key, number, name) for key, number, name in found}


def compare_customers(
    session: Session, ids: Sequence[Id], *, keep_first: bool = False, language: str = "zh_CN"
) -> Comparison:
    """Customers side by side, with the values and rows that a merge into the first would take. Unless `keep_first`,
    the one that knows most comes first. Regions are named in `language`. Raises NotFoundError."""
    rows = customer_rows(session, list(dict.fromkeys(ids)))
    drafts = drafts_of(session, [row.id for row in rows])
    if not keep_first:
        rows.sort(key=lambda row: (-_known(drafts[row.id]), row.number))
    ids = [row.id for row in rows]
    profiles = profiles_of(session, ids)
    verdicts = [compare(profiles[ids[0]], profiles[other]) for other in ids[1:]]
    return Comparison(
        members=tuple(Member(row.id, row.number, row.name) for row in rows),
        fields=merge_fields(session, rows),
        parts=_parts([drafts[key] for key in ids], language),
        verdict=max(verdicts, key=lambda one: one.score, default=Verdict(0)),
        follow=plan_merge(session, ids[0], ids[1:]).follow_ups(),
    )


def _known(draft: CustomerDraft) -> int:
    """How much is known of a customer."""
    parts = len(draft.points) + len(draft.contacts) + len(draft.addresses) + len(draft.dates) + len(draft.tags)
    filled = (
        draft.short_name,
        draft.credit_code,
        draft.id_number,
        draft.industry,
        draft.size,
        draft.needs,
        draft.notes,
    )
    return parts + sum(bool(one) for one in filled)


def _parts(drafts: Sequence[CustomerDraft], language: str) -> tuple[MergeField, ...]:
    """What hangs on each, as lines of text."""
    lines = {
        "points": [[_point(p) for p in d.points] for d in drafts],
        "contacts": [[_line(c.name, c.title, *map(_point, c.points[:1])) for c in d.contacts] for d in drafts],
        "addresses": [
            [_line(region_name(a.region, language) if a.region else "", a.street) for a in d.addresses] for d in drafts
        ],
        "dates": [[_line(x.label, x.on.isoformat()) for x in d.dates] for d in drafts],
        "tags": [list(d.tags) for d in drafts],
    }
    return tuple(
        MergeField(name, CUSTOMER_FIELDS[name], tuple(Cell(text, text) for text in map("\n".join, found)), 0)
        for name, found in lines.items()
        if any(found)
    )


def _point(point: ContactPoint) -> str:
    return format_phone(point.value) if point.kind == PointKind.PHONE else point.value


def _line(*words: str) -> str:
    return " ".join(word for word in words if word)


def merged_into(session: Session, customer_id: Id) -> Member | None:
    """The living customer that this one ended up in; None if it was not merged."""
    c = CustomerEntity
    at: Id | None = customer_id
    for _ in range(50):
        row = session.execute(select(c.id, c.number, c.name, c.merged_into_id, c.deleted_at).where(c.id == at)).first()
        if row is None:
            return None
        if row.merged_into_id is None or row.deleted_at is None:
            return None if row.id == customer_id else Member(row.id, row.number, row.name)
        at = row.merged_into_id
    return None
