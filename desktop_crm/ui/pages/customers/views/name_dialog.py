"""Asks under which name to save a view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError, label


class NameDialog(PlainDialog):
    """Stays open until `save(name)` has stored the view."""

    def __init__(self, name: str, says: str, save: Callable[[str], Task[object]], parent: QWidget) -> None:
        super().__init__("", "view", parent=parent)
        self.setWindowTitle(self.tr("Save view"))
        self.heading.setText(self.tr("Save view"))
        self._save = save
        self.edit = QLineEdit(name)
        self.edit.setMaxLength(80)
        self.edit.setPlaceholderText(self.tr("Name of the view"))
        self.edit.setAccessibleName(self.tr("Name of the view"))
        self.edit.selectAll()
        self.error = InlineError()
        self.body.addWidget(label(says, "secondary", wrap=True))
        self.body.addWidget(self.edit)
        self.body.addWidget(self.error)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.save_button = button(self.tr("Save"), self._ask, "primary")
        self.save_button.setDefault(True)
        self.buttons.addWidget(self.save_button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self.edit.setFocus()

    def _ask(self) -> None:
        self.save_button.setEnabled(False)
        self._save(self.edit.text()).then(lambda _: self.accept()).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self.save_button.setEnabled(True)
        shown = error.fields.get("name", error.message) if isinstance(error, UserError) else error.message
        self.error.set_text(text(shown))
        self.edit.setFocus()
