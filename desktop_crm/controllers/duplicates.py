"""The duplicates desk: scanning, comparing, merging, and saying that two are not one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.duplicates import Comparison, Group, Member, ScanInfo
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import CommandContext, Monitor, Outcome
    from desktop_crm.models.db.database import Database

SCANNING = Message(QT_TRANSLATE_NOOP("messages", "Looking for duplicates"))
# A change to one of these can settle a pair, or bring one back.
DESK_TABLES = ("customer", "distinct_pair")


class DuplicatesController(QObject):
    """`scanned()`: a scan has ended and its pairs are there. `busy()`: one has begun or ended, however it ended."""

    scanned = Signal()
    busy = Signal()

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs = jobs
        self.scanning: Task[ScanInfo] | None = None
        self._asked: tuple[Id, ...] = ()

    def scan(self) -> Task[ScanInfo]:
        """Looks through all customers, or goes on with the scan that is under way. A local file in a process of its
        own; a server's password stays in this one."""
        if self.scanning is not None and self.scanning.open:
            return self.scanning
        database = self._runner.database
        assert database is not None
        if database.path is None:
            self.scanning = self._jobs.work(_scan, database, title=SCANNING)
        else:
            self.scanning = self._jobs.run_in_subprocess(_scan_file, str(database.path), title=SCANNING)
        self.scanning.then(lambda _: self.scanned.emit()).always(self.busy.emit)
        self.busy.emit()
        return self.scanning

    def ask(self, ids: Sequence[Id]) -> None:
        """Says which customers the page is to compare when it comes to the front."""
        self._asked = tuple(ids)

    def take_asked(self) -> tuple[Id, ...]:
        """The customers of `ask`, once."""
        asked, self._asked = self._asked, ()
        return asked

    def last(self, owner: QObject) -> Task[ScanInfo | None]:
        """When the last scan was; None before the first."""
        return self._runner.query(_last, owner=owner, key="last")

    def groups(self, offset: int, limit: int, owner: QObject) -> Task[list[Group]]:
        """Groups of the last scan that are not settled, the surest first."""
        return self._runner.query(_groups, offset, limit, owner=owner, key=f"groups{offset}")

    def compare(self, ids: Sequence[Id], owner: QObject, *, keep_first: bool = False) -> Task[Comparison]:
        """Customers side by side, the one that stays first; fails with NotFoundError."""
        language = "zh_CN" if QLocale().language() == QLocale.Language.Chinese else "en"
        return self._runner.query(_compare, tuple(ids), keep_first, language, owner=owner, key="compare")

    def merged_into(self, customer_id: Id, owner: QObject) -> Task[Member | None]:
        """Where a customer of the recycle bin went by a merge; None if it was only deleted."""
        return self._runner.query(_merged_into, customer_id, owner=owner, key="merged_into")

    def merge(self, keep: Id, others: Sequence[Id], choices: Mapping[str, int]) -> Task[Outcome[Id]]:
        """Makes one of them, as one undo step; fails with UserError."""
        return self._runner.command(_merge, keep, tuple(others), dict(choices))

    def mark_distinct(self, ids: Sequence[Id]) -> Task[Outcome[int]]:
        """Remembers that they are not one; undone like any other change."""
        return self._runner.command(_mark_distinct, tuple(ids))


# In the worker.


def _scan_file(monitor: Monitor, target: str) -> ScanInfo:
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return _scan(monitor, database)
    finally:
        database.close()


def _scan(monitor: Monitor, database: Database) -> ScanInfo:
    from desktop_crm.models.commands.duplicate_scan import scan

    return scan(monitor, database)


def _last(session: Session) -> ScanInfo | None:
    from desktop_crm.models.queries.duplicates import last_scan

    return last_scan(session)


def _groups(session: Session, offset: int, limit: int) -> list[Group]:
    from desktop_crm.models.queries.duplicates import duplicate_groups

    return duplicate_groups(session, offset, limit)


def _compare(session: Session, ids: tuple[Id, ...], keep_first: bool, language: str) -> Comparison:
    from desktop_crm.models.queries.duplicates import compare_customers

    return compare_customers(session, ids, keep_first=keep_first, language=language)


def _merged_into(session: Session, customer_id: Id) -> Member | None:
    from desktop_crm.models.queries.duplicates import merged_into

    return merged_into(session, customer_id)


def _merge(ctx: CommandContext, keep: Id, others: tuple[Id, ...], choices: dict[str, int]) -> Id:
    from desktop_crm.models.commands.merge import merge_customers

    return merge_customers(ctx, keep, others, choices)


def _mark_distinct(ctx: CommandContext, ids: tuple[Id, ...]) -> int:
    from desktop_crm.models.commands.merge import mark_distinct

    return mark_distinct(ctx, ids)
