"""Which customers are worth comparing at all: those that share a key. A million customers make 5 × 10¹¹ pairs.

A key is a hash in an array of 64-bit numbers: 39 bits of hash, one bit that marks a customer, 24 bits of index. A pass
sorts one array; customers with one hash are a block. Blocks above a limit are left out: what hundreds have in common
says nothing, and blocks by other keys find the same twins."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator
from itertools import combinations, groupby

from desktop_crm.models.duplicates.names import spoken
from desktop_crm.models.duplicates.profile import Profile

INDEX_BITS = 24
MOST = 1 << INDEX_BITS
_INDEX = MOST - 1
_MARK = 1 << INDEX_BITS
_HASH = (1 << 39) - 1
# The largest block of each pass. In "marked" passes a pair needs a marked customer, and the limit is on pairs.
_LIMITS = {"code": 60, "phone": 40, "email": 40, "name": 60, "slip": 25, "person": 20}
_MARKED_LIMITS = {"placeless": 400, "brand": 400, "short": 400}
PASSES = (*_LIMITS, *_MARKED_LIMITS)
# A phone or e-mail of this many customers is a switchboard, an agency or a made-up one.
COMMON = 5
_PARTS_AT_ONCE = 1_000_000


class Common(Container[str]):
    """The phones and e-mails that many customers have."""

    def __init__(self) -> None:
        self.hashes: set[int] = set()

    def __contains__(self, value: object) -> bool:
        return hash(value) & _HASH in self.hashes


class Blocks:
    """The keys of all customers, and the pairs that come of them."""

    def __init__(self) -> None:
        self._keys = {name: array("Q") for name in PASSES}
        self.common = Common()

    def add(self, index: int, profile: Profile) -> None:
        """Takes in the customer of that number; numbers stay below MOST."""
        for name, text, marked in keys_of(profile):
            self._keys[name].append((hash(text) & _HASH) << 25 | (_MARK if marked else 0) | index)

    def pairs(self, name: str) -> Iterator[int]:
        """The pairs of one pass, each as `low << 24 | high`, some more than once. Its keys are given up."""
        keys = self._keys.pop(name)
        shares = 1 + len(keys) // _PARTS_AT_ONCE
        for share in range(shares):
            part = sorted([key for key in keys if (key >> 25) % shares == share] if shares > 1 else keys)
            for hashed, block in groupby(part, key=_hash_of):
                members = list(block)
                if len(members) > 1:
                    yield from self._block(name, hashed, members)

    def _block(self, name: str, hashed: int, members: list[int]) -> Iterator[int]:
        if name in _LIMITS:
            found = sorted({key & _INDEX for key in members})
            if name in ("phone", "email") and len(found) >= COMMON:
                self.common.hashes.add(hashed)
            if len(found) <= _LIMITS[name]:
                for low, high in combinations(found, 2):
                    yield low << INDEX_BITS | high
            return
        marked = {key & _INDEX for key in members if key & _MARK}
        plain = {key & _INDEX for key in members} - marked
        if 0 < len(marked) * (len(plain) + len(marked)) <= _MARKED_LIMITS[name]:
            for low, high in combinations(sorted(marked), 2):
                yield low << INDEX_BITS | high
            for one in marked:
                for other in plain:
                    yield min(one, other) << INDEX_BITS | max(one, other)


def _hash_of(key: int) -> int:
    return key >> 25


def keys_of(profile: Profile) -> Iterator[tuple[str, str, bool]]:
    """(pass, key, marked) of one customer."""
    if profile.code:
        yield "code", profile.code, False
    for phone in profile.phones:
        yield "phone", phone, False
    for email in profile.emails:
        yield "email", email, False
    if profile.person:
        if profile.region:
            yield "person", f"{spoken(profile.parts.core)}/{profile.region}", False
        if profile.street:
            yield "person", f"{spoken(profile.parts.core)}/{profile.street}", False
    else:
        yield from _company_keys(profile)


def _company_keys(profile: Profile) -> Iterator[tuple[str, str, bool]]:
    parts = profile.parts
    # A branch shares no block with its house: they are two customers.
    house = f"#{parts.branch}" if parts.branch else ""
    place = parts.place[:4] + house
    core = parts.core
    said = spoken(core)
    yield "name", f"{place}/{said}", False
    yield "placeless", f"{said}{house}", not parts.place
    yield "brand", f"{place}/{parts.brand}", not parts.trade
    for slip in set(_slips(parts.brand, parts.trade)):
        yield "slip", f"{place}/{slip}", False
    if len(core) >= 4:
        yield "slip", f"{place}/{''.join(sorted(core))}", False
    if not house:
        for text in {core, parts.brand} if len(parts.brand) >= 3 else {core}:
            yield "short", text, False
        if len(profile.short) >= 2:
            yield "short", profile.short, True


def _slips(brand: str, trade: str) -> Iterator[str]:
    """The name with each of its characters left out: two names with one slip between them share one of these. Brands of
    two characters are left whole: with one of them wrong it is another brand."""
    core = brand + trade
    latin = core.isascii()
    if len(core) < (6 if latin else 4):
        return
    yield core
    for at in range(len(brand) if len(brand) < 3 else 0, min(len(core), 14)):
        yield core[:at] + core[at + 1 :]
