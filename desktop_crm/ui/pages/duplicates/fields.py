"""The fields of customers side by side, with the value that a merge takes marked in each row."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.models.messages import Message
from desktop_crm.models.records.duplicates import BOTH, LONG, Comparison, MergeField
from desktop_crm.models.records.listed import customer_code
from desktop_crm.ui.theme import icons, tokens
from desktop_crm.ui.theme.tokens import ROW_HEIGHT, STEP

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
STATE = int(Qt.ItemDataRole.UserRole)
CHOSEN, LEFT, ALIKE, PART = "chosen", "left", "alike", "part"
_LINES = 4


class FieldModel(QAbstractTableModel):
    """A row for each field, differing ones first; a column for each customer, the one that stays first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: list[MergeField] = []
        self._parts = 0
        self._choices: dict[str, int] = {}

    def show_comparison(self, comparison: Comparison | None) -> None:
        self.beginResetModel()
        self._comparison = comparison
        fields = comparison.fields if comparison else ()
        parts = comparison.parts if comparison else ()
        self._rows = [*(f for f in fields if f.differs), *parts, *(f for f in fields if not f.differs)]
        self._choices = {field.column: field.offered for field in fields if field.differs}
        self.endResetModel()

    def choices(self) -> dict[str, int]:
        """Column → the record whose value is taken."""
        return dict(self._choices)

    def choose(self, index: Index) -> None:
        """Takes the value of a cell; a long text once more: those of all."""
        field = self._rows[index.row()]
        at = index.column()
        if field.column not in self._choices:
            return
        if field.column in LONG and self._choices[field.column] == at and all(c.stored for c in field.cells):
            at = BOTH
        self._choices[field.column] = at
        last = self.columnCount() - 1
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), last))

    def state(self, index: Index) -> str:
        field = self._rows[index.row()]
        chosen = self._choices.get(field.column)
        if chosen is None:
            return PART if self._comparison is not None and field in self._comparison.parts else ALIKE
        return CHOSEN if chosen in (index.column(), BOTH) and field.cells[index.column()].stored else LEFT

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._comparison.members) if self._comparison else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _TIP) or self._comparison is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return text(self._rows[section].label)
        member = self._comparison.members[section]
        words = f"{customer_code(member.number)} {member.name}"
        return self.tr("Stays: {record}").replace("{record}", words) if section == 0 else words

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == STATE:
            return self.state(index)
        if role not in (_DISPLAY, _TIP, _ACCESSIBLE):
            return None
        shown = self._rows[index.row()].cells[index.column()].shown
        if isinstance(shown, dt.date):
            words = format_date(shown)
        else:
            words = text(shown) if isinstance(shown, Message) else shown
        if role == _TIP:
            return words
        if role == _ACCESSIBLE:
            mark = self.tr("taken") if self.state(index) == CHOSEN else ""
            return ", ".join(filter(None, (text(self._rows[index.row()].label), words or self.tr("empty"), mark)))
        lines = words.split("\n")
        return "\n".join([*lines[: _LINES - 1], f"… {len(lines) - _LINES + 1}"]) if len(lines) > _LINES else words


class FieldDelegate(QStyledItemDelegate):
    """A check mark before the value that is taken; what is left out is pale."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 1 + str(index.data(_DISPLAY) or "").count("\n")
        return QSize(20 * STEP, max(ROW_HEIGHT, lines * option.fontMetrics.height() + 2 * STEP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(STATE)
        colours = tokens.current()
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        painter.save()
        if state == CHOSEN:
            painter.fillRect(rect, colours.colour("accent_soft"))
            icons.paint(painter, "check", QRect(rect.x() + STEP, rect.y() + 11, 16, 16), "accent_text")
        words = str(index.data(_DISPLAY) or "")
        token = {CHOSEN: "text", PART: "text"}.get(state, "text_secondary")
        painter.setPen(colours.colour(token))
        painter.setFont(option.font)
        place = rect.adjusted(4 * STEP, STEP, -STEP, -STEP)
        metrics = painter.fontMetrics()
        shown = "\n".join(
            metrics.elidedText(one, Qt.TextElideMode.ElideRight, place.width()) for one in words.split("\n")
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown or "–")
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


class FieldTable(QTableView):
    """Arrows move, Space or Return takes the value, digits take that of the first, second … record. `picked()` says
    that a choice changed."""

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mergeFields")
        self.fields = FieldModel(self)
        self.setModel(self.fields)
        self.setItemDelegate(FieldDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(18 * STEP)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self.choose)

    def show_comparison(self, comparison: Comparison | None) -> None:
        self.fields.show_comparison(comparison)
        if self.fields.rowCount():
            self.setCurrentIndex(self.fields.index(0, 0))

    def choose(self, index: Index) -> None:
        self.fields.choose(index)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        digit = event.key() - int(Qt.Key.Key_1)
        if here.isValid() and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.choose(here)
                return
        elif here.isValid() and not event.modifiers() and 0 <= digit < self.fields.columnCount():
            self.setCurrentIndex(here.siblingAtColumn(digit))
            self.choose(self.currentIndex())
            return
        super().keyPressEvent(event)
