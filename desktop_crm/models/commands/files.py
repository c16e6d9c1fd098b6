"""Attaching files to customers. A content is stored once, by its SHA-256; what is journaled is who has it."""

from __future__ import annotations

import contextlib
import hashlib
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.db.context import CommandContext, Monitor, Outcome
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.files import AttachmentEntity, FileContent
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.customers import GONE
from desktop_crm.models.queries.files import GONE as FILE_GONE
from desktop_crm.models.queries.files import kept_keys
from desktop_crm.models.records.files import Attached, Refused, Source, StoredFile, UnusedContents
from desktop_crm.models.records.listed import Id
from desktop_crm.models.text.filenames import media_type, numbered, safe_name

MEGABYTE = 1_000_000
DEFAULT_LIMIT = 20 * MEGABYTE
HEAD = 4_096
NOTE_LIMIT = 2_000
_CHUNK = 1 << 20

FOLDER = Message(QT_TRANSLATE_NOOP("messages", "It is a folder. Pack it into one file first."))
NO_FILE = Message(QT_TRANSLATE_NOOP("messages", "It is not an ordinary file."))
VANISHED = Message(QT_TRANSLATE_NOOP("messages", "It is not there any more."))
UNREADABLE = Message(QT_TRANSLATE_NOOP("messages", "It cannot be read."))
OWN_FILE = Message(QT_TRANSLATE_NOOP("messages", "It is the database that is open."))
EMPTY = Message(QT_TRANSLATE_NOOP("messages", "It is empty."))
TOO_LARGE = QT_TRANSLATE_NOOP("messages", "It is larger than {limit} MB, the limit in the settings.")
NEEDS_NAME = Message(QT_TRANSLATE_NOOP("messages", "A file needs a name."))
_A = AttachmentEntity


def attach_files(
    monitor: Monitor, database: Database, customer_id: Id, sources: Sequence[Source], limit: int = DEFAULT_LIMIT
) -> Outcome[Attached]:
    """Reads, stores and attaches files: one undo step. Files that cannot be taken are named in the answer.

    Read one at a time and outside the transaction that attaches, so that a slow disk keeps nobody from writing; what
    was stored when the person cancels is used by the next try, or found by `unused_contents`."""
    stored: list[StoredFile] = []
    refused: list[Refused] = []
    for at, source in enumerate(sources):
        monitor.report(at, len(sources))
        found = _take(database, source, limit)
        if isinstance(found, Refused):
            refused.append(found)
        else:
            stored.append(found)
    monitor.report(len(sources), len(sources))
    return database.execute(add_attachments, customer_id, stored, refused)


def _take(database: Database, source: Source, limit: int) -> StoredFile | Refused:
    name = safe_name(source.name)
    if source.path is not None and is_database(database, source.path):
        return Refused(name, OWN_FILE)
    content = source.content if source.path is None else read_file(source.path, limit)
    if isinstance(content, Message):
        return Refused(name, content)
    if not content:
        return Refused(name, EMPTY)
    if len(content) > limit:
        return Refused(name, too_large(limit))
    stored = StoredFile(name, media_type(name, content[:HEAD]), len(content), hashlib.sha256(content).hexdigest())
    database.execute(keep_content, stored, content)
    return stored


def is_database(database: Database, path: Path) -> bool:
    """Whether it is the open database itself. Opening and closing that would drop SQLite's locks on it."""
    if database.path is None:
        return False
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError, ValueError):
            if path.samefile(f"{database.path}{suffix}"):
                return True
    return False


def too_large(limit: int) -> Message:
    return Message(TOO_LARGE, {"limit": limit // MEGABYTE})


def read_file(path: Path, limit: int) -> bytes | Message:
    """The content of an ordinary file, or why there is none. Stops reading at the limit, whatever size was said."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return FOLDER
        if not stat.S_ISREG(mode):
            return NO_FILE  # a pipe or a device would never end
        parts, size = [], 0
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    return too_large(limit)
                parts.append(chunk)
        return b"".join(parts)
    except FileNotFoundError:
        return VANISHED
    except (OSError, ValueError):
        return UNREADABLE


def keep_content(ctx: CommandContext, stored: StoredFile, content: bytes) -> None:
    """Stores a content unless it is there. Not journaled: it is no change until somebody attaches it."""
    session = ctx.session
    known = session.scalars(select(FileContent.sha256).where(FileContent.sha256 == stored.sha256)).first()
    if known is not None:
        return
    values = {"sha256": stored.sha256, "size": stored.size, "content": content}
    if session.connection().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as insert_once

        # Two people may attach one content at the same moment.
        session.execute(insert_once(FileContent).values(values).on_conflict_do_nothing())
    else:
        session.execute(insert(FileContent).values(values))


def add_attachments(
    ctx: CommandContext, customer_id: Id, files: Sequence[StoredFile], refused: Sequence[Refused] = ()
) -> Attached:
    """Attaches stored contents, except those that the customer has already. Raises NotFoundError."""
    session = ctx.session
    customer = _customer_name(session, customer_id)
    have = session.execute(select(_A.sha256, _A.name).where(_A.customer_id == customer_id, _A.deleted_at.is_(None)))
    names = {key: name for key, name in have}
    taken = {name.casefold() for name in names.values()}
    wanted = select(FileContent.sha256).where(FileContent.sha256.in_([file.sha256 for file in files]))
    stored = set(session.scalars(wanted))
    rows: list[dict[str, Any]] = []
    repeated: list[str] = []
    missing: list[Refused] = []
    for file in files:
        if file.sha256 not in stored:  # purged between reading and attaching
            missing.append(Refused(file.name, VANISHED))
            continue
        if file.sha256 in names:
            repeated.append(names[file.sha256])
            continue
        name = numbered(file.name, taken)
        names[file.sha256] = name
        taken.add(name.casefold())
        rows.append({"id": new_id(), "customer_id": customer_id, "name": name, "note": ""} | _facts(file))
    if rows:
        session.connection().execute(insert(_A.__table__), rows)  # type: ignore[arg-type]
        _touch(session, customer_id)
    if len(rows) == 1:
        ctx.title = Message(
            QT_TRANSLATE_NOOP("messages", "Attach {file} to {name}"), {"file": rows[0]["name"], "name": customer}
        )
    else:
        ctx.title = Message(
            QT_TRANSLATE_NOOP("messages", "Attach {count} files to {name}"), {"count": len(rows), "name": customer}
        )
    return Attached(tuple(row["id"] for row in rows), tuple(repeated), (*refused, *missing))


def _facts(file: StoredFile) -> dict[str, str | int]:
    return {"media_type": file.media_type, "size": file.size, "sha256": file.sha256}


def rename_attachment(ctx: CommandContext, attachment_id: Id, name: str) -> str:
    """Gives a file another name, made safe; without a suffix it keeps its own. Returns the name. Raises UserError."""
    row = _attachment(ctx.session, attachment_id)
    if not name.strip(" ."):
        raise UserError(NEEDS_NAME, fields={"name": NEEDS_NAME})
    wanted = safe_name(name)
    suffix = row.name.rpartition(".")[2] if "." in row.name else ""
    if suffix and "." not in wanted:
        wanted = safe_name(f"{wanted}.{suffix}")
    others = select(_A.name).where(_A.customer_id == row.customer_id, _A.id != row.id, _A.deleted_at.is_(None))
    wanted = numbered(wanted, {other.casefold() for other in ctx.session.scalars(others)})
    if wanted != row.name:
        _write(ctx, row, name=wanted)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Rename {file} to {new}"), {"file": row.name, "new": wanted})
    return wanted


def note_attachment(ctx: CommandContext, attachment_id: Id, note: str) -> None:
    """Says something about a file. Raises NotFoundError."""
    row = _attachment(ctx.session, attachment_id)
    note = note.strip()[:NOTE_LIMIT]
    if note != row.note:
        _write(ctx, row, note=note)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Change note of {file}"), {"file": row.name})


def delete_attachments(ctx: CommandContext, ids: Sequence[Id]) -> int:
    """Takes files away from customers; their contents stay for undo. Returns how many there were."""
    session = ctx.session
    rows = session.execute(select(_A.id, _A.name, _A.customer_id).where(_A.id.in_(ids), _A.deleted_at.is_(None))).all()
    session.connection().execute(delete(_A).where(_A.id.in_([row.id for row in rows])))
    for customer in sorted({row.customer_id for row in rows}):
        _touch(session, customer)
    if len(rows) == 1:
        words: dict[str, str | int | Message] = {
            "file": rows[0].name,
            "name": _customer_name(session, rows[0].customer_id),
        }
        ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Delete {file} of {name}"), words)
    else:
        ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Delete {count} files"), {"count": len(rows)})
    return len(rows)


def purge_contents(ctx: CommandContext) -> UnusedContents:
    """Deletes contents that neither an attachment nor the journal of one can bring back."""
    session = ctx.session
    kept = kept_keys(session)
    unused = [(k, size) for k, size in session.execute(select(FileContent.sha256, FileContent.size)) if k not in kept]
    for key, _ in unused:
        session.execute(delete(FileContent).where(FileContent.sha256 == key))
    return UnusedContents(len(unused), sum(size for _, size in unused))


def _customer_name(session: Session, customer_id: Id) -> str:
    name = session.scalars(select(CustomerEntity.name).where(CustomerEntity.id == customer_id)).first()
    if name is None:
        raise NotFoundError(GONE)
    return name


def _attachment(session: Session, attachment_id: Id) -> AttachmentEntity:
    row = session.scalars(select(_A).where(_A.id == attachment_id, _A.deleted_at.is_(None))).first()
    if row is None:
        raise NotFoundError(FILE_GONE)
    session.expunge(row)
    return row


def _write(ctx: CommandContext, row: AttachmentEntity, **values: str) -> None:
    ctx.session.connection().execute(update(_A).where(_A.id == row.id).values(**values))
    _touch(ctx.session, row.customer_id)


def _touch(session: Session, customer_id: Id) -> None:
    """A change of a part is a change of its customer, too."""
    row = CustomerEntity
    session.connection().execute(update(row).where(row.id == customer_id).values(updated_at=utc_now()))
