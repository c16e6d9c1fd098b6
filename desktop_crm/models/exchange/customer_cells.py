"""From the cells of a row to what they say of a customer, column by column. Pure: no database.

A blank cell says nothing: it never empties a field of a stored customer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_crm.models.exchange.cells import Cell, Flawed, Row, as_text, lost_digits
from desktop_crm.models.exchange.custom_columns import by_header, read_custom
from desktop_crm.models.exchange.dates import read_date
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.choices import CHOICES, label, parse
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import ContactPoint, ContactRole, CustomerKind, Level, PointKind, Stage
from desktop_crm.models.records.headers import match_headers
from desktop_crm.models.records.imports import ColumnUse, RowProblem
from desktop_crm.models.text.names import fold, tidy
from desktop_crm.models.text.phones import split_phones
from desktop_crm.models.text.regions import parse_region, read_region
from desktop_crm.models.validation import customers as rules

NOT_A_DATE = Message(QT_TRANSLATE_NOOP("messages", "This is not a date. Write it like 2026-03-31."))
NOT_A_CHOICE = QT_TRANSLATE_NOOP("messages", "“{value}” is not one of: {choices}.")
FOREIGN_NUMBER = Message(
    QT_TRANSLATE_NOOP("messages", "This is not a number of this application; the customer gets a new one.")
)
ONLY_NUMBER = Message(QT_TRANSLATE_NOOP("messages", "No name in the file: the customer's number stands in for it."))
NO_CONTACT_NAME = Message(QT_TRANSLATE_NOOP("messages", "The contact person has no name."))
MAX_NUMBER = 2_000_000_000

_NUMBER = re.compile(r"[Cc]?0*([1-9][0-9]{0,9})")
_LIST = re.compile(r"[,;，；、\r\n]+")
_PERSON_HEADERS = frozenset({"姓名", "客户姓名", "fullname"})

TEXTS = frozenset(
    {"name", "short_name", "credit_code", "id_number", "industry", "size", "occupation", "source", "needs"}
    | {"next_step", "preferred_channel"}
)
_POINTS = {
    "phone": PointKind.PHONE,
    "mobile": PointKind.PHONE,
    "email": PointKind.EMAIL,
    "wechat": PointKind.WECHAT,
    "qq": PointKind.QQ,
    "dingtalk": PointKind.DINGTALK,
    "website": PointKind.WEBSITE,
    "contact_phone": PointKind.PHONE,
    "contact_email": PointKind.EMAIL,
    "contact_wechat": PointKind.WECHAT,
}
# Beside phones and accounts: what no digit may be missing of.
_EXACT = frozenset({"credit_code", "id_number", "number", "postcode"})
_CHECKS: dict[str, Callable[[str], Message | None]] = {
    "name": rules.check_name,
    "credit_code": rules.check_credit_code,
    "id_number": rules.check_id_number,
    "preferred_channel": rules.check_channel,
}


@dataclass(slots=True)
class AddressEdit:
    """The address as the cells write it, and as it is understood."""

    place: str = ""
    text: str = ""
    region: str = ""
    street: str = ""
    postcode: str = ""

    def __bool__(self) -> bool:
        return bool(self.region or self.street or self.postcode)


@dataclass(slots=True)
class ContactEdit:
    """The contact person of a row."""

    name: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    points: list[ContactPoint] = field(default_factory=list)


@dataclass(slots=True)
class RowEdit:
    """What one row says. `values` are plain fields of a draft; `cells` the texts of list-like columns as written."""

    row: int
    number: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    owner: str = ""
    team: str = ""
    points: list[ContactPoint] = field(default_factory=list)
    address: AddressEdit = field(default_factory=AddressEdit)
    dates: list[tuple[str, str, dt.date]] = field(default_factory=list)
    contact: ContactEdit = field(default_factory=ContactEdit)
    tags: list[str] = field(default_factory=list)
    cells: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    notes: list[RowProblem] = field(default_factory=list)


class RowReader:
    """Reads the rows below one header."""

    def __init__(self, header: Sequence[str], fields: Sequence[CustomField] = ()) -> None:
        own = [by_header(fields, h) for h in header]
        rest = match_headers([h if one is None else "" for h, one in zip(header, own, strict=True)])
        self.columns = tuple(ColumnUse(h, one.slot if one else f) for h, one, f in zip(header, own, rest, strict=True))
        self._custom = {one.slot: one for one in own if one}
        self._used = [(i, use.header, use.field) for i, use in enumerate(self.columns) if use.field]
        self._person = any(f == "name" and fold(h) in _PERSON_HEADERS for _, h, f in self._used)
        self._places = {f: i for i, _, f in self._used}

    def column_of(self, name: str) -> str:
        """The header of the column that fills a field; empty if none does."""
        return next((header for _, header, f in self._used if f == name), "")

    def read(self, row: Row) -> RowEdit:
        """What the row says; its problems are named, not raised."""
        edit = RowEdit(row.number)
        for place, header, name in self._used:
            value = row.cells[place] if place < len(row.cells) else ""
            if value and name:
                custom = self._custom.get(name)
                if isinstance(value, Flawed):
                    edit.problems.append(RowProblem(row.number, header, value, value.reason))
                    continue
                reason = read_custom(edit, custom, value) if custom else _read_cell(edit, name, header, value)
                if reason is not None:
                    edit.problems.append(RowProblem(row.number, header, as_text(value), reason))
        self._finish(edit)
        return edit

    def _finish(self, edit: RowEdit) -> None:
        if edit.address.place or edit.address.text:
            _read_address(edit.address, own=is_own(edit))
        contact = edit.contact
        if not contact.name and contact.points:
            # A contact's number without a contact is the customer's own.
            edit.points += contact.points
            contact.points = []
        if not contact.name and contact.values:
            edit.problems.append(RowProblem(edit.row, self.column_of("contact_name"), "", NO_CONTACT_NAME))
        if "kind" not in edit.values and (self._person or edit.values.get("id_number")):
            edit.values["kind"] = CustomerKind.PERSON
        if "notes" in edit.values:
            reason = rules.check_length("notes", edit.values["notes"])
            if reason:
                edit.problems.append(RowProblem(edit.row, self.column_of("notes"), "", reason))


def _read_cell(edit: RowEdit, name: str, header: str, value: Cell) -> Message | None:
    """Takes one cell in; returns what is wrong with it."""
    text = as_text(value)
    if (name in _POINTS or name in _EXACT) and (reason := lost_digits(value)):
        return reason
    if name in TEXTS:
        edit.values[name] = text
        check = _CHECKS.get(name)
        return check(text) if check else rules.check_length(name, text)
    if name in _POINTS:
        return _read_points(edit, name, text)
    if name in ("birthday", "founded", "next_step_on", "contact_birthday"):
        return _read_date(edit, name, header, value)
    if name in ("kind", "stage", "price_sensitivity", "relationship", "contact_role"):
        return _read_choice(edit, name, text)
    return _read_other(edit, name, header, text)


def _read_other(edit: RowEdit, name: str, header: str, text: str) -> Message | None:
    if name == "number":
        _read_number(edit, header, text)
    elif name in ("owner", "team"):
        setattr(edit, name, tidy(text))
    elif name == "notes":
        edit.values["notes"] = f"{edit.values['notes']}\n{text}" if "notes" in edit.values else text
    elif name == "tags":
        _keep_text(edit, name, text)
        edit.tags += [tag for part in _LIST.split(text) if (tag := tidy(part))]
        return rules.check_tags(tuple(edit.tags))
    elif name in ("region", "province", "city", "district"):
        edit.address.place = f"{edit.address.place} {text}".strip()
    elif name == "address":
        edit.address.text = text
        return rules.check_length("addresses.street", text)
    elif name == "postcode":
        edit.address.postcode = text
        return rules.check_length("addresses.postcode", text)
    else:
        return _read_contact(edit.contact, name, text)
    return None


def _read_contact(contact: ContactEdit, name: str, text: str) -> Message | None:
    part = name.removeprefix("contact_")
    if part == "name":
        contact.name = tidy(text)
    else:
        contact.values[part] = tidy(text)
    return rules.check_length(f"contacts.{part}", text)


def _keep_text(edit: RowEdit, name: str, text: str) -> None:
    edit.cells[name] = f"{edit.cells[name]}\n{text}" if name in edit.cells else text


def _read_number(edit: RowEdit, header: str, text: str) -> None:
    match = _NUMBER.fullmatch(text)
    if match and int(match[1]) <= MAX_NUMBER:
        edit.number = int(match[1])
        edit.cells["number"] = text
    else:
        edit.notes.append(RowProblem(edit.row, header, text, FOREIGN_NUMBER))


def split_values(kind: PointKind, text: str) -> Iterable[str]:
    """The single values of a cell that may hold several."""
    if kind == PointKind.PHONE:
        return split_phones(text)
    return [part.strip() for part in _LIST.split(text) if part.strip()]


def _read_points(edit: RowEdit, name: str, text: str) -> Message | None:
    kind = _POINTS[name]
    into = edit.contact.points if name.startswith("contact_") else edit.points
    _keep_text(edit, f"contact_{kind}" if name.startswith("contact_") else str(kind), text)
    for value in split_values(kind, text):
        into.append(ContactPoint(kind, value))
        reason = rules.check_point(kind, value)
        if reason is not None:
            return reason
    return None


def _read_date(edit: RowEdit, name: str, header: str, value: Cell) -> Message | None:
    date = read_date(value)
    if date is None:
        return NOT_A_DATE
    if name == "next_step_on":
        edit.values[name] = date
    elif name == "contact_birthday":
        edit.contact.values["birthday"] = date
    else:
        edit.dates.append((name, header, date))
    return rules.check_date(date)


_ENUMS: dict[str, Any] = {
    "kind": CustomerKind,
    "stage": Stage,
    "price_sensitivity": Level,
    "relationship": Level,
    "contact_role": ContactRole,
}


def _read_choice(edit: RowEdit, name: str, text: str) -> Message | None:
    field_name = name.removeprefix("contact_")
    code = parse(field_name, text)
    if code is None:
        known = [label(field_name, code) for code in CHOICES[field_name]]
        return Message(NOT_A_CHOICE, {"value": text, "choices": _joined(known)})
    values = edit.contact.values if name.startswith("contact_") else edit.values
    values[field_name] = _ENUMS[name](code)
    return None


def _joined(parts: Sequence[Message]) -> Message:
    names = {f"c{i}": part for i, part in enumerate(parts)}
    return Message(", ".join(f"{{{name}}}" for name in names), names)


def is_own(edit: RowEdit) -> bool:
    """Whether the row carries a number as this application writes it: it is one of an export, most likely."""
    return edit.number is not None and edit.cells["number"][:1] in "Cc"


def _read_address(address: AddressEdit, *, own: bool) -> None:
    region, left = read_region(address.place) if address.place else ("", "")
    finer, street = parse_region(address.text) if address.text else ("", "")
    wide, narrow = prefix(region), prefix(finer)
    if own and region and not left and not (len(narrow) > len(wide) and narrow.startswith(wide)):
        # An export names the region in its own column; what a street says of it besides is meant to stand there.
        address.region, address.street = region, tidy(address.text)
        return
    if finer and (narrow.startswith(wide) or wide.startswith(narrow)):
        region = max(region, finer, key=lambda code: len(prefix(code)))
    else:
        street = address.text
    # What of the place is not understood stands before the street: nothing is lost.
    address.region, address.street = region, tidy(f"{left} {street}")
    if region and region[0] not in "78" and len(address.postcode) == 5 and address.postcode.isdecimal():
        address.postcode = f"0{address.postcode}"  # a spreadsheet takes the first digit off a number


def prefix(code: str) -> str:
    """The digits of a region's code that all regions below it share."""
    if code.endswith("0000"):
        return code[:2]
    return code[:4] if code.endswith("00") else code
