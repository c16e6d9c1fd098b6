"""What a search document holds, made from the parts of a customer. Pure: the same on both databases."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_crm.models.records.customers import CustomerKind, PointKind, customer_code
from desktop_crm.models.text.names import fold
from desktop_crm.models.text.phones import phone_digits
from desktop_crm.models.text.pinyin import reading
from desktop_crm.models.text.search_text import grams

# What a document holds is numbered: a database whose documents hold less has them made anew (`maintain.bring_up`).
FORMAT = 2
NOTES = 2_000  # characters of the notes that can be found
_READINGS = ("pinyin", "initials")


@dataclass(slots=True)
class Source:
    """The parts of a customer that can be found. `points` are (kind, value) of it and its contacts, `custom` (type,
    text) of its custom fields."""

    record_id: uuid.UUID
    number: int
    name: str
    kind: str
    short_name: str
    credit_code: str
    notes: str
    alive: bool
    points: list[tuple[str, str]] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    custom: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """One findable text: what is shown, and the folded forms that are compared."""

    field: str
    shown: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A search document as stored."""

    record_id: uuid.UUID
    name_key: str
    initials: str
    pinyin: str
    lines: str
    alive: bool = True


def make_document(source: Source) -> Document:
    """The document of a customer."""
    read = reading(source.name, source.kind == CustomerKind.PERSON)
    lines = list(_lines(source))
    text = "\n".join(map(_write, lines))
    return Document(source.record_id, fold(source.name), read.initials, read.full, text, source.alive)


def _lines(source: Source) -> Iterator[Line]:
    yield from _name("name", source.name, source.kind == CustomerKind.PERSON)
    if source.short_name:
        yield from _name("name", source.short_name, False)
    yield Line("code", customer_code(source.number), (customer_code(source.number).casefold(),))
    if source.credit_code:
        yield Line("credit_code", source.credit_code, (fold(source.credit_code),))
    for kind, value in source.points:
        yield _point(kind, value)
    for contact in source.contacts:
        read = reading(contact, True)
        yield Line("contact", contact, _distinct(fold(contact), read.full, read.initials))
    for name in source.files:
        yield Line("file", name, _distinct(fold(name)))
    if source.notes:
        shown = " ".join(source.notes[:NOTES].split())
        yield Line("notes", shown, _distinct(fold(shown)))
    for kind, text in source.custom:
        digits = phone_digits(text) if kind == PointKind.PHONE else ""
        yield Line("custom", text, _distinct(digits, fold(text)))


def _name(name: str, text: str, person: bool) -> Iterator[Line]:
    read = reading(text, person)
    yield Line(name, text, _distinct(fold(text)))
    yield Line("pinyin", text, _distinct(read.full))
    yield Line("initials", text, _distinct(read.initials))


def _point(kind: str, value: str) -> Line:
    if kind == PointKind.PHONE:
        return Line("phone", value, _distinct(phone_digits(value), fold(value)))
    return Line("email" if kind == PointKind.EMAIL else "channel", value, _distinct(fold(value)))


def _distinct(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))


def _write(line: Line) -> str:
    # What can be said again from the rest is left out: a million documents are half as large.
    shown = " ".join(line.shown.split())
    if line.field in _READINGS or (line.keys and shown == line.keys[0]):
        shown = ""
    return "\t".join((line.field, shown, *line.keys))


def read_lines(text: str) -> Iterator[Line]:
    """The lines of a stored document. A reading without a text of its own is that of the name before it."""
    name = ""
    for raw in text.split("\n"):
        kind, shown, *keys = raw.split("\t")
        if kind in _READINGS:
            shown = name
        elif not shown and keys:
            shown = keys[0]
        if kind == "name":
            name = shown
        yield Line(kind, shown, tuple(keys))


def document_grams(lines: str) -> list[str]:
    """The tokens by which a stored document is found, sorted: made again alike whenever they are needed."""
    found: set[str] = set()
    for raw in lines.split("\n"):
        for key in raw.split("\t")[2:]:
            if key.isascii() and key.isalnum() and key == key.lower() and len(key) > 2:
                # What `grams` gives for a folded key without Chinese characters, which most are.
                found.update([key[i : i + 3] for i in range(len(key) - 2)])
                found.add(key[:2])
            else:
                found |= grams(key)
    return sorted(found)


def make_documents(sources: Iterable[Source]) -> list[Document]:
    return [make_document(source) for source in sources]
