"""Keeps the search documents true: after every command the journal says whose documents to renew."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, literal_column, or_, select, text, update
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import MADE, Monitor
from desktop_crm.models.db.journal import FORMER_CUSTOMER, ChangeRow
from desktop_crm.models.db.meta import Meta
from desktop_crm.models.entities.customers import (
    ContactEntity,
    ContactPointEntity,
    CustomerEntity,
)
from desktop_crm.models.entities.files import AttachmentEntity
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.search.custom import customers_of_changed_fields, findable
from desktop_crm.models.search.documents import FORMAT, make_documents
from desktop_crm.models.search.load import load_sources
from desktop_crm.models.search.store import drop_rows, replace_documents, write_tokens_anew

BATCH = 1_000
RENEWING = Message(QT_TRANSLATE_NOOP("messages", "Renewing the search index…"))
_PARTS: tuple[Any, ...] = (ContactEntity, ContactPointEntity, AttachmentEntity)
# Columns whose change is visible in a document; a moved stage or a new owner renews nothing.
_VISIBLE = frozenset({"name", "kind", "short_name", "credit_code", "number", "notes"})


def renew_changed(session: Session, seq: int, tables: Collection[str], monitor: Monitor) -> None:
    """Renews the documents of all customers that change set `seq`, which changed these tables, made findable otherwise.
    Raises CancelledError."""
    ids = list(dict.fromkeys(_affected(session, seq, tables)))
    lost = _most_that_went(session, seq) if len(ids) > BATCH else set()
    # Those that went come first, so that the steps of both kinds are told of alike.
    ids = [*(one for one in ids if one in lost), *(one for one in ids if one not in lost)]
    for start in range(0, len(ids), BATCH):
        if len(ids) > BATCH:  # of a small command nobody needs to hear
            monitor.report(start, len(ids), RENEWING)
        if start < len(lost):
            drop_rows(session, ids[start : min(start + BATCH, len(lost))])
        if start < len(lost) <= start + BATCH:
            write_tokens_anew(session)
        if rest := ids[max(start, len(lost)) : start + BATCH]:
            renew(session, rest)
    if "customer" in tables:
        _follow_bin(session, seq)


def _most_that_went(session: Session, seq: int) -> set[uuid.UUID]:
    """The customers that went, where they were more than those that stay, as after the undo of a first import."""
    gone = select(ChangeRow.row_id).where(
        ChangeRow.change_set == seq, ChangeRow.table_name == "customer", ChangeRow.op == "D"
    )
    lost = set(session.scalars(gone)) - set(
        session.scalars(select(CustomerEntity.id).where(CustomerEntity.id.in_(gone)))
    )
    documents = session.scalar(select(func.count()).select_from(SearchDocument)) or 0
    return lost if 2 * len(lost) > documents else set()


def _follow_bin(session: Session, seq: int) -> None:
    """Marks the documents of customers that went into the recycle bin or came out of it."""
    changed = select(ChangeRow.row_id).where(
        _of_set(session, seq), ChangeRow.table_name == "customer", ChangeRow.op != "D"
    )
    for alive in (True, False):
        state = CustomerEntity.deleted_at.is_(None) if alive else CustomerEntity.deleted_at.is_not(None)
        session.execute(
            update(SearchDocument)
            .where(SearchDocument.alive != alive, SearchDocument.record_id.in_(changed))
            .where(SearchDocument.record_id.in_(select(CustomerEntity.id).where(state, CustomerEntity.id.in_(changed))))
            .values(alive=alive)
            .execution_options(synchronize_session=False)
        )


def renew(session: Session, ids: Sequence[uuid.UUID]) -> None:
    """Makes the documents of these customers anew; those of customers that are gone go."""
    replace_documents(session, ids, make_documents(load_sources(session, ids)))


def rebuild(session: Session) -> int:
    """Makes every document anew, in one go; returns how many there are."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search_gram (search_gram) VALUES ('delete-all')")
    connection.execute(text("DELETE FROM search_document"))
    ids = session.scalars(select(CustomerEntity.id).order_by(CustomerEntity.id)).all()
    for start in range(0, len(ids), BATCH):
        renew(session, ids[start : start + BATCH])
    return len(ids)


def bring_up(session: Session) -> int:
    """Renews the documents of a database that was last opened by an older version; returns how many."""
    known = session.get(Meta, "search_format")
    if known is not None and int(known.value) >= FORMAT:
        return 0
    # Until format 2 notes could not be found, and there were no attachments.
    ids = session.scalars(select(CustomerEntity.id).where(CustomerEntity.notes != "")).all()
    for start in range(0, len(ids), BATCH):
        renew(session, ids[start : start + BATCH])
    session.merge(Meta(key="search_format", value=str(FORMAT)))
    return len(ids)


def _of_set(session: Session, seq: int) -> ColumnElement[bool]:
    """The changes of a set but for the new rows whose documents were made when they were written."""
    first, last = session.info.get(MADE, {}).get(seq, (0, 0))
    own = ChangeRow.change_set == seq
    return own & or_(ChangeRow.id <= first, ChangeRow.id > last) if last > first else own


def _affected(session: Session, seq: int, tables: Collection[str]) -> Iterator[uuid.UUID]:
    mine = select(ChangeRow.row_id).where(_of_set(session, seq))
    if "customer" in tables:
        yield from _changed_customers(session, seq)
    if "custom_field" in tables:
        yield from customers_of_changed_fields(session, seq)
    for part in _PARTS:
        name = part.__tablename__
        if name not in tables:
            continue
        yield from session.scalars(
            select(part.customer_id).where(part.id.in_(mine.where(ChangeRow.table_name == name))).distinct()
        )
        yield from _former_customers(session, seq, name)


def _changed_customers(session: Session, seq: int) -> Iterator[uuid.UUID]:
    own = _of_set(session, seq) & (ChangeRow.table_name == "customer")
    visible = _VISIBLE | {field.slot for field in findable(session)}
    yield from session.execute(select(ChangeRow.row_id).where(own, ChangeRow.op != "U")).scalars()
    # Most bulk edits change nothing visible: their patches are not worth being read one by one.
    written = cast(ChangeRow.patch, String)
    maybe = or_(*(written.like(f'%"{column}"%') for column in sorted(visible)))
    changes = session.execute(
        select(ChangeRow.row_id, ChangeRow.patch)
        .where(own, ChangeRow.op == "U", maybe)
        .execution_options(yield_per=5_000)
    )
    for row_id, patch in changes:
        if visible & set(patch or ()):
            yield row_id


def _former_customers(session: Session, seq: int, table: str) -> Iterator[uuid.UUID]:
    """Customers that parts were taken away from."""
    former: ColumnElement[str] = literal_column(FORMER_CUSTOMER[session.connection().dialect.name], String)
    found = session.scalars(
        select(former)
        .where(_of_set(session, seq), ChangeRow.table_name == table, ChangeRow.op != "I", former.is_not(None))
        .distinct()
    )
    for was in found:
        yield uuid.UUID(was)
