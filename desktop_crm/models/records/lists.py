"""How a window on a long list is asked for and answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from desktop_crm.models.records.listed import CustomerFilter, Id

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Sort:
    """A column of the list and a direction. Ties are broken by id, so the order is total."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListSpec:
    """What a list shows: which records, in which order, and with which custom fields (ids of the catalogue)."""

    filter: CustomerFilter = field(default_factory=CustomerFilter)
    sort: Sort = field(default_factory=lambda: Sort("name"))
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the order: the sort value and the id of a row. Keyset paging continues from it."""

    key: str | int
    id: Id


@dataclass(frozen=True, slots=True)
class PageRequest:
    """`limit` rows from row `offset` on. `after` (the last row of the page before) or `before` (the first row
    of the page after) make it a keyset step; without them the row is found by an id sub-query."""

    offset: int
    limit: int = 200
    after: Cursor | None = None
    before: Cursor | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows `offset … offset + len(rows)` of the list, and the cursors of the first and last one."""

    offset: int
    rows: tuple[Row, ...]
    first: Cursor | None = None
    last: Cursor | None = None


Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Records chosen in a list: named ids, or with `spec` all that the list holds but `ids`."""

    ids: frozenset[Id] = frozenset()
    spec: ListSpec | None = None

    @staticmethod
    def of(*ids: Id) -> Selection:
        return Selection(frozenset(ids))
