"""Customers for the sample company and for load tests: invented, and the same for the same seed everywhere.

Only `Random.random()` is used, whose sequence Python keeps from version to version. Names and numbers come
from no list of real ones; e-mail addresses lie under example.com, .net and .org, which belong to nobody.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from desktop_crm.models.records.customers import (
    ContactPoint,
    CustomerDraft,
    CustomerKind,
    ImportantDate,
    Level,
    PointKind,
    Stage,
)
from desktop_crm.models.sample.chinese import Chinese
from desktop_crm.models.sample.common import Dice, Identity, Maker, Words
from desktop_crm.models.sample.english import English

DAYS = 730
OWNERS = 8
# The day the sample's plans refer to, unless the caller says another.
TODAY = dt.date(2026, 1, 5)

_STAGES = (Stage.ACQUIRE,) * 6 + (Stage.DEVELOP,) * 5 + (Stage.MAINTAIN,) * 7 + (Stage.LOST,) * 2
_SOURCES = ("ads", "exhibition", "exhibition", "referral", "referral", "referral", "social_media",
            "cold_call", "cold_call", "website", "website", "partner", "other", "")  # fmt: skip
_SIZES = ("1-19", "1-19", "1-19", "20-99", "20-99", "100-499", "100-499", "500-999", "1000+", "")
_CHANNELS = ("phone", "phone", "wechat", "wechat", "email", "visit", "meeting", "sms", "", "")
_LEVELS = (Level.UNKNOWN, Level.LOW, Level.MEDIUM, Level.MEDIUM, Level.HIGH)


@dataclass(frozen=True, slots=True)
class SampleCustomer:
    """One customer. `owner` is an index (0 … OWNERS - 1), -1 nobody; `created_days_ago` is within
    two years."""

    draft: CustomerDraft
    owner: int
    created_days_ago: int
    twin: bool = False


def generate(count: int, seed: int = 1, language: str = "zh_CN", today: dt.date = TODAY) -> Iterator[SampleCustomer]:
    """`count` customers in the language (`zh_CN` or `en`; one in 25 in the other one), ready to store:
    valid, and `normalise` would change nothing. One in a hundred repeats an earlier one in another spelling
    (`twin`). The first customers of a longer run are those of a shorter one."""
    random = Random(f"desktop-crm {seed} {language[:2]}")
    dice = Dice(random.random)
    makers: tuple[Maker, Maker] = (Chinese(dice), English(dice))
    if not language.startswith("zh"):
        makers = (makers[1], makers[0])
    recent: deque[CustomerDraft] = deque(maxlen=50)
    for _ in range(count):
        maker = makers[dice.one_in(25)]
        twin = len(recent) > 20 and dice.one_in(100)
        if twin:
            draft = _twin(dice, makers[0], recent[dice.below(len(recent))])
        else:
            draft = _customer(dice, maker, makers[0].words, today)
            if maker is makers[0] and draft.kind == CustomerKind.COMPANY:
                recent.append(draft)
        # More of the customers are recent: the company grows.
        ago = int(DAYS * dice.random() * dice.random())
        yield SampleCustomer(draft, dice.below(OWNERS + 1) - 1, ago, twin)


def _twin(dice: Dice, maker: Maker, draft: CustomerDraft) -> CustomerDraft:
    """The same company once more, as a colleague would have typed it: another spelling, no details."""
    return replace(
        draft,
        name=maker.other_spelling(draft.name),
        credit_code="",
        contacts=draft.contacts[: dice.below(2)],
        tags=(),
        dates=(),
        addresses=(),
        notes="",
    )


def _customer(dice: Dice, maker: Maker, own: Words, today: dt.date) -> CustomerDraft:
    """What colleagues write about a customer they write in their `own` words, also about one from abroad."""
    company = not dice.one_in(7)
    identity = maker.company() if company else maker.person()
    step = dice.one_in(3)
    stage = dice.pick(_STAGES)
    return CustomerDraft(
        name=identity.name,
        kind=CustomerKind.COMPANY if company else CustomerKind.PERSON,
        short_name=identity.short,
        credit_code=identity.credit_code,
        industry=identity.industry,
        size=dice.pick(_SIZES) if company else "",
        occupation="" if company else dice.pick(own.OCCUPATIONS),
        source=dice.pick(_SOURCES),
        stage=stage,
        preferred_channel=dice.pick(_CHANNELS),
        price_sensitivity=dice.pick(_LEVELS),
        relationship=dice.pick(_LEVELS),
        needs=dice.pick(own.NEEDS) if dice.one_in(4) else "",
        next_step=dice.pick(own.NEXT_STEPS) if step else "",
        next_step_on=today + dt.timedelta(days=dice.below(60) - 10) if step else None,
        notes=dice.pick(own.NOTES) if dice.one_in(5) else "",
        points=_points(dice, maker, identity, company),
        addresses=(maker.address(identity),) if not dice.one_in(5) else (),
        dates=_dates(dice, maker, company, today),
        contacts=maker.contacts(identity, today) if company else (),
        tags=_tags(dice, own),
    )


def _points(dice: Dice, maker: Maker, identity: Identity, company: bool) -> tuple[ContactPoint, ...]:
    points = []
    if company:
        points.append(ContactPoint(PointKind.PHONE, maker.landline(identity), maker.words.DESK, True))
        if dice.one_in(2):
            points.append(ContactPoint(PointKind.EMAIL, f"info@{identity.domain}", "", True))
        if dice.one_in(4):
            points.append(ContactPoint(PointKind.WEBSITE, f"www.{identity.domain}", "", True))
    else:
        points.append(ContactPoint(PointKind.PHONE, maker.mobile(), "", True))
        if dice.one_in(2):
            points.append(ContactPoint(PointKind.EMAIL, f"{identity.mailbox}@example.com", "", True))
        if dice.one_in(2):
            points.append(ContactPoint(PointKind.WECHAT, f"{identity.mailbox.replace('.', '_')}", "", True))
    return tuple(points)


def _dates(dice: Dice, maker: Maker, company: bool, today: dt.date) -> tuple[ImportantDate, ...]:
    if not dice.one_in(3):
        return ()
    label = maker.words.FOUNDED if company else maker.words.BIRTHDAY
    day = today - dt.timedelta(days=(400 if company else 8000) + dice.below(9000))
    dates = [ImportantDate(label, day, lunar=not company and dice.one_in(5))]
    if company and dice.one_in(2):
        dates.append(ImportantDate(maker.words.CONTRACT, today - dt.timedelta(days=dice.below(700))))
    return tuple(dates)


def _tags(dice: Dice, own: Words) -> tuple[str, ...]:
    how_many = dice.pick((0, 0, 1, 1, 1, 2, 2, 3))
    return tuple(dict.fromkeys(dice.pick(own.TAGS) for _ in range(how_many)))
