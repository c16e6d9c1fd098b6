"""What the duplicates desk registers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec, Context
    from desktop_crm.controllers.services import Services
    from desktop_crm.ui.pages.duplicates.page import DuplicatesPage

PAGE = "duplicates"
On: TypeAlias = "Callable[[Callable[[DuplicatesPage], object]], Callable[[], None]]"


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.duplicates.page import DuplicatesPage

    return DuplicatesPage(services, navigator)


def duplicate_actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    """Scanning from everywhere; merging, keeping apart and skipping on the page."""
    from desktop_crm.controllers.actions import ActionSpec, Menu

    def scan() -> None:
        navigator.show_page(PAGE)
        services.duplicates.scan()

    def on(do: Callable[[DuplicatesPage], object]) -> Callable[[], None]:
        def run() -> None:
            from desktop_crm.ui.pages.duplicates.page import DuplicatesPage

            for page in navigator.window().findChildren(DuplicatesPage):
                if page.isVisible():
                    do(page)

        return run

    return [
        ActionSpec(
            "duplicates.scan",
            Message(QT_TRANSLATE_NOOP("messages", "Find duplicates")),
            scan,
            "duplicate",
            "",
            Menu.TOOLS,
            (),
            200,
            lambda context: context.page not in ("", "start"),
        ),
        *_answers(on),
    ]


def _answers(on: On) -> list[ActionSpec]:
    from desktop_crm.controllers.actions import ActionSpec, Menu

    return [
        ActionSpec(
            "duplicates.merge",
            Message(QT_TRANSLATE_NOOP("messages", "Merge these customers")),
            on(lambda page: page.merge()),
            "merge",
            "Ctrl+M",
            Menu.TOOLS,
            (),
            210,
            _comparing,
        ),
        ActionSpec(
            "duplicates.distinct",
            Message(QT_TRANSLATE_NOOP("messages", "Not a duplicate")),
            on(lambda page: page.mark_distinct()),
            "remove",
            "Ctrl+D",
            Menu.TOOLS,
            (),
            220,
            _comparing,
        ),
        ActionSpec(
            "duplicates.skip",
            Message(QT_TRANSLATE_NOOP("messages", "Next possible duplicate")),
            on(lambda page: page.skip()),
            "arrow_down",
            "Ctrl+J",
            Menu.TOOLS,
            (),
            230,
            _comparing,
        ),
    ]


def _comparing(context: Context) -> bool:
    return context.page == PAGE and context.selected > 1


DUPLICATES = Feature(
    PAGE,
    pages=(PageSpec(PAGE, Message(QT_TRANSLATE_NOOP("messages", "Duplicates")), "duplicate", 300, _page, "Alt+3"),),
    actions=duplicate_actions,
)
