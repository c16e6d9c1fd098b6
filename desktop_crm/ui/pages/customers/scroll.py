"""A scrolling column of widgets, as most tabs of the customer page are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_crm.ui.theme.tokens import STEP


class ScrollColumn(QScrollArea):
    """`box` takes the widgets; they stay at the top."""

    def __init__(self, name: str, spacing: int = STEP) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.inside = inside = QWidget()
        inside.setProperty("surface", "clear")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, STEP, 2 * STEP)
        self.box = QVBoxLayout()
        self.box.setSpacing(spacing)
        outer.addLayout(self.box)
        outer.addStretch(1)
        self.setWidget(inside)

    def empty(self) -> None:
        """Takes everything out."""
        clear_box(self.box)


def clear_box(box: QVBoxLayout) -> None:
    """Takes every widget out of a layout."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
