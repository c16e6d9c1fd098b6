"""What a hand-over needs."""

from __future__ import annotations

import datetime as dt

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.hand_over import HandOverDraft

NEEDS_RECEIVER = Message(QT_TRANSLATE_NOOP("messages", "Name a person or a team to hand over to."))
NOT_IN_PAST = Message(QT_TRANSLATE_NOOP("messages", "Choose today or a later day."))


def validate(draft: HandOverDraft, today: dt.date) -> dict[str, Message]:
    """What is wrong, by field."""
    wrong: dict[str, Message] = {}
    if draft.to_user_id is None and draft.to_team_id is None:
        wrong["to_user_id"] = NEEDS_RECEIVER
    if draft.effective_on is not None and draft.effective_on < today:
        wrong["effective_on"] = NOT_IN_PAST
    return wrong
