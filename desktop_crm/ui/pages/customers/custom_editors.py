"""An input for each type of custom field. Values are texts: what was typed, keys of options and of customers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.search import SearchController
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.search import SearchHit
from desktop_crm.models.text.custom_values import LIMITS, NO, YES, decode, encode, join, keys
from desktop_crm.ui.forms.choice import ChoiceField, DropField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import FieldWidget, LongTextField, TextField
from desktop_crm.ui.forms.lists import TagsField
from desktop_crm.ui.pages.customers.custom_words import NO_WORD, YES_WORD
from desktop_crm.ui.pages.customers.fields import SegmentedField, tidy_phone
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.widgets.popover import ListItem

WIDE = frozenset({FieldType.LONG_TEXT, FieldType.CHOICES})
_SPELLED = {FieldType.NUMBER, FieldType.MONEY, FieldType.EMAIL, FieldType.URL}


class DateTextField(DateField):
    """A date as ISO 8601 text."""

    def value(self) -> str:
        found = super().value()
        return found.isoformat() if isinstance(found, dt.date) else found or ""

    def set_value(self, value: Any) -> None:
        try:
            super().set_value(dt.date.fromisoformat(value) if isinstance(value, str) and value else value or None)
        except ValueError:
            super().set_value(value)


class OptionsField(TagsField):
    """Any of several options, as chips; what is no option is not taken. Down lists all."""

    def __init__(self, field: CustomField) -> None:
        tones = [(label, f"tag{at % 8 + 1}") for at, (_, label) in enumerate(field.pairs)]
        super().__init__(tones, " ")
        self._field = field
        self.edit.setPlaceholderText(self.tr("Choose"))

    def value(self) -> str:  # type: ignore[override]
        chosen = super().value()
        return join((key for key, label in self._field.pairs if label in chosen), self._field.pairs)

    def set_value(self, value: Any) -> None:
        labels = dict(self._field.pairs)
        super().set_value([labels[key] for key in keys(value or "") if key in labels])

    def add(self, name: str) -> None:
        known = [label for _, label in self._field.pairs]
        if any(label.casefold() == name.strip().casefold() for label in known):
            super().add(name)
        else:
            self.edit.clear()

    def settle(self) -> None:
        """Takes what was typed, if it is an option."""
        if self.edit.text().strip():
            self.add(self.edit.text())

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            chosen = super().value()
            self.offer([ListItem(label, label) for _, label in self._field.pairs if label not in chosen])
            return True
        return super().key(watched, event)


class LinkField(DropField):
    """Another customer, found by a few letters; the value is its key in hexadecimal."""

    def __init__(self, search: SearchController | None, names: Callable[[str], str]) -> None:
        super().__init__("")
        self._search, self._names = search, names
        self._value = ""
        self._known: dict[str, str] = {}
        self.edit.setPlaceholderText(self.tr("Name, phone or number"))

    def value(self) -> str:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value or ""
        self.edit.setText(self._name_of(self._value))
        self.edit.setCursorPosition(0)

    def know(self, names: Mapping[str, str]) -> None:
        """The names of customers that may be its value."""
        self._known |= names

    def lines(self, text: str) -> Sequence[ListItem]:
        if self._search is not None:
            self._search.find(text.strip(), self, 8).then(self._show)
        return []

    def _show(self, hits: list[SearchHit]) -> None:
        if not self.edit.hasFocus():
            return
        self._known |= {hit.record_id.hex: hit.name for hit in hits}
        icon = {"person": "person"}
        self.show_lines(
            [ListItem(hit.record_id.hex, hit.name, hit.code, icon.get(hit.kind, "company")) for hit in hits]
        )

    def take(self, value: Any) -> None:
        self._value = value
        self.edit.setText(self._name_of(value))
        self.edit.selectAll()
        self.edited.emit()

    def settle(self) -> None:
        if not self.edit.text().strip() and self._value:
            self._value = ""
            self.edited.emit()
        self.edit.setText(self._name_of(self._value))

    def _name_of(self, key: str) -> str:
        return (self._known.get(key) or self._names(key) or "…") if key else ""


def custom_editor(
    field: CustomField,
    words: Lexicon,
    search: SearchController | None = None,
    names: Callable[[str], str] = lambda _: "",
) -> FieldWidget:
    """The input of a field; `names` tells the name of a linked customer."""
    kind = field.type
    if kind is FieldType.LONG_TEXT:
        return LongTextField(lines=3)
    if kind is FieldType.DATE:
        return DateTextField()
    if kind is FieldType.CHOICE:
        return ChoiceField(field.pairs)
    if kind is FieldType.CHOICES:
        return OptionsField(field)
    if kind is FieldType.YES_NO:
        return SegmentedField([("", "–"), (YES, text(YES_WORD)), (NO, text(NO_WORD))], str)
    if kind is FieldType.LINK:
        return LinkField(search, names)
    if kind is FieldType.PHONE:
        return TextField(tidy=lambda typed: tidy_phone(typed, words), limit=LIMITS["phone"])
    tidy = (lambda typed: _tidied(kind, typed)) if kind in _SPELLED else None
    return TextField(field.currency, tidy, LIMITS.get(kind, 80))


def _tidied(kind: FieldType, typed: str) -> str:
    """What was typed in its one form, or as it stands if it is no value."""
    try:
        return decode(kind, encode(kind, typed))
    except ValueError:
        return typed
