"""Chinese companies and persons."""

from __future__ import annotations

from typing import cast

from desktop_crm.models.records.customers import Address
from desktop_crm.models.sample import words_zh
from desktop_crm.models.sample.common import Dice, Identity, Maker, Words
from desktop_crm.models.text.regions import districts

# Digits 2 and 3 of a mobile number, as given out by the networks.
# The first three digits of mobile numbers, some of those in use.
_MOBILES = (130, 131, 132, 133, 135, 136, 137, 138, 139, 150, 151, 152, 155, 156, 158, 159,
            176, 177, 180, 181, 182, 185, 186, 187, 188, 189, 191, 198, 199)  # fmt: skip
_DOMAINS = ("example.com", "example.com", "example.net", "example.org")
_CODE_CHARS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_VALUES = {char: value for value, char in enumerate(_CODE_CHARS)}
_CODE_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))


class Chinese(Maker):
    def __init__(self, dice: Dice) -> None:
        super().__init__(dice)
        self.words = cast(Words, words_zh)
        self._districts = [
            tuple((row.code, row.name) for row in districts(code)) or ((code, ""),) for code, *_ in words_zh.PLACES
        ]

    def company(self) -> Identity:
        dice = self.dice
        first, first_sound = dice.pick(words_zh.FIRST)
        rare = dice.one_in(100)
        second, second_sound = dice.pick(words_zh.RARE if rare else words_zh.SECOND)
        industry, trade = dice.pick(words_zh.TRADES)
        place = dice.below(len(words_zh.PLACES))
        code, city, *_ = words_zh.PLACES[place]
        short = first + second
        form = dice.pick(words_zh.FORMS)
        shape = dice.below(10)
        if shape < 5:
            name = f"{city}市{short}{trade}{form}"
        elif shape < 7:
            name = f"{city}{short}{trade}{form}"
        elif shape < 8:
            name = f"{short}{trade}（{city}）{form}"
        elif shape < 9:
            name = f"{short}（{city}）{trade}{form}"
        else:
            name = f"{short}{trade}({city}){form}"
        return Identity(
            name=name,
            place=place,
            short=short + trade if dice.one_in(2) else "",
            industry=industry,
            domain=f"{first_sound}{second_sound}.{dice.pick(_DOMAINS)}",
            credit_code=self._credit_code(code) if not dice.one_in(3) else "",
        )

    def _credit_code(self, region: str) -> str:
        body = f"91{region}{self.dice.below(10**9):09d}"
        total = sum(_CODE_VALUES[char] * weight for char, weight in zip(body, _CODE_WEIGHTS, strict=True))
        return body + _CODE_CHARS[-total % 31]

    def person(self) -> Identity:
        dice = self.dice
        surnames = words_zh.POLYPHONE_SURNAMES if dice.one_in(25) else words_zh.SURNAMES
        # Square, so that the first of the list are the common ones.
        surname, sound = surnames[int(dice.random() * dice.random() * len(surnames))]
        one, one_sound = dice.pick(words_zh.RARE if dice.one_in(150) else words_zh.GIVEN)
        two, two_sound = dice.pick(words_zh.GIVEN) if dice.random() < 0.7 else ("", "")
        return Identity(
            name=surname + one + two,
            place=dice.below(len(words_zh.PLACES)),
            mailbox=f"{sound}.{one_sound}{two_sound}{dice.below(100)}",
        )

    def other_spelling(self, name: str) -> str:
        """Other brackets, or without the legal form."""
        if "（" in name:
            return name.replace("（", "(").replace("）", ")")
        if "(" in name:
            return name.replace("(", "（").replace(")", "）")
        for form in ("股份有限公司", "集团有限公司", "有限责任公司", "有限公司"):
            if name.endswith(form):
                return name.removesuffix(form)
        return name

    def mobile(self) -> str:
        return f"+86{self.dice.pick(_MOBILES)}{self.dice.below(10**8):08d}"

    def landline(self, identity: Identity) -> str:
        _, _, area, digits, _ = words_zh.PLACES[identity.place]
        if self.dice.one_in(20):
            return f"+86400{600_0000 + self.dice.below(300_0000)}"
        number = self.dice.below(7 * 10 ** (digits - 1)) + 2 * 10 ** (digits - 1)
        # 800 begins no line of a city (010-800… was a free call from abroad).
        return f"+86{area}{number}".replace(f"+86{area}800", f"+86{area}801", 1)

    def address(self, identity: Identity) -> Address:
        dice = self.dice
        region, _ = dice.pick(self._districts[identity.place])
        street = f"{dice.pick(words_zh.STREETS)}{1 + dice.below(300)}号"
        if dice.one_in(2):
            room = 100 * (1 + dice.below(28)) + 1 + dice.below(12)
            street += f"{dice.pick(words_zh.ESTATES)}{1 + dice.below(9)}栋{room}室"
        return Address(region, street, words_zh.PLACES[identity.place][4], "", True)
