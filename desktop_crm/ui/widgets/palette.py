"""The command palette (Ctrl+K): every action and every record, by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_crm.ui.actions import ActionRegistry
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import label, line
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.popover import ItemList, ListItem
from desktop_crm.ui.widgets.search_field import IconMark

RecordSearch = Callable[[str, Callable[[Sequence[ListItem]], None]], None]
Spellings = Mapping[str, tuple[str, str]]
Spell = Callable[[Sequence[str], Callable[[Spellings], None]], None]
RECENT = 5
_MOST_ACTIONS = 8
_MOST_RECORDS = 8


def no_records(text: str, show: Callable[[Sequence[ListItem]], None]) -> None:
    """A record source that finds nothing."""
    show(())


def no_spellings(texts: Sequence[str], show: Callable[[Spellings], None]) -> None:
    """Nothing is typed otherwise than it is written."""
    show({})


class CommandPalette(QFrame):
    """Lists actions at once and records when `search(text, show)` answers; an answer to an older text is
    dropped. `record_chosen` gives the value of a record's line. A record line's value must not be a str:
    those are actions. `spell` says how the actions' words are typed in pinyin."""

    record_chosen = Signal(object)

    def __init__(
        self,
        window: QWidget,
        registry: ActionRegistry,
        search: RecordSearch = no_records,
        spell: Spell = no_spellings,
    ) -> None:
        super().__init__(window)
        self._window, self._registry, self._search, self._spell = window, registry, search, spell
        self._spellings: Spellings = {}
        self._recent: list[str] = []
        self._recent_records: list[ListItem] = []
        self._records: Sequence[ListItem] = ()
        self._serial = 0
        self._back: QWidget | None = None
        self.setProperty("surface", "popup")
        self.setAccessibleName(self.tr("Command palette"))
        self._input = QLineEdit()
        self._input.setObjectName("paletteInput")
        self._input.setProperty("bare", True)
        self._list = ItemList(self.tr("Results"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = label(role="secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()
        self._words()
        self._input.textChanged.connect(self._typed)
        self._input.installEventFilter(self)
        self._list.chosen.connect(self._take)
        window.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        top.setSpacing(12)
        top.addWidget(IconMark("search", side=20))
        top.addWidget(self._input, 1)
        top.addWidget(label("Esc", "shortcut"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 4)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addSpacing(4)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self._nothing.setMinimumHeight(9 * STEP)

    def _words(self) -> None:
        self._input.setPlaceholderText(self.tr("Find a customer or a command"))
        self._input.setAccessibleName(self.tr("Find a customer or a command"))
        self._nothing.setText(self.tr("Nothing fits. Try fewer letters."))

    def open(self, text: str = "") -> None:
        """Comes up over the window, empty, with the recent commands and records."""
        if not self.isVisible():
            self._back = self._window.focusWidget()
        self._records = ()
        self._input.setText(text)
        self._typed(text)
        words = [self._registry.text(spec.id) for spec in self._registry.specs() if spec.palette]
        if any(not one.isascii() and one not in self._spellings for one in words):
            self._spell(words, self._spelt)
        self.show()
        self.raise_()
        self._place()
        self._input.setFocus(Qt.FocusReason.PopupFocusReason)

    def recents(self) -> list[str]:
        """The ids of the actions last used, newest first, to be remembered by the owner."""
        return list(self._recent)

    def set_recents(self, ids: Sequence[str]) -> None:
        known = {spec.id for spec in self._registry.specs()}
        self._recent = [one for one in ids if one in known][:RECENT]

    def _typed(self, text: str) -> None:
        self._serial += 1
        serial = self._serial
        self._records = ()
        self._fill()
        query = text.strip()
        if query:
            self._search(query, lambda found: self._found(serial, found))

    def _spelt(self, found: Spellings) -> None:
        self._spellings = found
        if self.isVisible():
            self._fill()

    def _found(self, serial: int, found: Sequence[ListItem]) -> None:
        if serial == self._serial:
            self._records = list(found)[:_MOST_RECORDS]
            self._fill()

    def _fill(self) -> None:
        query = self._input.text().strip()
        lines: list[ListItem] = []
        if not query:
            lines += [self._action(one, (), self.tr("Recent")) for one in self._recent]
            lines += [_grouped(one, self.tr("Recent")) for one in self._recent_records]
        lines += [_grouped(one, self.tr("Records")) for one in self._records]
        lines += self._actions(query)
        self._list.set_items(lines)
        self._list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._place()

    def _actions(self, query: str) -> list[ListItem]:
        found = []
        for at, spec in enumerate(self._registry.specs()):
            if not spec.palette or not self._registry.action(spec.id).isEnabled():
                continue
            if not query and spec.id in self._recent:
                continue
            words = self._registry.text(spec.id)
            hit = match(query, words)
            others = (*self._spellings.get(words, ()), spec.text.plain()) if query and hit is None else ()
            ranks = [other[0] for one in others if (other := match(query, one)) is not None]
            if ranks:
                hit = (min(ranks) + 1, ())
            if hit is not None:
                found.append((hit[0], at, self._action(spec.id, hit[1], self.tr("Commands"))))
        found.sort(key=lambda one: one[:2])
        return [item for _, _, item in found[: _MOST_ACTIONS if query else None]]

    def _action(self, action_id: str, bold: tuple[tuple[int, int], ...], group: str) -> ListItem:
        spec = next(one for one in self._registry.specs() if one.id == action_id)
        keys = self._registry.action(action_id).shortcut()
        return ListItem(
            value=action_id,
            text=self._registry.text(action_id),
            icon=spec.icon or "command",
            shortcut=keys.toString(QKeySequence.SequenceFormat.NativeText),
            group=group,
            bold=bold,
        )

    def _take(self, value: object) -> None:
        chosen = self._list.current()
        self.hide()
        if isinstance(value, str):
            self._recent = [value, *(one for one in self._recent if one != value)][:RECENT]
            QTimer.singleShot(0, self._registry.action(value), self._registry.action(value).trigger)
            return
        if chosen is not None:
            others = [one for one in self._recent_records if one.value != value]
            self._recent_records = [_grouped(chosen, "", ()), *others][:RECENT]
        self.record_chosen.emit(value)

    def _place(self) -> None:
        width = min(640, self._window.width() - 4 * STEP)
        height = self._list.wanted_height(12) + 70 if not self._list.isHidden() else 60 + 9 * STEP
        height = min(height, self._window.height() - 12 * STEP)
        self.setFixedSize(width, max(height, 100))
        self.move(QPoint((self._window.width() - width) // 2, min(10 * STEP, self._window.height() // 8)))

    def hideEvent(self, event: QHideEvent) -> None:
        self._serial += 1
        if self._back is not None and not event.spontaneous():
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
            self._back = None
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is self._input and event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._leave)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._input:
            return self._key(event.key()) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        if not self._input.hasFocus() and self.isActiveWindow():
            self._back = None
            self.hide()

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._list.step(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Tab) else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True


def _grouped(item: ListItem, group: str, bold: tuple[tuple[int, int], ...] | None = None) -> ListItem:
    return ListItem(
        item.value,
        item.text,
        item.detail,
        item.icon,
        item.shortcut,
        group,
        item.bold if bold is None else bold,
        item.enabled,
    )
