"""What users and teams register. Imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.services import Services

PEOPLE_PAGE = "people"
TITLE = Message(QT_TRANSLATE_NOOP("messages", "Users and teams"))


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.people.page import PeoplePage

    return PeoplePage(services, navigator)


PEOPLE = Feature(id="people", pages=(PageSpec(PEOPLE_PAGE, TITLE, "team", 800, _page, "Ctrl+Shift+U"),))
