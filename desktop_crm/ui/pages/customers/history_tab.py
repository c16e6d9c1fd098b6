"""The History tab: every change set of a customer, what it did from → to, and Undo for each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_crm.controllers.i18n import format_datetime, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Customer, Id
from desktop_crm.models.records.history import ChangeSet, RowChange
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.changes import created_fields, detail_lines
from desktop_crm.ui.pages.customers.scroll import ScrollColumn, clear_box
from desktop_crm.ui.pages.customers.timeline import DetailLines
from desktop_crm.ui.theme import icons
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, InlineError

PAGE = 25
UNDONE = Message(QT_TRANSLATE_NOOP("messages", "Undone: {title}"))


class ChangeSetCard(Card):
    """One change set; Enter or the arrow opens it."""

    def __init__(self, tab: HistoryTab, change: ChangeSet) -> None:
        super().__init__()
        self._tab, self._change = tab, change
        self._details: DetailLines | None = None
        title = text(change.title)
        self.body.setContentsMargins(12, STEP, 12, STEP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}, {change.who}, {format_datetime(change.at)}")
        to_show, to_undo = self.tr("Show what changed"), self.tr("Undo")
        self.fold = tool_button("chevron_right", f"{to_show}: {title}", self.toggle)
        self.undo = button(to_undo, lambda: tab.undo(change, self), "flat", "undo")
        self.undo.setAccessibleName(f"{to_undo}: {title}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(title))
        words.addWidget(ElidedLabel(f"{change.who}  ·  {format_datetime(change.at)}  ·  {change.device}", "hint"))
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.fold)
        row.addLayout(words, 1)
        if change.undone:
            row.addWidget(Badge(self.tr("undone"), "tag8"))
        row.addWidget(self.undo)
        if change.undone:
            self.undo.hide()
        self.error = InlineError()
        self.body.addLayout(row)
        self.body.addWidget(self.error)

    def toggle(self) -> None:
        """Opens or closes what the change set did."""
        if self._details is not None:
            self._details.hide()
            self._details.deleteLater()
            self._details = None
            self.fold.setIcon(icons.icon("chevron_right"))
            return
        self._tab.load(self._change, self._show)

    def _show(self, rows: list[RowChange]) -> None:
        if self._details is not None:
            return
        self._details = DetailLines((*created_fields(rows), *detail_lines(rows)))
        self._details.setContentsMargins(5 * STEP, 0, 0, STEP // 2)
        self.fold.setIcon(icons.icon("chevron_down"))
        self.body.addWidget(self._details)

    def refuse(self, error: CrmError) -> None:
        """Says why Undo is not possible, here where it was asked for."""
        advice = f" {text(error.advice)}" if error.advice else ""
        self.error.set_text(f"{text(error.message)}{advice}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle()
        else:
            super().keyPressEvent(event)


class HistoryTab(ScrollColumn):
    """Newest first, a page at a time."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__("", STEP)
        self.setAccessibleName(self.tr("History"))
        self._services = services
        self._customer: Customer | None = None
        self._waiting: list[ChangeSet] = []
        self._last: int | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(STEP)
        self._more = button(self.tr("Show older changes"), self.show_more, "normal")
        self.box.addLayout(self._rows)
        self.box.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._more.hide()

    def show_customer(self, customer: Customer) -> None:
        if customer == self._customer:
            return
        self._customer = customer
        self._ask(customer.id, None)

    def cards(self) -> list[ChangeSetCard]:
        """What is shown, newest first."""
        items = [self._rows.itemAt(at) for at in range(self._rows.count())]
        found = [item.widget() for item in items if item is not None]
        return [card for card in found if isinstance(card, ChangeSetCard)]

    def show_more(self) -> None:
        if self._waiting:
            self._fill()
        elif self._customer is not None:
            self._ask(self._customer.id, self._last)

    def _ask(self, customer: Id, before: int | None) -> None:
        task = self._services.history.change_sets(self, customer_id=customer, before=before)
        task.then(lambda found: self._show(found, first=before is None))

    def _show(self, found: list[ChangeSet], *, first: bool) -> None:
        if first:
            clear_box(self._rows)
        self._waiting = list(found)
        self._last = found[-1].seq if len(found) >= 100 else None
        if first and not found:
            self._rows.addWidget(EmptyState("history", self.tr("No changes yet")))
        self._fill()

    def _fill(self) -> None:
        for change in self._waiting[:PAGE]:
            self._rows.addWidget(ChangeSetCard(self, change))
        del self._waiting[:PAGE]
        self._more.setVisible(bool(self._waiting) or self._last is not None)

    def load(self, change: ChangeSet, show: Callable[[list[RowChange]], object]) -> None:
        """What a change set did to this customer."""
        if self._customer is not None:
            task = self._services.history.row_changes(self, change.id, self._customer.id)
            task.then(show)

    def undo(self, change: ChangeSet, card: ChangeSetCard) -> None:
        """Takes a change set back, or says at its card what stands in the way."""
        card.undo.setEnabled(False)

        def done(_: object) -> None:
            self._services.notices.done(Message(UNDONE.text, {"title": change.title}))

        def failed(error: CrmError) -> None:
            card.undo.setEnabled(True)
            card.refuse(error)

        self._services.undo.undo(change.id).then(done).failed(failed)
