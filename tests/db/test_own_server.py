"""A server of our own: with passwords, stopped in the middle of work and started again, and with a full disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy import text

from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.integrity import check_journal, check_references
from desktop_crm.models.errors import DatabaseProblem
from desktop_crm.models.exchange.customer_import import import_customers
from desktop_crm.models.opening import open_database
from tests.db.conftest import State, state
from tests.db.disks import Disk
from tests.db.makers import add
from tests.db.troubles import fill, refused
from tests.server import Server, with_database

CLERK = "clerk"
# With every character that a URL takes for something else.
PASSWORD = "p@ss:w/ör?d#1%"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that asks one of its users for a password and keeps what it has confirmed."""
    folder = Path(tempfile.mkdtemp(prefix="dcrm-pg-"))
    server = Server(folder / "data", "log_min_messages = fatal\n", f"local all {CLERK} scram-sha-256\n")
    try:
        yield server
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    """An empty database of the user with the password."""
    yield from made(server, "")


def made(server: Server, place: str) -> Iterator[str]:
    administer(server, f"CREATE ROLE {CLERK} LOGIN PASSWORD '{PASSWORD}'")
    administer(server, f"CREATE DATABASE crm OWNER {CLERK} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' {place}")
    yield signed_in(server, PASSWORD)
    administer(server, "DROP DATABASE crm WITH (FORCE)")
    administer(server, f"DROP ROLE {CLERK}")


def signed_in(server: Server, password: str) -> str:
    return with_database(server.url, "crm", f"{CLERK}:{quote(password, safe='')}" if password else CLERK)


def administer(server: Server, statement: str) -> None:
    with psycopg.connect(with_database(server.url, "postgres"), autocommit=True) as connection:
        connection.execute(statement)


def sound(database: Database) -> State:
    """All that is in it, after the checks."""
    with database.read() as session:
        assert check_references(session) == check_journal(session) == ()
    return state(database)


# --- passwords ----------------------------------------------------------------------------------------


def test_a_wrong_password_is_a_refused_login_and_is_not_shown(server: Server, url: str) -> None:
    for password in ("wrong-4711", "", PASSWORD.upper()):
        error = refused(DatabaseProblem.LOGIN, open_database, signed_in(server, password), create=True)
        assert not error.retry
        assert "password" in error.advice.plain()  # type: ignore[union-attr]
        assert not password or password not in f"{error.message.plain()} {error.advice!r} {error.__cause__}"
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, url)  # the right one; and nothing was made
    database = open_database(url, create=True)
    add(database)
    assert database.who == CLERK
    database.close()


def test_a_password_that_is_changed_while_people_work(server: Server, url: str) -> None:
    database = open_database(url, create=True)
    add(database)
    before = state(database)
    administer(server, f"ALTER ROLE {CLERK} PASSWORD 'another'")
    administer(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{CLERK}'")
    refused(DatabaseProblem.LOGIN, add, database, "Lost?")
    refused(DatabaseProblem.LOGIN, state, database)
    administer(server, f"ALTER ROLE {CLERK} PASSWORD '{PASSWORD}'")
    assert state(database) == before
    add(database, "Acme")
    database.close()


# --- a server that stops ------------------------------------------------------------------------------


def in_a_command(database: Database, stop: Callable[[], None]) -> None:
    def command(ctx: CommandContext) -> None:
        fill(ctx, 50)
        stop()
        fill(ctx, 50)

    database.execute(command)


def before_the_commit(database: Database, stop: Callable[[], None]) -> None:
    def command(ctx: CommandContext) -> None:
        fill(ctx, 50)
        ctx.session.flush()
        stop()

    database.execute(command)


def in_an_undo(database: Database, stop: Callable[[], None]) -> None:
    database.execute(lambda ctx: (undo_change_set(ctx), stop()))


def while_reading(database: Database, stop: Callable[[], None]) -> None:
    with database.read() as session:
        session.execute(text("SELECT 1"))
        stop()
        session.execute(text("SELECT 1"))


def between_two_commands(database: Database, stop: Callable[[], None]) -> None:
    stop()
    add(database, "Lost?")


@pytest.mark.parametrize("work", [in_a_command, before_the_commit, in_an_undo, while_reading, between_two_commands])
def test_a_server_that_stops_and_comes_back(
    server: Server, url: str, work: Callable[[Database, Callable[[], None]], None]
) -> None:
    database = open_database(url, create=True)
    database.execute(fill, 20)
    before = sound(database)
    try:
        error = refused(DatabaseProblem.CONNECTION, work, database, server.stop_at_once)
        assert error.retry
        for again in (lambda: add(database, "Lost?"), lambda: state(database), lambda: open_database(url)):
            assert refused(DatabaseProblem.CONNECTION, again).retry
    finally:
        server.start_again()
    assert sound(database) == before
    add(database, "Acme")
    database.execute(undo_change_set)
    assert sound(database) == before
    database.close()


# --- a server whose disk is full ----------------------------------------------------------------------


@pytest.fixture
def tight(server: Server, disk: Disk) -> Iterator[str]:
    """A database that has the small disk to itself."""
    folder = disk.folder / "pg"
    folder.mkdir()
    if server.system_user is not None:
        shutil.chown(folder, server.system_user)
    administer(server, f"CREATE TABLESPACE tight LOCATION '{folder}'")
    yield from made(server, "TABLESPACE tight")
    administer(server, "DROP TABLESPACE tight")


def fill_up(disk: Disk, url: str) -> None:
    """Leaves no room; where no disk could be mounted, the server itself says so to whoever adds a customer."""
    if disk.mounted:
        disk.fill(100_000)
        return
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$"
        )
        connection.execute("CREATE TRIGGER no_room AFTER INSERT ON customer EXECUTE FUNCTION no_room()")


def make_room(disk: Disk, url: str) -> None:
    if disk.mounted:
        disk.free()
        return
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP FUNCTION no_room CASCADE")


def test_a_server_without_room_loses_nothing(disk: Disk, tight: str, tmp_path: Path) -> None:
    rows = tmp_path / "customers.csv"
    rows.write_text("\n".join(["客户名称,备注", *(f"第{i}贸易有限公司,{'很长' * 200}" for i in range(1_000))]), "utf-8")
    database = open_database(tight, create=True)
    database.execute(fill, 20)
    before = sound(database)
    fill_up(disk, tight)
    for work in (lambda: database.execute(fill, 1_000), lambda: database.execute(import_customers, rows)):
        assert refused(DatabaseProblem.FULL, work).retry
        assert state(database) == before
    make_room(disk, tight)
    assert sound(database) == before
    assert database.execute(import_customers, rows).value.created == 1_000
    database.execute(undo_change_set)
    assert sound(database) == before
    database.close()
