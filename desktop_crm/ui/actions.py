"""One QAction per declared action, for menus, toolbars, context menus, the palette and the overview."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from desktop_crm.controllers.actions import ActionSpec, Context, Menu, Place
from desktop_crm.models.messages import Message
from desktop_crm.ui.theme import icons

Translate = Callable[[Message], str]
# The key that opens a menu: a letter of its title, or behind it in brackets, as Chinese titles have it.
_MENU_KEY = r"\(&\w\)|&"


class DuplicateActionError(ValueError):
    """Two actions share an id or a shortcut: a mistake of the program, found when it starts."""


class ShortcutRow(NamedTuple):
    """One line of the shortcut overview, in the language of the interface."""

    group: str
    text: str
    shortcut: str


class ActionRegistry(QObject):
    """Owns the QActions. `owner` is the window in which shortcuts work."""

    def __init__(self, owner: QWidget, translate: Translate) -> None:
        super().__init__(owner)
        self._owner = owner
        self._translate = translate
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._keys: dict[str, str] = {}
        self._menus: list[tuple[QMenu, Menu]] = []
        self._texts: dict[str, Message] = {}
        owner.installEventFilter(self)

    def register(self, specs: Iterable[ActionSpec]) -> None:
        """Makes the actions; raises DuplicateActionError for an id or a shortcut that is taken."""
        for spec in specs:
            if spec.id in self._specs:
                raise DuplicateActionError(f"action {spec.id} is declared twice")
            self._claim(spec)
            action = QAction(self._owner)
            action.setObjectName(spec.id)
            if spec.icon:
                action.setIcon(icons.icon(spec.icon))
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setMenuRole(QAction.MenuRole.NoRole)
            action.triggered.connect(lambda _=False, run=spec.handler: run())
            self._owner.addAction(action)
            self._specs[spec.id] = spec
            self._actions[spec.id] = action
            self._name(spec)

    def _claim(self, spec: ActionSpec) -> None:
        if not spec.shortcut:
            return
        key = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.PortableText)
        if not key:
            raise ValueError(f"action {spec.id}: {spec.shortcut!r} is no key sequence")
        if key in self._keys:
            raise DuplicateActionError(f"{key} belongs to {self._keys[key]}, not to {spec.id}")
        self._keys[key] = spec.id

    def _name(self, spec: ActionSpec) -> None:
        action = self._actions[spec.id]
        text = self._translate(self._texts.get(spec.id, spec.text))
        action.setText(text.replace("&", "&&"))
        tip = self._translate(spec.tip) if spec.tip else text
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.setStatusTip(tip)

    def action(self, action_id: str) -> QAction:
        """Raises KeyError for an unknown id."""
        return self._actions[action_id]

    def set_text(self, action_id: str, text: Message | None) -> None:
        """Says more than the declaration, such as "Undo: change phone of …"; None goes back to it."""
        if text is None:
            self._texts.pop(action_id, None)
        else:
            self._texts[action_id] = text
        self._name(self._specs[action_id])

    def specs(self) -> list[ActionSpec]:
        return list(self._specs.values())

    def text(self, action_id: str) -> str:
        """The text in the language of the interface."""
        return self._translate(self._texts.get(action_id, self._specs[action_id].text))

    def update(self, context: Context) -> None:
        """Enables what makes sense with what is in front of the person."""
        for key, spec in self._specs.items():
            self._actions[key].setEnabled(spec.enabled_when(context))

    def retranslate(self) -> None:
        for spec in self._specs.values():
            self._name(spec)
        for menu, kind in self._menus:
            menu.setTitle(self.menu_title(kind))

    def menu_title(self, menu: Menu) -> str:
        titles = {
            Menu.FILE: self.tr("&File"),
            Menu.EDIT: self.tr("&Edit"),
            Menu.CUSTOMER: self.tr("&Customer"),
            Menu.VIEW: self.tr("&View"),
            Menu.TOOLS: self.tr("&Tools"),
            Menu.HELP: self.tr("&Help"),
        }
        return titles[menu]

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Adds every menu that has actions, in their order."""
        for kind in Menu:
            specs = [spec for spec in self._specs.values() if spec.menu == kind]
            if specs:
                menu = bar.addMenu(self.menu_title(kind))
                self._fill(menu, specs)
                self._menus.append((menu, kind))

    def toolbar(self, place: Place, name: str) -> QToolBar:
        """A toolbar of the actions of a place; `name` is its name for screen readers."""
        bar = QToolBar(name)
        bar.setAccessibleName(name)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fill(bar, self._at(place))
        for tool in bar.findChildren(QToolButton):
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return bar

    def context_menu(self, place: Place, parent: QWidget) -> QMenu:
        """A menu of the actions of a place; the caller shows and deletes it."""
        menu = QMenu(parent)
        self._fill(menu, self._at(place))
        return menu

    def _at(self, place: Place) -> list[ActionSpec]:
        return [spec for spec in self._specs.values() if place in spec.places]

    def _fill(self, target: QMenu | QToolBar, specs: list[ActionSpec]) -> None:
        hundred: int | None = None
        for spec in sorted(specs, key=lambda one: one.order):
            if hundred is not None and spec.order // 100 != hundred:
                target.addSeparator()
            hundred = spec.order // 100
            target.addAction(self._actions[spec.id])

    def shortcuts(self) -> list[ShortcutRow]:
        """Every action with a shortcut, by menu and text, for the overview."""
        rows = [
            ShortcutRow(
                re.sub(_MENU_KEY, "", self.menu_title(spec.menu)) if spec.menu else "",
                self._translate(spec.text),
                self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for key, spec in self._specs.items()
            if spec.shortcut
        ]
        order = {re.sub(_MENU_KEY, "", self.menu_title(kind)): at for at, kind in enumerate(Menu)}
        return sorted(rows, key=lambda row: (order.get(row.group, len(order)), row.text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and QApplication.instance() is not None:
            self.retranslate()
        return super().eventFilter(watched, event)
