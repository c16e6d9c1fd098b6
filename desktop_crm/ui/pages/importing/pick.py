"""A button that shows a choice, and the list to search that drops down from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop_crm.ui.theme import icons, tokens
from desktop_crm.ui.theme.tokens import FIELD_HEIGHT, STEP
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.matching import match
from desktop_crm.ui.widgets.popover import ItemList, ListItem
from desktop_crm.ui.widgets.search_field import SearchField

_ROWS = 10
_WIDTH = 320
# What `other` makes of the typed words where nothing in the list is meant.
Other = Callable[[str], ListItem | None]


class PickList(QFrame):
    """Typing searches, the arrows move, Enter takes, Escape closes. `other(typed)` may offer a line of its own for
    words that the list does not have."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, name: str, items: Sequence[ListItem], other: Other | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self.setAccessibleName(name)
        self._items, self._other = list(items), other
        self.search = SearchField(self.tr("Search"))
        self.list = ItemList(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = label(self.tr("Nothing fits. Try fewer letters."), "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP // 2)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        self.search.changed.connect(lambda _: self._find())
        self.search.arrow.connect(self.list.step)
        self.search.accepted.connect(self.list.take)
        self.list.chosen.connect(self._take)

    def open_at(self, anchor: QWidget, spot: QPoint | None = None) -> None:
        """Below the anchor, or below a place in it."""
        self._find()
        checked = next((at for at, one in enumerate(self.list.items()) if one.checked), -1)
        for _ in range(checked):
            self.list.step(1)
        height = min(self.list.wanted_height(_ROWS), 38 * _ROWS) + 34 + 4 * STEP
        self.setFixedSize(max(_WIDTH, anchor.width() if spot is None else 0), height)
        at = anchor.mapToGlobal(spot if spot is not None else QPoint(0, anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        if at.y() + height > screen.bottom():
            at.setY(max(screen.top(), screen.bottom() - height))
        self.move(at)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self) -> None:
        typed = self.search.text().strip()
        found = []
        for at, item in enumerate(self._items):
            hit = match(typed, item.text)
            if hit is not None:
                found.append(
                    (hit[0] if typed else 0, at, replace(item, bold=hit[1], group="" if typed else item.group))
                )
        found.sort(key=lambda one: one[:2])
        lines = [item for _, _, item in found[:300]]
        more = self._other(typed) if self._other is not None and typed else None
        if more is not None:
            lines.append(more)
        self.list.set_items(lines)
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)

    def _take(self, value: object) -> None:
        self.chosen.emit(value)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class PickButton(QPushButton):
    """Shows what is chosen; a click, Enter or the down key opens the list. `items()` says what it holds now."""

    chosen = Signal(object)

    def __init__(self, name: str, items: Callable[[], Sequence[ListItem]], other: Other | None = None) -> None:
        super().__init__()
        self._name, self._items, self._other = name, items, other
        self.popup: PickList | None = None
        self.setProperty("kind", "pick")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.muted = False
        self.clicked.connect(self.drop)

    def show_choice(self, words: str, *, muted: bool = False) -> None:
        """`muted`: nothing is chosen, the words only say so."""
        self.muted = muted
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(words)

    def drop(self) -> None:
        self.popup = PickList(self, self._name, self._items(), self._other)
        self.popup.chosen.connect(self.chosen.emit)
        self.popup.open_at(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.drop()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(20 * STEP, FIELD_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * STEP, FIELD_HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        area = self.rect().adjusted(12, 0, -32, 0)
        token = "text_disabled" if not self.isEnabled() else "text_tertiary" if self.muted else "text"
        painter.setPen(tokens.current().colour(token))
        words = self.text().replace("&&", "&")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        side = QRect(self.width() - 26, (self.height() - 14) // 2, 14, 14)
        icons.paint(painter, "chevron_down", side, "text_tertiary")
