"""One field of many customers: what is to become of it, and what that would change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.models.records.listed import Id


class Change(StrEnum):
    """ADD and REMOVE are for tags, SET for everything else; CLEAR leaves the field empty."""

    SET = "set"
    CLEAR = "clear"
    ADD = "add"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """`field` is an id of the catalogue. `value` is text as people write it: a date, a number, the code or the label
    of a choice, the name of a tag; of a user, a team or a customer the key in hexadecimal."""

    field: str
    change: Change = Change.SET
    value: str = ""


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A customer whose field would change, with both values as text."""

    id: Id
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EditPreview:
    """What an edit would do. Of `total` customers `changing` change, `same` have the value already, and `unfit` have
    no such field. `olds` are the values that would go, with how many have them, most frequent first; `distinct` is how
    many such values there are in all. `rows` are the first customers that change, `names` those of the users, teams
    and customers that values name by key."""

    spec: FieldSpec
    total: int = 0
    changing: int = 0
    same: int = 0
    unfit: int = 0
    olds: tuple[tuple[str, int], ...] = ()
    distinct: int = 0
    rows: tuple[EditedRow, ...] = ()
    new: str = ""
    names: tuple[tuple[str, str], ...] = ()
