"""Customers side by side: why they may be one, what a merge takes and what follows, and the two answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_percent, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.duplicates import Comparison, FollowUp
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.pages.duplicates.fields import FieldTable
from desktop_crm.ui.pages.duplicates.groups import score_tone
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.chips import Badge, ChipRow
from desktop_crm.ui.widgets.labels import label

MOVED = QT_TRANSLATE_NOOP("messages", "{what}: {moved} added")
KNOWN = QT_TRANSLATE_NOOP("messages", "{what}: {known} known already")
MOVED_KNOWN = QT_TRANSLATE_NOOP("messages", "{what}: {moved} added, {known} known already")


class ComparePane(QWidget):
    """`merge_asked()`, `distinct_asked()`, `skip_asked()`; `arranged(ids)`: the same customers in another order, or
    without one of them."""

    merge_asked = Signal()
    distinct_asked = Signal()
    skip_asked = Signal()
    arranged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.title = label(role="heading", wrap=True, select=True)
        self.score = Badge("")
        self.reasons = ChipRow()
        self.table = FieldTable()
        self.hint = label(role="hint", wrap=True)
        self.follow = label(role="secondary", wrap=True, select=True)
        self.merge = button("", self.merge_asked.emit, "primary", "merge")
        self.distinct = button("", self.distinct_asked.emit, "normal", "remove")
        self.skip = button("", self.skip_asked.emit, "flat")
        self.keep = button("", self._keep_current, "normal", "star")
        self.leave_out = button("", self._leave_out_current, "normal", "clear")
        self._build()
        self.words()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.score)
        arrange = QHBoxLayout()
        arrange.setSpacing(STEP)
        arrange.addWidget(self.hint, 1)
        arrange.addWidget(self.leave_out)
        arrange.addWidget(self.keep)
        answers = QHBoxLayout()
        answers.setSpacing(STEP)
        answers.addWidget(self.merge)
        answers.addWidget(self.distinct)
        answers.addStretch(1)
        answers.addWidget(self.skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.reasons)
        column.addLayout(arrange)
        column.addWidget(self.table, 1)
        column.addWidget(self.follow)
        column.addLayout(answers)

    def words(self) -> None:
        """Says everything in the language of the interface."""
        for made, words, keys in (
            (self.merge, self.tr("Merge"), "Ctrl+M"),
            (self.distinct, self.tr("Not a duplicate"), "Ctrl+D"),
            (self.skip, self.tr("Skip"), "Ctrl+J"),
            (self.keep, self.tr("Keep this record"), ""),
            (self.leave_out, self.tr("Leave this one out"), ""),
        ):
            made.setText(words)
            made.setToolTip(f"{words} ({keys})" if keys else words)
        self.hint.setText(self.tr("Arrows move; Space, Return or a digit takes a value."))
        self.table.setAccessibleName(self.tr("Fields of the customers side by side"))
        self.show_comparison(self.comparison)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Shows customers; None: nothing is chosen."""
        self.comparison = comparison
        self.table.show_comparison(comparison)
        members = comparison.members if comparison else ()
        self.title.setText(" · ".join(dict.fromkeys(member.name for member in members)))
        verdict = comparison.verdict if comparison else None
        self.score.setVisible(verdict is not None)
        if verdict is not None:
            self.score.set_text(
                self.tr("Match: {score}").replace("{score}", format_percent(verdict.score)), score_tone(verdict.score)
            )
        self.reasons.set_chips(
            (text(reason.message), "danger" if reason.against else "tag3")
            for reason in (verdict.reasons if verdict else ())
        )
        follow = comparison.follow if comparison else ()
        told = " · ".join(text(follow_words(one)) for one in follow)
        self.follow.setText(self.tr("What follows along: {what}").replace("{what}", told) if told else "")
        self.follow.setVisible(bool(told))
        self.leave_out.setVisible(len(members) > 2)
        for made in (self.merge, self.distinct, self.keep):
            made.setEnabled(len(members) > 1)

    def ids(self) -> list[Id]:
        return [member.id for member in self.comparison.members] if self.comparison else []

    def _current(self) -> Id | None:
        ids, at = self.ids(), self.table.currentIndex().column()
        return ids[at] if 0 <= at < len(ids) else None

    def _keep_current(self) -> None:
        """The record in whose column the cursor stands stays; from the first column: the next one."""
        ids, current = self.ids(), self._current()
        if len(ids) > 1 and current is not None:
            chosen = ids[1] if current == ids[0] else current
            self.arranged.emit([chosen, *(key for key in ids if key != chosen)])

    def _leave_out_current(self) -> None:
        ids, current = self.ids(), self._current()
        if len(ids) > 2 and current is not None:
            self.arranged.emit([key for key in ids if key != current])


def follow_words(one: FollowUp) -> Message:
    template = (MOVED_KNOWN if one.known else MOVED) if one.moved else KNOWN
    return Message(template, {"what": one.what, "moved": one.moved, "known": one.known})
