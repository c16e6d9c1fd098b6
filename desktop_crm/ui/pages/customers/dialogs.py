"""Small pickers: a tag, an owner, a stage. Type, arrows, Enter; Escape leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.models.records.customers import FilterChoices
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.wording import choice_list
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.popover import ItemList, ListItem
from desktop_crm.ui.widgets.search_field import SearchField

Choice = tuple[Any, str]
_MOST = 200


class PickDialog(PlainDialog):
    """`picked` gives the value of the line taken. With `create` a text that is no choice can be taken, too;
    its value is the text."""

    picked = Signal(object)

    def __init__(
        self,
        title: str,
        hint: str,
        icon: str,
        choices: Sequence[Choice],
        *,
        parent: QWidget,
        create: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(title, icon, parent=parent)
        self._choices, self._icon, self._create = list(choices), icon, create
        self.search = SearchField(self.tr("New or known tag") if create else self.tr("Search"))
        self.list = ItemList(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(38 * 6 + 4)
        if hint:
            self.body.addWidget(label(hint, "secondary", wrap=True))
        inside = QVBoxLayout()
        inside.setSpacing(STEP)
        inside.addWidget(self.search)
        inside.addWidget(self.list)
        self.body.addLayout(inside)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.take_button = button(title, self.list.take, "primary")
        self.buttons.addWidget(self.take_button)
        self.search.changed.connect(lambda _: self._fill())
        self.search.arrow.connect(self.list.step)
        self.search.accepted.connect(self.list.take)
        self.list.chosen.connect(self._take)
        self.setFixedWidth(420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill()
        self.search.setFocus()

    def _fill(self) -> None:
        typed = self.search.text().strip()
        found = []
        for at, (value, text) in enumerate(self._choices):
            hit = match(typed, text)
            if hit is not None:
                found.append((hit[0], at, ListItem(value, text, icon=self._icon, bold=hit[1])))
        if typed:
            found.sort(key=lambda one: one[:2])
        lines = [item for _, _, item in found[:_MOST]]
        known = any(text.casefold() == typed.casefold() for _, text in self._choices)
        if self._create is not None and typed and not known:
            lines.append(ListItem(typed, self._create(typed), icon="add"))
        self.list.set_items(lines)
        self.take_button.setEnabled(bool(lines))

    def _take(self, value: object) -> None:
        self.accept()
        self.picked.emit(value)


class Pickers(QObject):
    """Makes the three pickers over one window; `ask…` calls `then` with what was taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def ask_tag(self, choices: FilterChoices, count: str, then: Callable[[str], object]) -> PickDialog:
        """The name of a tag, known or new."""
        known = [(tag.name, tag.name) for tag in choices.tags]
        words = self.tr("New tag “{name}”")

        def create(name: str) -> str:
            return words.replace("{name}", name)

        dialog = PickDialog(self.tr("Tag"), count, "tag", known, parent=self._parent, create=create)
        return _open(dialog, then)

    def ask_owner(self, choices: FilterChoices, count: str, then: Callable[[Any], object]) -> PickDialog:
        """The id of a user, None for nobody."""
        people: list[Choice] = [(user.id, user.name) for user in choices.users if user.active]
        people.append((None, self.tr("No owner")))
        return _open(PickDialog(self.tr("Assign"), count, "owner", people, parent=self._parent), then)

    def ask_stage(self, count: str, then: Callable[[str], object]) -> PickDialog:
        """The code of a stage."""
        stages = choice_list("stage")
        return _open(PickDialog(self.tr("Move"), count, "stage", stages, parent=self._parent), then)


def _open(dialog: PickDialog, then: Callable[[Any], object]) -> PickDialog:
    dialog.picked.connect(then)
    dialog.open()
    return dialog
