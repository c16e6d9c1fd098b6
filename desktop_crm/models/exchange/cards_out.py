"""Writes customers as contact cards (vCard 4.0 or 3.0): a card for each company and person, and one for each contact
person that names their company."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from desktop_crm.models.records.customers import Address, Contact, ContactPoint, Customer, CustomerKind, PointKind
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.text.regions import region_name

LINE = 75  # bytes; longer lines are folded
# Names that other programs know these services by.
_MESSENGERS = {PointKind.WECHAT: "WeChat", PointKind.QQ: "QQ", PointKind.DINGTALK: "DingTalk"}


class CardWriter:
    """Writes cards one after the other by `write`."""

    def __init__(self, write: Callable[[bytes], object], version: str, language: str) -> None:
        self._write = write
        self._version = version
        self._language = language
        self._items = 0

    def customer(self, customer: Customer) -> int:
        """All cards of a customer; returns how many."""
        contacts = sorted(customer.draft.contacts, key=lambda c: not c.primary)
        for contact in (None, *contacts):
            self._items = 0
            self._card(self._lines(customer, contact))
        return 1 + len(contacts)

    def _card(self, lines: Iterable[str]) -> None:
        whole = ["BEGIN:VCARD", f"VERSION:{self._version}", *lines, "END:VCARD"]
        self._write("".join(f"{folded(line)}\r\n" for line in whole).encode("utf-8"))

    def _lines(self, customer: Customer, contact: Contact | None) -> list[str]:
        draft = customer.draft
        company = draft.kind is CustomerKind.COMPANY
        name = contact.name if contact else draft.name
        parts = (name, "", "", "", "") if company and not contact else _split(name)
        lines = [f"FN:{escaped(name)}", f"N:{_parts(parts)}"]
        if company or contact:
            department = [contact.department] if contact and contact.department else []
            lines.append(f"ORG:{_parts((draft.name, *department))}")
        if company and not contact:
            lines.append("KIND:org" if self._version == "4.0" else "X-ABSHOWAS:COMPANY")
        if contact and contact.title:
            lines.append(f"TITLE:{escaped(contact.title)}")
        home = not (company or contact)
        own = sorted(contact.points if contact else draft.points, key=lambda p: not p.primary)
        lines += [line for point in own for line in self._point(point, home=home)]
        lines += [self._address(address, home=home) for address in draft.addresses]
        plain = (d.on for d in draft.dates if not d.lunar and match_header(d.label) == "birthday")
        born = contact.birthday if contact else next(plain, None)
        if born:
            lines.append(f"BDAY:{born.strftime('%Y%m%d') if self._version == '4.0' else born.isoformat()}")
        if draft.tags:
            lines.append(f"CATEGORIES:{','.join(escaped(tag) for tag in draft.tags)}")
        note = contact.notes if contact else draft.notes
        if note:
            lines.append(f"NOTE:{escaped(note)}")
        revised = customer.updated_at.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
        return [*lines, f"UID:urn:uuid:{contact.id if contact else customer.id}", f"REV:{revised}"]

    def _point(self, point: ContactPoint, *, home: bool) -> list[str]:
        """One line, or two with a label of its own: grouped, as other programs write and read it."""
        self._items += bool(point.label)
        group = f"item{self._items}." if point.label else ""
        preferred = (";PREF=1" if self._version == "4.0" else ";TYPE=PREF") if point.primary else ""
        value = escaped(point.value)
        if point.kind is PointKind.PHONE:
            place = "CELL" if point.value.startswith("+861") else "HOME" if home else "WORK"
            number, _, extension = point.value.partition(";ext=")
            line = f"TEL;TYPE={place}{preferred}:{escaped(f'{number} ext. {extension}' if extension else number)}"
        elif point.kind is PointKind.WEBSITE:
            line = f"URL{preferred}:{point.value}"
        elif point.kind in _MESSENGERS:
            line = f"IMPP;X-SERVICE-TYPE={_MESSENGERS[point.kind]}{preferred}:x-apple:{value}"
        else:
            line = f"{'EMAIL' if point.kind is PointKind.EMAIL else 'X-OTHER'}{preferred}:{value}"
        return [f"{group}{line}", f"{group}X-ABLABEL:{escaped(point.label)}"] if group else [line]

    def _address(self, address: Address, *, home: bool) -> str:
        """The province in its place, city and district in that of the city."""
        province, city = _places(address.region, self._language)
        kind = "HOME" if home else "WORK"
        return f"ADR;TYPE={kind}:{_parts(('', '', address.street, city, province, address.postcode, ''))}"


def _places(code: str, language: str) -> tuple[str, str]:
    """The province of a region, and what its name says besides."""
    if not code:
        return "", ""
    whole, province = region_name(code, language), region_name(f"{code[:2]}0000", language)
    rest = whole.removeprefix(province).strip(" ,")
    return province, rest.replace(" ", "") if language.startswith("zh") else rest


def _split(name: str) -> tuple[str, ...]:
    """Family and given name: of names in Chinese the first character, of others the last word."""
    if name and not name.isascii() and " " not in name and len(name) in (2, 3):
        return name[0], name[1:], "", "", ""
    given, _, family = name.rpartition(" ")
    return family, given, "", "", ""


def _parts(parts: Iterable[str]) -> str:
    return ";".join(escaped(part) for part in parts)


def escaped(text: str) -> str:
    """A text as the value of a line."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, written)
    return text


def folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, no character cut in two."""
    if len(line) * 4 <= LINE or len(line.encode()) <= LINE:
        return line
    pieces, piece, room = [], "", LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", LINE - 1  # the blank that begins a continuation
        piece += character
        room -= size
    return "\r\n ".join([*pieces, piece])
