"""The duplicates desk: what the last scan found, looked at one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.actions import Context
from desktop_crm.controllers.duplicates import DESK_TABLES
from desktop_crm.controllers.i18n import format_number, format_relative, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.duplicates import Comparison, Group, ScanInfo
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.duplicates.compare import ComparePane
from desktop_crm.ui.pages.duplicates.feature import PAGE as PAGE_ID
from desktop_crm.ui.pages.duplicates.groups import PAGE, GroupDelegate, GroupModel
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import label

SPLIT = "duplicates.split"
MERGED = QT_TRANSLATE_NOOP("messages", "{count} customers merged into {name}")
KEPT_APART = Message(QT_TRANSLATE_NOOP("messages", "They will not be offered as duplicates again."))


class DuplicatesPage(QWidget):
    """Up and down choose a group, Return goes to its fields; merging or keeping apart goes on to the next."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self._services, self._navigator = services, navigator
        self._desk = services.duplicates
        self._stale = True
        self._last: ScanInfo | None = None
        self._asked: tuple[Id, ...] = ()
        self.model = GroupModel(self._fetch, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(GroupDelegate(self))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane = ComparePane()
        self.scan = button("", self.start_scan, "normal", "refresh")
        self._title = label(role="title")
        self._blank_title = label(role="title")
        self._when = label(role="hint", wrap=True)
        self._nothing = EmptyState("duplicate", "")
        self._blank = self._build_blank()
        self._build()
        self._connect()
        self._words()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(self._title, 1)
        top.addWidget(self.scan)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._when)
        card = QFrame()
        card.setProperty("surface", "card")
        shelf = QVBoxLayout(card)
        shelf.setContentsMargins(1, STEP // 2, 1, STEP // 2)
        shelf.addWidget(self.list)
        column.addWidget(card, 1)
        right = QFrame()
        right.setProperty("surface", "plain")
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pane)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([380, 640])
        self._split.setStretchFactor(1, 1)
        sizes = self._services.state.get(SPLIT)
        if isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(one, int) for one in sizes):
            self._split.setSizes(sizes)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._blank)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_blank(self) -> QWidget:
        blank = QWidget()
        column = QVBoxLayout(blank)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        column.addWidget(self._blank_title)
        column.addWidget(self._nothing, 1)
        return blank

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(lambda _: self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.pane.merge_asked.connect(self.merge)
        self.pane.distinct_asked.connect(self.mark_distinct)
        self.pane.skip_asked.connect(self.skip)
        self.pane.arranged.connect(self._arrange)
        self._split.splitterMoved.connect(lambda *_: self._services.state.set(SPLIT, self._split.sizes()))
        self._services.bus.subscribe(self, DESK_TABLES, self._changed)
        self._desk.scanned.connect(self._scanned)
        self._desk.busy.connect(self._show_state)

    def _words(self) -> None:
        self._title.setText(self.page_title())
        self._blank_title.setText(self.page_title())
        self.list.setAccessibleName(self.tr("Possible duplicates"))
        self._show_state()

    def _show_state(self) -> None:
        """The words about the last scan, and the empty page."""
        busy = self._desk.scanning is not None and self._desk.scanning.open
        self.scan.setText(self.tr("Looking…") if busy else self.tr("Find duplicates"))
        self.scan.setEnabled(not busy)
        last = self._last
        words = self.tr("Last looked {when}: {pairs} pairs among {customers} customers.")
        self._when.setText(
            words.replace("{when}", format_relative(last.at))
            .replace("{pairs}", format_number(last.pairs))
            .replace("{customers}", format_number(last.customers))
            if last
            else ""
        )
        again = () if busy else ((self.tr("Find duplicates"), self.start_scan),)
        if busy:
            title = self.tr("Looking for duplicates…")
            about = self.tr("You can go on working; what is found appears here.")
        elif last is None:
            title = self.tr("Nobody has looked for duplicates yet")
            about = self.tr("Names, phones, e-mails and credit codes are compared.")
        else:
            title, about = self.tr("No duplicates are left to look at"), self._when.text()
        self._nothing.set("duplicate", title, about, again)

    # For the window.

    def activate(self) -> None:
        asked = self._desk.take_asked()
        if asked:
            self._asked = asked
            self._stack.setCurrentWidget(self._split)
            self.list.clearSelection()
            self._compare(asked)
        if self._stale:
            self.reload()
        target = self.pane.table if asked else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def context(self) -> Context:
        return Context(page=PAGE_ID, selected=len(self.pane.ids()) if self._stack.currentWidget() is self._split else 0)

    def page_title(self) -> str:
        return text(Message(QT_TRANSLATE_NOOP("messages", "Duplicates")))

    def start_scan(self) -> None:
        self._desk.scan()

    def reload(self) -> None:
        """Reads the list again, and stays where it is."""
        self._stale = False
        self._desk.last(self).then(self._show_last)
        self.model.reload()

    def _show_last(self, last: ScanInfo | None) -> None:
        self._last = last
        self._show_state()

    def _fetch(self, offset: int) -> None:
        self._desk.groups(offset, PAGE, self).then(lambda found: self._add(offset, found))

    def _add(self, offset: int, found: Sequence[Group]) -> None:
        row = max(0, self.list.currentIndex().row())
        former = self.model.group(row)
        self.model.add(offset, found)
        if offset:
            return
        self._stack.setCurrentWidget(self._split if found or self._asked else self._blank)
        if self._asked:
            return
        same = self.model.row_of(former.id) if former else -1
        index = self.model.index(min(same if same >= 0 else row, max(0, self.model.rowCount() - 1)))
        if index.isValid():
            self.list.setCurrentIndex(index)
            self._chosen(index)
        else:
            self._show(None)

    def _chosen(self, index: QModelIndex, _: object = None) -> None:
        group = self.model.group(index.row())
        if group is not None:
            self._asked = ()
            self._compare([member.id for member in group.members])

    def _compare(self, ids: Sequence[Id], *, keep_first: bool = False) -> None:
        task = self._desk.compare(ids, self, keep_first=keep_first)
        task.then(self._show).failed(self._gone)

    def _arrange(self, ids: Sequence[Id]) -> None:
        self._compare(ids, keep_first=True)

    def _show(self, comparison: Comparison | None) -> None:
        self.pane.show_comparison(comparison)
        self._navigator.refresh_actions()

    def _gone(self, error: CrmError) -> None:
        self._show(None)
        if self._asked:
            self._services.notices.error(error)
        self._asked = ()

    # The answers.

    def merge(self) -> None:
        """Merges what is shown, with the values that are marked."""
        ids = self.pane.ids()
        if len(ids) < 2 or self.pane.comparison is None:
            return
        name = self.pane.comparison.members[0].name

        def done(outcome: Any) -> None:
            self._services.notices.done(Message(MERGED, {"count": len(ids), "name": name}))
            self._settled()

        self._desk.merge(ids[0], ids[1:], self.pane.table.fields.choices()).then(done)

    def mark_distinct(self) -> None:
        """Remembers that they are not one."""
        ids = self.pane.ids()
        if len(ids) < 2:
            return

        def done(_: object) -> None:
            self._services.notices.done(KEPT_APART)
            self._settled()

        self._desk.mark_distinct(ids).then(done)

    def skip(self) -> None:
        """On to the next group; this one stays in the list."""
        self._asked = ()
        rows = self.model.rowCount()
        if rows:
            self.list.setCurrentIndex(self.model.index((self.list.currentIndex().row() + 1) % rows))

    def _settled(self) -> None:
        self._asked = ()
        self._show(None)
        self.reload()

    # What happens elsewhere.

    def _changed(self, _: object) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def _scanned(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.pane.words()
            self.list.viewport().update()
