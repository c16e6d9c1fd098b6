"""Looks through all customers for pairs that may be one, and keeps them in `duplicate_pair`.

No change set: what a scan finds is made from the customers, and the next scan makes it anew."""

from __future__ import annotations

import functools
import time
import uuid
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.meta import Meta
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.duplicates.blocking import INDEX_BITS, MOST, PASSES, Blocks
from desktop_crm.models.duplicates.profile import Profile, surely_two
from desktop_crm.models.duplicates.score import compare
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.duplicates import DistinctPairEntity, DuplicatePair
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.duplicates import SCAN_KEY
from desktop_crm.models.queries.profiles import all_profiles
from desktop_crm.models.records.duplicates import THRESHOLD, ScanInfo, reasons_to_json, scan_to_json

READING = Message(QT_TRANSLATE_NOOP("messages", "Reading customers"))
COMPARING = Message(QT_TRANSLATE_NOOP("messages", "Comparing customers"))
TOO_MANY = Message(
    QT_TRANSLATE_NOOP("messages", "More than {count} customers cannot be compared. Nothing was changed.")
)
_HIGH = MOST - 1
# Pairs are sorted a share at a time, which bounds the memory that takes.
_SHARE = 1_000_000
_EVERY = 20_000


@dataclass(slots=True)
class _Found:
    """What the scan holds: all customers, packed; then the pairs above the threshold, those that somebody said are two
    customers apart from the others."""

    keys: bytearray = field(default_factory=bytearray)
    packed: list[bytes] = field(default_factory=list)
    pairs: list[tuple[int, int, int, str]] = field(default_factory=list)
    apart: list[tuple[int, int, int, str]] = field(default_factory=list)

    def id_of(self, at: int) -> uuid.UUID:
        return uuid.UUID(bytes=bytes(self.keys[16 * at : 16 * at + 16]))


def scan(monitor: Monitor, database: Database) -> ScanInfo:
    """Compares all living customers and replaces the pairs of the last scan. Raises CancelledError, whereupon those of
    the last one stand."""
    started = time.monotonic()
    with database.read() as session:
        found, blocks = _read(session, monitor)
        candidates = _candidates(blocks, monitor)
        distinct = _distinct(session, found)
    _compare(found, candidates, blocks, distinct, monitor)
    groups = _groups(found)
    info = ScanInfo(utc_now(), len(found.packed), round(time.monotonic() - started, 1), len(found.pairs))
    monitor.report(1, 1, COMPARING)
    with database.raw() as connection:
        _write(connection, found, groups, info)
        connection.commit()
    return info


def _read(session: Session, monitor: Monitor) -> tuple[_Found, Blocks]:
    found, blocks = _Found(), Blocks()
    total = session.scalars(select(func.count()).select_from(CustomerEntity).where(CustomerEntity.deleted_at.is_(None)))
    count = total.one()
    if count >= MOST:
        raise UserError(Message(TOO_MANY.text, {"count": MOST}))
    for chunk in all_profiles(session):
        for key, profile in chunk:
            if len(found.packed) < MOST:
                blocks.add(len(found.packed), profile)
                found.keys += key.bytes
                found.packed.append(profile.pack())
        monitor.report(len(found.packed), max(count, len(found.packed)), READING)
    return found, blocks


def _candidates(blocks: Blocks, monitor: Monitor) -> array[int]:
    pairs = array("Q")
    for done, name in enumerate(PASSES):
        monitor.report(done, len(PASSES), COMPARING)
        pairs.extend(blocks.pairs(name))
    return pairs


def _distinct(session: Session, found: _Found) -> set[int]:
    """The pairs that somebody said are two customers."""
    d = DistinctPairEntity
    said = session.execute(select(d.first_id, d.second_id).where(d.deleted_at.is_(None))).all()
    wanted = {key for pair in said for key in pair}
    if not wanted:
        return set()
    index = {key: at for at in range(len(found.packed)) if (key := found.id_of(at)) in wanted}
    return {
        min(index[a], index[b]) << INDEX_BITS | max(index[a], index[b]) for a, b in said if a in index and b in index
    }


def _compare(found: _Found, candidates: array[int], blocks: Blocks, distinct: set[int], monitor: Monitor) -> None:
    packed = found.packed
    profile = functools.lru_cache(maxsize=20_000)(lambda at: Profile.unpack(packed[at]))
    total = len(candidates)
    for done, pair in enumerate(_sorted(candidates, len(packed))):
        if done % _EVERY == 0:
            monitor.report(min(done, total), total, COMPARING)
        low, high = pair >> INDEX_BITS, pair & _HIGH
        if surely_two(packed[low], packed[high]):
            continue
        verdict = compare(profile(low), profile(high), blocks.common)
        if verdict.score >= THRESHOLD:
            kind = found.apart if pair in distinct else found.pairs
            kind.append((low, high, verdict.score, reasons_to_json(verdict.reasons)))


def _sorted(pairs: array[int], customers: int) -> Iterator[int]:
    """The pairs in order, each once."""
    shares = 1 + len(pairs) // _SHARE
    width = 1 + customers // shares
    for share in range(shares):
        low, high = share * width << INDEX_BITS, (share + 1) * width << INDEX_BITS
        yield from sorted({pair for pair in pairs if low <= pair < high})


def _groups(found: _Found) -> dict[int, uuid.UUID]:
    """Customer → the group it hangs together with, named by its first customer."""
    parent: dict[int, int] = {}

    def root(at: int) -> int:
        while (up := parent.setdefault(at, at)) != at:
            parent[at] = at = parent.setdefault(up, up)
        return at

    for low, high, _, _ in found.pairs:
        one, other = root(low), root(high)
        parent[max(one, other)] = min(one, other)
    return {at: found.id_of(root(at)) for at in list(parent)}


def _write(connection: Connection, found: _Found, groups: dict[int, uuid.UUID], info: ScanInfo) -> None:
    connection.execute(delete(DuplicatePair))
    rows: list[dict[str, Any]] = []
    # Pairs that are kept apart join no group, but are there when somebody takes that back.
    for low, high, score, reasons in (*found.pairs, *found.apart):
        group = groups.get(low) or found.id_of(low)
        pair = {"first_id": found.id_of(low), "second_id": found.id_of(high), "group_id": group}
        rows.append(pair | {"score": score, "reasons": reasons})
    if rows:
        connection.execute(insert(DuplicatePair), rows)
    connection.execute(delete(Meta).where(Meta.key == SCAN_KEY))
    connection.execute(insert(Meta).values(key=SCAN_KEY, value=scan_to_json(info)))
