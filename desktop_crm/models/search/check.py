"""Compares the search documents with what they should be."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.search.documents import document_grams, make_documents
from desktop_crm.models.search.load import load_sources

BATCH = 1_000
CHECKING = Message(QT_TRANSLATE_NOOP("messages", "Checking the search index…"))
MISSING = QT_TRANSLATE_NOOP("messages", "{count} search documents are missing: {names}")
STALE = QT_TRANSLATE_NOOP("messages", "{count} search documents are stale: {names}")
NOT_FOUND = QT_TRANSLATE_NOOP("messages", "{count} search documents are not found by their tokens: {names}")
SURPLUS = QT_TRANSLATE_NOOP("messages", "{count} search documents belong to no customer")
NO_DOCUMENT = QT_TRANSLATE_NOOP("messages", "The search index holds {count} entries without a document")
_SAMPLE = 20  # documents of each batch whose tokens are asked for one by one
_NAMED = 5

_Wrong = dict[str, list[str]]


def check_search(session: Session, monitor: Monitor | None = None) -> tuple[Message, ...]:
    """What is wrong with the search documents: missing, surplus, stale, or not findable by their tokens."""
    monitor = monitor or Monitor()
    wrong: _Wrong = {MISSING: [], STALE: [], NOT_FOUND: []}
    total = session.scalar(select(func.count()).select_from(CustomerEntity)) or 0
    done = 0
    for ids in _batches(session):
        _compare(session, ids, wrong)
        done += len(ids)
        monitor.report(done, total, CHECKING)
    found = [Message(what, {"count": len(names), "names": _some(names)}) for what, names in wrong.items() if names]
    surplus = session.scalar(_surplus()) or 0
    if surplus:
        found.append(Message(SURPLUS, {"count": surplus}))
    return (*found, *_grams_without_document(session))


def _surplus() -> Select[int]:
    known = select(CustomerEntity.id)
    return select(func.count()).select_from(SearchDocument).where(SearchDocument.record_id.not_in(known))


def _batches(session: Session) -> Iterator[Sequence[uuid.UUID]]:
    last: uuid.UUID | None = None
    while True:
        wanted = select(CustomerEntity.id).order_by(CustomerEntity.id)
        if last is not None:
            wanted = wanted.where(CustomerEntity.id > last)
        ids = session.scalars(wanted.limit(BATCH)).all()
        if not ids:
            return
        yield ids
        last = ids[-1]


def _compare(session: Session, ids: Sequence[uuid.UUID], wrong: _Wrong) -> None:
    sources = load_sources(session, ids)
    names = {source.record_id: source.name for source in sources}
    d = SearchDocument
    columns = select(d.id, d.record_id, d.name_key, d.initials, d.pinyin, d.lines, d.alive).where(d.record_id.in_(ids))
    stored = {row.record_id: row for row in session.execute(columns)}
    for i, document in enumerate(make_documents(sources)):
        row = stored.get(document.record_id)
        name = names[document.record_id]
        if row is None:
            wrong[MISSING].append(name)
        elif tuple(row[2:]) != (
            document.name_key,
            document.initials,
            document.pinyin,
            document.lines,
            document.alive,
        ):
            wrong[STALE].append(name)
        elif i < _SAMPLE and not _holds(session, row.id, document_grams(row.lines)):
            wrong[NOT_FOUND].append(name)


def _holds(session: Session, key: int, tokens: Sequence[str]) -> bool:
    """Whether the index has the document under all of its tokens."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        grams = session.scalar(select(SearchDocument.grams).where(SearchDocument.id == key))
        return sorted(grams or []) == sorted(tokens)
    match = " AND ".join(f'"{token}"' for token in tokens)
    sql = "SELECT 1 FROM search_gram WHERE search_gram MATCH ? AND rowid = ?"
    return not tokens or connection.exec_driver_sql(sql, (match, key)).first() is not None


def _grams_without_document(session: Session) -> Iterator[Message]:
    """On SQLite: whether the index knows documents that are not there (it keeps no text, only who holds a token)."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    # The index cannot be listed, but every document holds its customer's code: one of these begins it.
    codes = " OR ".join(f'"c{n:02d}"' for n in range(100))
    sql = "SELECT count(*) FROM search_gram WHERE search_gram MATCH ? AND rowid NOT IN (SELECT id FROM search_document)"
    surplus = connection.exec_driver_sql(sql, (codes,)).scalar_one()
    if surplus:
        yield Message(NO_DOCUMENT, {"count": surplus})


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
