"""The areas of the product, one line each. The window is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature
from desktop_crm.ui.pages.bin.feature import BIN
from desktop_crm.ui.pages.customers.feature import CUSTOMERS, LIST, RECORD, customer_form, customer_page
from desktop_crm.ui.pages.duplicates.feature import DUPLICATES
from desktop_crm.ui.pages.fields.feature import FIELDS
from desktop_crm.ui.pages.files.feature import FILES
from desktop_crm.ui.pages.handover.feature import HAND_OVER
from desktop_crm.ui.pages.health.feature import HEALTH
from desktop_crm.ui.pages.history.feature import HISTORY
from desktop_crm.ui.pages.importing.feature import IMPORTING
from desktop_crm.ui.pages.people.feature import PEOPLE
from desktop_crm.ui.pages.printing.feature import PRINTING

if TYPE_CHECKING:
    from desktop_crm.ui.shell.navigator import RecordPageSpec

FEATURES: tuple[Feature, ...] = (
    CUSTOMERS,
    HEALTH,
    DUPLICATES,
    FILES,
    HAND_OVER,
    IMPORTING,
    PEOPLE,
    BIN,
    HISTORY,
    FIELDS,
    PRINTING,
)


def record_pages() -> tuple[RecordPageSpec, ...]:
    """The pages for one record."""
    from desktop_crm.ui.shell.navigator import CUSTOMER_EDIT, RecordPageSpec

    return (
        RecordPageSpec(
            RECORD,
            LIST,
            Message(QT_TRANSLATE_NOOP("messages", "Customer")),
            lambda services, navigator: customer_page(services, navigator, FEATURES),
            lambda page, record: page.show_customer(record),
        ),
        RecordPageSpec(
            CUSTOMER_EDIT,
            LIST,
            Message(QT_TRANSLATE_NOOP("messages", "Edit customer")),
            customer_form,
            lambda page, record: page.edit(record),
        ),
    )
