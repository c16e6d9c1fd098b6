"""The editors of one phone, address or date where it stands, made of the parts of the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.models.messages import Message
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.field import FieldWidget, fill
from desktop_crm.ui.forms.grid import FormGrid
from desktop_crm.ui.pages.customers.fields import TidyPointsField
from desktop_crm.ui.pages.customers.part_dialogs import (
    address_fields,
    address_problems,
    date_fields,
    date_problems,
    point_problems,
)
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_list

PARTS = ("points", "addresses", "dates")


def part_name(field: str, at: int) -> str:
    """How a part of a draft is called: `points.1`."""
    return f"{field}.{at}"


def split_name(name: str) -> tuple[str, int | None]:
    """The field of a draft, and which part of it, if it is one of several."""
    field, _, at = name.partition(".")
    return field, int(at) if at else None


class PointEditor(TidyPointsField):
    """The row of one contact point; emptied, it goes."""

    says_problems = False

    def __init__(self, words: Lexicon) -> None:
        super().__init__([(PointKind(code), shown) for code, shown in choice_list("point_kind")], words)
        self.add_button.hide()

    def value(self) -> ContactPoint | None:  # type: ignore[override]
        found = super().value()
        return found[0] if found else None

    def set_value(self, value: Any) -> None:
        super().set_value((value,))
        self.rows[0].remove.hide()  # the editor has a button of its own for it

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)

    def problems(self) -> Mapping[str, Message]:
        found = self.value()
        return point_problems(found) if found is not None else {}

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        return False  # there is one row, and Enter saves it


class PartEditor(FieldWidget):
    """A form over one part; what is wrong stands at its fields."""

    says_problems = True

    def __init__(self, record: Any, check: Callable[[Any], Mapping[str, Message]]) -> None:
        super().__init__()
        self.binder: FormBinder[Any] = FormBinder(record, check, text, self)
        self.grid = FormGrid()
        fill(self, self.grid)
        self.binder.changed.connect(self.edited)

    def value(self) -> Any:
        return self.binder.value()

    def set_value(self, value: Any) -> None:
        self.binder.set_value(value)

    def inputs(self) -> list[QWidget]:
        return list(self.grid.findChildren(QLineEdit)) or [self]

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)

    def problems(self) -> Mapping[str, Message]:
        """What is wrong, by field; shows it there, too."""
        self.binder.check()
        return self.binder.problems()

    def set_problem(self, text: str) -> None:
        """Each field says its own."""


def part_editor(field: str, record: Any, words: Lexicon) -> PointEditor | PartEditor:
    """The editor of a part of a draft, with the part as people read it."""
    if field == "points":
        point = PointEditor(words)
        point.set_value(replace(record, value=words.point(record)))
        return point
    made = PartEditor(record, address_problems if field == "addresses" else date_problems)
    if field == "addresses":
        address_fields(made.grid, made.binder, words)
    else:
        date_fields(made.grid, made.binder)
    return made


def with_part(draft: CustomerDraft, field: str, at: int, part: Any) -> CustomerDraft:
    """The draft with another part; None takes it away. A new main one takes that from the others of its kind."""
    parts = list(getattr(draft, field))
    if part is None:
        del parts[at]
    else:
        if getattr(part, "primary", False):
            kind = getattr(part, "kind", None)
            parts = [replace(p, primary=False) if getattr(p, "kind", None) == kind else p for p in parts]
        parts[at] = part
    changes: dict[str, Any] = {field: tuple(parts)}
    return replace(draft, **changes)
