"""Which stored customer, or which row above, a row of a file tells of.

By the keys that the person chose, in their order; all of them are: customer number, credit code, phone, e-mail, name. A
phone or an e-mail counts only where the names agree: a switchboard or an accountant's number stands in the rows of
many customers, and one must not overwrite the other. People of one name are one only while their phones do not say
otherwise. Where several fit alike, nobody is chosen: the person is asked."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.lookups import among
from desktop_crm.models.entities.customers import HAS_CODE, ContactPointEntity, CustomerEntity
from desktop_crm.models.exchange.row_edits import RowEdit, is_own
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import CustomerDraft, CustomerKind, PointKind
from desktop_crm.models.records.import_setup import ALL_KEYS, MatchKey
from desktop_crm.models.text.names import company_key, name_key

if TYPE_CHECKING:
    from desktop_crm.models.exchange.contact_lines import Line
    from desktop_crm.models.exchange.customer_standing import Standing

_C = CustomerEntity


class RowKeys:
    """By what a customer is known, worked out once."""

    __slots__ = ("company", "emails", "name", "phones")

    def __init__(self, draft: CustomerDraft) -> None:
        self.name = name_key(draft.name) if draft.name else ""
        self.company = company_key(draft.name) if draft.name else ""
        self.phones = [p.value.casefold() for p in draft.points if p.kind is PointKind.PHONE]
        self.emails = [p.value.casefold() for p in draft.points if p.kind is PointKind.EMAIL]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple({key for key in (self.name, self.company) if key})


def known_by(draft: CustomerDraft, keys: RowKeys) -> list[str]:
    """By what later rows may find a customer."""
    found = [f"p{one}" for one in keys.phones] + [f"e{one}" for one in keys.emails]
    found += [f"n{one}" for one in keys.names]
    if draft.credit_code:
        found.append(f"c{draft.credit_code}")
    return found


@dataclass(slots=True, eq=False)
class Entry:
    """A customer that the file tells of: as `stored` (None: it is new), and as it will be. `made_here`: an earlier
    row made it, in this transaction."""

    draft: CustomerDraft
    keys: RowKeys
    stored: CustomerDraft | None = None
    number: int | None = None
    made_here: bool = False
    id: uuid.UUID | None = None
    rows: list[int] = field(default_factory=list)
    standing: Standing | None = None
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The customer of a row, if any. `namesake`: another one with the same phone or number but another name;
    `several`: more than one fits."""

    entry: Entry | None = None
    namesake: Entry | None = None
    several: tuple[Entry, ...] = ()


NONE = Found()
Rows = Sequence[tuple[RowEdit, CustomerDraft, RowKeys]]


@dataclass(slots=True)
class Wanted:
    """By what a batch of rows may find its customers. `numbers` are all that the rows bring, also where a number finds
    nobody."""

    numbers: set[int]
    codes: set[str]
    points: set[str]
    names: set[str]
    companies: set[str]
    records: set[uuid.UUID]


def wanted_by(rows: Rows, match: Sequence[MatchKey], records: Iterable[uuid.UUID]) -> Wanted:
    """What to look for, by the keys that count."""
    points: set[str] = set()
    for key, kind in ((MatchKey.PHONE, PointKind.PHONE), (MatchKey.EMAIL, PointKind.EMAIL)):
        if key in match:
            points |= {p.value for _, draft, _ in rows for p in draft.points if p.kind is kind}
    codes = {draft.credit_code for _, draft, _ in rows if draft.credit_code}
    names = {keys.name for _, _, keys in rows if keys.name} if MatchKey.NAME in match else set()
    return Wanted(
        numbers={edit.number for edit, _, _ in rows if edit.number is not None},
        codes=codes if MatchKey.CREDIT_CODE in match else set(),
        points=points,
        names=names,
        companies={keys.company for _, _, keys in rows if keys.company} if names else set(),
        records=set(records),
    )


class KnownCustomers:
    """The stored customers that a batch of rows may tell of, and the new ones of the rows before in it."""

    def __init__(
        self, session: Session, fields: Sequence[CustomField] = (), match: Sequence[MatchKey] = ALL_KEYS
    ) -> None:
        self._session = session
        self._fields = fields
        self._match = tuple(match)
        self._by_id: dict[uuid.UUID, Entry] = {}
        self._numbers: dict[int, Entry] = {}
        self._codes: dict[str, list[Entry]] = defaultdict(list)
        self._phones: dict[str, list[Entry]] = defaultdict(list)
        self._emails: dict[str, list[Entry]] = defaultdict(list)
        self._names: dict[str, list[Entry]] = defaultdict(list)
        self.new: list[Entry] = []
        self.taken: set[int] = set()

    def stored(self) -> Iterable[Entry]:
        return self._by_id.values()

    def by_id(self, key: uuid.UUID) -> Entry | None:
        return self._by_id.get(key)

    def load(self, wanted: Wanted) -> None:
        """Reads the stored customers that a batch may mean: a fixed number of statements."""
        found: dict[uuid.UUID, int] = {}
        if wanted.numbers:
            columns = select(_C.id, _C.number, _C.deleted_at).where(_C.number.in_(wanted.numbers))
            for key, number, deleted in self._session.execute(columns):
                self.taken.add(number)
                if deleted is None and (MatchKey.NUMBER in self._match):
                    found[key] = number
        for condition in self._conditions(wanted):
            living = select(_C.id, _C.number).where(condition, _C.deleted_at.is_(None))
            found |= {key: number for key, number in self._session.execute(living)}
        for key, draft in drafts_of(self._session, list(found), self._fields).items():
            self._by_id[key] = Entry(draft, RowKeys(draft), draft, found[key], id=key)

    def take(self, entries: Iterable[Entry], wanted: Wanted) -> None:
        """Customers that are as good as stored, and those that only have one of the numbers of the batch."""
        for entry in entries:
            assert entry.id is not None
            if entry.number in wanted.numbers:
                self.taken.add(entry.number)
                if MatchKey.NUMBER not in self._match and not self._meant(entry, wanted):
                    continue
            self._by_id[entry.id] = entry

    def _meant(self, entry: Entry, wanted: Wanted) -> bool:
        draft = entry.draft
        return (
            entry.id in wanted.records
            or draft.credit_code in wanted.codes
            or entry.keys.name in wanted.names
            or entry.keys.company in wanted.companies
            or any(point.value in wanted.points for point in draft.points)
        )

    def _conditions(self, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
        connection = self._session.connection()
        if wanted.codes:
            yield among(connection, _C.credit_code, wanted.codes) & HAS_CODE
        if wanted.points:
            p = ContactPointEntity
            holders = select(p.customer_id).where(among(connection, p.value, wanted.points), p.contact_id.is_(None))
            yield _C.id.in_(holders)
        if wanted.names:
            yield or_(among(connection, _C.name_key, wanted.names), among(connection, _C.company_key, wanted.companies))
        if wanted.records:
            yield _C.id.in_(wanted.records)

    def add(self, entry: Entry) -> None:
        """A new customer, which later rows may tell more of."""
        self.new.append(entry)
        self.index(entry)

    def index(self, entry: Entry) -> None:
        """Makes a customer known by all that it is called now."""
        if entry.number is not None:
            self._numbers.setdefault(entry.number, entry)
        if entry.draft.credit_code:
            _note(self._codes, entry.draft.credit_code, entry)
        for key in entry.keys.phones:
            _note(self._phones, key, entry)
        for key in entry.keys.emails:
            _note(self._emails, key, entry)
        for key in entry.keys.names:
            _note(self._names, key, entry)

    def find(self, edit: RowEdit, row: CustomerDraft, keys: RowKeys) -> Found:
        """The customer of a row."""
        namesake: Entry | None = None
        for key in self._match:
            if key is MatchKey.NUMBER:
                numbered = self._numbers.get(edit.number) if edit.number is not None else None
                if numbered is not None:
                    # C000017 is ours; a bare 17 may be another system's number.
                    if is_own(edit) or _agree(numbered, row, keys):
                        return Found(numbered)
                    namesake = numbered
                continue
            if key is MatchKey.NAME:
                found = self._by_name(edit, row, keys)
            else:
                sharing = self._sharing(key, row, keys)
                if not sharing:
                    continue
                fitting = [e for e in sharing if not _apart(e, edit, row)]
                if key is not MatchKey.CREDIT_CODE:
                    fitting = [e for e in fitting if _agree(e, row, keys)]
                    namesake = namesake or (sharing[0] if not fitting else None)
                found = _closest(fitting, keys)
            if found.entry is not None or found.several:
                return found
        return Found(namesake=namesake) if namesake is not None else NONE

    def _sharing(self, key: MatchKey, row: CustomerDraft, keys: RowKeys) -> list[Entry]:
        if key is MatchKey.CREDIT_CODE:
            return self._codes.get(row.credit_code, []) if row.credit_code else []
        table, values = (self._phones, keys.phones) if key is MatchKey.PHONE else (self._emails, keys.emails)
        if len(values) == 1:
            return table.get(values[0], [])
        found = {id(e): e for value in values for e in table.get(value, ())}
        return list(found.values())

    def _by_name(self, edit: RowEdit, row: CustomerDraft, keys: RowKeys) -> Found:
        entries = {id(e): e for key in keys.names for e in self._names.get(key, ())}
        if not entries:
            return NONE
        fitting = [e for e in entries.values() if not _apart(e, edit, row) and _same_name(e, row, keys)]
        return _closest(fitting, keys)


def _note(table: dict[str, list[Entry]], key: str, entry: Entry) -> None:
    entries = table[key]
    if entry not in entries:
        entries.append(entry)


def _agree(entry: Entry, row: CustomerDraft, keys: RowKeys) -> bool:
    """Whether two names can be one customer's: alike but for the legal form, or one a part of the other."""
    if not row.name or not entry.draft.name:
        return True
    for a, b in ((entry.keys.name, keys.name), (entry.keys.company, keys.company)):
        if a and b and (a == b or (min(len(a), len(b)) > 1 and (a in b or b in a))):
            return True
    short = entry.draft.short_name
    return bool(short) and name_key(short) == keys.name


def _apart(entry: Entry, edit: RowEdit, row: CustomerDraft) -> bool:
    """Whether something says that they are two: other credit codes, or other numbers in the same file."""
    codes = entry.draft.credit_code, row.credit_code
    if all(codes) and codes[0] != codes[1]:
        return True
    new = entry.stored is None or entry.made_here
    return new and edit.number is not None and entry.number not in (None, edit.number)


def _same_name(entry: Entry, row: CustomerDraft, keys: RowKeys) -> bool:
    if CustomerKind.PERSON not in (entry.draft.kind, row.kind):
        return True
    if entry.keys.name != keys.name:
        return False
    mine, theirs = {*keys.phones, *keys.emails}, {*entry.keys.phones, *entry.keys.emails}
    return not (mine and theirs and mine.isdisjoint(theirs))


def _closest(fitting: Sequence[Entry], keys: RowKeys) -> Found:
    """The one that fits, or the only one of the very name; else all of them."""
    exact = [e for e in fitting if e.keys.name == keys.name] if len(fitting) > 1 else []
    best = exact or fitting
    if len(best) > 1:
        return Found(several=tuple(best))
    return Found(best[0]) if best else NONE
