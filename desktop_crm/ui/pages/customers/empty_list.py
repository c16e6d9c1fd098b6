"""What the customer list says while it has nothing to show, and what one can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_crm.models.records.listed import CustomerFilter

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage


def explain_empty(page: CustomerListPage, wanted: CustomerFilter, *, grouped: bool) -> None:
    """Sets the list's words for this filter; `grouped`: one group of it is shown."""
    if grouped:
        page.table.set_empty(
            "list",
            QCoreApplication.translate("CustomerListPage", "No customer in this group"),
            QCoreApplication.translate("CustomerListPage", "The others are in other groups."),
            ((QCoreApplication.translate("CustomerListPage", "Show all groups"), page.views.groups.show_all),),
        )
    elif wanted == CustomerFilter():
        _first_steps(page)
    elif wanted.rules and page.sentences.broken(wanted.rules):
        page.table.set_empty(
            "warning",
            QCoreApplication.translate("CustomerListPage", "A field of this filter was removed"),
            QCoreApplication.translate(
                "CustomerListPage", "Its condition holds for nobody. Take it away to see the other customers."
            ),
            ((QCoreApplication.translate("CustomerListPage", "Take the condition away"), page.views.drop_broken),),
        )
    else:
        page.table.set_empty(
            "filter",
            QCoreApplication.translate("CustomerListPage", "No customer fits these filters"),
            QCoreApplication.translate("CustomerListPage", "Take one away, or clear them all."),
            ((QCoreApplication.translate("CustomerListPage", "Clear filters"), page.filters.clear),),
        )


def _first_steps(page: CustomerListPage) -> None:
    run = page.navigator.run_action
    add = QCoreApplication.translate("CustomerListPage", "Add your first customer")
    bring = QCoreApplication.translate("CustomerListPage", "Import a workbook")
    look = QCoreApplication.translate("CustomerListPage", "Look at the sample company")
    page.table.set_empty(
        "customer",
        QCoreApplication.translate("CustomerListPage", "No customers yet"),
        QCoreApplication.translate(
            "CustomerListPage", "Everything you enter stays in this file, also without a network."
        ),
        (
            (add, lambda: page.navigator.edit_customer(None)),
            (bring, lambda: run("file.import")),
            (look, lambda: run("file.sample")),
        ),
    )
