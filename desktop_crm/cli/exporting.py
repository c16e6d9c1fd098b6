"""The commands that write files: customers, templates, everything; and the one that takes everything in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_crm.cli.running import Answer, Run
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from desktop_crm.models.records.tables import Out, OutColumn

WRITTEN = QT_TRANSLATE_NOOP("messages", "{count} customers written to {file}.")
TEMPLATE = QT_TRANSLATE_NOOP("messages", "A template with {count} columns is in {file}.")
ALL_WRITTEN = QT_TRANSLATE_NOOP("messages", "{count} rows of {tables} kinds, {files} file contents written to {file}.")
ALL_READ = QT_TRANSLATE_NOOP("messages", "{count} rows of {tables} kinds, {files} file contents taken from {file}.")


def export_customers(work: Run) -> Answer:
    from desktop_crm.models.exchange.asked import columns_asked, list_asked
    from desktop_crm.models.exchange.customer_export import export_customers as write
    from desktop_crm.models.records.exports import ExportRequest

    given, path = work.given, Path(work.given.file)
    with work.database() as database, database.read() as session:
        request = ExportRequest(
            list_asked(session, given.filter, work.translate),
            columns=columns_asked(session, given.columns, work.translate, work.language),
            encoding=given.encoding,
            vcard=given.vcard,
        )
        count = write(
            session,
            path,
            request,
            draw=_draw if path.suffix.lower() == ".pdf" else None,
            translate=work.translate,
            language=work.language,
            monitor=work.monitor,
        )
    words: dict[str, str | int | Message] = {"count": count, "file": str(path)}
    return Answer({"file": str(path), "customers": count}, [Message(WRITTEN, words)])


def _draw(path: Path, title: str, columns: Sequence[OutColumn], rows: Iterable[Sequence[Out]]) -> None:
    from desktop_crm.ui.pages.printing.list_paper import write_list

    write_list(path, title, columns, rows)


def template(work: Run) -> Answer:
    from desktop_crm.models.exchange.templates import write_template

    path = Path(work.given.file)
    with work.database() as database, database.read() as session:
        count = write_template(session, path, translate=work.translate, language=work.language)
    words: dict[str, str | int | Message] = {"count": count, "file": str(path)}
    return Answer({"file": str(path), "columns": count}, [Message(TEMPLATE, words)])


def export_all(work: Run) -> Answer:
    from desktop_crm.models.exchange.whole_out import export_all as write

    path = Path(work.given.file)
    with work.database() as database, database.read() as session:
        counts = write(session, path, work.monitor)
    return _answer(path, counts, ALL_WRITTEN)


def import_all(work: Run) -> Answer:
    from desktop_crm.models.exchange.whole_in import import_all as read

    path = Path(work.given.file)
    with work.database(create=True) as database:
        counts = database.execute_monitored(work.monitor, read, path).value
    return _answer(path, counts, ALL_READ)


def _answer(path: Path, counts: dict[str, int], template: str) -> Answer:
    rows = {name: count for name, count in counts.items() if name != "file_content"}
    words: dict[str, str | int | Message] = {
        "count": sum(rows.values()),
        "tables": sum(count > 0 for count in rows.values()),
        "files": counts["file_content"],
        "file": str(path),
    }
    return Answer({"file": str(path), "rows": counts}, [Message(template, words)])
