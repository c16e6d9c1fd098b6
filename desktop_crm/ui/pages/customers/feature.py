"""Customers: the list, the customer page, the form, and the actions on them. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import (
    Feature,
    Figure,
    FigureSpec,
    Navigator,
    PageSpec,
    TabSpec,
    TimelinePage,
    TimelineSpec,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec
    from desktop_crm.controllers.services import Services
    from desktop_crm.models.records.customers import Customer, Id
    from desktop_crm.ui.pages.customers.customer_page import CustomerPage
    from desktop_crm.ui.pages.customers.form_page import CustomerFormPage

LIST = "customers"
RECORD = "customer"


def customer_page(services: Services, navigator: Navigator, features: Sequence[Feature]) -> CustomerPage:
    """The customer page with what all areas add to it; `show_customer(id)` fills it."""
    from desktop_crm.ui.pages.customers.customer_page import CustomerPage

    tabs = sorted((tab for one in features for tab in one.customer_tabs), key=lambda tab: tab.order)
    figures = sorted((fig for one in features for fig in one.customer_figures), key=lambda fig: fig.order)
    return CustomerPage(services, navigator, tabs, figures, [kind for one in features for kind in one.timeline])


def customer_form(services: Services, navigator: Navigator) -> CustomerFormPage:
    """The form; `edit(id)` or `edit(None)` fills it."""
    from desktop_crm.ui.pages.customers.form_page import CustomerFormPage

    return CustomerFormPage(services, navigator)


def customer_actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    """The actions on the customers in front."""
    from desktop_crm.ui.pages.customers.actions import customer_actions as made

    return made(services, navigator)


def _list_page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage

    return CustomerListPage(services, navigator)


def _overview(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.overview import OverviewTab

    return OverviewTab(services)


def _timeline(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.timeline import TimelineTab

    return TimelineTab(services, navigator)


def _contacts(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.contacts_tab import ContactsTab

    return ContactsTab(services, navigator)


def _relations(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.relations_tab import RelationsTab

    return RelationsTab(services, navigator)


def _history(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.history_tab import HistoryTab

    return HistoryTab(services, navigator)


def _figures(customer: Customer) -> list[Figure]:
    from desktop_crm.ui.pages.customers.figures import customer_figures

    return customer_figures(customer)


def _changes(
    services: Services,
    customer: Id,
    more: int | str | None,
    owner: QObject,
    show: Callable[[TimelinePage], object],
) -> None:
    from desktop_crm.ui.pages.customers.changes import load_changes

    load_changes(services, customer, more, owner, show)


CUSTOMERS = Feature(
    id="customers",
    pages=(PageSpec(LIST, Message(QT_TRANSLATE_NOOP("messages", "Customers")), "customer", 100, _list_page, "Alt+1"),),
    actions=customer_actions,
    customer_tabs=(
        TabSpec("overview", Message(QT_TRANSLATE_NOOP("messages", "Overview")), 100, _overview),
        TabSpec("timeline", Message(QT_TRANSLATE_NOOP("messages", "Timeline")), 200, _timeline),
        TabSpec("contacts", Message(QT_TRANSLATE_NOOP("messages", "Contacts")), 300, _contacts),
        TabSpec("relations", Message(QT_TRANSLATE_NOOP("messages", "Relations")), 350, _relations),
        TabSpec("history", Message(QT_TRANSLATE_NOOP("messages", "History")), 900, _history),
    ),
    customer_figures=(FigureSpec("customer", 100, _figures),),
    timeline=(TimelineSpec("changes", Message(QT_TRANSLATE_NOOP("messages", "Changes")), "history", 900, _changes),),
)
