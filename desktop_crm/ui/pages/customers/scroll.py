"""A scrolling column of widgets, as most tabs of the customer page are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.scroll_area import ScrollArea

GUTTER = 2 * STEP


class ScrollColumn(ScrollArea):
    """`box` takes the widgets; they stay at the top.

    `gutter` is the room at the right: the scroll bar comes and goes in it, and the widgets keep their width."""

    def __init__(self, name: str, spacing: int = STEP, gutter: int = GUTTER) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._gutter = gutter
        inside = QWidget()
        outer = QVBoxLayout(inside)
        self.box = QVBoxLayout()
        self.box.setSpacing(spacing)
        outer.addLayout(self.box)
        outer.addStretch(1)
        self.put(inside)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_gutter())

    def put(self, inside: QWidget) -> None:
        """Shows this widget, which has a layout, instead of what was there."""
        self.inside = inside
        inside.setProperty("surface", "clear")
        self._keep_gutter()
        self.setWidget(inside)

    def _keep_gutter(self) -> None:
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        layout = self.inside.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, max(0, self._gutter - taken), 2 * STEP)

    def empty(self) -> None:
        """Takes everything out."""
        clear_box(self.box)


def clear_box(box: QVBoxLayout) -> None:
    """Takes every widget out of a layout."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
