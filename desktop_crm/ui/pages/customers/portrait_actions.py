"""What can be done on the customer page besides editing: verify, relations."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_crm.controllers.actions import ActionSpec, Context, Menu
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.pages.customers.feature import RECORD
from desktop_crm.ui.pages.customers.target import UNCHANGED, CustomerTarget

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.customer_page import CustomerPage

VERIFIED = QT_TRANSLATE_NOOP("messages", "{name} verified today")


def portrait_actions(on: Callable[[Callable[[Any], object]], Callable[[], None]]) -> list[ActionSpec]:
    """Only where a living customer's page is in front."""

    def here(context: Context) -> bool:
        return context.page == RECORD and context.record and not context.deleted

    def on_page(do: Callable[[CustomerPage], object]) -> Callable[[], None]:
        def run(target: CustomerTarget) -> None:
            from desktop_crm.ui.pages.customers.customer_page import CustomerPage

            if isinstance(target, CustomerPage):
                do(target)

        return on(run)

    return [
        ActionSpec(
            "customer.verify",
            Message(QT_TRANSLATE_NOOP("messages", "Verify now")),
            on_page(verify),
            "success",
            "Ctrl+Shift+Y",
            Menu.CUSTOMER,
            (),
            230,
            here,
            Message(QT_TRANSLATE_NOOP("messages", "Say that everything in this file is right today")),
        ),
        ActionSpec(
            "customer.relation",
            Message(QT_TRANSLATE_NOOP("messages", "Add a relation")),
            on_page(add_relation),
            "link",
            "Ctrl+Shift+R",
            Menu.CUSTOMER,
            (),
            250,
            here,
        ),
    ]


def verify(page: CustomerPage) -> None:
    """Says that the customer's file is right today."""
    customer = page.customer
    if customer is None:
        return

    def done(outcome: Any) -> None:
        notices = page.services.notices
        if outcome.change_set is None:
            notices.info(UNCHANGED)
        else:
            notices.done(Message(VERIFIED, {"name": customer.draft.name}))

    page.services.portrait.verify(customer.id).then(done)


def add_relation(page: CustomerPage) -> None:
    """Asks for another customer and what it is to this one."""
    from desktop_crm.ui.pages.customers.relation_dialog import RelationDialog

    if page.customer is not None:
        RelationDialog(page.services, page.customer, None, page.window()).open()
