"""Asking for a file to open or to write."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class Picker(Protocol):
    """Asks the person; None means that they changed their mind. `kinds` is Qt's filter text."""

    def open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None: ...

    def save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None: ...


class SystemPicker:
    """The system's own dialogs."""

    def open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
        dialog = QFileDialog(parent, title, str(proposal.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposal.name)
        dialog.setDefaultSuffix(proposal.suffix.lstrip("."))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None
