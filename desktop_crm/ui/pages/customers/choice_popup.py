"""The list to tick below a quick filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.ui.pages.customers.filter_button import Choice, Source
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.popover import ItemList, ListItem
from desktop_crm.ui.widgets.search_field import SearchField

WIDTH = 300
_ROWS = 9


class ChoicePopup(QFrame):
    """The list to tick. Typing searches, the arrows move, Enter ticks, Escape closes."""

    toggled = Signal(object)
    cleared = Signal()

    def __init__(self, name: str, source: Source, icon: str, parent: QWidget, *, whole: bool = True) -> None:
        """`whole`: the source answers at once and with all there is, so the list may be as high as that."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("surface", "popup")
        self.setAccessibleName(name)
        self._source, self._icon, self._whole = source, icon, whole
        self._chosen: tuple[Any, ...] = ()
        self._serial = 0
        self.search = SearchField(self.tr("Search"))
        self.list = ItemList(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = label(self.tr("Nothing fits. Try fewer letters."), "hint")
        self._clear = button(self.tr("Clear"), self.cleared.emit, "flat")
        self._clear.setAccessibleName(f"{self.tr('Clear')}: {name}")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 4, 0)
        foot.addWidget(label(self.tr("Enter ticks"), "hint"), 1)
        foot.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP // 2)
        column.setSpacing(STEP // 2)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(foot)
        self.search.changed.connect(lambda _: self._ask())
        self.search.arrow.connect(self.list.step)
        self.search.accepted.connect(self.list.take)
        self.list.chosen.connect(self.toggled.emit)

    def open(self, spot: QPoint, chosen: tuple[Any, ...]) -> None:
        self._chosen = chosen
        self.search.set_text("")
        self._ask()
        rows = min(max(self.list.model().rowCount(), 2), _ROWS)
        self.setFixedSize(WIDTH, 96 + 38 * (rows if self._whole else _ROWS))
        screen = self.screen().availableGeometry()
        self.move(min(spot.x(), screen.right() - WIDTH), min(spot.y(), screen.bottom() - self.height()))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_chosen(self, chosen: tuple[Any, ...]) -> None:
        """Shows other ticks and stays where it is."""
        row = self.list.currentIndex().row()
        top = self.list.verticalScrollBar().value()
        self._chosen = chosen
        self._ask(row, top)

    def _ask(self, row: int = -1, top: int = 0) -> None:
        self._serial += 1
        serial = self._serial

        def show(choices: Sequence[Choice]) -> None:
            if serial != self._serial:
                return
            ticked = set(self._chosen)
            self.list.set_items(
                [ListItem(value, text, icon=self._icon, checked=value in ticked) for value, text in choices]
            )
            if row >= 0:
                self.list.setCurrentIndex(self.list.model().index(row, 0))
                self.list.verticalScrollBar().setValue(top)
            self.list.setVisible(bool(choices))
            self._nothing.setVisible(not choices)

        self._source(self.search.text(), show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
