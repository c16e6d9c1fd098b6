"""A table of lines whose first columns stay in sight while the rest scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QWidget

from desktop_crm.ui.pages.importing.lines import LineDelegate, LineTable
from desktop_crm.ui.tables.freezing import covered, paint_cells, paint_titles, pinned, pinned_at

Index = QModelIndex | QPersistentModelIndex


class FrozenHeader(QHeaderView):
    """Titles of which the first `frozen` stay."""

    def __init__(self, frozen: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.frozen = frozen
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def shown(self) -> list[int]:
        return list(range(self.count()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_titles(self)


class FrozenLines(LineTable):
    """Columns stand in the order of the model."""

    # Qt asks for places while the table is being made.
    _titles: FrozenHeader | None = None

    def __init__(self, model: QAbstractTableModel, frozen: int) -> None:
        super().__init__(model)
        titles = FrozenHeader(frozen, self)
        self.setHorizontalHeader(titles)
        self._titles = titles
        self._look()
        self._painter = LineDelegate(self)

    def _pinned(self) -> list[tuple[int, QRect]]:
        return pinned(self._titles) if self._titles is not None else []

    def paintEvent(self, event: QPaintEvent) -> None:
        assert self._titles is not None
        super().paintEvent(QPaintEvent(event.region().subtracted(covered(self._titles, self.viewport().height()))))
        paint_cells(self, self._titles, self._painter, event.region(), self._state)

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        found = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            found |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            found |= QStyle.StateFlag.State_HasFocus
        return found

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self._titles is not None:
            # What was painted moves along with the rest; the frozen columns must not.
            self.viewport().update()
            self._titles.viewport().update()

    def indexAt(self, spot: QPoint) -> QModelIndex:
        index = super().indexAt(spot)
        above = pinned_at(self._titles, spot.x()) if self._titles is not None else None
        return index if above is None or not index.isValid() else index.siblingAtColumn(above)

    def visualRect(self, index: Index) -> QRect:
        found = super().visualRect(index)
        for at, place in self._pinned():
            if at == index.column():
                return QRect(place.x(), found.y(), place.width(), found.height())
        return found

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """A cell comes out from below the frozen columns; these are always in sight."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self._titles is None or index.column() < self._titles.frozen:
            bar.setValue(before)
            return
        columns = self._pinned()
        hidden = columns[-1][1].right() + 1 - self.columnViewportPosition(index.column()) if columns else 0
        if hidden > 0:
            bar.setValue(bar.value() - hidden)
