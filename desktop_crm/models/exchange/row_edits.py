"""What one row of a file says of a customer, once its cells are understood."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass, field
from typing import Any

from desktop_crm.models.records.customers import Address, ContactPoint
from desktop_crm.models.records.imports import RowProblem
from desktop_crm.models.text.names import tidy
from desktop_crm.models.text.regions import parse_region, read_region


@dataclass(slots=True)
class AddressEdit:
    """The address as the cells write it, and as it is understood."""

    place: str = ""
    text: str = ""
    region: str = ""
    street: str = ""
    postcode: str = ""
    label: str = ""

    def __bool__(self) -> bool:
        return bool(self.region or self.street or self.postcode)


@dataclass(slots=True)
class ContactEdit:
    """The contact person of a row."""

    name: str = ""
    reports_to: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    points: list[ContactPoint] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class RowEdit:
    """What one row says, all of it in the form in which it is stored. `values` are plain fields of a draft; `cells` the
    texts of list-like columns as written; `blank` the mapped fields that are to be emptied. `labels` names points by
    kind and value, `moments` are the important dates of a column that tells of all."""

    row: int
    number: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    owner: str = ""
    team: str = ""
    key_user: str = ""
    key_team: str = ""
    standing: dict[str, Any] = field(default_factory=dict)
    points: list[ContactPoint] = field(default_factory=list)
    address: AddressEdit | None = None
    further: list[Address] = field(default_factory=list)
    dates: list[tuple[str, str, dt.date]] = field(default_factory=list)
    moments: list[tuple[str, dt.date, bool]] = field(default_factory=list)
    contact: ContactEdit | None = None
    tags: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)
    blank: list[str] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    notes: list[RowProblem] = field(default_factory=list)

    def the_contact(self) -> ContactEdit:
        if self.contact is None:
            self.contact = ContactEdit()
        return self.contact

    def the_address(self) -> AddressEdit:
        if self.address is None:
            self.address = AddressEdit()
        return self.address


def is_own(edit: RowEdit) -> bool:
    """Whether the row carries a number as this application writes it: it is one of an export, most likely."""
    return edit.number is not None and edit.cells["number"][:1] in "Cc"


def prefix(code: str) -> str:
    """The digits of a region's code that all regions below it share."""
    if code.endswith("0000"):
        return code[:2]
    return code[:4] if code.endswith("00") else code


_known_place = functools.lru_cache(maxsize=4_096)(read_region)


def read_address(address: AddressEdit, *, own: bool) -> None:
    """Understands where the cells say that the customer is."""
    region, left = _known_place(address.place) if address.place else ("", "")
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
