"""Inputs for the values of a condition: one for every kind of value."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.conditions import Operator
from desktop_crm.models.records.operators import ME, OFFSETS, arity, parse_offset
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import FieldWidget, TextField
from desktop_crm.ui.pages.customers.customer_field import CustomerField
from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences
from desktop_crm.ui.pages.customers.filter_button import Choice, FilterButton, Source, among
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.number_box import NumberBox

Values = tuple[str, ...]
_CHOSEN = {FieldType.CHOICE, FieldType.CHOICES, FieldType.USER, FieldType.TEAM, FieldType.TAGS, FieldType.REGION}
_NUMBERS = {FieldType.NUMBER, FieldType.MONEY}
_DAYS = {FieldType.DATE, FieldType.TIME}


class Editor(QWidget):
    """`edited` comes when the values do."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(STEP)

    def values(self) -> Values:
        """What the condition keeps; nothing where it is incomplete."""
        return ()

    def set_values(self, values: Values) -> None:
        """Shows values; does not emit `edited`."""


class Fields(Editor):
    """One or two inputs side by side."""

    def __init__(self, inputs: Sequence[FieldWidget], name: str, between: str = "") -> None:
        super().__init__()
        self.inputs = list(inputs)
        for at, one in enumerate(self.inputs):
            if at:
                self.row.addWidget(label(between, "secondary"))
            one.set_name(name)
            one.edited.connect(self.edited)
            self.row.addWidget(one, 1)
        self.setFocusProxy(self.inputs[0])

    def values(self) -> Values:
        found = [_as_text(one.value()) for one in self.inputs]
        return tuple(found) if all(found) else ()

    def set_values(self, values: Values) -> None:
        for one, value in zip(self.inputs, values, strict=False):
            one.set_value(_as_date(value) if isinstance(one, DateField) else value)


def _as_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value or "").strip()


def _as_date(value: str) -> dt.date | str:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return value


class OffsetEditor(Editor):
    """A number of days, weeks, months or years."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.number = NumberBox()
        self.number.setRange(1, 9999)
        self.number.setValue(6)
        self.number.setAccessibleName(name)
        self.unit = QComboBox()
        self.unit.setAccessibleName(self.tr("Unit"))
        for unit, shown in (
            ("d", self.tr("days")),
            ("w", self.tr("weeks")),
            ("m", self.tr("months")),
            ("y", self.tr("years")),
        ):
            self.unit.addItem(shown, unit)
        self.unit.setCurrentIndex(2)
        self.row.addWidget(self.number)
        self.row.addWidget(self.unit)
        self.row.addStretch(1)
        self.number.valueChanged.connect(lambda _: self.edited.emit())
        self.unit.currentIndexChanged.connect(lambda _: self.edited.emit())
        self.setFocusProxy(self.number)

    def values(self) -> Values:
        return (f"{self.number.value()}{self.unit.currentData()}",)

    def set_values(self, values: Values) -> None:
        try:
            count, unit = parse_offset(values[0])
        except (ValueError, IndexError):
            return
        self.blockSignals(True)
        self.number.setValue(count)
        self.unit.setCurrentIndex(self.unit.findData(unit))
        self.blockSignals(False)


class YesNoEditor(Editor):
    """Yes or no."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.addItem(self.tr("yes"), "1")
        self.box.addItem(self.tr("no"), "0")
        self.row.addWidget(self.box)
        self.row.addStretch(1)
        self.box.currentIndexChanged.connect(lambda _: self.edited.emit())
        self.setFocusProxy(self.box)

    def values(self) -> Values:
        return (str(self.box.currentData()),)

    def set_values(self, values: Values) -> None:
        self.box.blockSignals(True)
        self.box.setCurrentIndex(max(self.box.findData(values[0] if values else "1"), 0))
        self.box.blockSignals(False)


class ChosenEditor(Editor):
    """Values to tick in a list with a search; the button says which they are."""

    def __init__(self, name: str, source: Source, naming: Any, icon: str, *, whole: bool) -> None:
        super().__init__()
        self.button = ValuesButton(name, source, naming, icon, whole=whole)
        self.row.addWidget(self.button, 1)
        self.button.changed.connect(self.edited)
        self.setFocusProxy(self.button)

    def values(self) -> Values:
        return tuple(str(value) for value in self.button.chosen)

    def set_values(self, values: Values) -> None:
        self.button.set_chosen(values)


class ValuesButton(FilterButton):
    """A quick filter's button that names what is chosen."""

    def __init__(self, name: str, source: Source, naming: Any, icon: str, *, whole: bool) -> None:
        self._naming = naming
        super().__init__(name, source, icon, whole=whole)
        self.setProperty("kind", "value")
        self.setCheckable(False)

    def _joined(self, names: Sequence[str]) -> str:
        between = self.tr("{first}, {second}").removeprefix("{first}").removesuffix("{second}")
        return between.join(names)

    def _show(self) -> None:
        names = [self._naming(value) for value in self._chosen]
        words = self._joined(names) if names else self.tr("Choose…")
        room = 44
        self.setText(f"{words[:room]}… " if len(words) > room else f"{words} ")
        self.setToolTip(words if len(words) > room else "")
        self.setAccessibleName(f"{self._name}: {words}")


class LinkEditor(Editor):
    """Another customer, found by typing."""

    def __init__(self, field: CustomerField, sentences: Sentences, name: str) -> None:
        super().__init__()
        self.field, self._sentences = field, sentences
        self._more: Values = ()
        field.set_name(name)
        field.edited.connect(self._edited)
        self.row.addWidget(field, 1)
        self.setFocusProxy(field.edit)

    def _edited(self) -> None:
        value = self.field.value()
        if value is not None:
            self._sentences.learn(value.hex, self.field.shown_name())
        self.edited.emit()

    def values(self) -> Values:
        value = self.field.value()
        return (value.hex, *self._more) if value is not None else ()

    def set_values(self, values: Values) -> None:
        try:
            value = uuid.UUID(hex=values[0])
        except (ValueError, IndexError):
            return
        self._more = values[1:]
        self.field.show_customer(value, self._sentences.link(value.hex))

    def refresh(self) -> None:
        """The names of customers are known now."""
        # What is being typed is left alone.
        if (values := self.values()) and self.field.edit.text() == self.field.shown_name():
            self.set_values(values)


class Surroundings(Protocol):
    """What an input may need."""

    sentences: Sentences
    regions: Source

    def customer_field(self) -> CustomerField:
        """An input that finds a customer."""


def make_editor(spec: FieldSpec, operator: Operator, builder: Surroundings) -> Editor:
    """The input for the values of a comparison."""
    sentences, regions = builder.sentences, builder.regions
    name, many = text(spec.label), arity(operator)
    if many == 0:
        return Editor()
    if operator in OFFSETS:
        return OffsetEditor(name)
    if spec.type is FieldType.YES_NO:
        return YesNoEditor(name)
    if spec.type is FieldType.LINK:
        return LinkEditor(builder.customer_field(), sentences, name)
    if spec.type in _CHOSEN:
        return _chosen(spec, operator, sentences, regions)
    count = 2 if many == 2 else 1
    between = sentences.and_word()
    if spec.type in _DAYS:
        return Fields([DateField() for _ in range(count)], name, between)
    hint = sentences.hint(number=spec.type in _NUMBERS)
    return Fields([TextField(hint) for _ in range(count)], name, between)


def _chosen(spec: FieldSpec, operator: Operator, sentences: Sentences, regions: Source) -> Editor:
    def naming(value: str) -> str:
        return sentences.value(spec, operator, value)

    if spec.type is FieldType.REGION:
        return ChosenEditor(text(spec.label), regions, naming, "address", whole=False)
    icon = {FieldType.USER: "owner", FieldType.TEAM: "team", FieldType.TAGS: "tag"}.get(spec.type, "")
    return ChosenEditor(text(spec.label), among(lambda: value_choices(spec, sentences)), naming, icon, whole=True)


def value_choices(spec: FieldSpec, sentences: Sentences) -> list[Choice]:
    """What there is to tick for a field."""
    choices = sentences.known.offered
    match spec.type:
        case FieldType.USER:
            return [(ME, sentences.me()), *((one.id.hex, one.name) for one in choices.users)]
        case FieldType.TEAM:
            return [(one.id.hex, one.name) for one in choices.teams]
        case FieldType.TAGS:
            return [(one.id.hex, one.name) for one in choices.tags if one.id is not None]
    known: list[Choice] = [(key, text(words)) for key, words in spec.options]
    codes = {key for key, _ in known}
    return known + [(value, value) for value in choices.values.get(spec.id, ()) if value not in codes]
