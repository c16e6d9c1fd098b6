"""Fields that hold several things: contact points, tags, sub-records."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_crm.models.records.customers import ContactPoint, PointKind
from desktop_crm.ui.forms.field import FieldWidget, fill, is_key
from desktop_crm.ui.theme import icons
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.chips import FlowLayout, TagChip
from desktop_crm.ui.widgets.labels import ElidedLabel, restyle
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.popover import ListItem, Popover


class PointRow(QWidget):
    """One contact point: kind, value, label, "main" mark, remove."""

    edited = Signal()
    removed = Signal()
    made_primary = Signal()

    def __init__(self, kinds: Sequence[tuple[PointKind, str]], point: ContactPoint) -> None:
        super().__init__()
        self._point = point
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        for key, text in kinds:
            self.kind.addItem(icons.icon(key.value), text, key.value)
        self.kind.setCurrentIndex(max(self.kind.findData(point.kind.value), 0))
        self.kind.setMinimumWidth(112)
        self.text = QLineEdit(point.value)
        self.text.setAccessibleName(self.tr("Number or address"))
        self.text.setPlaceholderText(self.tr("Number or address"))
        self.note = QLineEdit(point.label)
        self.note.setAccessibleName(self.tr("Label"))
        self.note.setPlaceholderText(self.tr("Label"))
        self.note.setMaximumWidth(120)
        self.main = tool_button("star", self.tr("Main one of its kind"), self.made_primary.emit)
        self.main.setCheckable(True)
        self.remove = tool_button("remove", self.tr("Remove (Ctrl+Delete)"), self.removed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for one, stretch in (
            (self.kind, 0),
            (self.text, 1),
            (self.note, 0),
            (self.main, 0),
            (self.remove, 0),
        ):
            row.addWidget(one, stretch)
        self.set_primary(point.primary)
        self.kind.currentIndexChanged.connect(lambda _: self.edited.emit())
        self.text.textEdited.connect(lambda _: self.edited.emit())
        self.note.textEdited.connect(lambda _: self.edited.emit())

    def set_primary(self, primary: bool) -> None:
        self.main.setChecked(primary)
        self.main.setIcon(icons.icon("star_filled" if primary else "star", "accent" if primary else "text_secondary"))

    def point(self) -> ContactPoint:
        return dataclasses.replace(
            self._point,
            kind=PointKind(self.kind.currentData()),
            value=self.text.text().strip(),
            label=self.note.text().strip(),
            primary=self.main.isChecked(),
        )


class PointsField(FieldWidget):
    """Any number of phones, e-mails and other channels. Ctrl+Enter adds a row, Ctrl+Delete removes the one
    in hand; at most one of each kind is the main one; rows without a value do not count."""

    def __init__(self, kinds: Sequence[tuple[PointKind, str]]) -> None:
        super().__init__()
        self._kinds = kinds
        self._name = ""
        self.rows: list[PointRow] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(STEP)
        self.add_button = button(self.tr("Add"), self.add_row, "flat", "add")
        column = fill(self)
        column.addLayout(self._box)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.watch(self.add_button)

    def value(self) -> tuple[ContactPoint, ...]:
        return tuple(row.point() for row in self.rows if row.text.text().strip())

    def set_value(self, value: Any) -> None:
        if tuple(value) == self.value() and self.rows:
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for point in value:
            self._append(point)

    def inputs(self) -> list[QWidget]:
        return [self.rows[0].text if self.rows else self.add_button]

    def set_name(self, name: str) -> None:
        self._name = name
        self.add_button.setAccessibleName(f"{self.tr('Add')}: {name}")

    def add_row(self) -> None:
        """Adds an empty row of the kind of the last one and goes there."""
        kind = PointKind(self.rows[-1].kind.currentData()) if self.rows else self._kinds[0][0]
        self._append(ContactPoint(kind, "")).text.setFocus()

    def remove_row(self, row: PointRow) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        target: QWidget = self.rows[min(at, len(self.rows) - 1)].text if self.rows else self.add_button
        target.setFocus()
        self.edited.emit()

    def _append(self, point: ContactPoint) -> PointRow:
        row = PointRow(self._kinds, point)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self.remove_row(row))
        row.made_primary.connect(lambda: self._primary(row))
        for one in (row.kind, row.text, row.note, row.main, row.remove):
            one.installEventFilter(self)
        self.rows.append(row)
        self._box.addWidget(row)
        self.setFocusProxy(self.rows[0].text)
        return row

    def _primary(self, chosen: PointRow) -> None:
        on = chosen.main.isChecked()
        for row in self.rows:
            if row.kind.currentData() == chosen.kind.currentData():
                row.set_primary(on and row is chosen)
        self.edited.emit()

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        if is_key(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, control=True):
            self.add_row()
            return True
        if is_key(event, Qt.Key.Key_Delete, control=True):
            row = next((one for one in self.rows if watched.parent() is one), None)
            if row is not None:
                self.remove_row(row)
                return True
        return False


class TagsField(FieldWidget):
    """Tags by name. Enter or a comma takes what was typed, Backspace in the empty input the last tag away."""

    def __init__(self, known: Sequence[tuple[str, str]] = (), placeholder: str = "") -> None:
        """`known` are (name, colour token)."""
        super().__init__()
        self._known = dict(known)
        self._names: list[str] = []
        self._frame = QFrame(self)
        self._frame.setObjectName("chipInput")
        self._flow = FlowLayout(self._frame)
        self._flow.setContentsMargins(8, 5, 6, 4)
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setPlaceholderText(placeholder or self.tr("Add a tag"))
        self.edit.setMinimumWidth(96)
        self.edit.setFixedHeight(22)
        self._flow.addWidget(self.edit)
        fill(self, self._frame)
        self._popover: Popover | None = None
        self.watch(self.edit)
        self.edit.textEdited.connect(self._typed)

    def set_known(self, known: Sequence[tuple[str, str]]) -> None:
        self._known = dict(known)
        self._rebuild()

    def value(self) -> tuple[str, ...]:
        return tuple(self._names)

    def set_value(self, value: Any) -> None:
        if list(value) != self._names:
            self._names = list(value)
            self._rebuild()

    def inputs(self) -> list[QWidget]:
        return [self.edit]

    def add(self, name: str) -> None:
        """Adds a tag once, in the spelling that is known."""
        wanted = name.strip()
        wanted = next((one for one in self._known if one.casefold() == wanted.casefold()), wanted)
        self.edit.clear()
        if wanted and wanted not in self._names:
            self._names.append(wanted)
            self._rebuild()
            self.edited.emit()

    def remove(self, name: str) -> None:
        if name in self._names:
            self._names.remove(name)
            self._rebuild()
            self.edit.setFocus()
            self.edited.emit()

    def _rebuild(self) -> None:
        while self._flow.count() > 1:
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, name in enumerate(self._names):
            chip = TagChip(name, self._known.get(name, "tag8"), removable=True)
            chip.removed.connect(self.remove)
            self._flow.insert(at, chip)
        self._frame.updateGeometry()
        self.updateGeometry()

    def _typed(self, text: str) -> None:
        if text.endswith((",", "，", ";", "；")):
            self.add(text[:-1])
            return
        query = text.strip()
        hits = []
        for name in self._known:
            hit = match(query, name)
            if query and hit is not None and name not in self._names:
                hits.append((hit[0], ListItem(name, name, icon="tag", bold=hit[1])))
        self.offer([item for _, item in sorted(hits, key=lambda one: one[0])[:8]])

    def offer(self, items: Sequence[ListItem]) -> None:
        """Lists what can be taken below the input."""
        if self._popover is None:
            self._popover = Popover(self.edit, self.tr("Tags"))
            self._popover.chosen.connect(self.add)
        self._popover.show_items(items)

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.edit.text().strip():
            if self._popover is None or not self._popover.isVisible():
                self.add(self.edit.text())
                return True
        elif event.key() == Qt.Key.Key_Backspace and not self.edit.text() and self._names:
            self.remove(self._names[-1])
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            restyle(self._frame)
            if event.type() == QEvent.Type.FocusOut and self.edit.text().strip():
                self.add(self.edit.text())
        return super().eventFilter(watched, event)


class RecordsField(FieldWidget):
    """A list of sub-records such as contact persons. `describe` gives (icon, title, detail); `edit(record,
    done)` lets the person change one (None: a new one) and calls `done` with the result."""

    def __init__(
        self,
        add_text: str,
        describe: Callable[[Any], tuple[str, str, str]],
        edit: Callable[[Any, Callable[[Any], None]], None],
    ) -> None:
        super().__init__()
        self._describe, self._edit = describe, edit
        self._records: list[Any] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(STEP)
        self.add_button = button(add_text, lambda: self._edit(None, self._added), "flat", "add")
        column = fill(self)
        column.addLayout(self._box)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.watch(self.add_button)

    def value(self) -> tuple[Any, ...]:
        return tuple(self._records)

    def set_value(self, value: Any) -> None:
        self._records = list(value)
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, record in enumerate(self._records):
            self._box.addWidget(self._card(at, record))

    def inputs(self) -> list[QWidget]:
        return [self.add_button]

    def set_name(self, name: str) -> None:
        self.add_button.setAccessibleDescription(name)

    def _card(self, at: int, record: Any) -> QWidget:
        icon, title, detail = self._describe(record)
        card = QFrame()
        card.setProperty("surface", "card")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(title))
        words.addWidget(ElidedLabel(detail, "hint"))
        to_change, to_remove = self.tr("Change"), self.tr("Remove")
        change = tool_button("edit", f"{to_change}: {title}", lambda: self._change(at))
        remove = tool_button("remove", f"{to_remove}: {title}", lambda: self._remove(at))
        mark = tool_button(icon, title)
        mark.setEnabled(False)
        row = QHBoxLayout(card)
        row.setContentsMargins(STEP, 6, STEP, 6)
        row.addWidget(mark)
        row.addLayout(words, 1)
        row.addWidget(change)
        row.addWidget(remove)
        return card

    def _added(self, record: Any) -> None:
        self._replace([*self._records, record])

    def _change(self, at: int) -> None:
        before = self._records
        self._edit(before[at], lambda record: self._replace([*before[:at], record, *before[at + 1 :]]))

    def _remove(self, at: int) -> None:
        self._replace([*self._records[:at], *self._records[at + 1 :]])
        self.add_button.setFocus()

    def _replace(self, records: list[Any]) -> None:
        self.set_value(records)
        self.edited.emit()
