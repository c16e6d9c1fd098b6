"""How Chinese names are read, typed and sorted.

The readings come from pypinyin's data. A reading of a text is what pypinyin's own forward maximum matching
over its phrases gives (重庆 chong qing), but found in two steps: most names hold no phrase that
changes a reading, and are read by a plain table of characters at many times the speed.
"""

from __future__ import annotations

import functools
import json
import operator
import re
import unicodedata
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from desktop_crm.models.text import readings
from desktop_crm.models.text.names import fold

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3007"
_ONLY_HAN = re.compile(f"[{_HAN}]+")
# Those that normalising leaves alone.
_PLAIN_HAN = re.compile("[\u4e00-\u9fff]+")
_PARTS = re.compile(f"([{_HAN}]+)|([0-9]+)|((?:[^\\W_{_HAN}0-9]\\S?(?<![\\W_{_HAN}]))+)")
_TONES = str.maketrans(
    "āáǎàēéěèōóǒòīíǐìūúǔùüǖǘǚǜńňǹḿếềê",
    "aaaaeeeeooooiiiiuuuuvvvvvnnnmeee",
    "\u0300\u0301\u0302\u0304\u030c",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """`full` is the whole reading (`huaweijishu`), `initials` its first letters (`hwjs`)."""

    full: str
    initials: str


class _Single(dict[str, str]):
    """Character → syllable; a character nobody has a reading for stands for itself."""

    def __missing__(self, char: str) -> str:
        return char


@dataclass(frozen=True, slots=True)
class _Tables:
    """`phrases` maps a phrase to its syllables, or to None where `single` says the same; `changing` holds the
    first two characters of those that say something else; `longest` of each first pair bounds the search."""

    single: _Single
    phrases: dict[str, tuple[str, ...] | None]
    changing: frozenset[str]
    longest: dict[str, int]


def _data(name: str) -> dict[str, Any]:
    """One of pypinyin's data files. Importing the package would keep its own copies, some 60 MB, for good."""
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pypinyin")
    data: dict[str, Any] = json.loads((Path(spec.origin).parent / f"{name}.json").read_text("utf-8"))
    return data


@functools.cache
def _tables() -> _Tables:
    single = _Single(
        (chr(int(code)), sounds.split(",", 1)[0].translate(_TONES)) for code, sounds in _data("pinyin_dict").items()
    )
    single.update(readings.CHARACTERS)
    phrases: dict[str, tuple[str, ...] | None] = {}
    for phrase, sounds in _data("phrases_dict").items():
        known = tuple(" ".join([sound[0] for sound in sounds]).translate(_TONES).split(" "))
        if len(known) == len(phrase) > 1:
            phrases[phrase] = known
    phrases.update((phrase, tuple(sound.split())) for phrase, sound in readings.PHRASES.items())
    longest: dict[str, int] = {}
    changing = set()
    for phrase, spoken in phrases.items():
        pair = phrase[:2]
        longest[pair] = max(longest.get(pair, 2), len(phrase))
        if spoken == tuple(map(single.__getitem__, phrase)):
            phrases[phrase] = None
        else:
            changing.add(pair)
    return _Tables(single, phrases, frozenset(changing), longest)


# A name is read for its place in lists and for its search document, which an import makes thousands of names later.
@functools.lru_cache(maxsize=16_384)
def syllables(run: str) -> tuple[str, ...]:
    """One syllable for each of the Chinese characters `run` is made of."""
    tables = _tables()
    if tables.changing.isdisjoint(map(operator.add, run, run[1:])):
        return tuple(map(tables.single.__getitem__, run))
    return tuple(_by_phrases(run, tables))


def _by_phrases(run: str, tables: _Tables) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(run):
        for size in range(tables.longest.get(run[at : at + 2], 1), 1, -1):
            piece = run[at : at + size]
            if len(piece) == size and piece in tables.phrases:
                out += tables.phrases[piece] or map(tables.single.__getitem__, piece)
                at += size
                break
        else:
            out.append(tables.single[run[at]])
            at += 1
    return out


def _person(run: str) -> list[str]:
    """The syllables of a person's name: the surname first, by its own reading."""
    if sound := readings.LONG_SURNAMES.get(run[:2]):
        return [*sound.split(), *syllables(run[2:])]
    first = readings.SURNAMES.get(run[0]) or _tables().single[run[0]]
    return [first, *syllables(run[1:])]


def reading(name: str, person: bool = False) -> Reading:
    """How `name` is read; `person` says that it begins with a surname (单 shan, 仇 qiu, 曾 zeng).

    Latin words stay, folded: whole in `full`; in `initials` by their first letter, or whole where they touch
    Chinese characters, since people then type them as one: `ABC Trading 上海` atsh, `TCL集团` tcljt.
    Numbers stay whole in both.
    """
    if not _ONLY_HAN.fullmatch(name):
        return _mixed(name, person)
    sounds = _person(name) if person else syllables(name)
    return Reading("".join(sounds), "".join([sound[0] for sound in sounds]))


def _mixed(name: str, person: bool) -> Reading:
    name = unicodedata.normalize("NFKC", name)
    full: list[str] = []
    initials: list[str] = []
    for match in _PARTS.finditer(name):
        if match[1]:
            sounds = _person(match[1]) if person and not full else syllables(match[1])
            full += sounds
            initials += [sound[0] for sound in sounds]
            continue
        word = fold(match[0])
        full.append(word)
        initials.append(word if match[2] or _touches_han(name, match.start(), match.end()) else word[:1])
    return Reading("".join(full), "".join(initials))


def _touches_han(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return bool(_ONLY_HAN.match(before) or _ONLY_HAN.match(after))


def sort_key(name: str, person: bool = False) -> str:
    """A text whose plain byte order is the order of a Chinese list: 张 < 张三 < 章, 詹 < 张.

    Each Chinese character gives its syllable, a space and itself, so that equal characters stay
    together; Latin words stand among them by their letters. Never empty.
    """
    if _PLAIN_HAN.fullmatch(name):
        sounds = _person(name) if person else syllables(name)
        return "".join([f"{sound} {char}" for sound, char in zip(sounds, name, strict=True)])
    out: list[str] = []
    for match in _PARTS.finditer(unicodedata.normalize("NFKC", name)):
        if match[1]:
            sounds = _person(match[1]) if person and not out else syllables(match[1])
            piece = "".join([f"{sound} {char}" for sound, char in zip(sounds, match[1], strict=True)])
        else:
            piece = fold(match[0])
        if not piece:
            continue
        # A Chinese character ends its unit by itself; a word needs a space before what follows.
        out.append(f" {piece}" if out and not _ONLY_HAN.match(out[-1][-1]) else piece)
    return "".join(out) or name.strip() or "~"
