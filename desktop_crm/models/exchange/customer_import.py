"""Brings customers in from a file: read → understand → match → compare → write.

The dry run is the import itself, but that new customers go to a store of its own (`customer_trial`) and nothing to the
database; where rows name other customers of the file, or fields are to be made, it is the import rolled back at the
end. Rows that tell of one customer are put together in their
order, so a later row corrects an earlier one. Rows with a mistake are left out and named; the others are written in
one transaction as one change set."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from desktop_crm.models.commands.customer_inserts import CustomerInserts
from desktop_crm.models.commands.import_fields import make_fields
from desktop_crm.models.db.bulk import roomy
from desktop_crm.models.db.context import CommandContext, Monitor, Outcome, Touched
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.cells import Row
from desktop_crm.models.exchange.custom_columns import by_header
from desktop_crm.models.exchange.customer_cells import RowReader, suggested_columns
from desktop_crm.models.exchange.customer_links import write_links
from desktop_crm.models.exchange.customer_plan import Planner
from desktop_crm.models.exchange.customer_relations import names_in, write_relations
from desktop_crm.models.exchange.customer_trial import Trial
from desktop_crm.models.exchange.garbage import few_collections
from desktop_crm.models.exchange.outcomes import OutcomeWriter
from desktop_crm.models.exchange.reading import Table, open_table
from desktop_crm.models.exchange.row_edits import RowEdit
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.import_setup import Blank, ImportSetup, Missing, ValueAction
from desktop_crm.models.records.imports import ImportCounts, ImportResult
from desktop_crm.models.records.sources import SourceChoice

BATCH = 4_000
TITLE = QT_TRANSLATE_NOOP("messages", "Import {file}: {created} new, {changed} changed")
DATA_CHANGED = Message(
    QT_TRANSLATE_NOOP(
        "messages", "The data or the file has changed since the trial run, so this import would do something else."
    )
)
DATA_CHANGED_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Nothing was written. Run the trial again, then import."))


class _NeedsTables(Exception):
    """Rows name other customers of the file, which are found in the tables only."""


class DryRun(Exception):
    """Carries the result out of a command that must leave nothing behind."""

    def __init__(self, result: ImportResult) -> None:
        super().__init__("dry run")
        self.result = result


def import_file(
    monitor: Monitor,
    target: str,
    path: str,
    dry_run: bool = False,
    *,
    setup: ImportSetup | None = None,
    outcomes: str = "",
) -> ImportResult:
    """Imports a customer file into the database at `target` (a path or URL); fit to be run in a child process.

    Raises UserError for a file that cannot be read, KnownDatabaseError, CancelledError; then nothing was written."""
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        found = Path(outcomes) if outcomes else None
        return run_import(database, Path(path), dry_run=dry_run, monitor=monitor, setup=setup, outcomes=found).value
    finally:
        database.close()


def run_import(
    database: Database,
    path: Path,
    *,
    dry_run: bool = False,
    monitor: Monitor | None = None,
    setup: ImportSetup | None = None,
    outcomes: Path | None = None,
    expected: ImportCounts | None = None,
    source: SourceChoice | None = None,
) -> Outcome[ImportResult]:
    """Imports a customer file as `setup` says (None: by the names of its columns), or with `dry_run` does all of it but
    the commit. What becomes of each row stands in the file `outcomes` then. `expected` are the counts of a dry run: an
    import that would come to others is refused with UserError."""
    if dry_run and not _makes_fields(setup):
        try:
            with database.read() as session:
                ctx = CommandContext(session, database.actor, Message(""), 0, monitor or Monitor())
                return Outcome(try_out(ctx, path, setup=setup, outcomes=outcomes, source=source), None, Touched())
        except _NeedsTables:
            pass
    try:
        return database.execute_monitored(
            monitor or Monitor(),
            import_customers,
            path,
            dry_run=dry_run,
            setup=setup,
            outcomes=outcomes,
            expected=expected,
            source=source,
        )
    except DryRun as done:
        return Outcome(done.result, None, Touched())


def import_customers(
    ctx: CommandContext,
    path: Path,
    *,
    dry_run: bool = False,
    setup: ImportSetup | None = None,
    outcomes: Path | None = None,
    expected: ImportCounts | None = None,
    source: SourceChoice | None = None,
) -> ImportResult:
    """The import as a command. Raises UserError; with `dry_run` it ends by DryRun, so that nothing is kept."""
    rows = OutcomeWriter(outcomes)
    try:
        with few_collections(), roomy(ctx.session.connection()):
            result = _Import(ctx, path, setup, rows, source, dry_run=dry_run).run()
    finally:
        rows.close()
    if dry_run:
        raise DryRun(result)
    if expected is not None and expected != result.counts:
        raise UserError(DATA_CHANGED, DATA_CHANGED_ADVICE)
    return result


def try_out(
    ctx: CommandContext,
    path: Path,
    *,
    setup: ImportSetup | None = None,
    outcomes: Path | None = None,
    source: SourceChoice | None = None,
) -> ImportResult:
    """The import by the same code and the same matcher, with nothing written. Raises UserError."""
    rows = OutcomeWriter(outcomes)
    try:
        with few_collections():
            return _Import(ctx, path, setup, rows, source, dry_run=True, writes=False).run()
    finally:
        rows.close()


def _makes_fields(setup: ImportSetup | None) -> bool:
    """Whether fields are to be made, or options of them, before rows can be understood."""
    return setup is not None and (
        any(column.new_field for column in setup.columns)
        or any(one.action is ValueAction.ADD and one.field.startswith(CUSTOM) for one in setup.values)
    )


def recogniser(fields: Sequence[CustomField], chosen: Collection[str] = ()) -> Callable[[str], bool]:
    """Whether a header names a column that is known here, or one of those `chosen`."""
    return lambda text: text in chosen or match_header(text) is not None or by_header(fields, text) is not None


def open_customers(
    path: Path,
    fields: Sequence[CustomField],
    setup: ImportSetup | None = None,
    source: SourceChoice | None = None,
) -> Table:
    """The table of a file, read as `source` says, found by the columns that are known here or chosen in `setup`.
    Raises UserError."""
    chosen = {column.header for column in setup.columns} if setup else frozenset[str]()
    return open_table(path, recogniser(fields, chosen), source or SourceChoice())


class _Import:
    """One run over a file."""

    def __init__(
        self,
        ctx: CommandContext,
        path: Path,
        setup: ImportSetup | None,
        rows: OutcomeWriter,
        source: SourceChoice | None,
        *,
        dry_run: bool,
        writes: bool = True,
    ) -> None:
        """Without `writes` nothing is written, not even for the time being; raises _NeedsTables where that will not
        do."""
        self._writes = writes
        self._source = source or (setup.source if setup is not None else None)
        self._ctx = ctx
        self._path = path
        self._rows = rows
        self._dry_run = dry_run
        if setup is not None:
            setup = make_fields(ctx, setup)
        self._fields = custom_fields(ctx.session)
        self._table = open_customers(path, self._fields, setup, self._source)
        if setup is not None and setup.columns:
            setup = setup.for_header(self._table.header)
        else:
            columns = suggested_columns(self._table.header, self._fields)
            setup = replace(setup or ImportSetup(), columns=columns)
        self.setup = setup
        self._reader = RowReader(self._table.header, self._fields, setup)
        self._links = {field.field_id for field in self._fields if field.type is FieldType.LINK}
        if not writes and self._reader.fields & (self._links | {"parent", "referred_by", "contact_reports_to"}):
            raise _NeedsTables
        self._only = frozenset(setup.only_rows)
        self._skip = frozenset(setup.skip_rows)
        self._looked_for_numbers = False

    def run(self) -> ImportResult:
        ctx = self._ctx
        inserts = CustomerInserts(ctx, search=not self._dry_run) if self._writes else Trial(ctx.session)
        planner = Planner(
            ctx,
            self._reader,
            self._fields,
            rows=self._rows,
            inserts=inserts,
            in_file=self._names_in_file(),
            above_the_file=self._above_the_file,
            total=len(self._only) or self._table.height,
        )
        read = 0
        with inserts.together():
            for batch in _batches(self._wanted(self._table.rows)):
                planner.take(batch)
                read += len(batch)
        planner.finish(clear=self.setup.blank is Blank.CLEAR)
        write_links(ctx, planner, self._fields, self._rows)
        related = write_relations(ctx, planner, self.setup)
        result = self._result(planner, read, related)
        self._rows.forget_records(self._dry_run)
        self._rows.finish(result.counts)
        ctx.title = Message(
            TITLE, {"file": self._table.path.name, "created": result.created, "changed": result.changed}
        )
        return result

    def _wanted(self, rows: Iterator[Row]) -> Iterator[Row]:
        if not self._only and not self._skip:
            return rows
        only, skip = self._only, self._skip
        return (row for row in rows if (not only or row.number in only) and row.number not in skip)

    def _above_the_file(self, inserts: CustomerInserts | Trial) -> None:
        """New numbers must not be such as later rows of the file bring along."""
        if self._looked_for_numbers:
            return
        self._looked_for_numbers = True
        inserts.keep_above(max((one.number for one in self._again("number") if one.number), default=0))

    def _names_in_file(self) -> set[str] | None:
        """What the customers of the file are called, where rows that name unknown ones are to be refused."""
        mapped, refused = {column.field for column in self.setup.columns}, set[str]()
        if self.setup.parents is Missing.REJECT:
            refused |= {"parent", "referred_by"}
        if self.setup.links is Missing.REJECT:
            refused |= self._links
        if not mapped & refused:
            return None
        return names_in(self._again("name", "number"))

    def _again(self, *fields: str) -> Iterator[RowEdit]:
        """Some columns of all rows, read before the rows are taken."""
        table = open_customers(self._path, self._fields, self.setup, self._source)
        columns = tuple(c for c in self.setup.columns if c.field in fields)
        reader = RowReader(table.header, (), replace(self.setup, columns=columns, fixed=()))
        return (reader.read(row) for row in self._wanted(table.rows))

    def _result(self, planner: Planner, read: int, related: int) -> ImportResult:
        found = {outcome.value: count for outcome, count in self._rows.counts.items()}
        counts = ImportCounts(rows=read, owners=len(planner.owners.made), related=related, **found)
        changed = planner.changed
        return ImportResult(
            file=self._table.path.name,
            sheet=self._table.sheet,
            columns=self._reader.columns,
            rows=read,
            created=planner.created,
            changed=changed,
            unchanged=planner.told_of - planner.created - changed,
            problems=tuple(sorted(planner.problems, key=lambda p: p.row)),
            notes=tuple(planner.notes),
            new_owners=tuple(sorted(planner.owners.made)),
            dry_run=self._dry_run,
            counts=counts,
        )


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
