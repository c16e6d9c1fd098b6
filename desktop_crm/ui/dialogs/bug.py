"""What a person sees when the application did something wrong that it does not know."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label


class BugDialog(PlainDialog):
    """Says what happened, what it means for the data, and offers the details to copy."""

    def __init__(self, what: str, meaning: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__("", "bug", "danger", parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.heading.setText(self.tr("Something went wrong"))
        self.body.addWidget(label(what, wrap=True, select=True))
        self.body.addWidget(label(meaning, "secondary", wrap=True, select=True))
        self.body.addWidget(label(self.tr("Details for the report. They hold no customer data."), "hint"))
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setMinimumHeight(180)
        self.body.addWidget(self.details, 1)
        self.copy_button = button(self.tr("Copy details"), self._copy, icon="copy")
        self.buttons.insertWidget(0, self.copy_button)
        self.add_close(self.tr("Close"))
        self.resize(600, 460)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
