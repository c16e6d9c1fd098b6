"""English companies and persons."""

from __future__ import annotations

from typing import cast

from desktop_crm.models.records.customers import Address
from desktop_crm.models.sample import words_en
from desktop_crm.models.sample.common import Dice, Identity, Maker, Words
from desktop_crm.models.text.names import fold


class English(Maker):
    def __init__(self, dice: Dice) -> None:
        super().__init__(dice)
        self.words = cast(Words, words_en)
        self._folded = {word: fold(word) for word in (*words_en.GIVEN, *words_en.SURNAMES)}

    def company(self) -> Identity:
        dice = self.dice
        first, second = dice.pick(words_en.FIRST), dice.pick(words_en.SECOND)
        industry, trade = dice.pick(words_en.TRADES)
        shape = dice.below(4)
        if shape == 0:
            short = f"{dice.pick(words_en.SURNAMES)} & {dice.pick(words_en.SURNAMES)}"
        else:
            short = f"{first} {second}" if shape == 1 else f"{first}{second.lower()}"
        return Identity(
            name=f"{short} {trade} {dice.pick(words_en.FORMS)}",
            place=dice.below(len(words_en.PLACES)),
            short=short if dice.one_in(2) else "",
            industry=industry,
            domain=f"{first}{second}.example.com".lower(),
        )

    def person(self) -> Identity:
        dice = self.dice
        given, surname = dice.pick(words_en.GIVEN), dice.pick(words_en.SURNAMES)
        middle = f" {chr(65 + dice.below(26))}." if dice.one_in(3) else ""
        return Identity(
            name=f"{given}{middle} {surname}",
            place=dice.below(len(words_en.PLACES)),
            mailbox=f"{self._folded[given]}.{self._folded[surname]}{dice.below(100)}",
        )

    def other_spelling(self, name: str) -> str:
        """The legal form written another way, or left out."""
        if name.endswith(" Ltd"):
            return name.removesuffix("Ltd") + "Limited"
        if name.endswith(" Limited"):
            return name.removesuffix("Limited") + "LTD."
        return name.upper()

    def mobile(self) -> str:
        return f"+4475{self.dice.below(10**8):08d}"

    def landline(self, identity: Identity) -> str:
        return f"{words_en.PLACES[identity.place][2]}{self.dice.below(10_000):04d}"

    def address(self, identity: Identity) -> Address:
        town, postcode, _ = words_en.PLACES[identity.place]
        street = f"{1 + self.dice.below(250)} {self.dice.pick(words_en.STREETS)}, {town}"
        return Address("", street, postcode, "", True)
