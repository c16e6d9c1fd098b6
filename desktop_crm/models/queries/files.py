"""Reading attachments: the list of a customer, contents, and what nothing can bring back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.journal import ChangeRow, ChangeSetRow
from desktop_crm.models.entities.files import AttachmentEntity, FileContent
from desktop_crm.models.errors import NotFoundError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.files import Attachment, UnusedContents
from desktop_crm.models.records.listed import Id
from desktop_crm.models.text.filenames import is_dangerous

GONE = Message(QT_TRANSLATE_NOOP("messages", "This file is not there any more."))
CONTENT_GONE = QT_TRANSLATE_NOOP("messages", "The content of {name} is missing or damaged in the database.")
CONTENT_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "A back-up from before may still hold it."))
_A = AttachmentEntity


def attachments(session: Session, customer_id: Id) -> list[Attachment]:
    """The files of a customer, newest first: two statements."""
    rows = session.scalars(
        select(_A).where(_A.customer_id == customer_id, _A.deleted_at.is_(None)).order_by(_A.created_at.desc(), _A.id)
    ).all()
    who = _who(session, [row.id for row in rows])
    return [
        Attachment(
            id=row.id,
            customer_id=row.customer_id,
            name=row.name,
            media_type=row.media_type,
            size=row.size,
            sha256=row.sha256,
            note=row.note,
            added_at=row.created_at,
            who=who.get(row.id, ""),
            dangerous=is_dangerous(row.name),
        )
        for row in rows
    ]


def _who(session: Session, ids: list[Id]) -> dict[Id, str]:
    """Who added each: what the journal says of its first insert."""
    if not ids:
        return {}
    first = (
        select(func.min(ChangeRow.id)).where(ChangeRow.row_id.in_(ids), ChangeRow.op == "I").group_by(ChangeRow.row_id)
    )
    found = session.execute(
        select(ChangeRow.row_id, ChangeSetRow.who)
        .join(ChangeSetRow, ChangeSetRow.seq == ChangeRow.change_set)
        .where(ChangeRow.id.in_(first))
    )
    return {row_id: who for row_id, who in found}


def content_of(session: Session, attachment_id: Id) -> tuple[str, bytes]:
    """The name and the content of an attachment. Raises NotFoundError where either is gone or not what it was."""
    row = session.execute(
        select(_A.name, _A.sha256, FileContent.content)
        .join(FileContent, FileContent.sha256 == _A.sha256, isouter=True)
        .where(_A.id == attachment_id)
    ).first()
    if row is None:
        raise NotFoundError(GONE)
    content = None if row.content is None else bytes(row.content)
    if content is None or hashlib.sha256(content).hexdigest() != row.sha256:
        raise NotFoundError(Message(CONTENT_GONE, {"name": row.name}), CONTENT_ADVICE)
    return row.name, content


def check_contents(session: Session, monitor: Monitor) -> tuple[Message, ...]:
    """Attachments without their content, and contents that are not what they were: read one at a time."""
    return tuple(_content_problems(session, monitor))


def _content_problems(session: Session, monitor: Monitor) -> Iterator[Message]:
    stored = set(session.scalars(select(FileContent.sha256)))
    for name, key in session.execute(select(_A.name, _A.sha256)):
        if key not in stored:
            yield Message(
                QT_TRANSLATE_NOOP("messages", "The content of the attachment {name} is missing."), {"name": name}
            )
    for at, key in enumerate(sorted(stored)):
        monitor.report(at, len(stored))
        size, content = session.execute(
            select(FileContent.size, FileContent.content).where(FileContent.sha256 == key)
        ).one()
        if size != len(content) or hashlib.sha256(content).hexdigest() != key:
            words = QT_TRANSLATE_NOOP("messages", "The content {key} of an attachment is damaged.")
            yield Message(words, {"key": key[:12]})


def kept_keys(session: Session) -> set[str]:
    """The contents that an attachment shows, or that undo and redo can still bring back."""
    kept = set(session.scalars(select(_A.sha256).distinct()))
    patches = session.scalars(
        select(ChangeRow.patch)
        .where(ChangeRow.table_name == _A.__tablename__, ChangeRow.op != "I")
        .execution_options(yield_per=1_000)
    )
    for patch in patches:
        kept |= {key for key in (patch or {}).get("sha256", ()) if key}
    return kept


def unused_contents(session: Session) -> UnusedContents:
    """How many contents nothing can bring back, and how much room they take."""
    kept = kept_keys(session)
    sizes = [size for key, size in session.execute(select(FileContent.sha256, FileContent.size)) if key not in kept]
    return UnusedContents(len(sizes), sum(sizes))
