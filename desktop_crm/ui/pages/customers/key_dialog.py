"""The dialog for key customers 大客户: whether it is one, and who looks after it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.models.records.customers import Customer, FilterChoices
from desktop_crm.models.records.fields import CUSTOMER_FIELDS as F
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.choice import ChoiceField, PersonField
from desktop_crm.ui.forms.grid import FormGrid
from desktop_crm.ui.pages.customers.fields import CheckField
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class KeyMark:
    """What the dialog asks for."""

    is_key: bool
    user_id: uuid.UUID | None
    team_id: uuid.UUID | None


class KeyDialog(PlainDialog):
    """`done` gets the mark as it is wished. Naming somebody makes it a key customer."""

    def __init__(
        self, customer: Customer, choices: FilterChoices, done: Callable[[KeyMark], object], parent: QWidget
    ) -> None:
        super().__init__(text(F["is_key"]), "star", parent=parent)
        self._done = done
        # Whoever opens the dialog of an ordinary customer is about to make it a key customer.
        self.binder: FormBinder[KeyMark] = FormBinder(
            KeyMark(True, customer.key_user_id, customer.key_team_id), lambda _: {}, text, self
        )
        self.body.addWidget(
            label(self.tr("Who looks after {name}?").replace("{name}", customer.draft.name), "secondary", wrap=True)
        )
        grid = FormGrid()
        self.person = PersonField([(user.id, user.name) for user in choices.users if user.active])
        self.team = ChoiceField([(team.id, team.name) for team in choices.teams], clear=None, icon="team")
        self.mark = CheckField(self.tr("This is a key customer"))
        self.binder.bind("is_key", grid.add("", self.mark, wide=True))
        self.binder.bind("user_id", grid.add(text(F["key_user_id"]), self.person, wide=True))
        self.binder.bind("team_id", grid.add(text(F["key_team_id"]), self.team, wide=True))
        self.mark.inputs()[0].setAccessibleName(text(F["is_key"]))
        self.body.addWidget(grid)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.save_button = button(self.tr("Save"), self.save, "primary")
        self.save_button.setDefault(True)
        self.buttons.addWidget(self.save_button)
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person.setFocus()

    def save(self) -> None:
        self.save_button.setFocus()
        self.accept()
        self._done(self.binder.value())
