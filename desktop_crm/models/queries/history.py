"""The journal as people read it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, String, cast, func, or_, select, union_all
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Session

from desktop_crm.models.db import undo
from desktop_crm.models.db.base import BOOKKEEPING, Base
from desktop_crm.models.db.journal import FORMER_CUSTOMER, ChangeRow, ChangeSetRow, Patch
from desktop_crm.models.db.recorder import change_set_record
from desktop_crm.models.entities.customers import (
    AddressEntity,
    ContactEntity,
    ContactPointEntity,
    CustomerEntity,
    CustomerTagEntity,
    ImportantDateEntity,
    TagEntity,
)
from desktop_crm.models.entities.files import AttachmentEntity
from desktop_crm.models.entities.hand_over import CustomerShareEntity, HandOverCustomerEntity
from desktop_crm.models.entities.people import TeamRow, UserRow
from desktop_crm.models.entities.relations import RelationEntity
from desktop_crm.models.messages import Message
from desktop_crm.models.queries.beginnings import beginnings
from desktop_crm.models.queries.field_history import SlotNames
from desktop_crm.models.records.fields import TABLES, field_label
from desktop_crm.models.records.history import Blocker, ChangeSet, FieldChange, RowChange, UndoState
from desktop_crm.models.records.listed import Id

PARTS: tuple[Any, ...] = (
    ContactEntity,
    ContactPointEntity,
    AddressEntity,
    ImportantDateEntity,
    CustomerTagEntity,
    RelationEntity,
    AttachmentEntity,
    CustomerShareEntity,
    HandOverCustomerEntity,
)
# Columns that are made from others, or only say where a part stands: no news to a person.
_HIDDEN = BOOKKEEPING | {"position", "customer_id", "contact_id", "completeness", "sha256"}
# Flags that nobody set when the row was added.
_OFF_AT_FIRST = frozenset({"is_key"})
_NAMED: dict[str, Any] = {
    "owner_id": UserRow,
    "team_id": TeamRow,
    "tag_id": TagEntity,
    "key_user_id": UserRow,
    "key_team_id": TeamRow,
    "merged_into_id": CustomerEntity,
    "other_id": CustomerEntity,
    "reports_to_id": ContactEntity,
    "user_id": UserRow,
    "to_user_id": UserRow,
    "from_user_id": UserRow,
    "to_team_id": TeamRow,
}


def undo_state(session: Session, user_id: Id) -> UndoState:
    """What Ctrl+Z and Ctrl+Shift+Z would do now for this person."""
    done, undone = undo.last_done(session, user_id), undo.last_undone(session, user_id)
    return UndoState(change_set_record(done) if done else None, change_set_record(undone) if undone else None)


def change_sets(
    session: Session, *, customer_id: Id | None = None, text: str = "", before: int | None = None, limit: int = 100
) -> list[ChangeSet]:
    """Change sets, newest first: all, or those that touched a customer or its parts. `before` (a seq) pages on;
    `text` is a part of the title's arguments or of who did it."""
    wanted = select(ChangeSetRow).where(ChangeSetRow.kind != "").order_by(ChangeSetRow.seq.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(ChangeSetRow.seq < before)
    if customer_id is not None:
        wanted = wanted.where(ChangeSetRow.seq.in_(_touching(session, customer_id)))
    if text.strip():
        pattern = text.strip().lower()
        wanted = wanted.where(
            or_(
                func.lower(ChangeSetRow.title).contains(pattern, autoescape=True),
                func.lower(cast(ChangeSetRow.who, String)).contains(pattern, autoescape=True),
            )
        )
    return [change_set_record(row) for row in session.scalars(wanted)]


def _touching(session: Session, customer_id: Id) -> Select[int | None]:
    """The change sets of a customer's row and of its present and former parts."""
    return select(ChangeRow.change_set).where(ChangeRow.row_id.in_(_rows_of(session, customer_id)))


def _rows_of(session: Session, customer_id: Id) -> set[uuid.UUID]:
    """A customer's own id and those of all parts that it has or once had."""
    ids: set[uuid.UUID] = {customer_id}
    ids |= set(session.scalars(union_all(*(select(part.id).where(part.customer_id == customer_id) for part in PARTS))))
    dialect = session.get_bind().dialect.name
    # The condition of the partial index, so that it is used.
    expression = FORMER_CUSTOMER[dialect]
    shown = str(customer_id) if dialect == "postgresql" else customer_id.hex.upper()
    former = sql_text(f"{expression} IS NOT NULL AND {expression} = :customer").bindparams(customer=shown)
    return ids | set(session.scalars(select(ChangeRow.row_id).where(former)))


def row_changes(
    session: Session, change_set: Id, *, customer_id: Id | None = None, limit: int = 500
) -> list[RowChange]:
    """What a change set did, row by row, from → to, oldest first; at most `limit` rows."""
    seq = session.scalars(select(ChangeSetRow.seq).where(ChangeSetRow.id == change_set)).first()
    if seq is None:
        return []
    wanted = select(ChangeRow).where(ChangeRow.change_set == seq).limit(limit)
    if customer_id is not None:
        wanted = wanted.where(ChangeRow.row_id.in_(_rows_of(session, customer_id)))
    # PostgreSQL would walk the whole journal by its key to spare itself the sorting of one set.
    postgresql = session.get_bind().dialect.name == "postgresql"
    rows = list(session.scalars(wanted.order_by(ChangeRow.id + 0 if postgresql else ChangeRow.id)))
    begun = beginnings(session, rows)
    for row in rows:
        session.expunge(row)
        row.patch = begun.get(row.id, row.patch)
    names = Names(session, rows)
    found = [names.row_change(row) for row in rows]
    return [change for change in found if change.op != "U" or change.fields]


def blockers(session: Session, seq: int, limit: int = 20) -> list[Blocker]:
    """Who stands in the way of taking change set `seq` back, newest first, named; at most `limit`."""
    found: dict[int, tuple[str, uuid.UUID]] = {}
    for later, table, row_id in undo.dependants(session, seq):
        found.setdefault(later, (table, row_id))
        if len(found) >= limit:
            break
    sets = session.scalars(select(ChangeSetRow).where(ChangeSetRow.seq.in_(found)))
    by_seq = {row.seq: row for row in sets}
    changes = [ChangeRow(table_name=table, row_id=row_id, op="U") for table, row_id in found.values()]
    names = Names(session, changes)
    return [
        Blocker(change_set_record(by_seq[later]), names.record(table, row_id))
        for later, (table, row_id) in sorted(found.items(), reverse=True)
        if later in by_seq
    ]


class Names:
    """Names for the rows of a change set: read together, a few statements for any number of changes."""

    def __init__(self, session: Session, changes: Sequence[ChangeRow]) -> None:
        self._owner: dict[uuid.UUID, uuid.UUID] = {}
        self._shown: dict[uuid.UUID, str] = {}
        by_table: dict[str, set[uuid.UUID]] = {}
        for change in changes:
            by_table.setdefault(change.table_name, set()).add(change.row_id)
        for part in PARTS:
            self._load_part(session, part, by_table.get(part.__tablename__, set()))
        for change in [*self._gone(session, changes), *changes]:
            self._from_patch(change)
        self._load_names(session, by_table)
        self._values = self._load_values(session, changes)
        self._slots = SlotNames(session, changes)

    def _load_part(self, session: Session, part: Any, ids: set[uuid.UUID]) -> None:
        if ids:
            for key, owner in session.execute(select(part.id, part.customer_id).where(part.id.in_(ids))):
                self._owner[key] = owner

    def _gone(self, session: Session, changes: Sequence[ChangeRow]) -> list[ChangeRow]:
        """How the rows that are not there any more went: their last values say what they were, and whose."""
        ids = {c.row_id for c in changes if c.op != "D" and c.row_id not in self._owner}
        last = select(ChangeRow).where(ChangeRow.row_id.in_(ids), ChangeRow.op == "D").order_by(ChangeRow.id)
        return list(session.scalars(last)) if ids else []

    def _from_patch(self, change: ChangeRow) -> None:
        patch: Patch = change.patch or {}
        was = patch.get("customer_id", [None, None])
        if was[0]:
            self._owner.setdefault(change.row_id, uuid.UUID(was[0]))
        if change.op == "D" and "name" in patch:
            self._shown[change.row_id] = str(patch["name"][0])

    def _load_names(self, session: Session, by_table: dict[str, set[uuid.UUID]]) -> None:
        customers = by_table.get("customer", set()) | set(self._owner.values())
        wanted: tuple[tuple[Any, set[uuid.UUID]], ...] = (
            (CustomerEntity, customers),
            (TagEntity, by_table.get("tag", set())),
            (UserRow, by_table.get("app_user", set())),
            (TeamRow, by_table.get("team", set())),
        )
        for entity, ids in wanted:
            if ids:
                rows = session.execute(select(entity.id, entity.name).where(entity.id.in_(ids)))
                self._shown |= {key: name for key, name in rows}

    def _load_values(self, session: Session, changes: Iterable[ChangeRow]) -> dict[str, str]:
        """The names behind owners, teams and tags that were changed from or to."""
        wanted: dict[str, set[uuid.UUID]] = {name: set() for name in _NAMED}
        for change in changes:
            for name in wanted.keys() & (change.patch or {}).keys():
                wanted[name] |= {uuid.UUID(v) for v in (change.patch or {})[name] if v}
        found: dict[str, str] = {}
        for name, entity in _NAMED.items():
            if wanted[name]:
                rows = session.execute(select(entity.id, entity.name).where(entity.id.in_(wanted[name])))
                found |= {key.hex: shown for key, shown in rows}
        return found

    def record(self, table: str, row_id: uuid.UUID) -> str:
        """The name of a row: its own, or its customer's."""
        own = self._shown.get(row_id)
        return own if own is not None else self._shown.get(self._owner.get(row_id, row_id), "")

    def row_change(self, change: ChangeRow) -> RowChange:
        customer = change.row_id if change.table_name == "customer" else self._owner.get(change.row_id)
        return RowChange(
            table=change.table_name,
            row_id=change.row_id,
            op=change.op,
            what=TABLES.get(change.table_name) or Message(change.table_name),
            record=self.record(change.table_name, change.row_id),
            customer_id=customer,
            fields=tuple(self._fields(change)),
        )

    def _fields(self, change: ChangeRow) -> Iterable[FieldChange]:
        order = [c.name for c in Base.metadata.tables[change.table_name].columns]
        patch = change.patch or {}
        for column in sorted(patch.keys() & set(order), key=order.index):
            old, new = patch[column]
            empty = old in (None, "") and (new in (None, "") or (not new and column in _OFF_AT_FIRST))
            if column in _HIDDEN or column.endswith("_key") or empty:
                continue
            label = self._slots.label(column, change.id) or field_label(change.table_name, column)
            yield FieldChange(label, self._text(change, column, old), self._text(change, column, new))

    def _text(self, change: ChangeRow, column: str, value: Any) -> str | None:
        if value is None or value == "":
            return None
        if column.startswith("custom_"):
            return self._slots.text(column, str(value), change.id)
        if column in _NAMED:
            return self._values.get(uuid.UUID(str(value)).hex, str(value))
        return str(value)
