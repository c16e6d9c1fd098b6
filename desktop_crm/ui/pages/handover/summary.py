"""One hand-over in front of its new owner: why, how much, what is open, what is late."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_crm.controllers.i18n import format_number
from desktop_crm.models.records.hand_over import HandOver, HandOverSummary
from desktop_crm.ui.pages.handover.wording import title_of, when_of
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, KeyFigure, label


class SummaryCard(Card):
    """`read_asked`, `now_asked` and `cancel_asked` are its three buttons, each shown where it makes sense."""

    read_asked = Signal()
    now_asked = Signal()
    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "heading")
        self._when = label(role="hint")
        self._new = Badge(self.tr("New"), "accent")
        self._reason = label(role="body", wrap=True, select=True)
        self.figures = {
            "customers": KeyFigure(self.tr("Customers")),
            "open_steps": KeyFigure(self.tr("Open next steps")),
            "overdue": KeyFigure(self.tr("Overdue")),
            "key_customers": KeyFigure(self.tr("Key customers")),
        }
        self.read_button = button(self.tr("Mark as read"), self.read_asked.emit, "primary", "check")
        self.now_button = button(self.tr("Hand over now"), self.now_asked.emit, "normal")
        self.cancel_button = button(self.tr("Call off"), self.cancel_asked.emit, "normal")
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self._new)
        head.addWidget(self.title, 1)
        for one in (self.cancel_button, self.now_button, self.read_button):
            head.addWidget(one)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self._when)
        words.addWidget(self._reason)
        self.body.addLayout(words)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        for figure in self.figures.values():
            row.addWidget(figure)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_hand_over(self, one: HandOver, *, mine: bool) -> None:
        """The head; the figures come by `show_summary`."""
        self.title.setText(title_of(one, mine=mine))
        self._when.setText(when_of(one))
        self._reason.setText(one.reason)
        self._reason.setVisible(bool(one.reason))
        unread = mine and one.done_at is not None and one.read_at is None
        self._new.setVisible(unread)
        self.read_button.setVisible(unread)
        self.now_button.setVisible(one.done_at is None)
        self.cancel_button.setVisible(one.done_at is None)

    def show_summary(self, found: HandOverSummary) -> None:
        for name, figure in self.figures.items():
            figure.set_value(format_number(getattr(found, name)))
