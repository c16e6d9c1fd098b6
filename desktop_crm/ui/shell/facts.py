"""What the About dialog says."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion

from desktop_crm.controllers.i18n import text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.shell.kit import Kit

_VERSION = Message(QT_TRANSLATE_NOOP("messages", "Version"))
_OPEN = Message(QT_TRANSLATE_NOOP("messages", "Open file or database"))
_DATA = Message(QT_TRANSLATE_NOOP("messages", "Data folder"))
_BACKUPS = Message(QT_TRANSLATE_NOOP("messages", "Back-ups"))
_SYSTEM = Message(QT_TRANSLATE_NOOP("messages", "System"))


def facts(kit: Kit) -> list[tuple[str, str]]:
    """(name, value) pairs: version, what is open, the folders, Qt and Python."""
    current = kit.services.workspace.current
    return [
        (text(_VERSION), kit.version),
        (text(_OPEN), str(current.path or current.address) if current else "–"),
        (text(_DATA), str(kit.services.places.data)),
        (text(_BACKUPS), str(kit.services.places.backups)),
        (text(_SYSTEM), f"{platform.system()} {platform.release()}"),
        ("Qt · Python", f"{qVersion()} · {platform.python_version()}"),
    ]
