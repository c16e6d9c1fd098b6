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
    does = _Does(services, navigator)
    return [*_steps(does), *_profiles(does), *_checking(does), *_afterwards(does)]


class _Does:
    """What actions do and when they may, by the names of the page's and the controller's methods."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        self.services, self.navigator = services, navigator

    def here(self, test: Callable[[], bool]) -> Callable[[Context], bool]:
        return lambda context: context.page == IMPORT and test()

    def page(self, name: str) -> Callable[[], None]:
        def run() -> None:
            stack = getattr(self.navigator.window(), "stack", None)
            found = getattr(stack.currentWidget() if stack is not None else None, name, None)
            if found is not None:
                found()

        return run

    def controller(self, name: str) -> Callable[[], None]:
        def run() -> None:
            getattr(self.services.importing, name)()

        return run

    def paste(self) -> None:
        from desktop_crm.ui.pages.importing.beginning import paste_table

        paste_table(self.services, self.navigator)


def _steps(do: _Does) -> list[ActionSpec]:
    return [
        ActionSpec(
            "import.paste",
            Message(QT_TRANSLATE_NOOP("messages", "Import the table on the clipboard")),
            do.paste,
            icon="paste",
        ),
        ActionSpec(
            "import.next",
            Message(QT_TRANSLATE_NOOP("messages", "Import: next step")),
            do.page("advance"),
            icon="arrow_right",
            shortcut="Ctrl+Return",
            enabled_when=do.here(lambda: do.services.importing.path is not None),
        ),
        ActionSpec(
            "import.back",
            Message(QT_TRANSLATE_NOOP("messages", "Import: previous step")),
            do.controller("back"),
            icon="arrow_left",
            enabled_when=do.here(lambda: do.services.importing.may_go_back),
            tip=Message(QT_TRANSLATE_NOOP("messages", "Import: previous step (Alt+Left in the wizard)")),
        ),
        ActionSpec(
            "import.leave",
            Message(QT_TRANSLATE_NOOP("messages", "Import: start over with another file")),
            do.controller("leave"),
            icon="close",
            enabled_when=do.here(lambda: not do.services.importing.writing),
        ),
    ]


def _profiles(do: _Does) -> list[ActionSpec]:
    def may_change() -> bool:
        session = do.services.importing
        return session.may_change_profile and session.doing is None and not session.writing

    def may_name() -> bool:
        from desktop_crm.controllers.importing_state import Step

        return may_change() and do.services.importing.may_go(Step.COLUMNS)

    return [
        ActionSpec(
            "import.rename_profile",
            Message(QT_TRANSLATE_NOOP("messages", "Import: rename the saved choices…")),
            do.page("rename_profile"),
            icon="edit",
            enabled_when=do.here(may_name),
        ),
        ActionSpec(
            "import.share_profile",
            Message(QT_TRANSLATE_NOOP("messages", "Import: share the saved choices, or keep them for me alone")),
            do.page("share_profile"),
            icon="team",
            enabled_when=do.here(may_change),
        ),
        ActionSpec(
            "import.delete_profile",
            Message(QT_TRANSLATE_NOOP("messages", "Import: delete the saved choices")),
            do.page("delete_profile"),
            icon="delete",
            enabled_when=do.here(may_change),
        ),
    ]


def _checking(do: _Does) -> list[ActionSpec]:
    return [
        ActionSpec(
            "import.check",
            Message(QT_TRANSLATE_NOOP("messages", "Import: check again")),
            do.controller("check"),
            icon="refresh",
            enabled_when=do.here(lambda: do.services.importing.may_check),
        ),
        ActionSpec(
            "import.stop",
            Message(QT_TRANSLATE_NOOP("messages", "Import: stop what is being done")),
            do.controller("cancel"),
            icon="stop",
            enabled_when=do.here(lambda: do.services.importing.doing is not None),
        ),
        ActionSpec(
            "import.undo",
            Message(QT_TRANSLATE_NOOP("messages", "Import: undo the last change in the grid")),
            do.controller("undo"),
            icon="undo",
            enabled_when=do.here(lambda: do.services.importing.can_undo),
        ),
        ActionSpec(
            "import.redo",
            Message(QT_TRANSLATE_NOOP("messages", "Import: redo the change in the grid")),
            do.controller("redo"),
            icon="redo",
            enabled_when=do.here(lambda: do.services.importing.can_redo),
        ),
    ]


def _afterwards(do: _Does) -> list[ActionSpec]:
    return [
        ActionSpec(
            "import.save_refused",
            Message(QT_TRANSLATE_NOOP("messages", "Import: save the refused rows…")),
            do.page("save_refused"),
            icon="save",
            enabled_when=do.here(lambda: do.services.importing.refused > 0),
        ),
        ActionSpec(
            "import.take_back",
            Message(QT_TRANSLATE_NOOP("messages", "Import: take it back")),
            do.controller("take_back"),
            icon="undo",
            enabled_when=do.here(lambda: do.services.importing.may_take_back),
        ),
    ]


IMPORTING = Feature(
    id="importing",
    pages=(PageSpec(IMPORT, TITLE, "import", 650, _page, "Alt+6"),),
    actions=import_actions,
)
