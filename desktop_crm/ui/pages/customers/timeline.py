"""The Timeline tab: what happened with a customer, by day, newest first, loaded as far as one looks.

Kinds of entries are registered (`TimelineSpec`). Each is loaded page by page; an entry is shown as soon as no kind
can still bring a newer one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_date, format_time, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.customers import Customer, Id
from desktop_crm.ui.feature import Navigator, TimelineDetail, TimelineEntry, TimelinePage, TimelineSpec
from desktop_crm.ui.pages.customers.scroll import ScrollColumn, clear_box
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, label
from desktop_crm.ui.widgets.search_field import IconMark

_DETAILS = 6


@dataclass
class _Lane:
    """One kind: what of it is here, and where it goes on."""

    spec: TimelineSpec
    entries: list[TimelineEntry] = field(default_factory=list)
    more: int | str | None = None
    loaded: bool = False
    asked: bool = False

    @property
    def ended(self) -> bool:
        return self.loaded and self.more is None


class TimelineTab(ScrollColumn):
    """Entries of all kinds in one column."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__("", 12)
        self.setAccessibleName(self.tr("Timeline"))
        self._services = services
        self._kinds: tuple[TimelineSpec, ...] = ()
        self._lanes: list[_Lane] = []
        self._customer: Customer | None = None
        self._shown = 0
        self._days: list[dt.date] = []
        self._serial = 0
        self._more = button(self.tr("Show older entries"), self.load_more, "normal")
        self._days_box = QVBoxLayout()
        self._days_box.setSpacing(12)
        self.box.addLayout(self._days_box)
        self.box.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._more.hide()

    def set_kinds(self, kinds: Sequence[TimelineSpec]) -> None:
        """What is shown; call before the first customer."""
        self._kinds = tuple(sorted(kinds, key=lambda kind: kind.order))

    def show_customer(self, customer: Customer) -> None:
        if customer == self._customer:
            return
        self._customer = customer
        self._serial += 1
        self._lanes = [_Lane(spec) for spec in self._kinds]
        self._shown = 0
        self._days = []
        clear_box(self._days_box)
        for lane in self._lanes:
            self._load(lane, customer.id)

    def load_more(self) -> None:
        """Brings older entries of the kinds that hold the others up."""
        if self._customer is None:
            return
        horizon = self._horizon()
        for lane in self._lanes:
            if not lane.ended and (not lane.entries or lane.entries[-1].at == horizon):
                self._load(lane, self._customer.id)

    def _load(self, lane: _Lane, customer: Id) -> None:
        if lane.asked:
            return
        lane.asked = True
        serial = self._serial

        def show(page: TimelinePage) -> None:
            if serial != self._serial:
                return
            lane.asked, lane.loaded, lane.more = False, True, page.more
            lane.entries += page.entries
            self._show()

        lane.spec.load(self._services, customer, lane.more, self, show)

    def _horizon(self) -> dt.datetime | None:
        """The time down to which everything is known; None: all of it."""
        return max((lane.entries[-1].at for lane in self._lanes if not lane.ended and lane.entries), default=None)

    def _show(self) -> None:
        if not all(lane.loaded for lane in self._lanes):
            return
        horizon = self._horizon()
        known = [(entry, lane.spec) for lane in self._lanes for entry in lane.entries]
        ready = [one for one in known if horizon is None or one[0].at >= horizon]
        ready.sort(key=lambda one: one[0].at, reverse=True)
        for entry, spec in ready[self._shown :]:
            self._add(entry, spec)
        self._shown = len(ready)
        self._more.setVisible(horizon is not None)
        if not ready:
            self._days_box.addWidget(
                EmptyState("timeline", self.tr("Nothing has happened yet"), self.tr("Changes appear here by day."))
            )

    def _add(self, entry: TimelineEntry, spec: TimelineSpec) -> None:
        day = entry.at.astimezone().date()
        if not self._days or self._days[-1] != day:
            self._days.append(day)
            card = Card()
            card.body.setSpacing(12)
            self._days_box.addWidget(label(self._day_name(day), "fieldLabel"))
            self._days_box.addWidget(card)
        last = self._days_box.itemAt(self._days_box.count() - 1)
        card_widget = last.widget() if last is not None else None
        if isinstance(card_widget, Card):
            card_widget.body.addWidget(EntryRow(entry, spec))

    def _day_name(self, day: dt.date) -> str:
        today = dt.date.today()  # noqa: DTZ011 - the person's own calendar
        if day == today:
            return self.tr("Today")
        if day == today - dt.timedelta(days=1):
            return self.tr("Yesterday")
        return format_date(day)


class EntryRow(QWidget):
    """One entry: what, who, when, and its details."""

    def __init__(self, entry: TimelineEntry, spec: TimelineSpec) -> None:
        super().__init__()
        title = text(entry.title)
        at = format_time(entry.at)
        self.setAccessibleName(f"{title}, {entry.who}, {at}")
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(label(title, wrap=True, select=True), 1)
        by = "  ·  ".join(part for part in (entry.who, at) if part)
        head.addWidget(label(by, "hint"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        if entry.details:
            column.addWidget(DetailLines(entry.details[:_DETAILS]))
        if len(entry.details) > _DETAILS:
            more = self.tr("and {count} more").replace("{count}", str(len(entry.details) - _DETAILS))
            column.addWidget(label(more, "hint"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconMark(spec.icon, "text_tertiary", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class DetailLines(QWidget):
    """Field, old value → new value; one line each."""

    def __init__(self, details: Sequence[TimelineDetail]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 152)
        grid.setColumnStretch(1, 1)
        for at, detail in enumerate(details):
            name = label(detail.label, "fieldLabel", wrap=True)
            name.setMaximumWidth(200)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(self._values(detail), "secondary", wrap=True, select=True), at, 1)

    def _values(self, detail: TimelineDetail) -> str:
        if detail.old is None:
            return detail.new
        empty = self.tr("empty")
        return f"{detail.old or empty}  →  {detail.new or empty}"
