"""Choose the columns of a list and their order, by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label

_KEY = int(Qt.ItemDataRole.UserRole)


class ColumnDialog(QDialog):
    """Space ticks a column, Alt+Up and Alt+Down move it."""

    def __init__(self, titles: Mapping[str, str], order: list[str], hidden: set[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Columns"))
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for key in order:
            item = QListWidgetItem(titles[key])
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if key in hidden else Qt.CheckState.Checked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        column.addWidget(label(self.tr("Columns"), "heading"))
        column.addWidget(
            label(self.tr("Space shows or hides a column, Alt+Up and Alt+Down move it."), "hint", wrap=True)
        )
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Move up"), lambda: self._move(-1), icon="arrow_up"))
        row.addWidget(button(self.tr("Move down"), lambda: self._move(1), icon="arrow_down"))
        row.addStretch(1)
        row.addWidget(button(self.tr("Cancel"), self.reject))
        done = button(self.tr("Apply"), self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)
        column.addLayout(row)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=step: self._move(by))
        self.resize(460, 480)
        self._list.setFocus()

    def order(self) -> list[str]:
        return [str(self._list.item(at).data(_KEY)) for at in range(self._list.count())]

    def hidden(self) -> set[str]:
        items = (self._list.item(at) for at in range(self._list.count()))
        return {str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Unchecked}

    def _move(self, step: int) -> None:
        at = self._list.currentRow()
        if 0 <= at + step < self._list.count():
            self._list.insertItem(at + step, self._list.takeItem(at))
            self._list.setCurrentRow(at + step)
