"""Handing over, sharing and naming: actions on the customers in front, and the ways to their lists."""

from __future__ import annotations

from collections.abc import Callable

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.target import CustomerTarget
from desktop_crm.ui.pages.handover.feature import HAND_OVERS

_PLACES = (Place.LIST_CONTEXT,)
On = Callable[[Callable[[CustomerTarget], object]], Callable[[], None]]


def _some(context: Context) -> bool:
    return (context.record or context.selected > 0) and not context.deleted


def _not_in_bin(context: Context) -> bool:
    return not context.deleted


def _open(context: Context) -> bool:
    return context.page not in ("", "start")  # not a text: the page without a database


def care_actions(on: On) -> list[ActionSpec]:
    """What can be done with the customers in front."""

    def spec(  # noqa: PLR0917
        key: str, words: str, run: Callable[[CustomerTarget], object], icon: str, keys: str, order: int
    ) -> ActionSpec:
        return ActionSpec(
            key, Message(words), on(run), icon, keys, Menu.CUSTOMER, _PLACES, order, _some, shown_when=_not_in_bin
        )

    def flow(name: str) -> Callable[[CustomerTarget], object]:
        def run(target: CustomerTarget) -> None:
            from desktop_crm.ui.pages.handover import flows

            getattr(flows, name)(target)

        return run

    return [
        spec(
            "customer.hand_over",
            QT_TRANSLATE_NOOP("messages", "Hand over…"),
            flow("ask_hand_over"),
            "assign",
            "Ctrl+Shift+H",
            240,
        ),
        spec("customer.share", QT_TRANSLATE_NOOP("messages", "Share…"), flow("ask_share"), "team", "Ctrl+Shift+J", 250),
        spec(
            "customer.key",
            QT_TRANSLATE_NOOP("messages", "Key customer…"),
            flow("ask_key"),
            "star",
            "Ctrl+Shift+K",
            260,
        ),
    ]


def list_actions(navigator: Navigator) -> list[ActionSpec]:
    """The ways to the lists that belong to hand-over."""

    def go(view: str) -> Callable[[], None]:
        def run() -> None:
            from desktop_crm.ui.pages.handover.page import HandOversPage

            navigator.show_page(HAND_OVERS)
            for page in navigator.window().findChildren(HandOversPage):
                if page.isVisible():
                    page.show_view(view)

        return run

    def unnamed() -> None:
        from desktop_crm.ui.pages.handover.flows import show_unnamed

        show_unnamed(navigator)

    def spec(key: str, words: str, run: Callable[[], None], icon: str, order: int) -> ActionSpec:
        return ActionSpec(key, Message(words), run, icon, "", Menu.VIEW, (), order, _open)

    return [
        spec("handover.mine", QT_TRANSLATE_NOOP("messages", "Handed over to me"), go("mine"), "assign", 340),
        spec("handover.planned", QT_TRANSLATE_NOOP("messages", "Planned hand-overs"), go("planned"), "calendar", 341),
        spec("handover.shared", QT_TRANSLATE_NOOP("messages", "Shared with me"), go("shared"), "team", 342),
        spec(
            "handover.unnamed",
            QT_TRANSLATE_NOOP("messages", "Key customers without a named person"),
            unnamed,
            "star",
            343,
        ),
    ]
