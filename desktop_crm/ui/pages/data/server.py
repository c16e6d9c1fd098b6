"""Opening a team's PostgreSQL: where it is and who asks. The password is used, never kept."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError, label

PORT = 5432


class ServerDialog(PlainDialog):
    """`url()` is the address with the password; `address` fills the fields from one without."""

    def __init__(self, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "team", parent=parent)
        self.setWindowTitle(self.tr("Open a team database"))
        self.heading.setText(self.tr("Open a team database"))
        self.body.addWidget(
            label(self.tr("Your administrator knows these. The password is not kept."), "secondary", wrap=True)
        )
        self.host, self.database, self.user = QLineEdit(), QLineEdit(), QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.port = QSpinBox()
        self.port.setRange(1, 65535)
        self.port.setValue(PORT)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, field in (
            (self.tr("Server"), self.host),
            (self.tr("Port"), self.port),
            (self.tr("Database"), self.database),
            (self.tr("User name"), self.user),
            (self.tr("Password"), self.password),
        ):
            field.setAccessibleName(name)
            form.addRow(label(name, "fieldLabel"), field)
        self.body.addLayout(form)
        self.error = InlineError()
        self.body.addWidget(self.error)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.go = button(self.tr("Open"), self._go, "primary")
        self.go.setDefault(True)
        self.buttons.addWidget(self.go)
        self.setMinimumWidth(460)
        self._fill(address)

    def url(self) -> str:
        user = quote(self.user.text().strip(), safe="")
        password = quote(self.password.text(), safe="")
        login = f"{user}:{password}" if password else user
        at = f"{login}@" if login else ""
        host = self.host.text().strip()
        return f"postgresql://{at}{host}:{self.port.value()}/{quote(self.database.text().strip(), safe='')}"

    def _fill(self, address: str) -> None:
        parts = urlsplit(address) if "://" in address else None
        if parts is None:
            self.host.setFocus()
            return
        self.host.setText(parts.hostname or "")
        self.port.setValue(parts.port or PORT)
        self.database.setText(unquote(parts.path.lstrip("/")))
        self.user.setText(unquote(parts.username or ""))
        self.password.setFocus()

    def _go(self) -> None:
        if not self.host.text().strip() or not self.database.text().strip():
            self.error.set_text(self.tr("Server and database are needed."))
            return
        self.accept()
