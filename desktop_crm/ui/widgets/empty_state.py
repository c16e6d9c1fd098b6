"""What a page says when it has nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_crm.ui.theme import icons
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label


class EmptyState(QWidget):
    """An icon, a title, a sentence, and up to three buttons; the first one is the main one."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = icon
        self._token = "text_tertiary"
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = label(title, "heading")
        self._text = label(text, "secondary", wrap=True)
        for one in (self._title, self._text):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setMaximumWidth(440)
        # As wide as it may be: the layout asks for the height of that width and gives no other.
        self._text.setMinimumWidth(440)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 6 * STEP)
        column.setSpacing(STEP)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addSpacing(STEP // 2)
        column.addWidget(self._title)
        column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(STEP)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self.set(icon, title, text, actions)

    def set(
        self,
        icon: str,
        title: str,
        text: str = "",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        token: str = "text_tertiary",
    ) -> None:
        """Says something else."""
        self._name, self._token = icon, token
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        # What a layout between stretches gives is one line; the words may need three.
        self._text.ensurePolished()
        self._text.setMinimumHeight(self._text.heightForWidth(440) if text else 0)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        while (item := self._buttons.takeAt(0)) is not None:
            if isinstance(old := item.widget(), QPushButton):
                old.hide()
                old.deleteLater()
        self._buttons.addStretch(1)
        for at, (caption, run) in enumerate(actions[:3]):
            self._buttons.addWidget(button(caption, run, "primary" if at == 0 else "normal"))
        self._buttons.addStretch(1)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        size = QSize(40, 40)
        self._icon.setPixmap(icons.icon(self._name, self._token).pixmap(size, self.devicePixelRatioF()))
