"""The custom fields of the customer form: their cards, and a binder that knows their slots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.search import SearchController
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.custom_fields import CustomField, sections
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.grid import FieldRow, FormGrid
from desktop_crm.ui.pages.customers.custom_editors import WIDE, custom_editor
from desktop_crm.ui.pages.customers.custom_words import field_of, with_field
from desktop_crm.ui.pages.customers.fields import form_problems
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import Card

NO_SECTION = Message(QT_TRANSLATE_NOOP("messages", "Further details"))


class CustomerBinder(FormBinder[CustomerDraft]):
    """Also binds the slots of custom fields, by their names."""

    def __init__(self, draft: CustomerDraft, fields: Sequence[CustomField], parent: QWidget) -> None:
        super().__init__(draft, partial(form_problems, fields=fields), text, parent)

    def get(self, record: CustomerDraft, name: str) -> Any:
        return field_of(record, name)

    def put(self, record: CustomerDraft, name: str, value: Any) -> CustomerDraft:
        return with_field(record, name, value)


class CustomCards:
    """A card for each section; fields of one kind of customer stand in a grid of their own, which hides for the
    other."""

    def __init__(
        self,
        fields: Sequence[CustomField],
        words: Lexicon,
        search: SearchController | None = None,
        names: Callable[[str], str] = lambda _: "",
    ) -> None:
        self.rows: dict[str, FieldRow] = {}
        self.cards: list[Card] = []
        self._kinds: list[tuple[Card, list[tuple[str, FormGrid]]]] = []
        for title, members in sections(fields):
            card = Card(title or text(NO_SECTION))
            card.body.setSpacing(2 * STEP)
            grids: list[tuple[str, FormGrid]] = []
            for field in members:
                if not grids or grids[-1][0] != field.for_kind:
                    grids.append((field.for_kind, FormGrid()))
                    card.body.addWidget(grids[-1][1])
                editor = custom_editor(field, words, search, names)
                wide = field.type in WIDE
                row = grids[-1][1].add(field.name, editor, required=field.required, hint=field.hint, wide=wide)
                self.rows[field.slot] = row
            self.cards.append(card)
            self._kinds.append((card, grids))

    def show_kind(self, kind: str) -> None:
        """Shows what customers of a kind have."""
        for card, grids in self._kinds:
            for wanted, grid in grids:
                grid.setVisible(wanted in ("", kind))
            card.setVisible(any(wanted in ("", kind) for wanted, _ in grids))
