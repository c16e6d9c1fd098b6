"""What the list of customers makes after its first picture: views and groups, forms that were never saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.ui.pages.customers.list_actions import SHOWN
from desktop_crm.ui.pages.customers.offers import DraftOffers
from desktop_crm.ui.pages.customers.views.list_views import ListViews
from desktop_crm.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage


def make_views(page: CustomerListPage) -> ListViews:
    """Puts them where the list kept room for the panel, so that nothing jumps."""
    made = ListViews(page.services, page, page.sentences)
    head, inside, middle = page.rows
    head.insertWidget(head.indexOf(page.heading) + 1, made.head)
    inside.insertWidget(0, made.groups)
    middle.replaceWidget(page.room, made.panel)
    tab_after(page.views_button, made.head)
    tab_after(page.filters, made.panel, made.groups)
    made.panel.setVisible(page.services.state.get(SHOWN) is True)
    page.room.hide()
    page.room.deleteLater()
    return made


def make_offers(page: CustomerListPage) -> DraftOffers:
    """Above the filters."""
    made = DraftOffers(page.services, page.navigator)
    page.column.insertWidget(1, made)
    tab_after(page.bar, made)
    return made
