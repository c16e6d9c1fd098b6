"""The values of custom fields as people read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField, custom_values
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.text.custom_values import NO, YES, decode, shown_number
from desktop_crm.ui.pages.customers.wording import Lexicon

YES_WORD = Message(QT_TRANSLATE_NOOP("messages", "Yes"))
NO_WORD = Message(QT_TRANSLATE_NOOP("messages", "No"))
NOTHING: Mapping[str, str] = MappingProxyType({})


def custom_text(field: CustomField, value: str, words: Lexicon, linked: Mapping[str, str] = NOTHING) -> str:
    """A stored value in words; what is none, as it stands."""
    if not value:
        return ""
    if field.type is FieldType.YES_NO:
        return {YES: text(YES_WORD), NO: text(NO_WORD)}.get(value, value)
    if field.type is FieldType.PHONE:
        return words.phone(value)
    if field.type is FieldType.LINK:
        return linked.get(value, "…")
    try:
        if field.type is FieldType.DATE:
            return format_date(dt.date.fromisoformat(value))
        if field.type in (FieldType.NUMBER, FieldType.MONEY):
            return shown_number(value, field.currency if field.type is FieldType.MONEY else None)
    except ValueError:
        return value
    return decode(field.type, value, field.pairs)


def field_of(draft: CustomerDraft, name: str) -> Any:
    """A field of a draft by its name, or the value of a slot."""
    return getattr(draft, name) if hasattr(draft, name) else dict(draft.custom).get(name, "")


def with_field(draft: CustomerDraft, name: str, value: Any) -> CustomerDraft:
    """The draft with another value of a field or a slot."""
    if hasattr(draft, name):
        return replace(draft, **{name: value})
    return replace(draft, custom=custom_values({**dict(draft.custom), name: value}.items()))
