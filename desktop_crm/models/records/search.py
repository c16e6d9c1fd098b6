"""What a search finds, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from desktop_crm.models.records.listed import Id


class Rank(IntEnum):
    """How a hit matched, best first."""

    EXACT = 0
    PREFIX = 1
    INITIALS = 2
    SUBSTRING = 3


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record that matches. `field` is name, pinyin, initials, phone, email, tag, owner, stage, contact, code,
    credit_code, channel, notes or file; `value` the text that matched; `start`, `length` the matching part of `value`
    (length 0: nothing to mark, as for pinyin)."""

    record_id: Id
    kind: str
    name: str
    code: str
    rank: Rank
    field: str
    value: str
    start: int = 0
    length: int = 0
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How what was typed may go on: from `start`, the value of a prefix (`prefix` empty), or a prefix as `prefix`
    writes it; `kind` is its key in `text.search_query.PREFIXES`."""

    kind: str
    value: str
    start: int
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search box shows: the hits, and ways to go on."""

    hits: list[SearchHit]
    ways: list[Suggestion]
