"""The cells of custom columns: an input for each kind of field that fits one line."""

from __future__ import annotations

from dataclasses import replace

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.search import SearchController
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField, custom_values
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.text.custom_values import NO, YES
from desktop_crm.models.validation.custom_values import shown_custom, stored_or_text
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.forms.field import FieldWidget
from desktop_crm.ui.pages.customers.custom_editors import custom_editor
from desktop_crm.ui.pages.customers.custom_words import NO_WORD, YES_WORD
from desktop_crm.ui.pages.customers.inline_edit.cells import Cell
from desktop_crm.ui.pages.customers.wording import Lexicon

# Several lines of text do not fit a cell: Enter must save there.
_NOT_HERE = frozenset({FieldType.LONG_TEXT})


def fits_a_cell(field: CustomField) -> bool:
    return field.type not in _NOT_HERE


def custom_cell(field: CustomField, words: Lexicon, search: SearchController) -> Cell:
    """How the column of a custom field is edited."""

    def make() -> FieldWidget:
        if field.type is FieldType.YES_NO:
            return ChoiceField([(YES, text(YES_WORD)), (NO, text(NO_WORD))])
        return custom_editor(field, words, search)

    def get(draft: CustomerDraft) -> str:
        value = dict(shown_custom(draft, (field,))).get(field.slot, "")
        return words.phone(value) if field.type is FieldType.PHONE and value else value

    def put(draft: CustomerDraft, value: str) -> CustomerDraft:
        # As it is stored, so that what is only written otherwise is no change.
        stored = stored_or_text(field, value or "")
        return with_custom(draft, field.slot, stored)

    return Cell(field.slot, lambda _: make(), get, put)


def with_custom(draft: CustomerDraft, slot: str, value: str) -> CustomerDraft:
    return replace(draft, custom=custom_values({**dict(draft.custom), slot: value}.items()))
