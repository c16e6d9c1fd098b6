"""What the import wizard has done beside the window: `fn(monitor, database, …)` in a thread for a server, in a child
process for a file."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm.controllers.importing_state import Stamp
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_crm.models.db.context import Monitor
    from desktop_crm.models.records.imports import RowOutcome, RowPage
    from desktop_crm.models.records.listed import Id

GONE = QT_TRANSLATE_NOOP("messages", "“{file}” is not there any more. Nothing was written.")
GONE_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Put the file back, or choose another one in the first step."))
OTHER_FILE = QT_TRANSLATE_NOOP("messages", "“{file}” was changed since it was checked. Nothing was written.")
OTHER_ADVICE = Message(QT_TRANSLATE_NOOP("messages", "Check it again to see what it does now."))


def in_file(monitor: Monitor, target: str, fn: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    """`fn` on a file's database, in a process of its own."""
    from desktop_crm.models.opening import open_database

    database = open_database(target)
    try:
        return fn(monitor, database, *args)
    finally:
        database.close()


def stamp_of(path: str) -> Stamp:
    """Raises UserError where the file is not there."""
    try:
        found = Path(path).stat()
    except OSError as error:
        raise UserError(Message(GONE, {"file": Path(path).name}), GONE_ADVICE) from error
    return Stamp(found.st_size, found.st_mtime_ns)


def same_file(path: str, stamp: Stamp) -> None:
    """Raises UserError where the file is not the one that was looked at."""
    if stamp_of(path) != stamp:
        raise UserError(Message(OTHER_FILE, {"file": Path(path).name}), OTHER_ADVICE)


def rows(path: str, outcomes: tuple[RowOutcome, ...], text: str, first: int, most: int) -> RowPage:
    from desktop_crm.models.exchange.outcomes import read_page

    return read_page(Path(path), offset=first, limit=most, outcomes=outcomes, text=text)


def is_undone(session: Session, change_set: Id) -> bool:
    """Whether a change set is taken back at present."""
    from desktop_crm.models.db.undo import find

    return find(session, change_set).undone_by is not None


# Files of our own.


def rows_file(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{uuid.uuid4().hex}.rows"


def remove_rows(path: str) -> None:
    Path(path).unlink(missing_ok=True)


def write_pasted(folder: Path, name: str, text: str) -> Path:
    """A copied table as a file."""
    place = folder / uuid.uuid4().hex
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{name}.tsv"
    path.write_text("\n".join("\t".join(map(_value, line.split("\t"))) for line in text.splitlines()), "utf-8-sig")
    return path


def _value(cell: str) -> str:
    """Apostrophes that our own copy puts before a formula are no part of a value."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def remove(path: Path) -> None:
    """Copies of people's data do not stay behind."""
    shutil.rmtree(path.parent, ignore_errors=True)
