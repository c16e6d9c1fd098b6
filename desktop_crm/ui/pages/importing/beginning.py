"""The ways into the wizard: a file, or a table on the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.feature import IMPORT

NO_TABLE = Message(
    QT_TRANSLATE_NOOP("messages", "There is no table on the clipboard. Copy rows with their column titles first.")
)
CLIPBOARD = Message(QT_TRANSLATE_NOOP("messages", "Clipboard"))
UNDER_WAY = Message(QT_TRANSLATE_NOOP("messages", "An import is being written. Wait until it is done, or cancel it."))


def begin_import(services: Services, navigator: Navigator, path: Path) -> None:
    """Opens the wizard with a file."""
    if services.importing.writing:
        services.notices.info(UNDER_WAY)
    else:
        services.importing.begin(path)
    navigator.show_page(IMPORT)


def paste_table(services: Services, navigator: Navigator) -> None:
    """Opens the wizard with what the clipboard holds."""
    copied = QGuiApplication.clipboard().text()
    if "\n" not in copied.strip("\r\n"):
        services.notices.info(NO_TABLE)
        return
    if services.importing.writing:
        services.notices.info(UNDER_WAY)
    else:
        services.importing.paste(copied, text(CLIPBOARD))
    navigator.show_page(IMPORT)
