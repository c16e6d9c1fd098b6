"""The bar above the pages: back, search, undo and redo, settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.search_field import SearchField

SEARCH_WIDTH = 70 * STEP


class TopBar(QFrame):
    """Made before anything else is loaded: the buttons do nothing until `bind` gives them their actions."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.back = tool_button("arrow_left", self.tr("Back"))
        self.undo = tool_button("undo", self.tr("Undo"))
        self.redo = tool_button("redo", self.tr("Redo"))
        self.settings = tool_button("settings", self.tr("Settings"))
        self._search: QWidget = SearchField(self.tr("Search customers: name, pinyin, phone, e-mail"), "Ctrl+L")
        self._search.setMaximumWidth(SEARCH_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(STEP // 2)
        row.addWidget(self.back)
        row.addSpacing(STEP // 2)
        row.addWidget(self._search, 10)
        row.addStretch(1)
        for one in (self.undo, self.redo, self.settings):
            row.addWidget(one)
        for one in (self.back, self.undo, self.redo, self.settings):
            one.setEnabled(False)
        self._row = row

    def bind(self, button: QToolButton, action: QAction) -> None:
        """From now on the button is that action: its text, tooltip and state."""
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setDefaultAction(action)
        button.setEnabled(action.isEnabled())

    def set_search(self, box: QWidget) -> None:
        """Puts the real search box in the place of the one that only showed where it will be."""
        box.setMaximumWidth(SEARCH_WIDTH)
        self._row.replaceWidget(self._search, box)
        self._search.hide()
        self._search.deleteLater()
        self._search = box

    @property
    def search(self) -> QWidget:
        return self._search

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and isinstance(self._search, SearchField):
            self._search.set_placeholder(self.tr("Search customers: name, pinyin, phone, e-mail"))
