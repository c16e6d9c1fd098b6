"""The customer list: filters, a table of any length, and what can be done with many customers at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_crm.controllers.actions import Context, Place
from desktop_crm.controllers.customers import LIST_TABLES
from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.records.listed import CustomerFilter, CustomerRow, Id
from desktop_crm.models.records.lists import ListSpec, Page, PageRequest, Selection, Sort
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.actions import customer_actions
from desktop_crm.ui.pages.customers.columns import customer_columns
from desktop_crm.ui.pages.customers.custom_columns import CustomColumns
from desktop_crm.ui.pages.customers.feature import LIST
from desktop_crm.ui.pages.customers.filter_bar import FilterBar
from desktop_crm.ui.pages.customers.list_actions import PANEL_WIDTH, SHOWN
from desktop_crm.ui.pages.customers.target import CustomerTarget, count_words, specs_at
from desktop_crm.ui.pages.customers.toolbar import ActionBar, pop_up_menu
from desktop_crm.ui.pages.customers.wording import Days, Lexicon
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.tables.windowed_model import WindowedModel
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.labels import label, plain_tip

if TYPE_CHECKING:
    from desktop_crm.models.records.customers import FilterChoices
    from desktop_crm.models.records.exports import ListedNow
    from desktop_crm.ui.pages.customers.editing import ListEditing
    from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences
    from desktop_crm.ui.pages.customers.offers import DraftOffers
    from desktop_crm.ui.pages.customers.views.list_views import ListViews

# A long name of a view must not push the buttons out of the window.
_HEADING = 220


class CustomerListPage(CustomerTarget):
    """Enter opens, Delete deletes, Ctrl+A takes all that the filter shows."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self._stale = False
        self._seeded: tuple[Page[CustomerRow], int | None] | None = None
        self._words = Lexicon(services.runner, self)
        self._specs = customer_actions(services, navigator)
        self.model: WindowedModel[CustomerRow] = WindowedModel(
            customer_columns(self._words, Days()), self._fetch, self._count, lambda row: row.id, text, self
        )
        self.table = RecordTable(self.model, self.tr("Customers"))
        self.custom = CustomColumns(self.model, self.table, self._words, services.state)
        self.filters = FilterBar(services, self._words, lambda: self.sentences)
        self.bar = ActionBar(specs_at(self._specs, Place.LIST_TOOLBAR), self.tr("Customer actions"), "customer.new")
        self._views: ListViews | None = None
        self._offers: DraftOffers | None = None
        self._build()
        self._connect()
        self._selected()
        if services.workspace.current is not None:
            self._opened()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP)
        self.heading = label(self.tr("Customers"), "title")
        self.views_button = tool_button("sidebar", self.tr("Views"), lambda: self.views.toggle())  # noqa: PLW0108 - made later
        self.views_button.setCheckable(True)
        self.views_button.setChecked(self.services.state.get(SHOWN) is True)
        head.addWidget(self.views_button)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.bar)
        self._foot = label(role="caption")
        self._foot.setAccessibleName(self.tr("Number of customers"))
        card = QFrame()
        card.setProperty("surface", "card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        # The views are made later: their room is kept free, so that nothing jumps.
        self.room = QFrame()
        self.room.setProperty("surface", "card")
        self.room.setFixedWidth(PANEL_WIDTH)
        if not self.views_button.isChecked():
            self.room.hide()
        middle.addWidget(self.room)
        middle.addWidget(card, 1)
        self.rows = head, inside, middle
        self.column = column = QVBoxLayout(self)
        column.setSpacing(12)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addLayout(middle, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        services = self.services
        self._remember = QTimer(self, singleShot=True, interval=400)
        self._remember.timeout.connect(self.keep_columns)
        self.table.opened.connect(self.navigator.open_customer)
        self.table.delete_asked.connect(self.delete_chosen)
        self.table.context_asked.connect(self._menu)
        self.table.selection_changed.connect(self._selected)
        self.table.range_refused.connect(self._range_refused)
        self.table.header.columns_changed.connect(self._remember.start)
        self.table.header.columns_changed.connect(self._custom_columns)
        for moved in (self.table.header.sectionMoved, self.table.header.sectionResized, self.model.sorted_by):
            moved.connect(lambda *_: self._remember.start())
        self._remember.timeout.connect(lambda: self.views.mark())  # noqa: PLW0108
        self.model.state_changed.connect(self._show_foot)
        self.filters.changed.connect(self.refilter)
        self.filters.group_asked.connect(lambda: self.views.toggle_groups())  # noqa: PLW0108
        services.bus.subscribe(self, LIST_TABLES, self._changed)
        self.table.edit_asked.connect(lambda row, column: self.editing.edit_cell(row, column))  # noqa: PLW0108
        self.table.look_asked.connect(lambda: self.editing.look())  # noqa: PLW0108
        self.table.paste_asked.connect(lambda: self.editing.paste())  # noqa: PLW0108
        self.table.edits_on_double_click = lambda column: self.editing.edits(column)  # noqa: PLW0108
        services.workspace.opened.connect(self._opened)

    # What the first customers do without: made when first asked for ---------------------------------

    @cached_property
    def sentences(self) -> Sentences:
        """Filters in words."""
        from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences

        made = Sentences(self._words, self)
        made.names_of = lambda links: self.services.fields.names(links, made)
        made.named.connect(self.filters.refresh_words)
        self.services.bus.subscribe(made, ("customer",), made.customers_changed)
        return made

    @cached_property
    def editing(self) -> ListEditing:
        """Cells, pasting and the quick look."""
        from desktop_crm.ui.pages.customers.editing import ListEditing

        return ListEditing(self, self.table, self.services, self._words)

    @property
    def views(self) -> ListViews:
        """Views and groups."""
        if self._views is None:
            from desktop_crm.ui.pages.customers.later import make_views

            self._views = make_views(self)
            if self.services.workspace.current is not None:
                self._views.opened()
        return self._views

    # What the list shows -----------------------------------------------------------------------------

    @property
    def spec(self) -> ListSpec:
        """The filter and the order in force."""
        found = self.model.spec
        return found if isinstance(found, ListSpec) else ListSpec()

    def kept_spec(self, database_key: str) -> ListSpec:
        """The filter and the order in which this database's list was left."""
        self.custom.recall(database_key)
        return ListSpec(self.custom.filter(), self.custom.order(), self.custom.kept())

    def seed(self, spec: ListSpec, page: Page[CustomerRow], total: int | None) -> None:
        """Shows a first page that was read before the database is open; the rest comes when it is."""
        if self.services.workspace.current is None:
            # A total from the last time may be older than the rows.
            self._seeded = (page, None if total is None else max(len(page.rows), total))
            self._show_spec(spec)
            self._seeded = None

    def _show_spec(self, spec: ListSpec) -> None:
        self.filters.set_value(spec.filter)
        self.show_heading()
        self.table.selection.clear()
        if self._seeded is None or not self._seeded[0].rows:
            self._empty(spec.filter)
        self.model.set_spec(spec)
        self._restore_columns()
        self._custom_columns()
        self._remember.stop()

    def show_heading(self, view: str = "") -> None:
        """Names what the list shows: a view, or all customers."""
        words = view or self.tr("Customers")
        shown = self.heading.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _HEADING)
        self.heading.setText(shown)
        self.heading.setToolTip(plain_tip(words) if shown != words else "")

    def _fetch(self, request: PageRequest, on_page: Callable[[Page[CustomerRow]], None]) -> None:
        if self._seeded is not None and not request.offset:
            on_page(self._seeded[0])
            return
        task = self.services.customers.page(self.spec, request, self)
        task.then(on_page).failed(self._failed)

    def _count(self, on_count: Callable[[int], None]) -> None:
        if self._seeded is not None:
            if self._seeded[1] is not None:
                on_count(self._seeded[1])
            return
        self.services.customers.count(self.spec, self).then(on_count).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self.model.fail(text(error.message), text(error.advice) if error.advice else "")

    def _opened(self, _: object = None) -> None:
        """A database is open: its own filters, the person's columns."""
        current = self.services.workspace.current
        if self._views is not None:
            self._views.opened()
        spec = self.kept_spec(current.key if current is not None else "")
        if self.model.spec == spec and self.model.rowCount():
            self._empty(spec.filter)
            self.model.refresh()  # what the seed showed stays in sight
        else:
            self._show_spec(spec)
        self.model.loaded.connect(self._first_loaded, Qt.ConnectionType.SingleShotConnection)
        self.model.state_changed.connect(self._offer_later, Qt.ConnectionType.SingleShotConnection)

    def _first_loaded(self) -> None:
        """What is not needed for the first picture comes after it."""
        self._words.load(self._worded)
        self._choices()
        self.views.load()

    def _offer_later(self) -> None:
        if self._offers is None:
            from desktop_crm.ui.pages.customers.later import make_offers

            self._offers = make_offers(self)
        self._offers.look()

    def _worded(self) -> None:
        self.filters.refresh_words()
        self.views.groups.refresh_words()
        self.table.viewport().update()

    def _choices(self) -> None:
        self.services.customers.choices(self).then(self._chosen_choices)

    def _chosen_choices(self, choices: FilterChoices) -> None:
        self.filters.set_choices(choices)
        current = self.services.workspace.current
        if current is not None and self.custom.set_fields(choices.fields, current.key):
            self._restore_columns()
            self._custom_columns()

    def _restore_columns(self) -> None:
        """The layout that the person left, the sort aside."""
        self.custom.restore()
        self._remember.stop()

    def _custom_columns(self) -> None:
        """Only the custom columns in sight are read: when others come into sight, the list is read anew."""
        wanted = self.custom.wanted()
        spec = self.model.spec
        if isinstance(spec, ListSpec) and wanted != spec.columns:
            self.model.set_spec(dataclasses.replace(spec, columns=wanted))

    def refilter(self, order: Sort | None = None) -> None:
        """The filter bar, the chosen group or a view says something else."""
        wanted = self.filters.value()
        current = self.services.workspace.current
        self.custom.keep_filter(current.key if current else "", wanted)
        self.table.selection.clear()
        narrowed = self.views.narrowed(wanted)
        self._empty(wanted, grouped=narrowed != wanted)
        self.model.set_spec(dataclasses.replace(self.spec, filter=narrowed, sort=order or self.spec.sort))
        self.views.filter_changed(wanted)
        self._selected()

    def show_filter(self, wanted: CustomerFilter) -> None:
        self.filters.set_value(wanted)
        self.refilter()
        self.table.setFocus()

    def _empty(self, wanted: CustomerFilter, *, grouped: bool = False) -> None:
        from desktop_crm.ui.pages.customers.empty_list import explain_empty

        explain_empty(self, wanted, grouped=grouped)

    def _changed(self, touched: Any) -> None:
        if touched.hits("tag") or touched.hits("app_user") or touched.hits("custom_field"):
            self._choices()
            self.views.fields_changed()
        if self.isVisible():
            self.model.refresh()
            self.views.refresh()
        else:
            self._stale = True

    def activate(self) -> None:
        """The page came to the front."""
        if self._stale:
            self._stale = False
            self.model.refresh()
            self.views.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        self._choices()
        self.model.refresh()

    def focus_filter(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.edit.selectAll()

    def choose_columns(self) -> None:
        self.table.header.choose()

    def keep_columns(self) -> None:
        """Remembers the layout of the columns."""
        self._remember.stop()
        self.custom.keep()

    # What is chosen ----------------------------------------------------------------------------------

    def chosen(self) -> Selection | None:
        found = self.table.selected()
        if found.all:
            return Selection(found.except_ids, self.spec)
        return Selection(found.ids) if found.ids else None

    def listed(self) -> ListedNow:
        """The list as it is in front of the person, to be exported."""
        from desktop_crm.models.records.exports import ListedNow

        keys = tuple(self.model.columns[at].key for at in self.table.header.shown())
        return ListedNow(self.spec, keys, self.chosen(), self.chosen_count())

    def chosen_count(self) -> int:
        return self.table.selected().count(self.model.rowCount())

    def record(self) -> Id | None:
        found = self.table.selected()
        if not found.all and len(found.ids) == 1:
            return next(iter(found.ids))
        return self.table.current_id()

    def context(self) -> Context:
        return Context(page=LIST, selected=self.chosen_count())

    def after_delete(self) -> None:
        self.table.selection.clear()

    def copy_phone(self) -> None:
        key = self.record()
        row = next((row for _, row in self.model.held() if row.id == key), None)
        if row is not None and row.phone:
            QGuiApplication.clipboard().setText(self._words.phone(row.phone))

    def _selected(self) -> None:
        self.bar.update_for(self.context())
        self._show_foot()
        self.navigator.refresh_actions()

    def _show_foot(self) -> None:
        total, count = self.model.rowCount(), self.chosen_count()
        if not self.model.counted:
            self._foot.setText("")
        elif count:
            words = self.tr("{count} of {total} selected")
            self._foot.setText(words.replace("{count}", format_number(count)).replace("{total}", format_number(total)))
        else:
            self._foot.setText(count_words(total))

    def _range_refused(self, most: int) -> None:
        words = self.tr("At most {count} at a time with Shift. Ctrl+A selects all.")
        self._foot.setText(words.replace("{count}", format_number(most)))

    def _menu(self, spot: QPoint) -> None:
        pop_up_menu(specs_at(self._specs, Place.LIST_CONTEXT), self.context(), spot, self)
