"""Brings customers in from a file: read → understand → match → compare, which writes nothing; then apply.

The dry run is the import itself, rolled back at the end. Rows that tell of one customer are put together in their
order, so a later row corrects an earlier one. Rows with a mistake are left out and named; the others are written in
one transaction as one change set."""

from __future__ import annotations

import gc
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desktop_crm.models.commands.customer_updates import update_customers
from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.people import add_team, find_or_add_users
from desktop_crm.models.commands.standards import with_replaced
from desktop_crm.models.db.context import CommandContext, Monitor, Outcome, Touched
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.exchange.cells import Row
from desktop_crm.models.exchange.custom_columns import by_header, link
from desktop_crm.models.exchange.customer_cells import ONLY_NUMBER, RowEdit, RowReader
from desktop_crm.models.exchange.customer_match import Entry, Found, KnownCustomers
from desktop_crm.models.exchange.customer_merge import NOBODY, merged
from desktop_crm.models.exchange.reading import Table, open_table
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.queries.standards import blocking_standards, replacements
from desktop_crm.models.records.custom_fields import custom_values
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.imports import ColumnUse, ImportResult, RowProblem
from desktop_crm.models.text.names import tidy
from desktop_crm.models.validation.custom_values import defaults
from desktop_crm.models.validation.customers import normalise, validate

BATCH = 1_000
READING = Message(QT_TRANSLATE_NOOP("messages", "Reading and comparing rows…"))
WRITING = Message(QT_TRANSLATE_NOOP("messages", "Writing customers…"))
TITLE = QT_TRANSLATE_NOOP("messages", "Import {file}: {created} new, {changed} changed")
SEVERAL = QT_TRANSLATE_NOOP(
    "messages", "Several customers are called “{name}”. Add the customer number to say which one is meant."
)
NAMESAKE = QT_TRANSLATE_NOOP(
    "messages", "“{other}” has the same phone, e-mail or number but another name; this is taken as another customer."
)
OF_FIELD = QT_TRANSLATE_NOOP("messages", "{field}: {reason}")

People = dict[str, uuid.UUID]


@dataclass(slots=True)
class ImportPlan:
    """What an import will do, before it does it. `owners` and `teams` are names that no user or team has yet, with
    the keys that stand for them in the drafts until they are made."""

    file: str
    sheet: str
    columns: tuple[ColumnUse, ...]
    rows: int
    create: list[Entry]
    change: list[Entry]
    unchanged: int
    problems: list[RowProblem]
    notes: list[RowProblem]
    owners: People
    teams: People

    def result(self, *, dry_run: bool) -> ImportResult:
        return ImportResult(
            file=self.file,
            sheet=self.sheet,
            columns=self.columns,
            rows=self.rows,
            created=len(self.create),
            changed=len(self.change),
            unchanged=self.unchanged,
            problems=tuple(self.problems),
            notes=tuple(self.notes),
            new_owners=tuple(sorted(self.owners)),
            dry_run=dry_run,
        )


class DryRun(Exception):
    """Carries the result out of a command that must leave nothing behind."""

    def __init__(self, result: ImportResult) -> None:
        super().__init__("dry run")
        self.result = result


def import_file(monitor: Monitor, target: str, path: str, dry_run: bool = False) -> ImportResult:
    """Imports a customer file into the database at `target` (a path or URL); fit to be run in a child process.

    Raises UserError for a file that cannot be read, KnownDatabaseError, CancelledError; then nothing was written."""
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return run_import(database, Path(path), dry_run=dry_run, monitor=monitor).value
    finally:
        database.close()


def run_import(
    database: Database, path: Path, *, dry_run: bool = False, monitor: Monitor | None = None
) -> Outcome[ImportResult]:
    """Imports a customer file, or with `dry_run` does all of it but the commit."""
    try:
        return database.execute_monitored(monitor or Monitor(), import_customers, path, dry_run=dry_run)
    except DryRun as done:
        return Outcome(done.result, None, Touched())


def import_customers(ctx: CommandContext, path: Path, *, dry_run: bool = False) -> ImportResult:
    """The import as a command. Raises UserError; with `dry_run` it ends by DryRun, so that nothing is kept."""
    with _few_collections():
        fields = custom_fields(ctx.session)
        known = open_table(
            path, lambda header: match_header(header) is not None or by_header(fields, header) is not None
        )
        plan = plan_import(ctx, known)
        apply_import(ctx, plan)
    if dry_run:
        raise DryRun(plan.result(dry_run=True))
    return plan.result(dry_run=False)


def plan_import(ctx: CommandContext, table: Table) -> ImportPlan:
    """Reads, checks, matches and compares all rows. Writes nothing."""
    planner = _Planner(ctx, table)
    rows = 0
    for batch in _batches(table.rows):
        planner.take(batch)
        rows += len(batch)
        ctx.monitor.report(rows, 0, READING)
    return planner.plan(rows)


@contextmanager
def _few_collections() -> Iterator[None]:
    """A plan is a great many small objects without cycles: looking for cycles after each 700 of them is in vain."""
    usual = gc.get_threshold()
    gc.set_threshold(500_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


class _People:
    """Users or teams by name; `fresh` are names that none has yet, with the keys that stand for them."""

    def __init__(self, known: Iterable[Any]) -> None:
        self._names: dict[uuid.UUID, str] = {key: tidy(name).casefold() for key, name in known}
        self._known = {name: key for key, name in self._names.items()}
        self.fresh: People = {}

    def find(self, name: str, now: uuid.UUID | None) -> uuid.UUID | None:
        """Whom a name means: the one that stands there `now` if he is called so, for two may be."""
        if not name:
            return None
        key = name.casefold()
        if now is not None and self._names.get(now) == key:
            return now
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self.fresh[name] = new_id()
        return found


class _Planner:
    def __init__(self, ctx: CommandContext, table: Table) -> None:
        self._table = table
        fields = custom_fields(ctx.session)
        self._session = ctx.session
        self._fields = fields
        self._standards = blocking_standards(ctx.session)
        self._replaced = replacements(ctx.session)
        self._reader = RowReader(table.header, fields)
        self._headers = {use.field: use.header for use in self._reader.columns if use.field}
        # What the file says nothing about begins as the administrator wants it.
        self._fresh = [field for field in fields if field.slot not in self._headers]
        self._known = KnownCustomers(ctx.session)
        self._users = _People(ctx.session.execute(select(UserRow.id, UserRow.name)).all())
        self._teams = _People(ctx.session.execute(select(TeamRow.id, TeamRow.name)).all())
        self._problems: list[RowProblem] = []
        self._notes: list[RowProblem] = []

    def take(self, batch: Sequence[Row]) -> None:
        """Finds out what a batch of rows does."""
        read = [self._reader.read(row) for row in batch]
        link(self._session, read, self._headers)
        good = []
        for edit in read:
            self._problems += edit.problems
            if not edit.problems:
                good.append((edit, merged(NOBODY, edit, None, None)))
        self._known.load(good)
        for edit, draft in good:
            self._place(edit, draft, self._known.find(edit, draft))

    def _place(self, edit: RowEdit, row: CustomerDraft, found: Found) -> None:
        column = self._reader.column_of("name")
        if found.several:
            self._problems.append(RowProblem(edit.row, column, row.name, Message(SEVERAL, {"name": row.name})))
            return
        notes = list(edit.notes)
        entry = found.entry
        if entry is None:
            if not row.name and edit.number is not None:
                edit.values["name"] = edit.cells["number"]
                notes.append(RowProblem(edit.row, self._reader.column_of("number"), edit.cells["number"], ONLY_NUMBER))
            if found.namesake is not None:
                other = {"other": found.namesake.draft.name}
                notes.append(RowProblem(edit.row, column, row.name, Message(NAMESAKE, other)))
        base = entry.draft if entry else NOBODY
        owner, team = self._users.find(edit.owner, base.owner_id), self._teams.find(edit.team, base.team_id)
        if entry is None and row.name:
            draft = replace(row, owner_id=owner, team_id=team)
        else:
            draft = merged(base, edit, owner, team)
        if entry is None and self._fresh:
            begun = dict(defaults(self._fresh, draft.kind))
            draft = replace(draft, custom=custom_values({**begun, **dict(draft.custom)}.items()))
        draft = with_replaced(self._replaced, draft)
        wrong = self._wrong(draft, base if entry else None) if draft != base else {}
        if wrong:
            self._refuse(edit, wrong)
            return
        self._notes += notes
        self._keep(edit, entry, draft)

    def _wrong(self, draft: CustomerDraft, before: CustomerDraft | None) -> dict[str, Message]:
        """What keeps a customer from being written, as when a person saves the form."""
        return validate(draft, fields=self._fields) or self._standards.newly_broken(draft, before)

    def _refuse(self, edit: RowEdit, wrong: dict[str, Message]) -> None:
        names = CUSTOMER_FIELDS | {field.slot: field.label for field in self._fields}
        for key, message in wrong.items():
            name = key.partition(".")[0]
            column = self._reader.column_of(name) or (self._reader.column_of("mobile") if name == "phone" else "")
            named = Message(OF_FIELD, {"field": names[name], "reason": message}) if name in names else message
            self._problems.append(RowProblem(edit.row, column, "", message if column else named))

    def _keep(self, edit: RowEdit, entry: Entry | None, draft: CustomerDraft) -> None:
        if entry is None:
            number = edit.number if edit.number not in self._known.taken else None
            entry = Entry(draft, None, number, [edit.row])
            if number is not None:
                self._known.taken.add(number)
            self._known.add(entry)
            return
        entry.rows.append(edit.row)
        if draft != entry.draft:
            entry.draft = draft
            self._known.index(entry)

    def plan(self, rows: int) -> ImportPlan:
        told = [e for e in self._known.stored() if e.rows]
        change = [
            e
            for e in told
            if e.stored and e.draft is not e.stored and e.draft != e.stored and e.draft != normalise(e.stored)
        ]
        used = {key for e in (*self._known.new, *change) for key in (e.draft.owner_id, e.draft.team_id)}
        return ImportPlan(
            file=self._table.path.name,
            sheet=self._table.sheet,
            columns=self._reader.columns,
            rows=rows,
            create=self._known.new,
            change=change,
            unchanged=len(told) - len(change),
            problems=sorted(self._problems, key=lambda p: p.row),
            notes=self._notes,
            owners={name: key for name, key in self._users.fresh.items() if key in used},
            teams={name: key for name, key in self._teams.fresh.items() if key in used},
        )


def apply_import(ctx: CommandContext, plan: ImportPlan) -> None:
    """Writes a plan that was made in the same transaction, and titles the step."""
    real = _make_people(ctx, plan)
    total = len(plan.create) + len(plan.change)
    done = 0
    for start in range(0, len(plan.create), BATCH):
        entries = plan.create[start : start + BATCH]
        insert_customers(ctx, [_owned(e.draft, real) for e in entries], [e.number for e in entries])
        done += len(entries)
        ctx.monitor.report(done, total, WRITING)
    for start in range(0, len(plan.change), BATCH):
        entries = plan.change[start : start + BATCH]
        update_customers(ctx, [(e.stored, _owned(e.draft, real)) for e in entries if e.stored is not None])
        done += len(entries)
        ctx.monitor.report(done, total, WRITING)
    counts = {"created": len(plan.create), "changed": len(plan.change)}
    ctx.title = Message(TITLE, {"file": plan.file, **counts})


def _make_people(ctx: CommandContext, plan: ImportPlan) -> dict[uuid.UUID | None, uuid.UUID]:
    """Makes the users and teams that the file names; maps the keys in the drafts to theirs."""
    made = find_or_add_users(ctx, set(plan.owners)) if plan.owners else {}
    real: dict[uuid.UUID | None, uuid.UUID] = {key: made[name] for name, key in plan.owners.items()}
    real |= {key: add_team(ctx, name) for name, key in plan.teams.items()}
    return real


def _owned(draft: CustomerDraft, real: dict[uuid.UUID | None, uuid.UUID]) -> CustomerDraft:
    if draft.owner_id in real or draft.team_id in real:
        owner, team = real.get(draft.owner_id, draft.owner_id), real.get(draft.team_id, draft.team_id)
        return replace(draft, owner_id=owner, team_id=team)
    return draft
