"""The order in which Tab reaches widgets that are made later than those around them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(first: QWidget, *made: QWidget) -> None:
    """Has Tab reach widgets that came later where they stand."""
    last = (_stops(first) or [first])[-1]
    for one in (stop for part in made for stop in _stops(part)):
        QWidget.setTabOrder(last, one)
        last = one


def _stops(part: QWidget) -> list[QWidget]:
    """Where Tab can stop. Qt passes over an order that names anything else, such as the list of a closed combo box."""
    made = (part, *part.findChildren(QWidget))
    return [one for one in made if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is part.window()]
