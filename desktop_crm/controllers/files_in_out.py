"""Files out, and whole databases in, beside the window. How tables come in is the import wizard's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import CONTEXT, QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from desktop_crm.models.db.context import CommandContext, Monitor, Outcome
    from desktop_crm.models.db.database import Database
    from desktop_crm.models.exchange.customer_export import Draw
    from desktop_crm.models.records.exports import ExportRequest

TAKING_IN = Message(QT_TRANSLATE_NOOP("messages", "Importing everything from {file}"))
EXPORTING = Message(QT_TRANSLATE_NOOP("messages", "Exporting to {file}"))


class FilesInOut(QObject):
    """Exports of the open database."""

    def __init__(self, runner: Runner, jobs: JobController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs = jobs

    def export(self, path: Path, request: ExportRequest, language: str, draw: Draw | None = None) -> Task[int]:
        """Writes customers to .xlsx, .csv or .vcf, and by `draw` to .pdf; answers how many. From a local file in a
        process of its own, for the writer lets nobody else run for long; a server's password stays in this one, and
        pages are drawn here, where the fonts are."""
        database = self._runner.database
        assert database is not None
        title = Message(EXPORTING.text, {"file": path.name})
        if database.path is None or path.suffix.lower() == ".pdf":
            return self._jobs.work(_export, database, path, request, (language, draw), title=title)
        return self._jobs.run_in_subprocess(_export_file, str(database.path), path, request, language, title=title)

    def template(self, path: Path, language: str) -> Task[int]:
        """Writes an empty workbook to fill in; answers how many columns it has."""
        database = self._runner.database
        assert database is not None
        title = Message(EXPORTING.text, {"file": path.name})
        return self._jobs.work(_template, database, path, language, title=title)

    def export_all(self, path: Path) -> Task[dict[str, int]]:
        """Writes the whole database to a .zip; answers how many rows of each kind."""
        database = self._runner.database
        assert database is not None
        title = Message(EXPORTING.text, {"file": path.name})
        if database.path is None:
            return self._jobs.work(_export_all, database, path, title=title)
        return self._jobs.run_in_subprocess(_export_all_of, str(database.path), path, title=title)

    def import_all(self, path: Path, target: Path) -> Task[dict[str, int]]:
        """Makes the file `target` of an exported database; whatever goes wrong, there is no such file then."""
        title = Message(TAKING_IN.text, {"file": path.name})
        task = self._jobs.run_in_subprocess(_import_file, path, target, title=title)
        return task.always(lambda: self._runner.work(_remove_parts, target))

    def import_all_here(self, path: Path) -> Task[Outcome[dict[str, int]]]:
        """Brings an exported database into the one that is open, which must be empty."""
        return self._jobs.command(_import_all, path, title=Message(TAKING_IN.text, {"file": path.name}))


# In the worker.


def _export_file(monitor: Monitor, target: str, path: Path, request: ExportRequest, language: str) -> int:
    from desktop_crm.controllers.i18n import Translator, language_of
    from desktop_crm.models.opening import open_database

    # The catalogues of this process; it has none yet.
    app = QCoreApplication.instance() or QCoreApplication([])
    Translator(parent=app).use(language_of(language))
    database = open_database(target)
    try:
        return _export(monitor, database, path, request, (language, None))
    finally:
        database.close()


def _export(
    monitor: Monitor, database: Database, path: Path, request: ExportRequest, how: tuple[str, Draw | None]
) -> int:
    from desktop_crm.models.exchange.customer_export import export_customers

    language, draw = how
    with database.read() as session:
        return export_customers(
            session, path, request, draw=draw, translate=_translate, language=language, monitor=monitor
        )


def _template(_: Monitor, database: Database, path: Path, language: str) -> int:
    from desktop_crm.models.exchange.templates import write_template

    with database.read() as session:
        return write_template(session, path, translate=_translate, language=language)


def _translate(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def _export_all(monitor: Monitor, database: Database, path: Path) -> dict[str, int]:
    from desktop_crm.models.exchange.whole_out import export_all

    with database.read() as session:
        return export_all(session, path, monitor)


def _export_all_of(monitor: Monitor, source: str, path: Path) -> dict[str, int]:
    from desktop_crm.models.opening import open_database

    database = open_database(source)
    try:
        return _export_all(monitor, database, path)
    finally:
        database.close()


def _import_all(ctx: CommandContext, path: Path) -> dict[str, int]:
    from desktop_crm.models.exchange.whole_in import import_all

    return import_all(ctx, path)


def _part_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")


def _import_file(monitor: Monitor, path: Path, target: Path) -> dict[str, int]:
    """Into a file of another name, which gets its own when all is in it."""
    from desktop_crm.models.opening import open_database

    _remove_parts(target)
    part = _part_of(target)
    database = open_database(part, create=True)
    try:
        counts: dict[str, int] = database.execute_monitored(monitor, _import_all, path).value
    finally:
        database.close()
    part.replace(target)
    return counts


def _remove_parts(target: Path) -> None:
    part = _part_of(target)
    for one in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm", "-journal"))):
        one.unlink(missing_ok=True)
