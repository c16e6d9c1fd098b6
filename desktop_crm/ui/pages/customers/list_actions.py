"""Actions on the list itself: a field of many customers, a cell, a pasted table, the quick look, views and groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.feature import LIST
from desktop_crm.ui.pages.customers.target import front

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.editing import ListEditing
    from desktop_crm.ui.pages.customers.target import CustomerTarget

# The list keeps this room free until the panel of views is made.
PANEL_WIDTH = 232
# Where the window remembers that the panel is shown.
SHOWN = "customers.views.shown"
On = Callable[[Callable[["CustomerTarget"], object]], Callable[[], None]]


def editing_actions(on: On, services: Services) -> list[ActionSpec]:
    """`on` finds the page in front."""

    def set_field(target: CustomerTarget) -> None:
        from desktop_crm.ui.pages.customers.bulk_edit.dialog import BulkEditDialog

        chosen = target.chosen()
        if chosen is not None:
            BulkEditDialog(services, chosen, target.chosen_count(), target.window()).open()

    def editing(do: Callable[[ListEditing], object]) -> Callable[[], None]:
        def run(target: CustomerTarget) -> None:
            # Not by its class: the list page is loaded when it is first looked at.
            found: ListEditing | None = getattr(target, "editing", None)
            if found is not None:
                do(found)

        return on(run)

    return [
        *_list_actions(editing),
        ActionSpec(
            "customer.set_field",
            Message(QT_TRANSLATE_NOOP("messages", "Set a field")),
            on(set_field),
            "edit",
            "Ctrl+Shift+D",
            Menu.CUSTOMER,
            (Place.LIST_CONTEXT,),
            230,
            _some,
            Message(QT_TRANSLATE_NOOP("messages", "Set or clear one field of all chosen customers")),
            shown_when=_alive,
        ),
    ]


def _list_actions(editing: Callable[[Callable[[ListEditing], object]], Callable[[], None]]) -> list[ActionSpec]:
    """Their keys are the list's own: Space, F2 and Ctrl+V mean other things elsewhere."""
    return [*_look_actions(editing), *_cell_actions(editing)]


_Editing = Callable[[Callable[["ListEditing"], object]], Callable[[], None]]


def _look_actions(editing: _Editing) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.quick_look",
            Message(QT_TRANSLATE_NOOP("messages", "Quick look")),
            editing(lambda found: found.look()),
            "search",
            "",
            Menu.VIEW,
            (Place.LIST_CONTEXT,),
            115,
            _in_list,
            Message(QT_TRANSLATE_NOOP("messages", "Quick look (Space in the list)")),
        ),
        ActionSpec(
            "customer.freeze",
            Message(QT_TRANSLATE_NOOP("messages", "Freeze columns")),
            editing(lambda found: found.freeze()),
            "columns",
            "",
            Menu.VIEW,
            (),
            312,
            _in_list,
            Message(QT_TRANSLATE_NOOP("messages", "Keep the columns up to the current cell in sight, or let them go")),
        ),
    ]


def _cell_actions(editing: _Editing) -> list[ActionSpec]:
    return [
        ActionSpec(
            "customer.edit_cell",
            Message(QT_TRANSLATE_NOOP("messages", "Edit this cell")),
            editing(lambda found: found.edit_current()),
            "edit",
            "",
            Menu.CUSTOMER,
            (Place.LIST_CONTEXT,),
            125,
            lambda context: _in_list(context) and not context.deleted,
            Message(QT_TRANSLATE_NOOP("messages", "Edit this cell (F2 in the list)")),
            shown_when=_alive,
        ),
        ActionSpec(
            "customer.paste",
            Message(QT_TRANSLATE_NOOP("messages", "Paste a table")),
            editing(lambda found: found.paste()),
            "paste",
            "",
            Menu.CUSTOMER,
            (),
            140,
            lambda context: _in_list(context) and not context.deleted,
            Message(QT_TRANSLATE_NOOP("messages", "Import the rows on the clipboard (Ctrl+V in the list)")),
        ),
    ]


def view_actions(navigator: Navigator) -> list[ActionSpec]:
    """The actions on the list's views."""

    def on(name: str) -> Callable[[], None]:
        def run() -> None:
            # Not by its class: the list page is loaded when it is first looked at.
            views = getattr(front(navigator), "views", None)
            if views is not None:
                getattr(views, name)()

        return run

    def builder() -> None:
        filters = getattr(front(navigator), "filters", None)
        if filters is not None:
            filters.build()

    def action(key: str, words: str, run: Callable[[], None], icon: str, keys: str, order: int) -> ActionSpec:  # noqa: PLR0917
        return ActionSpec(key, Message(words), run, icon, keys, Menu.VIEW, (), order, _in_list)

    return [
        action("view.build", QT_TRANSLATE_NOOP("messages", "Build a filter"), builder, "filter", "Ctrl+Shift+F", 301),
        action("view.group", QT_TRANSLATE_NOOP("messages", "Group"), on("go_to_groups"), "list", "Ctrl+G", 302),
        action("view.panel", QT_TRANSLATE_NOOP("messages", "Views"), on("toggle"), "sidebar", "Ctrl+Shift+V", 303),
        action("view.save", QT_TRANSLATE_NOOP("messages", "Save view"), on("save"), "save", "Ctrl+Shift+S", 304),
        action("view.save_as", QT_TRANSLATE_NOOP("messages", "Save as view"), on("save_as"), "copy", "", 305),
    ]


def _in_list(context: Context) -> bool:
    return context.page == LIST


def _some(context: Context) -> bool:
    return (context.record or context.selected > 0) and not context.deleted


def _alive(context: Context) -> bool:
    return not context.deleted
