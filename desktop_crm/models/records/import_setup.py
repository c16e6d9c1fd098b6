"""All that a person chooses for an import, as plain values: what a profile keeps, and what a worker process is given.

A field is named by its id: a built-in one by its name (`phone`), a custom one by `custom:` and its key. A column is
known by its place in the file, from 0, and by its header."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
import uuid
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from desktop_crm.models.digest import sha256
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.sources import AS_FOUND, SourceChoice
from desktop_crm.models.text.names import fold

T = TypeVar("T")
CUSTOMERS = "customers"


class Mode(StrEnum):
    """What rows may do: only make new records, only change stored ones, or both."""

    CREATE = "create"
    UPDATE = "update"
    BOTH = "both"


class Blank(StrEnum):
    """What a blank cell of a mapped column says: nothing, or that the field is to be emptied."""

    KEEP = "keep"
    CLEAR = "clear"


class DateOrder(StrEnum):
    """How 3/4/2026 is read. What begins with a year is always read year, month, day."""

    YEAR = "year"
    DAY = "day"
    MONTH = "month"


class Missing(StrEnum):
    """What becomes of a row that names somebody who is not there: make them, take the row without (with a note), or
    refuse the row."""

    CREATE = "create"
    HOLD = "hold"
    REJECT = "reject"


class ValueAction(StrEnum):
    """What becomes of a value that the application does not know."""

    TAKE = "take"
    LEAVE_OUT = "leave_out"
    ADD = "add"


class MatchKey(StrEnum):
    """By what a row finds its stored record."""

    NUMBER = "number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


class Decision(StrEnum):
    """What a person says of a row that fits several records."""

    RECORD = "record"
    NEW = "new"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class NewField:
    """A custom field to be made of a column; `type` is a `FieldType`, `options` the labels of a choice."""

    name: str
    type: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column and what it fills: a field, several (`also`: the phone in 王伟 13800138000), a field to be made, or
    nothing. Columns that fill one field are joined in their order by the `separator` of the later one."""

    place: int
    header: str
    field: str = ""
    also: str = ""
    new_field: NewField | None = None
    separator: str = " "


@dataclass(frozen=True, slots=True)
class FixedValue:
    """What a field gets in every row whose own column says nothing of it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ValueChoice:
    """A value as the file writes it, and what to do with it: take `value` for it, leave it out, or add it."""

    field: str
    text: str
    action: ValueAction = ValueAction.TAKE
    value: str = ""


@dataclass(frozen=True, slots=True)
class RowDecision:
    """For a row that fits several records."""

    row: int
    decision: Decision
    record: Id | None = None


@dataclass(frozen=True, slots=True)
class CellFix:
    """What a person wrote into a cell in place of what the file says."""

    row: int
    place: int
    text: str


ALL_KEYS = tuple(MatchKey)


@dataclass(frozen=True, slots=True)
class ImportSetup:
    """The choices of one import. `clear_lists` are the list-like fields (phone, tags, contact_phone …) that blank
    cells empty as well where `blank` is CLEAR. `only_rows`: take none but these; rows are numbered as a spreadsheet
    program shows them. `source` is how the file is to be read, as far as a person said so."""

    kind: str = CUSTOMERS
    columns: tuple[ColumnChoice, ...] = ()
    mode: Mode = Mode.BOTH
    match: tuple[MatchKey, ...] = ALL_KEYS
    blank: Blank = Blank.KEEP
    clear_lists: tuple[str, ...] = ()
    dates: DateOrder = DateOrder.YEAR
    fixed: tuple[FixedValue, ...] = ()
    values: tuple[ValueChoice, ...] = ()
    owners: Missing = Missing.CREATE
    links: Missing = Missing.HOLD
    parents: Missing = Missing.HOLD
    decisions: tuple[RowDecision, ...] = ()
    fixes: tuple[CellFix, ...] = ()
    only_rows: tuple[int, ...] = ()
    skip_rows: tuple[int, ...] = ()
    source: SourceChoice = AS_FOUND

    def profile(self) -> ImportSetup:
        """What a profile keeps: nothing that is said of single rows."""
        return replace(self, decisions=(), fixes=(), only_rows=(), skip_rows=())

    def for_header(self, header: typing.Sequence[str]) -> ImportSetup:
        """The setup with its columns where `header` has them now; columns that are not there any more go."""
        free: dict[str, list[int]] = {}
        for place, text in enumerate(header):
            free.setdefault(fold(text), []).append(place)
        moved = []
        for column in self.columns:
            places = free.get(fold(column.header), [])
            if places:
                place = column.place if column.place in places else places[0]
                places.remove(place)
                moved.append(replace(column, place=place, header=header[place]))
        return replace(self, columns=tuple(sorted(moved, key=lambda column: column.place)))


@dataclass(frozen=True, slots=True)
class ImportProfile:
    """A saved setup under a name. `mine`: it may be changed."""

    id: Id
    name: str
    kind: str
    fingerprint: str
    setup: ImportSetup
    mine: bool = True
    shared: bool = False
    owner_name: str = ""


def fingerprint(header: typing.Sequence[str]) -> str:
    """Knows a file's header again, in whatever order its columns stand."""
    return sha256("\n".join(sorted({key for text in header if (key := fold(text))})))


def setup_to_json(setup: ImportSetup) -> dict[str, Any]:
    """The setup as JSON holds it; what is as it is by default is left out."""
    plain: dict[str, Any] = _plain(setup)
    return plain


def setup_from_json(data: object) -> ImportSetup:
    """What `setup_to_json` gave; what is not understood is as it is by default."""
    return _read(ImportSetup, data) if isinstance(data, dict) else ImportSetup()


def setup_to_text(setup: ImportSetup) -> str:
    return json.dumps(setup_to_json(setup), ensure_ascii=False, sort_keys=True)


def setup_from_text(text: str) -> ImportSetup:
    try:
        return setup_from_json(json.loads(text))
    except ValueError:
        return ImportSetup()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(v) for f in fields(value) if (v := getattr(value, f.name)) != f.default}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.hex if isinstance(value, uuid.UUID) else value


def _read(kind: type[T], data: dict[str, Any]) -> T:
    hints = typing.get_type_hints(kind)
    given: dict[str, Any] = {}
    for one in fields(kind):  # type: ignore[arg-type]
        if one.name not in data:
            continue
        try:
            given[one.name] = _value(hints[one.name], data[one.name])
        except (TypeError, ValueError, KeyError):
            if one.default is dataclasses.MISSING:
                raise
    return kind(**given)


def _value(hint: Any, value: Any) -> Any:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return tuple(_value(inner[0], one) for one in value)
    if origin in (types.UnionType, typing.Union):
        return None if value is None else _value(inner[0], value)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _read(hint, value)
    if hint is uuid.UUID:
        return uuid.UUID(hex=value)
    return hint(value)
