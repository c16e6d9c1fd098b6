"""The import wizard: the steps along the top, the one in front, and the way on at the bottom right.

Everything it knows is the controller's, so that it can be left, made anew in another language, and come back to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.actions import Context
from desktop_crm.controllers.i18n import format_number
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.notices import Posted, Tone
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.imports import ImportResult
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.check_step import CheckStep
from desktop_crm.ui.pages.importing.columns_step import ColumnsStep
from desktop_crm.ui.pages.importing.feature import IMPORT
from desktop_crm.ui.pages.importing.file_step import FileStep
from desktop_crm.ui.pages.importing.matching_step import MatchingStep
from desktop_crm.ui.pages.importing.rail import StepRail
from desktop_crm.ui.pages.importing.result_step import ResultStep
from desktop_crm.ui.pages.importing.step import StepPage
from desktop_crm.ui.pages.importing.values_step import ValuesStep
from desktop_crm.ui.shell.pick import SystemPicker
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import ElidedLabel, line

SAVED = Message(QT_TRANSLATE_NOOP("messages", "{n} rows were saved as {name}."))
RETURNED = Message(QT_TRANSLATE_NOOP("messages", "The import of {file} was taken back."))
IMPORTED = Message(QT_TRANSLATE_NOOP("messages", "Imported {file}: {created} new, {changed} changed."))
# Where what a person chose last is taken back by itself, not the last change of the database.
_MENDING = (Step.VALUES, Step.CHECK)


class ImportPage(QWidget):
    """Alt+Left goes a step back, Ctrl+Enter on."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self.services, self.navigator = services, navigator
        self.session = services.importing
        self.picker = SystemPicker()
        self._told = False
        titles = (
            self.tr("File"),
            self.tr("Columns"),
            self.tr("Values"),
            self.tr("Matching"),
            self.tr("Check"),
            self.tr("Result"),
        )
        self.rail = StepRail(titles, self.tr("Steps of the import"))
        self.rail.chosen.connect(lambda at: self.session.go(Step(at)))
        self.steps: dict[Step, StepPage] = {
            Step.FILE: FileStep(services, navigator),
            Step.COLUMNS: ColumnsStep(services, navigator),
            Step.VALUES: ValuesStep(services, navigator),
            Step.MATCHING: MatchingStep(services, navigator),
            Step.CHECK: CheckStep(services, navigator),
            Step.RESULT: ResultStep(services, navigator),
        }
        self.stack = QStackedWidget()
        for one in self.steps.values():
            self.stack.addWidget(one)
        self._lay_out()
        self.session.changed.connect(self.refresh)
        self.session.moved.connect(self._moved)
        self.session.finished.connect(self._finished)
        self.session.returned.connect(self._returned)
        self._moved()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(3 * STEP, STEP, 3 * STEP, STEP)
        top.addWidget(self.rail)
        self.hint = ElidedLabel("", "secondary")
        self.leave_button = button(self.tr("Start over"), self.session.leave, "flat")
        self.back_button = button(self.tr("Back"), self.session.back)
        self.back_button.setToolTip(self._keys(self.tr("Back"), "Alt+Left"))
        self.next_button = button(self.tr("Next"), self.advance, "primary")
        self.next_button.setMinimumWidth(14 * STEP)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(3 * STEP, 12, 3 * STEP, 12)
        foot.setSpacing(STEP)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.hint, 1)
        for one in self.steps.values():
            for widget in one.foot:
                foot.addWidget(widget)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(self.stack, 1)
        self._edge = line()
        column.addWidget(self._edge)
        column.addWidget(self.foot)

    @staticmethod
    def _keys(words: str, keys: str) -> str:
        return f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"

    # What is in front --------------------------------------------------------------------------------

    @property
    def front(self) -> StepPage:
        return self.steps[self.session.step]

    def _moved(self) -> None:
        self.stack.setCurrentWidget(self.front)
        self.refresh()
        if self.isVisible():
            self.front.take_focus()

    def refresh(self) -> None:
        session = self.session
        self.front.refresh()
        ended = session.done is not None
        furthest = len(Step) if ended else session.step
        self.rail.show_state(session.step, furthest, [session.may_go(one) and one != session.step for one in Step])
        caption, allowed = self.front.onward()
        self.next_button.setText(caption)
        self.next_button.setToolTip(self._keys(caption, "Ctrl+Return"))
        self.next_button.setVisible(bool(caption))
        self.next_button.setEnabled(allowed)
        self.back_button.setVisible(session.step not in (Step.FILE, Step.RESULT))
        self.back_button.setEnabled(not session.writing)
        self.leave_button.setVisible(session.path is not None and not session.writing)
        self.leave_button.setText(self.tr("Import another file") if ended else self.tr("Start over"))
        self.hint.setText(self.front.hint() if session.error is None else "")
        for one in (self._edge, self.foot):
            one.setVisible(session.path is not None)
        for step, one in self.steps.items():
            for widget in one.foot:
                widget.setVisible(step is session.step and one.shows_foot())
        self.navigator.refresh_actions()

    def advance(self) -> None:
        """What the button at the bottom right does."""
        if self.next_button.isEnabled() and not self.next_button.isHidden():
            self.front.advance()

    @property
    def columns(self) -> ColumnsStep:
        found = self.steps[Step.COLUMNS]
        assert isinstance(found, ColumnsStep)
        return found

    def rename_profile(self) -> None:
        """In the step that shows the saved choices."""
        self.session.go(Step.COLUMNS)
        self.columns.profiles.rename()

    def share_profile(self) -> None:
        self.columns.profiles.share()

    def delete_profile(self) -> None:
        self.columns.profiles.delete()

    def save_refused(self) -> None:
        """Asks where, and writes the rows that are not taken."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        source = self.session.path
        if source is not None and not self.session.pasted:
            folder = source.parent
        name = self.tr("{file} refused rows").replace("{file}", Path(self.session.name).stem)
        path = self.picker.save(self.window(), self.tr("Save refused rows"), folder / f"{name}.xlsx", "*.xlsx")
        if path is not None:
            task = self.session.save_refused(path)
            task.then(lambda number: self._saved(number, path)).failed(self.services.notices.error)

    def _saved(self, number: int, path: Path) -> None:
        words = Message(SAVED.text, {"n": format_number(number), "name": path.name})
        self.services.notices.posted.emit(Posted(words, Tone.SUCCESS))

    def _finished(self, result: ImportResult) -> None:
        if self.isVisible():
            return  # the step in front says so
        args = {"created": format_number(result.created), "changed": format_number(result.changed)}
        self.services.notices.done(Message(IMPORTED.text, {"file": result.file, **args}))
        self._told = True

    def _returned(self, name: str) -> None:
        if self._told or not self.isVisible():
            # In place of the notice of the import, whose Undo would mean an earlier step now.
            self.services.notices.info(Message(RETURNED.text, {"file": name}))
            self._told = False

    def page_title(self) -> str:
        return self.tr("Import: {file}").replace("{file}", self.session.name) if self.session.path else ""

    def activate(self) -> None:
        self.refresh()
        self.front.take_focus()

    def context(self) -> Context:
        return Context(page=IMPORT)

    # Keys --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            focus = self.window().focusWidget()
            if focus is not None and focus is not self:
                # A button would take Alt+Left for an arrow.
                focus.removeEventFilter(self)
                focus.installEventFilter(self)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            watched.removeEventFilter(self)
            if self._own(event):
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _own(self, event: QKeyEvent) -> bool:
        """Keys that mean something else here than in the rest of the window."""
        if _is(event, "Alt+Left"):
            return self.back_button.isVisible()
        if _is(event, "Ctrl+Z"):
            return self._takes_back() or (self.session.step in _MENDING and self.session.can_undo)
        if _is(event, "Ctrl+Shift+Z") or _is(event, "Ctrl+Y"):
            return self.session.step in _MENDING and self.session.can_redo
        if _is(event, "Ctrl+V"):
            return self.session.step is Step.FILE
        return False

    def _takes_back(self) -> bool:
        """Whether what was imported goes, not the last change of the database: the step in front says so."""
        return self.session.step is Step.RESULT and self.session.may_take_back and self.session.doing is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own(event):
            super().keyPressEvent(event)
        elif _is(event, "Alt+Left"):
            self.session.back()
        elif _is(event, "Ctrl+Z"):
            if self._takes_back():
                self.session.take_back()
            else:
                self.session.undo()
        elif _is(event, "Ctrl+V"):
            self.navigator.run_action("import.paste")
        else:
            self.session.redo()


def _is(event: QKeyEvent, keys: str) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(keys)
