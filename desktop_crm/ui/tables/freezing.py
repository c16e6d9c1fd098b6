"""The first columns of a record table stay in sight while the rest scrolls: they are painted once more at the left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop_crm.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyledItemDelegate, QTableView

# So much of the list scrolls at least, however many columns are frozen.
_LEAST = 160


class Titles(Protocol):
    """A header of which the first `frozen` columns `shown` stay in sight."""

    frozen: int

    def shown(self) -> list[int]: ...

    def offset(self) -> int: ...

    def sectionSize(self, logicalIndex: int, /) -> int: ...

    def viewport(self) -> QWidget: ...

    def height(self) -> int: ...

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None: ...


def pinned(header: Titles) -> list[tuple[int, QRect]]:
    """The frozen columns that have scrolled away, each with its place in the titles; empty while nothing has."""
    if not header.offset() or not header.frozen:
        return []
    left, found = 0, []
    for at in header.shown()[: header.frozen]:
        width = header.sectionSize(at)
        if left + width > header.viewport().width() - _LEAST:
            break
        found.append((at, QRect(left, 0, width, header.height())))
        left += width
    return found


def pinned_at(header: Titles, x: int) -> int | None:
    """The frozen column at a place, None where the rest shows."""
    return next((at for at, rect in pinned(header) if rect.left() <= x <= rect.right()), None)


def covered(header: Titles, height: int) -> QRegion:
    """Where the frozen columns lie over the rows."""
    columns = pinned(header)
    return QRegion(0, 0, columns[-1][1].right() + 1, height) if columns else QRegion()


def paint_titles(header: Titles) -> None:
    columns = pinned(header)
    if not columns:
        return
    painter = QPainter(header.viewport())
    for at, rect in columns:
        header.paintSection(painter, rect, at)
    _edge(painter, columns[-1][1])


def paint_cells(
    table: QTableView,
    header: Titles,
    cells: QStyledItemDelegate,
    dirty: QRegion,
    state: Callable[[QModelIndex], QStyle.StateFlag] | None = None,
) -> None:
    """Paints the frozen columns over the rows in sight, where anything has to be painted at all. `state` tells how a
    cell is (selected, with the keyboard) to a delegate that does not know."""
    columns = pinned(header)
    if not columns:
        return
    right = columns[-1][1].right()
    area = dirty.boundingRect()
    if area.left() > right:
        return
    painter = QPainter(table.viewport())
    painter.setClipRegion(dirty)
    first = table.rowAt(max(area.top(), 0))
    last = table.rowAt(area.bottom())
    last = table.model().rowCount() - 1 if last < 0 else last
    if first < 0:
        return
    option = QStyleOptionViewItem()
    option.font = table.font()
    ground = tokens.current().colour("surface")
    root = QModelIndex()
    for row in range(first, last + 1):
        top, height = table.rowViewportPosition(row), table.rowHeight(row)
        for at, place in columns:
            option.rect = QRect(place.x(), top, place.width(), height)
            tokens.fill(painter, option.rect, ground)
            index = table.model().index(row, at, root)
            if state is not None:
                option.state = state(index)
            cells.paint(painter, option, index)
    bottom = table.rowViewportPosition(last) + table.rowHeight(last)
    _edge(painter, QRect(columns[-1][1].x(), 0, columns[-1][1].width(), bottom))


def _edge(painter: QPainter, last: QRect) -> None:
    tokens.fill(painter, QRect(last.right(), last.y(), 1, last.height()), tokens.current().colour("border_strong"))
