"""Opening a team's PostgreSQL: where it is and who asks. The password is used, never kept."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError, label
from desktop_crm.ui.widgets.number_box import NumberBox

PORT = 5432


class ServerDialog(PlainDialog):
    """`url()` is the address with the password; `address` fills the fields from one without."""

    def __init__(self, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "team", parent=parent)
        self._lead = label(role="secondary", wrap=True)
        self.body.addWidget(self._lead)
        self.host, self.database, self.user = QLineEdit(), QLineEdit(), QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.port = NumberBox()
        self.port.setRange(1, 65535)
        self.port.setValue(PORT)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * STEP)
        form.setVerticalSpacing(STEP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fields = [
            (label(role="fieldLabel"), field)
            for field in (self.host, self.port, self.database, self.user, self.password)
        ]
        for name, field in self._fields:
            form.addRow(name, field)
        self.body.addLayout(form)
        self.error = InlineError()
        self.body.addWidget(self.error)
        self._cancel = button("", self.reject)
        self.go = button("", self._go, "primary")
        self.go.setDefault(True)
        self.buttons.addWidget(self._cancel)
        self.buttons.addWidget(self.go)
        self.setMinimumWidth(460)
        self.retranslate()
        self._fill(address)

    def retranslate(self) -> None:
        self.set_title(self.tr("Open a team database"))
        self._lead.setText(self.tr("Your administrator knows these. The password is not kept."))
        names = self.tr("Server"), self.tr("Port"), self.tr("Database"), self.tr("User name"), self.tr("Password")
        for (shown, field), name in zip(self._fields, names, strict=True):
            shown.setText(name)
            field.setAccessibleName(name)
        self._cancel.setText(self.tr("Cancel"))
        self.go.setText(self.tr("Open"))
        if self.error.text():
            self._say_needed()

    def _say_needed(self) -> None:
        self.error.set_text(self.tr("Server and database are needed."))

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
            self._say_needed()
            return
        self.accept()
