"""Customers as the rows of a table, read column by column for a batch at a time: a hundred thousand of them cost
little more than writing them down. The texts are those of `customer_columns`, which an import reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.exchange import customer_columns as cells
from desktop_crm.models.exchange.custom_columns import NO_WORD, YES_WORD, codes_of
from desktop_crm.models.exchange.driver_values import local_time, plain_date
from desktop_crm.models.messages import Translate
from desktop_crm.models.queries import customer_parts as parts
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customer_parts import RawKey
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.choices import CHOICES
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import Address, ContactPoint, ImportantDate, PointKind, customer_code
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.tables import CellKind, Out, OutColumn
from desktop_crm.models.text.custom_values import YES, decode
from desktop_crm.models.text.phones import shown_phone
from desktop_crm.models.text.regions import region_name

BATCH = 2_000
CONTACT = "contact_"
# What the list shows, but no import reads.
SHOWN_ONLY = ("updated_at", "completeness")
_TIMES = ("created_at", "updated_at")
_LONG = (
    "needs",
    "notes",
    "addresses",
    "dates",
    "channel_labels",
    "contact_notes",
    "contact_channels",
    "contact_labels",
)
_RELATIONS = ("parent", "referred_by")
_CONTACT_KINDS = {"phone", "email", "wechat"}
_OF_ADDRESSES = {"region", "address", "postcode", "address_label", "addresses"}
_OF_TOLD = {"channel_labels", "contact_channels", "contact_labels"}
_REPEATED = ("number", "name", "kind")
_PEOPLE = frozenset({"owner", "key_user"})
_NAMED = _PEOPLE | {"team", "key_team"}
_OPEN = frozenset({"source", "industry", "size", "preferred_channel"})
_WIDTHS = {
    "number": 11, "name": 32, "address": 32, "notes": 40, "needs": 24, "region": 24, "phone": 20, "email": 26,
    "tags": 20, "credit_code": 22, "id_number": 22, "next_step": 24,
}  # fmt: skip
_C = CustomerEntity
_EXACT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some customers: the columns of their rows, and what hangs on them, as far as a column asks for it."""

    columns: Sequence[Sequence[Any]]
    points: parts.Values
    contact_points: parts.Values
    contacts: parts.Rows
    addresses: parts.Rows
    dates: parts.Rows
    tags: Mapping[RawKey, Sequence[RawKey]]
    told: Mapping[RawKey, Sequence[ContactPoint]]
    related: Mapping[str, Mapping[RawKey, int]]
    codes: Mapping[str, str]

    @property
    def keys(self) -> Sequence[RawKey]:
        return self.columns[0]


_Cells = Callable[[_Batch], Sequence[Out]]


class CustomerSheet:
    """A table of customers with these columns: ids of fields, built-in ones as files name them, custom ones as the
    catalogue does. Without any it has all that an import reads."""

    def __init__(self, session: Session, columns: Sequence[str], translate: Translate, language: str) -> None:
        self._session = session
        self._translate = translate
        self._language = language
        fields = {field.field_id: field for field in custom_fields(session)}
        known = (*cells.FIELDS, cells.CREATED, *SHOWN_ONLY, *fields)
        self.fields = tuple(one for one in columns if one in known) or (*cells.FIELDS, cells.CREATED, *fields)
        self._custom = {one: fields[one] for one in self.fields if one in fields}
        self._people = {key: name for key, name in session.execute(select(parts.raw(UserRow.id), UserRow.name))}
        self._teams = {key: name for key, name in session.execute(select(parts.raw(TeamRow.id), TeamRow.name))}
        self._tags = parts.all_tags(session)
        self._tag_texts = _Remembered(self._tags_text)
        self._with_contacts = any(one.startswith(CONTACT) for one in self.fields)
        self._own_kinds = {str(cells.POINTS[one]) for one in self.fields if one in cells.POINTS}
        self._attributes: list[str] = []
        self._cells = [self._column(one) for one in self.fields]
        self.columns = self._described()

    # What the columns are.

    def _described(self) -> tuple[OutColumn, ...]:
        named = cells.headers(self._translate, self._language, ())
        heads = dict(zip((*cells.FIELDS, cells.CREATED), named, strict=True))
        heads |= {one: CUSTOMER_FIELDS[one].format(self._translate) for one in SHOWN_ONLY}
        return tuple(
            self._custom_column(self._custom[one]) if one in self._custom else self._built_in(one, heads[one])
            for one in self.fields
        )

    def _built_in(self, field: str, header: str) -> OutColumn:
        if field in _TIMES:
            return OutColumn(header, CellKind.TIME, 17)
        if field in cells.DATES:
            return OutColumn(header, CellKind.DATE, 13)
        if field == "completeness":
            return OutColumn(header, CellKind.NUMBER, 12)
        kind = CellKind.LONG if field in _LONG else CellKind.TEXT
        coded = field.removeprefix(CONTACT) if field == "contact_role" else field
        choices: tuple[str, ...] = ()
        if coded in CHOICES and coded in (*cells.CODED, "role"):
            choices = tuple(self.choice(coded, code) for code in CHOICES[coded] if code)
        elif field in _NAMED:
            choices = tuple(sorted({*(self._people if field in _PEOPLE else self._teams).values()} - {""}))
        elif field == "is_key":
            choices = (YES_WORD.format(self._translate), NO_WORD.format(self._translate))
        strict = field not in _OPEN and field not in _NAMED
        return OutColumn(header, kind, _WIDTHS.get(field, 14), choices, strict)

    def _custom_column(self, field: CustomField) -> OutColumn:
        kinds = {
            FieldType.NUMBER: CellKind.NUMBER,
            FieldType.MONEY: CellKind.NUMBER,
            FieldType.DATE: CellKind.DATE,
            FieldType.LONG_TEXT: CellKind.LONG,
        }
        choices: tuple[str, ...] = ()
        if field.type is FieldType.CHOICE:
            choices = tuple(option.label for option in field.options)
        elif field.type is FieldType.YES_NO:
            choices = (YES_WORD.format(self._translate), NO_WORD.format(self._translate))
        return OutColumn(field.name, kinds.get(field.type, CellKind.TEXT), 17, choices, True)

    def choice(self, field: str, code: str) -> str:
        """A code as files write it."""
        return cells.choice_text(field, code, self._translate)

    # What stands in them.

    def rows(self, statement: Select[Any]) -> Iterator[tuple[int, Sequence[Sequence[Out]]]]:
        """The rows of the customers that a statement finds, in its order: how many customers, and their rows, by the
        batch. The statement's columns are put in place of those of the sheet."""
        columns = [parts.raw(getattr(_C, name)) for name in ("id", *self._attributes)]
        for page, rows in parts.pages(self._session, statement, columns, BATCH):
            batch = self._read(page, rows)
            found = list(zip(*(column(batch) for column in self._cells), strict=True))
            yield len(rows), self._with_further_contacts(batch, found) if self._with_contacts else found

    def _read(self, page: parts.Page, rows: Sequence[Any]) -> _Batch:
        session, columns = self._session, list(zip(*rows, strict=True))
        asked = frozenset(self.fields)
        points: tuple[parts.Values, parts.Values] = ({}, {})
        if self._own_kinds or self._with_contacts:
            kinds = self._own_kinds | (_CONTACT_KINDS if self._with_contacts else set())
            own = bool(self._own_kinds)
            points = parts.points(session, page, kinds=kinds, own=own, of_contacts=self._with_contacts)
        slots = [field.slot for field in self._custom.values() if field.type is FieldType.LINK]
        links = [value for slot in slots for value in columns[self._place(slot)] if value]
        return _Batch(
            columns,
            points[0],
            points[1],
            parts.contacts(session, page) if self._with_contacts else {},
            parts.addresses(session, page) if asked & _OF_ADDRESSES else {},
            parts.dates(session, page) if asked & {"birthday", "founded", "dates"} else {},
            parts.tags(session, page) if "tags" in asked else {},
            parts.told_points(session, page, map(str, cells.CHANNELS)) if asked & _OF_TOLD else {},
            {kind: parts.related(session, page, kind) for kind in _RELATIONS if kind in asked},
            dict(codes_of(session, links)) if links else {},
        )

    def _place(self, attribute: str) -> int:
        """Where an attribute of the customer stands in the rows that are read."""
        if attribute not in self._attributes:
            self._attributes.append(attribute)
        return self._attributes.index(attribute) + 1

    def _column(self, field: str) -> _Cells:
        if field in self._custom:
            return self._custom_cells(self._custom[field])
        if field in cells.POINTS:
            kind = str(cells.POINTS[field])
            return lambda batch: _points(batch.points.get(kind, {}), batch.keys, kind)
        if field.startswith(CONTACT):
            return lambda batch: [
                self._contact_cell(batch, found[0], field) if (found := batch.contacts.get(key)) else None
                for key in batch.keys
            ]
        special: dict[str, _Cells] = {
            "region": self._regions,
            "address": lambda batch: self._of_address(batch, 2),
            "postcode": lambda batch: self._of_address(batch, 3),
            "address_label": lambda batch: self._of_address(batch, 4),
            "addresses": lambda batch: [_addresses_text(batch.addresses.get(key, ())) for key in batch.keys],
            "dates": self._all_dates,
            "channel_labels": lambda batch: [
                cells.labels_text(found) if (found := batch.told.get(key)) else "" for key in batch.keys
            ],
            "tags": lambda batch: [
                self._tag_texts[tuple(found)] if found else "" for found in map(batch.tags.get, batch.keys)
            ],
            "birthday": lambda batch: self._dates(batch, "birthday"),
            "founded": lambda batch: self._dates(batch, "founded"),
        }
        if field in _RELATIONS:
            return lambda batch: [
                customer_code(number) if (number := batch.related[field].get(key)) else "" for key in batch.keys
            ]
        return special[field] if field in special else self._own(field)

    def _own(self, field: str) -> _Cells:
        """A column of the customer's own row."""
        if field in _NAMED:
            names = self._people if field in _PEOPLE else self._teams
            at, shown = self._place(f"{field}_id"), {**names, None: ""}
            return lambda batch: [shown.get(key, "") for key in batch.columns[at]]
        at = self._place(field)
        if field in _TIMES:
            local = local_time()
            return lambda batch: list(map(local, batch.columns[at]))
        if field in cells.DATES:
            return lambda batch: list(map(plain_date, batch.columns[at]))
        if field in cells.CODED:
            words = _Remembered[str](lambda code: self.choice(field, code))
            return lambda batch: list(map(words.__getitem__, batch.columns[at]))
        yes, no = YES_WORD.format(self._translate), NO_WORD.format(self._translate)
        made: dict[str, Callable[[Any], Out]] = {
            "number": customer_code,
            "is_key": lambda value: yes if value else no,
            "completeness": lambda value: max(value, 0),
        }
        if field in made:
            make = made[field]
            return lambda batch: list(map(make, batch.columns[at]))
        return lambda batch: batch.columns[at]

    def _regions(self, batch: _Batch) -> list[Out]:
        language = self._language
        return [
            region_name(found[0][1], language) if found and found[0][1] else ""
            for found in map(batch.addresses.get, batch.keys)
        ]

    def _of_address(self, batch: _Batch, place: int) -> list[Out]:
        return [found[0][place] if found else "" for found in map(batch.addresses.get, batch.keys)]

    def _dates(self, batch: _Batch, field: str) -> list[Out]:
        return [
            next((d.on for d in batch.dates.get(key, ()) if not d.lunar and match_header(d.label) == field), None)
            for key in batch.keys
        ]

    def _all_dates(self, batch: _Batch) -> list[Out]:
        shown = cells.date_headers(self._language)
        return [
            cells.dates_text([ImportantDate(d.label, d.on, d.lunar) for d in found], shown)
            if (found := batch.dates.get(key))
            else ""
            for key in batch.keys
        ]

    def _tags_text(self, tags: tuple[RawKey, ...]) -> str:
        return cells.tags_text([name for key, name in self._tags.items() if key in tags])

    def _contact_cell(self, batch: _Batch, contact: Any, field: str) -> Out:
        name = field.removeprefix(CONTACT)
        if name in cells.POINTS:
            kind = str(cells.POINTS[name])
            return points_text(batch.contact_points.get(kind, {}).get(contact.id, ()), kind)
        if name == "reports_to":
            above = contact.reports_to_id
            return (
                next((one.name for one in batch.contacts[contact.customer_id] if one.id == above), "") if above else ""
            )
        if name == "role":
            return self.choice("role", contact.role)
        if name in ("channels", "labels"):
            told = batch.told.get(contact.id, ())
            return cells.channels_text(told) if name == "channels" else cells.labels_text(told)
        found: Out = getattr(contact, name)
        return found

    def _with_further_contacts(self, batch: _Batch, rows: Sequence[Sequence[Out]]) -> list[Sequence[Out]]:
        found: list[Sequence[Out]] = []
        for key, row in zip(batch.keys, rows, strict=True):
            found.append(row)
            for contact in batch.contacts.get(key, ())[1:]:
                found.append(
                    [
                        self._contact_cell(batch, contact, field)
                        if field.startswith(CONTACT)
                        else (value if field in _REPEATED else None)
                        for field, value in zip(self.fields, row, strict=True)
                    ]
                )
        return found

    def _custom_cells(self, field: CustomField) -> _Cells:
        at = self._place(field.slot)
        if field.type is FieldType.LINK:
            return lambda batch: [batch.codes.get(value, "") if value else "" for value in batch.columns[at]]
        read = _custom_reader(field, self._translate)
        return lambda batch: [read(value) if value else "" for value in batch.columns[at]]


T = TypeVar("T")


class _Remembered(dict[T, str]):
    """The words for codes, each asked for once."""

    def __init__(self, ask: Callable[[T], str]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, code: T) -> str:
        found = self[code] = self._ask(code)
        return found


def _addresses_text(rows: Sequence[Any]) -> str:
    if len(rows) < 2:
        return ""
    return cells.addresses_text(
        [
            Address(region, street, code, label, primary=not at)
            for at, (_, region, street, code, label) in enumerate(rows)
        ]
    )


def _points(found: Mapping[RawKey, Sequence[str]], keys: Sequence[RawKey], kind: str) -> list[Out]:
    shown: Callable[[str], str] = shown_phone if kind == PointKind.PHONE else str
    return [
        "" if not values else shown(values[0]) if len(values) == 1 else "; ".join(map(shown, values))
        for values in map(found.get, keys)
    ]


def points_text(values: Sequence[str], kind: str) -> str:
    """All values of a kind in one cell."""
    if kind == PointKind.PHONE:
        values = [shown_phone(value) for value in values]
    return values[0] if len(values) == 1 else "; ".join(values)


def _custom_reader(field: CustomField, translate: Translate) -> Callable[[str], Out]:
    if field.type is FieldType.DATE:
        return dt.date.fromisoformat
    if field.type is FieldType.YES_NO:
        yes, no = YES_WORD.format(translate), NO_WORD.format(translate)
        return lambda value: yes if value == YES else no
    if field.type is FieldType.PHONE:
        return shown_phone
    pairs = field.pairs
    if field.type in (FieldType.NUMBER, FieldType.MONEY):
        return lambda value: number(decode(field.type, value))
    return lambda value: decode(field.type, value, pairs)


def number(text: str) -> Out:
    """A number that a cell keeps to the last digit; one that it would round stays text."""
    value = Decimal(text)
    exact = len(value.as_tuple().digits) <= _EXACT_DIGITS and (
        not value or Decimal("1e-4") <= abs(value) < Decimal(10**15)
    )
    return float(value) if exact else text
