"""A search box: magnifying glass, text, a cross to empty it, and its shortcut as a hint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_crm.ui.theme import icons
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.labels import label, restyle


class IconMark(QWidget):
    """An icon that is only seen."""

    def __init__(self, name: str, token: str = "text_tertiary", side: int = 16) -> None:
        super().__init__()
        self._name, self._token, self._side = name, token, side
        self.setFixedSize(side, side)

    def set_icon(self, name: str, token: str = "") -> None:
        self._name, self._token = name, token or self._token
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._name, QRectF(self.rect()), self._token)


class SearchField(QFrame):
    """`changed` comes at each key, `settled` when typing has paused, `arrow` with -1 or 1 for up and down."""

    changed = Signal(str)
    settled = Signal(str)
    arrow = Signal(int)
    accepted = Signal()
    left = Signal()

    def __init__(self, placeholder: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(34)
        self.edit = QLineEdit()
        self.edit.setAcceptDrops(False)  # a file that is dropped here is meant for the window
        self.edit.setProperty("bare", True)
        self.edit.setFrame(False)
        self.edit.installEventFilter(self)
        self._hint = label(QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText), "shortcut")
        self._clear = tool_button("clear", self.tr("Clear search"), self.clear)
        self._clear.setFixedSize(24, 24)
        self._clear.setIconSize(QSize(12, 12))
        self._clear.hide()
        self._hint.setFixedHeight(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(IconMark("search"))
        row.addWidget(self.edit, 1)
        row.addWidget(self._hint)
        row.addWidget(self._clear)
        self._hint.setVisible(bool(shortcut))  # with a parent only: without one it would be a window for a moment
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(lambda: self.settled.emit(self.edit.text()))
        self.edit.textChanged.connect(self._changed)
        self.setFocusProxy(self.edit)
        self.set_placeholder(placeholder)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)

    def set_placeholder(self, text: str) -> None:
        """The placeholder is the accessible name, too."""
        self.edit.setPlaceholderText(text)
        self.edit.setAccessibleName(text)

    def clear(self) -> None:
        self.edit.clear()
        self.edit.setFocus()

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._hint.setVisible(not text and bool(self._hint.text()))
        self.changed.emit(text)
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", kind == QEvent.Type.FocusIn)
            restyle(self)
            if kind == QEvent.Type.FocusOut:
                self.left.emit()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and self._key(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.arrow.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
        else:
            return False
        return True
