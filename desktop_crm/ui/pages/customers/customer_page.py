"""The customer page: header and tabs. Later areas add tabs, figures and timeline kinds by registration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_crm.controllers.actions import Context, Place
from desktop_crm.controllers.customers import CUSTOMER_TABLES
from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Customer, Id, PointKind
from desktop_crm.models.records.duplicates import Member
from desktop_crm.models.records.lists import Selection
from desktop_crm.ui.feature import CustomerTab, FigureSpec, Navigator, TabSpec, TimelineSpec
from desktop_crm.ui.pages.customers.actions import customer_actions
from desktop_crm.ui.pages.customers.feature import RECORD
from desktop_crm.ui.pages.customers.header import CustomerHeader, DeletedBanner
from desktop_crm.ui.pages.customers.portrait_actions import verify
from desktop_crm.ui.pages.customers.scroll import GUTTER
from desktop_crm.ui.pages.customers.target import CustomerTarget, specs_at
from desktop_crm.ui.pages.customers.toolbar import ActionBar
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.pages.files.attaching import FileDrop, attach
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import label

COPIED = Message(QT_TRANSLATE_NOOP("messages", "Copied: {text}"))
NO_PHONE = Message(QT_TRANSLATE_NOOP("messages", "This customer has no phone number."))


class CustomerPage(CustomerTarget):
    """Ctrl+1 … Ctrl+9 and Ctrl+Tab go through the tabs, Escape goes back (as the window's Alt+Left does)."""

    def __init__(
        self,
        services: Services,
        navigator: Navigator,
        tabs: Sequence[TabSpec],
        figures: Sequence[FigureSpec],
        timeline: Sequence[TimelineSpec] = (),
    ) -> None:
        super().__init__(services, navigator)
        self._tabs, self._timeline = list(tabs), list(timeline)
        self._id: Id | None = None
        self.customer: Customer | None = None
        self._stale = False
        self._widgets: dict[int, QWidget] = {}
        self._words = Lexicon(services.runner, self)
        specs = customer_actions(services, navigator)
        self.bar = ActionBar(specs_at(specs, Place.PAGE_TOOLBAR), self.tr("Customer actions"), "customer.edit")
        self.header = CustomerHeader(figures, lambda: verify(self), lambda: navigator.run_action("customer.key"))
        self.banner = DeletedBanner(self.restore_chosen)
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self._trouble = EmptyState("error", "")
        self._build()
        self._shortcuts()
        services.bus.subscribe(self, CUSTOMER_TABLES, self._changed)
        FileDrop(self, lambda sources: attach(services, self.record(), sources), lambda: self.record() is not None)

    def _build(self) -> None:
        self.tabs.setAccessibleName(self.tr("Parts of the customer page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for at, tab in enumerate(self._tabs):
            self.tabs.addTab(text(tab.title))
            self.tabs.setTabToolTip(at, f"Ctrl+{at + 1}" if at < 9 else "")
            self.stack.addWidget(QWidget())
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, GUTTER, 0)
        top.setSpacing(STEP)
        top.addWidget(label(self.tr("Customer"), "secondary"))
        top.addStretch(1)
        top.addWidget(self.bar)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, GUTTER, 0)
        head.setSpacing(12)
        for one in (self.banner, self.header, self.tabs):
            head.addWidget(one)
        body.addLayout(head)
        body.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP - GUTTER, 2 * STEP)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._body, 1)
        column.addWidget(self._trouble, 1)
        self._trouble.hide()
        self.tabs.currentChanged.connect(self._show_tab)

    def _shortcuts(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for at in range(min(len(self._tabs), 9)):
            keys = QShortcut(QKeySequence(f"Ctrl+{at + 1}"), self, context=inside)
            keys.activated.connect(lambda to=at: self.tabs.setCurrentIndex(to))
        for sequence, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            keys = QShortcut(QKeySequence(sequence), self, context=inside)
            keys.activated.connect(lambda by=step: self._step(by))

    # What is shown -----------------------------------------------------------------------------------

    def show_customer(self, customer_id: Id) -> None:
        """Opens a customer; the page keeps its tab when another one comes."""
        if customer_id != self._id:
            self.customer = None
            self._id = customer_id
        self._read()

    def _read(self) -> None:
        if self._id is None:
            return
        key = self._id

        def show(customer: Customer) -> None:
            # The words are there at the latest with the second customer; the first one may wait a moment.
            self._words.load(lambda: self._show(customer) if key == self._id else None)

        self.services.customers.get(key, self).then(show).failed(self._failed)

    def _show(self, customer: Customer) -> None:
        first = self.customer is None
        self.customer = customer
        self._trouble.hide()
        self._body.show()
        self.header.show_customer(customer)
        self.banner.show_customer(customer)
        if customer.deleted_at is not None:
            self.services.duplicates.merged_into(customer.id, self).then(self._show_merged)
        self.bar.update_for(self.context())
        self._show_tab(self.tabs.currentIndex())
        if first:
            self.services.customers.opened.emit(customer.id)
        self.navigator.refresh_actions()

    def _show_merged(self, target: Member | None) -> None:
        if target is not None:
            key = target.id
            self.banner.show_merged(target.name, lambda: self.navigator.open_customer(key))

    def _failed(self, error: CrmError) -> None:
        self.customer = None
        self._body.hide()
        advice = text(error.advice) if error.advice else ""
        actions = ((self.tr("Try again"), self._read), (self.tr("Back"), self.navigator.back))
        self._trouble.set("error", text(error.message), advice, actions, "danger")
        self._trouble.show()

    def _show_tab(self, at: int) -> None:
        if self.customer is None or at < 0:
            return
        widget = self._widgets.get(at)
        if widget is None:
            widget = self._make_tab(at)
        self.stack.setCurrentWidget(widget)
        cast(CustomerTab, widget).show_customer(self.customer)

    def _make_tab(self, at: int) -> QWidget:
        from desktop_crm.ui.pages.customers.timeline import TimelineTab

        widget = self._tabs[at].factory(self.services, self.navigator)
        if isinstance(widget, TimelineTab):
            widget.set_kinds(self._timeline)
        self._widgets[at] = widget
        former = self.stack.widget(at)
        self.stack.insertWidget(at, widget)
        if former is not None:
            self.stack.removeWidget(former)
            former.deleteLater()
        return widget

    def tab(self, at: int) -> QWidget | None:
        """The widget of a tab that was looked at."""
        return self._widgets.get(at)

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % max(self.tabs.count(), 1))

    def _changed(self, touched: Any) -> None:
        # A change of a part is a change of its customer's row, too; renamed people and tags can show anywhere.
        wide = any(touched.hits(table) for table in ("tag", "customer_tag", "app_user", "team"))
        if self._id is None or not (wide or touched.hits("customer", self._id)):
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def activate(self) -> None:
        """The page came to the front."""
        if self._stale:
            self._stale = False
            self._read()
        self.tabs.setFocus()

    def refresh(self) -> None:
        self._read()

    def page_title(self) -> str:
        """The customer's name, for the window's title."""
        return self.customer.draft.name if self.customer is not None else ""

    # What can be done --------------------------------------------------------------------------------

    def chosen(self) -> Selection | None:
        return Selection.of(self.customer.id) if self.customer is not None else None

    def chosen_count(self) -> int:
        return 0 if self.customer is None else 1

    def record(self) -> Id | None:
        return self.customer.id if self.customer is not None and self.customer.deleted_at is None else None

    def context(self) -> Context:
        there = self.customer is not None
        deleted = self.customer is not None and self.customer.deleted_at is not None
        return Context(page=RECORD, selected=self.chosen_count(), record=there, deleted=deleted)

    def copy_phone(self) -> None:
        points = self.customer.draft.points if self.customer is not None else ()
        phones = sorted((p for p in points if p.kind == PointKind.PHONE), key=lambda p: not p.primary)
        if not phones:
            self.services.notices.info(NO_PHONE)
            return
        shown = self._words.point(phones[0])
        QGuiApplication.clipboard().setText(shown)
        self.services.notices.info(Message(COPIED.text, {"text": shown}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.navigator.back()
        else:
            super().keyPressEvent(event)
