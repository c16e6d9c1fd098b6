"""What the import wizard registers. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_crm.controllers.actions import ActionSpec, Context
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.services import Services

IMPORT = "import"
TITLE = Message(QT_TRANSLATE_NOOP("messages", "Import"))


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.importing.page import ImportPage

    return ImportPage(services, navigator)


def import_actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    """All of them ask the controller, and none before the wizard is in front: loading it takes time."""

    def here(test: Callable[[], bool]) -> Callable[[Context], bool]:
        return lambda context: context.page == IMPORT and test()

    def page(name: str) -> Callable[[], None]:
        def run() -> None:
            stack = getattr(navigator.window(), "stack", None)
            found = getattr(stack.currentWidget() if stack is not None else None, name, None)
            if found is not None:
                found()

        return run

    def does(name: str) -> Callable[[], None]:
        def run() -> None:
            getattr(services.importing, name)()

        return run

    def paste() -> None:
        from desktop_crm.ui.pages.importing.beginning import paste_table

        paste_table(services, navigator)

    return [
        ActionSpec(
            "import.paste",
            Message(QT_TRANSLATE_NOOP("messages", "Import the table on the clipboard")),
            paste,
            icon="paste",
        ),
        ActionSpec(
            "import.next",
            Message(QT_TRANSLATE_NOOP("messages", "Import: next step")),
            page("advance"),
            icon="arrow_right",
            shortcut="Ctrl+Return",
            enabled_when=here(lambda: services.importing.path is not None),
        ),
        ActionSpec(
            "import.back",
            Message(QT_TRANSLATE_NOOP("messages", "Import: previous step")),
            does("back"),
            icon="arrow_left",
            enabled_when=here(lambda: services.importing.may_go_back),
            tip=Message(QT_TRANSLATE_NOOP("messages", "Import: previous step (Alt+Left in the wizard)")),
        ),
        ActionSpec(
            "import.check",
            Message(QT_TRANSLATE_NOOP("messages", "Import: check again")),
            does("check"),
            icon="refresh",
            enabled_when=here(lambda: services.importing.may_check),
        ),
        ActionSpec(
            "import.stop",
            Message(QT_TRANSLATE_NOOP("messages", "Import: stop what is being done")),
            does("cancel"),
            icon="stop",
            enabled_when=here(lambda: services.importing.doing is not None),
        ),
        ActionSpec(
            "import.undo",
            Message(QT_TRANSLATE_NOOP("messages", "Import: undo the last change in the grid")),
            does("undo"),
            icon="undo",
            enabled_when=here(lambda: services.importing.can_undo),
        ),
        ActionSpec(
            "import.redo",
            Message(QT_TRANSLATE_NOOP("messages", "Import: redo the change in the grid")),
            does("redo"),
            icon="redo",
            enabled_when=here(lambda: services.importing.can_redo),
        ),
        ActionSpec(
            "import.save_refused",
            Message(QT_TRANSLATE_NOOP("messages", "Import: save the refused rows…")),
            page("save_refused"),
            icon="save",
            enabled_when=here(lambda: services.importing.refused > 0),
        ),
        ActionSpec(
            "import.take_back",
            Message(QT_TRANSLATE_NOOP("messages", "Import: take it back")),
            does("take_back"),
            icon="undo",
            enabled_when=here(lambda: services.importing.may_take_back),
        ),
        ActionSpec(
            "import.leave",
            Message(QT_TRANSLATE_NOOP("messages", "Import: start over with another file")),
            does("leave"),
            icon="close",
            enabled_when=here(lambda: not services.importing.writing),
        ),
    ]


IMPORTING = Feature(
    id="importing",
    pages=(PageSpec(IMPORT, TITLE, "import", 650, _page, "Alt+6"),),
    actions=import_actions,
)
