"""Cards of single values on the customer's page, kept from one customer to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_crm.ui.pages.customers.edits import Edits
from desktop_crm.ui.pages.customers.in_place import Editable
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import Card, label


class FactGrid(QWidget):
    """Names and values in two columns; what is empty shows a dash. A value may be a widget of its own."""

    def __init__(self, facts: Iterable[tuple[str, str | QWidget]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnMinimumWidth(0, 128)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(facts):
            title = label(name, "fieldLabel", wrap=True)
            title.setMaximumWidth(160)
            grid.addWidget(title, at, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(value, QWidget):
                grid.addWidget(value, at, 1)
                continue
            shown = label(value or "–", "body" if value else "hint", wrap=True, select=bool(value))
            shown.setAccessibleName(f"{name}: {value}" if value else name)
            grid.addWidget(shown, at, 1, Qt.AlignmentFlag.AlignTop)


class Fact(NamedTuple):
    """A field of the draft or the slot of a custom field, its name, and its value in words."""

    field: str
    name: str
    value: str


class _Kept(NamedTuple):
    key: tuple[object, ...]
    card: Card
    values: tuple[Editable, ...]


class FactCards:
    """Making dozens of widgets anew took longer than all the rest of opening a customer, so a card with the same fields
    only gets other words. One with an open editor is made anew: that is how the editor goes."""

    def __init__(self, edits: Edits) -> None:
        self._edits = edits
        self._kept: dict[str, _Kept] = {}

    def card(self, place: str, title: str, facts: Sequence[Fact]) -> Card:
        """The card at a place of the page, which is its own."""
        key = (title, self._edits.open_to_change, *((fact.field, fact.name) for fact in facts))
        kept = self._kept.get(place)
        if kept is not None and kept.key == key and all(one.editor is None for one in kept.values):
            for one, fact in zip(kept.values, facts, strict=True):
                self._edits.keep(one, fact.value)
            return kept.card
        values = tuple(self._edits.make(*fact) for fact in facts)
        card = Card(title)
        card.body.addWidget(FactGrid((fact.name, one) for fact, one in zip(facts, values, strict=True)))
        self._kept[place] = _Kept(key, card, values)
        return card
