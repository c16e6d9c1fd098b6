"""How the window was left, and the text size: what the first paint needs to know."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize

from desktop_crm.ui.shell.main_window import MainWindow
from desktop_crm.ui.theme.icons import NAMES

GEOMETRY = "window.geometry"
COLLAPSED = "window.side_bar_collapsed"
PLACES = "window.places"
FRAME = QSize(8, 48)  # room for the frame that the system draws, at the first start on a small screen
POINTS = {"small": 9.0, "normal": 0.0, "large": 12.0}


def points(size: str) -> float:
    """The font size of a setting's value in points; 0 is the system's usual one."""
    return POINTS.get(size, float(size) if size.isdigit() else 0.0)


def restore_look(window: MainWindow, geometry: bytes, collapsed: bool) -> None:
    """The window as it was left; where the screen is another one, Qt moves it back into sight."""
    if geometry:
        window.restoreGeometry(QByteArray(geometry))
    else:
        window.resize(window.size().boundedTo(window.screen().availableSize() - FRAME))
    window.side.set_collapsed(collapsed)


def kept_places(kept: object) -> list[tuple[str, str, str]]:
    """The pages of the side bar as (id, icon, English title), as the last run left them."""
    rows = kept if isinstance(kept, list) else []
    texts = [row for row in rows if isinstance(row, list) and len(row) == 3 and all(isinstance(c, str) for c in row)]
    return [(row[0], row[1], row[2]) for row in texts if row[1] in NAMES]
