"""How a form lies on the page: label above field, two columns that become one where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.ui.forms.field import FieldWidget
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import InlineError, SectionHeader, label

NARROW = 640


class FieldRow(QWidget):
    """A label, a required mark, the field, a hint, and what is wrong."""

    def __init__(self, title: str, field: FieldWidget, *, required: bool = False, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._required = required
        self._title = label(role="fieldLabel")
        self._mark = label("*", "error")
        self._mark.setToolTip(self.tr("Required"))
        self._hint = label(hint, "hint", wrap=True)
        self.error = InlineError()
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._title)
        top.addWidget(self._mark)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(field)
        column.addWidget(self._hint)
        column.addWidget(self.error)
        column.addStretch(1)
        # Only now that they have a parent: shown before, each would be a window of its own for a moment.
        self._mark.setVisible(required)
        self._hint.setVisible(bool(hint))
        self.set_title(title)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setBuddy(self.field.inputs()[0])
        required = self.tr("required")
        self.field.set_name(f"{title}, {required}" if self._required else title)

    def hide_title(self) -> None:
        """The title is said elsewhere; screen readers still hear it."""
        self._title.hide()

    def set_problem(self, text: str) -> None:
        """Shows what is wrong in place of the hint; empty text takes it back."""
        self.error.set_text(text)
        self._hint.setVisible(bool(self._hint.text()) and not text)
        self.field.set_problem(text)

    def set_notice(self, text: str) -> None:
        """A remark that does not stop saving, such as a likely duplicate."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))


class FormGrid(QWidget):
    """Fields in two columns, or in one below 640 pixels; `wide` fields take both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._spare = QWidget(self)
        self._spare.setFixedHeight(0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)

    def add(
        self, title: str, field: FieldWidget, *, required: bool = False, hint: str = "", wide: bool = False
    ) -> FieldRow:
        """Adds a field; the answer is what FormBinder.bind wants."""
        row = FieldRow(title, field, required=required, hint=hint)
        self._cells.append((row, wide))
        self._columns = 0
        self._arrange()
        return row

    def add_section(self, title: str) -> None:
        self._cells.append((SectionHeader(title), True))
        self._columns = 0
        self._arrange()

    def columns(self) -> int:
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= NARROW else 1
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for widget, wide in self._cells:
            self._grid.removeWidget(widget)
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(widget, row, column, 1, columns if wide else 1, Qt.AlignmentFlag(0))
            column += columns if wide else 1
            if column >= columns:
                row, column = row + 1, 0
        # One field alone: without anything beside it, the layout leaves out the gap and the field is too wide.
        self._grid.removeWidget(self._spare)
        if columns == 2 and [wide for _, wide in self._cells] == [False]:
            self._grid.addWidget(self._spare, 0, 1)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
