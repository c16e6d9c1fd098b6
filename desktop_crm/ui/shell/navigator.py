"""Pages by name, made when they are first looked at, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.models.messages import Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from desktop_crm.controllers.services import Services
    from desktop_crm.models.records.listed import CustomerFilter, Id

CUSTOMERS = "customers"
CUSTOMER = "customer"
CUSTOMER_EDIT = "customer.edit"
MOST_BACK = 50


class RecordPageSpec(NamedTuple):
    """A page without a place in the side bar, for one record: `customer` and `customer.edit`. `show(widget, id)`
    fills it (None: a new record); `parent` is the page of the side bar that stays marked."""

    id: str
    parent: str
    title: Message
    factory: Callable[[Services, Navigator], QWidget]
    show: Callable[[Any, Id | None], object]


class Spot(NamedTuple):
    """Where the person is: a page, and the record that it shows."""

    page: str
    record: Id | None = None


class WindowNavigator(QObject):
    """The `Navigator` of the window. `moved` says that another page or record came to the front."""

    moved = Signal()

    def __init__(self, window: QMainWindow, stack: QStackedWidget) -> None:
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._specs: dict[str, PageSpec | RecordPageSpec] = {}
        self._widgets: dict[str, QWidget] = {}
        self._history: list[Spot] = []
        self._services: Services | None = None
        self.spot: Spot | None = None
        self.run: Callable[[str], None] = lambda _: None
        self.refresh: Callable[[], None] = lambda: None

    def add(self, services: Services, features: Iterable[Feature], record_pages: Iterable[RecordPageSpec]) -> None:
        """Makes the pages known."""
        self._services = services
        for feature in features:
            self._specs |= {spec.id: spec for spec in feature.pages}
        self._specs |= {spec.id: spec for spec in record_pages}

    def add_widget(self, page_id: str, widget: QWidget) -> None:
        """A page that the window itself brings."""
        self._widgets[page_id] = widget
        self._stack.addWidget(widget)

    # What pages and actions ask for.

    def show_page(self, page_id: str) -> None:
        self.go(Spot(page_id))

    def show_customers(self, wanted: CustomerFilter) -> None:
        self.show_page(CUSTOMERS)
        page: Any = self.page(CUSTOMERS)
        page.show_filter(wanted)

    def open_customer(self, customer_id: Id) -> None:
        self.go(Spot(CUSTOMER, customer_id))

    def edit_customer(self, customer_id: Id | None) -> None:
        self.go(Spot(CUSTOMER_EDIT, customer_id))

    def back(self) -> None:
        if self._history and self.may_leave():
            self._show(self._history.pop())

    def window(self) -> QWidget:
        return self._window

    def run_action(self, action_id: str) -> None:
        self.run(action_id)

    def refresh_actions(self) -> None:
        self.refresh()

    # For the window.

    @property
    def can_go_back(self) -> bool:
        return bool(self._history)

    def go(self, spot: Spot) -> None:
        """To a page, unless the one in front wants to stay."""
        if spot == self.spot and spot.page != CUSTOMER_EDIT:
            self._activate()
            return
        if not self.may_leave():
            self.moved.emit()  # the side bar has marked the page that was asked for
            return
        # A form is left for good: going back to it would offer a form that is saved or given up.
        if self.spot is not None and self.spot.page not in (CUSTOMER_EDIT, ""):
            self._history = [*self._history, self.spot][-MOST_BACK:]
        elif self._history and self._history[-1] == spot:
            self._history.pop()  # saving returns to the page that the form was opened from
        self._show(spot)

    def reset(self, spot: Spot) -> None:
        """To a page, without a way back: another database was opened."""
        self._history.clear()
        self._show(spot)

    def may_leave(self) -> bool:
        """Whether the page in front can be left now."""
        asked = getattr(self.current(), "may_close", None)
        return bool(asked()) if asked is not None else True

    def current(self) -> QWidget | None:
        return self._stack.currentWidget()

    def page(self, page_id: str) -> QWidget:
        """The widget of a page, made now if it is not there yet. Raises KeyError for an unknown page."""
        widget = self._widgets.get(page_id)
        if widget is None:
            assert self._services is not None
            widget = self._specs[page_id].factory(self._services, self)
            self.add_widget(page_id, widget)
        return widget

    def made(self, page_id: str) -> bool:
        return page_id in self._widgets

    def forget_pages(self) -> None:
        """Drops the widgets that were made of the features: their records belong to another database."""
        for page_id in [key for key in self._widgets if key in self._specs]:
            widget = self._widgets.pop(page_id)
            self._stack.removeWidget(widget)
            widget.deleteLater()
        self._history.clear()
        self.spot = None

    def rebuild(self, *_: object) -> None:
        """Makes the pages anew, as in another language; the place and the way back stay. A form keeps what is
        typed as a draft (`keep_draft`) and finds it again."""
        spot, history = self.spot, list(self._history)
        for widget in self._widgets.values():
            keep = getattr(widget, "keep_draft", None)
            if keep is not None:
                keep()
        self.forget_pages()
        self._history = history
        if spot is not None:
            self._show(spot)

    def marked(self) -> str:
        """The page of the side bar to be marked."""
        spec = self._specs.get(self.spot.page) if self.spot else None
        return spec.parent if isinstance(spec, RecordPageSpec) else spec.id if spec else ""

    def title(self) -> str:
        """The title of the page in front, in the interface's language."""
        own = getattr(self.current(), "page_title", None)
        if own is not None and (words := own()):
            return str(words)
        spec = self._specs.get(self.spot.page) if self.spot else None
        return text(spec.title) if spec else ""

    def _show(self, spot: Spot) -> None:
        widget = self.page(spot.page)
        self.spot = spot
        self._stack.setCurrentWidget(widget)
        spec = self._specs.get(spot.page)
        if isinstance(spec, RecordPageSpec):
            spec.show(widget, spot.record)
        self._activate()
        self.moved.emit()

    def _activate(self) -> None:
        activate = getattr(self.current(), "activate", None)
        if activate is not None:
            activate()
