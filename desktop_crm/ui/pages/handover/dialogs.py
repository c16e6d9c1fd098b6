"""To whom, with whom, and who is named: the three dialogs over chosen customers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_crm.controllers.hand_over import own_day
from desktop_crm.controllers.i18n import text
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import FilterChoices
from desktop_crm.models.records.fields import CUSTOMER_FIELDS, PART_FIELDS
from desktop_crm.models.records.hand_over import HandOverDraft, ShareChange, ShareChoice, Shares
from desktop_crm.models.records.listed import Id
from desktop_crm.models.validation.hand_over import validate
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.choice import ChoiceField, PersonField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import LongTextField
from desktop_crm.ui.forms.grid import FieldRow, FormGrid
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import InlineError, label
from desktop_crm.ui.widgets.search_field import SearchField

NO_DATE = Message(QT_TRANSLATE_NOOP("messages", "This is no date."))
_FEW = 8
_WIDTH = 460


def people_of(choices: FilterChoices) -> list[tuple[Any, str]]:
    """Those who can be given something."""
    return [(user.id, user.name) for user in choices.users if user.active]


def teams_of(choices: FilterChoices) -> list[tuple[Any, str]]:
    return [(team.id, team.name) for team in choices.teams]


class HandOverDialog(PlainDialog):
    """`asked(HandOverDraft)`: the draft makes sense; the dialog stays until it is done, or says what was refused."""

    asked = Signal(object)

    def __init__(self, choices: FilterChoices, count: str, parent: QWidget | None = None) -> None:
        super().__init__("", "assign", parent=parent)
        self.set_title(self.tr("Hand over {customers}").replace("{customers}", count))
        self.user = PersonField(people_of(choices))
        self.team = ChoiceField(teams_of(choices), clear=None, icon="team")
        self.day = DateField()
        self.day.set_value(own_day())
        self.reason = LongTextField(self.tr("For the new owner and the customers' history"), 3)
        grid = FormGrid()
        grid.setFixedWidth(_WIDTH - 6 * STEP)  # one column from the start
        self.rows: dict[str, FieldRow] = {
            "to_user_id": grid.add(text(PART_FIELDS["to_user_id"]), self.user),
            "to_team_id": grid.add(text(PART_FIELDS["to_team_id"]), self.team, hint=self.tr("Empty: stays as it is.")),
            "effective_on": grid.add(text(PART_FIELDS["effective_on"]), self.day),
            "reason": grid.add(text(PART_FIELDS["reason"]), self.reason, wide=True),
        }
        self.error = InlineError()
        self.body.addWidget(grid)
        self.body.addWidget(self.error)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.go = button("", self._go, "primary")
        self.go.setDefault(True)
        self.buttons.addWidget(self.go)
        self.setFixedWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.day.edited.connect(self._say_when)
        self._say_when()
        self.user.setFocus()

    def later(self) -> bool:
        """Whether it is planned for a day to come."""
        day = self.day.value()
        return isinstance(day, dt.date) and day > own_day()

    def _say_when(self) -> None:
        self.go.setText(self.tr("Plan") if self.later() else self.tr("Hand over"))
        words = (
            self.tr("On that day it is carried out by itself.") if self.later() else self.tr("Takes effect at once.")
        )
        self.rows["effective_on"].set_notice(words)

    def _go(self) -> None:
        day = self.day.value()
        draft = HandOverDraft(
            self.user.value(), self.team.value(), self.reason.value(), day if isinstance(day, dt.date) else None
        )
        wrong = validate(draft, own_day())
        if isinstance(day, str):
            wrong["effective_on"] = NO_DATE
        self._show(wrong)
        if not wrong:
            self.go.setEnabled(False)
            self.asked.emit(draft)

    def show_error(self, error: CrmError) -> None:
        """It was refused."""
        self.go.setEnabled(True)
        fields: dict[str, Message] = getattr(error, "fields", {})
        self._show(fields)
        self.error.set_text("" if fields else text(error.message))

    def _show(self, wrong: dict[str, Message]) -> None:
        for name, row in self.rows.items():
            row.set_problem(text(wrong[name]) if name in wrong else "")
        first = next((name for name in self.rows if name in wrong), "")
        if first:
            self.rows[first].field.setFocus()


class ShareDialog(PlainDialog):
    """`changed(ShareChange)`: whom to add and whom to take away. A half tick: some of the customers."""

    changed = Signal(object)

    def __init__(self, shares: Shares, count: str, parent: QWidget | None = None) -> None:
        super().__init__("", "team", parent=parent)
        self.set_title(self.tr("Share {customers}").replace("{customers}", count))
        self.boxes: list[tuple[ShareChoice, QCheckBox]] = []
        self.body.addWidget(
            label(self.tr("Whom a customer is shared with finds it under “Shared with me”."), "hint", wrap=True)
        )
        self.search = SearchField(self.tr("Search"))
        self.search.changed.connect(self._narrow)
        self.search.setVisible(len(shares.choices) > _FEW)
        self.body.addWidget(self.search)
        self._list = ScrollColumn(self.tr("People and teams"), gutter=STEP)
        self.body.addWidget(self._list, 1)
        self._fill(shares, [one for one in shares.choices if not one.team])
        teams = [one for one in shares.choices if one.team]
        if teams:
            self._list.box.addSpacing(STEP)
            self._list.box.addWidget(label(self.tr("Teams"), "fieldLabel"))
            self._fill(shares, teams)
        if not self.boxes:
            self._list.box.addWidget(EmptyState("team", self.tr("Nobody to share with yet")))
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.go = button(self.tr("Share"), self._go, "primary")
        self.go.setDefault(True)
        self.buttons.addWidget(self.go)
        self.resize(420, 460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _fill(self, shares: Shares, choices: Sequence[ShareChoice]) -> None:
        for one in choices:
            box = QCheckBox(one.name.replace("&", "&&"))
            some = 0 < one.shared < shares.total
            box.setTristate(some)
            whole = Qt.CheckState.Checked if one.shared else Qt.CheckState.Unchecked
            box.setCheckState(Qt.CheckState.PartiallyChecked if some else whole)
            self.boxes.append((one, box))
            self._list.box.addWidget(box)

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for one, box in self.boxes:
            box.setVisible(wanted in one.name.casefold())

    def change(self) -> ShareChange:
        """What differs from how it was."""
        picked: dict[tuple[bool, bool], set[Any]] = {
            (add, team): set() for add in (True, False) for team in (True, False)
        }
        for one, box in self.boxes:
            state = box.checkState()
            if state == Qt.CheckState.Checked:
                picked[True, one.team].add(one.id)
            elif state == Qt.CheckState.Unchecked and one.shared:
                picked[False, one.team].add(one.id)
        return ShareChange(
            frozenset(picked[True, False]),
            frozenset(picked[True, True]),
            frozenset(picked[False, False]),
            frozenset(picked[False, True]),
        )

    def _go(self) -> None:
        self.accept()
        self.changed.emit(self.change())


class KeyDialog(PlainDialog):
    """`marked(user, team)`: key customers, with whom is named (None, None: nobody yet); `unmarked()`: none any more.
    It begins with those who are named already."""

    marked = Signal(object, object)
    unmarked = Signal()

    def __init__(
        self,
        choices: FilterChoices,
        count: str,
        named: tuple[Id | None, Id | None] = (None, None),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "star", parent=parent)
        self.set_title(self.tr("Key customers: {customers}").replace("{customers}", count))
        self.user = PersonField(people_of(choices))
        self.team = ChoiceField(teams_of(choices), clear=None, icon="team")
        self.user.set_value(named[0])
        self.team.set_value(named[1])
        grid = FormGrid()
        grid.setFixedWidth(_WIDTH - 6 * STEP)  # one column from the start
        grid.add(text(CUSTOMER_FIELDS["key_user_id"]), self.user)
        grid.add(text(CUSTOMER_FIELDS["key_team_id"]), self.team)
        hint = self.tr("Who is named looks after them beside the owner. You can leave both empty for now.")
        self.body.addWidget(label(hint, "hint", wrap=True))
        self.body.addWidget(grid)
        self.off = button(self.tr("No key customers"), self._unmark, "flat")
        self.buttons.insertWidget(0, self.off)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.go = button(self.tr("Mark"), self._mark, "primary")
        self.go.setDefault(True)
        self.buttons.addWidget(self.go)
        self.setFixedWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.user.setFocus()

    def _mark(self) -> None:
        self.accept()
        self.marked.emit(self.user.value(), self.team.value())

    def _unmark(self) -> None:
        self.accept()
        self.unmarked.emit()
