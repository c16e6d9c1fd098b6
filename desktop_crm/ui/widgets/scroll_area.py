"""The scroll area of this application, which a screen reader can look at while its scroll bars come and go."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea  # noqa: TID251 - the one place


class QWidget(QScrollArea):
    """Qt's own, with the accessible of a plain widget instead of Qt's for scroll areas.

    That one counts the scroll bars that show, and reads behind the end of its list when it is asked for one that
    has just gone, as when the page is left: the process dies. Qt chooses an accessible by the name of the class, and a
    plain widget's, with the same role, answers that there is no such child. Style sheets still find a `QScrollArea`."""


ScrollArea = QWidget
