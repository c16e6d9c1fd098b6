"""New, open, back up, restore, import, export: what the File menu asks before it does something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop_crm.controllers.i18n import format_number
from desktop_crm.controllers.notices import Posted, Tone
from desktop_crm.controllers.settings import BACKUPS_KEPT
from desktop_crm.controllers.workspace import BACKING_UP
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.shell.kit import Kit
from desktop_crm.ui.shell.opening import Opening, file_of

if TYPE_CHECKING:
    from desktop_crm.models.records.exports import ExportRequest, ListedNow
    from desktop_crm.ui.feature import Navigator
    from desktop_crm.ui.shell.notes import Notes

SUFFIX = ".crmdb"
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods", ".csv", ".tsv", ".txt", ".vcf")
BACKED_UP = Message(QT_TRANSLATE_NOOP("messages", "Backed up as {name}."))
EXPORTED = Message(QT_TRANSLATE_NOOP("messages", "{n} customers were exported to {name}."))
TEMPLATE_SAVED = Message(QT_TRANSLATE_NOOP("messages", "The template was saved as {name}. Fill it in, then import it."))
ALL_EXPORTED = Message(QT_TRANSLATE_NOOP("messages", "Everything was exported to {name}, with {n} customers."))
ALL_IMPORTED = Message(QT_TRANSLATE_NOOP("messages", "Everything was imported from {name}, with {n} customers."))
TAKEN = Message(QT_TRANSLATE_NOOP("messages", "“{name}” is there already. Nothing was imported."))
TAKEN_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Choose a new name: everything comes into a file of its own."))
EXPORT_STATE = "export"
UNKNOWN_FILE = Message(
    QT_TRANSLATE_NOOP("messages", "“{name}” is neither a Desktop CRM file nor a table of customers.")
)
UNKNOWN_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Files of Desktop CRM end in .crmdb; tables can be xlsx, xls, xlsb, ods, csv or vcf.")
)


class FileFlows(QObject):
    """Asks for files and hands them on."""

    def __init__(self, kit: Kit, opening: Opening, window: QMainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._services = kit.services
        self._opening = opening
        self._window = window
        self.notes: Notes | None = None
        self.navigator: Navigator | None = None
        self.listed: Callable[[], ListedNow | None] = lambda: None

    # Opening.

    def new_file(self) -> None:
        """Asks where, and makes an empty file there."""
        places = self._services.places
        proposal = places.database if not places.database.exists() else self._documents() / self._free_name()
        path = self._kit.picker.save(self._window, self.tr("New file"), proposal, self._kinds())
        if path is not None:
            self.create(path if path.suffix else path.with_suffix(SUFFIX))

    def create(self, path: Path) -> None:
        self._opening.open(str(path), create=True)

    def open_file(self) -> None:
        path = self._kit.picker.open(self._window, self.tr("Open a file"), self._folder(), self._kinds())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """What was chosen, dropped or double-clicked: opens a file, imports a table."""
        suffix = path.suffix.lower()
        if suffix in WORKBOOKS and self._services.workspace.current is not None:
            self.import_file(path)
        elif suffix in WORKBOOKS:
            advice = Message(QT_TRANSLATE_NOOP("messages", "Start or open a file first, then import the table."))
            self._services.notices.warn(Message(QT_TRANSLATE_NOOP("messages", "No customer file is open.")), advice)
        elif suffix == ".zip":
            self.import_everything(path)
        elif suffix == SUFFIX or not suffix or "." not in path.name:
            self._opening.open(str(path))
        else:
            self._services.notices.warn(Message(UNKNOWN_FILE.text, {"name": path.name}), UNKNOWN_ADVICE)

    def open_recent(self, address: str) -> None:
        """An address of the recent list. A server may ask for a password that was not kept."""
        self._opening.open(address)

    def open_server(self, address: str = "") -> None:
        from desktop_crm.ui.pages.data.server import ServerDialog

        dialog = ServerDialog(address, self._window)
        if dialog.exec():
            self._opening.open(dialog.url())
        dialog.deleteLater()

    def open_sample(self) -> None:
        self._opening.open_sample(self._kit.translator.language.value)

    @property
    def sample_is_open(self) -> bool:
        return bool(self._sample_language())

    def renew_sample(self) -> None:
        """Makes the sample company that is open anew; asks, for what was tried on it goes."""
        from desktop_crm.ui.dialogs.base import ask

        language = self._sample_language()
        title = self.tr("Make the sample company anew?")
        words = self.tr("Everything that you changed in it is lost, and Undo cannot bring it back.")
        yes, no = self.tr("Make it anew"), self.tr("Keep it")
        if language and ask(self._window, title, words, yes, no, danger=True) == "yes":
            self._opening.open_sample(language, anew=True)

    def _sample_language(self) -> str:
        current = self._services.workspace.current
        return self._services.places.sample_language(current.path if current else None)

    # Back-ups.

    def back_up(self) -> None:
        """A back-up in the back-up folder, at once."""
        current = self._services.workspace.current
        if current is None:
            return
        if current.path is None:
            self.show_back_ups()
            return
        task = self._services.workspace.back_up(keep=self._services.settings.get(BACKUPS_KEPT))
        task.then(self._backed_up)
        if self.notes is not None:
            self.notes.track(BACKING_UP, task)

    def _backed_up(self, path: Path) -> None:
        self._services.notices.posted.emit(Posted(Message(BACKED_UP.text, {"name": path.name}), Tone.SUCCESS))

    def show_back_ups(self, path: Path | None = None) -> None:
        """The back-ups of the open file; `path` names a file that could not be opened."""
        from desktop_crm.ui.pages.data.back_ups import BackUpsDialog

        dialog = BackUpsDialog(self._kit, path, self._window)
        dialog.back_up_asked.connect(self.back_up)
        dialog.export_asked.connect(self.export_customers)
        dialog.exec()
        chosen, target = dialog.chosen, dialog.target
        dialog.deleteLater()
        if chosen is not None and target is not None:
            self._opening.restore(chosen, target)

    # Tables.

    def import_customers(self) -> None:
        kinds = self.tr("Tables ({patterns})").replace("{patterns}", " ".join(f"*{one}" for one in WORKBOOKS))
        path = self._kit.picker.open(self._window, self.tr("Import customers"), self._documents(), kinds)
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        from desktop_crm.ui.pages.importing.beginning import begin_import

        assert self.navigator is not None
        begin_import(self._services, self.navigator, path)

    def export_customers(self) -> None:
        """The list in front of the person, or all customers, as a workbook or CSV."""
        from desktop_crm.ui.pages.data.exporting import ExportDialog

        dialog = ExportDialog(self.listed(), self._services.state.get(EXPORT_STATE), self._window)
        if dialog.exec():
            self._services.state.set(EXPORT_STATE, dialog.choices())
            name = f"{self._free_stem()}.{dialog.kind()}"
            path = self._kit.picker.save(
                self._window, self.tr("Export customers"), self._documents() / name, f"*.{dialog.kind()}"
            )
            if path is not None:
                self.export_to(path, dialog.request())
        dialog.deleteLater()

    def export_to(self, path: Path, request: ExportRequest) -> None:
        task = self._services.tables.export(path, request, self._kit.translator.language.value, draw_list)
        task.then(lambda number: self._exported(path, number))

    def save_template(self) -> None:
        """An empty workbook to fill in and import."""
        name = self.tr("Template for customers")
        path = self._kit.picker.save(
            self._window, self.tr("Save a template"), self._documents() / f"{name}.xlsx", "*.xlsx"
        )
        if path is not None:
            task = self._services.tables.template(path, self._kit.translator.language.value)
            task.then(lambda _: self._template_saved(path))

    def _template_saved(self, path: Path) -> None:
        words = Message(TEMPLATE_SAVED.text, {"name": path.name})
        self._services.notices.posted.emit(Posted(words, Tone.SUCCESS))

    def _exported(self, path: Path, number: int) -> None:
        words = Message(EXPORTED.text, {"n": format_number(number), "name": path.name})
        self._services.notices.posted.emit(Posted(words, Tone.SUCCESS))

    # Whole databases.

    def export_all(self) -> None:
        """The whole database as one file that any other, also on a server, can be made of."""
        current = self._services.workspace.current
        if current is None:
            return
        proposal = self._documents() / f"{current.label} {dt.date.today():%Y-%m-%d}.zip"  # noqa: DTZ011 - the person's own day
        path = self._kit.picker.save(self._window, self.tr("Export everything"), proposal, "*.zip")
        if path is not None:
            path = path if path.suffix.lower() == ".zip" else path.with_name(f"{path.name}.zip")
            self._services.tables.export_all(path).then(lambda counts: self._said(ALL_EXPORTED, path, counts))

    def import_all(self) -> None:
        """Asks for what “Export everything” made."""
        path = self._kit.picker.open(self._window, self.tr("Import everything"), self._documents(), "*.zip")
        if path is not None:
            self.import_everything(path)

    def import_everything(self, path: Path) -> None:
        """Into a new file, which is opened then; into a server's database if one is open."""
        current, tables = self._services.workspace.current, self._services.tables
        database = self._services.runner.database
        if current is not None and current.path is None and database is not None:
            task = tables.import_all_here(path)
            task.then(lambda done: self._taken_in(path, database.url, done.value))
            return
        proposal = self._folder() / f"{path.stem}{SUFFIX}"
        target = self._kit.picker.save(self._window, self.tr("Where the new file is to be"), proposal, self._kinds())
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(SUFFIX)
        if target.exists():
            self._services.notices.warn(Message(TAKEN.text, {"name": target.name}), TAKEN_ADVICE)
            return
        tables.import_all(path, target).then(lambda counts: self._taken_in(path, str(target), counts))

    def _taken_in(self, path: Path, target: str, counts: dict[str, int]) -> None:
        self._opening.open(target)
        self._said(ALL_IMPORTED, path, counts)

    def _said(self, words: Message, path: Path, counts: dict[str, int]) -> None:
        number = format_number(counts.get("customer", 0))
        self._services.notices.posted.emit(Posted(Message(words.text, {"n": number, "name": path.name}), Tone.SUCCESS))

    # Where.

    def _kinds(self) -> str:
        return self.tr("Desktop CRM files (*.crmdb)")

    def _folder(self) -> Path:
        current = self._services.workspace.current
        if current is not None and current.path is not None:
            return current.path.parent
        recent = (file_of(one) for one in self._services.state.recent_databases())
        return next((path.parent for path in recent if path is not None and path.parent.is_dir()), self._documents())

    @staticmethod
    def _documents() -> Path:
        from PySide6.QtCore import QStandardPaths

        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _free_name(self) -> str:
        return f"{self._free_stem()}{SUFFIX}"

    def _free_stem(self) -> str:
        stem = self.tr("customers")
        return f"{stem} {dt.date.today():%Y-%m-%d}"  # noqa: DTZ011 - the person's own day


def draw_list(path: Path, title: str, columns: Any, rows: Any) -> None:
    """Writes a list as a PDF file. For the worker: what draws is loaded when it is needed."""
    from desktop_crm.ui.pages.printing.list_paper import write_list

    write_list(path, title, columns, rows)
