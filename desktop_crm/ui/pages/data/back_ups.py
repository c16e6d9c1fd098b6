"""Back-ups: make one, see what is in each, put one in the place of the open file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_crm.controllers.i18n import format_datetime, format_number, text
from desktop_crm.models.errors import CrmError
from desktop_crm.models.records.databases import BackupInfo
from desktop_crm.ui.dialogs.base import PlainDialog, ask
from desktop_crm.ui.shell.kit import Kit
from desktop_crm.ui.tables.plain import PlainTable
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import InlineError, label

MEGABYTE = 1024 * 1024


class BackUpsDialog(PlainDialog):
    """`chosen` is the back-up to restore and `target` the file to restore, once the person has said so."""

    back_up_asked = Signal()
    export_asked = Signal()

    def __init__(self, kit: Kit, damaged: Path | None = None, parent: QWidget | None = None) -> None:
        """`damaged` is a file that could not be opened; without it, the open one is meant."""
        super().__init__("", "backup", parent=parent)
        self._kit = kit
        self._workspace = kit.services.workspace
        current = self._workspace.current
        self.target = damaged or (current.path if current else None)
        self.chosen: Path | None = None
        self._found: list[BackupInfo] = []
        self._read = False
        self._error: CrmError | None = None
        self.close_button = button("", self.reject)
        if self.target is None:
            self._build_server()
        else:
            self._build(can_back_up=damaged is None)
            self.reload()
        self.retranslate()

    def _build_server(self) -> None:
        self._words = label(role="secondary", wrap=True)
        self.body.addWidget(self._words)
        self._export_button = button("", self._export, "primary", "export")
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self._export_button)
        self.setMinimumWidth(480)

    def _build(self, *, can_back_up: bool) -> None:
        self._folder = label(role="hint", wrap=True)
        self.table = PlainTable((0, 112, 112, 0, 112), numbers=(1, 2, 4))
        self._empty = EmptyState("backup", "")
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._empty)
        self.preview = label(role="secondary", wrap=True, select=True)
        self.error = InlineError()
        self.body.addWidget(self._folder)
        self.body.addWidget(self._middle, 1)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.error)
        self.back_up_button = button("", self._back_up, icon="backup")
        self.back_up_button.setVisible(can_back_up)
        self._other = button("", self._from_file, "flat")
        self.restore_button = button("", self._restore, "primary", "restore")
        self.restore_button.setEnabled(False)
        self.buttons.insertWidget(0, self.back_up_button)
        self.buttons.insertWidget(1, self._other)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.restore_button)
        self.table.selectionModel().currentRowChanged.connect(lambda _: self._preview())
        self.resize(760, 480)

    def retranslate(self) -> None:
        self.set_title(self.tr("Back-ups"))
        self.close_button.setText(self.tr("Close"))
        if self.target is None:
            words = self.tr(
                "This database is on a server. The server's administrator backs it up; Desktop CRM cannot do that from"
                " here. You can export all customers to a workbook for yourself."
            )
            self._words.setText(words)
            self._export_button.setText(self.tr("Export all customers…"))
            return
        folder = str(self._kit.services.places.backups)
        self._folder.setText(self.tr("They lie in {folder}").replace("{folder}", folder))
        titles = self.tr("Made"), self.tr("Customers"), self.tr("Contacts"), self.tr("Newest change"), self.tr("Size")
        self.table.set_words(self.tr("Back-ups"), titles)
        self._empty.set("backup", self.tr("There are no back-ups yet."))
        self.back_up_button.setText(self.tr("Back up now"))
        self._other.setText(self.tr("From a file…"))
        self.restore_button.setText(self.tr("Restore…"))
        self._fill()
        self._preview()
        self._say_error()

    def reload(self) -> None:
        """Reads the back-up folder."""
        self._read = False
        self._error = None
        self._say_error()
        self._preview()
        self._workspace.back_ups().then(self._show).failed(self._failed)

    def found(self) -> list[BackupInfo]:
        return list(self._found)

    def _show(self, found: list[BackupInfo]) -> None:
        self._found = found
        self._read = True
        self._middle.setCurrentWidget(self.table if found else self._empty)
        self._fill()
        if found:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()
        self._preview()

    def _fill(self) -> None:
        self.table.set_rows([self._cells(info) for info in self._found])

    def _cells(self, info: BackupInfo) -> tuple[str, ...]:
        return (
            format_datetime(info.made_at),
            format_number(info.customers),
            format_number(info.contacts),
            format_datetime(info.newest) if info.newest else "–",
            self._size(info),
        )

    def _preview(self) -> None:
        row = self.table.currentRow()
        info = self._found[row] if self._read and 0 <= row < len(self._found) else None
        self.restore_button.setEnabled(info is not None)
        busy = not self._read and self._error is None
        self.preview.setText(Path(info.path).name if info else self.tr("Reading…") if busy else "")

    def _size(self, info: BackupInfo) -> str:
        return f"{format_number(max(info.size / MEGABYTE, 0.1), 1)} MB"

    def _back_up(self) -> None:
        self.back_up_button.setEnabled(False)
        task = self._workspace.back_up()
        task.then(lambda _: self.reload()).failed(self._failed)
        task.always(lambda: self.back_up_button.setEnabled(True))

    def _from_file(self) -> None:
        folder = self._kit.services.places.backups
        path = self._kit.picker.open(self, self.tr("Back-up"), folder, self.tr("Desktop CRM files (*.crmdb)"))
        if path is not None:
            self._workspace.inspect(path).then(self._confirm).failed(self._failed)

    def _restore(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._found):
            self._confirm(self._found[row])

    def _confirm(self, info: BackupInfo) -> None:
        assert self.target is not None
        words = (
            self.tr(
                "The back-up of {made} holds {customers} customers and {contacts} contacts; its newest change is of"
                " {newest}. It takes the place of “{file}”. The file as it is now is kept beside it."
            )
            .replace("{made}", format_datetime(info.made_at))
            .replace("{customers}", format_number(info.customers))
            .replace("{contacts}", format_number(info.contacts))
            .replace("{newest}", format_datetime(info.newest) if info.newest else "–")
            .replace("{file}", self.target.name)
        )
        title = self.tr("Restore this back-up?")
        if ask(self, title, words, self.tr("Restore"), self.tr("Cancel"), danger=True) == "yes":
            self.chosen = Path(info.path)
            self.accept()

    def _export(self) -> None:
        self.reject()
        self.export_asked.emit()

    def _failed(self, error: CrmError) -> None:
        self._error = error
        self._say_error()
        self._preview()

    def _say_error(self) -> None:
        error = self._error
        advice = f" {text(error.advice)}" if error is not None and error.advice else ""
        self.error.set_text(text(error.message) + advice if error is not None else "")
