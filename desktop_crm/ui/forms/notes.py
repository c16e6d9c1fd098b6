"""The notes of a form: plain Markdown with a few helpers, and a look at how it will read."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from desktop_crm.ui.forms.field import FieldWidget, fill
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.markdown import MarkdownView


class NotesField(FieldWidget):
    """Tab leaves the field."""

    def __init__(self, lines: int = 8) -> None:
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.view = MarkdownView()
        self._page = ScrollColumn(self.tr("Preview"))
        self._page.box.addWidget(self.view)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.edit)
        self.stack.addWidget(self._page)
        self.stack.setFixedHeight(self.edit.fontMetrics().lineSpacing() * lines + 20)
        self.helpers = [
            tool_button("bold", self.tr("Bold"), self.bold),
            tool_button("list", self.tr("List"), self.list),
            tool_button("link", self.tr("Link"), self.link),
        ]
        self.toggle: QPushButton = button(self.tr("Preview"), self._turn, "flat", "view")
        self.toggle.setCheckable(True)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for one in self.helpers:
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.toggle)
        fill(self, bar, self.stack)
        self.watch(self.edit)
        self._quiet = False
        self.edit.textChanged.connect(self._changed)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        if value != self.value():
            self._quiet = True
            self.edit.setPlainText(value or "")
            self._quiet = False

    def inputs(self) -> list[QWidget]:
        return [self.edit]

    def bold(self) -> None:
        """Puts the chosen words between two pairs of stars, or takes those away."""
        cursor = self.edit.textCursor()
        chosen = cursor.selectedText()
        if len(chosen) > 4 and chosen.startswith("**") and chosen.endswith("**"):
            cursor.insertText(chosen[2:-2])
        else:
            cursor.insertText(f"**{chosen}**")
            if not chosen:
                cursor.movePosition(QTextCursor.MoveOperation.Left, n=2)
        self._go_on(cursor)

    def list(self) -> None:
        """Makes the chosen lines the points of a list."""
        cursor = self.edit.textCursor()
        document = self.edit.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            line = document.findBlockByNumber(number)
            if not line.text().startswith("- "):
                QTextCursor(line).insertText("- ")
        cursor.endEditBlock()
        self._go_on(self.edit.textCursor())

    def link(self) -> None:
        """Makes the chosen words a link, and chooses the place for its address."""
        cursor = self.edit.textCursor()
        words = cursor.selectedText() or self.tr("text")
        cursor.insertText(f"[{words}](https://)")
        cursor.movePosition(QTextCursor.MoveOperation.Left)
        self._go_on(cursor)

    def _go_on(self, cursor: QTextCursor) -> None:
        self.edit.setTextCursor(cursor)
        self.edit.setFocus()

    def _turn(self) -> None:
        shown = self.toggle.isChecked()
        if shown:
            self.view.set_markdown(self.value())
        self.stack.setCurrentWidget(self._page if shown else self.edit)
        for one in self.helpers:
            one.setEnabled(not shown)

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()
