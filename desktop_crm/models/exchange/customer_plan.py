"""Takes the rows of a file batch by batch: understands, matches, compares, writes the new customers, and remembers what
is to change of stored ones.

New customers are written with their batch, so that later rows find them as they find any other. What changes of stored
ones is kept as differences and written at the end: rows that take each other back change nothing, and a file that
comes a second time changes nothing either."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any, NamedTuple

from desktop_crm.models.commands.customer_inserts import CustomerInserts
from desktop_crm.models.commands.customer_updates import update_customers
from desktop_crm.models.commands.standards import with_replaced
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.exchange import customer_rules as rules
from desktop_crm.models.exchange.cells import Row
from desktop_crm.models.exchange.contact_lines import ContactLines, line_of
from desktop_crm.models.exchange.custom_columns import link
from desktop_crm.models.exchange.customer_cells import RowReader
from desktop_crm.models.exchange.customer_changes import draft_changes
from desktop_crm.models.exchange.customer_match import NONE, Entry, Found, KnownCustomers, RowKeys, known_by, wanted_by
from desktop_crm.models.exchange.customer_merge import NOBODY, found_again, fresh, merged
from desktop_crm.models.exchange.customer_people import owners, teams
from desktop_crm.models.exchange.customer_relations import refuse_unknown
from desktop_crm.models.exchange.customer_rules import TagNames, Validity
from desktop_crm.models.exchange.customer_standing import Standing, Standings, people_of
from desktop_crm.models.exchange.customer_trial import Trial, alone
from desktop_crm.models.exchange.gathered import Gathered
from desktop_crm.models.exchange.outcomes import Outcome, OutcomeWriter
from desktop_crm.models.exchange.row_edits import RowEdit
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.customers import drafts_of
from desktop_crm.models.queries.standards import replacements
from desktop_crm.models.records.custom_fields import CustomField, custom_values
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.import_setup import Decision, Missing, Mode
from desktop_crm.models.records.imports import Candidate, CellChange, RowOutcome, RowProblem
from desktop_crm.models.validation.custom_values import defaults
from desktop_crm.models.validation.customers import normalise

READING = Message(QT_TRANSLATE_NOOP("messages", "Reading and comparing rows…"))
WRITING = Message(QT_TRANSLATE_NOOP("messages", "Writing customers…"))
REPORTED = 500
KEPT_PROBLEMS = 10_000
UPDATE_BATCH = 1_000
_FIELDS = tuple(f.name for f in fields_of(CustomerDraft))


class _Placed(NamedTuple):
    """A row that was taken, and the customer it tells of."""

    outcome: Outcome
    entry: Entry


class Planner(Gathered):
    """The rows of one file and what they come to."""

    def __init__(
        self,
        ctx: CommandContext,
        reader: RowReader,
        fields: Sequence[CustomField],
        *,
        rows: OutcomeWriter,
        inserts: CustomerInserts | Trial,
        in_file: set[str] | None,
        above_the_file: Callable[[CustomerInserts | Trial], None],
        total: int = 0,
    ) -> None:
        """`total`: about how many rows will come, 0 where that is not known."""
        super().__init__()
        self._ctx = ctx
        self._session = ctx.session
        self.reader = reader
        self._setup = reader.setup
        self._custom = tuple(fields)
        self._rows = rows
        self._inserts = inserts
        self._in_file = in_file
        self._above_the_file = above_the_file
        self._headers = {use.field: use.header for use in reader.columns if use.field}
        # What the file says nothing about begins as the administrator wants it.
        self._begun = [field for field in fields if field.field_id not in reader.fields]
        self._validity = Validity(self._session, fields, reader)
        self._replaced = replacements(self._session)
        self._tags = TagNames(self._session)
        self.owners = owners(self._session, self._setup.owners)
        self.teams = teams(self._session, self._setup.owners)
        self._standings = Standings(ctx, reader.fields, self.owners, self.teams)
        self._lines = ContactLines(reader.column_of("contact_reports_to"), self._changes)
        self._decisions = {one.row: one for one in self._setup.decisions}
        self._told: dict[bytes, int] = {}
        self._made: set[bytes] = set()
        self._pending: dict[uuid.UUID, dict[str, Any]] = {}
        self._moved: dict[str, set[uuid.UUID]] = defaultdict(set)
        self._read, self._total = 0, total

    @property
    def told_of(self) -> int:
        """How many customers the file tells of."""
        return len(self._told)

    @property
    def changed(self) -> int:
        return sum(1 for key in {*self._pending, *self._standings.changed, *self.linked} if key.bytes not in self._made)

    def take(self, batch: Sequence[Row]) -> None:
        """Finds out what a batch of rows does, and writes its new customers."""
        edits = self._edits(batch)
        good = [self._read_on(edit) for edit in edits if not edit.problems]
        known = KnownCustomers(self._session, self._custom, self._setup.match)
        self._load(known, good)
        outcomes: dict[int, Outcome] = {
            edit.row: Outcome(edit.row, RowOutcome.ERROR, problems=edit.problems, notes=edit.notes)
            for edit in edits
            if edit.problems
        }
        placed: list[_Placed] = []
        for edit, draft, keys in good:
            outcome, entry = self._place(known, edit, draft, keys)
            outcomes[edit.row] = outcome
            if entry is not None:
                placed.append(_Placed(outcome, entry))
        told = (*known.new, *(entry for entry in known.stored() if entry.rows))
        self._lines.draw(told, outcomes)
        self._write(known, batch)
        self._remember(known)
        self._standings.remember(told)
        self._lines.remember(told)
        for outcome, entry in placed:
            outcome.record, outcome.number, outcome.name = entry.id, entry.number or 0, entry.draft.name
        for edit, _, _ in good:
            taken = outcomes[edit.row]
            if edit.links and taken.record is not None:
                self.links.append((taken, edit.links))
            if edit.relations and taken.record is not None:
                self.relations.append((taken.record, edit.row, edit.relations))
        self._note_all(batch, [outcomes[edit.row] for edit in edits])
        self._report()

    def _report(self) -> None:
        total = max(self._total, self._read) if self._total else 0
        self._ctx.monitor.report(self._read, total, READING)

    def _edits(self, batch: Sequence[Row]) -> list[RowEdit]:
        edits = []
        for row in batch:
            edits.append(self.reader.read(row))
            self._read += 1
            if not self._read % REPORTED:
                self._report()
        rejecting = self._setup.links is Missing.REJECT
        link(self._session, edits, self._headers, self._in_file if rejecting else None)
        if self._in_file is not None and self._setup.parents is Missing.REJECT:
            refuse_unknown(self._ctx, edits, self._in_file, self.reader)
        return edits

    def _read_on(self, edit: RowEdit) -> tuple[RowEdit, CustomerDraft, RowKeys]:
        if edit.tags:
            edit.tags = self._tags.known(edit.tags)
        draft = fresh(edit, self.owners.find(edit.owner, None)[0], self.teams.find(edit.team, None)[0])
        return edit, draft, RowKeys(draft)

    def _note_all(self, batch: Sequence[Row], found: list[Outcome]) -> None:
        for row, outcome in zip(batch, found, strict=True):
            if self._rows.kept:
                outcome.cells = self.reader.cells(row)
            self._keep(outcome)
        self._rows.write(found)

    def note(self, problem: RowProblem) -> None:
        """Something to be said of a row that is in already."""
        self.notes.append(problem)
        self._rows.note(problem)

    def _keep(self, outcome: Outcome) -> None:
        if outcome.problems and len(self.problems) < KEPT_PROBLEMS:
            self.problems += outcome.problems
        if outcome.notes and len(self.notes) < KEPT_PROBLEMS:
            self.notes += outcome.notes

    # --- which customer -----------------------------------------------------------------------------

    def _load(self, known: KnownCustomers, good: Sequence[tuple[RowEdit, CustomerDraft, RowKeys]]) -> None:
        records = {one.record for edit, _, _ in good if (one := self._decisions.get(edit.row)) and one.record}
        if self._moved:
            for _edit, draft, keys in good:
                for key in known_by(draft, keys):
                    records |= self._moved.get(key, set())
        wanted = wanted_by(good, self._setup.match, [key for key in records if key is not None])
        known.load(wanted)
        if isinstance(self._inserts, Trial):
            known.take(self._inserts.find(wanted, self._made_of, self._tags.known), wanted)
        for entry in known.stored():
            assert entry.id is not None
            assert entry.stored is not None
            entry.made_here = entry.id.bytes in self._made
            if changes := self._pending.get(entry.id):
                entry.draft = replace(entry.stored, **changes)
                entry.keys = RowKeys(entry.draft)
            known.index(entry)
        self._standings.load(known.stored())

    def _place(
        self, known: KnownCustomers, edit: RowEdit, row: CustomerDraft, keys: RowKeys
    ) -> tuple[Outcome, Entry | None]:
        decision = self._decisions.get(edit.row)
        if decision is not None and decision.decision is Decision.LEAVE_OUT:
            return Outcome(edit.row, RowOutcome.LEFT_OUT, notes=edit.notes), None
        if decision is not None and decision.decision is Decision.RECORD and decision.record is not None:
            entry = known.by_id(decision.record)
            if entry is None:
                return self._refused(edit, [RowProblem(edit.row, "", row.name, rules.CHOSEN_GONE)]), None
            found = Found(entry)
        elif decision is not None:
            found = NONE
        else:
            found = known.find(edit, row, keys)
        if found.several:
            problem = RowProblem(
                edit.row, self.reader.column_of("name"), row.name, Message(rules.SEVERAL, {"name": row.name})
            )
            candidates = [Candidate(e.id, e.number or 0, e.draft.name) for e in found.several if e.id is not None]
            asked = Outcome(edit.row, RowOutcome.ASK, name=row.name, problems=[problem], candidates=candidates)
            return asked, None
        left = self._left_out(edit, found.entry)
        if left is not None:
            return left, None
        return self._taken(known, edit, row, keys, found)

    def _left_out(self, edit: RowEdit, entry: Entry | None) -> Outcome | None:
        """What the mode says of the row."""
        mode = self._setup.mode
        reason: Message | None = None
        if mode is Mode.UPDATE and entry is None:
            reason = rules.NOT_THERE
        elif mode is Mode.CREATE and entry is not None and entry.stored is not None and not entry.made_here:
            reason = Message(rules.THERE, {"name": entry.draft.name})
        if reason is None:
            return None
        note = RowProblem(edit.row, "", "", reason)
        left = Outcome(edit.row, RowOutcome.LEFT_OUT, name=edit.values.get("name", ""), notes=[*edit.notes, note])
        if entry is not None:
            left.record, left.number, left.name = entry.id, entry.number or 0, entry.draft.name
        return left

    def _taken(
        self, known: KnownCustomers, edit: RowEdit, row: CustomerDraft, keys: RowKeys, found: Found
    ) -> tuple[Outcome, Entry | None]:
        entry, notes = found.entry, list(edit.notes)
        if entry is None:
            if not row.name and edit.number is not None:
                edit.values["name"] = edit.cells["number"]
                row = replace(row, name=edit.cells["number"])
                keys = RowKeys(row)
                column = self.reader.column_of("number")
                notes.append(RowProblem(edit.row, column, edit.cells["number"], rules.ONLY_NUMBER))
            if found.namesake is not None:
                text = Message(rules.NAMESAKE, {"other": found.namesake.draft.name})
                notes.append(RowProblem(edit.row, self.reader.column_of("name"), row.name, text))
        base = entry.draft if entry else NOBODY
        owner, owner_said = self.owners.find(edit.owner, base.owner_id)
        team, team_said = self.teams.find(edit.team, base.team_id)
        first = entry is not None and not entry.rows and (entry.id is None or entry.id.bytes not in self._told)
        standing, standing_said = self._standings.said(edit, entry, clear=first)
        for name, said in (("owner", owner_said), ("team", team_said), *standing_said):
            if said is not None:
                problem = RowProblem(edit.row, self.reader.column_of(name), getattr(edit, name), said)
                if self.owners.refuses:
                    return self._refused(edit, [problem]), None
                notes.append(problem)
        if entry is None:
            draft = self._new(row)
            wrong = self._validity.of_new(draft)
        else:
            draft = merged(base, edit, owner, team, made_here=entry.made_here, clear=first)
            draft = with_replaced(self._replaced, draft)
            wrong = self._validity.of_changed(draft, base) if draft != base else []
        if wrong:
            return self._refused(edit, self._validity.told(edit.row, wrong)), None
        return self._placed(known, edit, entry, draft=draft, keys=keys, standing=standing, notes=notes)

    def _new(self, row: CustomerDraft) -> CustomerDraft:
        """The customer that a row makes, with what the administrator has new ones begin with."""
        begun = dict(defaults(self._begun, row.kind)) if self._begun else {}
        draft = replace(row, custom=custom_values({**begun, **dict(row.custom)}.items())) if begun else row
        return with_replaced(self._replaced, draft)

    def _placed(
        self,
        known: KnownCustomers,
        edit: RowEdit,
        entry: Entry | None,
        *,
        draft: CustomerDraft,
        keys: RowKeys,
        standing: Standing,
        notes: list[RowProblem],
    ) -> tuple[Outcome, Entry]:
        if entry is None:
            number = edit.number if edit.number not in known.taken else None
            entry = Entry(draft, keys, None, number, rows=[edit.row], standing=standing)
            if number is not None:
                known.taken.add(number)
            known.add(entry)
            entry.lines += line_of(edit)
            return Outcome(edit.row, RowOutcome.CREATE, notes=notes), entry
        earlier = entry.rows[0] if entry.rows else self._told.get(entry.id.bytes, 0) if entry.id else 0
        entry.rows.append(edit.row)
        entry.lines += line_of(edit)
        before = entry.draft
        if draft is not before and draft != before:
            entry.draft = draft
            entry.keys = RowKeys(draft)
            known.index(entry)
        changes = self._changes(before, entry.draft)
        changes += self._standings.changes(entry.standing or standing, standing)
        entry.standing = standing
        kind = RowOutcome.TWIN if earlier else RowOutcome.UPDATE if changes else RowOutcome.UNCHANGED
        return Outcome(edit.row, kind, twin_of=earlier, changes=changes, notes=notes), entry

    def _changes(self, before: CustomerDraft, after: CustomerDraft) -> list[CellChange]:
        return draft_changes(before, after, self.owners.names | self.teams.names, self._custom)

    def _refused(self, edit: RowEdit, problems: Sequence[RowProblem]) -> Outcome:
        return Outcome(edit.row, RowOutcome.ERROR, name=edit.values.get("name", ""), problems=problems)

    # --- writing ------------------------------------------------------------------------------------

    def _write(self, known: KnownCustomers, batch: Sequence[Row]) -> None:
        connection = None if isinstance(self._inserts, Trial) else self._session.connection()
        told = [e for e in known.stored() if e.rows]
        used = {key for e in (*known.new, *told) for key in (e.draft.owner_id, e.draft.team_id)}
        used |= people_of((*known.new, *told))
        self.owners.make(connection, used)
        self.teams.make(connection, used)
        if not known.new:
            return
        if any(e.number is None for e in known.new) and "number" in self.reader.fields:
            self._above_the_file(self._inserts)
        if isinstance(self._inserts, Trial):
            rows = {row.number: row for row in batch}
            made = self._inserts.add(known.new, [rows[e.rows[0]] if alone(e) else None for e in known.new])
        else:
            made = self._inserts.add([e.draft for e in known.new], [e.number for e in known.new])
        self._tags.add(e.draft.tags for e in known.new)
        for entry, (key, number) in zip(known.new, made, strict=True):
            entry.id, entry.number = key, number
            self._made.add(key.bytes)
            self._told[key.bytes] = entry.rows[0]
        self.created += len(made)

    def _made_of(self, row: Row) -> CustomerDraft:
        """The customer that a row made, once more."""
        return self._new(self._read_on(self.reader.read(row))[1])

    def _remember(self, known: KnownCustomers) -> None:
        """Keeps what is to change of the customers that the batch told of."""
        for entry in known.stored():
            if not entry.rows:
                continue
            assert entry.id is not None
            assert entry.stored is not None
            self._told.setdefault(entry.id.bytes, entry.rows[0])
            stored, draft = entry.stored, found_again(entry.stored, entry.draft)
            if draft is stored or draft == stored or draft == normalise(stored):
                self._pending.pop(entry.id, None)
                continue
            self._pending[entry.id] = {
                name: value for name in _FIELDS if (value := getattr(draft, name)) != getattr(stored, name)
            }
            for key in set(known_by(draft, entry.keys)) - set(known_by(stored, RowKeys(stored))):
                self._moved[key].add(entry.id)

    def finish(self, *, clear: bool) -> None:
        """Writes what changes of stored customers."""
        if isinstance(self._inserts, Trial):
            return
        ids = list(self._pending)
        for start in range(0, len(ids), UPDATE_BATCH):
            part = ids[start : start + UPDATE_BATCH]
            stored = drafts_of(self._session, part, self._custom)
            pairs = [(stored[key], replace(stored[key], **self._pending[key])) for key in part]
            update_customers(self._ctx, pairs, drop_tags=clear)
            self._ctx.monitor.report(start + len(part), len(ids), WRITING)
        self._standings.write()
        for problem in self._lines.left():
            self.note(problem)
