"""Notices in the window in place of modal boxes: what happened, what to do, and one button such as Undo."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_crm.ui.theme import icons
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.labels import label, restyle

Level = Literal["info", "success", "warning", "error"]
_TOKENS = {"info": "accent_text", "success": "success", "warning": "warning", "error": "danger"}


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. `seconds` until it hides itself; None: 8 for success, never for the others; 0: never."""

    level: Level
    text: str
    advice: str = ""
    action: str = ""
    run: Callable[[], object] | None = None
    seconds: float | None = None

    def life(self) -> int:
        """Milliseconds on show, 0 for "until closed"."""
        wanted = (8.0 if self.level == "success" else 0.0) if self.seconds is None else self.seconds
        return round(wanted * 1000)


class MessageBar(QFrame):
    """Shows one notice at a time, the others wait. A notice that would hide itself stays while the pointer
    or the keyboard is on it, and makes room at once when another one comes."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._queue: deque[Notice] = deque()
        self._notice: Notice | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._expire)
        self._icon = QLabel()
        self._text = label(wrap=True, select=True)
        self._advice = label(role="caption", wrap=True, select=True)
        self._more = label(role="hint")
        self._action = button("", self._run, "normal")
        self._close = tool_button("close", self.tr("Close notice"), self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, STEP, STEP, STEP)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self._more)
        row.addWidget(self._action)
        row.addWidget(self._close)
        for child in (self._action, self._close):
            child.installEventFilter(self)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is on show."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Shows a notice, or queues it behind one that waits for the person."""
        if self._notice is not None and (not self._notice.life() or self._held()):
            self._queue.append(notice)
            self._count()
            return
        self._present(notice)

    def dismiss(self) -> None:
        """Closes the notice on show and brings the next one."""
        self._timer.stop()
        self._notice = None
        if self._queue:
            self._present(self._queue.popleft())
            return
        self.hide()
        self.closed.emit()

    def _present(self, notice: Notice) -> None:
        self._notice = notice
        self.setProperty("level", notice.level)
        restyle(self)
        glyph = notice.level
        self._icon.setPixmap(icons.icon(glyph, _TOKENS[notice.level]).pixmap(QSize(20, 20), self.devicePixelRatioF()))
        self._text.setText(notice.text)
        self._advice.setText(notice.advice)
        self._advice.setVisible(bool(notice.advice))
        self._action.setText(notice.action)
        self._action.setVisible(bool(notice.action))
        self.setAccessibleName(notice.text)
        self.setAccessibleDescription(notice.advice)
        self._count()
        self.show()
        self._start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _count(self) -> None:
        self._more.setText(self.tr("%n more", "", len(self._queue)) if self._queue else "")
        self._more.setVisible(bool(self._queue))

    def _start(self) -> None:
        if self._notice is not None and self._notice.life() and not self._held():
            self._timer.start(self._notice.life())

    def _held(self) -> bool:
        return self.underMouse() or self._action.hasFocus() or self._close.hasFocus()

    def _expire(self) -> None:
        if not self._held():
            self.dismiss()

    def _run(self) -> None:
        run = self._notice.run if self._notice else None
        self.dismiss()
        if run is not None:
            run()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._start)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._notice is not None:
            level = self._notice.level
            self._icon.setPixmap(icons.icon(level, _TOKENS[level]).pixmap(QSize(20, 20), self.devicePixelRatioF()))
        elif event.type() == QEvent.Type.LanguageChange:
            self._close.setToolTip(self.tr("Close notice"))
            self._close.setAccessibleName(self.tr("Close notice"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
