"""Weighs the evidence that two customers are one, and says why.

Weights are logarithms of odds (natural), added up as Fellegi and Sunter taught: 0 in total is 50 %. They are set by
hand and judged against the labelled pairs in `tests/benchmarks/duplicates.py`."""

from __future__ import annotations

import functools
import math
from collections.abc import Container
from types import ModuleType

from desktop_crm.models.duplicates.names import NameParts, places_agree, spoken
from desktop_crm.models.duplicates.profile import Profile
from desktop_crm.models.duplicates.words import NOBODY
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.duplicates import Reason, Verdict
from desktop_crm.models.text.phones import format_phone

PRIOR = -4.5

SAME_CODE = QT_TRANSLATE_NOOP("messages", "Same credit code {value}")
SAME_ID = QT_TRANSLATE_NOOP("messages", "Same ID number")
OTHER_CODE = QT_TRANSLATE_NOOP("messages", "Different credit codes")
OTHER_ID = QT_TRANSLATE_NOOP("messages", "Different ID numbers")
OTHER_KIND = QT_TRANSLATE_NOOP("messages", "A company and a person")
SAME_NAME = QT_TRANSLATE_NOOP("messages", "Same name")
SAME_CORE = QT_TRANSLATE_NOOP("messages", "Same core name: {value}")
SAME_CORE_LATIN = QT_TRANSLATE_NOOP("messages", "Same name but for its legal form")
SAME_SOUND = QT_TRANSLATE_NOOP("messages", "Names sound the same")
SHORTER = QT_TRANSLATE_NOOP("messages", "One name is short for the other")
ALIKE = QT_TRANSLATE_NOOP("messages", "Names {percent} % alike: a slip of the pen")
SIMILAR = QT_TRANSLATE_NOOP("messages", "Names are {percent} % alike")
OTHER_NAME = QT_TRANSLATE_NOOP("messages", "Different names")
OTHER_PLACE = QT_TRANSLATE_NOOP("messages", "Names of different places")
OTHER_BRANCH = QT_TRANSLATE_NOOP("messages", "Different branches")
OTHER_NUMBER = QT_TRANSLATE_NOOP("messages", "Different numbers in the names")
SAME_SHORT = QT_TRANSLATE_NOOP("messages", "Short name {value} fits both")
SAME_PHONE = QT_TRANSLATE_NOOP("messages", "Same phone {value}")
SHARED_PHONE = QT_TRANSLATE_NOOP("messages", "Same phone {value}, which many have")
SAME_EMAIL = QT_TRANSLATE_NOOP("messages", "Same e-mail {value}")
SAME_CONTACT = QT_TRANSLATE_NOOP("messages", "Same contact person {value}")
SAME_CONTACT_NAME = QT_TRANSLATE_NOOP("messages", "Contact person {value} in both")
SAME_STREET = QT_TRANSLATE_NOOP("messages", "Same address")
SAME_REGION = QT_TRANSLATE_NOOP("messages", "Same region")
OTHER_REGION = QT_TRANSLATE_NOOP("messages", "Addresses in different cities")


def compare(one: Profile, other: Profile, common: Container[str] = ()) -> Verdict:
    """How likely the two are one customer. `common` are phones and e-mails that many customers have."""
    if one.person != other.person:
        return _verdict([Reason(Message(OTHER_KIND), -8.0)])
    reasons = _codes(one, other)
    # A company that was renamed, or typed wrongly, keeps its number.
    known = bool(reasons) and not reasons[0].against
    reasons += [Reason(r.message, r.weight / 10) if known and r.against else r for r in _names(one, other)]
    reasons += _channels(one, other, common)
    reasons += _contacts(one, other)
    reasons += _places(one, other)
    return _verdict(reasons)


def _verdict(reasons: list[Reason]) -> Verdict:
    total = PRIOR + sum(reason.weight for reason in reasons)
    score = round(100 / (1 + math.exp(-total)))
    return Verdict(min(score, 99), tuple(sorted(reasons, key=lambda reason: -abs(reason.weight))))


def _codes(one: Profile, other: Profile) -> list[Reason]:
    if not (one.code and other.code):
        return []
    if one.code == other.code:
        return [Reason(Message(SAME_ID) if one.person else Message(SAME_CODE, {"value": one.code}), 9.0)]
    return [Reason(Message(OTHER_ID if one.person else OTHER_CODE), -12.0)]


# Names ------------------------------------------------------------------------------------------------


def _names(one: Profile, other: Profile) -> list[Reason]:
    if one.person:
        return [_people(one.parts.brand, other.parts.brand)]
    mine, theirs = one.parts, other.parts
    reasons = [*_apart(mine, theirs)]
    reason = _companies(mine, theirs, one.name == other.name)
    if reason.weight < 2 and mine.brand != theirs.brand and not reasons and (short := _short(one, other)):
        # What people call it outweighs how unlike the long name is.
        return [Reason(Message(SAME_SHORT, {"value": short}), 2.0)]
    return [*reasons, reason]


def _apart(mine: NameParts, theirs: NameParts) -> list[Reason]:
    """What makes two names those of two houses of one firm, or of two schools of one town."""
    found = []
    if not places_agree(mine.place, theirs.place):
        found.append(Reason(Message(OTHER_PLACE), -10.0))
    if mine.branch != theirs.branch:
        found.append(Reason(Message(OTHER_BRANCH), -14.0))
    elif mine.numbers != theirs.numbers:
        found.append(Reason(Message(OTHER_NUMBER), -10.0))
    return found


def _companies(mine: NameParts, theirs: NameParts, equal: bool) -> Reason:
    if mine.core == theirs.core:
        # A place that only one name says is a doubt: 华腾 may well be in another town than 深圳华腾.
        weight = 6.0 if mine.place == theirs.place else 4.2
        weight -= 1.5 if not mine.trade and len(mine.brand) <= 2 and mine.place != theirs.place else 0.0
        if equal:
            return Reason(Message(SAME_NAME), weight)
        # Of Latin names the core is run together: nobody wants to read it.
        core = Message(SAME_CORE_LATIN) if mine.core.isascii() else Message(SAME_CORE, {"value": mine.core})
        return Reason(core, weight)
    if spoken(mine.core) == spoken(theirs.core):
        return Reason(Message(SAME_SOUND), 4.8 if len(mine.core) > 3 else 3.2)
    if mine.brand == theirs.brand:
        return _same_brand(mine, theirs)
    return _other_brand(mine, theirs)


def _same_brand(mine: NameParts, theirs: NameParts) -> Reason:
    short, long = sorted((mine.trade, theirs.trade), key=len)
    if _within(short, long):
        return Reason(Message(SHORTER), (3.4 if mine.place == theirs.place else 1.8) + (0.4 if short else 0.0))
    # A slip in a trade would leave no word that is known, so these are two trades.
    return Reason(Message(SIMILAR, {"percent": _percent(mine.core, theirs.core)}), -2.0)


def _other_brand(mine: NameParts, theirs: NameParts) -> Reason:
    percent = _percent(mine.core, theirs.core)
    size = min(len(mine.brand), len(theirs.brand))
    slips = _slips(mine.core, theirs.core)
    latin = mine.core.isascii() and theirs.core.isascii()
    # A slip in four Chinese characters or six letters; two in twelve letters.
    allowed = (len(min(mine.core, theirs.core, key=len)) // 6) if latin else (1 if size >= 3 else 0)
    if slips == 1 and _same_beginning(mine.core, theirs.core) >= max(2, size):
        return Reason(Message(ALIKE, {"percent": percent}), 4.8 if len(mine.core) > 4 else 4.0)
    if slips <= min(allowed, 2):
        return Reason(
            Message(ALIKE, {"percent": percent}), (4.3 if latin else 4.8) if size >= (6 if latin else 4) else 2.2
        )
    if _swapped(mine, theirs):
        return Reason(Message(ALIKE, {"percent": percent}), 4.3 if latin else 4.8)
    if slips == 1 and not latin:
        # 华腾 and 华丰 are two companies as a rule, but one with a slip where all else is equal.
        return Reason(Message(SIMILAR, {"percent": percent}), -1.0)
    if percent >= 60:
        return Reason(Message(SIMILAR, {"percent": percent}), -3.0)
    return Reason(Message(OTHER_NAME), -7.0)


def _same_beginning(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _swapped(mine: NameParts, theirs: NameParts) -> bool:
    """The same characters in another order: 科技华腾."""
    return len(mine.core) >= 4 and sorted(mine.core) == sorted(theirs.core)


def _short(one: Profile, other: Profile) -> str:
    """The short name that one of them carries and that names the other one as well; empty if none does."""
    for mine, theirs in ((one, other), (other, one)):
        parts = theirs.parts
        if len(mine.short) >= 2 and mine.short in (theirs.short, parts.core, parts.place + parts.core):
            return mine.short
        if len(mine.short) >= 3 and mine.short == parts.brand:
            return mine.short
    return ""


def _people(mine: str, theirs: str) -> Reason:
    if mine == theirs:
        return Reason(Message(SAME_NAME), 3.9 if len(mine) > 2 else 3.4)
    if spoken(mine) == spoken(theirs):
        return Reason(Message(SAME_SOUND), 2.8)
    if mine.isascii() and theirs.isascii() and min(len(mine), len(theirs)) >= 6 and _slips(mine, theirs) == 1:
        return Reason(Message(ALIKE, {"percent": _percent(mine, theirs)}), 2.5)
    if min(len(mine), len(theirs)) >= 3 and mine[:1] == theirs[:1] and _slips(mine, theirs) == 1:
        return Reason(Message(SIMILAR, {"percent": _percent(mine, theirs)}), 0.5)
    return Reason(Message(OTHER_NAME), -6.0)


def _within(short: str, long: str) -> bool:
    """Whether `short` comes about by leaving characters of `long` out."""
    rest = iter(long)
    return all(char in rest for char in short)


@functools.cache
def _distances() -> ModuleType:
    from rapidfuzz.distance import OSA

    return OSA


def _slips(one: str, other: str) -> int:
    """Characters to change, add, drop or swap with their neighbour; more than 3 are not counted out."""
    found: int = _distances().distance(one, other, score_cutoff=3)
    return found


def _percent(one: str, other: str) -> int:
    alike: float = _distances().normalized_similarity(one, other)
    return round(100 * alike)


@functools.lru_cache(maxsize=4_000)
def _phone(value: str) -> str:
    return format_phone(value)


# All else --------------------------------------------------------------------------------------------


def _channels(one: Profile, other: Profile, common: Container[str]) -> list[Reason]:
    found = []
    for value in sorted(one.phones & other.phones)[:2]:
        words: dict[str, str | int | Message] = {"value": _phone(value)}
        if value in common:
            found.append(Reason(Message(SHARED_PHONE, words), 1.0))
        else:
            found.append(Reason(Message(SAME_PHONE, words), 1.0 if found else 4.2))
    for value in sorted(one.emails & other.emails)[:1]:
        found.append(Reason(Message(SAME_EMAIL, {"value": value}), 1.0 if value in common else 4.2))
    return found


def _contacts(one: Profile, other: Profile) -> list[Reason]:
    both = sorted(pair for pair in one.contacts & other.contacts if pair[0] not in NOBODY)
    for name, phone in both:
        if phone:
            return [Reason(Message(SAME_CONTACT, {"value": name}), 1.5)]
    names = {name for name, _ in one.contacts} & {name for name, _ in other.contacts} - NOBODY
    return [Reason(Message(SAME_CONTACT_NAME, {"value": min(names)}), 1.0)] if names else []


def _places(one: Profile, other: Profile) -> list[Reason]:
    if one.street and one.street == other.street and one.region[:4] == other.region[:4]:
        return [Reason(Message(SAME_STREET), 2.0)]
    if not (one.region and other.region):
        return []
    if one.region == other.region:
        return [Reason(Message(SAME_REGION), 0.5)]
    if one.region[:2] != other.region[:2] or (one.region[:4] != other.region[:4] and "00" not in one.region[2:4]):
        return [Reason(Message(OTHER_REGION), -1.5)]
    return []
