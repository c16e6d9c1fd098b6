"""Tables in and out: the dry run and the import in a process of their own, the export beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import CONTEXT, QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.listed import CustomerFilter

if TYPE_CHECKING:
    from desktop_crm.models.db.context import CommandContext, Monitor, Outcome
    from desktop_crm.models.db.database import Database
    from desktop_crm.models.records.imports import ImportResult

LOOKING = Message(QT_TRANSLATE_NOOP("messages", "Reading {file}"))
IMPORTING = Message(QT_TRANSLATE_NOOP("messages", "Importing {file}"))
EXPORTING = Message(QT_TRANSLATE_NOOP("messages", "Exporting to {file}"))


class FilesInOut(QObject):
    """Imports and exports of the open database."""

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs = jobs

    def look(self, path: Path, owner: QObject) -> Task[ImportResult]:
        """What an import would do: all of it but the commit. Nothing is written."""
        database = self._runner.database
        assert database is not None
        title = Message(LOOKING.text, {"file": path.name})
        if database.path is None:
            # A server's password stays in this process.
            return self._jobs.work(_look, database, path, title=title, owner=owner)
        return self._jobs.run_in_subprocess(_look_at_file, str(database.path), str(path), title=title, owner=owner)

    def run(self, path: Path) -> Task[Outcome[ImportResult]]:
        """Imports, as one change set. A local file in a process of its own: reading and comparing rows would take
        the interpreter from the window."""
        database = self._runner.database
        assert database is not None
        title = Message(IMPORTING.text, {"file": path.name})
        if database.path is None:
            return self._jobs.command(_import, path, title=title)
        return self._jobs.write_in_subprocess(_import_file, str(database.path), str(path), title=title)

    def export(self, path: Path, wanted: CustomerFilter | None, language: str) -> Task[int]:
        """Writes the customers of a filter (None: all) to .xlsx or .csv; answers how many."""
        database = self._runner.database
        assert database is not None
        title = Message(EXPORTING.text, {"file": path.name})
        return self._jobs.work(_export, database, path, wanted, language, title=title)


# In the worker.


def _look_at_file(monitor: Monitor, target: str, path: str) -> ImportResult:
    from desktop_crm.models.exchange.customer_import import import_file

    return import_file(monitor, target, path, True)


def _import_file(monitor: Monitor, target: str, path: str) -> Outcome[ImportResult]:
    from desktop_crm.models.exchange.customer_import import run_import
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return run_import(database, Path(path), monitor=monitor)
    finally:
        database.close()


def _look(monitor: Monitor, database: Database, path: Path) -> ImportResult:
    from desktop_crm.models.exchange.customer_import import run_import

    return run_import(database, path, dry_run=True, monitor=monitor).value


def _import(ctx: CommandContext, path: Path) -> ImportResult:
    from desktop_crm.models.exchange.customer_import import import_customers

    return import_customers(ctx, path)


def _export(monitor: Monitor, database: Database, path: Path, wanted: CustomerFilter | None, language: str) -> int:
    from desktop_crm.models.exchange.customer_export import export_customers

    with database.read() as session:
        return export_customers(session, path, wanted=wanted, translate=_translate, language=language, monitor=monitor)


def _translate(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)
