"""A field for a whole number, with its text where every other field has it."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from desktop_crm.ui.theme.tokens import STEP


class NumberBox(QSpinBox):
    """Qt lays the text of a spin box against its frame, whatever the style sheet says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(STEP, 0, 0, 0)
