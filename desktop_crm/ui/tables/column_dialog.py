"""Choose the columns of a list, their order and width, and what it is sorted by; by mouse or keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.theme.tokens import FIELD_HEIGHT, STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.number_box import NumberBox

NARROWEST, WIDEST = 48, 800
_KEY = int(Qt.ItemDataRole.UserRole)


_WIDTH = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(slots=True)
class Layout:
    """The columns of a list: `titles` by key, all keys in `order`, the `hidden` ones, `widths` in pixels. `sortable`
    are the keys that it can be sorted by, `sort` the one that it is (empty: none). The first `frozen` of those shown
    stay in sight."""

    titles: dict[str, str]
    order: list[str]
    hidden: set[str]
    widths: dict[str, int] = field(default_factory=dict)
    sortable: list[str] = field(default_factory=list)
    sort: str = ""
    descending: bool = False
    frozen: int = 0


class ColumnDialog(PlainDialog):
    """Space ticks a column, Alt+Up and Alt+Down move it, Alt+Left and Alt+Right make it narrower and wider."""

    def __init__(self, layout: Layout, parent: QWidget) -> None:
        super().__init__("", "columns", parent=parent)
        self.set_title(self.tr("Columns"))
        self._titles = layout.titles
        self._fill(layout)
        unit = self.tr("px")
        self._width = NumberBox()
        self._width.setRange(NARROWEST, WIDEST)
        self._width.setSingleStep(STEP)
        self._width.setSuffix(f" {unit}")
        self._width.setAccessibleName(self.tr("Width of the column"))
        self._frozen = NumberBox()
        self._frozen.setRange(0, len(layout.order))
        self._frozen.setSpecialValueText(self.tr("None"))
        self._frozen.setValue(layout.frozen)
        self._frozen.setAccessibleName(self.tr("Frozen columns"))
        self._frozen.setToolTip(self.tr("So many columns at the left stay in sight while the rest scrolls"))
        self._sort = QComboBox()
        self._sort.setAccessibleName(self.tr("Sort by"))
        self._direction = QComboBox()
        self._direction.setAccessibleName(self.tr("Direction"))
        self._direction.addItems([self.tr("Ascending"), self.tr("Descending")])
        self._fill_sort(layout)
        self._build()
        self._list.currentRowChanged.connect(self._show_width)
        self._width.valueChanged.connect(self._set_width)
        self._list.setCurrentRow(0)
        self._show_width(0)
        self.resize(480, 560)
        self._list.setFocus()

    def _fill(self, layout: Layout) -> None:
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Columns"))
        self._list.setObjectName("columnList")
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for key in layout.order:
            item = QListWidgetItem(layout.titles[key])
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, FIELD_HEIGHT))
            item.setData(_WIDTH, layout.widths.get(key, 0))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if key in layout.hidden else Qt.CheckState.Checked)
            self._list.addItem(item)

    def _fill_sort(self, layout: Layout) -> None:
        for key in layout.sortable:
            self._sort.addItem(layout.titles[key], key)
        self._sort.setCurrentIndex(self._sort.findData(layout.sort))
        self._direction.setCurrentIndex(int(layout.descending))

    def _build(self) -> None:
        self.body.addWidget(
            label(
                self.tr("Space shows or hides a column, Alt with the arrow keys moves it or changes its width."),
                "hint",
                wrap=True,
            )
        )
        self.body.addWidget(self._list, 1)
        self.body.addSpacing(STEP)
        self.body.addLayout(self._choices())
        self._add_buttons()
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=step: self._move(by))
        for keys, step in (("Alt+Left", -STEP), ("Alt+Right", STEP)):
            QShortcut(QKeySequence(keys), self, lambda by=step: self._width.setValue(self._width.value() + by))

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Width"), self._width),
            (self.tr("Frozen columns"), self._frozen),
            (self.tr("Sort by"), self._sort),
        )
        for at, (words, widget) in enumerate(rows):
            title = label(words, "fieldLabel")
            title.setBuddy(widget)
            grid.addWidget(title, at, 0)
            grid.addWidget(widget, at, 1)
        grid.addWidget(self._direction, 2, 2)
        return grid

    def _add_buttons(self) -> None:
        row = self.buttons
        row.insertWidget(0, button(self.tr("Move up"), lambda: self._move(-1), icon="arrow_up"))
        row.insertWidget(1, button(self.tr("Move down"), lambda: self._move(1), icon="arrow_down"))
        row.addWidget(button(self.tr("Cancel"), self.reject))
        done = button(self.tr("Apply"), self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)

    def layout_wanted(self) -> Layout:
        """What the person chose."""
        items = [self._list.item(at) for at in range(self._list.count())]
        return Layout(
            self._titles,
            [str(item.data(_KEY)) for item in items],
            {str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Unchecked},
            {str(item.data(_KEY)): int(item.data(_WIDTH)) for item in items},
            [str(self._sort.itemData(at)) for at in range(self._sort.count())],
            str(self._sort.currentData() or ""),
            self._direction.currentIndex() == 1,
            self._frozen.value(),
        )

    def _show_width(self, at: int) -> None:
        item = self._list.item(at)
        self._width.setEnabled(item is not None)
        if item is not None:
            self._width.blockSignals(True)
            self._width.setValue(int(item.data(_WIDTH)))
            self._width.blockSignals(False)

    def _set_width(self, width: int) -> None:
        if (item := self._list.currentItem()) is not None:
            item.setData(_WIDTH, width)

    def _move(self, step: int) -> None:
        at = self._list.currentRow()
        if 0 <= at + step < self._list.count():
            self._list.insertItem(at + step, self._list.takeItem(at))
            self._list.setCurrentRow(at + step)
