"""The key figures of a customer that need nothing but the customer."""

from __future__ import annotations

from desktop_crm.controllers.i18n import format_date, format_datetime, format_number, format_relative
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Customer
from desktop_crm.ui.feature import Figure

SINCE = Message(QT_TRANSLATE_NOOP("messages", "Customer since"))
SINCE_WHY = QT_TRANSLATE_NOOP("messages", "First entered on {date}")
CONTACTS = Message(QT_TRANSLATE_NOOP("messages", "Contacts"))
CONTACTS_WHY = QT_TRANSLATE_NOOP("messages", "{contacts} contact persons and {points} phones and channels")
CHANGED = Message(QT_TRANSLATE_NOOP("messages", "Last change"))
CHANGED_WHY = QT_TRANSLATE_NOOP("messages", "Last changed on {date}")


def customer_figures(customer: Customer) -> list[Figure]:
    """Customer since, contacts, last change."""
    contacts, points = len(customer.draft.contacts), len(customer.draft.points)
    return [
        Figure(
            SINCE,
            format_date(customer.created_at.astimezone().date()),
            Message(SINCE_WHY, {"date": format_datetime(customer.created_at)}),
        ),
        Figure(CONTACTS, format_number(contacts), Message(CONTACTS_WHY, {"contacts": contacts, "points": points})),
        Figure(
            CHANGED,
            format_relative(customer.updated_at),
            Message(CHANGED_WHY, {"date": format_datetime(customer.updated_at)}),
        ),
    ]
