"""Every change: who, when, what, from → to; older ones can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.notices import Posted, Tone
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.history import ChangeSet
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.history.detail import ChangeDetail
from desktop_crm.ui.pages.history.model import ChangeSetDelegate, ChangeSetModel
from desktop_crm.ui.pages.history.record_filter import RecordFilter
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.search_field import SearchField

UNDONE = Message(QT_TRANSLATE_NOOP("messages", "Undone: {title}"))
SPLIT = "history.split"


class HistoryPage(QWidget):
    """Up and down choose a change, Tab goes to what it did; the filters narrow the list."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self._services = services
        self._navigator = navigator
        self._customer: Id | None = None
        self._stale = True
        self._wanted: Id | None = None
        self.filter = SearchField("")
        self.record = RecordFilter(services.search)
        self.model = ChangeSetModel(self._fetch, lambda: self.tr("Undone"), self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChangeSetDelegate(lambda: self.tr("Undone"), self))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.detail = ChangeDetail()
        self._title = label(role="title")
        self._empty = EmptyState("history", "")
        self._build()
        self._connect()
        self._words()

    def _build(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(STEP)
        filters.addWidget(self.filter, 1)
        filters.addWidget(self.record, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(filters)
        card = QFrame()
        card.setProperty("surface", "card")
        framed = QVBoxLayout(card)
        framed.setContentsMargins(4, 4, 4, 4)
        framed.addWidget(self.list)
        column.addWidget(card, 1)
        right = QFrame()
        right.setProperty("surface", "plain")
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.detail)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([420, 560])
        self._split.setStretchFactor(1, 1)
        sizes = self._services.state.get(SPLIT)
        if isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(one, int) for one in sizes):
            self._split.setSizes(sizes)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.filter.settled.connect(lambda _: self.reload())
        self.filter.arrow.connect(lambda _: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.record.chosen.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.detail.undo_asked.connect(self.undo)
        self.detail.redo_asked.connect(lambda: self._navigator.run_action("edit.redo"))
        self.detail.customer_asked.connect(self._navigator.open_customer)
        self.detail.blocker_asked.connect(self._go_to)
        self._split.splitterMoved.connect(lambda *_: self._services.state.set(SPLIT, self._split.sizes()))
        self._services.bus.changed.connect(self._changed)
        self._services.undo.changed.connect(self._show_head)

    def _words(self) -> None:
        self._title.setText(self.page_title())
        self.filter.set_placeholder(self.tr("Filter by name, change or person"))
        self.list.setAccessibleName(self.tr("Changes"))
        self._empty.set(
            "history",
            self.tr("Nothing has been changed yet"),
            self.tr("Every change is listed here with who made it and when, and can be undone."),
        )

    # For the window.

    def activate(self) -> None:
        if self._stale:
            self.reload()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_customer(self, key: Id, name: str) -> None:
        """Narrows the history to one customer."""
        self.record.pick(key, name)

    def undo(self, change_set: Id) -> None:
        """Takes a change back; a refusal is shown beside it."""
        task = self._services.history.undo(change_set)
        task.then(self._undone).failed(self._refused)

    def reload(self) -> None:
        """Reads the newest changes, and stays on the one that is chosen."""
        self._stale = False
        self.model.reload()

    def _fetch(self, before: int | None) -> None:
        asked = self._services.history.change_sets(
            self, customer_id=self._customer, text=self.filter.text(), before=before
        )
        asked.then(lambda found: self._add(before, found))

    def _add(self, before: int | None, found: Sequence[ChangeSet]) -> None:
        kept = self._wanted or (self.detail.change.id if self.detail.change else None)
        self.model.add(before, found)
        if before is not None:
            return
        narrowed = bool(self.filter.text().strip()) or self._customer is not None
        self._stack.setCurrentWidget(self._split if found or narrowed else self._empty)
        self._wanted = None
        row = max(0, self.model.row_of(kept)) if kept else 0
        index = self.model.index(row)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self._chosen(index)
        else:
            self.detail.show_change(None)

    def _narrow(self, key: Id | None) -> None:
        self._customer = key
        self.reload()

    def _chosen(self, index: QModelIndex, _: object = None) -> None:
        change = self.model.change(index.row())
        if change is not None:
            self._show(change)

    def _show(self, change: ChangeSet) -> None:
        self.detail.show_change(change, may_redo=self._may_redo(change))
        rows = self._services.history.row_changes(self, change.id)
        rows.then(lambda found: self.detail.show_rows(change.id, found))

    def _show_head(self) -> None:
        change = self.detail.change
        if change is not None:
            self.detail.show_change(change, may_redo=self._may_redo(change))

    def _may_redo(self, change: ChangeSet) -> bool:
        state = self._services.undo.current
        step = state.redo if state else None
        return step is not None and step.id == change.id

    def _go_to(self, change: ChangeSet) -> None:
        """To a change that stands in the way of an undo, wherever it is."""
        row = self.model.row_of(change.id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))
        else:
            self.list.clearSelection()
            self._show(change)

    def _undone(self, outcome: Any) -> None:
        title = outcome.value if isinstance(outcome.value, Message) else Message("")
        notice = Posted(Message(UNDONE.text, {"title": title}), Tone.SUCCESS, action="edit.redo")
        self._services.notices.posted.emit(notice)

    def _refused(self, error: CrmError) -> None:
        self.detail.show_refusal(error)

    def _changed(self, _: object) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def page_title(self) -> str:
        return text(Message(QT_TRANSLATE_NOOP("messages", "History")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.list.viewport().update()
