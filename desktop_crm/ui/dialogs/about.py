"""What this is, which version, and what it stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import label


class AboutDialog(PlainDialog):
    """`facts` gives (name, value) pairs such as version, database, Qt, in the language of now."""

    def __init__(self, facts: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None) -> None:
        super().__init__("Desktop CRM", "app", parent=parent)
        self._facts = facts
        self._what = label("", "secondary", wrap=True)
        self.body.addWidget(self._what)
        self.body.addSpacing(STEP)
        table = QFormLayout()
        table.setHorizontalSpacing(3 * STEP)
        table.setVerticalSpacing(STEP)
        self._captions = []
        for name, value in facts():
            caption = label(name, "caption")
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._captions.append(caption)
            table.addRow(caption, label(value, wrap=True, select=True))
        self.body.addLayout(table)
        self.body.addStretch(1)
        self._close = self.add_close("")
        self.setMinimumWidth(520)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Desktop CRM"))
        self._what.setText(self.tr("Keeps your customers on your own computer, with or without a network."))
        self._close.setText(self.tr("Close"))
        for caption, (name, _) in zip(self._captions, self._facts(), strict=True):
            caption.setText(name)
