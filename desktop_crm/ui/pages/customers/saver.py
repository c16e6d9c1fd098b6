"""Saves a change made on the customer page itself: one undo step, conflicts settled as in the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import ConflictError, CrmError
from desktop_crm.models.messages import Message
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.ui.pages.customers.wording import Lexicon


class Saver:
    """`parent` is the widget that waits."""

    def __init__(self, services: Services, words: Lexicon, parent: QWidget) -> None:
        self._services, self._words, self._parent = services, words, parent

    def save(
        self,
        draft: CustomerDraft,
        original: CustomerDraft,
        say: Message,
        *,
        done: Callable[[], object] = lambda: None,
        refused: Callable[[CrmError], object] | None = None,
    ) -> None:
        """Writes what differs; `done` is called when it stands, `refused` with what is wrong. Without `refused` the
        window says it."""

        def saved(outcome: Any) -> None:
            if outcome.change_set is not None:
                self._services.notices.done(say)
            done()

        def failed(error: CrmError) -> None:
            if isinstance(error, ConflictError):
                self._resolve(error, draft, original, say=say, done=done)
            elif refused is not None:
                refused(error)
            else:
                self._services.notices.error(error)

        self._services.customers.save(draft, original).then(saved).failed(failed)

    def _resolve(
        self,
        error: ConflictError,
        draft: CustomerDraft,
        original: CustomerDraft,
        *,
        say: Message,
        done: Callable[[], object],
    ) -> None:
        from desktop_crm.ui.pages.customers.conflict_dialog import ConflictDialog, resolve

        def take(theirs: set[str]) -> None:
            mine, was = resolve(draft, original, error.conflicts, theirs)
            self.save(mine, was, say, done=done)

        def ask(choices: Any) -> None:
            ConflictDialog(error, choices, self._words, take, self._parent.window()).open()

        self._services.customers.choices(self._parent).then(ask)
