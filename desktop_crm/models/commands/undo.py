"""Undo and redo as commands: who may be in the way is said by name before anything is written."""

from __future__ import annotations

import uuid

from desktop_crm.models.commands.custom_fields import settle_fields
from desktop_crm.models.commands.merge_repair import follow_contacts
from desktop_crm.models.db import undo as journal_undo
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.journal import ChangeSetRow
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.history import blockers
from desktop_crm.models.records.history import Blocker

BLOCKED = QT_TRANSLATE_NOOP(
    "messages", "“{title}” cannot be undone: later changes build on it ({names}). Nothing was changed."
)
BLOCKED_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Undo those first; History lists them."))


class BlockedError(UserError):
    """Later changes depend on the one to be undone: `blockers` names them, newest first."""

    def __init__(self, title: Message, found: list[Blocker]) -> None:
        names = "; ".join(dict.fromkeys(b.record for b in found[:5]))
        super().__init__(Message(BLOCKED, {"title": title, "names": names}), BLOCKED_ADVICE)
        self.blockers = found


def undo_change_set(ctx: CommandContext, change_set: uuid.UUID | None = None) -> Message:
    """Takes back a change set, or the person's newest one. Returns its title.

    Raises BlockedError where later changes depend on it, UserError when there is nothing to undo."""
    session = ctx.session
    if change_set is None:
        target = journal_undo.last_done(session, ctx.actor.user_id)
        if target is None:
            raise UserError(journal_undo.NOTHING_TO_UNDO)
    else:
        target = journal_undo.find(session, change_set)
    _refuse_if_blocked(ctx, target, target.seq)
    journal_undo.undo(ctx, target)
    settle_fields(ctx)
    follow_contacts(ctx)
    return Message.from_json(target.title)


def redo_change_set(ctx: CommandContext) -> Message:
    """Brings back what the person undid last. Returns its title; raises as undo does."""
    target = journal_undo.last_undone(ctx.session, ctx.actor.user_id)
    if target is None or target.undone_by is None:
        raise UserError(journal_undo.NOTHING_TO_REDO)
    _refuse_if_blocked(ctx, target, target.undone_by)
    journal_undo.redo(ctx, target)
    settle_fields(ctx)
    follow_contacts(ctx)
    return Message.from_json(target.title)


def _refuse_if_blocked(ctx: CommandContext, target: ChangeSetRow, seq: int) -> None:
    found = blockers(ctx.session, seq)
    if found:
        raise BlockedError(Message.from_json(target.title), found)
