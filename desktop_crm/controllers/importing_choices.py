"""What a person chooses for an import, and the undo of what they mend in the grid of the check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from desktop_crm.controllers.importing_state import Basis, Mended
from desktop_crm.controllers.importing_tasks import ImportWork
from desktop_crm.models.records.import_setup import (
    CellFix,
    ColumnChoice,
    Decision,
    ImportSetup,
    RowDecision,
    ValueAction,
    ValueChoice,
)
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.sources import SourceLook


class ImportChoices(ImportWork):
    """`setup` holds all choices; `changed` comes with each. `differs`: a run met other counts than its check; `place`:
    the column that a person looks at. `distinct` counts the different values of columns whose options were looked
    for."""

    def _choose_nothing(self) -> None:
        self.look: SourceLook | None = None
        self.basis = Basis()
        self.guesses: Mapping[int, str] = {}
        self.distinct: dict[int, int] = {}
        self.differs = False
        self.place = 0
        self._setup = ImportSetup()
        self._past: list[Mended] = []
        self._future: list[Mended] = []

    @property
    def setup(self) -> ImportSetup:
        return self._setup

    def set_setup(self, setup: ImportSetup) -> None:
        if setup != self._setup:
            self._setup = setup
            self.differs = False
            self.changed.emit()

    def update(self, **changes: Any) -> None:
        """Changes some of the choices."""
        self.set_setup(replace(self._setup, **changes))

    def column(self, place: int) -> ColumnChoice:
        found = next((one for one in self._setup.columns if one.place == place), None)
        headers = self.look.headers if self.look else ()
        return found or ColumnChoice(place, headers[place] if place < len(headers) else "")

    def set_column(self, column: ColumnChoice) -> None:
        rest = [one for one in self._setup.columns if one.place != column.place]
        self.update(columns=tuple(sorted((*rest, column), key=lambda one: one.place)))

    def set_values(self, choices: Iterable[ValueChoice]) -> None:
        """What becomes of some values; said again, the later counts."""
        self._remember()
        kept = {(one.field, one.text): one for one in self._setup.values}
        self.update(values=tuple((kept | {(one.field, one.text): one for one in choices}).values()))

    def set_value(self, choice: ValueChoice) -> None:
        self.set_values([choice])

    def guess(self, place: int) -> str:
        """The type of a custom field that a column would make."""
        return self.guesses.get(place, "text")

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields of which one must be filled, if none is."""
        used = {one.field for one in self._setup.columns} | {one.also for one in self._setup.columns}
        used |= {one.field for one in self._setup.fixed}
        required = self.basis.kind.required
        return () if not required or used & set(required) else required

    # Mending --------------------------------------------------------------------------------------

    def fix(self, row: int, place: int, text: str) -> None:
        """What is to stand in a cell instead."""
        self._remember()
        rest = tuple(one for one in self._setup.fixes if (one.row, one.place) != (row, place))
        self.update(fixes=(*rest, CellFix(row, place, text)))

    def fixed(self, row: int, place: int) -> str | None:
        return next((one.text for one in self._setup.fixes if (one.row, one.place) == (row, place)), None)

    def replace_all(self, field: str, old: str, new: str) -> None:
        """In every row in which a field says `old`, it says `new`; empty: nothing."""
        action = ValueAction.TAKE if new else ValueAction.LEAVE_OUT
        self.set_value(ValueChoice(field, old, action, new))

    def decide(self, row: int, decision: Decision, record: Id | None = None) -> None:
        self._remember()
        rest = tuple(one for one in self._setup.decisions if one.row != row)
        self.update(decisions=(*rest, RowDecision(row, decision, record)))

    def decision(self, row: int) -> RowDecision | None:
        return next((one for one in self._setup.decisions if one.row == row), None)

    @property
    def can_undo(self) -> bool:
        return bool(self._past) and not self.writing

    @property
    def can_redo(self) -> bool:
        return bool(self._future) and not self.writing

    def undo(self) -> None:
        if self.can_undo:
            self._future.append(Mended.of(self._setup))
            self._mend(self._past.pop())

    def redo(self) -> None:
        if self.can_redo:
            self._past.append(Mended.of(self._setup))
            self._mend(self._future.pop())

    def _remember(self) -> None:
        self._past.append(Mended.of(self._setup))
        self._future.clear()

    def _mend(self, mended: Mended) -> None:
        self.update(fixes=mended.fixes, decisions=mended.decisions, values=mended.values)
