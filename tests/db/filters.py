"""Customers with every kind of value, a plain reading of filters, and random filters over them."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select, update

from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.custom_fields import CustomFieldEntity
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator, Part
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerKind,
    PointKind,
    Stage,
)
from desktop_crm.models.text.custom_values import encode
from desktop_crm.models.validation.customers import normalise
from tests.db.makers import draft

O = Operator  # noqa: E741 - read on every line below
TODAY = dt.date(2026, 11, 25)
OPTIONS = [["red", "红"], ["green", "绿"], ["blue", "蓝"]]
CUSTOM = {
    "number": "custom_01",
    "date": "custom_02",
    "choice": "custom_03",
    "choices": "custom_04",
    "text": "custom_05",
}

NAMES = ("华为技术", "Acme Trading", "acme-trading", "深圳市科技", "张三")
NUMBERS = ("", "-12.5", "-1", "0", "7", "10", "1234.56")
DATES = ("", "2019-01-31", "2026-05-24", "2026-05-25", "2026-11-25", "2026-12-24", "2027-03-01")
TEXTS = ("", "Sales", "sales east", "东区销售", "100%_x")
MULTI = ((), ("red",), ("green", "blue"), ("red", "green", "blue"))
PHONES = ("", "+8613800138000", "+8675528780808", "95588")
MAILS = ("", "info@example.com", "Anna@example.org")
REGIONS = ("", "440305", "440106", "310115")
TAGS = ((), ("VIP",), ("VIP", "Trial"), ("Trial",))


@dataclass(frozen=True)
class Known:
    """What a customer holds, as the plain reading below sees it."""

    id: uuid.UUID
    name: str
    stage: str
    owner: str
    tags: frozenset[str]
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    region: str
    source: str
    next_step_on: str
    verified_on: str
    is_key: bool
    short_name: str
    number: str
    date: str
    choice: str
    choices: tuple[str, ...]
    text: str


@dataclass
class World:
    database: Database
    customers: list[Known]
    ids: dict[str, str]
    me: str
    users: list[str]
    tags: dict[str, str] = field(default_factory=dict)


def make_world(db: Database) -> World:
    """70 customers with every kind of value, empty ones too, in built-in and custom fields."""
    anna = db.execute(save_user, "Anna").value
    me = db.actor.user_id
    owners = (None, me, anna)
    rows = [_values(i) for i in range(70)]

    def fill(ctx: CommandContext) -> None:
        for position, (kind, slot) in enumerate(CUSTOM.items()):
            options = json.dumps(OPTIONS) if kind in ("choice", "choices") else "[]"
            ctx.session.add(CustomFieldEntity(slot=slot, kind=kind, name=kind, position=position, options=options))
        drafts = [
            draft(
                row["name"],
                kind=CustomerKind.PERSON if i % 7 == 0 else CustomerKind.COMPANY,
                stage=row["stage"],
                source=row["source"],
                owner_id=owners[i % 3],
                short_name=row["text"],
                points=tuple(
                    ContactPoint(kind, value)
                    for kind, value in ((PointKind.PHONE, row["phone"]), (PointKind.EMAIL, row["email"]))
                    if value
                ),
                contacts=(Contact("李四", points=(ContactPoint(PointKind.PHONE, row["contact_phone"]),)),)
                if row["contact_phone"]
                else (),
                addresses=(Address(row["region"], "街道"),),
                next_step_on=dt.date.fromisoformat(row["date"]) if row["date"] else None,
                tags=row["tags"],
            )
            for i, row in enumerate(rows)
        ]
        insert_customers(ctx, [normalise(one) for one in drafts])
        ids = ctx.session.scalars(select(CustomerEntity.id).order_by(CustomerEntity.number)).all()
        for key, row in zip(ids, rows, strict=True):
            row["id"] = key
            values: dict[str, Any] = {
                CUSTOM["number"]: encode("number", row["number"]),
                CUSTOM["date"]: row["custom_date"],
                CUSTOM["choice"]: row["choice"],
                CUSTOM["choices"]: f"|{'|'.join(row['choices'])}|" if row["choices"] else "",
                CUSTOM["text"]: row["text"],
                "verified_on": dt.date.fromisoformat(row["verified"]) if row["verified"] else None,
                "verified_key": row["verified"],
                "is_key": row["is_key"],
            }
            ctx.session.execute(update(CustomerEntity).where(CustomerEntity.id == key).values(**values))

    db.execute(fill)
    with db.read() as session:
        ids = {one.name: one.field_id for one in custom_fields(session)}
        tags = {tag.name: tag.id.hex for tag in filter_choices(session).tags if tag.id}
    known = [_known(row, "" if owner is None else owner.hex) for row, owner in zip(rows, owners * 24, strict=False)]
    return World(db, known, ids, me.hex, [anna.hex], tags)


def _values(i: int) -> dict[str, Any]:
    """Steps of different lengths, so that values meet in many ways."""

    def take(options: Sequence[Any], step: int) -> Any:
        return options[(i * step + i // len(options)) % len(options)]

    return {
        "name": f"{take(NAMES, 1)}{i % 4}",
        "stage": list(Stage)[i % 4],
        "source": take(("", "ads", "referral"), 2),
        "phone": take(PHONES, 3),
        "contact_phone": take(("", "", "+8613900139000"), 1),
        "email": take(MAILS, 2),
        "region": take(REGIONS, 1),
        "date": take(DATES, 3),
        "verified": take(DATES[:5], 2),
        "custom_date": take(DATES, 5),
        "number": take(NUMBERS, 3),
        "choice": take(("", "red", "green"), 1),
        "choices": take(MULTI, 3),
        "text": take(TEXTS, 2),
        "tags": take(TAGS, 1),
        "is_key": i % 5 == 0,
    }


def _known(row: dict[str, Any], owner: str) -> Known:
    return Known(
        id=row["id"],
        name=row["name"],
        stage=str(row["stage"]),
        owner=owner,
        tags=frozenset(row["tags"]),
        phones=tuple(value for value in (row["phone"], row["contact_phone"]) if value),
        emails=(row["email"],) if row["email"] else (),
        region=row["region"],
        source=row["source"],
        next_step_on=row["date"],
        verified_on=row["verified"],
        is_key=row["is_key"],
        short_name=row["text"],
        number=row["number"],
        date=row["custom_date"],
        choice=row["choice"],
        choices=row["choices"],
        text=row["text"],
    )


# --- the plain reading --------------------------------------------------------------------------------------------


def holds(world: World, one: Known, part: Part) -> bool:
    if isinstance(part, Condition):
        return _holds(world, one, part)
    parts = [each for each in part.parts if _has_conditions(each)]
    found = [holds(world, one, each) for each in parts]
    if part.join is Join.ALL:
        return all(found)
    return (any(found) or not parts) if part.join is Join.ANY else not any(found)


def _has_conditions(part: Part) -> bool:
    return isinstance(part, Condition) or any(_has_conditions(one) for one in part.parts)


def _holds(world: World, one: Known, condition: Condition) -> bool:
    name = next((kind for kind, key in world.ids.items() if key == condition.field), condition.field)
    operator, values = condition.operator, condition.values
    if name in ("phone", "email"):
        points = one.phones if name == "phone" else one.emails
        return _point(name, points, operator, values)
    if name == "tags":
        return _several({world.tags[tag] for tag in one.tags}, operator, values)
    if name == "choices":
        return _several(set(one.choices), operator, values)
    value = getattr(one, name)
    if operator in (O.EMPTY, O.NOT_EMPTY):
        return (value == "") is (operator is O.EMPTY)
    if name == "number":
        return value != "" and _compare(Decimal(value), operator, [Decimal(v) for v in values])
    if name in ("date", "next_step_on", "verified_on"):
        return _day(value, operator, values)
    if name == "region":
        inside = any(value.startswith(v.removesuffix("00").removesuffix("00")) for v in values)
        return inside is (operator is not O.NONE_OF)
    if name == "is_key":
        return bool(value) is (values[0] == "1")
    if name == "owner":
        values = tuple(world.me if v == "me" else v for v in values)
    if operator in (O.ANY_OF, O.NONE_OF):
        return (value in values) is (operator is O.ANY_OF)
    return _text(name, value, operator, values[0])


def _text(name: str, value: str, operator: Operator, wanted: str) -> bool:
    if name == "name":
        value, wanted = (text.lower().replace(" ", "").replace("-", "") for text in (value, wanted))
    if operator is O.IS:
        return value == wanted
    if operator is O.STARTS_WITH:
        return value.startswith(wanted)
    return (wanted.lower() in value.lower()) is (operator is O.CONTAINS)


def _compare(value: Any, operator: Operator, values: Sequence[Any]) -> bool:
    first = values[0]
    held: bool = {
        O.IS: value == first,
        O.LESS: value < first,
        O.LESS_EQUAL: value <= first,
        O.GREATER: value > first,
        O.GREATER_EQUAL: value >= first,
        O.BETWEEN: min(values) <= value <= max(values),
    }[operator]
    return held


def _day(value: str, operator: Operator, values: Sequence[str]) -> bool:
    edges = {
        "6m": ("2026-05-25", "2027-05-25"),
        "30d": ("2026-10-26", "2026-12-25"),
        "1y": ("2025-11-25", "2027-11-25"),
    }
    if operator is O.OLDER_THAN:
        return value == "" or value < edges[values[0]][0]
    if operator is O.WITHIN_LAST:
        return edges[values[0]][0] <= value <= TODAY.isoformat()
    if operator is O.WITHIN_NEXT:
        return TODAY.isoformat() <= value <= edges[values[0]][1]
    return value != "" and _compare(value, operator, values)


def _several(have: set[str], operator: Operator, values: Sequence[str]) -> bool:
    return {
        O.EMPTY: not have,
        O.NOT_EMPTY: bool(have),
        O.ANY_OF: bool(have & set(values)),
        O.ALL_OF: set(values) <= have,
        O.NONE_OF: not have & set(values),
    }[operator]


def _point(name: str, points: Sequence[str], operator: Operator, values: Sequence[str]) -> bool:
    if operator in (O.EMPTY, O.NOT_EMPTY):
        return bool(points) is (operator is O.NOT_EMPTY)
    wanted = values[0]
    shown: list[tuple[str, ...]]
    if name == "phone":
        shown = [(p, p.replace("+86", ""), p.replace("+86", "0")) for p in points]
    else:
        shown = [(p,) for p in points]
        # The domain has no case, and is stored in small letters.
        wanted = "@".join([wanted.partition("@")[0], wanted.partition("@")[2].lower()]) if "@" in wanted else wanted
    if operator is O.IS:
        return any(wanted in forms for forms in shown)
    if operator is O.STARTS_WITH:
        return any(form.startswith(wanted) for forms in shown for form in forms)
    return any(wanted.lower() in forms[0].lower() for forms in shown) is (operator is O.CONTAINS)


# --- random filters -----------------------------------------------------------------------------------------------


def conditions() -> st.SearchStrategy[Part]:
    """Filters with names in place of ids; `bound` puts those of a world in."""

    def made(name: str, operators: Sequence[Operator], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Condition]:
        return st.builds(
            lambda operator, given: Condition(
                name, operator, () if operator in (O.EMPTY, O.NOT_EMPTY) else tuple(given)
            ),
            st.sampled_from(operators),
            values,
        )

    def one(*options: str) -> st.SearchStrategy[Any]:
        return st.tuples(st.sampled_from(options))

    def some(*options: str) -> st.SearchStrategy[Any]:
        return st.lists(st.sampled_from(options), min_size=1, max_size=3)

    empty = (O.EMPTY, O.NOT_EMPTY)
    words = (O.CONTAINS, O.NOT_CONTAINS, O.IS, O.STARTS_WITH, *empty)
    several = (O.ANY_OF, O.ALL_OF, O.NONE_OF, *empty)
    chosen = (O.ANY_OF, O.NONE_OF, *empty)
    compare = (O.IS, O.LESS, O.LESS_EQUAL, O.GREATER, O.GREATER_EQUAL)
    dates = st.one_of(
        *(
            st.one_of(
                made(name, (O.IS, O.LESS, O.GREATER, *empty), one(*DATES[1:])),
                made(name, (O.BETWEEN,), st.tuples(*[st.sampled_from(DATES[1:])] * 2)),
                made(name, (O.OLDER_THAN, O.WITHIN_LAST, O.WITHIN_NEXT), one("6m", "30d", "1y")),
            )
            for name in ("date", "next_step_on", "verified_on")
        )
    )
    leaf = st.one_of(
        made("name", words[:4], one("Acme", "acme trading", "华为技术0", "科技", "zzz")),
        made("text", words, one("sales", "Sales", "销售", "%", "100%_x")),
        made("short_name", words, one("sales", "Sales", "_", "东区")),
        made("number", (*compare, *empty), one(*NUMBERS[1:], "3.5")),
        made("number", (O.BETWEEN,), st.tuples(st.sampled_from(NUMBERS[1:]), st.sampled_from(NUMBERS[1:]))),
        dates,
        made("stage", chosen, some(*map(str, Stage))),
        made("source", chosen, some("ads", "referral", "gone")),
        made("owner", chosen, some("me", "Anna")),
        made("tags", several, some("VIP", "Trial")),
        made("choice", chosen, some("red", "green", "blue")),
        made("choices", several, some("red", "green", "blue", "gone")),
        made("region", chosen, some("44", "440000", "440300", "4401", "310115")),
        made("is_key", (O.IS,), one("0", "1")),
        made("phone", words, one("+86138", "138", "0755", "95588", "+8613800138000", "800")),
        made("email", words[:4], one("info@", "info@example.com", "Anna@Example.org", "EXAMPLE")),
    )
    return st.recursive(
        leaf,
        lambda parts: st.builds(Group, st.sampled_from(list(Join)), st.lists(parts, max_size=4).map(tuple)),
        max_leaves=8,
    )


def bound(world: World, part: Part) -> Part:
    if isinstance(part, Group):
        return Group(part.join, tuple(bound(world, one) for one in part.parts))
    names = world.tags if part.field == "tags" else {"Anna": world.users[0]} if part.field == "owner" else {}
    values = tuple(names.get(value, value) for value in part.values)
    return Condition(world.ids.get(part.field, part.field), part.operator, values)
