"""Back-ups: make one, see what is in each, put one in the place of the open file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop_crm.controllers.i18n import format_datetime, format_number, text
from desktop_crm.models.errors import CrmError
from desktop_crm.models.records.databases import BackupInfo
from desktop_crm.ui.dialogs.base import PlainDialog, ask
from desktop_crm.ui.shell.kit import Kit
from desktop_crm.ui.widgets.buttons import button
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
        self.setWindowTitle(self.tr("Back-ups"))
        self.heading.setText(self.tr("Back-ups"))
        self.close_button = button(self.tr("Close"), self.reject)
        if self.target is None:
            self._say_server()
        else:
            self._build(can_back_up=damaged is None)
            self.reload()

    def _say_server(self) -> None:
        words = self.tr(
            "This database is on a server. The server's administrator backs it up; Desktop CRM cannot do that from"
            " here. You can export all customers to a workbook for yourself."
        )
        self.body.addWidget(label(words, "secondary", wrap=True))
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(button(self.tr("Export all customers…"), self._export, "primary", "export"))
        self.setMinimumWidth(480)

    def _build(self, *, can_back_up: bool) -> None:
        folder = str(self._kit.services.places.backups)
        self.body.addWidget(label(self.tr("They lie in {folder}").replace("{folder}", folder), "hint", wrap=True))
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("Back-ups"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Made"), self.tr("Customers"), self.tr("Contacts"), self.tr("Newest change"), self.tr("Size")]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(36)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.preview = label(role="secondary", wrap=True, select=True)
        self.error = InlineError()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.error)
        self.back_up_button = button(self.tr("Back up now"), self._back_up, icon="backup")
        self.back_up_button.setVisible(can_back_up)
        other = button(self.tr("From a file…"), self._from_file, "flat")
        self.restore_button = button(self.tr("Restore…"), self._restore, "primary", "restore")
        self.restore_button.setEnabled(False)
        self.buttons.insertWidget(0, self.back_up_button)
        self.buttons.insertWidget(1, other)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.restore_button)
        self.table.selectionModel().currentRowChanged.connect(self._preview)
        self.resize(760, 480)

    def reload(self) -> None:
        """Reads the back-up folder."""
        self.preview.setText(self.tr("Reading…"))
        self._workspace.back_ups().then(self._show).failed(self._failed)

    def found(self) -> list[BackupInfo]:
        return list(self._found)

    def _show(self, found: list[BackupInfo]) -> None:
        self._found = found
        self.table.setRowCount(len(found))
        for row, info in enumerate(found):
            cells = (
                format_datetime(info.made_at),
                format_number(info.customers),
                format_number(info.contacts),
                format_datetime(info.newest) if info.newest else "–",
                self._size(info),
            )
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self.preview.setText(self.tr("There are no back-ups yet.") if not found else "")
        if found:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()

    def _preview(self, index: QModelIndex) -> None:
        info = self._found[index.row()] if 0 <= index.row() < len(self._found) else None
        self.restore_button.setEnabled(info is not None)
        if info is not None:
            self.preview.setText(Path(info.path).name)

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
        advice = f" {text(error.advice)}" if error.advice else ""
        self.error.set_text(text(error.message) + advice)
        self.preview.clear()
