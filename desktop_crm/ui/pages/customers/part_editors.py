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
from desktop_crm.models.records.customers import Address, ContactPoint, CustomerDraft, ImportantDate, PointKind
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
# So many digits are a number and not the beginning of a name.
_DIGITS = 7


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
        if not value.value:
            self.rows[0].text.textEdited.connect(self._guess)

    def _guess(self, typed: str) -> None:
        """Whoever types an @ where a phone is asked for means an e-mail, and a number where an e-mail is asked for a
        phone."""
        kind, digits = self.rows[0].kind, sum(sign.isdigit() for sign in typed)
        number = digits >= _DIGITS and not any(sign.isalpha() for sign in typed)
        wanted = PointKind.EMAIL if "@" in typed else PointKind.PHONE if number else None
        if wanted is not None and kind.currentData() in (PointKind.PHONE.value, PointKind.EMAIL.value):
            kind.setCurrentIndex(kind.findData(wanted.value))

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


def fresh_part(draft: CustomerDraft, field: str) -> Any:
    """What a new part begins with: a phone, then an e-mail, whichever is missing."""
    if field == "points":
        kinds = {point.kind for point in draft.points}
        missing = (kind for kind in (PointKind.PHONE, PointKind.EMAIL) if kind not in kinds)
        return ContactPoint(next(missing, PointKind.PHONE), "")
    if field == "addresses":
        return Address(primary=not draft.addresses)
    nothing: Any = None  # until it is filled in
    return ImportantDate("", nothing)


def with_part(draft: CustomerDraft, field: str, at: int, part: Any) -> CustomerDraft:
    """The draft with another part, or one more behind the last; None takes it away. A new main one takes that from the
    others of its kind, and the first of a kind is the main one."""
    parts = list(getattr(draft, field))
    if part is None:
        del parts[at]
    else:
        kind = getattr(part, "kind", None)
        if at == len(parts) and isinstance(part, ContactPoint) and all(one.kind != kind for one in draft.points):
            part = replace(part, primary=True)
        if getattr(part, "primary", False):
            parts = [replace(p, primary=False) if getattr(p, "kind", None) == kind else p for p in parts]
        parts[at : at + 1] = [part]
    changes: dict[str, Any] = {field: tuple(parts)}
    return replace(draft, **changes)
