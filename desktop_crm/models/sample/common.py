"""What the makers of Chinese and English customers share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from desktop_crm.models.records.customers import Address, Contact, ContactPoint, ContactRole, PointKind

T = TypeVar("T")

ROLES = tuple(ContactRole)


class Dice:
    """Draws from one stream of random numbers in [0, 1)."""

    __slots__ = ("random",)

    def __init__(self, random: Callable[[], float]) -> None:
        self.random = random

    def below(self, n: int) -> int:
        return int(self.random() * n)

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self.random() * len(items))]

    def one_in(self, n: int) -> bool:
        return self.random() * n < 1


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a customer is, before the details. `place` is an index into the words' PLACES; `mailbox` is what
    stands before the @ of a person's e-mail address."""

    name: str
    place: int
    short: str = ""
    industry: str = ""
    domain: str = ""
    mailbox: str = ""
    credit_code: str = ""


class Words(Protocol):
    """The lists that both languages have."""

    TITLES: tuple[str, ...]
    DEPARTMENTS: tuple[str, ...]
    OCCUPATIONS: tuple[str, ...]
    TAGS: tuple[str, ...]
    NEEDS: tuple[str, ...]
    NEXT_STEPS: tuple[str, ...]
    NOTES: tuple[str, ...]
    FOUNDED: str
    BIRTHDAY: str
    CONTRACT: str
    DESK: str


class Maker:
    """Makes the parts of a customer in one language."""

    words: Words

    def __init__(self, dice: Dice) -> None:
        self.dice = dice

    def company(self) -> Identity:
        raise NotImplementedError

    def person(self) -> Identity:
        raise NotImplementedError

    def other_spelling(self, name: str) -> str:
        raise NotImplementedError

    def mobile(self) -> str:
        raise NotImplementedError

    def landline(self, identity: Identity) -> str:
        raise NotImplementedError

    def address(self, identity: Identity) -> Address:
        raise NotImplementedError

    def contacts(self, company: Identity, today: dt.date) -> tuple[Contact, ...]:
        """One to three contact persons of a company; the first is the primary one."""
        how_many = 1 + self.dice.below(5) // 2
        return tuple(self._contact(company, i == 0, today) for i in range(how_many))

    def _contact(self, company: Identity, primary: bool, today: dt.date) -> Contact:
        dice, person = self.dice, self.person()
        points = [ContactPoint(PointKind.PHONE, self.mobile(), "", True)]
        if dice.one_in(2):
            points.append(ContactPoint(PointKind.EMAIL, f"{person.mailbox}@{company.domain}", "", True))
        birthday = today - dt.timedelta(days=8_400 + dice.below(13_000)) if dice.one_in(4) else None
        return Contact(
            name=person.name,
            role=dice.pick(ROLES),
            title=dice.pick(self.words.TITLES),
            department=dice.pick(self.words.DEPARTMENTS) if dice.one_in(2) else "",
            birthday=birthday,
            primary=primary,
            points=tuple(points),
        )
