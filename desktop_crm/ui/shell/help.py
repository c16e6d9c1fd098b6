"""The help page: a short text of our own, shown so that it can load nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_crm.ui.dialogs.base import PlainDialog


class SafeText(QTextBrowser):
    """Markdown without pictures, links and files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


class HelpDialog(PlainDialog):
    """`folder` holds one Markdown file per language; `language` says which one is spoken now."""

    def __init__(self, folder: Path, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__("", "help", parent=parent)
        self._folder, self._language = folder, language
        self.text = SafeText()
        self.text.document().setDocumentMargin(16)
        self.body.addWidget(self.text, 1)
        self._close = self.add_close("")
        self.resize(720, 620)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Help"))
        self.text.setAccessibleName(self.tr("Help"))
        self._close.setText(self.tr("Close"))
        path = self._folder / f"{self._language()}.md"
        self.text.setMarkdown((path if path.is_file() else self._folder / "en.md").read_text("utf-8"))
