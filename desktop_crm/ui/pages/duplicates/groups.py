"""The groups of the last scan as a list that grows while it is scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_crm.controllers.i18n import format_percent, text
from desktop_crm.models.records.duplicates import Group
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.theme import fonts, tokens
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.chips import chip_width, paint_chip, tone_colours

PAGE = 200
RECORD = int(Qt.ItemDataRole.UserRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex


def score_tone(score: int) -> str:
    """The colour of a score: sure, likely, or worth a look."""
    return "success" if score >= 90 else "accent" if score >= 75 else "warning"


def names_of(group: Group) -> str:
    return " · ".join(dict.fromkeys(member.name for member in group.members))


def reasons_of(group: Group) -> str:
    """What speaks for the surest pair, in a line."""
    return " · ".join(text(reason.message) for reason in group.pairs[0].reasons if not reason.against)


class GroupModel(QAbstractListModel):
    """`fetch(offset)` asks for a page; the answer comes to `add`."""

    def __init__(self, fetch: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._groups: list[Group] = []
        self._more = False
        self._asked = False

    def reload(self) -> None:
        """Asks for the first page; what is shown stays until it comes."""
        self._asked = True
        self._fetch(0)

    def add(self, offset: int, found: Sequence[Group]) -> None:
        self._asked = False
        self._more = len(found) == PAGE
        if offset == 0:
            self.beginResetModel()
            self._groups = list(found)
            self.endResetModel()
        elif found and offset == len(self._groups):
            self.beginInsertRows(QModelIndex(), offset, offset + len(found) - 1)
            self._groups += found
            self.endInsertRows()

    def group(self, row: int) -> Group | None:
        return self._groups[row] if 0 <= row < len(self._groups) else None

    def row_of(self, key: Id) -> int:
        """-1 for a group that is not loaded."""
        return next((row for row, group in enumerate(self._groups) if group.id == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._groups)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not self._asked and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self._asked = True
        self._fetch(len(self._groups))

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        group = self.group(index.row())
        if group is None:
            return None
        if role == RECORD:
            return group
        if role == _DISPLAY:
            return names_of(group)
        if role == _ACCESSIBLE:
            return f"{format_percent(group.score)}, {names_of(group)}, {reasons_of(group)}"
        return None


class GroupDelegate(QStyledItemDelegate):
    """Two lines: who, and why; the score at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * STEP, 7 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(RECORD)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = tokens.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
        ground = "selected" if state & chosen else "hover" if state & hovered else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(ground))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        area = rect.adjusted(2 * STEP, STEP, -2 * STEP, -STEP)
        small = fonts.scaled(option.font, "caption")
        painter.setFont(small)
        words = format_percent(group.score)
        width = chip_width(painter.fontMetrics(), words)
        paint_chip(
            painter,
            QRectF(area.right() - width, area.y() + 9, width, 22),
            words,
            *tone_colours(score_tone(group.score)),
        )
        room = area.width() - width - 12
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for line, words in enumerate((names_of(group), reasons_of(group))):
            painter.setFont(small if line else option.font)
            painter.setPen(colours.colour("text_tertiary" if line else "text"))
            half = area.height() // 2
            place = QRect(area.x(), area.y() + line * half, room, half)
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, flags, elided)
        painter.restore()
