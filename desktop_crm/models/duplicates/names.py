"""Names of customers taken apart: the brand, the trade, the place, the branch, the numbers in it."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from desktop_crm.models.duplicates.words import (
    BRACKETS,
    BRANCH,
    DIGITS,
    ENGLISH_TRADES,
    FORMS,
    GROUP,
    LONGEST_TRADE,
    NO_WORDS,
    NUMBERS,
    TRADES,
)
from desktop_crm.models.text.names import DOTTED, FORM_WORDS, SPACED_FORMS, company_key, fold
from desktop_crm.models.text.pinyin import syllables
from desktop_crm.models.text.regions import cities, parse_region, provinces, region
from desktop_crm.models.text.simplified import simplified

_HAN = re.compile("[\u3400-\u9fff]")
_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name, comparable. `brand` and `trade` are the name without its form, place, branch and fillers; `place` is a
    code of GB/T 2260 without its trailing zeros (`4403`); `numbers` are those that tell units of one house apart."""

    brand: str
    trade: str = ""
    place: str = ""
    branch: str = ""
    numbers: frozenset[str] = frozenset()

    @property
    def core(self) -> str:
        return self.brand + self.trade


@functools.lru_cache(maxsize=20_000)
def name_parts(name: str, person: bool = False) -> NameParts:
    """The parts of a customer's name.

    >>> parts = name_parts("深圳市華騰科技（中国）有限公司")
    >>> parts.brand, parts.trade, parts.place
    ('华腾', '科技', '4403')
    """
    text = simplified(unicodedata.normalize("NFKC", name).casefold())
    if person:
        return NameParts(fold(text))
    found = _company(text) if _HAN.search(text) else _english(text)
    return found if found.brand else NameParts(fold(text) or name.strip())


def _company(text: str) -> NameParts:
    place, branch = "", ""
    text = DOTTED.sub(lambda match: match[1].replace(".", ""), text)

    def inside(match: re.Match[str]) -> str:
        nonlocal place, branch
        words = fold(match[1])
        if words in NO_WORDS or FORMS.fullmatch(words):
            return ""
        if words.endswith("店") or BRANCH.search(words):
            branch += words
            return ""
        code, rest = _place(words)
        if code and not rest:
            place = place or code
            return ""
        return words

    text = BRACKETS.sub(inside, text)
    words: list[str] = _WORD.findall(text)
    while len(words) > 1 and FORM_WORDS.fullmatch(words[-1]):
        words.pop()
    main = fold("".join(words))
    form = FORMS.search(main)
    if form:
        main, tail = main[: form.start()], FORMS.sub("", main[form.end() :])
        place, branch = _read_tail(tail, place, branch)
    main = GROUP.sub("", main)
    code, rest = _place(main)
    if code and len(rest) >= 2:
        place, main = place or code, rest
    brand, trade = _split(main.removeprefix("中国") if len(main) > 4 else main)
    return NameParts(brand, trade, place, branch or _branch_of(main), _numbers(main + branch))


def _read_tail(tail: str, place: str, branch: str) -> tuple[str, str]:
    """What stands behind the legal form: a place (华为有限公司·深圳) or a branch (…深圳分公司)."""
    if not tail:
        return place, branch
    code, rest = _place(tail)
    if code and not rest:
        return place or code, branch
    return place, branch + tail


def _branch_of(main: str) -> str:
    """The mark of a branch at the end of a name without a legal form: 海底捞人民路店."""
    match = BRANCH.search(main)
    return main[match.start() :] if match and match.start() >= 2 else ""


@functools.lru_cache(maxsize=20_000)
def _place(text: str) -> tuple[str, str]:
    code, rest = parse_region(text)
    while code.endswith("00"):
        code = code[:-2]
    return code, rest


def _split(main: str) -> tuple[str, str]:
    """Brand and trade. The brand keeps two characters at least, or it would stand for half a country."""
    end = len(main)
    while True:
        for size in range(min(LONGEST_TRADE, end - 2), 0, -1):
            if main[end - size : end] in TRADES:
                end -= size
                break
        else:
            return main[:end], main[end:]


def _numbers(text: str) -> frozenset[str]:
    found = (match.lstrip("第") for match in NUMBERS.findall(text))
    return frozenset(DIGITS.get(number, number.lstrip("0")) for number in found)


def _english(text: str) -> NameParts:
    text = DOTTED.sub(lambda match: match[1].replace(".", ""), text)
    words: list[str] = [fold(word) for word in _WORD.findall(SPACED_FORMS.sub(" ", text))]
    while len(words) > 1 and FORM_WORDS.fullmatch(words[-1]):
        words.pop()
    place = next((code for word in words if (code := _english_places().get(word))), "")
    kept = [word for word in words if word not in ENGLISH_TRADES and not (place and word in _english_places())]
    trade = "".join(word for word in words if word in ENGLISH_TRADES)
    branch = "branch" if "branch" in words or "subsidiary" in words else ""
    if not kept:
        return NameParts("".join(words), "", place, branch)
    return NameParts("".join(kept), trade, place, branch, _numbers(" ".join(words)))


@functools.cache
def _english_places() -> dict[str, str]:
    """Provinces and cities of one English word."""
    found: dict[str, str] = {}
    for province in provinces():
        for row in (*cities(province.code), province):
            if " " not in row.english and row.english:
                found[row.english.casefold()] = row.code.removesuffix("00").removesuffix("00")
    return found


@functools.lru_cache(maxsize=20_000)
def spoken(text: str) -> str:
    """How a folded name is read: Chinese characters by their pinyin, the rest as it stands."""
    return _HAN_RUN.sub(lambda match: "".join(syllables(match[0])), text)


def places_agree(one: str, other: str) -> bool:
    """Whether two places can be the same one: equal, one within the other, or one not said."""
    return one.startswith(other) or other.startswith(one)


def likely_keys(name: str) -> list[str]:
    """The `company_key`s under which a company of this name may be stored: with its city before or behind it, with and
    without 市, in simplified characters."""
    keys = [company_key(name), company_key(simplified(name))]
    parts = name_parts(name)
    if not parts.branch:
        keys.append(parts.core)
        found = region(parts.place.ljust(6, "0")) if parts.place else None
        if found is not None:
            city = found.name.removesuffix("市").removesuffix("省")
            keys += [found.name + parts.core, city + parts.core, parts.core + city, parts.brand + city + parts.trade]
    return list(dict.fromkeys(keys))
