"""A database of each kind, and a picture of all that is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from desktop_crm.models.db.base import journaled_tables
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.search import SearchDocument
from desktop_crm.models.opening import open_database
from tests.db.disks import Disk, small_disk
from tests.db.makers import add
from tests.templates import copy_empty_file, server_database

State = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(params=["sqlite", "postgresql"])
def prepared_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a new database with nothing but its tables in it."""
    if request.param == "postgresql":
        template = request.getfixturevalue("pg_template")
        with server_database(request.getfixturevalue("pg_server"), template) as url:
            yield url
    else:
        yield f"sqlite:///{copy_empty_file(tmp_path / 'test.crmdb').as_posix()}"


@pytest.fixture
def db(prepared_url: str) -> Iterator[Database]:
    """A new, empty database: once on SQLite, once on PostgreSQL."""
    database = open_database(prepared_url)
    yield database
    database.close()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def module_db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A new, empty database for all tests of a module that only read what the module's own fixture put in."""
    with ExitStack() as stack:
        if request.param == "postgresql":
            template = request.getfixturevalue("pg_template")
            url = stack.enter_context(server_database(request.getfixturevalue("pg_server"), template))
        else:
            url = str(copy_empty_file(tmp_path_factory.mktemp("module") / "test.crmdb"))
        database = open_database(url)
        stack.callback(database.close)
        yield database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed database file with two customers, in a path that would mean something else in a URI."""
    path = tmp_path / "客户 100%25 #1?" / "my file.crmdb"
    path.parent.mkdir()
    database = open_database(path, create=True)
    add(database, "华为技术有限公司", phone="13800138000", contact="任经理", tags=("VIP",))
    add(database, "Acme Ltd", notes="x" * 500)
    database.close()
    return path


@pytest.fixture
def disk() -> Iterator[Disk]:
    """A small disk that can be filled to the last byte."""
    disk = small_disk()
    yield disk
    disk.close()


def state(database: Database) -> State:
    """Every row of every journaled table, and every search document with its tokens."""
    with database.read() as session:
        found = {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in journaled_tables()
        }
        documents = select(SearchDocument.record_id, SearchDocument.lines, SearchDocument.alive).order_by(
            SearchDocument.record_id
        )
        found["search"] = [tuple(row) for row in session.execute(documents)]
        return found


def raw(database: Database, sql: str, **values: object) -> None:
    """Writes as another program would: plain SQL, past every command."""
    with database.raw() as connection:
        connection.execute(text(sql), values)
        connection.commit()
