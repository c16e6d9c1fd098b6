"""Hand-overs: those to me with what a new owner has to know, the planned ones, the past; and what is shared with me."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.actions import Context, Place
from desktop_crm.controllers.hand_over import TABLES
from desktop_crm.controllers.i18n import format_date, format_relative, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.hand_over import HandOver
from desktop_crm.models.records.listed import CustomerFilter, CustomerRow, Id
from desktop_crm.models.records.lists import ListSpec, Page, PageRequest, Selection, Sort
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.actions import customer_actions
from desktop_crm.ui.pages.customers.columns import customer_columns
from desktop_crm.ui.pages.customers.target import CustomerTarget, specs_at
from desktop_crm.ui.pages.customers.toolbar import pop_up_menu
from desktop_crm.ui.pages.customers.wording import Days, Lexicon
from desktop_crm.ui.pages.handover.feature import HAND_OVERS
from desktop_crm.ui.pages.handover.summary import SummaryCard
from desktop_crm.ui.pages.handover.wording import listed, receiver
from desktop_crm.ui.tables.plain import PlainTable
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.tables.windowed_model import WindowedModel
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import label

READ = Message(QT_TRANSLATE_NOOP("messages", "Marked as read"))
CALLED_OFF = Message(QT_TRANSLATE_NOOP("messages", "Hand-over called off"))
_SHOWN = {"name", "stage", "phone", "next_step", "next_step_on", "updated_at"}


class HandOversPage(CustomerTarget):
    """Above the hand-overs, below the customers of the one that is chosen, latest changes first."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self._found: list[HandOver] = []
        self._wanted: Id | None = None
        self._stale = False
        self._specs = customer_actions(services, navigator)
        self._words = Lexicon(services.runner, self)
        self.views = Segmented(
            self.tr("Which hand-overs"),
            [
                ("mine", self.tr("To me")),
                ("planned", self.tr("Planned")),
                ("recent", self.tr("All")),
                ("shared", self.tr("Shared with me")),
            ],
            "mine",
        )
        self.list = PlainTable((128, 0, 176, 128))
        self.summary = SummaryCard()
        self.model: WindowedModel[CustomerRow] = WindowedModel(
            customer_columns(self._words, Days()), self._fetch, self._count, lambda row: row.id, text, self
        )
        self.table = RecordTable(self.model, self.tr("Customers of the hand-over"))
        self.empty = EmptyState("assign", "")
        self._build()
        self._connect()
        self._words.load(self._read)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Hand-overs"), "title"))
        head.addStretch(1)
        head.addWidget(self.views)
        self.list.set_words(
            self.tr("Hand-overs"),
            (self.tr("When"), self.tr("From"), self.tr("To"), self.tr("Customers")),
        )
        self.list.setFixedHeight(5 * 38 + 2)
        self.table.header.set_columns(self.table.header.order(), {c.key for c in self.model.columns} - _SHOWN)
        self._lists = self.list
        self._customers = _card(self.table)
        self._full = QWidget()
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self._lists)
        inside.addWidget(self.summary)
        inside.addWidget(self._customers, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(lambda _: self._read())
        self.list.currentCellChanged.connect(lambda row, *_: self._choose(row))
        self.table.opened.connect(self.navigator.open_customer)
        self.table.delete_asked.connect(self.delete_chosen)
        self.table.context_asked.connect(self._menu)
        self.table.selection_changed.connect(self.navigator.refresh_actions)
        self.model.state_changed.connect(self._counted)
        self.summary.read_asked.connect(self._mark_read)
        self.summary.now_asked.connect(self._now)
        self.summary.cancel_asked.connect(self._cancel)
        self.services.bus.subscribe(self, TABLES, self._changed)

    # What is shown -----------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """`mine`, `planned`, `recent` or `shared`."""
        if self.views.value() != view:
            self.views.set_value(view)
            self._read()

    def current(self) -> HandOver | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _read(self) -> None:
        view, reader = self.views.value(), self.services.hand_over
        shared = view == "shared"
        self._lists.setVisible(not shared)
        self.summary.setVisible(not shared)
        if shared:
            self._found = []
            self._stack.setCurrentWidget(self._full)
            self._show_customers(CustomerFilter(shared_with=reader.me))
            return
        ask = {"planned": reader.planned, "recent": reader.recent}.get(view, reader.to_me)
        ask(self).then(lambda found: self._show(view, found))

    def _show(self, view: str, found: list[HandOver]) -> None:
        if view != self.views.value():
            return
        kept = self.current()
        self._found = found
        blocked = self.list.blockSignals(True)
        self.list.set_rows([self._row(one) for one in found])
        for row, one in enumerate(found):
            if view == "mine" and one.read_at is None:
                for column in range(self.list.columnCount()):
                    item = self.list.item(row, column)
                    if item is not None:
                        font = item.font()
                        font.setBold(True)
                        item.setFont(font)
        self.list.blockSignals(blocked)
        self._say_nothing(view)
        self._stack.setCurrentWidget(self._full if found else self.empty)
        if found:
            wanted = self._wanted or (kept.id if kept else None)
            at = next((row for row, one in enumerate(found) if one.id == wanted), 0)
            self.list.setCurrentCell(at, 0)
            self._choose(at)

    def _row(self, one: HandOver) -> tuple[str, ...]:
        when = format_relative(one.done_at) if one.done_at is not None else format_date(one.effective_on)
        nobody = self.tr("nobody")
        return when, listed(one.former) or nobody, receiver(one), str(one.count)

    def _say_nothing(self, view: str) -> None:
        words = {
            "mine": (
                self.tr("Nothing was handed over to you"),
                self.tr(
                    "When a colleague hands customers over to you, they appear here with what is open and what is late."
                ),
            ),
            "planned": (
                self.tr("No hand-over is planned"),
                self.tr("Choose customers in the list and hand them over on a later day."),
            ),
            "recent": (
                self.tr("Nothing was handed over yet"),
                self.tr("Choose customers in the list, then hand them over."),
            ),
        }
        title, words_below = words.get(view, words["mine"])
        self.empty.set("assign", title, words_below)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        one = self._found[row]
        self._wanted = one.id
        self.summary.show_hand_over(one, mine=self.views.value() == "mine")
        self.services.hand_over.summary(one.id, self).then(self.summary.show_summary)
        self._show_customers(CustomerFilter(hand_over=one.id))

    def _show_customers(self, wanted: CustomerFilter) -> None:
        self.table.set_empty(
            "customer",
            self.tr("No customers are shared with you") if wanted.shared_with else self.tr("No customers left here"),
        )
        if self.spec.filter != wanted:
            self.table.selection.clear()
            self.model.set_spec(ListSpec(wanted, Sort("updated_at", True)))

    @property
    def spec(self) -> ListSpec:
        found = self.model.spec
        return found if isinstance(found, ListSpec) else ListSpec()

    def _fetch(self, request: PageRequest, on_page: Callable[[Page[CustomerRow]], None]) -> None:
        self.services.customers.page(self.spec, request, self).then(on_page).failed(self._failed)

    def _count(self, on_count: Callable[[int], None]) -> None:
        self.services.customers.count(self.spec, self).then(on_count).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self.model.fail(text(error.message), text(error.advice) if error.advice else "")

    def _counted(self) -> None:
        self.navigator.refresh_actions()

    def _changed(self, _: Any) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._read()
        if self.model.spec is not None:
            self.model.refresh()

    def activate(self) -> None:
        if self._stale:
            self._stale = False
            self._changed(None)
        (self.table if self.views.value() == "shared" else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self._changed(None)

    # What can be done --------------------------------------------------------------------------------

    def _mark_read(self) -> None:
        if (one := self.current()) is not None:
            task = self.services.hand_over.mark_read(one.id)
            task.then(lambda _: self.services.notices.done(READ))

    def _now(self) -> None:
        if (one := self.current()) is not None:
            task = self.services.hand_over.carry_out(one.id, one.count)
            task.then(self._done)

    def _done(self, outcome: Any) -> None:
        if outcome.change_set is not None:
            self.services.notices.done(outcome.change_set.title)

    def _cancel(self) -> None:
        if (one := self.current()) is not None:
            task = self.services.hand_over.cancel(one.id)
            task.then(lambda _: self.services.notices.done(CALLED_OFF)).failed(self.services.notices.error)

    def chosen(self) -> Selection | None:
        found = self.table.selected()
        if found.all:
            return Selection(found.except_ids, self.spec)
        return Selection(found.ids) if found.ids else None

    def chosen_count(self) -> int:
        return self.table.selected().count(self.model.rowCount())

    def record(self) -> Id | None:
        found = self.table.selected()
        return next(iter(found.ids)) if not found.all and len(found.ids) == 1 else self.table.current_id()

    def context(self) -> Context:
        return Context(page=HAND_OVERS, selected=self.chosen_count())

    def after_delete(self) -> None:
        self.table.selection.clear()

    def _menu(self, spot: QPoint) -> None:
        pop_up_menu(specs_at(self._specs, Place.LIST_CONTEXT), self.context(), spot, self)


def _card(inside: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("surface", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inside)
    return card
