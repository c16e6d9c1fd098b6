"""One user, one team: a line that is edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.people import TeamInfo, UserInfo
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.pages.customers.target import customers
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.avatar import Avatar
from desktop_crm.ui.widgets.buttons import Switch, tool_button
from desktop_crm.ui.widgets.chips import Badge
from desktop_crm.ui.widgets.labels import label

ONE_MEMBER = Message(QT_TRANSLATE_NOOP("messages", "1 member"))
MEMBERS = QT_TRANSLATE_NOOP("messages", "{count} members")


HOLDS_WIDTH, TEAM_WIDTH, ACTIVE_WIDTH, DELETE_WIDTH = 184, 168, 44, 32


class NameEdit(QLineEdit):
    """Enter or leaving it gives the new name; an empty one is put back."""

    named = Signal(str)

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(name)
        self._name = name
        self.setAccessibleName(accessible)
        self.setMaxLength(80)
        self.editingFinished.connect(self._finished)

    def _finished(self) -> None:
        name = self.text().strip()
        if name and name != self._name:
            self.named.emit(name)
        else:
            self.setText(self._name)


class UserHead(QWidget):
    """The headings above the users."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(28 + 12, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(self.tr("Name"), "caption"), 1)
        for words, width in (
            (self.tr("Looks after"), HOLDS_WIDTH),
            (self.tr("Team"), TEAM_WIDTH),
            (self.tr("Active"), ACTIVE_WIDTH),
            ("", DELETE_WIDTH),
        ):
            one = label(words, "caption")
            one.setFixedWidth(width)
            row.addWidget(one)


class UserRow(QWidget):
    """`named(str)`, `switched(bool)`, `moved(team)`, `dropped()`."""

    named = Signal(str)
    switched = Signal(bool)
    moved = Signal(object)
    dropped = Signal()

    def __init__(self, info: UserInfo, teams: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.info = info
        name = info.user.name
        self.edit = NameEdit(name, self.tr("Name of the user"))
        self.team = ChoiceField(teams, clear=None, icon="team")
        team, active, delete = self.tr("Team"), self.tr("Active"), self.tr("Delete")
        self.team.set_name(f"{team}: {name}")
        self.team.set_value(info.team_id)
        self.team.edit.setPlaceholderText(self.tr("No team"))
        self.team.setFixedWidth(TEAM_WIDTH)
        self.active = Switch(f"{active}: {name}", info.user.active)
        self.active.setToolTip(self.tr("Active: can be chosen as an owner"))
        self.delete = tool_button("delete", f"{delete}: {name}", self.dropped.emit)
        self.delete.setFixedWidth(DELETE_WIDTH)
        # One's own account goes nowhere.
        self.active.setEnabled(not info.mine)
        self.delete.setEnabled(not info.mine)
        holds = label(_holds(info, self.tr("key")), "secondary")
        holds.setFixedWidth(HOLDS_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(Avatar(name, 28))
        row.addWidget(self.edit, 1)
        you = Badge(self.tr("you"), "accent")
        policy = you.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        you.setSizePolicy(policy)
        you.setVisible(info.mine)
        row.addWidget(you)
        row.addWidget(holds)
        row.addWidget(self.team)
        row.addWidget(self.active)
        row.addWidget(self.delete)
        self.edit.named.connect(self.named)
        self.active.clicked.connect(self.switched)
        self.team.edited.connect(self._team)

    def _team(self) -> None:
        if self.team.value() != self.info.team_id:
            self.moved.emit(self.team.value())


def _holds(info: UserInfo, key: str) -> str:
    parts = [text(customers(info.customers))]
    if info.key_customers:
        parts.append(f"{format_number(info.key_customers)} {key}")
    return " · ".join(parts)


class TeamRow(QWidget):
    """`named(str)`, `dropped()`."""

    named = Signal(str)
    dropped = Signal()

    def __init__(self, info: TeamInfo) -> None:
        super().__init__()
        self.info = info
        self.edit = NameEdit(info.team.name, self.tr("Name of the team"))
        members = text(ONE_MEMBER if info.members == 1 else Message(MEMBERS, {"count": format_number(info.members)}))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(STEP)
        row.addWidget(self.edit, 1)
        row.addWidget(label(f"{members} · {text(customers(info.customers))}", "hint"))
        delete = self.tr("Delete")
        row.addWidget(tool_button("delete", f"{delete}: {info.team.name}", self.dropped.emit))
        self.edit.named.connect(self.named)
