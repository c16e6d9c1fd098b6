"""Importing a table: look first, then do it, then say what was done and offer to take it back."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop_crm.controllers.files_in_out import FilesInOut
from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.notices import Notices
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.imports import ImportResult
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.tables.plain import PlainTable
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError, KeyFigure, label

MOST_SHOWN = 1000
IMPORTED = Message(QT_TRANSLATE_NOOP("messages", "Imported {file}: {created} new, {changed} changed."))


class Stage(Enum):
    """Where the dialog is; each has its own words."""

    LOOKING = auto()
    LOOKED = auto()
    IMPORTING = auto()
    DONE = auto()
    FAILED = auto()


class ImportDialog(PlainDialog):
    """Opens with the dry run under way. Escape and Cancel stop what is being done; then nothing was written."""

    def __init__(self, tables: FilesInOut, notices: Notices, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("", "import", parent=parent)
        self._tables = tables
        self._notices = notices
        self._path = path
        self._task: Any = None
        self._stage = Stage.LOOKING
        self._progress: Any = None
        self._error: CrmError | None = None
        self.result_shown: ImportResult | None = None
        self.lead = label(role="secondary", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setRange(0, 0)
        self.figures = {name: KeyFigure("") for name in ("created", "changed", "unchanged", "left_out")}
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        for figure in self.figures.values():
            row.addWidget(figure)
        row.addStretch(1)
        self.columns = label(role="hint", wrap=True)
        self.problems = PlainTable((72, 120, 160, 0))
        self.problems.hide()
        self.error = InlineError()
        self.body.addWidget(self.lead)
        self.body.addWidget(self.progress)
        self.body.addLayout(row)
        self.body.addWidget(self.columns)
        self.body.addWidget(self.problems, 1)
        self.body.addWidget(self.error)
        self.body.addStretch(0)
        self.cancel = button("", self.reject)
        self.go = button("", self._run, "primary")
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.go)
        self.resize(840, 600)
        self._look()

    def _look(self) -> None:
        self._busy(Stage.LOOKING)
        self._task = self._tables.look(self._path, self)
        self._follow(self._looked)

    def _run(self) -> None:
        self._busy(Stage.IMPORTING)
        self._task = self._tables.run(self._path)
        self._follow(lambda outcome: self._done(outcome.value))

    def _follow(self, then: Any) -> None:
        self._task.then(then).failed(self._failed)
        self._task.progress(self._report)

    def _busy(self, stage: Stage) -> None:
        self._stage, self._progress = stage, None
        self.progress.show()
        self.go.hide()
        for figure in self.figures.values():
            figure.setVisible(self.result_shown is not None)
        self.retranslate()

    def _report(self, progress: Any) -> None:
        self._progress = progress
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)
        self._say()

    def _looked(self, result: ImportResult) -> None:
        self._stage = Stage.LOOKED
        self._show(result)
        self.go.setVisible(self._changes() > 0)
        self.go.setFocus()

    def _done(self, result: ImportResult) -> None:
        self._task = None
        self._stage = Stage.DONE
        self._show(result)
        self.go.hide()
        self.cancel.setFocus()
        args = {
            "file": result.file,
            "created": format_number(result.created),
            "changed": format_number(result.changed),
        }
        self._notices.done(Message(IMPORTED.text, args))

    def _changes(self) -> int:
        result = self.result_shown
        return result.created + result.changed if result is not None else 0

    def _show(self, result: ImportResult) -> None:
        self.result_shown = result
        self.progress.hide()
        for figure in self.figures.values():
            figure.show()
        self.problems.setVisible(bool(result.problems or result.notes))
        self.retranslate()

    # Words ------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import customers"))
        self.heading.setText(self._path.name)
        self.progress.setAccessibleName(self.tr("Progress"))
        names = self.tr("New"), self.tr("Changed"), self.tr("Unchanged"), self.tr("Rows left out")
        for figure, name in zip(self.figures.values(), names, strict=True):
            figure.set_name(name)
        titles = self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("What is wrong")
        self.problems.set_words(self.tr("Rows with a mistake"), titles)
        ended = self._stage in (Stage.DONE, Stage.FAILED)
        self.cancel.setText(self.tr("Close") if ended else self.tr("Cancel"))
        changes = format_number(self._changes())
        self.go.setText(self.tr("Import {n}").replace("{n}", changes))
        self._say()
        self._say_result()

    def _say(self) -> None:
        """What is being done, or what came of it."""
        error = self._error
        self.error.set_text(text(error.advice) if error is not None and error.advice else "")
        words = text(self._progress.label) if self._progress is not None else ""
        if error is not None:
            words = text(error.message)
        elif self._stage is Stage.DONE:
            words = self.tr("Done. Ctrl+Z takes the whole import back.")
        elif self._stage is Stage.LOOKED and self._changes():
            words = self.tr("This is what the import would do. Nothing is written yet.")
        elif self._stage is Stage.LOOKED:
            words = self.tr("There is nothing to import: all customers are here already, or no row can be taken.")
        elif words:
            words = f"{words} {format_number(self._progress.done)}"
        elif self._stage is Stage.LOOKING:
            words = self.tr("Reading the file and comparing it with your customers. Nothing is written yet.")
        else:
            words = self.tr("Importing…")
        self.lead.setText(words)

    def _say_result(self) -> None:
        result = self.result_shown
        if result is None:
            return
        for name, figure in self.figures.items():
            figure.set_value(format_number(getattr(result, name)))
        unread = [column.header for column in result.columns if column.field is None and column.header]
        read = [_read_as(column.header, column.field) for column in result.columns if column.field is not None]
        lines = [self.tr("Columns read: {names}").replace("{names}", ", ".join(read))] if read else []
        if unread:
            lines.append(self.tr("Not read: {names}").replace("{names}", ", ".join(unread)))
        self.columns.setText("\n".join(lines))
        problems = (*result.problems, *result.notes)[:MOST_SHOWN]
        self.problems.set_rows([(str(one.row), one.column, one.value, text(one.message)) for one in problems])

    def _failed(self, error: CrmError) -> None:
        self._task = None
        self._stage, self._error = Stage.FAILED, error
        self.progress.hide()
        self.go.hide()
        self.retranslate()

    def reject(self) -> None:
        if self._task is not None and self._task.open:
            self._task.cancel()
        super().reject()


def _read_as(header: str, field: str) -> str:
    """A column and the field it fills, where that is called otherwise: `公司 → 名称`."""
    label = text(CUSTOMER_FIELDS[field]) if field in CUSTOMER_FIELDS else header
    return header if label == header else f"{header} → {label}"
