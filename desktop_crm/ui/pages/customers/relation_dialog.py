"""The dialog that adds a relation to another customer, or changes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Customer, CustomerKind, Id
from desktop_crm.models.records.fields import PART_FIELDS
from desktop_crm.models.records.relations import SIDES, Relation, Side
from desktop_crm.models.validation.customers import check_length
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.forms.field import LongTextField
from desktop_crm.ui.forms.grid import FormGrid
from desktop_crm.ui.pages.customers.customer_field import CustomerField
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label

WHICH = Message(QT_TRANSLATE_NOOP("messages", "Choose the other customer."))
ADDED = QT_TRANSLATE_NOOP("messages", "Relation to {name} added")
CHANGED = QT_TRANSLATE_NOOP("messages", "Relation to {name} changed")


@dataclass(frozen=True, slots=True)
class _Wish:
    side: str
    other: Id | None = None
    note: str = ""


class RelationDialog(PlainDialog):
    """What the other customer is, which one, and a note; refusals show at their field."""

    def __init__(self, services: Services, customer: Customer, relation: Relation | None, parent: QWidget) -> None:
        super().__init__("", "link", parent=parent)
        self._services, self._customer, self._relation = services, customer, relation
        title = self.tr("Change the relation") if relation else self.tr("Add a relation")
        self.setWindowTitle(title)
        self.heading.setText(title)
        wish = _Wish(relation.side, relation.other.id, relation.note) if relation else _Wish(self._sides()[0][0])
        self.binder: FormBinder[_Wish] = FormBinder(wish, _problems, text, self)
        grid = FormGrid()
        self.side = ChoiceField(self._sides())
        self.binder.bind("side", grid.add(self.tr("The other one is"), self.side, required=True, wide=True))
        self.other = CustomerField(services, (customer.id,))
        if relation is None:
            name = text(PART_FIELDS["other_id"])
            self.binder.bind("other", grid.add(name, self.other, required=True, wide=True))
        else:
            self.body.addWidget(label(relation.other.name, "heading", wrap=True))
        self.note = LongTextField(lines=2)
        self.binder.bind("note", grid.add(text(PART_FIELDS["note"]), self.note, wide=True))
        self.body.addWidget(grid)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.save_button = button(self.tr("Save"), self.save, "primary")
        self.save_button.setDefault(True)
        self.buttons.addWidget(self.save_button)
        self.setMinimumWidth(520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        (self.other if relation is None else self.note).setFocus()

    def _sides(self) -> list[tuple[str, str]]:
        """People have no parent companies."""
        company = self._customer.draft.kind == CustomerKind.COMPANY
        return [
            (side.value, text(SIDES[side])) for side in Side if company or side not in (Side.PARENT, Side.SUBSIDIARY)
        ]

    def save(self) -> None:
        self.save_button.setFocus()
        if not self.binder.check():
            return
        wish = self.binder.value()
        side, own = Side(wish.side), self._customer.id
        portrait = self._services.portrait
        task: Any
        if self._relation is not None:
            task = portrait.change_relation(self._relation.id, own, side, wish.note)
        else:
            assert wish.other is not None
            task = portrait.add_relation(own, side, wish.other, wish.note)
        self.save_button.setEnabled(False)
        task.then(self._saved).failed(self._refused)

    def _saved(self, outcome: Any) -> None:
        name = self._relation.other.name if self._relation else self.other.edit.text()
        if outcome.change_set is not None:
            self._services.notices.done(Message(CHANGED if self._relation else ADDED, {"name": name}))
        self.accept()

    def _refused(self, error: CrmError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, UserError) and error.fields and self._relation is None:
            self.binder.set_errors(error.fields)
            return
        self._error.setText(text(error.message))
        self._error.show()


def _problems(wish: _Wish) -> dict[str, Message]:
    problems = {} if wish.other is not None else {"other": WHICH}
    if long := check_length("needs", wish.note):
        problems["note"] = long
    return problems
