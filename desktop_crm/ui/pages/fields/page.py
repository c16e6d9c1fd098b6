"""The administrator's own fields: a list with sections, a preview of the form, and what was removed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.actions import Context
from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.custom_fields import FieldsView, FieldUse
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.custom_form import NO_SECTION, CustomCards
from desktop_crm.ui.pages.customers.scroll import GUTTER, ScrollColumn, clear_box
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.pages.fields.dialog import FieldDialog
from desktop_crm.ui.pages.fields.feature import PAGE
from desktop_crm.ui.pages.fields.field_list import FieldList
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import ElidedLabel, label

REMOVED = Message(QT_TRANSLATE_NOOP("messages", "Field “{name}” removed. Its values are kept."))
RESTORED = Message(QT_TRANSLATE_NOOP("messages", "Field “{name}” restored"))
EMPTIED = Message(QT_TRANSLATE_NOOP("messages", "Field “{name}” emptied"))


class FieldsPage(QWidget):
    """Enter changes a field, Delete removes it, Alt with the arrows moves it."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self._services, self._navigator = services, navigator
        self._words = Lexicon(services.runner, self)
        self.view = FieldsView()
        self.list = FieldList()
        self.preview = ScrollColumn("", 2 * STEP)
        self.preview.setAccessibleName(self.tr("Preview of the form"))
        self.removed = QVBoxLayout()
        self.removed.setSpacing(STEP // 2)
        self.count = label(role="hint")
        self.empty = EmptyState("columns", "")
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(label(self.tr("Custom fields"), "title"))
        head.addWidget(self.count)
        head.addStretch(1)
        self.add_button = button(
            self.tr("Add a field"), lambda: self._navigator.run_action("fields.add"), "primary", "add"
        )
        head.addWidget(self.add_button)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setChildrenCollapsible(False)
        split.setHandleWidth(2 * STEP)
        split.setProperty("plain", True)
        split.setSizes([420, 560])
        self.stack = QStackedWidget()
        self.stack.addWidget(split)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        head.setContentsMargins(0, 0, GUTTER, 0)
        outer.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP - GUTTER, 2 * STEP)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(self.stack, 1)
        self.empty.set(
            "columns",
            self.tr("No fields of your own yet"),
            self.tr(
                "What you ask your customers and the form does not have, such as a contract number or shelf space: "
                "add it here. It then appears in the form, the list, filters, search, import and export."
            ),
            ((self.tr("Add a field"), lambda: self._navigator.run_action("fields.add")),),
        )

    def _right(self) -> QWidget:
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(STEP)
        beside.addWidget(label(self.tr("Preview of the form"), "heading"))
        beside.addWidget(self.preview, 1)
        return right

    def _left(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        self.tools = [
            tool_button("edit", self.tr("Change (Enter)"), lambda: self._open(self.list.current())),
            tool_button("arrow_up", self.tr("Move up (Alt+Up)"), lambda: self.list.shift(-1)),
            tool_button("arrow_down", self.tr("Move down (Alt+Down)"), lambda: self.list.shift(1)),
            tool_button("delete", self.tr("Remove (Delete)"), lambda: self._remove(self.list.current())),
        ]
        for tool in self.tools:
            bar.addWidget(tool)
        bar.addStretch(1)
        card = QFrame()
        card.setProperty("surface", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(STEP, STEP, STEP, STEP)
        inside.addLayout(bar)
        inside.addWidget(self.list, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(card, 1)
        column.addLayout(self.removed)
        return left

    def _connect(self) -> None:
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        self.list.moved.connect(self._moved)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self._services.bus.subscribe(self, ("custom_field", "customer"), lambda _: self._stale())
        self._services.workspace.opened.connect(lambda _: self._stale())

    # For the window.

    def activate(self) -> None:
        self.reload()
        self.list.setFocus()

    def context(self) -> Context:
        return Context(page=PAGE)

    def page_title(self) -> str:
        return self.tr("Custom fields")

    def _stale(self) -> None:
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Reads the fields anew."""
        self._services.fields.view(self).then(self._show).failed(self._services.notices.error)

    def _show(self, view: FieldsView) -> None:
        self.view = view
        used = len(view.fields) + len(view.removed)
        words = self.tr("{count} of {most}")
        shown = words.replace("{count}", format_number(used)).replace("{most}", format_number(view.most))
        self.count.setText(shown if used else "")
        self.stack.setCurrentIndex(0 if used else 1)
        self.add_button.setVisible(bool(used))
        self.list.show_fields(view.fields, text(NO_SECTION))
        self._enable()
        self._show_preview()
        self._show_removed()

    def _show_preview(self) -> None:
        self.preview.empty()
        cards = CustomCards([use.field for use in self.view.fields], self._words, self._services.search)
        for use in self.view.fields:
            cards.rows[use.field.slot].field.set_value("")
        for card in cards.cards:
            self.preview.box.addWidget(card)

    def _show_removed(self) -> None:
        clear_box(self.removed)
        if self.view.removed:
            self.removed.addWidget(label(self.tr("Removed fields"), "heading"))
        for use in self.view.removed:
            self.removed.addWidget(self._removed_line(use))

    def _removed_line(self, use: FieldUse) -> QFrame:
        name = use.field.name
        card = QFrame()
        card.setProperty("surface", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 6, STEP, 6)
        row.setSpacing(STEP)
        row.addWidget(ElidedLabel(name), 1)
        row.addWidget(label(self.tr("{count} filled").replace("{count}", format_number(use.filled)), "hint"))
        restore = button(self.tr("Restore"), lambda: self._restore(use))
        restore.setAccessibleName(f"{restore.text()}: {name}")
        purge = button(self.tr("Empty for good"), lambda: self._purge(use), "flat")
        purge.setAccessibleName(f"{purge.text()}: {name}")
        row.addWidget(restore)
        row.addWidget(purge)
        return card

    def _enable(self) -> None:
        for tool in self.tools:
            tool.setEnabled(self.list.current() is not None)

    # What is done.

    def _open(self, use: FieldUse | None) -> None:
        if use is not None:
            FieldDialog(self._services, self.view, use, self).open()

    def _moved(self, ids: list[Id], sections: dict[Id, str]) -> None:
        self._services.fields.order(ids, sections).failed(self._failed)

    def _remove(self, use: FieldUse | None) -> None:
        if use is not None:
            task = self._services.fields.remove(use.field.id, use.filled)
            task.then(lambda _: self._done(REMOVED, use)).failed(self._failed)

    def _restore(self, use: FieldUse) -> None:
        task = self._services.fields.restore(use.field.id, use.filled)
        task.then(lambda _: self._done(RESTORED, use)).failed(self._failed)

    def _purge(self, use: FieldUse) -> None:
        task = self._services.fields.purge(use.field.id, use.filled)
        task.then(lambda _: self._done(EMPTIED, use)).failed(self._failed)

    def _done(self, message: Message, use: FieldUse) -> None:
        self._services.notices.done(Message(message.text, {"name": use.field.name}))

    def _failed(self, error: Any) -> None:
        assert isinstance(error, CrmError)
        self._services.notices.error(error)
        self.reload()
