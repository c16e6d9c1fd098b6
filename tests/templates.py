"""Empty databases made once for each process and copied for each test: making one takes longer than most tests."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from desktop_crm.models.opening import open_database
from tests.server import database_name, with_database

_EMPTY = "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"


@functools.cache
def _file() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="dcrm-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "empty.crmdb"
    open_database(path, create=True).close()
    return path


def copy_empty_file(path: Path) -> Path:
    """A new, empty database file at `path`."""
    shutil.copyfile(_file(), path)
    return path


@contextmanager
def server_database(server: str, template: str = "") -> Iterator[str]:
    """The URL of a database of its own, dropped afterwards: a copy of the database named `template`, else one
    without any table (UTF-8, collation C)."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(with_database(server, "postgres"), autocommit=True) as connection:
        source = f"TEMPLATE {template}" if template else _EMPTY
        connection.execute(f"CREATE DATABASE {name} {source} STRATEGY wal_log")
        yield with_database(server, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def server_template(server: str) -> Iterator[str]:
    """The name of a database with nothing but the application's tables in it, for `server_database`."""
    with server_database(server) as url:
        open_database(url, create=True).close()
        yield database_name(url)
