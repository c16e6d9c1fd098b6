"""All shortcuts on one page, with a filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop_crm.ui.actions import ShortcutRow
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.popover import ItemList, ListItem
from desktop_crm.ui.widgets.search_field import SearchField


class ShortcutsDialog(PlainDialog):
    """`rows` is ActionRegistry.shortcuts."""

    def __init__(self, rows: Callable[[], Sequence[ShortcutRow]], parent: QWidget | None = None) -> None:
        super().__init__("", "keyboard", parent=parent)
        self._read = rows
        self._rows: Sequence[ShortcutRow] = ()
        self.filter = SearchField("")
        self.list = ItemList("")
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self._close = self.add_close("")
        self.filter.changed.connect(self._show)
        self.filter.arrow.connect(self.list.step)
        self.resize(520, 560)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Keyboard shortcuts"))
        self.filter.set_placeholder(self.tr("Find a shortcut"))
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._close.setText(self.tr("Close"))
        self._rows = self._read()
        self._show(self.filter.text())

    def _show(self, text: str) -> None:
        lines = []
        for row in self._rows:
            hit = match(text.strip(), row.text)
            if hit is not None or text.strip().casefold() in row.shortcut.casefold():
                spans = hit[1] if hit is not None else ()
                lines.append(ListItem(row, row.text, shortcut=row.shortcut, group=row.group, bold=spans))
        self.list.set_items(lines)
