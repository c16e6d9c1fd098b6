"""Counts as tiles that filter the rows below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.models.records.imports import ImportCounts, RowOutcome
from desktop_crm.ui.pages.importing.wording import OUTCOMES, TONES
from desktop_crm.ui.theme import fonts, tokens
from desktop_crm.ui.theme.tokens import STEP

ALL = "all"
_NUMBERS = {
    RowOutcome.CREATE: "create",
    RowOutcome.UPDATE: "update",
    RowOutcome.UNCHANGED: "unchanged",
    RowOutcome.TWIN: "twin",
    RowOutcome.ERROR: "error",
    RowOutcome.ASK: "ask",
    RowOutcome.LEFT_OUT: "left_out",
}


class Tile(QAbstractButton):
    """A number and what it counts."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone, self._count = tone, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, name: str, count: int) -> None:
        self._count = count
        self.setText(name)
        self.setToolTip(name)
        self.setAccessibleName(f"{name}: {format_number(count)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(104, 64)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 64)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on, some = self.isChecked(), self._count > 0
        painter.setPen(QPen(colours.colour("accent" if on else "border"), 1))
        painter.setBrush(colours.colour("accent_soft" if on else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(area, 8, 8)
        inside = area.adjusted(12, 8, -8, -8)
        painter.setFont(fonts.tabular(fonts.scaled(self.font(), "title", weight=QFont.Weight.DemiBold)))
        painter.setPen(colours.colour(self._tone if some and self._tone else "text" if some else "text_tertiary"))
        top = inside.adjusted(0, 0, 0, -inside.height() * 0.42)
        painter.drawText(
            top, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), format_number(self._count)
        )
        painter.setFont(fonts.scaled(self.font(), "caption"))
        painter.setPen(colours.colour("accent_text" if on else "text_secondary"))
        low = inside.adjusted(0, inside.height() * 0.6, 0, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(low.width()))
        painter.drawText(low, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class Tiles(QWidget):
    """`chosen` brings the outcomes whose rows are wanted: none means all."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.tiles: dict[str, Tile] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        inks = {"success": "success", "accent": "accent_text", "danger": "danger", "warning": "warning"}
        for at, key in enumerate((ALL, *_NUMBERS)):
            tone = TONES[RowOutcome(key)] if key != ALL else ""
            tile = Tile(inks.get(tone, ""))
            self._group.addButton(tile, at)
            self.tiles[str(key)] = tile
            row.addWidget(tile, 1)
        self.tiles[ALL].setChecked(True)
        self._group.idClicked.connect(lambda _: self.chosen.emit(self.outcomes()))

    def outcomes(self) -> tuple[RowOutcome, ...]:
        on = next((key for key, tile in self.tiles.items() if tile.isChecked()), ALL)
        return () if on == ALL else (RowOutcome(on),)

    def choose(self, key: str) -> None:
        """`all`, or an outcome."""
        if not self.tiles[key].isChecked():
            self.tiles[key].setChecked(True)
            self.chosen.emit(self.outcomes())

    def show_counts(self, counts: ImportCounts) -> None:
        self.tiles[ALL].set_count(self.tr("All rows"), counts.rows)
        for outcome, name in _NUMBERS.items():
            self.tiles[outcome].set_count(text(OUTCOMES[outcome]), getattr(counts, name))
