"""What the list shows of a customer: apart from the rest, since the first page at start waits for this module alone."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_crm.models.records.conditions import Group

Id = uuid.UUID


class Stage(StrEnum):
    """The lifecycle stages 获取 / 发展 / 维护 / 流失. Every customer is in exactly one."""

    ACQUIRE = "acquire"
    DEVELOP = "develop"
    MAINTAIN = "maintain"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Tag:
    """A label with a colour: one of the theme's tag tokens, `tag1` … `tag8`."""

    name: str
    colour: str = "tag1"
    id: Id | None = None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the customer list: plain values only, cheap to make 200 of. `custom` are the stored values of the
    custom columns that the list asked for, `linked` the names behind those that are customers."""

    id: Id
    number: int
    name: str
    kind: str
    stage: str
    owner_name: str
    region: str
    phone: str
    email: str
    source: str
    industry: str
    size: str
    occupation: str
    next_step: str
    next_step_on: str
    created_at: str
    updated_at: str
    deleted_at: str = ""
    tags: tuple[Tag, ...] = ()
    custom: tuple[str, ...] = ()
    linked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """Quick filters; empty means "any". The values of one field are alternatives, the fields must all hold.

    `regions` are prefixes of GB/T 2260 codes (`44` is 广东, `4403` 深圳). `text` is matched as the
    global search matches. `owners` may hold None for "no owner". `rules` is what the filter builder made. `hand_over`
    names a hand-over whose customers are meant, `shared_with` a user, whose teams' shares count, too."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    owners: tuple[Id | None, ...] = ()
    tags: tuple[Id, ...] = ()
    regions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    ids: tuple[Id, ...] | None = None
    deleted: bool = False
    rules: Group | None = None
    hand_over: Id | None = None
    shared_with: Id | None = None


def customer_code(number: int) -> str:
    """The human code of a customer: `C000123`."""
    return f"C{number:06d}"
