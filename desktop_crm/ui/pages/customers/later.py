"""What the list of customers makes after its first picture: views and groups, forms that were never saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_crm.ui.pages.customers.list_actions import SHOWN
from desktop_crm.ui.pages.customers.offers import DraftOffers
from desktop_crm.ui.pages.customers.views.list_views import ListViews

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.list_page import CustomerListPage


def make_views(page: CustomerListPage) -> ListViews:
    """Puts them where the list kept room for the panel, so that nothing jumps."""
    made = ListViews(page.services, page, page.sentences)
    head, inside, middle = page.rows
    head.insertWidget(head.indexOf(page.heading) + 1, made.head)
    inside.insertWidget(0, made.groups)
    middle.replaceWidget(page.room, made.panel)
    _tab_after(page.views_button, made.head)
    _tab_after(page.filters, made.panel, made.groups)
    made.panel.setVisible(page.services.state.get(SHOWN) is True)
    page.room.hide()
    page.room.deleteLater()
    return made


def make_offers(page: CustomerListPage) -> DraftOffers:
    """Above the filters."""
    made = DraftOffers(page.services, page.navigator)
    page.column.insertWidget(1, made)
    _tab_after(page.bar, made)
    return made


def _tab_after(first: QWidget, *made: QWidget) -> None:
    """Has Tab reach widgets that came later where they stand."""
    last = _stops(first)[-1]
    for one in (stop for part in made for stop in _stops(part)):
        QWidget.setTabOrder(last, one)
        last = one


def _stops(part: QWidget) -> list[QWidget]:
    """Where Tab can stop. Qt passes over an order that names anything else, such as the list of a closed combo box."""
    made = (part, *part.findChildren(QWidget))
    return [one for one in made if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is part.window()]
