"""What a trial run has in place of the tables that an import writes: it takes the new customers of a file, numbers them
and finds them again by what they are known by, as the import finds those it has written. Nothing goes to the database,
so that a trial holds no lock.

Kept are the cells of the row that made a customer, of which it is made again where a later row tells of it; few rows
do. The keys stand as hashes: what is found by one in vain is sorted out by whoever compares the names themselves."""

from __future__ import annotations

import json
import pickle
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.meta import Counter
from desktop_crm.models.exchange.cell_values import number_of
from desktop_crm.models.exchange.cells import Row
from desktop_crm.models.exchange.customer_match import Entry, RowKeys, Wanted
from desktop_crm.models.records.custom_fields import custom_values
from desktop_crm.models.records.customers import CustomerDraft, CustomerKind
from desktop_crm.models.text.names import name_key, tidy

_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-64000;
CREATE TABLE made (id INTEGER PRIMARY KEY, key BLOB, number INTEGER, made_of BLOB);
CREATE TABLE known (hash INTEGER, id INTEGER, PRIMARY KEY (hash, id)) WITHOUT ROWID;
BEGIN;
"""


def alone(entry: Entry) -> bool:
    """Whether its row says all of a customer; one whose number stands in for its name is called by more than that."""
    return len(entry.rows) == 1 and number_of(entry.draft.name) is None


class Trial:
    """The new customers of a trial run. Use it within the block of `together`."""

    def __init__(self, session: Session) -> None:
        self._number = session.scalar(select(Counter.value).where(Counter.name == "customer")) or 0
        self._made = 0
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.executescript(_SCHEMA)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is kept goes when the block ends."""
        try:
            yield
        finally:
            self._store.close()

    def keep_above(self, number: int) -> None:
        """Numbers given out from now on are greater."""
        self._number = max(self._number, number)

    def add(self, entries: Sequence[Entry], rows: Sequence[Row | None]) -> list[tuple[uuid.UUID, int]]:
        """As `CustomerInserts.add`. `rows` are those that made the customers; None where a draft is more than that."""
        self.keep_above(max((e.number for e in entries if e.number is not None), default=0))
        following = count(self._number + 1)
        made = [(new_id(), next(following) if e.number is None else e.number) for e in entries]
        self._number = next(following) - 1
        first = self._made + 1
        self._made += len(made)
        kept = [
            (at, key.bytes, number, pickle.dumps(entry.draft if row is None else (row.number, row.cells), 5))
            for at, (key, number), entry, row in zip(count(first), made, entries, rows, strict=False)
        ]
        self._store.executemany("INSERT INTO made VALUES (?, ?, ?, ?)", kept)
        known = [
            (hash(name), at)
            for at, (key, number), entry in zip(count(first), made, entries, strict=False)
            for name in _names(key, number, entry)
        ]
        self._store.executemany("INSERT OR IGNORE INTO known VALUES (?, ?)", known)
        return made

    def find(
        self, wanted: Wanted, remake: Callable[[Row], CustomerDraft], spelt: Callable[[Iterable[str]], list[str]]
    ) -> Iterator[Entry]:
        """The customers that a batch may mean, and those of its numbers, whether these count for the match or not.
        `remake` makes a customer of its row once more; `spelt` writes tags as they are written already."""
        names = [f"c{one}" for one in wanted.codes] + [f"p{one}" for one in wanted.points]
        names += [f"n{one}" for one in wanted.names] + [f"o{one}" for one in wanted.companies]
        names += [f"k{one.hex}" for one in wanted.records] + [f"#{one}" for one in wanted.numbers]
        hits = "SELECT id FROM known WHERE hash IN (SELECT value FROM json_each(?))"
        found = f"SELECT key, number, made_of FROM made WHERE id IN ({hits}) ORDER BY id"
        for key, number, made_of in self._store.execute(found, (json.dumps([hash(name) for name in names]),)):
            was = pickle.loads(made_of)
            draft = was if isinstance(was, CustomerDraft) else remake(Row(*was))
            record = uuid.UUID(bytes=key)
            draft = _as_read(replace(draft, tags=tuple(spelt(draft.tags))), record)
            yield Entry(draft, RowKeys(draft), draft, number, id=record)


def _names(record: uuid.UUID, number: int, entry: Entry) -> Iterable[str]:
    """By what the tables would find it."""
    draft, keys = entry.draft, entry.keys
    company = keys.name if draft.kind is CustomerKind.PERSON else keys.company
    found = [f"n{keys.name}", f"o{company}", f"k{record.hex}", f"#{number}"]
    found += [f"p{point.value}" for point in draft.points]
    if draft.credit_code:
        found.append(f"c{draft.credit_code}")
    return found


def _as_read(draft: CustomerDraft, record: uuid.UUID) -> CustomerDraft:
    """The draft as it would come back from the tables."""
    tags = tuple(sorted(dict.fromkeys(draft.tags), key=lambda tag: name_key(tag) or tidy(tag)))
    return replace(draft, id=record, row_version=1, tags=tags, custom=custom_values(draft.custom))
