"""What the history registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.services import Services


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.history.page import HistoryPage

    return HistoryPage(services, navigator)


HISTORY = Feature(
    "history",
    pages=(PageSpec("history", Message(QT_TRANSLATE_NOOP("messages", "History")), "history", 900, _page, "Ctrl+H"),),
)
