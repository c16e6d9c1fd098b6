"""Choosing one of a list by typing a part of it: values, people, and regions in three levels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.ui.forms.field import FieldWidget, fill
from desktop_crm.ui.theme import icons
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.popover import ListItem, Popover

Choice = tuple[Any, str]
_MOST = 200


class DropField(FieldWidget):
    """A line to type in with a list below; subclasses say what the list holds."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self._arrow = QAction(icons.icon("chevron_down"), self.tr("Show the list"), self)
        self._arrow.triggered.connect(self.drop)
        self.edit.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        fill(self, self.edit)
        self._popover: Popover | None = None
        self._name = name
        self.watch(self.edit)
        self.edit.textEdited.connect(self._typed)

    def inputs(self) -> list[QWidget]:
        return [self.edit]

    def lines(self, text: str) -> Sequence[ListItem]:
        """The list for what was typed; empty text lists everything."""
        raise NotImplementedError

    def take(self, value: Any) -> None:
        """A line was chosen."""
        raise NotImplementedError

    def settle(self) -> None:
        """The field was left: make text and value agree."""
        raise NotImplementedError

    def drop(self) -> None:
        """Opens the list with everything in it."""
        self.edit.setFocus()
        self.show_lines(self.lines(""))

    def show_lines(self, lines: Sequence[ListItem]) -> None:
        if self._popover is None:
            self._popover = Popover(self.edit, self._name)
            self._popover.chosen.connect(self.take)
        self._popover.show_items(lines)

    def is_open(self) -> bool:
        return self._popover is not None and self._popover.isVisible()

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self.is_open():
            self.drop()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.settle()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self.edit.selectAll()
            if not self.is_open():
                self.show_lines(self.lines(""))
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self.show_lines(self.lines(text))


class ChoiceField(DropField):
    """One of `choices` as (value, text). `free` also takes other text, which then is the value itself;
    `clear` is the value of an emptied field."""

    def __init__(self, choices: Sequence[Choice] = (), *, free: bool = False, clear: Any = "", icon: str = "") -> None:
        super().__init__("")
        self._choices, self._free, self._clear, self._icon = list(choices), free, clear, icon
        self._value: Any = clear

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._choices = list(choices)
        self.edit.setText(self._text_of(self._value))

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        self.edit.setText(self._text_of(value))
        self.edit.setCursorPosition(0)

    def lines(self, text: str) -> Sequence[ListItem]:
        found = []
        for at, (value, words) in enumerate(self._choices):
            hit = match(text.strip(), words)
            if hit is not None and words:
                checked = value == self._value
                found.append((hit[0], at, ListItem(value, words, icon=self._icon, bold=hit[1], checked=checked)))
        if text.strip():
            found.sort(key=lambda one: one[:2])
        return [item for _, _, item in found[:_MOST]]

    def take(self, value: Any) -> None:
        self._set(value)
        self.edit.setText(self._text_of(value))
        self.edit.selectAll()

    def settle(self) -> None:
        text = self.edit.text().strip()
        if text == self._text_of(self._value):
            return
        exact = next((value for value, words in self._choices if words.casefold() == text.casefold()), None)
        if not text:
            self._set(self._clear)
        elif exact is not None:
            self._set(exact)
        elif self._free:
            self._set(text)
        self.edit.setText(self._text_of(self._value))

    def _typed(self, text: str) -> None:
        super()._typed(text)
        if self._free or not text.strip():
            self._set(text.strip() or self._clear)

    def _set(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.edited.emit()

    def _text_of(self, value: Any) -> str:
        known = next((text for key, text in self._choices if key == value), None)
        if known is not None:
            return known
        return str(value) if self._free and value is not None else ""


class PersonField(ChoiceField):
    """A person of the team, such as the owner; empty is None."""

    def __init__(self, people: Sequence[Choice] = ()) -> None:
        super().__init__(people, clear=None, icon="owner")


class RegionField(DropField):
    """省 / 市 / 区 by code. `children(code)` lists (code, name) below a code ("" is the top), `search(text)`
    lists (code, whole name), `name(code)` gives the whole name. Any level may be the value."""

    def __init__(
        self,
        children: Callable[[str], Sequence[tuple[str, str]]],
        search: Callable[[str], Sequence[tuple[str, str]]],
        name: Callable[[str], str],
    ) -> None:
        super().__init__("")
        self._children, self._find, self._name_of = children, search, name
        self._value = ""
        self._at: list[str] = []

    def value(self) -> str:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value or ""
        self.edit.setText(self._name_of(self._value) if self._value else "")
        self.edit.setCursorPosition(0)

    def lines(self, text: str) -> Sequence[ListItem]:
        if text.strip():
            return [ListItem(("take", code), name) for code, name in self._find(text.strip())[:50]]
        self._at = []
        return self._level()

    def _level(self) -> list[ListItem]:
        here = self._at[-1] if self._at else ""
        lines: list[ListItem] = []
        if here:
            lines.append(ListItem(("take", here), self._name_of(here), self.tr("the whole of it"), icon="check"))
        for code, name in self._children(here):
            more = bool(self._children(code))
            lines.append(ListItem(("open" if more else "take", code), name, shortcut="›" if more else ""))
        if here:
            lines.append(ListItem(("up", ""), self.tr("Back"), icon="chevron_left"))
        return lines

    def take(self, value: Any) -> None:
        what, code = value
        if what == "take":
            self.set_value(code)
            self.edited.emit()
            return
        if what == "open":
            self._at.append(code)
        else:
            self._at.pop()
        self.show_lines(self._level())

    def settle(self) -> None:
        if not self.edit.text().strip() and self._value:
            self._value = ""
            self.edited.emit()
        self.set_value(self._value)
