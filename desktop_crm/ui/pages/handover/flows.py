"""From an action to its dialog, from the dialog to the command, and what is said then."""

from __future__ import annotations

from typing import Any

from desktop_crm.controllers.customers import MANY
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import CustomerFilter, FilterChoices
from desktop_crm.models.records.hand_over import UNNAMED_KEY_CUSTOMERS, HandOverDraft, ShareChange, Shares
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.feature import LIST
from desktop_crm.ui.pages.customers.target import UNCHANGED, CustomerTarget, customers, front
from desktop_crm.ui.pages.handover.dialogs import HandOverDialog, KeyDialog, ShareDialog

HANDED = QT_TRANSLATE_NOOP("messages", "{customers} handed over to {to}")
PLANNED = QT_TRANSLATE_NOOP("messages", "{customers} will be handed over to {to}")
SHARES_CHANGED = QT_TRANSLATE_NOOP("messages", "Sharing changed for {customers}")
KEYED = QT_TRANSLATE_NOOP("messages", "{customers} marked as key customers")
UNKEYED = QT_TRANSLATE_NOOP("messages", "{customers} no key customers any more")


def ask_hand_over(target: CustomerTarget) -> None:
    """Asks to whom, why and when."""
    chosen, count = target.chosen(), target.chosen_count()
    services = target.services
    if chosen is None:
        return

    def ask(choices: FilterChoices) -> None:
        dialog = HandOverDialog(choices, target.count_text(), target.window())

        def go(draft: HandOverDraft) -> None:
            names = {user.id: user.name for user in choices.users} | {team.id: team.name for team in choices.teams}
            receiver = draft.to_user_id or draft.to_team_id
            to = names.get(receiver, "") if receiver is not None else ""
            words = PLANNED if dialog.later() else HANDED

            def done(outcome: Any) -> None:
                if not long:
                    dialog.accept()
                _say(target, outcome, words, to=to)

            # Long work shows its progress in the window, where it can be cancelled: the dialog must not cover it.
            long = count > MANY
            if long:
                dialog.accept()
            refused = services.notices.error if long else dialog.show_error
            services.hand_over.hand_over(chosen, draft, count).then(done).failed(refused)

        dialog.asked.connect(go)
        dialog.open()

    services.customers.choices(target).then(ask)


def ask_share(target: CustomerTarget) -> None:
    """Asks with whom; those who have the customers already are ticked."""
    chosen, count = target.chosen(), target.chosen_count()
    services = target.services
    if chosen is None:
        return

    def ask(shares: Shares) -> None:
        dialog = ShareDialog(shares, target.count_text(), target.window())

        def go(change: ShareChange) -> None:
            task = services.hand_over.share(chosen, change, count)
            task.then(lambda outcome: _say(target, outcome, SHARES_CHANGED))

        dialog.changed.connect(go)
        dialog.open()

    services.hand_over.shares(chosen, target).then(ask)


def ask_key(target: CustomerTarget) -> None:
    """Asks who is named for the key customers."""
    chosen, count = target.chosen(), target.chosen_count()
    services = target.services
    if chosen is None:
        return

    def ask(choices: FilterChoices, named: tuple[Id | None, Id | None] = (None, None)) -> None:
        dialog = KeyDialog(choices, target.count_text(), named, target.window())

        def mark(user: Any, team: Any) -> None:
            task = services.hand_over.set_key(chosen, user, team, count)
            task.then(lambda outcome: _say(target, outcome, KEYED))

        def unmark() -> None:
            services.hand_over.unset_key(chosen, count).then(lambda outcome: _say(target, outcome, UNKEYED))

        dialog.marked.connect(mark)
        dialog.unmarked.connect(unmark)
        dialog.open()

    def ask_of_one(choices: FilterChoices, key: Id) -> None:
        task = services.customers.get(key, target)
        task.then(lambda one: ask(choices, (one.key_user_id, one.key_team_id)))

    key = target.record() if count == 1 else None
    services.customers.choices(target).then(lambda found: ask(found) if key is None else ask_of_one(found, key))


def show_unnamed(navigator: Navigator) -> None:
    """The customer list, narrowed to key customers that nobody is named for."""
    navigator.show_page(LIST)
    page = front(navigator)
    if page is not None:
        page.show_filter(CustomerFilter(rules=UNNAMED_KEY_CUSTOMERS))


def _say(target: CustomerTarget, outcome: Any, words: str, **more: str) -> None:
    notices = target.services.notices
    if outcome.change_set is None:
        notices.info(UNCHANGED)
        return
    notices.done(Message(words, {"customers": customers(outcome.value), **more}))
