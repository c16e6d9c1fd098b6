"""The values of custom fields in a draft: brought into their stored form, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_crm.models.messages import Message
from desktop_crm.models.records.custom_fields import CustomField, custom_values
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.text.custom_values import check, decode, encode


def normalise_custom(draft: CustomerDraft, fields: Sequence[CustomField]) -> CustomerDraft:
    """The draft with the values of `fields` as they are stored; values of other slots go. What cannot be understood
    stays as it is written."""
    if not draft.custom:
        return draft
    by_slot = {field.slot: field for field in fields}
    found = custom_values((slot, stored_or_text(by_slot[slot], text)) for slot, text in draft.custom if slot in by_slot)
    return draft if found == draft.custom else replace(draft, custom=found)


def stored_or_text(field: CustomField, text: str) -> str:
    """The stored form of a text, or the text if it is no value of the field."""
    try:
        return encode(field.type, text, field.pairs)
    except ValueError:
        return text


def custom_problems(draft: CustomerDraft, fields: Sequence[CustomField]) -> Iterator[tuple[str, Message]]:
    """What is wrong with the values of `fields`, by slot. Fields of the other kind of customer are never missed."""
    given = dict(draft.custom)
    for field in fields:
        text = given.get(field.slot, "")
        if text or field.applies(draft.kind):
            problem = check(field, text)
            if problem is not None:
                yield field.slot, problem


def defaults(fields: Sequence[CustomField], kind: str) -> tuple[tuple[str, str], ...]:
    """What a new customer of a kind begins with."""
    return custom_values((field.slot, field.default) for field in fields if field.applies(kind))


def shown_custom(draft: CustomerDraft, fields: Sequence[CustomField]) -> tuple[tuple[str, str], ...]:
    """The values as they are edited: numbers in decimal, choices by their keys."""
    by_slot = {field.slot: field for field in fields}
    return tuple(
        (slot, value if slot not in by_slot or by_slot[slot].options else decode(by_slot[slot].type, value))
        for slot, value in draft.custom
    )
