"""What a column of a list shows, declared once per list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from desktop_crm.models.messages import Message

Row = TypeVar("Row")
Align = Literal["left", "right", "center"]


class Column(NamedTuple, Generic[Row]):
    """`text` gives the cell's words (also for copying and screen readers). `sort` names the sort column of
    the query, None if it cannot be sorted by. `chips` paints (text, tone) chips in place of the text;
    `detail` adds a second line; `icon` names an icon before the text; `colour` a token for it; `avatar`
    puts the row's mark first."""

    key: str
    title: Message
    text: Callable[[Row], str]
    width: int = 160
    align: Align = "left"
    sort: str | None = None
    tip: Callable[[Row], str] | None = None
    detail: Callable[[Row], str] | None = None
    chips: Callable[[Row], Sequence[tuple[str, str]]] | None = None
    icon: Callable[[Row], str] | None = None
    colour: Callable[[Row], str] | None = None
    avatar: bool = False
    strong: bool = False
    visible: bool = True
