"""What is said of a value that cannot be stored, wherever the value stands."""

from __future__ import annotations

import re

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

REQUIRED = Message(QT_TRANSLATE_NOOP("messages", "Fill this in."))
TOO_LONG = Message(QT_TRANSLATE_NOOP("messages", "At most {limit} characters fit here; this has {count}."))
PHONE = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "This is not a phone number. Write a mobile with 11 digits, a landline with its area code, "
        "a number abroad with + and the country code.",
    )
)
PHONE_SCIENTIFIC = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "A spreadsheet has shortened this number and digits are lost. Format its column as text there.",
    )
)
EMAIL = Message(QT_TRANSLATE_NOOP("messages", "This is not an e-mail address. Write it like name@example.com."))

_SCIENTIFIC = re.compile(r"[0-9]\.?[0-9]*[eE]\+?[0-9]+")


def phone(text: str) -> Message:
    """What is wrong with a text that is no phone number."""
    return PHONE_SCIENTIFIC if _SCIENTIFIC.fullmatch(text.strip()) else PHONE
