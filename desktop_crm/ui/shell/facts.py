"""What the About dialog says."""

from __future__ import annotations

import platform

from PySide6.QtCore import QCoreApplication, qVersion

from desktop_crm.ui.shell.kit import Kit


def facts(kit: Kit) -> list[tuple[str, str]]:
    """(name, value) pairs: version, what is open, the folders, Qt and Python."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("AboutDialog", words)

    current = kit.services.workspace.current
    return [
        (tr("Version"), kit.version),
        (tr("Open"), str(current.path or current.address) if current else "–"),
        (tr("Data folder"), str(kit.services.places.data)),
        (tr("Back-ups"), str(kit.services.places.backups)),
        (tr("System"), f"{platform.system()} {platform.release()}"),
        ("Qt · Python", f"{qVersion()} · {platform.python_version()}"),
    ]
