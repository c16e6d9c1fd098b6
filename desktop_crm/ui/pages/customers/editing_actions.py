"""Actions that change customers from the list: a field of many, a cell, a pasted table; and the quick look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.target import CustomerTarget

On = Callable[[Callable[["CustomerTarget"], object]], Callable[[], None]]


def editing_actions(on: On, services: Services) -> list[ActionSpec]:
    """`on` finds the page in front."""

    def set_field(target: CustomerTarget) -> None:
        from desktop_crm.ui.pages.customers.bulk_edit.dialog import BulkEditDialog

        chosen = target.chosen()
        if chosen is not None:
            BulkEditDialog(services, chosen, target.chosen_count(), target.window()).open()

    return [
        ActionSpec(
            "customer.set_field",
            Message(QT_TRANSLATE_NOOP("messages", "Set a field")),
            on(set_field),
            "edit",
            "Ctrl+Shift+E",
            Menu.CUSTOMER,
            (Place.LIST_CONTEXT,),
            230,
            _some,
            Message(QT_TRANSLATE_NOOP("messages", "Set or clear one field of all chosen customers")),
            shown_when=_alive,
        ),
    ]


def _some(context: Context) -> bool:
    return (context.record or context.selected > 0) and not context.deleted


def _alive(context: Context) -> bool:
    return not context.deleted
