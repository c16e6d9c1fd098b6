"""The system's file dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget


class _NamesOnly(QFileIconProvider):
    """Icons and kinds by what a file is called. Qt's own looks into files: closing one that is our open database
    drops every lock that SQLite holds on it in this process (so POSIX wants it), and the next program that closes
    the database takes its write-ahead log away."""

    def icon(self, of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if not isinstance(of, QFileInfo):
            return super().icon(of)
        kinds = QFileIconProvider.IconType
        return super().icon(kinds.Folder if of.isDir() else kinds.File)

    def type(self, of: QFileInfo) -> str:
        return of.suffix()


class FileDialogs:
    """Holds the icons, which must outlive the dialogs."""

    def __init__(self) -> None:
        self._icons = _NamesOnly()

    def open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        dialog = QFileDialog(parent, title, str(folder), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._first(dialog)

    def open_many(self, parent: QWidget, title: str) -> list[Path]:
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return self._ask(dialog)

    def save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
        dialog = QFileDialog(parent, title, str(proposal.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposal.name)
        dialog.setDefaultSuffix(proposal.suffix.lstrip("."))
        return self._first(dialog)

    def _first(self, dialog: QFileDialog) -> Path | None:
        return next(iter(self._ask(dialog)), None)

    def _ask(self, dialog: QFileDialog) -> list[Path]:
        dialog.setIconProvider(self._icons)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return [Path(one) for one in chosen]
