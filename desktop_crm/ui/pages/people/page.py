"""Users and teams: who works with this database, what they have, and who takes over when somebody leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desktop_crm.controllers.actions import Context
from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.people import PEOPLE_TABLES
from desktop_crm.controllers.services import Services
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.records.people import People, TeamInfo, UserInfo
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.people.feature import PEOPLE_PAGE
from desktop_crm.ui.pages.people.heir_dialog import HeirDialog
from desktop_crm.ui.pages.people.rows import TeamRow, UserHead, UserRow
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, InlineError, label

WIDTH = 1040


class PeoplePage(ScrollColumn):
    """A name is edited in its line; every change is saved at once and can be undone."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__("", 2 * STEP, 3 * STEP)
        self.setAccessibleName(self.tr("Users and teams"))
        self._services, self._navigator = services, navigator
        self._shown: People | None = None
        self._stale = False
        self.users: list[UserRow] = []
        self.teams: list[TeamRow] = []
        self.new_user, self.user_error = QLineEdit(), InlineError()
        self.new_team, self.team_error = QLineEdit(), InlineError()
        self._users, self._teams = QVBoxLayout(), QVBoxLayout()
        self.setViewportMargins(3 * STEP, 2 * STEP, 0, 0)
        self.inside.setMaximumWidth(WIDTH)
        self.box.addWidget(label(self.tr("Users and teams"), "title"))
        self.box.addWidget(
            self._card(
                self.tr("Users"), self.new_user, self.user_error, self._users, self._add_user, self.tr("Add user")
            )
        )
        self.box.addWidget(
            self._card(
                self.tr("Teams"), self.new_team, self.team_error, self._teams, self._add_team, self.tr("Add team")
            )
        )
        self.new_user.setPlaceholderText(self.tr("Name of a new user"))
        self.new_user.setAccessibleName(self.tr("Name of a new user"))
        self.new_team.setPlaceholderText(self.tr("Name of a new team"))
        self.new_team.setAccessibleName(self.tr("Name of a new team"))
        services.bus.subscribe(self, PEOPLE_TABLES, self._changed)
        self._read()

    def _card(  # noqa: PLR0917
        self, title: str, new: QLineEdit, error: InlineError, rows: QVBoxLayout, add: Callable[[], None], words: str
    ) -> Card:
        card = Card(title)
        rows.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(STEP)
        new.setMaxLength(80)
        new.setMaximumWidth(320)
        new.returnPressed.connect(add)
        line.addWidget(new, 1)
        line.addWidget(button(words, add, "normal", "add"))
        line.addStretch(1)
        card.body.addLayout(rows)
        card.body.addSpacing(STEP)
        card.body.addLayout(line)
        card.body.addWidget(error)
        return card

    def _read(self) -> None:
        self._services.people.people(self).then(self._show)

    def _changed(self, _: Any) -> None:
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def activate(self) -> None:
        if self._stale:
            self._stale = False
            self._read()
        self.new_user.setFocus(Qt.FocusReason.OtherFocusReason)

    def context(self) -> Context:
        return Context(page=PEOPLE_PAGE)

    def _show(self, found: People) -> None:
        if found == self._shown:
            return
        self._shown = found
        teams = [(one.team.id, one.team.name) for one in found.teams]
        self._clear(self._users)
        self._clear(self._teams)
        self.users = [UserRow(one, teams) for one in found.users]
        self._users.addWidget(UserHead())
        for user in self.users:
            self._users.addWidget(user)
            self._bind_user(user)
        self.teams = [TeamRow(one) for one in found.teams]
        for team in self.teams:
            self._teams.addWidget(team)
            self._bind_team(team)
        if not self.teams:
            hint = self.tr("A team can own customers and be shared with.")
            self._teams.addWidget(EmptyState("team", self.tr("No teams yet"), hint))

    def _clear(self, box: QVBoxLayout) -> None:
        from desktop_crm.ui.pages.customers.scroll import clear_box

        clear_box(box)

    def _bind_user(self, row: UserRow) -> None:
        people, key = self._services.people, row.info.user.id
        row.named.connect(lambda name: self._run(people.save_user(name, key), self.user_error))
        row.switched.connect(lambda on: self._run(people.set_active(key, on), self.user_error))
        row.moved.connect(lambda team: self._run(people.set_team(key, team), self.user_error))
        row.dropped.connect(lambda: self._drop_user(row.info))

    def _bind_team(self, row: TeamRow) -> None:
        people, key = self._services.people, row.info.team.id
        row.named.connect(lambda name: self._run(people.save_team(name, key), self.team_error))
        row.dropped.connect(lambda: self._drop_team(row.info))

    def _add_user(self) -> None:
        task = self._services.people.save_user(self.new_user.text())
        self._run(task, self.user_error, self.new_user.clear)

    def _add_team(self) -> None:
        task = self._services.people.save_team(self.new_team.text())
        self._run(task, self.team_error, self.new_team.clear)

    def _drop_user(self, info: UserInfo) -> None:
        """Asks who takes over, where there is something to take over."""
        people = self._services.people
        if not info.holds or self._shown is None:
            self._run(people.delete_user(info.user.id, None), self.user_error)
            return
        others = [one for one in self._shown.users if one.user.id != info.user.id]
        dialog = HeirDialog(info, others, self.window())
        dialog.taken.connect(lambda heir: self._run(people.delete_user(info.user.id, heir), self.user_error))
        dialog.open()

    def _drop_team(self, info: TeamInfo) -> None:
        self._run(self._services.people.delete_team(info.team.id), self.team_error)

    def _run(self, task: Task[Any], error: InlineError, then: Callable[[], object] | None = None) -> None:
        def done(outcome: Any) -> None:
            error.set_text("")
            if outcome.change_set is not None:
                self._services.notices.done(outcome.change_set.title)
            if then is not None:
                then()

        def failed(refused: CrmError) -> None:
            if isinstance(refused, UserError):
                words = [text(refused.message), text(refused.advice) if refused.advice else ""]
                error.set_text(" ".join(one for one in words if one))
            else:
                self._services.notices.error(refused)
            # What was typed in a line goes back to what is stored.
            self._shown = None
            self._read()

        task.then(done).failed(failed)
