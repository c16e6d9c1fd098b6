"""A row of buttons made from action declarations; each follows what its page has in front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from desktop_crm.controllers.actions import ActionSpec, Context
from desktop_crm.controllers.i18n import text
from desktop_crm.ui.theme import icons
from desktop_crm.ui.widgets.buttons import button


class ActionBar(QWidget):
    """`main` is the id of the action that is the page's main button, at the right end."""

    def __init__(self, specs: Sequence[ActionSpec], name: str, main: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._specs = list(specs)
        self._made: dict[str, QToolButton | QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for spec in self._specs:
            if spec.id != main:
                row.addWidget(self._tool(spec))
        for spec in self._specs:
            if spec.id == main:
                row.addSpacing(6)
                made = button(f" {text(spec.text)}", spec.handler, "primary", spec.icon)
                self._made[spec.id] = self._describe(made, spec)
                row.addWidget(made)

    def _tool(self, spec: ActionSpec) -> QToolButton:
        made = QToolButton()
        made.setIcon(icons.icon(spec.icon))
        made.setIconSize(QSize(18, 18))
        made.setText(f" {text(spec.text)}")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setFixedHeight(32)
        made.clicked.connect(lambda _=False: spec.handler())
        self._made[spec.id] = self._describe(made, spec)
        return made

    @staticmethod
    def _describe(made: QToolButton | QPushButton, spec: ActionSpec) -> QToolButton | QPushButton:
        words = text(spec.tip or spec.text)
        keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{words} ({keys})" if keys else words)
        made.setAccessibleName(text(spec.text))
        return made

    def button(self, action_id: str) -> QToolButton | QPushButton:
        """Raises KeyError for an action that is not here."""
        return self._made[action_id]

    def update_for(self, context: Context) -> None:
        """Shows and enables what makes sense now."""
        for spec in self._specs:
            self._made[spec.id].setEnabled(spec.enabled_when(context))
            self._made[spec.id].setVisible(spec.shown_when(context))


def pop_up_menu(specs: Sequence[ActionSpec], context: Context, spot: QPoint, parent: QWidget) -> QMenu:
    """Shows the declarations as a context menu, grouped by hundreds of their order."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = -1
    for spec in (one for one in specs if one.shown_when(context)):
        if group not in (-1, spec.order // 100):
            menu.addSeparator()
        group = spec.order // 100
        made = menu.addAction(icons.icon(spec.icon), text(spec.text).replace("&", "&&"))
        made.setEnabled(spec.enabled_when(context))
        made.triggered.connect(lambda _=False, run=spec.handler: run())
    menu.popup(spot)
    return menu
