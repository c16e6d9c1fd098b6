"""Checks a whole database: its pages, its references, its search documents, its journal."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from desktop_crm.models.db.base import Base, journaled_tables
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

LIMIT = 20
DAMAGE = QT_TRANSLATE_NOOP("messages", "The file is damaged: {what}")
DANGLING = QT_TRANSLATE_NOOP("messages", "{table}.{column}: {count} rows point to no {parent}")
UNSEEN = QT_TRANSLATE_NOOP("messages", "{table}: the journal does not see {operations}")
NO_BEGINNING = QT_TRANSLATE_NOOP("messages", "{table}: {count} rows have no beginning in the journal")


def check_pages(session: Session) -> tuple[Message, ...]:
    """What is wrong with the file itself; a server checks its own."""
    if session.get_bind().dialect.name != "sqlite":
        return ()
    try:
        found = [row[0] for row in session.execute(text(f"PRAGMA integrity_check({LIMIT})"))]
    except DatabaseError as error:  # some damage stops the very check
        return (Message(DAMAGE, {"what": str(error.orig)}),)
    return () if found == ["ok"] else tuple(Message(DAMAGE, {"what": one}) for one in found)


def check_references(session: Session) -> tuple[Message, ...]:
    """Rows that point to rows that are not there."""
    return tuple(_dangling(session))


def _dangling(session: Session) -> Iterator[Message]:
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            child, parent = key.parent, key.column
            sql = (
                f'SELECT count(*) FROM "{table.name}" c WHERE c."{child.name}" IS NOT NULL AND NOT EXISTS '
                f'(SELECT 1 FROM "{parent.table.name}" p WHERE p."{parent.name}" = c."{child.name}")'
            )
            count = session.execute(text(sql)).scalar_one()
            if count:
                yield Message(
                    DANGLING,
                    {"table": table.name, "column": child.name, "count": count, "parent": parent.table.name},
                )


def check_journal(session: Session) -> tuple[Message, ...]:
    """Whether the triggers are there, every row has its beginning in the journal, and every set its count."""
    return tuple(_journal(session))


def _journal(session: Session) -> Iterator[Message]:
    names = {table.name for table in journaled_tables()}
    if session.get_bind().dialect.name == "sqlite":
        rows = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    else:
        rows = session.execute(text("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"))
    triggers = {row[0] for row in rows}
    for name in sorted(names):
        missing = [op for op in ("insert", "update", "delete") if f"journal_{name}_{op}" not in triggers]
        if missing:
            yield Message(UNSEEN, {"table": name, "operations": ", ".join(missing)})
        unknown = session.execute(
            text(
                f'SELECT count(*) FROM "{name}" t WHERE NOT EXISTS '
                "(SELECT 1 FROM change c WHERE c.row_id = t.id AND c.op IN ('I', 'D'))"
            )
        ).scalar_one()
        if unknown:
            yield Message(NO_BEGINNING, {"table": name, "count": unknown})
