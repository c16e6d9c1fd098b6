"""The help page: a short text of our own, shown so that it can load nothing."""

from __future__ import annotations

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
    """`folder` holds one Markdown file per language."""

    def __init__(self, folder: Path, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "help", parent=parent)
        self.setWindowTitle(self.tr("Help"))
        self.heading.setText(self.tr("Help"))
        path = folder / f"{language}.md"
        self.text = SafeText()
        self.text.setAccessibleName(self.tr("Help"))
        self.text.document().setDocumentMargin(16)
        self.text.setMarkdown((path if path.is_file() else folder / "en.md").read_text("utf-8"))
        self.body.addWidget(self.text, 1)
        self.add_close(self.tr("Close"))
        self.resize(720, 620)
