"""Printing a customer's file. Imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator

if TYPE_CHECKING:
    from desktop_crm.controllers.actions import ActionSpec, Context
    from desktop_crm.controllers.services import Services


def _actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    from desktop_crm.controllers.actions import ActionSpec, Menu

    def show(*, save: bool = False) -> None:
        _show(services, navigator, save=save)

    return [
        ActionSpec(
            "customer.print",
            Message(QT_TRANSLATE_NOOP("messages", "Print the customer's file…")),
            show,
            "print",
            "Ctrl+P",
            Menu.CUSTOMER,
            (),
            150,
            _one,
        ),
        ActionSpec(
            "customer.save_pdf",
            Message(QT_TRANSLATE_NOOP("messages", "Save the customer's file as PDF…")),
            lambda: show(save=True),
            "file_pdf",
            "",
            Menu.CUSTOMER,
            (),
            151,
            _one,
        ),
    ]


def _one(context: Context) -> bool:
    return context.selected == 1 or context.record


def _show(services: Services, navigator: Navigator, *, save: bool) -> None:
    """The dialog over the one customer that is chosen in front."""
    from desktop_crm.ui.pages.customers.target import front

    target = front(navigator)
    chosen = target.chosen() if target is not None else None
    if chosen is None or chosen.spec is not None or len(chosen.ids) != 1:
        return
    from desktop_crm.ui.pages.printing.dialog import PrintDialog

    PrintDialog(services, next(iter(chosen.ids)), navigator.window(), save=save).open()


PRINTING = Feature(id="printing", actions=_actions)
