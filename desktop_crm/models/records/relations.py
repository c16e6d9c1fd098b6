"""Relations between customers as records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.listed import Id


class RelationKind(StrEnum):
    """What is stored: the other customer is the parent company, who referred this one, or a partner."""

    PARENT = "parent"
    REFERRED_BY = "referred_by"
    PARTNER = "partner"


class Side(StrEnum):
    """What the other customer is, seen from one end. Each kind has two sides, partners one."""

    PARENT = "parent"
    SUBSIDIARY = "subsidiary"
    REFERRED_BY = "referred_by"
    REFERRED = "referred"
    PARTNER = "partner"

    @property
    def kind(self) -> RelationKind:
        return _SIDES[self][0]

    @property
    def reverse(self) -> bool:
        """Whether the row is stored from the other end."""
        return _SIDES[self][1]


_SIDES = {
    Side.PARENT: (RelationKind.PARENT, False),
    Side.SUBSIDIARY: (RelationKind.PARENT, True),
    Side.REFERRED_BY: (RelationKind.REFERRED_BY, False),
    Side.REFERRED: (RelationKind.REFERRED_BY, True),
    Side.PARTNER: (RelationKind.PARTNER, False),
}

SIDES: dict[Side, Message] = {
    Side.PARENT: Message(QT_TRANSLATE_NOOP("messages", "Parent company")),
    Side.SUBSIDIARY: Message(QT_TRANSLATE_NOOP("messages", "Subsidiary")),
    Side.REFERRED_BY: Message(QT_TRANSLATE_NOOP("messages", "Referred by")),
    Side.REFERRED: Message(QT_TRANSLATE_NOOP("messages", "Has referred")),
    Side.PARTNER: Message(QT_TRANSLATE_NOOP("messages", "Partner")),
}


@dataclass(frozen=True, slots=True)
class Other:
    """The customer at the other end. `deleted`: it is in the recycle bin."""

    id: Id
    number: int
    name: str
    kind: str
    stage: str
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation seen from one of its customers."""

    id: Id
    side: Side
    other: Other
    note: str = ""


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A company of a tree, in the order in which it is drawn. `depth` counts from the top; `last` says for every
    level down to this one whether nothing follows there, so that the lines can be drawn."""

    company: Other
    depth: int
    last: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of a customer: from both ends, and the tree of companies that it belongs to. `cut`: the tree
    goes on beyond what is shown."""

    relations: tuple[Relation, ...] = ()
    tree: tuple[TreeLine, ...] = ()
    cut: bool = False
