"""One row in full: what becomes of it, what is wrong, before → after, and what a person can decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.importing import ImportController
from desktop_crm.models.records.import_setup import Decision
from desktop_crm.models.records.imports import CellChange, RowOutcome, RowProblem, RowResult
from desktop_crm.ui.pages.importing.wording import OUTCOMES, TONES
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.labels import label, line
from desktop_crm.ui.widgets.scroll_area import ScrollArea
from desktop_crm.ui.widgets.search_field import IconMark


class RowDetail(ScrollArea):
    """`opened` names the customer to open, `replace_asked` the place and the value to take everywhere."""

    opened = Signal(object)
    replace_asked = Signal(int, str, str)

    def __init__(self, session: ImportController, rows: QWidget) -> None:
        super().__init__()
        self.session, self._rows = session, rows
        self.row: RowResult | None = None
        self.place = -1
        self.value = self.name = ""
        self.editable = True
        self.setWidgetResizable(True)
        self.setFixedWidth(40 * STEP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The row in full"))
        self.decisions: dict[str, Callable[[], object]] = {}
        self.new_value = QLineEdit()
        self._column = QVBoxLayout()
        self.show_row(None)

    def show_row(self, row: RowResult | None, place: int = -1, value: str = "", name: str = "") -> None:
        """A row under the name of its customer, and the cell of it that is in front."""
        self.name = name
        self.row, self.place, self.value = row, place, value
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        self._column = column
        self.decisions = {}
        if row is None:
            column.addWidget(label(self.tr("Choose a row to see what becomes of it."), "hint", wrap=True))
        else:
            self._head(row)
            self._problems(row.problems, "error", "danger")
            self._problems(row.notes, "info", "warning")
            self._ask(row)
            self._changes(row.changes)
            self._replace()
        column.addStretch(1)
        self.setWidget(inside)
        self._follow_rows(inside)

    def _follow_rows(self, inside: QWidget) -> None:
        """Tab comes here from the rows: what is made anew would come after all else on the page."""
        former = self._rows
        for one in inside.findChildren(QWidget):
            if one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
                QWidget.setTabOrder(former, one)
                former = one

    def _head(self, row: RowResult) -> None:
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(Badge(text(OUTCOMES[row.outcome]), TONES[row.outcome]))
        top.addWidget(label(self.tr("Row {n}").replace("{n}", str(row.row)), "hint"), 1)
        self._column.addLayout(top)
        if self.name:
            self._column.addWidget(label(self.name, "heading", wrap=True, select=True))
            if row.number:
                self._column.addWidget(label(f"C{row.number:06d}", "hint", select=True))
        words = self._words(row)
        if words:
            self._column.addWidget(label(words, "secondary", wrap=True))
        key = self.session.record_of(row)
        if key is not None:
            opens = button(self.tr("Open the customer"), lambda: self.opened.emit(key), "flat", "open")
            self._column.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)

    def _words(self, row: RowResult) -> str:
        if row.outcome is RowOutcome.TWIN and row.twin_of:
            return self.tr("Tells more of the customer of row {n}.").replace("{n}", str(row.twin_of))
        return {
            RowOutcome.UNCHANGED: self.tr("The customer already says all of this."),
            RowOutcome.ASK: self.tr("Several customers fit. Which one is meant?"),
            RowOutcome.LEFT_OUT: self.tr("This row is not taken."),
        }.get(row.outcome, "")

    def _problems(self, problems: tuple[RowProblem, ...], icon: str, token: str) -> None:
        for one in problems:
            words = QVBoxLayout()
            words.setSpacing(2)
            if one.column:
                said = f"{one.column}: {one.value}" if one.value else one.column
                words.addWidget(label(said, "caption", wrap=True))
            words.addWidget(label(text(one.message), "body", wrap=True))
            row = QHBoxLayout()
            row.setSpacing(STEP)
            row.addWidget(IconMark(icon, token, 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            self._column.addLayout(row)

    def _ask(self, row: RowResult) -> None:
        """The records that fit, each with a button; or a new one; or none."""
        if not row.candidates or not self.editable:
            return
        decided = self.session.decision(row.row)
        for one in row.candidates:
            on = decided is not None and decided.record == one.id
            name = f"{one.name}  C{one.number:06d}"
            self._choice(name, on, partial(self.session.decide, row.row, Decision.RECORD, one.id))
        new = decided is not None and decided.decision is Decision.NEW
        out = decided is not None and decided.decision is Decision.LEAVE_OUT
        self._choice(self.tr("None of them: a new customer"), new, lambda: self.session.decide(row.row, Decision.NEW))
        self._choice(self.tr("Leave the row out"), out, lambda: self.session.decide(row.row, Decision.LEAVE_OUT))

    def _choice(self, words: str, on: bool, choose: Callable[[], object]) -> None:
        made = button(words, choose, "chip", "check" if on else "")
        made.setCheckable(True)
        made.setChecked(on)
        self.decisions[words] = choose
        self._column.addWidget(made)

    def _changes(self, changes: tuple[CellChange, ...]) -> None:
        if not changes:
            return
        self._column.addWidget(line())
        for one in changes:
            self._column.addWidget(label(text(one.label), "caption"))
            old, new = self._value(one.field, one.old), self._value(one.field, one.new)
            row = QVBoxLayout()
            row.setSpacing(2)
            if old:
                before = label(old, "hint", wrap=True)
                font = before.font()
                font.setStrikeOut(True)
                before.setFont(font)
                before.setAccessibleName(self.tr("before: {value}").replace("{value}", old))
                row.addWidget(before)
            after = label(new or self.tr("emptied"), "body", wrap=True, select=True)
            row.addWidget(after)
            self._column.addLayout(row)

    def _value(self, field: str, value: str | None) -> str:
        known = dict(self.session.basis.options.get(field, ()))
        return text(known[value]) if value in known else value or ""

    def _replace(self) -> None:
        """The value of the cell in front, in all rows at once."""
        column = self.session.column(self.place)
        if not self.editable or self.place < 0 or not self.value or not column.field:
            return
        self._column.addWidget(line())
        words = self.tr("“{value}” in all rows of {column}")
        said = words.replace("{value}", self.value[:40]).replace("{column}", column.header)
        self._column.addWidget(label(said, "caption", wrap=True))
        self.new_value = QLineEdit(placeholderText=self.tr("Replace by"))
        self.new_value.setAccessibleName(self.tr("Replace by"))
        self.new_value.returnPressed.connect(self._replace_now)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.new_value, 1)
        row.addWidget(button(self.tr("Replace all"), self._replace_now))
        self._column.addLayout(row)

    def _replace_now(self) -> None:
        new = self.new_value.text().strip()
        if new and new != self.value:
            self.replace_asked.emit(self.place, self.value, new)
