"""A small table of finished words, as dialogs show them; long lists are the windowed model's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop_crm.ui.theme.tokens import ROW_HEIGHT
from desktop_crm.ui.widgets.labels import plain_tip

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlainTable(QTableWidget):
    """One row is chosen at a time; nothing can be changed. A width of 0 shares what room is left. `numbers` are the
    columns whose figures stand below each other."""

    def __init__(self, widths: Sequence[int], parent: QWidget | None = None, *, numbers: Sequence[int] = ()) -> None:
        super().__init__(0, len(widths), parent)
        self._numbers = frozenset(numbers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setFixedHeight(ROW_HEIGHT)
        header.setDefaultAlignment(_LEFT)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def set_words(self, name: str, titles: Sequence[str]) -> None:
        """The table's name for screen readers, and its headings."""
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(titles))
        for column in self._numbers:
            if (title := self.horizontalHeaderItem(column)) is not None:
                title.setTextAlignment(_RIGHT)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Shows these rows instead; what does not fit its cell can be read in the tooltip."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(words))
                if column in self._numbers:
                    item.setTextAlignment(_RIGHT)
                self.setItem(at, column, item)
