"""Small pickers: a tag, an owner, a stage. Type, arrows, Enter; Escape leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.models.records.customers import FilterChoices
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.target import count_words
from desktop_crm.ui.pages.customers.wording import choice_list
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.popover import ItemList, ListItem
from desktop_crm.ui.widgets.search_field import SearchField

Choice = tuple[Any, str]
_MOST = 200


@dataclass(frozen=True, slots=True)
class PickWords:
    """What a picker says, in the language of now. With `create` a text that is no choice can be taken, too; it gives
    the words that offer that."""

    title: str
    hint: str
    choices: Sequence[Choice]
    create: Callable[[str], str] | None = None


class PickDialog(PlainDialog):
    """`picked` gives the value of the line taken, or the text that was made one. `say` is asked for the words, anew
    when the language changes."""

    picked = Signal(object)

    def __init__(self, icon: str, say: Callable[[], PickWords], parent: QWidget) -> None:
        super().__init__("", icon, parent=parent)
        self._icon, self._say = icon, say
        self._words = say()
        self.search = SearchField("")
        self.list = ItemList("")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(38 * 6 + 4)
        self._hint = label("", "secondary", wrap=True)
        self.body.addWidget(self._hint)
        inside = QVBoxLayout()
        inside.setSpacing(STEP)
        inside.addWidget(self.search)
        inside.addWidget(self.list)
        self.body.addLayout(inside)
        self._leave = button("", self.reject)
        self.buttons.addWidget(self._leave)
        self.take_button = button("", self.list.take, "primary")
        self.buttons.addWidget(self.take_button)
        self.search.changed.connect(lambda _: self._fill())
        self.search.arrow.connect(self.list.step)
        self.search.accepted.connect(self.list.take)
        self.list.chosen.connect(self._take)
        self.setFixedWidth(420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.retranslate()
        self.search.setFocus()

    def retranslate(self) -> None:
        words = self._words = self._say()
        self.set_title(words.title)
        self._hint.setText(words.hint)
        self._hint.setVisible(bool(words.hint))
        self.search.set_placeholder(self.tr("New or known tag") if words.create else self.tr("Search"))
        self.list.setAccessibleName(words.title)
        self._leave.setText(self.tr("Cancel"))
        self.take_button.setText(words.title)
        self._fill()

    def _fill(self) -> None:
        typed = self.search.text().strip()
        found = []
        for at, (value, text) in enumerate(self._words.choices):
            hit = match(typed, text)
            if hit is not None:
                found.append((hit[0], at, ListItem(value, text, icon=self._icon, bold=hit[1])))
        if typed:
            found.sort(key=lambda one: one[:2])
        lines = [item for _, _, item in found[:_MOST]]
        known = any(text.casefold() == typed.casefold() for _, text in self._words.choices)
        if self._words.create is not None and typed and not known:
            lines.append(ListItem(typed, self._words.create(typed), icon="add"))
        self.list.set_items(lines)
        self.take_button.setEnabled(bool(lines))

    def _take(self, value: object) -> None:
        self.accept()
        self.picked.emit(value)


def ask_tag(parent: QWidget, choices: FilterChoices, count: int, then: Callable[[str], object]) -> PickDialog:
    """The name of a tag, known or new, for so many customers."""

    def say() -> PickWords:
        words = QCoreApplication.translate("Pickers", "New tag “{name}”")
        known = [(tag.name, tag.name) for tag in choices.tags]
        title = QCoreApplication.translate("Pickers", "Tag")
        return PickWords(title, count_words(count), known, lambda name: words.replace("{name}", name))

    return _open(PickDialog("tag", say, parent), then)


def ask_owner(parent: QWidget, choices: FilterChoices, count: int, then: Callable[[Any], object]) -> PickDialog:
    """The id of a user, None for nobody."""

    def say() -> PickWords:
        people: list[Choice] = [(user.id, user.name) for user in choices.users if user.active]
        people.append((None, QCoreApplication.translate("Pickers", "No owner")))
        return PickWords(QCoreApplication.translate("Pickers", "Assign"), count_words(count), people)

    return _open(PickDialog("owner", say, parent), then)


def ask_stage(parent: QWidget, count: int, then: Callable[[str], object]) -> PickDialog:
    """The code of a stage."""

    def say() -> PickWords:
        title = QCoreApplication.translate("Pickers", "Change stage")
        return PickWords(title, count_words(count), choice_list("stage"))

    return _open(PickDialog("stage", say, parent), then)


def _open(dialog: PickDialog, then: Callable[[Any], object]) -> PickDialog:
    dialog.picked.connect(then)
    dialog.open()
    return dialog
