"""The fields in their order below the titles of their sections; dragged, or moved with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import TYPE_NAMES, FieldUse, sections
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.widgets.popover import ITEM_ROLE, ItemDelegate, ListItem

_ICONS = {
    FieldType.DATE: "calendar",
    FieldType.PHONE: "phone",
    FieldType.EMAIL: "email",
    FieldType.URL: "website",
    FieldType.LINK: "link",
    FieldType.CHOICE: "list",
    FieldType.CHOICES: "list",
    FieldType.YES_NO: "check",
    FieldType.LONG_TEXT: "note",
}
_USE = Qt.ItemDataRole.UserRole + 77
_SECTION = Qt.ItemDataRole.UserRole + 78


class FieldList(QListWidget):
    """`moved(ids, sections)` when the person has put the fields into another order."""

    moved = Signal(object, object)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ItemDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Custom fields"))
        self.itemDoubleClicked.connect(self._open)

    def show_fields(self, uses: Sequence[FieldUse], no_section: str) -> None:
        """Shows the fields; the chosen one stays chosen."""
        chosen = self.current()
        filled = {use.field.id: use for use in uses}
        found = sections(use.field for use in uses)
        self.clear()
        for title, members in found:
            if title or len(found) > 1:
                head = QListWidgetItem(title or no_section)
                head.setFlags(Qt.ItemFlag.ItemIsDropEnabled)
                head.setData(ITEM_ROLE, title or no_section)
                head.setData(_SECTION, title)
                self.addItem(head)
            for field in members:
                self._line(filled[field.id])
        if chosen is not None:
            self.choose(chosen.field.id)
        if self.current() is None:
            first = next((at for at in range(self.count()) if self.item(at).data(_USE)), -1)
            self.setCurrentRow(first)

    def _line(self, use: FieldUse) -> None:
        field = use.field
        words = self.tr("{count} filled").replace("{count}", format_number(use.filled))
        marks = [text(TYPE_NAMES[field.type]), self.tr("required") if field.required else "", words]
        detail = "  ·  ".join(mark for mark in marks if mark)
        item = QListWidgetItem(field.name)
        item.setData(ITEM_ROLE, ListItem(field.id, field.name, detail, _ICONS.get(field.type, "record")))
        item.setData(_USE, use)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{field.name}, {detail}")
        self.addItem(item)

    def current(self) -> FieldUse | None:
        item = self.currentItem()
        found = item.data(_USE) if item is not None else None
        return found if isinstance(found, FieldUse) else None

    def choose(self, field_id: Id) -> None:
        for at in range(self.count()):
            use = self.item(at).data(_USE)
            if isinstance(use, FieldUse) and use.field.id == field_id:
                self.setCurrentRow(at)

    def shift(self, by: int) -> None:
        """Moves the chosen field over its neighbour, or into the section beside its own."""
        at = self.currentRow()
        to = at + by
        if self.current() is None or not 0 <= to < self.count() or (by < 0 and to == 0 and self._is_head(0)):
            return
        item = self.takeItem(at)
        self.insertItem(to, item)
        self.setCurrentRow(to)
        self._tell()

    def _is_head(self, at: int) -> bool:
        return self.item(at).data(_USE) is None

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        QTimer.singleShot(0, self, self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        use = self.current()
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif use is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(use)
        elif use is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(use)
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        use = item.data(_USE)
        if isinstance(use, FieldUse):
            self.opened.emit(use)

    def _tell(self) -> None:
        ids: list[Id] = []
        found: dict[Id, str] = {}
        section: str | None = None
        for at in range(self.count()):
            item = self.item(at)
            use = item.data(_USE)
            if isinstance(use, FieldUse):
                ids.append(use.field.id)
                found[use.field.id] = use.field.section if section is None else section
            else:
                section = str(item.data(_SECTION) or "")
        self.moved.emit(ids, found)
