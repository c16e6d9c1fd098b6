"""Saved choices of imports: keeping, renaming, sharing and deleting them. Each is one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop_crm.controllers import importing_work as work
from desktop_crm.controllers.importing_choices import ImportChoices
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.db.context import Outcome, Touched
from desktop_crm.models.records.import_setup import ImportProfile
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.sources import SourceChoice

TABLE = "import_profile"


class ImportProfiles(ImportChoices):
    """`profile` is the one in use. `source` is how the file is read, as far as a person said so: a profile keeps that,
    and leaves to itself what is found out anyhow."""

    def _no_profile(self) -> None:
        self.profile: ImportProfile | None = None
        self.source = SourceChoice()

    @property
    def may_change_profile(self) -> bool:
        return self.profile is not None and self.profile.mine

    def save_profile(self, name: str) -> Task[Outcome[Id]]:
        """Keeps the choices for files with the same columns."""
        assert self.look is not None
        setup = replace(self._setup.profile(), source=self.source)
        task = self._runner.command(work.save_profile, name, self.look.headers, setup)
        return task.then(lambda outcome: self._read_profiles(outcome.value))

    def rename_profile(self, name: str) -> Task[Outcome[None]]:
        """Another name for the profile in use."""
        return self._then_read(self._runner.command(work.rename_profile, self._in_use().id, name))

    def share_profile(self) -> Task[Outcome[None]]:
        """Shows the profile in use to everybody, or to its owner alone again."""
        one = self._in_use()
        return self._then_read(self._runner.command(work.share_profile, one.id, not one.shared))

    def delete_profile(self) -> Task[Outcome[None]]:
        """The choices that it brought stay for this import."""
        return self._then_read(self._runner.command(work.delete_profile, self._in_use().id))

    def _in_use(self) -> ImportProfile:
        assert self.profile is not None
        return self.profile

    def _then_read(self, task: Task[Any]) -> Task[Any]:
        return task.then(lambda _: self._read_profiles())

    def _profiles_changed(self, touched: Touched | None) -> None:
        """They may be changed from elsewhere, and by an undo."""
        if self.look is not None and touched is not None and touched.hits(TABLE):
            self._read_profiles()

    def _read_profiles(self, used: Id | None = None) -> None:
        """Reads them anew; the one `used` (None: the present one) is in use then, if it is there."""

        def shown(found: tuple[ImportProfile, ...]) -> None:
            key = used or (self.profile.id if self.profile is not None else None)
            self.basis = replace(self.basis, profiles=found)
            self.profile = next((one for one in found if one.id == key), None)
            self.changed.emit()

        self._runner.query(work.profiles, owner=self, key="" if used else "profiles").then(shown)
