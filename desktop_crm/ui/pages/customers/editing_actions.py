"""Actions that change customers from the list: a field of many, a cell, a pasted table; and the quick look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.pages.customers.feature import LIST

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.editing import ListEditing
    from desktop_crm.ui.pages.customers.target import CustomerTarget

EDITING = "listEditing"
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
            if (found := target.findChild(QObject, EDITING)) is not None:
                do(cast("ListEditing", found))

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


def _in_list(context: Context) -> bool:
    return context.page == LIST


def _some(context: Context) -> bool:
    return (context.record or context.selected > 0) and not context.deleted


def _alive(context: Context) -> bool:
    return not context.deleted
