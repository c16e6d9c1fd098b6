"""The commands: each opens what it needs, calls the same code as the window, and answers."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm.cli import importing
from desktop_crm.cli.assign import assign
from desktop_crm.cli.duplicates import duplicates, merge
from desktop_crm.cli.exporting import export_all, export_customers, import_all, template
from desktop_crm.cli.fields import list_fields
from desktop_crm.cli.running import Answer, Run
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.standards import CHECKS

if TYPE_CHECKING:
    from desktop_crm.models.records.customers import Customer
    from desktop_crm.models.records.history import ChangeSet

SERVER_BACKUP = Message(
    QT_TRANSLATE_NOOP("messages", "A team database is backed up by the administrator of its server. Nothing was done.")
)
SERVER_BACKUP_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Ask for pg_dump, or export the customers to a file of your own.")
)
NO_CHANGE_SET = QT_TRANSLATE_NOOP("messages", "The history has no change “{text}”.")
HISTORY_LISTS = Message(QT_TRANSLATE_NOOP("messages", "The history lists the changes with their numbers."))
IN_WINDOW = Message(
    QT_TRANSLATE_NOOP("messages", "This database is open in a window of Desktop CRM. Nothing was restored.")
)
UNUSED_FILES = QT_TRANSLATE_NOOP(
    "messages", "{count} file contents that nothing can bring back any more ({size} bytes); --purge-files deletes them."
)
CLOSE_WINDOW = Message(QT_TRANSLATE_NOOP("messages", "Close that window, then try again."))


def plain(value: Any) -> Any:
    """A record as JSON holds it."""
    if isinstance(value, Message):
        return value.plain()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID | str) else value


def import_customers(work: Run) -> Answer:
    return importing.import_customers(work, plain)


def search(work: Run) -> Answer:
    from desktop_crm.models.queries.search import search_customers

    with work.database() as database, database.read() as session:
        hits = search_customers(session, work.given.text, limit=work.given.limit)
    lines: list[str | Message] = [f"{h.code}  {h.name}  ({h.field}: {h.value})" for h in hits]
    nothing = Message(QT_TRANSLATE_NOOP("messages", "Nothing found."))
    return Answer([plain(h) | {"rank": h.rank.name.lower()} for h in hits], lines or [nothing])


def show(work: Run) -> Answer:
    from desktop_crm.models.queries.customers import find_customer, get_customer

    with work.database() as database, database.read() as session:
        customer = get_customer(session, find_customer(session, work.given.customer))
    return Answer(plain(customer) | {"code": customer.code}, _customer_lines(work, customer))


def _customer_lines(work: Run, customer: Customer) -> list[str | Message]:
    from desktop_crm.models.exchange.customer_columns import CREATED, FIELDS, headers, rows_of

    names = headers(work.translate, work.language, customer.fields)
    known = (*FIELDS, CREATED, *(field.slot for field in customer.fields))
    lines: list[str | Message] = []
    for place, row in enumerate(rows_of(customer, work.translate, work.language)):
        for field, name, value in zip(known, names, row, strict=True):
            if value and not (place and field in ("number", "name", "kind")):
                lines.append(f"{name}: {value}")
    return lines


def history(work: Run) -> Answer:
    from desktop_crm.models.queries.customers import find_customer
    from desktop_crm.models.queries.history import change_sets

    with work.database() as database, database.read() as session:
        customer = find_customer(session, work.given.customer) if work.given.customer else None
        found = change_sets(session, customer_id=customer, limit=work.given.limit)
    return Answer([plain(one) for one in found], [_change_line(work, one) for one in found])


def _change_line(work: Run, one: ChangeSet) -> str:
    at = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
    mark = " " if not one.undone else "↶"
    return f"{one.seq:>6} {mark} {at}  {one.who}  {work.show(one.title)}  [{one.kind}, {one.rows}]"


def undo(work: Run) -> Answer:
    from desktop_crm.models.commands.undo import undo_change_set

    with work.database() as database:
        with database.read() as session:
            target = _change_set(session, work.given.change_set)
        outcome = database.execute_monitored(work.monitor, undo_change_set, target)
    done = Message(QT_TRANSLATE_NOOP("messages", "Undone: {title}"), {"title": outcome.value})
    change_set = plain(outcome.change_set.id) if outcome.change_set else None
    return Answer({"undone": plain(outcome.value), "change_set": change_set}, [done])


def _change_set(session: Any, text: str) -> uuid.UUID | None:
    """The change set that is meant: its number in the history, or its key; None where nothing was written."""
    from desktop_crm.models.queries.history import change_sets

    if not text:
        return None
    if text.isdecimal():
        found = change_sets(session, before=int(text) + 1, limit=1)
        if found and found[0].seq == int(text):
            return found[0].id
    else:
        try:
            return uuid.UUID(text)
        except ValueError:
            pass
    raise UserError(Message(NO_CHANGE_SET, {"text": text}), HISTORY_LISTS)


def check(work: Run) -> Answer:
    from desktop_crm.models.commands.files import purge_contents
    from desktop_crm.models.db.integrity import check_journal, check_pages, check_references
    from desktop_crm.models.queries.files import check_contents, unused_contents
    from desktop_crm.models.records.databases import CheckReport
    from desktop_crm.models.search.check import check_search

    with work.database() as database:
        if work.given.purge_files:
            database.execute_monitored(work.monitor, purge_contents)
        with database.read() as session:
            report = CheckReport(
                integrity=check_pages(session),
                foreign_keys=check_references(session),
                search=check_search(session, work.monitor),
                journal=check_journal(session),
                files=check_contents(session, work.monitor),
            )
            unused = unused_contents(session)
    data = plain(report) | {"ok": report.ok, "unused_files": plain(unused)}
    wrong: list[str | Message] = [
        *(*report.integrity, *report.foreign_keys, *report.search, *report.journal, *report.files)
    ]
    fine = Message(QT_TRANSLATE_NOOP("messages", "All is well: pages, references, search index, journal and files."))
    lines = wrong or [fine]
    if unused.count:
        words: dict[str, str | int | Message] = {"count": unused.count, "size": unused.size}
        lines.append(Message(UNUSED_FILES, words))
    return Answer(data, lines, ok=report.ok)


def health(work: Run) -> Answer:
    from desktop_crm.models.commands.standards import look_at_health
    from desktop_crm.models.queries.catalogue import field_catalogue

    with work.database() as database:
        seen = look_at_health(database)
        with database.read() as session:
            fields = field_catalogue(session)
    rules = [
        plain(one.rule) | {"customers": one.total, "broken": one.broken, "field_removed": one.unclear}
        for one in seen.rules
    ]
    summary = QT_TRANSLATE_NOOP(
        "messages", "{customers} customers, {percent} % complete on average, {clean} keep all rules."
    )
    lines: list[str | Message] = [
        Message(summary, {"customers": seen.customers, "percent": seen.completeness, "clean": seen.clean})
    ]
    for one in seen.rules:
        shown = fields[one.rule.field].label if one.rule.field in fields else Message(one.rule.field)
        words: dict[str, str | int | Message] = {"field": shown, "rule": CHECKS[one.rule.check], "count": one.broken}
        lines.append(Message(QT_TRANSLATE_NOOP("messages", "{count}  {field} {rule}"), words))
    if not seen.rules:
        lines.append(Message(QT_TRANSLATE_NOOP("messages", "There are no rules yet.")))
    data = {name: getattr(seen, name) for name in ("customers", "completeness", "clean")}
    return Answer(data | {"rules": rules, "owners": plain(seen.owners), "sources": plain(seen.sources)}, lines)


def _local_file(work: Run) -> Path:
    from desktop_crm.models.db.engine import sqlite_path, url_of

    path = sqlite_path(url_of(work.target))
    if path is None:
        raise UserError(SERVER_BACKUP, SERVER_BACKUP_ADVICE)
    return path


def backup(work: Run) -> Answer:
    from desktop_crm.models.db.backup import back_up, inspect

    made = back_up(_local_file(work), Path(work.given.file).absolute(), work.monitor)
    info = inspect(made)
    words: dict[str, str | int | Message] = {"file": str(made), "customers": info.customers}
    done = Message(QT_TRANSLATE_NOOP("messages", "Backed up to {file}: {customers} customers."), words)
    return Answer(plain(info), [done])


def restore(work: Run) -> Answer:
    from desktop_crm.controllers.instance import InstanceGuard
    from desktop_crm.models.db.backup import inspect
    from desktop_crm.models.db.backup import restore as put_back

    path = _local_file(work)
    guard = InstanceGuard(work.places.cache, path.resolve())
    if not guard.acquire():
        raise UserError(IN_WINDOW, CLOSE_WINDOW)
    try:
        source = Path(work.given.file).absolute()
        info = inspect(source)
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = put_back(source, path, work.monitor)
    finally:
        guard.release()
    words: dict[str, str | int | Message] = {"customers": info.customers, "aside": str(aside)}
    lines: list[str | Message] = [Message(QT_TRANSLATE_NOOP("messages", "Restored: {customers} customers."), words)]
    if aside is not None:
        lines.append(Message(QT_TRANSLATE_NOOP("messages", "The former file is kept as {aside}."), words))
    return Answer(plain(info) | {"kept": str(aside) if aside else None}, lines)


def sample(work: Run) -> Answer:
    from desktop_crm.models.db.engine import sqlite_path, url_of
    from desktop_crm.models.sample.bulk import make_file
    from desktop_crm.models.sample.write import write_sample

    count, seed = work.given.customers, work.given.seed
    path = sqlite_path(url_of(work.target))
    if path is not None and not path.exists():
        make_file(work.monitor, path, count, seed, work.language)
    else:
        with work.database(create=True) as database:
            database.execute_monitored(work.monitor, write_sample, count, seed, work.language)
    done = Message(QT_TRANSLATE_NOOP("messages", "{count} sample customers made."), {"count": count})
    return Answer({"customers": count, "seed": seed, "language": work.language}, [done])


COMMANDS: dict[str, Callable[[Run], Answer]] = {
    "import": import_customers,
    "export": export_customers,
    "template": template,
    "export-all": export_all,
    "import-all": import_all,
    "search": search,
    "show": show,
    "history": history,
    "undo": undo,
    "check": check,
    "health": health,
    "backup": backup,
    "restore": restore,
    "sample": sample,
    "fields": list_fields,
    "duplicates": duplicates,
    "merge": merge,
    "assign": assign,
}
