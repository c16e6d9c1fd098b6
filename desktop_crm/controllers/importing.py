"""The import wizard without its widgets: which step it is at, what was found and chosen, and the work behind it.

It outlives the page, so that the wizard can be left and come back to, also in another language. Nothing is written
before `run`; leaving or cancelling before that leaves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_crm.controllers import importing_work as work
from desktop_crm.controllers.importing_profiles import ImportProfiles
from desktop_crm.controllers.importing_state import Looked, Order, Ran, RowsSpec, Step
from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.db.context import Touched
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.import_setup import ImportProfile, ImportSetup
from desktop_crm.models.records.imports import (
    FoundOptions,
    ImportResult,
    KeptRecord,
    RowOutcome,
    RowPage,
    RowResult,
    Survey,
    UndoneImport,
)
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.sources import SourceChoice

if TYPE_CHECKING:
    from desktop_crm.controllers.workspace import Workspace
    from desktop_crm.models.db.context import Outcome

LOOKING = Message(QT_TRANSLATE_NOOP("messages", "Reading {file}"))
TAKING_BACK = Message(QT_TRANSLATE_NOOP("messages", "Taking back {file}"))
CHECKING = Message(QT_TRANSLATE_NOOP("messages", "Checking {file}"))
IMPORTING = Message(QT_TRANSLATE_NOOP("messages", "Importing {file}"))
SAVING_ROWS = Message(QT_TRANSLATE_NOOP("messages", "Saving the rows that were not taken"))
FOLLOWING = {Step.FILE: Step.COLUMNS, Step.COLUMNS: Step.VALUES, Step.VALUES: Step.MATCHING, Step.MATCHING: Step.CHECK}
MANY_ROWS = 1_000
"""From so many rows on a back-up is made before, unless the person says otherwise."""


class ImportController(ImportProfiles):
    """One import at a time. `finished` brings the result of a run, `returned` the name of one that was taken back."""

    finished = Signal(object)
    returned = Signal(str)

    def __init__(
        self, runner: Runner, jobs: JobController, workspace: Workspace, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(runner, jobs, parent)
        self._workspace, self._folder = workspace, folder
        workspace.closed.connect(self.leave)
        workspace.opened.connect(lambda _: self.leave())
        runner.bus.changed.connect(self._look_back)
        self._forget()

    def _forget(self) -> None:
        self._idle()
        self.path, self.pasted, self.step = None, False, Step.FILE
        self.choice = SourceChoice()
        self._choose_nothing()
        self._no_profile()
        self.survey: Survey | None = None
        self.checked: Ran | None = None
        self.done: Ran | None = None
        self.change_set: Id | None = None
        self.taken_back = False
        self.kept: tuple[KeptRecord, ...] = ()
        self.backing_up = False
        self.back_up: bool | None = None
        self._surveyed: object = None
        self._checked_setup: ImportSetup | None = None

    # The file ----------------------------------------------------------------------------------------

    def begin(self, path: Path, *, pasted: bool = False) -> None:
        """Starts anew with a file; while rows are being written it is refused by doing nothing."""
        if self.writing:
            return
        self.leave()
        self.path, self.pasted = path, pasted
        self._runner.work(work.sweep, self._folder)
        self._look()

    def paste(self, text: str, name: str) -> Task[Path]:
        """A table from the clipboard is a file of its own, which goes when the wizard is left."""
        task = self._runner.work(work.write_pasted, self._folder, name, text)
        return task.then(lambda path: self.begin(path, pasted=True)).failed(self._failed)

    def choose(self, **changes: Any) -> None:
        """Reads the file in another way: `sheet`, `header_row`, `encoding`, `separator`."""
        if "sheet" in changes or "encoding" in changes or "separator" in changes:
            changes.setdefault("header_row", 0)
        self.choice, self.source = replace(self.choice, **changes), replace(self.source, **changes)
        self._look()

    def use_profile(self, profile: ImportProfile | None) -> None:
        """Takes the choices of a profile, or (None) those that the headers suggest."""
        if self.look is None:
            return
        self.profile = profile
        if profile is None:
            self._look(plain=True)
        elif profile.setup.source not in (SourceChoice(), self.source):
            self.source = profile.setup.source
            self._look(wanted=profile)
        else:
            self.set_setup(profile.setup.for_header(self.look.headers))

    def _look(self, *, plain: bool = False, wanted: ImportProfile | None = None) -> None:
        assert self.path is not None
        self._past, self._future = [], []
        self._stop_beside()
        self._start(Step.FILE, work.look, LOOKING, (self._order(), plain, wanted), self._looked)

    def _looked(self, found: Looked) -> None:
        self.look, self.basis, self.profile = found.look, found.basis, found.profile
        self.choice = found.look.choice
        if found.profile is not None and self.source == SourceChoice():
            self.source = found.profile.setup.source
        self._setup, self.guesses = found.setup, found.guesses
        self.survey = self.checked = self.done = None
        self._count()

    def _count(self) -> None:
        """Counts all rows beside, where only the first were looked at."""
        if self.look is not None and not self.look.rows_exact and self._beside is None:
            self._start_beside(work.count, LOOKING, (replace(self._order(), setup=ImportSetup()),), self._counted)

    def _counted(self, found: tuple[int, Sequence[int]]) -> None:
        if self.look is not None:
            self.look = self.look.counted(*found)
            self.changed.emit()

    def find_options(self, place: int) -> None:
        """Makes the different values of a column the options of the choice that is to be made of it."""
        new = self.column(place).new_field
        if new is None:
            return

        def found(options: FoundOptions) -> None:
            self.distinct[place] = options.distinct
            column = self.column(place)
            if column.new_field is not None:
                self.set_column(replace(column, new_field=replace(column.new_field, options=options.labels)))

        several = new.type == FieldType.CHOICES
        self._start(Step.COLUMNS, work.options, LOOKING, (self._order(), place, several), found)

    # Steps -------------------------------------------------------------------------------------------

    def may_go(self, step: Step) -> bool:
        if self.writing or step == self.step:
            return step == self.step
        if step is Step.FILE:
            return True
        if step is Step.RESULT:
            return self.done is not None
        if self.look is None or (self.done is not None and not self.taken_back):
            return False
        return step is Step.COLUMNS or not self.missing

    def go(self, step: Step) -> None:
        """To a step; what it shows is worked out if it is not known for the present choices."""
        if step != self.step and not self.may_go(step):
            return
        if self.doing is not None and self.doing != step:
            self.cancel()
        self.step, self.error = step, None
        self.moved.emit()
        if step is Step.VALUES and self._surveyed != self._survey_key():
            self._survey()
        elif step is Step.CHECK and not self.checked_now and self.doing is None:
            self.check()
        elif step is Step.COLUMNS:
            self._count()
        self.changed.emit()

    def next(self) -> None:
        if self.doing is None and self.step in FOLLOWING:
            self.go(FOLLOWING[self.step])

    def back(self) -> None:
        if self.may_go_back:
            self.go(Step(self.step - 1))

    def _survey_key(self) -> object:
        plan = self._setup
        return self.choice, plan.columns, plan.dates, plan.fixed

    def _survey(self) -> None:
        key = self._survey_key()

        def surveyed(found: Survey) -> None:
            self.survey, self._surveyed = found, key
            self._counted((found.rows, [one.filled for one in found.columns]))

        self._stop_beside()

        self._start(Step.VALUES, work.survey, LOOKING, (self._order(),), surveyed)

    # The check ---------------------------------------------------------------------------------------

    @property
    def checked_now(self) -> bool:
        """Whether the check's outcome is that of the present choices."""
        return self.checked is not None and self._checked_setup == self._setup

    def check(self) -> None:
        setup = self._setup
        self._stop_beside()

        def checked(ran: Ran) -> None:
            self._drop_rows(self.checked)
            self.checked, self._checked_setup, self.differs = ran, setup, False

        order = replace(self._order(), rows=self._rows_file())
        self._start(Step.CHECK, work.check, CHECKING, (order,), checked)

    def rows_spec(self, outcomes: tuple[RowOutcome, ...] = (), words: str = "") -> RowsSpec:
        """Rows of the run, or of the check before it."""
        ran = self.done or self.checked
        return RowsSpec(ran.rows if ran else "", outcomes, words)

    def rows(self, spec: RowsSpec, first: int, most: int, owner: QObject) -> Task[RowPage]:
        """Some rows of what a check or a run left."""
        return self._runner.work(work.rows, spec, first, most, owner=owner)

    # The run -----------------------------------------------------------------------------------------

    @property
    def offers_back_up(self) -> bool:
        current = self._workspace.current
        return current is not None and current.path is not None

    @property
    def backs_up(self) -> bool:
        """Whether a back-up is made before: as the person said, else for many rows in a file."""
        if not self.offers_back_up:
            return False
        if self.back_up is not None:
            return self.back_up
        return self.checked is not None and self.checked.result.counts.rows > MANY_ROWS

    @property
    def may_go_back(self) -> bool:
        return not self.writing and Step.FILE < self.step < Step.RESULT

    @property
    def may_check(self) -> bool:
        return self.step is Step.CHECK and self.doing is None

    @property
    def may_take_back(self) -> bool:
        return self.change_set is not None and not self.taken_back

    @property
    def refused(self) -> int:
        """How many rows of the check, or of the run, are not taken."""
        ran = self.done or self.checked
        counts = ran.result.counts if ran is not None else None
        return counts.error + counts.ask + counts.left_out if counts is not None else 0

    @property
    def to_write(self) -> int:
        counts = self.checked.result.counts if self.checked else None
        return counts.create + counts.update if counts else 0

    def run(self) -> None:
        """Writes what was checked, as one change set. Where the database has changed so that the counts would be
        others, nothing is written and `differs` says so; after a new check it can be run."""
        if not self.checked_now or self.doing is not None:
            return
        self.step, self.error, self.writing = Step.RESULT, None, True
        self.moved.emit()
        self.backing_up = self.backs_up
        if self.backing_up:
            task = self._workspace.back_up()
            self._follow(Step.RESULT, task, lambda _: self._write())
        else:
            self._write()

    def _write(self) -> None:
        assert self.checked is not None
        self.backing_up = False
        counts, stamp = self.checked.result.counts, self.checked.stamp
        order = replace(self._order(), rows=self._rows_file(), counts=counts, stamp=stamp)
        title = Message(IMPORTING.text, {"file": self.name})
        database = self._runner.database
        assert database is not None
        task: Task[Outcome[Ran]]
        if database.path is None:
            task = self._jobs.write(work.run, order, title=title, page=work.PAGE)
        else:
            task = self._jobs.write_in_subprocess(work.run_file, str(database.path), order, title=title, page=work.PAGE)
        self._follow(Step.RESULT, task, self._ran)

    def _ran(self, outcome: Outcome[Ran]) -> None:
        self.writing = False
        if outcome.value.differs:
            self.differs, self.step = True, Step.CHECK
            self._drop_rows(self.checked)
            self.checked = outcome.value
            self.moved.emit()
            return
        self._drop_rows(self.done)
        self.done = outcome.value
        self.change_set = outcome.change_set.id if outcome.change_set is not None else None
        self._past, self._future = [], []
        self.finished.emit(self.done.result)

    @property
    def result(self) -> ImportResult | None:
        return self.done.result if self.done else None

    def take_back(self) -> None:
        """Undoes the import: what was edited since stays and is named in `kept`."""
        if self.change_set is None or self.taken_back or self.doing is not None:
            return
        title = Message(TAKING_BACK.text, {"file": self.name})
        task = self._jobs.command(work.take_back, self.change_set, title=title, page=work.PAGE)
        self._follow(Step.RESULT, task, lambda outcome: self._taken_back(outcome.value))

    def _taken_back(self, undone: UndoneImport) -> None:
        self.taken_back, self.kept = True, undone.kept
        self.returned.emit(self.name)

    def record_of(self, row: RowResult) -> Id | None:
        """The customer of a row, if there is one now: what an import made goes when it is taken back, but for those
        that are kept."""
        if not self.taken_back or row.outcome in (RowOutcome.UPDATE, RowOutcome.UNCHANGED):
            return row.record
        return row.record if any(one.id == row.record for one in self.kept) else None

    def _look_back(self, touched: Touched | None = None) -> None:
        """Whether the import still stands; it may be undone from anywhere."""
        self._profiles_changed(touched)
        if self.change_set is not None:
            task = self._runner.query(work.is_undone, self.change_set, owner=self, key="undone")
            task.then(self._set_taken_back)

    def _set_taken_back(self, undone: bool) -> None:
        if undone != self.taken_back:
            self.taken_back = undone
            if not undone:
                self.kept = ()
            self.changed.emit()

    def save_refused(self, target: Path) -> Task[int]:
        """The rows that were not taken, as a workbook; answers how many."""
        ran = self.done or self.checked
        assert ran is not None
        assert self.look is not None
        source = (self.path, self.look.choice.sheet)
        return self._jobs.work(work.save_refused, ran.rows, self.look.headers, target, source, title=SAVING_ROWS)

    # Work --------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Gives the import up; what was written stays."""
        self.cancel()
        self._stop_beside()
        for ran in (self.checked, self.done):
            self._drop_rows(ran)
        if self.pasted and self.path is not None:
            self._runner.work(work.remove, self.path)
        self._forget()
        self.moved.emit()
        self.changed.emit()

    def _order(self) -> Order:
        return Order(str(self.path), self.choice, self._setup)

    def _rows_file(self) -> str:
        return str(work.rows_file(self._folder))

    def _drop_rows(self, ran: Ran | None) -> None:
        if ran is not None and ran.rows:
            self._runner.work(work.remove_rows, ran.rows)
