"""Adds customers by the ten thousand: rows go to the driver as they are stored, the journal gets them set-wise, and
their search documents are made of what is at hand, not read back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

import uuid_utils
from sqlalchemy import func, select

from desktop_crm.models.commands.counters import keep_above, take_numbers
from desktop_crm.models.commands.customer_rows import NO_DATE_KEY, PLAIN, primary, slots_of
from desktop_crm.models.commands.people import owner_keys
from desktop_crm.models.commands.tags import find_or_add_tags
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.bulk import insert_stored
from desktop_crm.models.db.context import MADE, CommandContext
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.db.setwise import journaled_set_wise
from desktop_crm.models.queries.completeness import weights
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, CustomerKind, PointKind
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.search.custom import findable
from desktop_crm.models.search.documents import Source, make_documents
from desktop_crm.models.search.store import add_documents
from desktop_crm.models.text.names import company_key, name_key
from desktop_crm.models.text.pinyin import sort_key
from desktop_crm.models.validation.completeness import filled, is_filled

_KEYS = ("name_key", "company_key", "sort_key", "owner_key", "next_step_key", "phone_key", "email_key", "region_key")
_CUSTOMER = ("id", "number", *PLAIN, *_KEYS, "completeness")
_COLUMNS = {
    "contact": (
        "id",
        "customer_id",
        "position",
        "name",
        "role",
        "title",
        "department",
        "birthday",
        "notes",
        "is_primary",
        "reports_to_id",
    ),
    "contact_point": ("id", "customer_id", "contact_id", "position", "kind", "value", "label", "is_primary"),
    "address": ("id", "customer_id", "position", "region", "street", "postcode", "label", "is_primary"),
    "important_date": ("id", "customer_id", "position", "label", "on_date", "lunar"),
    "customer_tag": ("id", "customer_id", "tag_id"),
}
TABLES = ("customer", *_COLUMNS)


class CustomerInserts:
    """New customers of one command. Use `add` within the block of `together`."""

    def __init__(self, ctx: CommandContext, *, search: bool = True) -> None:
        self._ctx = ctx
        self._session = ctx.session
        self._search = search
        self._sqlite = ctx.session.connection().dialect.name == "sqlite"
        table = weights(self._session)
        own = any(field.startswith(CUSTOM) for of_kind in table.values() for field in of_kind)
        self._complete = not own
        self._weights = {
            str(kind): [(filled(field), weight) for field, weight in of_kind.items() if weight > 0 and _known(field)]
            for kind, of_kind in table.items()
        }
        self._findable = findable(self._session)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is added within stands in the journal when the block ends. Nothing may be deleted within."""
        first = self._last_change()
        tables = [Base.metadata.tables[name] for name in TABLES]
        with journaled_set_wise(self._session.connection(), tables, self._ctx.seq):
            yield
        if self._search and self._complete:
            self._session.info.setdefault(MADE, {})[self._ctx.seq] = (first, self._last_change())

    def _last_change(self) -> int:
        return self._session.scalar(select(func.coalesce(func.max(ChangeRow.id), 0))) or 0

    def keep_above(self, number: int) -> None:
        """Numbers given out from now on are greater."""
        keep_above(self._session, "customer", number)

    def add(self, drafts: Sequence[CustomerDraft], given: Sequence[int | None]) -> list[tuple[uuid.UUID, int]]:
        """Adds normalised, valid customers; returns their keys and numbers. They are numbered in order, but for those
        whose number is `given`."""
        self.keep_above(max((n for n in given if n is not None), default=0))
        fresh = list(given).count(None)
        following = count(take_numbers(self._session, "customer", fresh)) if fresh else count()
        rows = _Rows(self._session, self._ctx, drafts, sqlite=self._sqlite, weights=self._weights)
        made = []
        for number, draft in zip(given, drafts, strict=True):
            key = draft.id or new_id()
            made.append((key, next(following) if number is None else number))
            rows.add(key, made[-1][1], draft)
        rows.write(self._session)
        if self._search:
            sources = [self._source(key, number, draft) for (key, number), draft in zip(made, drafts, strict=True)]
            add_documents(self._session, make_documents(sources))
        return made

    def _source(self, key: uuid.UUID, number: int, draft: CustomerDraft) -> Source:
        source = Source(
            key, number, draft.name, draft.kind, draft.short_name, draft.credit_code, draft.notes, alive=True
        )
        # In the order in which they would be read back: the server puts what has no contact person last.
        own = [(point.kind, point.value) for point in draft.points]
        of_contacts = [(point.kind, point.value) for contact in draft.contacts for point in contact.points]
        source.points = [*own, *of_contacts] if self._sqlite else [*of_contacts, *own]
        source.contacts = [contact.name for contact in draft.contacts]
        if draft.custom and self._findable:
            custom = dict(draft.custom)
            for field in self._findable:
                source.custom += field.texts(custom.get(field.slot, ""))
        return source


def _known(field: str) -> bool:
    return is_filled(CustomerDraft(), field) is not None


class _Rows:
    """The rows of a batch, as the driver takes them."""

    def __init__(
        self,
        session: Any,
        ctx: CommandContext,
        drafts: Sequence[CustomerDraft],
        *,
        sqlite: bool,
        weights: dict[str, list[tuple[Callable[[CustomerDraft], Any], int]]],
    ) -> None:
        self._sqlite = sqlite
        self._weights = weights
        self._owners = owner_keys(session)
        self._tags = find_or_add_tags(ctx, dict.fromkeys(tag for draft in drafts for tag in draft.tags))
        self._slots = slots_of(*drafts)
        self.rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLES}

    def _new(self) -> Any:
        made = uuid_utils.uuid7()
        return made.bytes if self._sqlite else uuid.UUID(bytes=made.bytes)

    def _key(self, key: uuid.UUID | None) -> Any:
        return key.bytes if self._sqlite and key is not None else key

    def _date(self, date: dt.date | None) -> Any:
        return date.isoformat() if self._sqlite and date is not None else date

    def add(self, key: uuid.UUID, number: int, draft: CustomerDraft) -> None:
        stored = self._key(key)
        person = draft.kind is CustomerKind.PERSON
        name, folded, next_step = draft.name, name_key(draft.name), draft.next_step_on
        values = [
            stored, number, draft.kind.value, name, draft.short_name, draft.credit_code, draft.id_number,
            draft.industry, draft.size, draft.occupation, draft.source, self._key(draft.owner_id),
            self._key(draft.team_id), draft.stage.value, draft.preferred_channel, draft.price_sensitivity.value,
            draft.relationship.value, draft.needs, draft.next_step, self._date(next_step), draft.notes,
            folded, folded if person else company_key(name), sort_key(name, person),
            self._owners.get(draft.owner_id, ""), next_step.isoformat() if next_step else NO_DATE_KEY,
            primary(draft.points, PointKind.PHONE), primary(draft.points, PointKind.EMAIL),
            _region(draft), self._percent(draft),
        ]  # fmt: skip
        if self._slots:
            custom = dict(draft.custom)
            values += [custom.get(slot, "") for slot in self._slots]
        self.rows["customer"].append(tuple(values))
        self._parts(stored, draft)

    def _parts(self, stored: Any, draft: CustomerDraft) -> None:
        rows = self.rows
        self._points(stored, None, draft.points)
        for position, c in enumerate(draft.contacts):
            contact = self._key(c.id) or self._new()
            birthday, above = self._date(c.birthday), self._key(c.reports_to)
            rows["contact"].append(
                (
                    contact,
                    stored,
                    position,
                    c.name,
                    c.role.value,
                    c.title,
                    c.department,
                    birthday,
                    c.notes,
                    c.primary,
                    above,
                )
            )
            self._points(stored, contact, c.points)
        for position, a in enumerate(draft.addresses):
            rows["address"].append(
                (self._key(a.id) or self._new(), stored, position, a.region, a.street, a.postcode, a.label, a.primary)
            )
        for position, d in enumerate(draft.dates):
            rows["important_date"].append(
                (self._key(d.id) or self._new(), stored, position, d.label, self._date(d.on), d.lunar)
            )
        if draft.tags:
            for tag in dict.fromkeys([self._tags[name] for name in draft.tags]):
                rows["customer_tag"].append((self._new(), stored, self._key(tag)))

    def _points(self, stored: Any, contact: Any, points: Sequence[ContactPoint]) -> None:
        into = self.rows["contact_point"]
        for position, p in enumerate(points):
            key = self._key(p.id) or self._new()
            into.append((key, stored, contact, position, p.kind.value, p.value, p.label, p.primary))

    def _percent(self, draft: CustomerDraft) -> int:
        got = total = 0
        for has, weight in self._weights.get(draft.kind.value, ()):
            total += weight
            if has(draft):
                got += weight
        return 100 * got // total if total else 100

    def write(self, session: Any) -> None:
        connection = session.connection()
        for name, rows in self.rows.items():
            if rows:
                columns = (*_CUSTOMER, *self._slots) if name == "customer" else _COLUMNS[name]
                insert_stored(connection, Base.metadata.tables[name], columns, rows)


def _region(draft: CustomerDraft) -> str:
    addresses = draft.addresses
    if len(addresses) == 1:
        return addresses[0].region
    return next((a.region for a in sorted(addresses, key=lambda a: not a.primary) if a.region), "")
