"""What goes into the recycle bin with customers, in words."""

from __future__ import annotations

from desktop_crm.controllers.i18n import format_number
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.bin import Parts

_WORDS = (
    ("contacts", QT_TRANSLATE_NOOP("messages", "1 contact"), QT_TRANSLATE_NOOP("messages", "{count} contacts")),
    (
        "points",
        QT_TRANSLATE_NOOP("messages", "1 phone or channel"),
        QT_TRANSLATE_NOOP("messages", "{count} phones and channels"),
    ),
    ("tags", QT_TRANSLATE_NOOP("messages", "1 tag"), QT_TRANSLATE_NOOP("messages", "{count} tags")),
    ("files", QT_TRANSLATE_NOOP("messages", "1 file"), QT_TRANSLATE_NOOP("messages", "{count} files")),
)
_JOINED = QT_TRANSLATE_NOOP("messages", "{some}, {more}")


def with_parts(parts: Parts) -> Message:
    """ "3 contacts, 2 files"; what there is none of is left out."""
    found: list[Message] = []
    for name, one, many in _WORDS:
        count = getattr(parts, name)
        if count:
            found.append(Message(one) if count == 1 else Message(many, {"count": format_number(count)}))
    if not found:
        return Message("")
    joined = found[0]
    for more in found[1:]:
        joined = Message(_JOINED, {"some": joined, "more": more})
    return joined
