"""Inputs of the customer form that are not general, and how drafts look in the form."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind
from desktop_crm.models.validation.custom_values import shown_custom
from desktop_crm.models.validation.customers import validate
from desktop_crm.ui.forms.field import FieldWidget, fill
from desktop_crm.ui.forms.lists import PointsField
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.widgets.buttons import Segmented

NO_DATE = Message(QT_TRANSLATE_NOOP("messages", "This is not a date. Write it like 2026-11-30."))
IN_ROW = QT_TRANSLATE_NOOP("messages", "{row}: {problem}")


class SegmentedField(FieldWidget):
    """One of a few, all in sight. `make` turns the code into the record's value."""

    def __init__(self, choices: Sequence[tuple[str, str]], make: type) -> None:
        super().__init__()
        self._make = make
        self.segments = Segmented("", choices)
        column = fill(self)
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.segments)
        self._quiet = False
        self.segments.chosen.connect(self._chosen)

    def value(self) -> Any:
        return self._make(self.segments.value())

    def set_value(self, value: Any) -> None:
        self._quiet = True
        self.segments.set_value(str(value))
        self._quiet = False

    def inputs(self) -> list[QWidget]:
        return [self.segments]

    def _chosen(self, _: str) -> None:
        if not self._quiet:
            self.edited.emit()
            self.left.emit()


class CheckField(FieldWidget):
    """Yes or no."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box = QCheckBox(text)
        fill(self, self.box)
        self.watch(self.box)
        self.box.clicked.connect(lambda _: self.edited.emit())

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def inputs(self) -> list[QWidget]:
        return [self.box]


class TidyPointsField(PointsField):
    """Contact points whose phone numbers are brought into their one form when they are left."""

    def __init__(self, kinds: Sequence[tuple[PointKind, str]], words: Lexicon) -> None:
        super().__init__(kinds)
        self._words = words
        self.left.connect(self.tidy)

    def tidy(self) -> None:
        """Rewrites the phones that are not being typed in; what is no phone number stays."""
        changed = False
        for row in self.rows:
            if row.text.hasFocus() or row.kind.currentData() != PointKind.PHONE.value:
                continue
            better = tidy_phone(row.text.text(), self._words)
            if better != row.text.text():
                row.text.setText(better)
                changed = True
        if changed:
            self.edited.emit()


def tidy_phone(typed: str, words: Lexicon) -> str:
    """The number as people read it, or what was typed if it is none."""
    from desktop_crm.models.text.phones import normalise_phone

    stored = normalise_phone(typed) if typed.strip() else None
    return words.phone(stored) if stored else typed


def shown_points(points: tuple[ContactPoint, ...], words: Lexicon) -> tuple[ContactPoint, ...]:
    """Contact points as the form shows them."""
    return tuple(dataclasses.replace(point, value=words.point(point)) for point in points)


def shown_draft(draft: CustomerDraft, words: Lexicon, fields: Sequence[CustomField] = ()) -> CustomerDraft:
    """The draft as the form shows it: phones and numbers readable. `normalise` brings it back."""
    phones = {field.slot for field in fields if field.type is FieldType.PHONE}
    custom = tuple(
        (slot, words.phone(value) if slot in phones else value) for slot, value in shown_custom(draft, fields)
    )
    contacts = tuple(
        dataclasses.replace(contact, points=shown_points(contact.points, words)) for contact in draft.contacts
    )
    return dataclasses.replace(draft, points=shown_points(draft.points, words), contacts=contacts, custom=custom)


def clean_dates(draft: CustomerDraft) -> CustomerDraft:
    """The draft without a text in the place of a date, as a date field gives while it is being typed."""
    bad = not isinstance(draft.next_step_on, dt.date | None)
    return dataclasses.replace(draft, next_step_on=None) if bad else draft


def form_problems(draft: CustomerDraft, fields: Sequence[CustomField] = ()) -> dict[str, Message]:
    """What is wrong, by field of the form: problems inside a list stand at the list, with the row named."""
    ready = clean_dates(draft)
    problems = fold_problems(validate(ready, dt.date.today(), fields), ready)  # noqa: DTZ011
    if ready is not draft:
        problems["next_step_on"] = NO_DATE
    return problems


def fold_problems(problems: Mapping[str, Message], draft: CustomerDraft) -> dict[str, Message]:
    """`points.1.value` becomes `points`, with the row in front of the words."""
    folded: dict[str, Message] = {}
    for key, message in problems.items():
        name, *rest = key.split(".")
        row = _row_name(draft, name, rest[0]) if rest else ""
        folded.setdefault(name, Message(IN_ROW, {"row": row, "problem": message}) if row else message)
    return folded


def _row_name(draft: CustomerDraft, field: str, at: str) -> str:
    rows = getattr(draft, field, ())
    if not at.isdigit() or int(at) >= len(rows):
        return ""
    row = rows[int(at)]
    names = {"points": "value", "contacts": "name", "dates": "label", "addresses": "street"}
    return str(getattr(row, names.get(field, ""), ""))
