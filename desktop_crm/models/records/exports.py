"""What a person wants to have written to a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_crm.models.records.lists import ListSpec, Selection, Sort

BY_NUMBER = Sort("number")
ENCODINGS = ("utf-8-sig", "gbk", "gb18030")


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Customers to be written: those of a list in its order, or with `chosen` only the selected ones of it.

    `columns` are ids of fields, in order; without any it is all that an import reads. `encoding` is that of text
    files, `vcard` the version of cards."""

    spec: ListSpec = field(default_factory=lambda: ListSpec(sort=BY_NUMBER))
    chosen: Selection | None = None
    columns: tuple[str, ...] = ()
    encoding: str = ENCODINGS[0]
    vcard: str = "4.0"


@dataclass(frozen=True, slots=True)
class ListedNow:
    """The list in front of a person: its filter and order, the columns in sight, and what is selected."""

    spec: ListSpec
    columns: tuple[str, ...] = ()
    chosen: Selection | None = None
    chosen_count: int = 0
