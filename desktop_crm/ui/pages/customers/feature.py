"""Customers: the list, the customer page, the form, and the actions on them. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
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

    from desktop_crm.controllers.services import Services
    from desktop_crm.models.records.customers import Customer, Id
    from desktop_crm.ui.pages.customers.customer_page import CustomerPage
    from desktop_crm.ui.pages.customers.form_page import CustomerFormPage
    from desktop_crm.ui.pages.customers.target import CustomerTarget

LIST = "customers"
RECORD = "customer"
_EVERYWHERE = (Place.LIST_TOOLBAR, Place.LIST_CONTEXT, Place.PAGE_TOOLBAR)


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

    def on(do: Callable[[CustomerTarget], object]) -> Callable[[], None]:
        def run() -> None:
            from desktop_crm.ui.pages.customers.target import front

            target = front(navigator)
            if target is not None:
                do(target)

        return run

    return [*_record_actions(on, navigator), *_bulk_actions(on), *_view_actions(on)]


On = Callable[[Callable[["CustomerTarget"], object]], Callable[[], None]]


def _one(context: Context) -> bool:
    return context.record or context.selected == 1


def _some(context: Context) -> bool:
    return context.record or context.selected > 0


def _shown(context: Context) -> bool:
    return context.page in (LIST, RECORD)


def _in_list(context: Context) -> bool:
    return context.page == LIST


def _record_actions(on: On, navigator: Navigator) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.new",
            Message(QT_TRANSLATE_NOOP("messages", "New customer")),
            lambda: navigator.edit_customer(None),
            "add",
            "Ctrl+N",
            Menu.CUSTOMER,
            (Place.LIST_TOOLBAR,),
            100,
        ),
        ActionSpec(
            "customer.open",
            Message(QT_TRANSLATE_NOOP("messages", "Open")),
            on(lambda target: target.open_record()),
            "open",
            "",
            Menu.CUSTOMER,
            (Place.LIST_CONTEXT,),
            110,
            lambda context: _in_list(context) and _one(context),
        ),
        ActionSpec(
            "customer.edit",
            Message(QT_TRANSLATE_NOOP("messages", "Edit")),
            on(lambda target: target.edit_record()),
            "edit",
            "Ctrl+E",
            Menu.CUSTOMER,
            _EVERYWHERE,
            120,
            _one,
        ),
        ActionSpec(
            "customer.copy_phone",
            Message(QT_TRANSLATE_NOOP("messages", "Copy phone")),
            on(lambda target: target.copy_phone()),
            "copy",
            "Ctrl+Shift+C",
            Menu.CUSTOMER,
            (Place.PAGE_TOOLBAR,),
            130,
            lambda context: context.page == RECORD,
        ),
    ]


def _bulk_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.tag",
            Message(QT_TRANSLATE_NOOP("messages", "Tag")),
            on(lambda target: target.ask_tag()),
            "tag",
            "Ctrl+T",
            Menu.CUSTOMER,
            _EVERYWHERE,
            200,
            _some,
        ),
        ActionSpec(
            "customer.assign",
            Message(QT_TRANSLATE_NOOP("messages", "Assign")),
            on(lambda target: target.ask_owner()),
            "assign",
            "Ctrl+Shift+A",
            Menu.CUSTOMER,
            _EVERYWHERE,
            210,
            _some,
        ),
        ActionSpec(
            "customer.stage",
            Message(QT_TRANSLATE_NOOP("messages", "Stage")),
            on(lambda target: target.ask_stage()),
            "stage",
            "Ctrl+Shift+G",
            Menu.CUSTOMER,
            _EVERYWHERE,
            220,
            _some,
            Message(QT_TRANSLATE_NOOP("messages", "Move to a stage")),
        ),
        ActionSpec(
            "customer.delete",
            Message(QT_TRANSLATE_NOOP("messages", "Delete")),
            on(lambda target: target.delete_chosen()),
            "delete",
            "",
            Menu.CUSTOMER,
            _EVERYWHERE,
            300,
            _some,
        ),
    ]


def _view_actions(on: On) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.filter",
            Message(QT_TRANSLATE_NOOP("messages", "Filter customers")),
            on(lambda target: target.focus_filter()),
            "filter",
            "Ctrl+F",
            Menu.VIEW,
            (),
            300,
            _in_list,
        ),
        ActionSpec(
            "customer.columns",
            Message(QT_TRANSLATE_NOOP("messages", "Columns")),
            on(lambda target: target.choose_columns()),
            "columns",
            "",
            Menu.VIEW,
            (Place.LIST_TOOLBAR,),
            310,
            _in_list,
        ),
        ActionSpec(
            "customer.refresh",
            Message(QT_TRANSLATE_NOOP("messages", "Refresh")),
            on(lambda target: target.refresh()),
            "refresh",
            "F5",
            Menu.VIEW,
            (),
            320,
            _shown,
        ),
        ActionSpec(
            "customer.tags",
            Message(QT_TRANSLATE_NOOP("messages", "Manage tags")),
            on(lambda target: target.manage_tags()),
            "tag",
            "",
            Menu.CUSTOMER,
            (),
            400,
            _shown,
        ),
    ]


def _list_page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage

    return CustomerListPage(services, navigator)


def _overview(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.overview import OverviewTab

    return OverviewTab(services, navigator)


def _timeline(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.timeline import TimelineTab

    return TimelineTab(services, navigator)


def _contacts(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.customers.contacts_tab import ContactsTab

    return ContactsTab(services, navigator)


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
        TabSpec("history", Message(QT_TRANSLATE_NOOP("messages", "History")), 900, _history),
    ),
    customer_figures=(FigureSpec("customer", 100, _figures),),
    timeline=(TimelineSpec("changes", Message(QT_TRANSLATE_NOOP("messages", "Changes")), "history", 900, _changes),),
)
