"""What a user has, in words."""

from __future__ import annotations

from desktop_crm.controllers.i18n import text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.people import UserInfo

_WORDS = (
    ("customers", Message(QT_TRANSLATE_NOOP("messages", "Customers"))),
    ("key_customers", Message(QT_TRANSLATE_NOOP("messages", "Named for key customers"))),
    ("shares", Message(QT_TRANSLATE_NOOP("messages", "Customers shared with them"))),
    ("planned", Message(QT_TRANSLATE_NOOP("messages", "Planned hand-overs to them"))),
    ("views", Message(QT_TRANSLATE_NOOP("messages", "Saved views"))),
)


def holdings(info: UserInfo) -> list[tuple[str, int]]:
    """What there is to take over, each with its number."""
    return [(text(words), count) for name, words in _WORDS if (count := getattr(info, name))]
