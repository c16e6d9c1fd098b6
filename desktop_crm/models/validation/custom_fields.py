"""What a custom field may look like."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CUSTOM_TYPES, FieldDraft
from desktop_crm.models.records.headers import is_header
from desktop_crm.models.text.complaints import REQUIRED, TOO_LONG
from desktop_crm.models.text.custom_values import encode
from desktop_crm.models.text.names import fold, tidy

NAME_LIMIT = 60
LIMITS = {"name": NAME_LIMIT, "section": 60, "hint": 200}
MOST_OPTIONS = 150
OPTION_LIMIT = 100

TAKEN = Message(QT_TRANSLATE_NOOP("messages", "There is a field of this name already."))
BUILT_IN_NAME = Message(
    QT_TRANSLATE_NOOP("messages", "Files from outside use this name for a built-in field. Choose another one.")
)
NEEDS_OPTIONS = Message(QT_TRANSLATE_NOOP("messages", "A choice needs at least one option."))
TWICE = QT_TRANSLATE_NOOP("messages", "“{label}” is there twice.")
SIGNS = QT_TRANSLATE_NOOP("messages", "“{label}”: an option cannot hold | or ; or a line break.")
TOO_MANY = QT_TRANSLATE_NOOP("messages", "At most {limit} options fit here.")
BAD_DEFAULT = Message(QT_TRANSLATE_NOOP("messages", "This is no value that the field can hold."))
BAD_CURRENCY = Message(QT_TRANSLATE_NOOP("messages", "A currency has three letters, such as CNY."))
CHOICES = (FieldType.CHOICE, FieldType.CHOICES)
_SIGNS = re.compile(r"[|;；\n\r\t]")


def tidy_field(draft: FieldDraft) -> FieldDraft:
    """The draft with its texts tidied; what its type does not use goes."""
    options = tuple(replace(o, label=tidy(o.label)) for o in draft.options if tidy(o.label) or o.key)
    return replace(
        draft,
        name=tidy(draft.name),
        section=tidy(draft.section),
        hint=tidy(draft.hint),
        default=draft.default.strip(),
        options=options if draft.type in CHOICES else (),
        currency=tidy(draft.currency).upper() if draft.type is FieldType.MONEY else "",
    )


def field_problems(draft: FieldDraft, taken: Collection[str] = ()) -> dict[str, Message]:
    """What is wrong with a tidied draft, by its fields; `taken` are the names of the other fields."""
    found: dict[str, Message] = {}
    if not draft.name:
        found["name"] = REQUIRED
    elif fold(draft.name) in {fold(name) for name in taken}:
        found["name"] = TAKEN
    elif is_header(draft.name):
        found["name"] = BUILT_IN_NAME
    if draft.type not in CUSTOM_TYPES:
        found["type"] = REQUIRED
    for name, limit in LIMITS.items():
        count = len(getattr(draft, name))
        if count > limit:
            found[name] = Message(TOO_LONG.text, {"limit": limit, "count": count})
    if draft.type in CHOICES and (problem := _options(draft)):
        found["options"] = problem
    elif draft.default and not _is_value(draft):
        found["default"] = BAD_DEFAULT
    if draft.currency and not re.fullmatch("[A-Z]{3}", draft.currency):
        found["currency"] = BAD_CURRENCY
    return found


def _options(draft: FieldDraft) -> Message | None:
    if not draft.options:
        return NEEDS_OPTIONS
    if len(draft.options) > MOST_OPTIONS:
        return Message(TOO_MANY, {"limit": MOST_OPTIONS})
    seen: set[str] = set()
    for option in draft.options:
        key = option.label.casefold()
        if not key:
            return REQUIRED
        if len(option.label) > OPTION_LIMIT:
            return Message(TOO_LONG.text, {"limit": OPTION_LIMIT, "count": len(option.label)})
        if _SIGNS.search(option.label):
            return Message(SIGNS, {"label": option.label})
        if key in seen:
            return Message(TWICE, {"label": option.label})
        seen.add(key)
    return None


def _is_value(draft: FieldDraft) -> bool:
    # A new option has no key yet: its label stands for it.
    pairs = tuple((option.key or option.label, option.label) for option in draft.options)
    try:
        encode(draft.type, draft.default, pairs)
    except ValueError:
        return False
    return True
