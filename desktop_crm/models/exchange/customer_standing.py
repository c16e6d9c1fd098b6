"""What files say of customers beside their drafts: when the data were last verified, and which are key customers 大客户
and who looks after them. Written when all rows of a file are in."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import select

from desktop_crm.models.commands.customer_updates import Writes
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.exchange.custom_columns import NO_WORD, YES_WORD
from desktop_crm.models.exchange.customer_match import Entry
from desktop_crm.models.exchange.customer_people import NamedPeople
from desktop_crm.models.exchange.row_edits import RowEdit
from desktop_crm.models.messages import Message
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.imports import CellChange

FIELDS = frozenset({"verified_on", "is_key", "key_user", "key_team"})
_C = CustomerEntity


class Standing(NamedTuple):
    """What stands beside the draft."""

    verified_on: dt.date | None = None
    is_key: bool = False
    key_user_id: uuid.UUID | None = None
    key_team_id: uuid.UUID | None = None


NOTHING = Standing()
Said = list[tuple[str, Message]]


class Standings:
    """What the rows of one file say. Without a column for any of it nothing is read, and nothing is kept."""

    def __init__(self, ctx: CommandContext, fields: frozenset[str], users: NamedPeople, teams: NamedPeople) -> None:
        self._ctx = ctx
        self._asked = bool(fields & FIELDS)
        self._users = users
        self._teams = teams
        self._stored: dict[uuid.UUID, Standing] = {}
        self._wanted: dict[uuid.UUID, Standing] = {}

    @property
    def changed(self) -> Iterable[uuid.UUID]:
        return self._wanted

    def load(self, entries: Iterable[Entry]) -> None:
        """Reads how it stands with the stored customers of a batch: one statement."""
        if not self._asked:
            return
        by_key = {entry.id: entry for entry in entries if entry.id is not None}
        columns = select(_C.id, *(getattr(_C, name) for name in Standing._fields)).where(_C.id.in_(by_key))
        for key, *values in self._ctx.session.execute(columns) if by_key else ():
            if (found := Standing(*values)) != NOTHING:
                self._stored[key] = found
        for key, entry in by_key.items():
            entry.standing = self._wanted.get(key, self._stored.get(key, NOTHING))

    def said(self, edit: RowEdit, entry: Entry | None, *, clear: bool) -> tuple[Standing, Said]:
        """How it stands with the customer after a row, and what is to be said of whom it names. Who is named looks
        after a key customer; for one that is none, nobody is."""
        was = (entry.standing if entry is not None else None) or NOTHING
        if not self._asked:
            return was, []
        new: dict[str, Any] = {}
        for name in edit.blank if clear else ():
            if name in FIELDS:
                new |= {f"{name}_id": None} if name.startswith("key_") else {name: getattr(NOTHING, name)}
        new |= edit.standing
        said: Said = []
        if new.get("is_key") is False:
            nobody: dict[str, Any] = {"key_user_id": None, "key_team_id": None}
            return was._replace(**new | nobody) if was.is_key else was._replace(**_dated(new)), said
        for name, people in (("key_user", self._users), ("key_team", self._teams)):
            key, problem = people.find(getattr(edit, name), getattr(was, f"{name}_id"))
            if key is not None:
                new |= {f"{name}_id": key, "is_key": True}
            if problem is not None:
                said.append((name, problem))
        return was._replace(**new), said

    def changes(self, before: Standing, after: Standing) -> Iterator[CellChange]:
        """The fields that differ, for people to see."""
        if before == after:
            return
        yes, no = YES_WORD.text, NO_WORD.text
        for name, label, shown in (
            ("verified_on", "verified_on", lambda one: one and one.isoformat()),
            ("is_key", "is_key", lambda one: yes if one else no),
            ("key_user_id", "key_user", self._users.names.get),
            ("key_team_id", "key_team", self._teams.names.get),
        ):
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                yield CellChange(label, CUSTOMER_FIELDS[name], shown(old), shown(new))

    def remember(self, entries: Iterable[Entry]) -> None:
        """Keeps what is to be written of the customers that a batch told of."""
        for entry in entries if self._asked else ():
            if entry.id is None or entry.standing is None or not entry.rows:
                continue
            if entry.standing == self._stored.get(entry.id, NOTHING):
                self._wanted.pop(entry.id, None)
            else:
                self._wanted[entry.id] = entry.standing

    def write(self) -> None:
        writes = Writes()
        for key, new in self._wanted.items():
            old = self._stored.get(key, NOTHING)
            values = {name: value for name, value in new._asdict().items() if value != getattr(old, name)}
            if "verified_on" in values:
                values["verified_key"] = new.verified_on.isoformat() if new.verified_on else ""
            writes.update("customer", key, values)
        writes.execute(self._ctx)


def people_of(entries: Iterable[Entry]) -> set[uuid.UUID | None]:
    """Who looks after the customers."""
    found = [entry.standing for entry in entries if entry.standing is not None]
    return {key for one in found for key in (one.key_user_id, one.key_team_id)}


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name == "verified_on"}
