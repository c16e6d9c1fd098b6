"""Takes vCards apart (versions 2.1, 3.0 and 4.0) into their properties.

Written for what telephones and mail programs really write: folded lines of 3.0 and soft line breaks of 2.1 side by
side, a character set for each line, grouped labels, pictures that end anywhere. What cannot be understood is left out
line by line; a card is never lost for one line of it."""

from __future__ import annotations

import binascii
import codecs
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_PICTURES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE"})
_TYPES_21 = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT"})
_LINE = re.compile(rb"(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^:;\"]|\"[^\"]*\")*)*):(.*)", re.DOTALL)
_PARAMETER = re.compile(rb";((?:[^:;\"]|\"[^\"]*\")*)")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name and types in capitals, its value as text, still with its parts and escapes."""

    name: str
    group: str
    types: frozenset[str]
    value: str

    def parts(self, separator: str = ";") -> tuple[str, ...]:
        """The parts of the value (of a name, an address, a company with its department)."""
        pieces = re.split(rf"(?<!\\){re.escape(separator)}", self.value)
        return tuple(unescaped(piece) for piece in pieces)

    @property
    def text(self) -> str:
        return unescaped(self.value)


@dataclass(slots=True)
class Card:
    """The properties of one card, in their order, and how many pictures were left out."""

    properties: list[Property] = field(default_factory=list)
    pictures: int = 0

    def all(self, *names: str) -> list[Property]:
        return [one for one in self.properties if one.name in names]

    def first(self, *names: str) -> str:
        return next((text for one in self.all(*names) if (text := one.text)), "")


def unescaped(text: str) -> str:
    return (
        _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1] if m[1] in "\\;,:" else m[0], text)
        .replace("\r\n", "\n")
        .strip()
    )


def cards(lines: Iterable[bytes], encoding: str) -> Iterator[Card]:
    """The cards of a file, of which `encoding` is what lines are in that do not say otherwise. The end of one may be
    missing; cards inside cards (an agent) are left out."""
    card: Card | None = None
    depth = 0
    before = b""
    for line in _whole(lines):
        match = _LINE.fullmatch(line)
        if not match:
            continue
        name = match[2].upper()
        if name == b"BEGIN" and (card is None or before != b"AGENT"):
            if card is not None:
                yield card
            card, depth = Card(), 1
        elif name in (b"BEGIN", b"END"):
            depth += 1 if name == b"BEGIN" else -1
            if depth == 0 and card is not None:
                yield card
                card = None
        elif card is not None and depth == 1:
            _take(card, match, encoding)
        before = name
    if card is not None:
        yield card


def _take(card: Card, match: re.Match[bytes], encoding: str) -> None:
    group, name = (match[1] or b"").decode("ascii", "replace"), match[2].decode("ascii", "replace").upper()
    types: set[str] = set()
    coding = charset = ""
    for raw in _PARAMETER.findall(match[3]):
        key, _, value = raw.decode("ascii", "replace").upper().replace('"', "").partition("=")
        if not value and key in _TYPES_21:
            coding = key
        elif key == "ENCODING":
            coding = value
        elif key == "CHARSET":
            charset = value
        elif key in ("TYPE", "X-SERVICE-TYPE") or not value:
            types.update((value or key).split(","))
    if name in _PICTURES:
        card.pictures += name in ("PHOTO", "LOGO")
        return
    try:
        data = quopri.decodestring(match[4]) if coding == "QUOTED-PRINTABLE" else match[4]
        data = binascii.a2b_base64(data) if coding in ("BASE64", "B") else data
    except (binascii.Error, ValueError):
        return
    text = _decoded(data, charset, encoding)
    card.properties.append(Property(name, group, frozenset(types), text))


def _decoded(data: bytes, charset: str, encoding: str) -> str:
    """Text in the set that the line names, else in that of the file; a wrong statement must not lose the name."""
    named = {"GB2312": "gb18030", "GBK": "gb18030", "BIG5": "cp950"}.get(charset, charset)
    for candidate in (named, "utf-8", encoding, "gb18030"):
        try:
            if candidate and codecs.lookup(candidate)._is_text_encoding:
                return data.decode(candidate)
        except (LookupError, UnicodeError, AttributeError):
            continue
    return data.decode("utf-8", "replace")


def _whole(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Logical lines. A line that begins with a blank goes on from the one before; so does what follows a soft break
    (`=` at the end) of a quoted line, and what follows a picture up to an empty line."""
    parts: list[bytes] = []
    size = 0
    quoted = False
    for raw in lines:
        line = raw.rstrip(b"\r\n")
        soft = quoted and parts[-1].endswith(b"=")
        if soft:
            parts[-1] = parts[-1][:-1]
            # Some programs fold what is quoted as well.
            line = line[1:] if line[:1] in (b" ", b"\t") and line[1:2] == b"=" else line
        elif line[:1] in (b" ", b"\t") and parts:
            line = line[1:]
        else:
            if parts:
                yield b"".join(parts)
            parts, size = [], 0
            quoted = b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()
        size += len(line)
        # What is longer than any text is a picture; the rest of it need not be kept.
        if size <= _LONGEST or not parts:
            parts.append(line)
    if parts:
        yield b"".join(parts)
