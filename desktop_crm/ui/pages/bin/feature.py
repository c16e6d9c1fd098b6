"""What the recycle bin registers. Imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.services import Services

BIN_PAGE = "bin"
TITLE = Message(QT_TRANSLATE_NOOP("messages", "Recycle bin"))


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.bin.page import BinPage

    return BinPage(services, navigator)


BIN = Feature(id="bin", pages=(PageSpec(BIN_PAGE, TITLE, "delete", 950, _page, "Ctrl+Shift+B"),))
