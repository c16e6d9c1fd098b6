"""To whom contact persons report, by name: found among the contact persons of the same customer when the rows of a
batch are in, for a row may name one that comes later. What is not there yet waits for later batches that tell of the
customer."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop_crm.models.db.ids import new_id
from desktop_crm.models.exchange.outcomes import Outcome
from desktop_crm.models.exchange.row_edits import RowEdit
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import Contact, CustomerDraft
from desktop_crm.models.records.imports import CellChange, RowOutcome, RowProblem
from desktop_crm.models.text.names import name_key
from desktop_crm.models.validation.customers import check_reporting

if TYPE_CHECKING:
    from desktop_crm.models.exchange.customer_match import Entry

NOBODY_THERE = Message(
    QT_TRANSLATE_NOOP("messages", "No other contact person of this customer is called so: this was left out.")
)
CIRCLE = Message(QT_TRANSLATE_NOOP("messages", "They would report to each other: this was left out."))


class Line(NamedTuple):
    """What a row says: who reports to whom. `wrong`: why that could not be drawn so far."""

    row: int
    name: str
    above: str
    wrong: Message = NOBODY_THERE


def line_of(edit: RowEdit) -> list[Line]:
    """What a row says of it; empty if nothing."""
    contact = edit.contact
    if contact is None or not (contact.name and contact.reports_to):
        return []
    return [Line(edit.row, contact.name, contact.reports_to)]


class ContactLines:
    """The lines of one file."""

    def __init__(self, header: str, describe: Callable[[CustomerDraft, CustomerDraft], list[CellChange]]) -> None:
        """`describe` says in words what changes."""
        self._header = header
        self._describe = describe
        self._open: dict[uuid.UUID, list[Line]] = {}

    def draw(self, entries: Iterable[Entry], outcomes: Mapping[int, Outcome]) -> None:
        """Puts the lines into the customers of a batch, and what they change into the outcomes of its rows."""
        for entry in entries:
            if entry.rows and entry.id in self._open:
                entry.lines[:0] = self._open.pop(entry.id)
            if not entry.lines:
                continue
            # What makes a circle now may make none when the others are drawn.
            left = [wrong for line in entry.lines if (wrong := self._draw(entry, line, outcomes))]
            entry.lines = [wrong for line in left if (wrong := self._draw(entry, line, outcomes))]

    def remember(self, entries: Iterable[Entry]) -> None:
        """Keeps what could not be drawn yet."""
        self._open |= {entry.id: entry.lines for entry in entries if entry.lines and entry.id is not None}

    def left(self) -> Iterator[RowProblem]:
        """What could not be drawn in the end."""
        for lines in self._open.values():
            for line in lines:
                yield RowProblem(line.row, self._header, line.above, line.wrong)

    def _draw(self, entry: Entry, line: Line, outcomes: Mapping[int, Outcome]) -> Line | None:
        contacts = entry.draft.contacts
        fresh = _drawn(contacts, line)
        if isinstance(fresh, Message):
            return line._replace(wrong=fresh)
        if fresh is contacts:
            return None
        before, entry.draft = entry.draft, replace(entry.draft, contacts=fresh)
        outcome = outcomes.get(line.row)
        if outcome is not None and outcome.outcome is not RowOutcome.CREATE:
            outcome.changes = [*outcome.changes, *self._describe(before, entry.draft)]
            if outcome.outcome is RowOutcome.UNCHANGED:
                outcome.outcome = RowOutcome.UPDATE
        return None


def _drawn(contacts: tuple[Contact, ...], line: Line) -> tuple[Contact, ...] | Message:
    """The contact persons with a line, or why it cannot be drawn. One that stands is left alone; of several people of
    one name it is one without a line, where there is one."""
    lower, upper = _called(contacts, line.name), _called(contacts, line.above)
    above = {contacts[at].id for at in upper} - {None}
    if not lower or any(contacts[at].reports_to in above for at in lower):
        return contacts
    wrong = NOBODY_THERE
    for at in sorted(lower, key=lambda at: contacts[at].reports_to is not None):
        for boss in upper:
            if boss == at:
                continue
            keyed = [_with_key(one) if i in (at, boss) else one for i, one in enumerate(contacts)]
            keyed[at] = replace(keyed[at], reports_to=keyed[boss].id)
            if check_reporting(keyed[at], tuple(keyed)) is None:
                return tuple(keyed)
            wrong = CIRCLE
    return wrong


def _called(contacts: Sequence[Contact], name: str) -> list[int]:
    exact = [at for at, one in enumerate(contacts) if one.name == name]
    key = name_key(name)
    return exact or [at for at, one in enumerate(contacts) if key and name_key(one.name) == key]


def _with_key(contact: Contact) -> Contact:
    return contact if contact.id is not None else replace(contact, id=new_id())
