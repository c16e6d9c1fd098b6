"""The recycle bin: what was deleted, when and by whom, and what comes back with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_crm.controllers.actions import Context, Place
from desktop_crm.controllers.customers import LIST_TABLES
from desktop_crm.controllers.i18n import format_datetime, format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.bin import BinRow
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.models.records.listed import CustomerFilter, Id, customer_code
from desktop_crm.models.records.lists import ListSpec, Page, PageRequest, Selection, Sort
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.bin.feature import BIN_PAGE
from desktop_crm.ui.pages.bin.wording import with_parts
from desktop_crm.ui.pages.customers.actions import customer_actions
from desktop_crm.ui.pages.customers.feature import LIST
from desktop_crm.ui.pages.customers.target import CustomerTarget, count_words, specs_at
from desktop_crm.ui.pages.customers.toolbar import pop_up_menu
from desktop_crm.ui.tables.columns import Column
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.tables.windowed_model import WindowedModel
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.search_field import SearchField

DELETED_ON = Message(QT_TRANSLATE_NOOP("messages", "Deleted on"))
DELETED_BY = Message(QT_TRANSLATE_NOOP("messages", "Deleted by"))
COMES_BACK = Message(QT_TRANSLATE_NOOP("messages", "Comes back with it"))


def _time(iso: str) -> str:
    import datetime as dt

    return format_datetime(dt.datetime.fromisoformat(iso)) if iso else ""


def _columns() -> tuple[Column[BinRow], ...]:
    return (
        Column("name", F["name"], lambda row: row.name, 280, sort="name", avatar=True, strong=True),
        Column("number", F["number"], lambda row: customer_code(row.number), 104, sort="number"),
        Column("owner", F["owner"], lambda row: row.owner_name, 112, sort="owner"),
        Column("deleted_at", DELETED_ON, lambda row: _time(row.deleted_at), 144, sort="deleted_at"),
        Column("deleted_by", DELETED_BY, lambda row: row.deleted_by, 112),
        Column(
            "parts",
            COMES_BACK,
            lambda row: text(with_parts(row.parts)) if row.parts else "",
            240,
            tip=lambda row: text(with_parts(row.parts)) if row.parts else "",
        ),
    )


class BinPage(CustomerTarget):
    """Enter opens, Ctrl+A takes all, the button restores what is chosen. Nothing is deleted for good."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self._stale = False
        self._specs = customer_actions(services, navigator)
        self.model: WindowedModel[BinRow] = WindowedModel(
            _columns(), self._fetch, self._count, lambda row: row.id, text, self
        )
        self.table = RecordTable(self.model, self.tr("Recycle bin"))
        self.search = SearchField(self.tr("Search the recycle bin"), "Ctrl+F")
        self.restore_button = button(self.tr("Restore"), self.restore_chosen, "primary", "restore")
        self._foot = label(role="caption")
        self._build()
        self.table.opened.connect(navigator.open_customer)
        self.table.context_asked.connect(self._menu)
        self.table.selection_changed.connect(self._selected)
        self.model.state_changed.connect(self._selected)
        self.search.settled.connect(lambda _: self._narrow())
        services.bus.subscribe(self, LIST_TABLES, self._changed)
        self._narrow()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Recycle bin"), "title"))
        head.addStretch(1)
        head.addWidget(self.restore_button)
        self.search.setMaximumWidth(360)
        card = QFrame()
        card.setProperty("surface", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP)
        column.setSpacing(12)
        column.addLayout(head)
        words = self.tr("Deleted customers stay here with all that hangs on them until you restore them.")
        column.addWidget(label(words, "secondary", wrap=True))
        column.addWidget(self.search)
        column.addWidget(card, 1)
        column.addWidget(self._foot)

    @property
    def spec(self) -> ListSpec:
        found = self.model.spec
        return found if isinstance(found, ListSpec) else ListSpec(CustomerFilter(deleted=True))

    def _narrow(self) -> None:
        typed = self.search.text().strip()
        wanted = CustomerFilter(deleted=True, text=typed)
        sort = self.spec.sort if isinstance(self.model.spec, ListSpec) else Sort("deleted_at", True)
        self.table.selection.clear()
        if typed:
            self.table.set_empty("search", self.tr("Nothing deleted fits this search"))
        else:
            self.table.set_empty(
                "delete",
                self.tr("The recycle bin is empty"),
                self.tr("Deleted customers come here and stay until you restore them."),
                ((self.tr("Back to the customers"), lambda: self.navigator.show_page(LIST)),),
            )
        self.model.set_spec(ListSpec(wanted, sort))

    def _fetch(self, request: PageRequest, on_page: Callable[[Page[BinRow]], None]) -> None:
        self.services.people.bin_page(self.spec, request, self).then(on_page).failed(self._failed)

    def _count(self, on_count: Callable[[int], None]) -> None:
        self.services.customers.count(self.spec, self).then(on_count).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self.model.fail(text(error.message), text(error.advice) if error.advice else "")

    def _changed(self, _: Any) -> None:
        if self.isVisible():
            self.model.refresh()
        else:
            self._stale = True

    def activate(self) -> None:
        if self._stale:
            self._stale = False
            self.model.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self.model.refresh()

    def focus_filter(self) -> None:
        self.search.setFocus()
        self.search.edit.selectAll()

    # What is chosen ----------------------------------------------------------------------------------

    def chosen(self) -> Selection | None:
        found = self.table.selected()
        if found.all:
            return Selection(found.except_ids, self.spec)
        return Selection(found.ids) if found.ids else None

    def chosen_count(self) -> int:
        return self.table.selected().count(self.model.rowCount())

    def record(self) -> Id | None:
        return self.table.current_id()

    def context(self) -> Context:
        return Context(page=BIN_PAGE, selected=self.chosen_count(), deleted=True)

    def after_delete(self) -> None:
        self.table.selection.clear()

    def _selected(self) -> None:
        count, total = self.chosen_count(), self.model.rowCount()
        self.restore_button.setEnabled(count > 0)
        if not self.model.counted:
            self._foot.setText("")
        elif count:
            words = self.tr("{count} of {total} selected")
            self._foot.setText(words.replace("{count}", format_number(count)).replace("{total}", format_number(total)))
        else:
            self._foot.setText(count_words(total))
        self.navigator.refresh_actions()

    def _menu(self, spot: QPoint) -> None:
        pop_up_menu(specs_at(self._specs, Place.LIST_CONTEXT), self.context(), spot, self)
