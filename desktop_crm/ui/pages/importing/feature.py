"""What the import wizard registers. Imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec
    from desktop_crm.controllers.services import Services

IMPORT = "import"
TITLE = Message(QT_TRANSLATE_NOOP("messages", "Import"))


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.importing.page import ImportPage

    return ImportPage(services, navigator)


def _actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    from desktop_crm.ui.pages.importing.actions import import_actions

    return import_actions(services, navigator)


IMPORTING = Feature(
    id="importing",
    pages=(PageSpec(IMPORT, TITLE, "import", 650, _page, "Alt+6"),),
    actions=_actions,
)
