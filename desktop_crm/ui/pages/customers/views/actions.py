"""Views, groups and the filter builder as actions."""

from __future__ import annotations

from collections.abc import Callable

from desktop_crm.controllers.actions import ActionSpec, Context, Menu
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.feature import LIST
from desktop_crm.ui.pages.customers.target import front


def _in_list(context: Context) -> bool:
    return context.page == LIST


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
        action("view.group", QT_TRANSLATE_NOOP("messages", "Group"), on("toggle_groups"), "list", "Ctrl+G", 302),
        action("view.panel", QT_TRANSLATE_NOOP("messages", "Views"), on("toggle"), "sidebar", "Ctrl+Shift+V", 303),
        action("view.save", QT_TRANSLATE_NOOP("messages", "Save view"), on("save"), "save", "Ctrl+Shift+S", 304),
        action("view.save_as", QT_TRANSLATE_NOOP("messages", "Save as view"), on("save_as"), "copy", "", 305),
    ]
