"""What can be done on the customer page besides editing: verify, relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.pages.customers.target import UNCHANGED

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.customer_page import CustomerPage

VERIFIED = QT_TRANSLATE_NOOP("messages", "{name} verified today")


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
