"""Reads a whole database out of one file into an empty one."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import uuid
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, func, insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.commands.counters import keep_above
from desktop_crm.models.commands.custom_fields import sync_slots
from desktop_crm.models.db.base import journaled_tables
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.meta import Meta
from desktop_crm.models.db.schema import SCHEMA
from desktop_crm.models.entities.files import FileContent
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange import whole
from desktop_crm.models.exchange.guard import look_over
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

READING = Message(QT_TRANSLATE_NOOP("messages", "Reading everything…"))
TITLE = QT_TRANSLATE_NOOP("messages", "Import of everything from {file}")
NOT_EMPTY = Message(QT_TRANSLATE_NOOP("messages", "This database has records already. Nothing was imported."))
MAKE_NEW = Message(
    QT_TRANSLATE_NOOP("messages", "Import into a new database; it becomes the same as the exported one.")
)
NO_EXPORT = QT_TRANSLATE_NOOP("messages", "“{file}” is no export of a whole database. Nothing was imported.")
NEWER = QT_TRANSLATE_NOOP("messages", "“{file}” was exported by a newer version of Desktop CRM. Nothing was imported.")
UPDATE = Message(QT_TRANSLATE_NOOP("messages", "Install the newest version, then try again."))
DAMAGED = QT_TRANSLATE_NOOP("messages", "“{file}” is damaged: {part} cannot be read. Nothing was imported.")
ANOTHER = Message(QT_TRANSLATE_NOOP("messages", "Choose a file that “Export everything” made, or export once more."))
_BATCH = 1_000
_MAX_ABOUT = 1 << 20
_MAX_CONTENT = 1 << 30


def import_all(ctx: CommandContext, path: Path) -> dict[str, int]:
    """Brings everything in, as one change set; returns how many rows of each table.

    Raises UserError where the database is not empty or the file is no such export; then nothing is written."""
    _require_empty(ctx.session, ctx.actor.user_id)
    try:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory(prefix="desktop-crm-") as folder:
            return _Reader(ctx, path, archive, Path(folder)).run()
    except (zipfile.BadZipFile, FileNotFoundError) as error:
        raise UserError(Message(NO_EXPORT, {"file": path.name}), ANOTHER) from error


def _require_empty(session: Session, own: uuid.UUID) -> None:
    for table in journaled_tables():
        wanted = select(func.count()).select_from(table)
        if table.name == UserRow.__tablename__:
            wanted = wanted.where(table.c.id != own)
        if session.scalar(wanted):
            raise UserError(NOT_EMPTY, MAKE_NEW)


class _Reader:
    def __init__(self, ctx: CommandContext, path: Path, archive: zipfile.ZipFile, folder: Path) -> None:
        self._ctx = ctx
        self._path = path
        self._archive = archive
        self._folder = folder
        self._names = set(archive.namelist())
        self._about = self._read_about()
        self._total = sum(int(count) for count in self._about["rows"].values())
        self._done = 0

    def run(self) -> dict[str, int]:
        session = self._ctx.session
        counts = {table.name: self._table(table) for table in whole.carried_tables()}
        counts[FileContent.__tablename__] = self._contents()
        self._settle_user()
        for name, value in self._about["counters"].items():
            keep_above(session, str(name), int(value))
        sync_slots(session)
        self._ctx.title = Message(TITLE, {"file": self._path.name})
        return counts

    def _read_about(self) -> dict[str, Any]:
        try:
            info = self._archive.getinfo(whole.ABOUT)
            about = json.loads(self._archive.read(info)) if info.file_size <= _MAX_ABOUT else {}
            known = about["format"] == whole.FORMAT and {"rows", "counters", "user"} <= about.keys()
            schema = int(about["schema"])
        except (KeyError, ValueError, TypeError):
            known, schema = False, 0
        if not known:
            raise UserError(Message(NO_EXPORT, {"file": self._path.name}), ANOTHER)
        if schema > SCHEMA:
            raise UserError(Message(NEWER, {"file": self._path.name}), UPDATE)
        return dict(about)

    def _table(self, table: Table) -> int:
        count, part = 0, 1
        while (name := whole.WORKBOOK.format(table=table.name, part=part)) in self._names:
            rows = self._rows(table, name)
            while batch := list(islice(rows, _BATCH)):
                self._ctx.session.connection().execute(insert(table), batch)
                count += len(batch)
                self._done += len(batch)
                self._ctx.monitor.report(self._done, self._total, READING)
            part += 1
        if count != int(self._about["rows"].get(table.name, 0)):
            raise self._damaged(whole.WORKBOOK.format(table=table.name, part=part))
        return count

    def _rows(self, table: Table, name: str) -> Iterator[dict[str, Any]]:
        from python_calamine import CalamineError, CalamineWorkbook

        target = self._folder / "table.xlsx"
        with self._archive.open(name) as source, target.open("wb") as copy:
            shutil.copyfileobj(source, copy)
        look_over(target)
        try:
            rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).iter_rows()
            columns = [table.columns[str(head)] for head in next(rows, [])]
            for row in rows:
                if any(cell != "" for cell in row):
                    yield {c.key: whole.from_cell(c, cell) for c, cell in zip(columns, row, strict=True)}
        except (CalamineError, KeyError, ValueError, TypeError) as error:
            raise self._damaged(name) from error

    def _contents(self) -> int:
        """The contents of attached files; each must be what its name says."""
        count = 0
        for name in sorted(self._names):
            key = name.removeprefix(whole.FILES)
            if not name.startswith(whole.FILES) or not key:
                continue
            if self._archive.getinfo(name).file_size > _MAX_CONTENT:
                raise self._damaged(name)
            content = self._archive.read(name)
            if hashlib.sha256(content).hexdigest() != key:
                raise self._damaged(name)
            values = {"sha256": key, "size": len(content), "content": content}
            self._ctx.session.connection().execute(insert(FileContent), values)
            count += 1
        return count

    def _settle_user(self) -> None:
        """Whoever works here is a user of the export from now on, if that knows them."""
        session, own = self._ctx.session, self._ctx.actor.user_id
        login = session.scalar(select(UserRow.login).where(UserRow.id == own))
        same = select(UserRow.id).where(UserRow.id != own)
        if session.get_bind().dialect.name == "sqlite" and self._about["user"]:
            key = session.scalar(same.where(UserRow.id == uuid.UUID(hex=self._about["user"])))
        else:
            key = session.scalars(same.where(UserRow.login == login, UserRow.login != "")).first()
        if key is None:
            return
        session.execute(delete(UserRow.__table__).where(UserRow.__table__.c.id == own))  # type: ignore[arg-type]
        session.execute(update(Meta).where(Meta.key == "local_user").values(value=key.hex))

    def _damaged(self, part: str) -> UserError:
        return UserError(Message(DAMAGED, {"file": self._path.name, "part": part}), ANOTHER)
