"""Takes change sets back, from the journal alone: what a write was does not matter.

Undo applies the inverse of a set's changes, newest first. Values go back exactly as they were stored. The row's
version goes back too when nothing else has touched the row since, so that undoing everything gives the first state;
otherwise it moves on, so that a form opened in between still notices."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Column, ColumnElement, FromClause, Table, literal, literal_column, select, update
from sqlalchemy.orm import Session, aliased

from desktop_crm.models.db.base import BOOKKEEPING, Base
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.inverse import apply_inverse
from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow, Patch
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.change_kind import ChangeKind

NOTHING_TO_UNDO = Message(QT_TRANSLATE_NOOP("messages", "There is nothing to undo."))
NOTHING_TO_REDO = Message(QT_TRANSLATE_NOOP("messages", "There is nothing to redo."))
UNKNOWN = Message(QT_TRANSLATE_NOOP("messages", "That change is not in the history."))
NOT_UNDOABLE = Message(QT_TRANSLATE_NOOP("messages", "That change is undone already, or is an undo itself."))


def last_done(session: Session, user_id: uuid.UUID) -> ChangeSetRow | None:
    """The change set that Ctrl+Z takes back: the person's own newest one that stands."""
    return session.scalars(
        select(ChangeSetRow)
        .where(ChangeSetRow.user_id == user_id, ChangeSetRow.kind == ChangeKind.DO)
        .where(ChangeSetRow.undone_by.is_(None))
        .order_by(ChangeSetRow.seq.desc())
        .limit(1)
    ).first()


def last_undone(session: Session, user_id: uuid.UUID) -> ChangeSetRow | None:
    """The change set that Ctrl+Shift+Z brings back; none once something new was done after the undo."""
    own = (ChangeSetRow.user_id == user_id) & (ChangeSetRow.kind == ChangeKind.DO)
    undone = session.scalars(
        select(ChangeSetRow)
        .where(own, ChangeSetRow.undone_by.is_not(None))
        .order_by(ChangeSetRow.undone_by.desc())
        .limit(1)
    ).first()
    if undone is None:
        return None
    newer = select(ChangeSetRow.seq).where(own, ChangeSetRow.seq > undone.undone_by).limit(1)
    return None if session.scalars(newer).first() is not None else undone


def undo(ctx: CommandContext, target: ChangeSetRow) -> None:
    """Takes `target` back. The caller has asked `dependants` first. Raises UserError."""
    if target.undone_by is not None or target.kind not in (ChangeKind.DO, ChangeKind.OUTSIDE):
        raise UserError(NOT_UNDOABLE)
    apply_inverse(ctx, target.seq)
    ctx.session.execute(update(ChangeSetRow).where(ChangeSetRow.seq == target.seq).values(undone_by=ctx.seq))
    ctx.kind, ctx.target_seq, ctx.title = ChangeKind.UNDO, target.seq, Message.from_json(target.title)


def redo(ctx: CommandContext, target: ChangeSetRow) -> None:
    """Brings `target`, which is undone, back: the inverse of its undo."""
    if target.undone_by is None:
        raise UserError(NOTHING_TO_REDO)
    apply_inverse(ctx, target.undone_by)
    ctx.session.execute(update(ChangeSetRow).where(ChangeSetRow.seq == target.seq).values(undone_by=None))
    ctx.kind, ctx.target_seq, ctx.title = ChangeKind.REDO, target.seq, Message.from_json(target.title)


def find(session: Session, change_set: uuid.UUID) -> ChangeSetRow:
    """The change set of that id; raises NotFoundError."""
    row = session.scalars(select(ChangeSetRow).where(ChangeSetRow.id == change_set)).first()
    if row is None:
        raise NotFoundError(UNKNOWN)
    return row


# --- who depends on a change set --------------------------------------------------------------------


def dependants(session: Session, seq: int) -> list[tuple[int, str, uuid.UUID]]:
    """The standing later changes that taking back `seq` would trample on: (change set, table, row).

    A later change depends when it touched the same column of the same row, when it touched a row that would
    vanish, or when it made a row point to one that would vanish. Changes of other columns do not collide."""
    return [*_same_rows(session, seq), *_references(session, seq)]


def _same_rows(session: Session, seq: int) -> Iterator[tuple[int, str, uuid.UUID]]:
    mine, theirs = aliased(ChangeRow), aliased(ChangeRow)
    found = session.execute(
        select(mine.table_name, mine.row_id, mine.op, mine.patch, theirs.op, theirs.patch, ChangeSetRow.seq)
        .join(theirs, (theirs.row_id == mine.row_id) & (theirs.id > mine.id))
        .join(ChangeSetRow, ChangeSetRow.seq == theirs.change_set)
        .where(mine.change_set == seq, theirs.change_set != seq)
        .where(ChangeSetRow.undone_by.is_(None))
        .where(ChangeSetRow.kind.in_([ChangeKind.DO, ChangeKind.OUTSIDE]))
        .execution_options(yield_per=1_000)
    )
    for table, row_id, op, patch, later_op, later_patch, later in found:
        if op != "U" or later_op != "U" or _overlap(patch, later_patch):
            yield later, table, row_id


def _overlap(first: Patch | None, second: Patch | None) -> bool:
    shared = set(first or ()) & set(second or ())
    return bool(shared - BOOKKEEPING)


def _references(session: Session, seq: int) -> Iterator[tuple[int, str, uuid.UUID]]:
    all_of_it = select(ChangeRow.row_id).where(ChangeRow.change_set == seq)
    # A row that was replaced within the set stood before it, and stands again after the undo.
    made = all_of_it.where(ChangeRow.op == "I", ChangeRow.row_id.not_in(all_of_it.where(ChangeRow.op == "D")))
    tables = session.scalars(
        select(ChangeRow.table_name).where(ChangeRow.change_set == seq, ChangeRow.op == "I").distinct()
    ).all()
    for name in tables:
        for column in referring(Base.metadata.tables[name]):
            child = column.table
            if session.execute(select(literal(1)).select_from(child).limit(1)).first() is None:
                continue
            # Each found row by itself: a list of all that the set made, a million perhaps, would be made for every
            # column that refers to one of its tables.
            mine = made_by(seq, child)
            pointing = column.in_(made.where(ChangeRow.table_name == name))
            ids = session.scalars(select(child.c.id).where(pointing, ~mine)).all()
            own = set_by(session, seq, column) if ids else set()
            for row_id in (one for one in ids if one not in own):
                newest = session.scalars(
                    select(ChangeRow.change_set)
                    .where(ChangeRow.row_id == row_id)
                    .order_by(ChangeRow.id.desc())
                    .limit(1)
                ).first()
                yield newest or seq, child.name, row_id


def made_by(seq: int, table: FromClause) -> ColumnElement[bool]:
    """Whether the set made a row that was not there before, asked by the row's own few changes: what SQLite knows of
    the journal may be from when it was small, and it would walk all changes of the set for each row."""
    one, gone = aliased(ChangeRow), aliased(ChangeRow)
    taken = select(gone.row_id).where(gone.change_set == seq, gone.op == "D")
    own = select(one.id).where(one.row_id == table.c.id, one.change_set + 0 == seq, one.op == "I")
    return own.where(one.row_id.not_in(taken)).correlate(table).exists()


def set_by(session: Session, seq: int, column: Column[Any]) -> set[uuid.UUID]:
    """The rows of which the set itself changed a column: taking it back changes it again."""
    if session.connection().dialect.name == "postgresql":
        named = f"jsonb_exists(patch, '{column.name}')"
    else:
        named = f"json_type(patch, '$.{column.name}') IS NOT NULL"
    own = select(ChangeRow.row_id).where(
        ChangeRow.change_set == seq,
        ChangeRow.table_name == column.table.name,
        ChangeRow.op == "U",
        literal_column(named, Boolean),
    )
    return set(session.scalars(own))


def referring(table: Table) -> list[Column[Any]]:
    """The columns that point to a table."""
    return [
        key.parent
        for other in Base.metadata.tables.values()
        for key in other.foreign_keys
        if key.column.table is table and "id" in other.c
    ]
