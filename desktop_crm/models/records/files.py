"""Attachments as they travel between threads, and what to attach."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_crm.models.messages import Message
from desktop_crm.models.records.listed import Id


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a customer. `who` added it; `dangerous` by its name, so that it is never opened."""

    id: Id
    customer_id: Id
    name: str
    media_type: str
    size: int
    sha256: str
    note: str
    added_at: dt.datetime
    who: str
    dangerous: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What to attach: a file on this computer, or content that has none yet (a picture from the clipboard)."""

    name: str
    path: Path | None = None
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A content that is in the database, under the name that it came with."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not attached, and why."""

    name: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of the files: `repeated` are the names under which the customer has a content already."""

    added: tuple[Id, ...] = ()
    repeated: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class UnusedContents:
    """Contents that neither an attachment nor the journal of one can bring back."""

    count: int
    size: int


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page: 32 bits a pixel (blue, green, red, unused), `stride` bytes a line."""

    width: int
    height: int
    stride: int
    pixels: bytes
    number: int
    pages: int
