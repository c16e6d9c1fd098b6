"""What a search document holds, made from the parts of a customer. Pure: the same on both databases."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import add

from desktop_crm.models.records.customers import CustomerKind, PointKind, customer_code
from desktop_crm.models.text.names import fold
from desktop_crm.models.text.phones import phone_digits
from desktop_crm.models.text.pinyin import reading
from desktop_crm.models.text.search_text import grams

# What a document holds is numbered: a database whose documents hold less has them made anew (`maintain.bring_up`).
FORMAT = 2
NOTES = 2_000  # characters of the notes that can be found
# Keys that are folded already, of one kind of characters.
_ONLY_HAN = re.compile("[\u4e00-\u9fff]+")
_FOLDED = re.compile("[0-9a-z]+")
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
    key, read = fold(source.name), reading(source.name, source.kind == CustomerKind.PERSON)
    lines = [_line("name", source.name, key), _keys("pinyin", read.full), _keys("initials", read.initials)]
    if source.short_name:
        short = reading(source.short_name, False)
        lines.append(_line("name", source.short_name, fold(source.short_name)))
        lines += (_keys("pinyin", short.full), _keys("initials", short.initials))
    lines += _lines(source)
    return Document(source.record_id, key, read.initials, read.full, "\n".join(lines), source.alive)


def _lines(source: Source) -> Iterator[str]:
    code = customer_code(source.number)
    yield _line("code", code, code.casefold())
    if source.credit_code:
        key = fold(source.credit_code)
        shown = " ".join(source.credit_code.split())
        yield _line("credit_code", shown, key) if key else f"credit_code\t{shown}\t"
    for kind, value in source.points:
        if kind == PointKind.PHONE:
            yield _line("phone", value, phone_digits(value), fold(value))
        else:
            yield _line("email" if kind == PointKind.EMAIL else "channel", value, fold(value))
    for contact in source.contacts:
        read = reading(contact, True)
        yield _line("contact", contact, fold(contact), read.full, read.initials)
    for name in source.files:
        yield _line("file", name, fold(name))
    if source.notes:
        shown = " ".join(source.notes[:NOTES].split())
        yield _line("notes", shown, fold(shown))
    for kind, text in source.custom:
        digits = phone_digits(text) if kind == PointKind.PHONE else ""
        yield _line("custom", text, digits, fold(text))


def _keys(name: str, key: str) -> str:
    """A reading, whose text is that of the name before it."""
    return f"{name}\t\t{key}" if key else f"{name}\t"


def _line(name: str, shown: str, first: str, *others: str) -> str:
    """A line as it is stored: each key once, empty ones not at all."""
    # What can be said again from the rest is left out: a million documents are half as large.
    shown = " ".join(shown.split())
    if not others:
        if not first:
            return f"{name}\t{shown}"
        return f"{name}\t\t{first}" if shown == first else f"{name}\t{shown}\t{first}"
    keys = [key for key in dict.fromkeys((first, *others)) if key]
    if keys and shown == keys[0]:
        shown = ""
    return "\t".join((name, shown, *keys))


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
    return sorted(gram_set(lines))


def gram_set(lines: str) -> set[str]:
    """As `document_grams`, in no order."""
    found: set[str] = set()
    for raw in lines.split("\n"):
        for key in raw.split("\t")[2:]:
            if key.isascii():
                size = len(key)
                if size > 2 and _FOLDED.fullmatch(key):
                    # What `grams` gives for a folded key without Chinese characters, which most are.
                    found.update([key[at : at + 3] for at in range(size - 2)])
                    found.add(key[:2])
                else:
                    found |= grams(key)
            elif _ONLY_HAN.fullmatch(key):
                found.update(key)
                found.update(map(add, key, key[1:]))
            else:
                found |= grams(key)
    return found


def make_documents(sources: Iterable[Source]) -> list[Document]:
    return [make_document(source) for source in sources]
