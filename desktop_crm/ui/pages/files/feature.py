"""Files of customers: a tab of the customer page, and what can be done from anywhere on it. Imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, TabSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec
    from desktop_crm.controllers.services import Services

TAB = "files"


def _tab(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.files.tab import FilesTab

    return FilesTab(services, navigator)


def _actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    from desktop_crm.ui.pages.files.actions import file_actions

    return file_actions(services, navigator)


FILES = Feature(
    id="files",
    actions=_actions,
    customer_tabs=(TabSpec(TAB, Message(QT_TRANSLATE_NOOP("messages", "Files")), 400, _tab),),
)
