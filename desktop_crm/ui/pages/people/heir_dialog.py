"""Somebody leaves: who takes over what they have?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_crm.controllers.i18n import format_number
from desktop_crm.models.messages import filled_in
from desktop_crm.models.records.people import UserInfo
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.choice import PersonField
from desktop_crm.ui.forms.grid import FormGrid
from desktop_crm.ui.pages.people.wording import holdings
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label

_WIDTH = 440


class HeirDialog(PlainDialog):
    """`taken(heir)`: the id of a user, None for nobody."""

    taken = Signal(object)

    def __init__(self, info: UserInfo, others: Sequence[UserInfo], parent: QWidget | None = None) -> None:
        super().__init__("", "owner", parent=parent)
        self.set_title(filled_in(self.tr("Who takes over from {name}?"), {"name": info.user.name}))
        self.body.addLayout(self._has(info))
        self.heir = PersonField([(one.user.id, one.user.name) for one in others if one.user.active])
        mine = next((one.user.id for one in others if one.mine), None)
        self.heir.set_value(mine)
        grid = FormGrid()
        grid.setFixedWidth(_WIDTH - 6 * STEP)  # one column from the start
        hint = self.tr("Empty: customers have no owner then; plans, shares and views end.")
        grid.add(self.tr("Takes over"), self.heir, hint=hint)
        self.body.addWidget(grid)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.go = button(self.tr("Delete user"), self._go, "primary")
        self.go.setDefault(True)
        self.buttons.addWidget(self.go)
        self.setFixedWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heir.setFocus()

    @staticmethod
    def _has(info: UserInfo) -> QGridLayout:
        """What there is to take over, the numbers below each other."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP // 2)
        grid.setColumnStretch(2, 1)
        for at, (name, count) in enumerate(holdings(info)):
            grid.addWidget(label(name, "secondary"), at, 0)
            grid.addWidget(label(format_number(count)), at, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _go(self) -> None:
        self.accept()
        self.taken.emit(self.heir.value())
