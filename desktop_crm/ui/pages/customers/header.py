"""The head of the customer page: who it is, where things stand, what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_date, format_relative, text
from desktop_crm.models.messages import filled_in
from desktop_crm.models.records.customers import Customer
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.ui.feature import FigureSpec
from desktop_crm.ui.pages.customers.header_parts import CompletenessMark, VerifiedLine
from desktop_crm.ui.pages.customers.wording import choice_text, stage_tone
from desktop_crm.ui.theme import icons
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.avatar import Avatar
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.chips import CHIP_HEIGHT, Badge, ChipRow
from desktop_crm.ui.widgets.labels import ElidedLabel, KeyFigure, label
from desktop_crm.ui.widgets.search_field import IconMark

# As many figures stay however long the name is.
_ALWAYS = 2


class CustomerHeader(QFrame):
    """Name, stage, tags, key figures, completeness and the next step of one customer."""

    def __init__(
        self,
        figures: Sequence[FigureSpec],
        verify: Callable[[], object],
        ask_key: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._specs = figures
        self._avatar = Avatar("", 52)
        self.name = ElidedLabel("", "title")
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about = ElidedLabel("", "secondary")
        self._stage = Badge("")
        self.key = Badge("", "tag5")
        self.key_button = tool_button("star", self.tr("Key customer"), ask_key)
        self.key_button.setFixedSize(24, CHIP_HEIGHT)
        self.complete = CompletenessMark()
        self.verified = VerifiedLine(verify)
        self._tags = ChipRow()
        self._figures = QHBoxLayout()
        self._figures.setSpacing(4 * STEP)
        self._mark = IconMark("next_step", "accent_text", 18)
        self.step = ElidedLabel("")
        self._due = Badge("")
        self._build()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self._about)
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self._avatar)
        top.addLayout(words, 1)
        top.addLayout(self._figures)
        top.addSpacing(2 * STEP)
        top.addWidget(self.complete)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignTop)
        chips.addWidget(self.key, 0, Qt.AlignmentFlag.AlignTop)
        chips.addWidget(self.key_button, 0, Qt.AlignmentFlag.AlignTop)
        chips.addWidget(self._tags, 1)
        self._next = QWidget()
        step = QHBoxLayout(self._next)
        step.setContentsMargins(0, 0, 0, 0)
        step.setSpacing(STEP)
        step.addWidget(self._mark)
        step.addWidget(label(self.tr("Next step"), "fieldLabel"))
        step.addWidget(self.step, 1)
        step.addWidget(self._due)
        step.addSpacing(2 * STEP)
        step.addWidget(self.verified)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(chips)
        column.addWidget(self._next)

    def show_customer(self, customer: Customer) -> None:
        draft = customer.draft
        self._avatar.set_name(draft.name)
        self.name.setText(draft.name)
        self.setAccessibleName(draft.name)
        owner = customer.owner_name or self.tr("no owner")
        about = (customer.code, choice_text("kind", draft.kind), draft.short_name, owner, customer.team_name)
        self._about.setText("  ·  ".join(part for part in about if part))
        self._stage.set_text(choice_text("stage", draft.stage), stage_tone(draft.stage))
        self._tags.set_chips((tag.name, tag.colour) for tag in customer.tags)
        self._show_key(customer)
        self.complete.show_customer(customer)
        self.verified.show_customer(customer)
        self._show_figures(customer)
        self._show_step(draft.next_step, draft.next_step_on)

    def _show_key(self, customer: Customer) -> None:
        self.key.setVisible(customer.is_key)
        parts = (text(F["is_key"]), customer.key_person, customer.key_team)
        self.key.set_text(" · ".join(part for part in parts if part))
        self.key_button.setIcon(icons.icon("star_filled", "accent_text") if customer.is_key else icons.icon("star"))
        self.key_button.setEnabled(customer.deleted_at is None)

    def _show_figures(self, customer: Customer) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for spec in self._specs:
            for figure in spec.make(customer):
                reason = text(figure.reason) if figure.reason else ""
                self._figures.addWidget(KeyFigure(text(figure.label), figure.value, reason))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The name comes first: where it would be cut off, figures give way, the last ones first."""
        shown = [w for at in range(self._figures.count()) if (i := self._figures.itemAt(at)) and (w := i.widget())]
        # Margins, the gaps beside the avatar and the words, and the one before the completeness.
        others = self._avatar.width() + self.complete.sizeHint().width() + 13 * STEP
        room = self.width() - others - self.name.fontMetrics().horizontalAdvance(self.name.text())
        for at, figure in enumerate(shown):
            room -= figure.sizeHint().width() + self._figures.spacing()
            figure.setVisible(at < _ALWAYS or room >= 0)

    def _show_step(self, step: str, on: dt.date | None) -> None:
        self.step.setText(step or self.tr("Nothing planned"))
        self._due.setVisible(on is not None)
        if on is not None:
            today = dt.date.today()  # noqa: DTZ011 - the person's own calendar
            tone = "danger" if on < today else "warning" if on == today else "accent"
            late = self.tr("overdue since {date}") if on < today else "{date}"
            self._due.set_text(self.tr("today") if on == today else late.replace("{date}", format_date(on)), tone)


class DeletedBanner(QFrame):
    """Says that the customer is deleted, and brings it back."""

    def __init__(self, restore: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self.setProperty("level", "warning")
        self._text = label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, STEP, STEP, STEP)
        row.setSpacing(12)
        row.addWidget(IconMark("delete", "warning", 20))
        row.addWidget(self._text, 1)
        self.restore_button = button(self.tr("Restore"), restore, "normal", "restore")
        self._open_merged: Callable[[], object] = restore
        self.merged_button = button("", self._go_on, "normal", "merge")
        self.merged_button.hide()
        row.addWidget(self.merged_button)
        row.addWidget(self.restore_button)
        self.hide()

    def _go_on(self) -> None:
        self._open_merged()

    def show_merged(self, name: str, open_it: Callable[[], object]) -> None:
        """Says into whom the customer went, and leads there."""
        self._open_merged = open_it
        self._text.setText(filled_in(self.tr("This customer was merged into {name}."), {"name": name}))
        self.setAccessibleName(self._text.text())
        self.merged_button.setText(self.tr("Open"))
        self.merged_button.setAccessibleName(filled_in(self.tr("Open {name}"), {"name": name}))
        self.merged_button.show()

    def show_customer(self, customer: Customer) -> None:
        self.merged_button.hide()
        self.setVisible(customer.deleted_at is not None)
        if customer.deleted_at is not None:
            words = self.tr("This customer was deleted {when}. Nothing of it is lost.")
            self._text.setText(words.replace("{when}", format_relative(customer.deleted_at)))
            self.setAccessibleName(self._text.text())
