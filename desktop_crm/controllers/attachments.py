"""What a person can do with the files of customers. Reading, hashing and writing files happens in workers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.jobs import JobController
from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.settings import FILE_LIMIT, Settings
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.db.context import CommandContext, Monitor, Outcome
from desktop_crm.models.errors import CancelledError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.files import Attached, Attachment, PagePicture, Source
from desktop_crm.models.records.listed import Id
from desktop_crm.models.text.filenames import is_dangerous

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.database import Database

MANY = 5
"""From here on attaching is listed as a job."""
PATIENCE = 20.0
"""Seconds that drawing a page may take."""
MEGABYTE = 1_000_000

ATTACHING = QT_TRANSLATE_NOOP("messages", "Attaching {count} files")
NEVER_OPENED = QT_TRANSLATE_NOOP("messages", "{file} could run a program, so it is not opened from here.")
SAVE_INSTEAD = Message(QT_TRANSLATE_NOOP("messages", "If you trust it, save it to a folder and open it there."))
TOO_SLOW = Message(QT_TRANSLATE_NOOP("messages", "This page takes too long to draw."))
NOT_WRITTEN = QT_TRANSLATE_NOOP("messages", "{file} could not be written.")
OTHER_FOLDER = Message(QT_TRANSLATE_NOOP("messages", "Choose another folder, or free some space."))


class AttachmentsController(QObject):
    """Files of customers. Each change is one undo step."""

    def __init__(self, runner: Runner, jobs: JobController, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._jobs, self._settings = runner, jobs, settings

    def of(self, customer_id: Id, owner: QObject) -> Task[list[Attachment]]:
        """The files of a customer, newest first."""
        return self._runner.query(_of, customer_id, owner=owner, key="files")

    def attach(self, customer_id: Id, sources: Sequence[Source]) -> Task[Outcome[Attached]]:
        """Reads and attaches files. What cannot be taken is named in the answer."""
        database = self._runner.database
        assert database is not None
        limit = self._settings.get(FILE_LIMIT) * MEGABYTE
        given = tuple(sources)
        if len(given) < MANY:
            return self._runner.monitored(_attach, database, customer_id, given, limit)
        title = Message(ATTACHING, {"count": len(given)})
        return self._jobs.work(_attach, database, customer_id, given, limit, title=title)

    def rename(self, attachment_id: Id, name: str) -> Task[Outcome[str]]:
        return self._runner.command(_rename, attachment_id, name)

    def set_note(self, attachment_id: Id, note: str) -> Task[Outcome[None]]:
        return self._runner.command(_set_note, attachment_id, note)

    def delete(self, ids: Sequence[Id]) -> Task[Outcome[int]]:
        return self._runner.command(_delete, tuple(ids))

    def content(self, attachment_id: Id, owner: QObject) -> Task[tuple[str, bytes]]:
        """Name and content; only the latest request of an owner is answered."""
        return self._runner.query(_content, attachment_id, owner=owner, key="content")

    def save_copy(self, attachment_id: Id, path: Path, owner: QObject) -> Task[None]:
        """Writes the content to a file; fails with UserError where that cannot be."""
        database = self._runner.database
        assert database is not None
        return self._runner.monitored(_save_copy, database, attachment_id, path, owner=owner)

    def copy_to_open(self, attachment_id: Id, owner: QObject) -> Task[Path]:
        """A read-only copy in a private folder, for another program; fails with UserError for what could run."""
        database = self._runner.database
        assert database is not None
        return self._runner.monitored(_copy_to_open, database, attachment_id, owner=owner)

    def page(self, content: bytes, number: int, width: int, owner: QObject) -> Task[PagePicture]:
        """A page of a PDF file, drawn by a process of its own."""
        return self._runner.monitored(_page, content, number, width, owner=owner)


# In the worker.


def _of(session: Session, customer_id: Id) -> list[Attachment]:
    from desktop_crm.models.queries.files import attachments

    return attachments(session, customer_id)


def _attach(
    monitor: Monitor, database: Database, customer_id: Id, sources: tuple[Source, ...], limit: int
) -> Outcome[Attached]:
    from desktop_crm.models.commands.files import attach_files

    return attach_files(monitor, database, customer_id, sources, limit)


def _rename(ctx: CommandContext, attachment_id: Id, name: str) -> str:
    from desktop_crm.models.commands.files import rename_attachment

    return rename_attachment(ctx, attachment_id, name)


def _set_note(ctx: CommandContext, attachment_id: Id, note: str) -> None:
    from desktop_crm.models.commands.files import note_attachment

    note_attachment(ctx, attachment_id, note)


def _delete(ctx: CommandContext, ids: tuple[Id, ...]) -> int:
    from desktop_crm.models.commands.files import delete_attachments

    return delete_attachments(ctx, ids)


def _content(session: Session, attachment_id: Id) -> tuple[str, bytes]:
    from desktop_crm.models.queries.files import content_of

    return content_of(session, attachment_id)


def _read(database: Database, attachment_id: Id) -> tuple[str, bytes]:
    with database.read() as session:
        return _content(session, attachment_id)


def _save_copy(_: Monitor, database: Database, attachment_id: Id, path: Path) -> None:
    from desktop_crm.controllers.files import write_atomic
    from desktop_crm.models.commands.files import is_database

    name, content = _read(database, attachment_id)
    if is_database(database, path):
        raise UserError(Message(NOT_WRITTEN, {"file": path.name}), OTHER_FOLDER)
    try:
        write_atomic(path, content)
    except OSError as error:
        raise UserError(Message(NOT_WRITTEN, {"file": path.name or name}), OTHER_FOLDER) from error


def _copy_to_open(_: Monitor, database: Database, attachment_id: Id) -> Path:
    from desktop_crm.controllers.opened_copies import write_copy

    name, content = _read(database, attachment_id)
    if is_dangerous(name, content[:64]):
        raise UserError(Message(NEVER_OPENED, {"file": name}), SAVE_INSTEAD)
    try:
        return write_copy(name, content)
    except OSError as error:
        raise UserError(Message(NOT_WRITTEN, {"file": name}), OTHER_FOLDER) from error


def _page(monitor: Monitor, content: bytes, number: int, width: int) -> PagePicture:
    from desktop_crm.controllers.processes import JobCrashedError, run_in_process
    from desktop_crm.models.exchange.pdf_pages import BROKEN, draw_page

    end = time.monotonic() + PATIENCE

    class Watch(Monitor):
        def report(self, done: int, total: int, label: Message | None = None) -> None:
            if time.monotonic() > end:
                raise CancelledError(TOO_SLOW)
            monitor.report(done, total, label)

    try:
        return run_in_process(Watch(), draw_page, content, number, width, grace=0.5)
    except JobCrashedError as error:
        raise UserError(BROKEN) from error
    except CancelledError:
        monitor.report(0, 1)  # the person went on: then that is all
        raise UserError(TOO_SLOW) from None
