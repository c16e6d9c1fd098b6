"""The navigation at the left: icons with words, or icons alone when there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_crm.ui.theme import icons, tokens
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.labels import label

WIDE = 27 * STEP
NARROW = 7 * STEP


class NavItem(QAbstractButton):
    """One place to go; `badge` shows a number at the right."""

    def __init__(self, key: str, icon: str, text: str) -> None:
        super().__init__()
        self.key = key
        self._icon = icon
        self._badge = ""
        self.narrow = False
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self.setText(text)
        self._describe()
        self.update()

    def set_badge(self, badge: str) -> None:
        self._badge = badge
        self._describe()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self._describe()
        self.updateGeometry()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._badge}".strip())
        self.setToolTip(self.text() if self.narrow else "")

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self.narrow else WIDE, 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(5 * STEP, 36)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        self._ground(painter, area, colours)
        on = self.isChecked()
        side = QRectF((self.width() - 20) / 2 if self.narrow else 10, (self.height() - 20) / 2, 20, 20)
        icons.paint(painter, self._icon, side, "accent_text" if on else "text_secondary")
        if self.narrow:
            return
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colours.colour("accent_text" if on else "text"))
        badge = painter.fontMetrics().horizontalAdvance(self._badge) + 16 if self._badge else 8
        words = area.adjusted(40, 0, -badge, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.setPen(colours.colour("text_secondary"))
        tail = area.adjusted(0, 0, -12, 0)
        painter.drawText(tail, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._badge)

    def _ground(self, painter: QPainter, area: QRectF, colours: tokens.Tokens) -> None:
        ground = "selected" if self.isChecked() else "pressed" if self.underMouse() else ""
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(colours.colour(ground))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)


class SideBar(QFrame):
    """`chosen` names the page a person asks for; `set_current` only marks it.

    Up and down move the focus, Enter and Space go there."""

    chosen = Signal(str)
    collapsed_changed = Signal(bool)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setAccessibleName(self.tr("Navigation"))
        self._items: list[NavItem] = []
        self._collapsed = False
        self._title = label(title, "heading")
        self._fold = tool_button("sidebar", self.tr("Collapse the navigation"), self.toggle)
        head = QHBoxLayout()
        head.setContentsMargins(STEP, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._fold)
        self._top = QVBoxLayout()
        self._bottom = QVBoxLayout()
        for part in (self._top, self._bottom):
            part.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, 12, STEP, 12)
        column.addLayout(head)
        column.addSpacing(STEP)
        column.addLayout(self._top)
        column.addStretch(1)
        column.addLayout(self._bottom)
        self.setFixedWidth(WIDE)

    def add(self, key: str, icon: str, text: str, *, bottom: bool = False) -> NavItem:
        """Adds a place; `bottom` puts it at the foot (settings, help)."""
        item = NavItem(key, icon, text)
        item.set_narrow(self._collapsed)
        item.clicked.connect(lambda: self._go(item))
        self._items.append(item)
        (self._bottom if bottom else self._top).addWidget(item)
        return item

    def clear(self) -> None:
        """Takes all places away."""
        for one in self._items:
            one.hide()
            one.deleteLater()
        self._items.clear()

    def item(self, key: str) -> NavItem:
        """Raises KeyError for a place that is not there."""
        for one in self._items:
            if one.key == key:
                return one
        raise KeyError(key)

    def current(self) -> str:
        return next((one.key for one in self._items if one.isChecked()), "")

    def set_current(self, key: str) -> None:
        for one in self._items:
            one.setChecked(one.key == key)
            one.setAccessibleDescription(self.tr("Current page") if one.key == key else "")

    def collapsed(self) -> bool:
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        if collapsed == self._collapsed:
            return
        self._collapsed = collapsed
        self._title.setVisible(not collapsed)
        self.setFixedWidth(NARROW if collapsed else WIDE)
        for one in self._items:
            one.set_narrow(collapsed)
        self._name_fold()
        self.collapsed_changed.emit(collapsed)

    def toggle(self) -> None:
        self.set_collapsed(not self._collapsed)

    def _go(self, item: NavItem) -> None:
        self.set_current(item.key)
        self.chosen.emit(item.key)

    def _name_fold(self) -> None:
        text = self.tr("Expand the navigation") if self._collapsed else self.tr("Collapse the navigation")
        self._fold.setToolTip(text)
        self._fold.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((n for n, one in enumerate(self._items) if one.hasFocus()), None)
        if at is not None and step:
            self._items[(at + step) % len(self._items)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self._items[at])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Navigation"))
            self._name_fold()
