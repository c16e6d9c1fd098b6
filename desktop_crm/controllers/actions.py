"""What a person can do, declared once: menus, shortcuts and the command palette read it from here."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from desktop_crm.models.messages import Message


class Menu(StrEnum):
    """The menus of the main window, in their order."""

    FILE = "file"
    EDIT = "edit"
    CUSTOMER = "customer"
    VIEW = "view"
    TOOLS = "tools"
    HELP = "help"


class Place(StrEnum):
    """Other places where an action shows itself."""

    LIST_TOOLBAR = "list_toolbar"
    LIST_CONTEXT = "list_context"
    PAGE_TOOLBAR = "page_toolbar"


class Context(NamedTuple):
    """What is in front of the person when an action asks whether it may run. `deleted`: it is in the recycle
    bin."""

    page: str = ""
    selected: int = 0
    record: bool = False
    can_undo: bool = False
    can_redo: bool = False
    deleted: bool = False


def always(_: Context) -> bool:
    return True


class ActionSpec(NamedTuple):
    """One action. `shortcut` is a portable key sequence (`Ctrl+N`); `icon` a name of `ui.theme.icons`;
    `order` sorts within a menu, whose groups are the hundreds (100–199, 200–299, …). Toolbars and context menus
    leave it out unless `shown_when`; menus show it disabled."""

    id: str
    text: Message
    handler: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    menu: Menu | None = None
    places: tuple[Place, ...] = ()
    order: int = 100
    enabled_when: Callable[[Context], bool] = always
    tip: Message | None = None
    palette: bool = True
    shown_when: Callable[[Context], bool] = always
