"""A look at the customer under the cursor of the list, without leaving it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.customers import CUSTOMER_TABLES
from desktop_crm.controllers.i18n import format_date, format_datetime, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.records.customers import Customer, Id
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.models.records.history import ChangeSet, RowChange
from desktop_crm.ui.pages.customers.scroll import ScrollColumn, clear_box
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_text, stage_tone
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.avatar import Avatar
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.chips import Badge, ChipRow
from desktop_crm.ui.widgets.labels import ElidedLabel, label

WIDTH = 376
CHANGES = 5
_MOST_NOTES = 600


class QuickLook(QFrame):
    """Lies over the right end of the list and follows its current row. Space and Escape close it, Enter opens the
    customer: the keyboard stays in the list."""

    def __init__(self, table: RecordTable, services: Services, words: Lexicon) -> None:
        host = table.parentWidget()
        assert host is not None
        super().__init__(host)
        self._table, self._services, self._words = table, services, words
        self._shown: Id | None = None
        self.setProperty("surface", "popup")
        self.setAccessibleName(self.tr("Quick look"))
        self._head = QVBoxLayout()
        self._column = ScrollColumn(self.tr("Quick look"), spacing=STEP)
        self._build()
        self.hide()
        host.installEventFilter(self)
        table.installEventFilter(self)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._follow())
        table.records.loaded.connect(lambda *_: self._follow())
        services.bus.subscribe(self, CUSTOMER_TABLES, lambda _: self._follow(again=True))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addLayout(self._head, 1)
        close = tool_button("close", self.tr("Close (Space)"), self.close_look)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._open_button = button(self.tr("Open"), self._open, icon="open")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._open_button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2 * STEP, 2 * STEP, STEP, 2 * STEP)
        inside.setSpacing(STEP)
        inside.addLayout(top)
        inside.addWidget(self._column, 1)
        inside.addLayout(row)

    # Opening and closing -----------------------------------------------------------------------------

    def toggle(self) -> None:
        if self.isVisible():
            self.close_look()
        else:
            self.show()
            self.raise_()
            self._place()
            self._follow(again=True)

    def close_look(self) -> None:
        self.hide()
        self._shown = None
        self._table.setFocus()

    def _open(self) -> None:
        if self._shown is not None:
            self._table.opened.emit(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and self.isVisible() and isinstance(event, QKeyEvent):
            escape = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
            if escape:
                self.close_look()
                return True
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        host: QWidget | None = self.parentWidget()
        if host is not None:
            width = min(WIDTH, host.width() - 2 * STEP)
            self.setGeometry(host.width() - width - STEP, STEP, width, host.height() - 2 * STEP)

    # What it shows -----------------------------------------------------------------------------------

    def _follow(self, *, again: bool = False) -> None:
        """Shows the current row; the newest request wins, so that held arrow keys cost one look."""
        key = self._table.current_id()
        if not self.isVisible() or key is None or (key == self._shown and not again):
            return
        self._shown = key
        self._services.customers.get(key, self).then(self._show).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self._clear()
        self._column.box.addWidget(label(text(error.message), "secondary", wrap=True))

    def _clear(self) -> None:
        clear_box(self._head)
        self._column.empty()

    def _show(self, found: Customer) -> None:
        if found.id != self._shown:
            return
        self._clear()
        draft = found.draft
        mark = QWidget()
        row = QHBoxLayout(mark)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Avatar(draft.name, 40), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(label(draft.name, "heading", wrap=True))
        owner = found.owner_name or self.tr("No owner")
        line = QHBoxLayout()
        line.addWidget(Badge(choice_text("stage", draft.stage), stage_tone(draft.stage)))
        line.addWidget(ElidedLabel(f"{found.code} · {owner}", "hint"), 1)
        names.addLayout(line)
        row.addLayout(names, 1)
        self._head.addWidget(mark)
        if found.tags:
            self._column.box.addWidget(ChipRow([(tag.name, tag.colour) for tag in found.tags]))
        self._points(found)
        self._contacts(found)
        self._plans(found)
        self.setAccessibleDescription(draft.name)
        self._services.history.of_customer(self, found.id, None, CHANGES).then(
            lambda changes: self._changes(found.id, changes)
        )

    def _part(self, title: str, lines: list[str]) -> None:
        if lines:
            part = QWidget()
            inside = QVBoxLayout(part)
            inside.setContentsMargins(0, STEP // 2, 0, 0)
            inside.setSpacing(2)
            inside.addWidget(label(title, "fieldLabel"))
            inside.addWidget(label("\n".join(lines), wrap=True, select=True))
            self._column.box.addWidget(part)

    def _points(self, found: Customer) -> None:
        lines = [f"{choice_text('point_kind', one.kind)}  {self._words.point(one)}" for one in found.draft.points]
        self._part(text(F["points"]), lines)
        self._part(text(F["addresses"]), [self._words.address(one) for one in found.draft.addresses[:2]])

    def _contacts(self, found: Customer) -> None:
        lines = []
        for contact in found.draft.contacts[:4]:
            what = " · ".join(part for part in (contact.name, contact.title) if part)
            points = "  ".join(self._words.point(point) for point in contact.points[:2])
            lines.append(f"{what}  {points}".strip())
        self._part(text(F["contacts"]), lines)

    def _plans(self, found: Customer) -> None:
        draft = found.draft
        when = format_date(draft.next_step_on) if draft.next_step_on else ""
        step = "  ".join(part for part in (when, draft.next_step) if part)
        self._part(text(F["next_step"]), [step] if step else [])
        self._part(text(F["needs"]), [draft.needs[:_MOST_NOTES]] if draft.needs else [])
        self._part(text(F["notes"]), [draft.notes[:_MOST_NOTES]] if draft.notes else [])

    def _changes(self, key: Id, changes: list[tuple[ChangeSet, tuple[RowChange, ...]]]) -> None:
        if key == self._shown and changes:
            lines = [f"{format_datetime(one.at)}  {text(one.title)}" for one, _ in changes]
            self._part(self.tr("Last changes"), lines)
