"""Parts of the customer page's head: how complete the file is, and when it was last verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.models.records.customers import Customer
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.ring import Ring
from desktop_crm.ui.widgets.search_field import IconMark

# A file that nobody looked at for this long is due again.
STALE_DAYS = 180


class CompletenessMark(QWidget):
    """The ring with its name; the tooltip names what is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = Ring(text(F["completeness"]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.ring)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(text(F["completeness"]), "caption"))
        self._what = label("", "secondary")
        words.addWidget(self._what)
        words.addStretch(1)
        row.addLayout(words)

    def show_customer(self, customer: Customer) -> None:
        names = [text(name) for _, name in customer.missing]
        if not names:
            self._what.setText(self.tr("complete"))
            self.ring.set(customer.completeness, self.tr("Nothing is missing."))
        else:
            count = len(names)
            missing = self.tr("1 missing") if count == 1 else self.tr("{count} missing").replace("{count}", str(count))
            self._what.setText(missing)
            words = self.tr("Missing, the weightiest first: {fields}")
            self.ring.set(customer.completeness, words.replace("{fields}", QLocale().createSeparatedList(names)))
        self.setToolTip(self.ring.toolTip())


class VerifiedLine(QWidget):
    """When somebody last said that the file is right, and the button that says it now."""

    def __init__(self, verify: Callable[[], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        self._mark = IconMark("success", "text_tertiary", 18)
        row.addWidget(self._mark)
        row.addWidget(label(text(F["verified_on"]), "fieldLabel"))
        self.when = label("")
        row.addWidget(self.when)
        self.verify_button = button(self.tr("Verify now"), verify, "flat")
        self.verify_button.setToolTip(self.tr("Say that everything in this file is right today"))
        keep = self.verify_button.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # the head keeps its height
        self.verify_button.setSizePolicy(keep)
        row.addWidget(self.verify_button)

    def show_customer(self, customer: Customer) -> None:
        on, today = customer.verified_on, dt.date.today()  # noqa: DTZ011 - the person's own calendar
        if on is None:
            shown = self.tr("never")
        elif on == today:
            shown = self.tr("today")
        else:
            shown = format_date(on)
        self.when.setText(shown)
        stale = on is None or (today - on).days > STALE_DAYS
        self.when.setToolTip(self.tr("Nobody has looked at this file for half a year.") if stale and on else "")
        self.verify_button.setVisible(on != today and customer.deleted_at is None)
