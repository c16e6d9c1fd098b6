"""What an area registers: pages, actions, and what it adds to the customer page. One line in `features.py` each.

Named tuples: a dataclass takes several times as long to make, and all of these are made at start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from desktop_crm.models.messages import Message

if TYPE_CHECKING:
    # Read before the window's first paint: what is only named here must not be loaded for it.
    import datetime as dt

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec, Context
    from desktop_crm.controllers.services import Services
    from desktop_crm.models.records.customers import Customer, CustomerFilter, Id


class Navigator(Protocol):
    """How pages and actions move through the window."""

    def show_page(self, page_id: str) -> None:
        """Brings a page of the side bar to the front."""

    def show_customers(self, wanted: CustomerFilter) -> None:
        """Brings the list of customers to the front, filtered like that."""

    def open_customer(self, customer_id: Id) -> None:
        """Opens the customer page."""

    def edit_customer(self, customer_id: Id | None) -> None:
        """Opens the form: of a customer, or (None) for a new one."""

    def back(self) -> None:
        """To the page before this one."""

    def window(self) -> QWidget:
        """The window, as parent of dialogs."""

    def run_action(self, action_id: str) -> None:
        """Triggers an action by its id, if it is enabled."""

    def refresh_actions(self) -> None:
        """The selection or the page changed: which actions may run is asked again."""


class Page(Protocol):
    """What a page may answer to the window; all optional but for being a QWidget."""

    def activate(self) -> None:
        """The page came to the front: take the focus, refresh."""

    def may_close(self) -> bool:
        """Whether the page can be left now; a form with changes asks by itself."""

    def context(self) -> Context:
        """What is selected here, for the actions that ask whether they may run."""


PageFactory: TypeAlias = "Callable[[Services, Navigator], QWidget]"


class PageSpec(NamedTuple):
    """A page of the side bar. The factory imports its module when it is called, so that start-up stays short."""

    id: str
    title: Message
    icon: str
    order: int
    factory: PageFactory
    shortcut: str = ""


class CustomerTab(Protocol):
    """A tab of the customer page."""

    def show_customer(self, customer: Customer) -> None:
        """Shows this customer: called when the page opens and after each change."""


class TabSpec(NamedTuple):
    """A tab of the customer page; its widget is made when it is first looked at and is a `CustomerTab`."""

    id: str
    title: Message
    order: int
    factory: PageFactory


class Figure(NamedTuple):
    """A key figure in the customer page's header: a value and the reason behind it."""

    label: Message
    value: str
    reason: Message | None = None


class FigureSpec(NamedTuple):
    """Makes key figures from a customer."""

    id: str
    order: int
    make: Callable[[Customer], Sequence[Figure]]


class TimelineDetail(NamedTuple):
    """One line below an entry: a value, or old → new where `old` is given (empty for "nothing")."""

    label: str
    new: str
    old: str | None = None


class TimelineEntry(NamedTuple):
    """Something that happened with a customer. `at` is UTC and aware; `tone` a chip colour."""

    at: dt.datetime
    title: Message
    who: str = ""
    details: tuple[TimelineDetail, ...] = ()
    tone: str = "tag8"


class TimelinePage(NamedTuple):
    """Entries, newest first, and where the older ones go on; `more` None: these were the last."""

    entries: tuple[TimelineEntry, ...]
    more: int | str | None = None


TimelineLoad: TypeAlias = "Callable[[Services, Id, int | str | None, QObject, Callable[[TimelinePage], object]], None]"


class TimelineSpec(NamedTuple):
    """A kind of entry on the timeline. `load(services, customer, more, owner, show)` calls `show` with its newest
    page, or with the one that `more` of the page before names, unless `owner` is gone by then."""

    id: str
    title: Message
    icon: str
    order: int
    load: TimelineLoad


class Feature(NamedTuple):
    """One area of the product."""

    id: str
    pages: tuple[PageSpec, ...] = ()
    actions: Callable[[Services, Navigator], Sequence[ActionSpec]] | None = None
    customer_tabs: tuple[TabSpec, ...] = ()
    customer_figures: tuple[FigureSpec, ...] = ()
    timeline: tuple[TimelineSpec, ...] = ()
