"""Which stored customer, or which row above, a row of a file tells of.

In this order: customer number, credit code, phone, e-mail, name. A phone or an e-mail counts only where the names
agree: a switchboard or an accountant's number stands in the rows of many customers, and one must not overwrite
the other. People of one name are one only while their phones do not say otherwise."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import HAS_CODE, ContactPointEntity, CustomerEntity
from desktop_crm.models.exchange.customer_cells import RowEdit, is_own
from desktop_crm.models.exchange.customer_merge import keys_of
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.customers import CustomerDraft, CustomerKind
from desktop_crm.models.text.names import company_key, name_key

_C = CustomerEntity


@dataclass(slots=True)
class Entry:
    """A customer that the file tells of: as `stored` (None: it is new), and as it will be."""

    draft: CustomerDraft
    stored: CustomerDraft | None = None
    number: int | None = None
    rows: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The customer of a row, if any. `namesake`: another one with the same phone or number but another name;
    `several`: the name alone fits more than one."""

    entry: Entry | None = None
    namesake: Entry | None = None
    several: tuple[Entry, ...] = ()


class KnownCustomers:
    """The stored customers that a file may tell of, loaded batch by batch, and the new ones of the rows before."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_id: dict[uuid.UUID, Entry] = {}
        self._numbers: dict[int, Entry] = {}
        self._codes: dict[str, list[Entry]] = defaultdict(list)
        self._points: dict[str, list[Entry]] = defaultdict(list)
        self._names: dict[str, list[Entry]] = defaultdict(list)
        self.new: list[Entry] = []
        self.taken: set[int] = set()

    def stored(self) -> Iterable[Entry]:
        return self._by_id.values()

    def load(self, rows: Sequence[tuple[RowEdit, CustomerDraft]]) -> None:
        """Reads the stored customers that a batch may mean: a fixed number of statements."""
        drafts = [draft for _, draft in rows]
        numbers = {edit.number for edit, _ in rows if edit.number is not None}
        wanted = self._by_keys(drafts)
        found: dict[uuid.UUID, int] = {}
        if numbers:
            columns = select(_C.id, _C.number, _C.deleted_at).where(_C.number.in_(numbers))
            for key, number, deleted in self._session.execute(columns):
                self.taken.add(number)
                if deleted is None:
                    found[key] = number
        for condition in wanted:
            living = select(_C.id, _C.number).where(condition, _C.deleted_at.is_(None))
            found |= {row.id: row.number for row in self._session.execute(living)}
        fresh = [key for key in found if key not in self._by_id]
        for key, draft in drafts_of(self._session, fresh).items():
            entry = Entry(draft, draft, found[key])
            self._by_id[key] = entry
            self.index(entry)

    def _by_keys(self, drafts: Sequence[CustomerDraft]) -> list[ColumnElement[bool]]:
        codes = {d.credit_code for d in drafts if d.credit_code}
        points = {p.value for d in drafts for p in d.points}
        names = {name_key(d.name) for d in drafts if d.name}
        companies = {company_key(d.name) for d in drafts if d.name}
        conditions: list[ColumnElement[bool]] = []
        if codes:
            conditions.append(_C.credit_code.in_(codes) & HAS_CODE)
        if points:
            holders = select(ContactPointEntity.customer_id).where(
                ContactPointEntity.value.in_(points), ContactPointEntity.contact_id.is_(None)
            )
            conditions.append(_C.id.in_(holders))
        if names:
            conditions.append(or_(_C.name_key.in_(names), _C.company_key.in_(companies)))
        return conditions

    def add(self, entry: Entry) -> None:
        """A new customer, which later rows may tell more of."""
        self.new.append(entry)
        self.index(entry)

    def index(self, entry: Entry) -> None:
        """Makes a customer known by all that it is called now."""
        draft = entry.draft
        if entry.number is not None:
            self._numbers.setdefault(entry.number, entry)
        if draft.credit_code:
            _note(self._codes[draft.credit_code], entry)
        for key in keys_of(draft):
            _note(self._points[key], entry)
        for key in _name_keys(draft):
            _note(self._names[key], entry)

    def find(self, edit: RowEdit, row: CustomerDraft) -> Found:
        """The customer of a row."""
        namesake: Entry | None = None
        numbered = self._numbers.get(edit.number) if edit.number is not None else None
        if numbered is not None:
            # C000017 is ours; a bare 17 may be another system's number.
            if is_own(edit) or _agree(numbered.draft, row):
                return Found(numbered)
            namesake = numbered
        for entry in self._codes.get(row.credit_code, ()):
            if not _apart(entry, edit, row):
                return Found(entry)
        sharing = [e for key in keys_of(row) for e in self._points.get(key, ())]
        agreeing = [e for e in sharing if _agree(e.draft, row) and not _apart(e, edit, row)]
        if agreeing:
            return Found(_closest(agreeing, row))
        found = self._by_name(edit, row)
        if found.entry is None and not found.several:
            return Found(namesake=namesake or (sharing[0] if sharing else None))
        return found

    def _by_name(self, edit: RowEdit, row: CustomerDraft) -> Found:
        candidates = list(dict.fromkeys(map(id, chain(*(self._names.get(k, ()) for k in _name_keys(row))))))
        entries = {id(e): e for k in _name_keys(row) for e in self._names.get(k, ())}
        fitting = [e for e in (entries[c] for c in candidates) if not _apart(e, edit, row) and _same_name(e.draft, row)]
        exact = [e for e in fitting if name_key(e.draft.name) == name_key(row.name)]
        best = exact or fitting
        if len(best) > 1:
            return Found(several=tuple(best))
        return Found(best[0]) if best else Found()


def _note(entries: list[Entry], entry: Entry) -> None:
    if not any(e is entry for e in entries):
        entries.append(entry)


def _name_keys(draft: CustomerDraft) -> set[str]:
    keys = {name_key(draft.name), company_key(draft.name)} if draft.name else set()
    return keys - {""}


def _agree(stored: CustomerDraft, row: CustomerDraft) -> bool:
    """Whether two names can be one customer's: alike but for the legal form, or one a part of the other."""
    if not row.name or not stored.name:
        return True
    for key in (name_key, company_key):
        a, b = key(stored.name), key(row.name)
        if a and b and (a == b or (min(len(a), len(b)) > 1 and (a in b or b in a))):
            return True
    return bool(stored.short_name) and name_key(stored.short_name) == name_key(row.name)


def _apart(entry: Entry, edit: RowEdit, row: CustomerDraft) -> bool:
    """Whether something says that they are two: other credit codes, or other numbers in the same file."""
    codes = entry.draft.credit_code, row.credit_code
    if all(codes) and codes[0] != codes[1]:
        return True
    return entry.stored is None and edit.number is not None and entry.number not in (None, edit.number)


def _same_name(stored: CustomerDraft, row: CustomerDraft) -> bool:
    if CustomerKind.PERSON not in (stored.kind, row.kind):
        return True
    if name_key(stored.name) != name_key(row.name):
        return False
    mine, theirs = set(keys_of(row)), set(keys_of(stored))
    return not (mine and theirs and mine.isdisjoint(theirs))


def _closest(entries: Sequence[Entry], row: CustomerDraft) -> Entry:
    key = name_key(row.name)
    return next((e for e in entries if name_key(e.draft.name) == key), entries[0])
