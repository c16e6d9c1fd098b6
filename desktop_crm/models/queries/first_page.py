"""The list's first page at start, by the bare driver: SQLAlchemy takes longer to load than a window to appear.

Whenever the list shows its first page, the statement that SQLAlchemy made for it is kept in the cache folder,
with its parameters. The next start runs that very text with `sqlite3`. It is only used for the same file format,
the same version and the same list; anything else, and the page comes the usual way a moment later. Loads no
SQLAlchemy."""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import json
import os
import sqlite3
import tempfile
import uuid
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_crm import __version__
from desktop_crm.models.digest import sha256
from desktop_crm.models.queries.customer_decode import decode_row
from desktop_crm.models.records.listed import CustomerRow, Tag
from desktop_crm.models.records.lists import Cursor, ListSpec, Page

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FIRST_PAGE = 200


class FirstPage(NamedTuple):
    """The first page, how many rows the list had when it was last counted (None: not known), and of which list."""

    page: Page[CustomerRow]
    total: int | None
    list: str

    def fits(self, spec: ListSpec) -> bool:
        """Whether this is the first page of that list."""
        return self.list == _fingerprint(spec)


def read_first_page(path: Path, spec: ListSpec, cache: Path) -> FirstPage | None:
    """The first page of a local file, or None when the usual way has to be taken."""
    found = read_kept_page(path, cache)
    return found if found is not None and found.fits(spec) else None


def read_kept_page(path: Path, cache: Path) -> FirstPage | None:
    """The first page of the list that the file was left with, whichever that is."""
    kept = _load(_place(cache, path))
    if kept is None:
        return None
    with contextlib.suppress(sqlite3.Error, OSError, ValueError, LookupError):
        uri = f"file:{path.resolve().as_posix()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0.5)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != kept["schema"]:
                return None
            rows = connection.execute(kept["page"], _parameters(kept["page_values"])).fetchall()
            tags = _tags(connection, kept, [bytes(row[0]) for row in rows])
            names = _names(connection, kept, rows)
        return FirstPage(_page(rows, tags, names), kept.get("total"), str(kept["list"]))
    return None


def keep_first_page(session: Session, path: Path, spec: ListSpec, cache: Path, total: int | None) -> None:
    """Keeps the statements of the first page for the next start. A cache that cannot be written is no loss."""
    from desktop_crm.models.db.schema import SCHEMA
    from desktop_crm.models.queries.customer_list import first_page_statement, link_places

    if spec.filter.text.strip():
        return  # a search is never the list of the next start
    compiled = first_page_statement(session, spec, FIRST_PAGE).compile(session.get_bind())
    expanded = compiled.construct_expanded_state()
    processors = dict(expanded.processors) | dict(compiled._bind_processors)
    bound = [
        processors[name](value) if name in processors else value  # type: ignore[operator]
        for name, value in ((name, expanded.parameters[name]) for name in expanded.positiontup or ())
    ]
    text = json.dumps(
        {
            "version": __version__,
            "list": _fingerprint(spec),
            "schema": SCHEMA,
            "total": total,
            "page": expanded.statement,
            "page_values": [_encode(value) for value in bound],
            "tags": _TAGS,
            "links": link_places(session, spec),
        },
        ensure_ascii=False,
    )
    with contextlib.suppress(OSError):
        _write(_place(cache, path), text)


# The tags of the page's customers; the list of ids is filled in when they are known.
_TAGS = (
    "SELECT l.customer_id, t.name, t.colour, t.id FROM customer_tag l JOIN tag t ON t.id = l.tag_id "
    "WHERE l.customer_id IN ({}) ORDER BY t.name_key, t.id"
)


def _tags(connection: sqlite3.Connection, kept: dict[str, Any], ids: Sequence[bytes]) -> dict[bytes, tuple[Tag, ...]]:
    found: dict[bytes, tuple[Tag, ...]] = {}
    sql = str(kept["tags"]).format(", ".join("?" * len(ids)))
    for owner, name, colour, key in connection.execute(sql, ids):
        found[owner] = (*found.get(owner, ()), Tag(name, colour, uuid.UUID(bytes=key)))
    return found


def _names(connection: sqlite3.Connection, kept: dict[str, Any], rows: Sequence[Sequence[Any]]) -> dict[str, str]:
    """The names of the customers that link columns hold."""
    links = {str(row[place]) for row in rows for place in kept["links"] if row[place]}
    if not links:
        return {}
    sql = f"SELECT lower(hex(id)), name FROM customer WHERE id IN ({', '.join('?' * len(links))})"
    return dict(connection.execute(sql, [bytes.fromhex(link) for link in links]).fetchall())


def _page(
    rows: Sequence[Sequence[Any]], tags: dict[bytes, tuple[Tag, ...]], names: dict[str, str]
) -> Page[CustomerRow]:
    records = tuple(decode_row(row, tags.get(bytes(row[0]), ()), names) for row in rows)
    if not records:
        return Page(0, records)
    return Page(0, records, Cursor(rows[0][-1], records[0].id), Cursor(rows[-1][-1], records[-1].id))


def _place(cache: Path, path: Path) -> Path:
    name = sha256(str(path.resolve()))[:16]
    return cache / f"first-page-{name}.json"


def _fingerprint(spec: ListSpec) -> str:
    # Rules may count from today: yesterday's statement would show another list.
    day = dt.date.today().isoformat() if spec.filter.rules else ""  # noqa: DTZ011 - the person's own day
    return sha256(f"{day}{spec!r}")


def _load(place: Path) -> dict[str, Any] | None:
    try:
        kept = json.loads(place.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return kept if isinstance(kept, dict) and kept.get("version") == __version__ else None


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=place.parent, prefix=place.name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(part).replace(place)


def _encode(value: Any) -> Any:
    return {"b": base64.b64encode(value).decode()} if isinstance(value, bytes | memoryview) else value


def _parameters(values: Sequence[Any]) -> list[Any]:
    return [base64.b64decode(value["b"]) if isinstance(value, dict) else value for value in values]
