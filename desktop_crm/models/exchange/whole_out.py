"""Writes a whole database to one file."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.meta import Counter
from desktop_crm.models.db.schema import SCHEMA
from desktop_crm.models.entities.files import FileContent
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange import whole
from desktop_crm.models.exchange.writing import replacing, write_workbook
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.customer_parts import batches
from desktop_crm.models.records.tables import CellKind, OutColumn

WRITING = Message(QT_TRANSLATE_NOOP("messages", "Writing everything…"))
NO_ZIP = QT_TRANSLATE_NOOP("messages", "“{file}” does not end in .zip. Nothing was written.")
NAME_ZIP = Message(QT_TRANSLATE_NOOP("messages", "End the file's name in .zip."))
_BATCH = 2_000


def export_all(session: Session, path: Path, monitor: Monitor | None = None) -> dict[str, int]:
    """Writes every record, deleted ones too, to a zip; returns how many of each table.

    The file appears whole or not at all. Raises UserError, KnownDatabaseError (full disk), CancelledError."""
    if path.suffix.lower() != ".zip":
        raise UserError(Message(NO_ZIP, {"file": path.name}), NAME_ZIP)
    monitor = monitor or Monitor()
    tables = whole.carried_tables()
    counts = {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}
    with (
        replacing(path) as part,
        tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-", ignore_cleanup_errors=True) as folder,
        zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive,
    ):
        writer = _Writer(session, archive, Path(folder), monitor, sum(counts.values()))
        for table in tables:
            writer.table(table)
        files = writer.contents()
        archive.writestr(whole.ABOUT, json.dumps(_about(session, counts), indent=1))
    return {**counts, "file_content": files}


def _about(session: Session, counts: dict[str, int]) -> dict[str, Any]:
    actor = session.info.get("actor")
    counters = session.execute(select(Counter.name, Counter.value).order_by(Counter.name))
    return {
        "format": whole.FORMAT,
        "schema": SCHEMA,
        "user": actor.user_id.hex if actor else "",
        "counters": {name: value for name, value in counters},
        "rows": counts,
    }


class _Writer:
    def __init__(self, session: Session, archive: zipfile.ZipFile, folder: Path, monitor: Monitor, total: int) -> None:
        self._session = session
        self._archive = archive
        self._folder = folder
        self._monitor = monitor
        self._total = total
        self._done = 0

    def table(self, table: Table) -> None:
        """One workbook, or several where there are more rows than one should hold."""
        columns = [OutColumn(column.name, CellKind.LONG) for column in table.columns]
        rows = self._rows(table)
        number, first = 0, None
        while number == 0 or (first := next(rows, None)) is not None:
            number += 1
            begun: list[Sequence[Any]] = [] if first is None else [first]
            given = chain(begun, islice(rows, whole.PART_ROWS - len(begun)))
            name = whole.WORKBOOK.format(table=table.name, part=number)
            target = self._folder / name
            write_workbook(target, table.name, columns, given)
            self._archive.write(target, name)
            target.unlink()

    def _rows(self, table: Table) -> Iterator[Sequence[Any]]:
        columns = list(table.columns)
        order = list(table.primary_key.columns)
        for rows in batches(self._session, select(table).order_by(*order), _BATCH):
            for row in rows:
                yield [whole.to_cell(column, value) for column, value in zip(columns, row, strict=True)]
            self._done += len(rows)
            self._monitor.report(self._done, self._total, WRITING)

    def contents(self) -> int:
        """The contents of attached files, one at a time: each may be large."""
        keys = self._session.scalars(select(FileContent.sha256).order_by(FileContent.sha256)).all()
        for key in keys:
            content = self._session.scalars(select(FileContent.content).where(FileContent.sha256 == key)).one()
            self._archive.writestr(f"{whole.FILES}{key}", content, zipfile.ZIP_DEFLATED)
            self._monitor.report(self._done, self._total, WRITING)
        return len(keys)
