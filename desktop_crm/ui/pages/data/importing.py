"""Importing a table: look first, then do it, then say what was done and offer to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_crm.controllers.files_in_out import FilesInOut
from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.notices import Notices
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.imports import ImportResult, RowProblem
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError, KeyFigure, label

MOST_SHOWN = 1000
IMPORTED = Message(QT_TRANSLATE_NOOP("messages", "Imported {file}: {created} new, {changed} changed."))


class ImportDialog(PlainDialog):
    """Opens with the dry run under way. Escape and Cancel stop what is being done; then nothing was written."""

    def __init__(self, tables: FilesInOut, notices: Notices, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("", "import", parent=parent)
        self._tables = tables
        self._notices = notices
        self._path = path
        self._task: Any = None
        self.result_shown: ImportResult | None = None
        self.setWindowTitle(self.tr("Import customers"))
        self.heading.setText(path.name)
        self.lead = label(role="secondary", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.figures = {
            "created": KeyFigure(self.tr("New")),
            "changed": KeyFigure(self.tr("Changed")),
            "unchanged": KeyFigure(self.tr("Unchanged")),
            "left_out": KeyFigure(self.tr("Rows left out")),
        }
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        for figure in self.figures.values():
            row.addWidget(figure)
        row.addStretch(1)
        self.columns = label(role="hint", wrap=True)
        self.problems = self._table()
        self.error = InlineError()
        self.body.addWidget(self.lead)
        self.body.addWidget(self.progress)
        self.body.addLayout(row)
        self.body.addWidget(self.columns)
        self.body.addWidget(self.problems, 1)
        self.body.addWidget(self.error)
        self.body.addStretch(0)
        self.cancel = button(self.tr("Cancel"), self.reject)
        self.go = button(self.tr("Import"), self._run, "primary")
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.go)
        self.resize(760, 520)
        self._look()

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setAccessibleName(self.tr("Rows with a mistake"))
        table.setHorizontalHeaderLabels([self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("What is wrong")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.hide()
        return table

    def _look(self) -> None:
        self._busy(self.tr("Reading the file and comparing it with your customers. Nothing is written yet."))
        self._task = self._tables.look(self._path, self)
        self._follow(self._looked)

    def _run(self) -> None:
        self._busy(self.tr("Importing…"))
        self._task = self._tables.run(self._path)
        self._follow(lambda outcome: self._done(outcome.value))

    def _follow(self, then: Any) -> None:
        self._task.then(then).failed(self._failed)
        self._task.progress(self._report)

    def _busy(self, words: str) -> None:
        self.lead.setText(words)
        self.progress.show()
        self.go.hide()
        self.error.set_text("")
        for figure in self.figures.values():
            figure.setVisible(self.result_shown is not None)

    def _report(self, progress: Any) -> None:
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)
        words = text(progress.label)
        if words:
            self.lead.setText(f"{words} {format_number(progress.done)}")

    def _looked(self, result: ImportResult) -> None:
        self._show(result)
        changes = result.created + result.changed
        self.lead.setText(
            self.tr("This is what the import would do. Nothing is written yet.")
            if changes
            else self.tr("There is nothing to import: all customers are here already, or no row can be taken.")
        )
        self.go.setText(self.tr("Import {n}").replace("{n}", format_number(changes)))
        self.go.setVisible(changes > 0)
        self.go.setFocus()

    def _done(self, result: ImportResult) -> None:
        self._show(result)
        self._task = None
        self.lead.setText(self.tr("Done. Ctrl+Z takes the whole import back."))
        self.cancel.setText(self.tr("Close"))
        self.go.hide()
        self.cancel.setFocus()
        args = {
            "file": result.file,
            "created": format_number(result.created),
            "changed": format_number(result.changed),
        }
        self._notices.done(Message(IMPORTED.text, args))

    def _show(self, result: ImportResult) -> None:
        self.result_shown = result
        self.progress.hide()
        for name, figure in self.figures.items():
            figure.set_value(format_number(getattr(result, name)))
            figure.show()
        unread = [column.header for column in result.columns if column.field is None and column.header]
        read = [_read_as(column.header, column.field) for column in result.columns if column.field is not None]
        lines = [self.tr("Columns read: {names}").replace("{names}", ", ".join(read))] if read else []
        if unread:
            lines.append(self.tr("Not read: {names}").replace("{names}", ", ".join(unread)))
        self.columns.setText("\n".join(lines))
        self._fill((*result.problems, *result.notes))

    def _fill(self, problems: Sequence[RowProblem]) -> None:
        self.problems.setVisible(bool(problems))
        self.problems.setRowCount(min(len(problems), MOST_SHOWN))
        for row, one in enumerate(problems[:MOST_SHOWN]):
            for column, words in enumerate((str(one.row), one.column, one.value, text(one.message))):
                self.problems.setItem(row, column, QTableWidgetItem(words))

    def _failed(self, error: CrmError) -> None:
        self._task = None
        self.progress.hide()
        self.go.hide()
        self.lead.setText(text(error.message))
        self.error.set_text(text(error.advice) if error.advice else "")
        self.cancel.setText(self.tr("Close"))

    def reject(self) -> None:
        if self._task is not None and self._task.open:
            self._task.cancel()
        super().reject()


def _read_as(header: str, field: str) -> str:
    """A column and the field it fills, where that is called otherwise: `公司 → 名称`."""
    label = text(CUSTOMER_FIELDS[field]) if field in CUSTOMER_FIELDS else header
    return header if label == header else f"{header} → {label}"
