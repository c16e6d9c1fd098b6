"""What of a customer is compared, small enough to hold a million of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_crm.models.duplicates.names import NameParts, name_parts
from desktop_crm.models.text.names import fold
from desktop_crm.models.text.simplified import simplified

_FIELD, _ITEM, _PART = "\x1f", "\x1e", "\x1d"


@dataclass(frozen=True, slots=True)
class Profile:
    """The evidence that one customer brings. `code` is the credit code or ID number, `contacts` are (name, phone or "")
    of the contact persons, `phones` and `emails` theirs and the customer's own. Names and streets are folded."""

    person: bool
    name: str
    parts: NameParts
    short: str = ""
    code: str = ""
    region: str = ""
    street: str = ""
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    contacts: frozenset[tuple[str, str]] = frozenset()

    def pack(self) -> bytes:
        """As bytes: a fifth of the memory."""
        parts = self.parts
        fields = (
            "p" if self.person else "c",
            self.code,
            self.name,
            self.short,
            self.region,
            self.street,
            _ITEM.join(self.phones),
            _ITEM.join(self.emails),
            _ITEM.join(name + _PART + phone for name, phone in self.contacts),
            parts.brand,
            parts.trade,
            parts.place,
            parts.branch,
            _ITEM.join(parts.numbers),
        )
        return _FIELD.join(fields).encode()

    @staticmethod
    def unpack(packed: bytes) -> Profile:
        kind, code, name, short, region, street, *rest = packed.decode().split(_FIELD)
        phones, emails, contacts, brand, trade, place, branch, numbers = rest
        return Profile(
            kind == "p",
            name,
            NameParts(brand, trade, place, branch, _items(numbers)),
            short,
            code,
            region,
            street,
            _items(phones),
            _items(emails),
            frozenset([_pair(one) for one in contacts.split(_ITEM)]) if contacts else _NONE,
        )


_NONE: frozenset[tuple[str, str]] = frozenset()
_EMPTY: frozenset[str] = frozenset()


def _items(text: str) -> frozenset[str]:
    return frozenset(text.split(_ITEM)) if text else _EMPTY


def _pair(text: str) -> tuple[str, str]:
    name, _, phone = text.partition(_PART)
    return name, phone


def make_profile(
    person: bool,
    name: str,
    *,
    short: str = "",
    code: str = "",
    region: str = "",
    street: str = "",
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    contacts: Iterable[tuple[str, str]] = (),
) -> Profile:
    """The profile of a customer as it is stored."""
    return Profile(
        person,
        name,
        name_parts(name, person),
        plain(short) if short else "",
        code,
        region,
        plain(street) if street else "",
        frozenset(phones),
        frozenset(emails),
        frozenset([(plain(one), phone) for one, phone in contacts]),
    )


def plain(text: str) -> str:
    """Text of a person or a street, comparable."""
    return fold(simplified(text))


def surely_two(one: bytes, other: bytes) -> bool:
    """Whether two packed customers cannot be one: of different kinds, or with different official numbers."""
    first, second = one.split(b"\x1f", 2), other.split(b"\x1f", 2)
    return first[0] != second[0] or bool(first[1] and second[1] and first[1] != second[1])
