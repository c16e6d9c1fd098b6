"""What this is, which version, and what it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import label


class AboutDialog(PlainDialog):
    """`facts` are (name, value) pairs such as version, database, Qt."""

    def __init__(self, facts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("Desktop CRM", "app", parent=parent)
        self.setWindowTitle(self.tr("About Desktop CRM"))
        text = self.tr("Keeps your customers on your own computer, with or without a network.")
        self.body.addWidget(label(text, "secondary", wrap=True))
        self.body.addSpacing(STEP)
        table = QFormLayout()
        table.setHorizontalSpacing(3 * STEP)
        table.setVerticalSpacing(STEP)
        for name, value in facts:
            caption = label(name, "caption")
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            table.addRow(caption, label(value, wrap=True, select=True))
        self.body.addLayout(table)
        self.body.addStretch(1)
        self.add_close(self.tr("Close"))
        self.setMinimumWidth(520)
