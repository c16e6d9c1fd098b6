"""Writes search documents and their tokens: a table on both databases, FTS5 beside it on SQLite, an array under
GIN on PostgreSQL. Neither needs an extension."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from operator import attrgetter

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from desktop_crm.models.db.bulk import copy_rows
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.search.documents import Document, document_grams, gram_set

_COLUMNS = ("record_id", "name_key", "initials", "pinyin", "lines", "alive")
_TEXTS = attrgetter(*_COLUMNS[1:])
_ADD = "INSERT INTO search_gram (rowid, grams) VALUES (?, ?)"
# A contentless index forgets a document only when told its very tokens; they are made again from its lines.
_DROP = "INSERT INTO search_gram (search_gram, rowid, grams) VALUES ('delete', ?, ?)"


def replace_documents(session: Session, ids: Sequence[uuid.UUID], documents: Sequence[Document]) -> None:
    """Takes away the documents of `ids` and stores the new ones."""
    stored = session.execute(
        select(SearchDocument.id, SearchDocument.record_id, SearchDocument.lines).where(
            SearchDocument.record_id.in_(ids)
        )
    ).all()
    fresh = {d.record_id: d for d in documents}
    same = {row.record_id for row in stored if row.record_id in fresh and fresh[row.record_id].lines == row.lines}
    gone = [(row.id, row.lines) for row in stored if row.record_id not in same]
    _drop(session, gone)
    add_documents(session, [d for d in documents if d.record_id not in same])


def _drop(session: Session, gone: Sequence[tuple[int, str]]) -> None:
    if not gone:
        return
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_DROP, [(key, " ".join(document_grams(lines))) for key, lines in gone])
    connection.execute(delete(SearchDocument).where(SearchDocument.id.in_([key for key, _ in gone])))


def drop_rows(session: Session, records: Sequence[uuid.UUID]) -> None:
    """Takes away the documents of these records but leaves their tokens, until `write_tokens_anew`."""
    session.connection().execute(delete(SearchDocument).where(SearchDocument.record_id.in_(records)))


def write_tokens_anew(session: Session) -> None:
    """Where most documents went: on SQLite the tokens of the few that stay are written once more, in place of saying
    those of all that went."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql("INSERT INTO search_gram (search_gram) VALUES ('delete-all')")
    left = connection.execute(select(SearchDocument.id, SearchDocument.lines)).all()
    if left:
        connection.exec_driver_sql(_ADD, [(key, " ".join(document_grams(lines))) for key, lines in left])


def add_documents(session: Session, documents: Sequence[Document]) -> None:
    """Stores documents of records that have none."""
    if not documents:
        return
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        rows = ((d.record_id, *_TEXTS(d), document_grams(d.lines)) for d in documents)
        copy_rows(connection, "search_document", (*_COLUMNS, "grams"), rows)
        return
    last = connection.execute(text("SELECT coalesce(max(id), 0) FROM search_document")).scalar_one()
    # Straight to the driver: SQLAlchemy's work on each value would take as long as the index itself.
    names, marks = ", ".join(("id", *_COLUMNS)), ", ".join("?" * (len(_COLUMNS) + 1))
    connection.exec_driver_sql(
        f"INSERT INTO search_document ({names}) VALUES ({marks})",
        [(last + i, d.record_id.bytes, *_TEXTS(d)) for i, d in enumerate(documents, 1)],
    )
    connection.exec_driver_sql(_ADD, [(last + i, " ".join(gram_set(d.lines))) for i, d in enumerate(documents, 1)])
