"""The titles of a record table: sorting, widths, which columns are shown, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu

from desktop_crm.ui.tables.freezing import paint_titles, pinned_at
from desktop_crm.ui.tables.windowed_model import WindowedModel
from desktop_crm.ui.theme import fonts, icons, tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.ui.tables.column_dialog import Layout

HEIGHT = 34
_ACROSS = Qt.Orientation.Horizontal
_PAD = 12
_ARROW = 12
_SHIFT_ALT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
_AVATAR, _CHIPS, _WIDEST = 40, 32, 640


class TableHeader(QHeaderView):
    """Columns are known by their keys, so saved states survive new columns. The first `frozen` ones stay in sight while
    the rest scrolls."""

    columns_changed = Signal()

    def __init__(self, model: WindowedModel[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = model
        self._hovered = -1
        self.frozen = 1
        self.setMouseTracking(True)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setFixedHeight(HEIGHT)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.sectionClicked.connect(self._clicked)
        self.sectionHandleDoubleClicked.connect(self.fit)
        self.setAccessibleName(self.tr("Column titles"))

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        """Paints the title with its arrow beside it, which the style would lay over a right-aligned title."""
        colours = tokens.current()
        column = self._records.columns[at]
        painter.save()
        under = self._hovered == at
        tokens.fill(painter, rect, colours.colour("hover" if under else "surface"))
        tokens.fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), colours.colour("border"))
        font = fonts.scaled(self.font(), "caption", weight=QFont.Weight.Medium)
        painter.setFont(font)
        area = rect.adjusted(_PAD, 0, -_PAD, -1)
        sorted_here = self.sortIndicatorSection() == at
        room = area.width() - (_ARROW + 4 if sorted_here else 0)
        title = str(self._records.headerData(at, Qt.Orientation.Horizontal))
        text = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
        width = QFontMetrics(font).horizontalAdvance(text)
        left = area.x() if column.align != "right" else area.right() + 1 - width
        painter.setPen(colours.colour("text" if under or sorted_here else "text_secondary"))
        painter.drawText(QRect(left, area.y(), width + 1, area.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
        if sorted_here:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            beside = left - _ARROW - 4 if column.align == "right" else left + width + 4
            spot = QRect(beside, area.center().y() - _ARROW // 2 + 1, _ARROW, _ARROW)
            icons.paint(painter, "sort_down" if down else "sort_up", spot, "accent_text")
        painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self._hovered = -1
        elif isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._hovered = self.logicalIndexAt(event.position().toPoint())
            above = pinned_at(self, round(event.position().x()))
            self._hovered = self._hovered if above is None else above
            self.viewport().update()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_titles(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        above = pinned_at(self, round(event.position().x()))
        if above is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._clicked(above)

    def freeze(self, count: int) -> None:
        """Keeps the first columns in sight; 0 lets all of them scroll."""
        self.frozen = max(count, 0)
        self.viewport().update()
        self.columns_changed.emit()

    def key(self, event: QKeyEvent, at: int) -> bool:
        """Shift+Alt+Left and Right make a column narrower and wider; whether the key was one of them."""
        by = {Qt.Key.Key_Left: -tokens.STEP, Qt.Key.Key_Right: tokens.STEP}.get(Qt.Key(event.key()))
        if by is None or at < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _SHIFT_ALT:
            return False
        self.resizeSection(at, max(self.sectionSize(at) + by, self.minimumSectionSize()))
        return True

    def fit(self, at: int) -> None:
        """Makes a column as wide as what is loaded of it needs."""
        column = self._records.columns[at]
        metrics = QFontMetrics(fonts.tabular(self.font()))
        words = (column.text(record) for _, record in self._records.held())
        wanted = max((metrics.horizontalAdvance(one) for one in words), default=0)
        wanted += (_AVATAR if column.avatar else 0) + 2 * _PAD
        if column.chips is not None:
            wanted += _CHIPS
        title = QFontMetrics(fonts.scaled(self.font(), "caption", weight=QFont.Weight.Medium))
        least = title.horizontalAdvance(str(self._records.headerData(at, _ACROSS))) + 2 * _PAD + _ARROW + 4
        self.resizeSection(at, min(max(wanted, least), _WIDEST))

    def set_up(self) -> None:
        """Gives every column its declared width; call when the view has its model."""
        self.setSortIndicatorShown(True)
        for at, column in enumerate(self._records.columns):
            self.resizeSection(at, column.width)
            self.setSectionHidden(at, not column.visible)
        self.show_sort()

    def shown(self) -> list[int]:
        """The logical columns in sight, from left to right."""
        order = (self.logicalIndex(at) for at in range(self.count()))
        return [at for at in order if not self.isSectionHidden(at)]

    def show_sort(self) -> None:
        """Puts the arrow where the model sorts."""
        sort = getattr(self._records.spec, "sort", None)
        at = next((n for n, one in enumerate(self._records.columns) if sort and one.sort == sort.column), -1)
        descending = bool(sort and sort.descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(at, order)

    def set_columns(self, keys: list[str], hidden: set[str]) -> None:
        """Orders the columns by `keys` and hides some; at least one stays."""
        at_key = {column.key: at for at, column in enumerate(self._records.columns)}
        order = [key for key in keys if key in at_key]
        order += [key for key in at_key if key not in order]
        if all(key in hidden for key in order):
            hidden = hidden - {order[0]}
        for position, key in enumerate(order):
            self.moveSection(self.visualIndex(at_key[key]), position)
            self.setSectionHidden(at_key[key], key in hidden)
        self.columns_changed.emit()

    def order(self) -> list[str]:
        """The keys of all columns, from left to right."""
        return [self._records.columns[self.logicalIndex(at)].key for at in range(self.count())]

    def hidden(self) -> set[str]:
        return {one.key for at, one in enumerate(self._records.columns) if self.isSectionHidden(at)}

    def save_state(self) -> dict[str, Any]:
        sort = getattr(self._records.spec, "sort", None)
        widths = {one.key: self.sectionSize(at) for at, one in enumerate(self._records.columns)}
        return {
            "columns": self.order(),
            "hidden": sorted(self.hidden()),
            "widths": {key: width for key, width in widths.items() if width},
            "sort": [sort.column, sort.descending] if sort else None,
            "frozen": self.frozen,
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        columns = self._records.columns
        widths = state.get("widths")
        for at, column in enumerate(columns):
            width = widths.get(column.key) if isinstance(widths, dict) else None
            if isinstance(width, int) and width >= self.minimumSectionSize():
                self.resizeSection(at, width)
        frozen = state.get("frozen")
        self.frozen = frozen if isinstance(frozen, int) and 0 <= frozen <= len(columns) else 1
        order, hidden = state.get("columns"), state.get("hidden")
        if isinstance(order, list):
            known = {key for key in hidden if isinstance(key, str)} if isinstance(hidden, list) else set()
            new = {one.key for one in columns if one.key not in order and not one.visible}
            self.set_columns([key for key in order if isinstance(key, str)], known | new)
        match state.get("sort"):
            case [str(name), bool(descending)]:
                key = next((one.key for one in columns if one.sort == name), "")
                self._records.sort_by(key, descending)

    def choose(self) -> None:
        """Opens the dialog for columns."""
        from desktop_crm.ui.tables.column_dialog import ColumnDialog

        dialog = ColumnDialog(self._layout(), self.window())
        if dialog.exec():
            self._apply(dialog.layout_wanted())
        dialog.deleteLater()

    def _layout(self) -> Layout:
        from desktop_crm.ui.tables.column_dialog import Layout

        columns = self._records.columns
        title = {one.key: str(self._records.headerData(at, _ACROSS)) for at, one in enumerate(columns)}
        sort = getattr(self._records.spec, "sort", None)
        by = next((one.key for one in columns if sort and one.sort == sort.column), "")
        return Layout(
            title,
            self.order(),
            self.hidden(),
            {one.key: self._width(at) for at, one in enumerate(columns)},
            [one.key for one in columns if one.sort],
            by,
            bool(sort and sort.descending),
            self.frozen,
        )

    def _width(self, at: int) -> int:
        """The width of a column, also of a hidden one, which Qt says is 0."""
        if not self.isSectionHidden(at):
            return self.sectionSize(at)
        return self._records.columns[at].width

    def _apply(self, wanted: Layout) -> None:
        before = self._layout()
        self.set_columns(wanted.order, wanted.hidden)
        for at, column in enumerate(self._records.columns):
            # The last column takes the room that is left; what was not changed stays as it is.
            if wanted.widths[column.key] != before.widths[column.key]:
                self.resizeSection(at, wanted.widths[column.key])
        if wanted.frozen != before.frozen:
            self.freeze(wanted.frozen)
        if (wanted.sort, wanted.descending) != (before.sort, before.descending) and wanted.sort:
            self._records.sort_by(wanted.sort, wanted.descending)
            self.show_sort()

    def _clicked(self, at: int) -> None:
        column = self._records.columns[at]
        sort = getattr(self._records.spec, "sort", None)
        flip = sort is not None and sort.column == column.sort and not sort.descending
        self._records.sort_by(column.key, flip)
        self.show_sort()

    def menu(self, under: int = -1) -> QMenu:
        """The columns to tick, what to freeze, and the dialog; the caller shows it. `under` is the column below."""
        menu = QMenu(self)
        hidden = self.hidden()
        for at, column in enumerate(self._records.columns):
            action = menu.addAction(str(self._records.headerData(at, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(column.key not in hidden)
            action.setEnabled(column.key in hidden or len(hidden) + 1 < len(self._records.columns))
            action.toggled.connect(lambda on, number=at: self._show(number, on))
        menu.addSeparator()
        shown = self.shown()
        if under in shown and shown.index(under) + 1 != self.frozen:
            count = shown.index(under) + 1
            menu.addAction(self.tr("Freeze the columns up to here"), lambda: self.freeze(count))
        if self.frozen:
            menu.addAction(self.tr("Freeze no columns"), lambda: self.freeze(0))
        if under in shown:
            menu.addAction(self.tr("Fit the width"), lambda: self.fit(under))
        menu.addSeparator()
        menu.addAction(self.tr("Choose columns…"), self.choose)
        return menu

    def _show(self, at: int, on: bool) -> None:
        self.setSectionHidden(at, not on)
        self.columns_changed.emit()

    def _menu(self, place: QPoint) -> None:
        above = pinned_at(self, place.x())
        menu = self.menu(self.logicalIndexAt(place) if above is None else above)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))
