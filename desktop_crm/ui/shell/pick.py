"""Asking for a file to open or to write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.ui.shell.file_dialogs import FileDialogs


class Picker(Protocol):
    """Asks the person; None means that they changed their mind. `kinds` is Qt's filter text."""

    def open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None: ...

    def save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None: ...


class SystemPicker:
    """The system's own dialogs, loaded when first asked for."""

    def __init__(self) -> None:
        self._dialogs: FileDialogs | None = None

    def open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        return self._made().open(parent, title, folder, kinds)

    def open_many(self, parent: QWidget, title: str) -> list[Path]:
        """Any files, several at once."""
        return self._made().open_many(parent, title)

    def save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
        return self._made().save(parent, title, proposal, kinds)

    def _made(self) -> FileDialogs:
        if self._dialogs is None:
            from desktop_crm.ui.shell.file_dialogs import FileDialogs

            self._dialogs = FileDialogs()
        return self._dialogs
