"""The owners and teams that a file names: found by name, and made where they are not there and may be."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.ids import new_id
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.import_setup import Missing
from desktop_crm.models.text.names import tidy
from desktop_crm.models.text.pinyin import sort_key

NOBODY_CALLED_SO = QT_TRANSLATE_NOOP("messages", "Nobody is called “{name}”: this was left out.")
NOBODY_REFUSED = QT_TRANSLATE_NOOP("messages", "Nobody is called “{name}”.")


class NamedPeople:
    """Users or teams by name. Those that are not there yet get a key at once, and their row once a customer that is
    written has them."""

    def __init__(self, session: Session, table: Any, missing: Missing) -> None:
        self._table = table
        self._missing = missing
        rows = session.execute(select(table.id, table.name, table.deleted_at)).all()
        self.names: dict[uuid.UUID, str] = {key: name for key, name, _ in rows}
        self._keys = {tidy(name).casefold(): key for key, name, deleted in rows if deleted is None}
        self._fresh: dict[uuid.UUID, str] = {}
        self.made: list[str] = []

    def find(self, name: str, now: uuid.UUID | None) -> tuple[uuid.UUID | None, Message | None]:
        """Whom a name means, and what is to be said: the one that stands there `now` if he is called so, for two may
        be."""
        if not name:
            return None, None
        key = name.casefold()
        if now is not None and tidy(self.names.get(now, "")).casefold() == key:
            return now, None
        found = self._keys.get(key)
        if found is not None:
            return found, None
        if self._missing is not Missing.CREATE:
            text = NOBODY_REFUSED if self._missing is Missing.REJECT else NOBODY_CALLED_SO
            return None, Message(text, {"name": name})
        found = self._keys[key] = new_id()
        self._fresh[found] = self.names[found] = name
        return found, None

    @property
    def refuses(self) -> bool:
        return self._missing is Missing.REJECT

    def make(self, connection: Connection | None, used: set[uuid.UUID | None]) -> None:
        """Writes the rows of those that are used; without a connection they are only counted."""
        wanted = [key for key in self._fresh if key in used]
        if not wanted:
            return
        rows: list[dict[str, Any]] = []
        for key in wanted:
            name = self._fresh.pop(key)
            self.made.append(name)
            rows.append({"id": key, "name": name})
            if self._table is UserRow:
                rows[-1] |= {"name_key": sort_key(name, True), "login": ""}
        if connection is not None:
            connection.execute(insert(self._table), rows)


def owners(session: Session, missing: Missing) -> NamedPeople:
    return NamedPeople(session, UserRow, missing)


def teams(session: Session, missing: Missing) -> NamedPeople:
    return NamedPeople(session, TeamRow, missing)
