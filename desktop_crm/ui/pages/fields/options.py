"""The options of a choice: added, renamed and put in order in place, and where the values of removed ones go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number
from desktop_crm.models.records.custom_fields import Option
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.forms.field import FieldWidget, fill, is_key
from desktop_crm.ui.pages.customers.scroll import clear_box
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.labels import label


class _Row(QWidget):
    """One option; Enter goes to the next or adds one, Alt with the arrows moves it."""

    def __init__(self, owner: OptionsEditor, option: Option) -> None:
        super().__init__()
        self.option = option
        self.edit = QLineEdit(option.label)
        self.edit.setMaxLength(100)
        self.edit.setAccessibleName(self.tr("Option"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        row.addWidget(tool_button("arrow_up", self.tr("Move up"), lambda: owner.shift(self, -1)))
        row.addWidget(tool_button("arrow_down", self.tr("Move down"), lambda: owner.shift(self, 1)))
        row.addWidget(tool_button("remove", self.tr("Remove"), lambda: owner.remove(self)))
        owner.watch_more(self.edit)
        self.edit.textEdited.connect(lambda _: owner.edited.emit())

    def value(self) -> Option:
        return replace(self.option, label=self.edit.text().strip())


class OptionsEditor(FieldWidget):
    """The value is a tuple of `Option`; `moves` says where the values of the removed ones go."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self.targets: dict[str, ChoiceField] = {}
        self._uses: Mapping[str, int] = {}
        self._first: tuple[Option, ...] = ()
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        self._gone = QVBoxLayout()
        self._gone.setSpacing(4)
        self.add_button = button(self.tr("Add an option"), self.add, "flat", "add")
        column = fill(self)
        column.setSpacing(STEP)
        column.addLayout(self._box)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._gone)
        self.watch(self.add_button)

    def value(self) -> tuple[Option, ...]:
        return tuple(option for row in self.rows if (option := row.value()).label or option.key)

    def set_value(self, value: Any) -> None:
        if tuple(value) == self.value():
            return
        self._first = tuple(value)
        while self.rows:
            self._drop(self.rows[-1])
        for option in value:
            self._append(option)

    def inputs(self) -> list[QWidget]:
        return [*(row.edit for row in self.rows), self.add_button]

    def set_name(self, name: str) -> None:
        self.add_button.setAccessibleDescription(name)

    def set_uses(self, uses: Mapping[str, int]) -> None:
        """How many customers hold each option."""
        self._uses = uses
        self._show_gone()

    def moves(self) -> dict[str, str]:
        """Where the values of removed options go: to another key, or "" to be cleared."""
        return {key: str(target.value() or "") for key, target in self.targets.items()}

    def add(self) -> None:
        """Adds an empty option and goes to it."""
        self._append(Option("", "")).edit.setFocus()

    def shift(self, row: _Row, by: int) -> None:
        at = self.rows.index(row)
        to = at + by
        if 0 <= to < len(self.rows):
            self.rows.insert(to, self.rows.pop(at))
            self._box.removeWidget(row)
            self._box.insertWidget(to, row)
            row.edit.setFocus()
            self.edited.emit()

    def remove(self, row: _Row) -> None:
        at = self.rows.index(row)
        self._drop(row)
        (self.rows[min(at, len(self.rows) - 1)].edit if self.rows else self.add_button).setFocus()
        self._show_gone()
        self.edited.emit()

    def watch_more(self, edit: QLineEdit) -> None:
        edit.installEventFilter(self)

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        row = next((row for row in self.rows if row.edit is watched), None)
        if row is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(row, -1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        if is_key(event, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self.rows.index(row) + 1
            self.rows[at].edit.setFocus() if at < len(self.rows) else self.add()
            return True
        return False

    def _append(self, option: Option) -> _Row:
        row = _Row(self, option)
        self.rows.append(row)
        self._box.addWidget(row)
        return row

    def _drop(self, row: _Row) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _show_gone(self) -> None:
        """A line for each removed option that customers hold."""
        clear_box(self._gone)
        chosen = self.moves()
        self.targets = {}
        here = {row.option.key for row in self.rows}
        left: Sequence[tuple[str, str]] = [(row.option.key, row.value().label) for row in self.rows if row.option.key]
        for option in self._first:
            if option.key and option.key not in here and self._uses.get(option.key):
                words = self.tr("“{option}” goes; its values ({count}) become")
                shown = words.replace("{option}", option.label).replace(
                    "{count}", format_number(self._uses[option.key])
                )
                target = ChoiceField([("", self.tr("empty")), *left])
                target.set_value(chosen.get(option.key, ""))
                target.set_name(shown)
                self.targets[option.key] = target
                self._gone.addWidget(label(shown, "hint", wrap=True))
                self._gone.addWidget(target)
