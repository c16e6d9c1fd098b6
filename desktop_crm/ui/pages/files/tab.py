"""The Files tab: what hangs on a customer, and a look at each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_crm.controllers.i18n import format_datetime, format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Customer, Id
from desktop_crm.models.records.files import Attachment, Source
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.scroll import GUTTER
from desktop_crm.ui.pages.files.attaching import FileDrop, ask_for_files, attach, from_clipboard
from desktop_crm.ui.pages.files.preview import PDF, PICTURES, PreviewPane
from desktop_crm.ui.shell.pick import SystemPicker
from desktop_crm.ui.theme import icons
from desktop_crm.ui.theme.tokens import ROW_HEIGHT, STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, label, plain_tip

NAME, SIZE, ADDED, WHO, NOTE = range(5)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
DELETED_ONE = QT_TRANSLATE_NOOP("messages", "{file} deleted")
DELETED = QT_TRANSLATE_NOOP("messages", "{count} files deleted")
RENAMED = QT_TRANSLATE_NOOP("messages", "Renamed to {file}")
SAVED = QT_TRANSLATE_NOOP("messages", "Saved as {file}")
NOT_OPENED = QT_TRANSLATE_NOOP("messages", "No program on this computer opens {file}.")
SAVE_IT = Message(QT_TRANSLATE_NOOP("messages", "Save it to a folder, or install a program for it."))


def size_words(size: int) -> str:
    """ "12 KB", "3.4 MB"."""
    if size < 1_000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{format_number(round(size / 1_000))} KB"
    return f"{format_number(round(size / 1_000_000, 1))} MB"


def icon_of(file: Attachment) -> str:
    if file.dangerous:
        return "warning"
    if file.media_type in PICTURES:
        return "picture"
    return "file_pdf" if file.media_type == PDF else "file"


class FileList(QTreeWidget):
    """One line a file. Enter opens, F2 renames, Delete deletes, Ctrl+V attaches."""

    def __init__(self, tab: FilesTab) -> None:
        super().__init__()
        self._tab = tab
        self.setObjectName("fileList")
        self.setAccessibleName(self.tr("Files"))
        self.setHeaderLabels([self.tr("Name"), self.tr("Size"), self.tr("Added"), self.tr("By"), self.tr("Note")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIconSize(QSize(18, 18))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.headerItem().setTextAlignment(SIZE, _RIGHT)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        for column, width in ((NAME, 184), (SIZE, 72), (ADDED, 144), (WHO, 80)):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self._tab.key(event):
            super().keyPressEvent(event)


class FilesTab(QWidget):
    """List and preview; `list` holds the files, `preview` shows the chosen one."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self._services, self._navigator = services, navigator
        self._customer: Customer | None = None
        self.files: list[Attachment] = []
        self.picker = SystemPicker()
        self.list = FileList(self)
        self.preview = PreviewPane(services)
        self.nothing = EmptyState("attachment", "")
        self.trouble = EmptyState("error", "")
        self.stack = QStackedWidget()
        self._count = label("", "hint")
        self._build()
        self.list.itemSelectionChanged.connect(self._chosen_changed)
        self.list.itemActivated.connect(lambda *_: self.open())
        self.list.itemChanged.connect(self._edited)
        self.list.customContextMenuRequested.connect(self._menu)
        FileDrop(self, self._dropped, self._may_change)
        services.bus.subscribe(self, ("attachment", "customer"), self._changed)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Files"))
        self.add_button = button(self.tr("Add files…"), self.add, "primary", "add")
        self.paste_button = button(self.tr("Paste"), self.paste, "normal", "paste")
        self.paste_button.setToolTip(self.tr("Ctrl+V"))
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(self._count)
        top.addStretch(1)
        self.tools = [
            tool_button("open", self.tr("Open (Enter)"), self.open),
            tool_button("save", self.tr("Save as… (Ctrl+S)"), self.save_as),
            tool_button("edit", self.tr("Rename (F2)"), self.rename),
            tool_button("note", self.tr("Write a note"), self.write_note),
            tool_button("delete", self.tr("Delete (Del)"), self.delete),
        ]
        for one in (*self.tools, self.paste_button, self.add_button):
            top.addWidget(one)
        shelf, side = Card(), Card()
        shelf.body.setContentsMargins(1, STEP, 1, STEP)
        shelf.body.addWidget(self.list)
        side.body.addWidget(self.preview)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(2 * STEP)
        self.splitter.setProperty("plain", True)
        self.splitter.addWidget(shelf)
        self.splitter.addWidget(side)
        self.splitter.setSizes([640, 420])
        for page in (self.splitter, self.nothing, self.trouble):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GUTTER, 2 * STEP)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addWidget(self.stack, 1)

    # Showing -----------------------------------------------------------------------------------------

    def show_customer(self, customer: Customer) -> None:
        former, self._customer = self._customer, customer
        if former is None or former.id != customer.id:
            self.files = []
            self.preview.show_file(None)
        self._read()

    def _changed(self, touched: Any) -> None:
        customer = self._customer
        if customer is not None and (touched.hits("attachment") or touched.hits("customer", customer.id)):
            self._read()

    def _read(self) -> None:
        if self._customer is not None:
            self._services.attachments.of(self._customer.id, self).then(self._show).failed(self._failed)

    def _show(self, files: list[Attachment]) -> None:
        self.add_button.setEnabled(self._may_change())
        self.paste_button.setEnabled(self._may_change())
        if files != self.files or not files:
            self._fill(files)
        count = len(files)
        total = size_words(sum(file.size for file in files))
        shown = self.tr("%n files", "", count)
        self._count.setText(f"{shown}  ·  {total}" if files else "")
        if files:
            self.stack.setCurrentWidget(self.splitter)
        else:
            words = self.tr("Contracts, licences, photos: drop them here, paste them, or choose them.")
            offer = ((self.tr("Add files…"), self.add),) if self._may_change() else ()
            self.nothing.set("attachment", self.tr("No files yet"), words, offer)
            self.stack.setCurrentWidget(self.nothing)
        self._chosen_changed()

    def _fill(self, files: list[Attachment]) -> None:
        chosen = {file.id for file in self.chosen()}
        lines = [at for at, file in enumerate(files) if file.id in chosen]
        at = self.list.currentIndex().row()
        self.files = files
        self.list.blockSignals(True)
        self.list.clear()
        for file in files:
            added, note = format_datetime(file.added_at), file.note.replace("\n", " ")
            item = QTreeWidgetItem([file.name, size_words(file.size), added, file.who, note])
            item.setIcon(NAME, icons.icon(icon_of(file)))
            item.setToolTip(NAME, plain_tip(file.name))
            item.setToolTip(NOTE, plain_tip(file.note))
            item.setTextAlignment(SIZE, _RIGHT)
            item.setSizeHint(NAME, QSize(0, ROW_HEIGHT))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addTopLevelItem(item)
            item.setSelected(file.id in chosen)
        kept = QItemSelectionModel.SelectionFlag
        if files:
            at = lines[0] if lines else min(max(at, 0), len(files) - 1)
            index = self.list.model().index(at, NAME)
            how = kept.NoUpdate if lines else kept.ClearAndSelect | kept.Rows
            self.list.selectionModel().setCurrentIndex(index, how)
        self.list.blockSignals(False)

    def _failed(self, error: CrmError) -> None:
        advice = text(error.advice) if error.advice else ""
        self.trouble.set("error", text(error.message), advice, ((self.tr("Try again"), self._read),), "danger")
        self.stack.setCurrentWidget(self.trouble)

    def chosen(self) -> list[Attachment]:
        """The chosen files, in their order."""
        rows = sorted({index.row() for index in self.list.selectedIndexes()})
        return [self.files[row] for row in rows if row < len(self.files)]

    def _chosen_changed(self) -> None:
        chosen = self.chosen()
        one, some, free = len(chosen) == 1, bool(chosen), self._may_change()
        for tool, on in zip(self.tools, (one, one, one and free, one and free, some and free), strict=True):
            tool.setEnabled(on)
        if one and chosen[0].dangerous:
            self.tools[0].setEnabled(False)
        self.preview.show_file(chosen[0] if one else None)

    def _may_change(self) -> bool:
        return self._customer is not None and self._customer.deleted_at is None

    # Doing -------------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        """A key pressed in the list; whether it meant something."""
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_Delete: self.delete,
            Qt.Key.Key_Backspace: self.delete,
            Qt.Key.Key_Return: self.open,
            Qt.Key.Key_Enter: self.open,
        }
        if event.matches(QKeySequence.StandardKey.Save):
            self.save_as()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and Qt.Key(event.key()) in keys:
            keys[Qt.Key(event.key())]()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Asks for files and attaches them."""
        if self._may_change():
            self._dropped(ask_for_files(self._navigator.window()))

    def paste(self) -> None:
        """Attaches the files or the picture on the clipboard."""
        if self._customer is not None and self._may_change():
            from_clipboard(self._services, self._customer.id)

    def _dropped(self, sources: list[Source]) -> None:
        if self._customer is not None:
            attach(self._services, self._customer.id, sources)

    def open(self) -> None:
        """Hands a read-only copy to the system; says why not for what could run."""
        for file in self.chosen()[:1]:
            task = self._services.attachments.copy_to_open(file.id, self)
            task.then(self._hand_over).failed(self._services.notices.error)

    def _hand_over(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._services.notices.warn(Message(NOT_OPENED, {"file": path.name}), SAVE_IT)

    def save_as(self) -> None:
        for file in self.chosen()[:1]:
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            target = self.picker.save(
                self._navigator.window(), self.tr("Save a copy"), Path(folder) / file.name, self.tr("All files (*)")
            )
            if target is not None:
                self._save(file.id, target)

    def _save(self, key: Id, target: Path) -> None:
        def done(_: object) -> None:
            self._services.notices.done(Message(SAVED, {"file": target.name}), undoable=False)

        self._services.attachments.save_copy(key, target, self).then(done).failed(self._services.notices.error)

    def rename(self) -> None:
        self._edit(NAME)

    def write_note(self) -> None:
        self._edit(NOTE)

    def _edit(self, column: int) -> None:
        item = self.list.currentItem()
        if item is not None and self._may_change():
            self.list.editItem(item, column)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        row = self.list.indexOfTopLevelItem(item)
        if not 0 <= row < len(self.files) or column not in (NAME, NOTE):
            return
        file, value = self.files[row], item.text(column).strip()
        if column == NOTE and value != file.note:
            self._services.attachments.set_note(file.id, value).failed(self._refused)
        elif column == NAME and value != file.name:
            task = self._services.attachments.rename(file.id, value)
            task.then(self._renamed).failed(self._refused)

    def _renamed(self, outcome: Any) -> None:
        if outcome.change_set is None:
            self._fill(self.files)
        else:
            self._services.notices.done(Message(RENAMED, {"file": outcome.value}))

    def _refused(self, error: CrmError) -> None:
        self._fill(self.files)
        self._services.notices.error(error)

    def delete(self) -> None:
        """At once, without a question: Undo is one key away."""
        chosen = self.chosen()
        if not chosen or not self._may_change():
            return
        one = len(chosen) == 1
        words = Message(DELETED_ONE, {"file": chosen[0].name}) if one else Message(DELETED, {"count": len(chosen)})
        task = self._services.attachments.delete([file.id for file in chosen])
        task.then(lambda _: self._services.notices.done(words))

    def _menu(self, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tool in self.tools:
            action = QAction(tool.icon(), tool.toolTip().replace("&", "&&"), menu)
            action.setEnabled(tool.isEnabled())
            action.triggered.connect(tool.click)
            menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(spot))
