"""What a merge does to the rows that hang on customers: read and planned, nothing written.

Rows move to the customer that stays; those that it has already remain with the other one, in the recycle bin. Nothing
is deleted and nothing made, so that undo has only to move rows back."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.base import Base
from desktop_crm.models.duplicates.profile import plain
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Id, PointKind
from desktop_crm.models.records.duplicates import FollowUp
from desktop_crm.models.records.fields import CUSTOMER_FIELDS

Row = dict[str, Any]
Values = dict[str, Any]
FILLED = ("role", "title", "department", "birthday")
# The order in which they are told.
FOLLOWING: Mapping[str, Message] = {
    "contact": CUSTOMER_FIELDS["contacts"],
    "contact_point": CUSTOMER_FIELDS["points"],
    "address": CUSTOMER_FIELDS["addresses"],
    "important_date": CUSTOMER_FIELDS["dates"],
    "customer_tag": CUSTOMER_FIELDS["tags"],
    "attachment": Message(QT_TRANSLATE_NOOP("messages", "Attachments")),
    "relation": Message(QT_TRANSLATE_NOOP("messages", "Relations")),
    "customer_share": Message(QT_TRANSLATE_NOOP("messages", "Shares")),
    "hand_over_customer": Message(QT_TRANSLATE_NOOP("messages", "Hand-overs")),
}
_SILENT = ("distinct_pair",)


@dataclass(slots=True)
class MergePlan:
    """Updates by table and row, how many rows of each table move or are known, and `keys`: the columns of the customer
    that stays which are made from its parts."""

    updates: dict[tuple[str, Id], Values] = field(default_factory=lambda: defaultdict(dict))
    moved: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    known: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    keys: Values = field(default_factory=dict)

    def move(self, table: str, row: Row, **values: object) -> None:
        self.moved[table] += 1
        self.change(table, row, **values)

    def change(self, table: str, row: Row, **values: object) -> None:
        """Notes what is to be written, but for what the row says already."""
        row |= values
        self.updates[(table, row["id"])] |= values

    def follow_ups(self) -> tuple[FollowUp, ...]:
        return tuple(
            FollowUp(label, self.moved[table], self.known[table])
            for table, label in FOLLOWING.items()
            if self.moved[table] or self.known[table]
        )


def plan_merge(session: Session, keep: Id, others: Sequence[Id]) -> MergePlan:
    """How the parts of `others` come to `keep`."""
    plan = MergePlan()
    rank = {key: at for at, key in enumerate((keep, *others))}
    contacts = _Contacts(plan, keep, _rows(session, "contact", rank), _rows(session, "contact_point", rank))
    contacts.run(others)
    _points_keys(plan, keep, contacts)
    addresses = _rows(session, "address", rank)
    _ordered(plan, "address", keep, addresses, lambda r: (r["region"], plain(r["street"])))
    _region_key(plan, keep, addresses)
    dates = _rows(session, "important_date", rank)
    _ordered(plan, "important_date", keep, dates, lambda r: (plain(r["label"]), r["on_date"], r["lunar"]))
    simple: dict[str, Callable[[Row], object]] = {
        "customer_tag": lambda r: r["tag_id"],
        "attachment": lambda r: (r["sha256"], r["name"]),
        "customer_share": lambda r: (r["user_id"], r["team_id"]),
        "hand_over_customer": lambda r: r["hand_over_id"],
    }
    for name, same in simple.items():
        _plain_rows(plan, name, keep, _rows(session, name, rank), same)
    _pairs(session, plan, "relation", ("customer_id", "other_id"), rank)
    _pairs(session, plan, "distinct_pair", ("first_id", "second_id"), rank)
    for table, column in _other_references():
        for row in _read(session, table, table.c[column].in_(list(others))):
            plan.change(table.name, row, **{column: keep})
    return plan


def _read(session: Session, table: Table, condition: Any) -> list[Row]:
    return [dict(row) for row in session.execute(select(table).where(condition)).mappings()]


def _rows(session: Session, name: str, rank: Mapping[Id, int]) -> list[Row]:
    """The living rows of a table that hang on these customers: those of the one that stays first, then by place."""
    table = Base.metadata.tables[name]
    rows = _read(session, table, table.c.customer_id.in_(list(rank)) & table.c.deleted_at.is_(None))
    rows.sort(key=lambda row: (rank[row["customer_id"]], row.get("position", 0), row["id"]))
    return rows


def _other_references() -> list[tuple[Table, str]]:
    """Columns of further tables that point to a customer."""
    known = {*FOLLOWING, *_SILENT, "customer"}
    return [
        (table, key.parent.name)
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "customer" and table.name not in known and "id" in table.c
    ]


class _Contacts:
    """Contact persons and the points of all: the same person is one, with what either record knew of it."""

    def __init__(self, plan: MergePlan, keep: Id, contacts: list[Row], points: list[Row]) -> None:
        self.plan, self.keep = plan, keep
        self.contacts, self.points = contacts, points
        self.kept = [row for row in contacts if row["customer_id"] == keep]
        self.held: dict[Id | None, list[Row]] = defaultdict(list)
        for row in points:
            if row["customer_id"] == keep:
                self.held[row["contact_id"]].append(row)
        self.same: dict[Id, Id] = {}

    def run(self, others: Sequence[Id]) -> None:
        for contact in self.contacts:
            if contact["customer_id"] in others:
                self._contact(contact)
        for point in self.points:
            if point["customer_id"] in others:
                self._point(point)
        for contact in self.kept:
            boss = self.same.get(contact["reports_to_id"])
            if boss is not None and boss != contact["id"]:
                self.plan.change("contact", contact, reports_to_id=boss)

    def _contact(self, contact: Row) -> None:
        twin = next((one for one in self.kept if self._is(one, contact)), None)
        if twin is None:
            position = 1 + max((one["position"] for one in self.kept), default=-1)
            primary = contact["is_primary"] and not any(one["is_primary"] for one in self.kept)
            self.plan.move("contact", contact, customer_id=self.keep, position=position, is_primary=primary)
            self.kept.append(contact)
            return
        self.plan.known["contact"] += 1
        self.same[contact["id"]] = twin["id"]
        more = {name: contact[name] for name in FILLED if contact[name] and not twin[name]}
        if contact["notes"] and contact["notes"] not in twin["notes"]:
            more["notes"] = joined(twin["notes"], contact["notes"])
        if contact["reports_to_id"] and not twin["reports_to_id"]:
            more["reports_to_id"] = self.same.get(contact["reports_to_id"], contact["reports_to_id"])
        if more.get("reports_to_id") == twin["id"]:
            del more["reports_to_id"]
        if more:
            self.plan.change("contact", twin, **more)

    def _is(self, one: Row, other: Row) -> bool:
        """The same person: of one name, and one phone or address unless one of them has none."""
        if plain(one["name"]) != plain(other["name"]):
            return False
        mine, theirs = self._values(one["id"]), self._values(other["id"])
        return not mine or not theirs or bool(mine & theirs)

    def _values(self, contact: Id) -> set[tuple[str, str]]:
        return {_value(row) for row in self.points if row["contact_id"] == contact}

    def _point(self, point: Row) -> None:
        holder = self.same.get(point["contact_id"], point["contact_id"])
        held = self.held[holder]
        twin = next((one for one in held if _value(one) == _value(point)), None)
        if twin is not None:
            self.plan.known["contact_point"] += 1
            if point["label"] and not twin["label"]:
                self.plan.change("contact_point", twin, label=point["label"])
            return
        of_kind = [one for one in held if one["kind"] == point["kind"]]
        fresh = [one for one in of_kind if one["is_primary"] or self._was_kept(one)]
        self.plan.move(
            "contact_point",
            point,
            customer_id=self.keep,
            contact_id=holder,
            position=1 + max((one["position"] for one in held), default=-1),
            is_primary=point["is_primary"] and not fresh,
        )
        held.append(point)

    def _was_kept(self, point: Row) -> bool:
        return ("contact_point", point["id"]) not in self.plan.updates


def _value(point: Row) -> tuple[str, str]:
    return point["kind"], point["value"].casefold() if point["kind"] == PointKind.EMAIL else point["value"]


def _points_keys(plan: MergePlan, keep: Id, contacts: _Contacts) -> None:
    own = contacts.held[None]
    for kind, column in ((PointKind.PHONE, "phone_key"), (PointKind.EMAIL, "email_key")):
        of_kind = sorted((row for row in own if row["kind"] == kind), key=lambda row: not row["is_primary"])
        plan.keys[column] = of_kind[0]["value"] if of_kind else ""


def _region_key(plan: MergePlan, keep: Id, addresses: list[Row]) -> None:
    own = [row for row in addresses if row["customer_id"] == keep]
    own.sort(key=lambda row: (not row["is_primary"], row["position"]))
    plan.keys["region_key"] = next((row["region"] for row in own if row["region"]), "")


def _ordered(plan: MergePlan, name: str, keep: Id, rows: list[Row], same: Callable[[Row], object]) -> None:
    """Parts that stand in an order; of addresses one at most is the main one."""
    kept = [row for row in rows if row["customer_id"] == keep]
    for row in rows:
        if row["customer_id"] == keep:
            continue
        twin = next((one for one in kept if same(one) == same(row)), None)
        if twin is not None:
            plan.known[name] += 1
            more = {c: row[c] for c in ("postcode", "label") if row.get(c) and not twin.get(c) and c in twin}
            if more:
                plan.change(name, twin, **more)
            continue
        values: Values = {"customer_id": keep, "position": 1 + max((one["position"] for one in kept), default=-1)}
        if "is_primary" in row:
            values["is_primary"] = row["is_primary"] and not kept
        plan.move(name, row, **values)
        kept.append(row)


def _plain_rows(plan: MergePlan, name: str, keep: Id, rows: list[Row], same: Callable[[Row], object]) -> None:
    has = {same(row) for row in rows if row["customer_id"] == keep}
    for row in rows:
        if row["customer_id"] == keep:
            continue
        if same(row) in has:
            plan.known[name] += 1
        else:
            has.add(same(row))
            plan.move(name, row, customer_id=keep)


def _pairs(session: Session, plan: MergePlan, name: str, ends: tuple[str, str], rank: Mapping[Id, int]) -> None:
    """Rows that tie two customers. What would tie the one that stays to itself remains where it is."""
    table = Base.metadata.tables[name]
    first, second = ends
    ids = list(rank)
    keep = ids[0]
    rows = _read(session, table, or_(table.c[first].in_(ids), table.c[second].in_(ids)) & table.c.deleted_at.is_(None))
    rows.sort(key=lambda row: (min(rank.get(row[first], 99), rank.get(row[second], 99)), row["id"]))
    ordered = name == "relation"
    has: set[object] = set()
    for row in rows:
        pair = [keep if row[end] in rank else row[end] for end in ends]
        if not ordered:
            pair.sort()
        same = _tie(row.get("kind", ""), pair)
        if pair[0] == pair[1]:
            continue
        if same in has:
            plan.known[name] += 1
            continue
        has.add(same)
        if [row[first], row[second]] != pair and any(row[end] in rank and row[end] != keep for end in ends):
            plan.move(name, row, **dict(zip(ends, pair, strict=True)))


def _tie(kind: str, pair: Sequence[uuid.UUID]) -> object:
    return (kind, *(sorted(pair) if kind in ("", "partner") else pair))


def joined(first: str, second: str) -> str:
    """Two notes as one."""
    return f"{first}\n\n{second}" if first and second else first or second
