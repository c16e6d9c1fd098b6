"""What can befall a database: each time a clear word, good advice, nothing lost, and the next try works."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.integrity import check_journal, check_pages, check_references
from desktop_crm.models.db.schema import SCHEMA
from desktop_crm.models.errors import DatabaseProblem, KnownDatabaseError
from desktop_crm.models.opening import open_database
from desktop_crm.models.records.lists import ListSpec, Selection
from desktop_crm.models.validation.customers import normalise
from tests.db.children import answers, child, kill_when_ready
from tests.db.conftest import raw, state
from tests.db.makers import add, draft


def refused(
    kind: DatabaseProblem, action: Callable[..., object], *args: object, **kwargs: object
) -> KnownDatabaseError:
    """Does what has to be refused; the error has words that say more than its kind."""
    with pytest.raises(KnownDatabaseError) as caught:
        action(*args, **kwargs)
    error = caught.value
    assert error.problem is kind, error.message.plain()
    assert len(error.message.plain()) > 15
    assert error.advice is not None
    assert len(error.advice.plain()) > 15
    return error


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


def fill(ctx: CommandContext, count: int = 300) -> None:
    insert_customers(
        ctx, [normalise(draft(f"批量客户{i}", phone=f"1380013{i:04}", notes="n" * 200)) for i in range(count)]
    )


# --- what is not a database of ours -------------------------------------------------------------------


def text_file(path: Path) -> None:
    path.write_text("name,phone\n华为,13800138000\n" * 200, "utf-8")


def workbook(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ["客户名称", "电话"])


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)")
        other.execute("PRAGMA user_version=1")


def marked_foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id=252006673")


def cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(40))


@pytest.mark.parametrize("make", [text_file, workbook, foreign, marked_foreign, cut_short])
@pytest.mark.parametrize("create", [False, True])
def test_what_is_not_ours_is_refused_and_not_touched(
    tmp_path: Path, make: Callable[[Path], None], create: bool
) -> None:
    path = tmp_path / "other.crmdb"
    make(path)
    before = path.read_bytes()
    error = refused(DatabaseProblem.NOT_A_DATABASE, open_database, path, create=create)
    assert "not touched" in error.message.plain()
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["other.crmdb"]


def test_an_empty_file_and_a_folder_are_not_databases(tmp_path: Path) -> None:
    empty = tmp_path / "empty.crmdb"
    empty.touch()
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, empty)
    assert empty.stat().st_size == 0
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, tmp_path)
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, tmp_path, create=True)


def test_a_missing_file_or_folder_is_not_made(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.crmdb", tmp_path / "no" / "folder.crmdb"):
        refused(DatabaseProblem.MISSING, open_database, path)
    assert not list(tmp_path.iterdir())
    (tmp_path / "file").touch()
    refused(DatabaseProblem.MISSING, open_database, tmp_path / "file" / "below.crmdb")


def test_a_file_whose_making_was_interrupted_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "new.crmdb"
    kill_when_ready(
        """
        import desktop_crm.models.db.database as database
        make = database.create_schema
        def interrupted(connection):
            make(connection)
            stay()
        database.create_schema = interrupted
        open_database(sys.argv[1], create=True)
        """,
        path,
    )
    database = open_database(path)
    add(database)
    database.close()


# --- damage -------------------------------------------------------------------------------------------


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096 * 3, len(data)):
        data[at] ^= 0xA5
    path.write_bytes(data)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 5 + 100])


@pytest.mark.parametrize("harm", [flipped, truncated])
def test_a_damaged_file_is_said_to_be_damaged_and_stays_as_it_is(file: Path, harm: Callable[[Path], None]) -> None:
    good = file.read_bytes()
    harm(file)
    before = file.read_bytes()
    error = refused(DatabaseProblem.CORRUPT, open_database, file)
    assert error.advice is not None
    assert "back-up" in error.advice.plain()
    assert file.read_bytes() == before
    file.write_bytes(good)
    open_database(file).close()


def test_damage_found_while_working_stops_the_command_and_writes_nothing(file: Path) -> None:
    database = open_database(file)
    database.execute(fill)
    database.close()
    with closing(sqlite3.connect(file)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'contact_point'").fetchone()[0]
    data = bytearray(file.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    file.write_bytes(data)
    database = open_database(file)
    refused(DatabaseProblem.CORRUPT, database.execute, delete_customers_and_points)
    with database.read() as session:
        assert check_pages(session)
        assert session.execute(text("SELECT count(*) FROM customer WHERE deleted_at IS NULL")).scalar_one() == 302
    database.close()


def delete_customers_and_points(ctx: CommandContext) -> None:
    delete_customers(ctx, Selection(spec=ListSpec()))
    ctx.session.execute(text("DELETE FROM contact_point"))


def test_a_newer_file_is_refused_with_both_numbers(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    before = file.read_bytes()
    error = refused(DatabaseProblem.NEWER, open_database, file)
    assert (error.message.args["found"], error.message.args["known"]) == (SCHEMA + 1, SCHEMA)
    assert file.read_bytes() == before


# --- the disk -----------------------------------------------------------------------------------------


def test_a_file_that_is_taken_away_while_open_is_missed_and_found_again(file: Path) -> None:
    database = open_database(file)
    before = state(database)
    away = file.with_name("away.crmdb")
    file.rename(away)
    logs = [Path(f"{file}{suffix}") for suffix in ("-wal", "-shm")]
    moved = [log.rename(log.with_name(log.name + ".away")) for log in logs if log.exists()]
    refused(DatabaseProblem.MISSING, add, database, "Lost?")
    refused(DatabaseProblem.MISSING, state, database)
    for log in moved:
        log.rename(log.with_name(log.name.removesuffix(".away")))
    away.rename(file)
    assert state(database) == before
    add(database, "Kept")
    database.close()
    database = open_database(file)
    assert "Kept" in str(state(database)["customer"])
    database.close()


def test_a_full_database_keeps_what_was_there_and_goes_on_when_there_is_room(file: Path) -> None:
    database = open_database(file)
    before = state(database)
    with database.raw() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 4}")
    error = refused(DatabaseProblem.FULL, database.execute, fill)
    assert error.retry
    assert state(database) == before
    database.execute(fill)  # a new connection, without the limit
    database.execute(undo_change_set)
    assert state(database) == before
    database.close()


def test_a_disk_that_takes_no_more_loses_nothing(file: Path) -> None:
    before = opened_state(file)
    said = answers(
        """
        import resource
        database = open_database(sys.argv[1])
        def fill(ctx):
            insert_customers(ctx, [normalise(draft(f"客户{i}", notes="n" * 400)) for i in range(1500)])
        limit = os.path.getsize(sys.argv[1]) + 100_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        say(problem_of(database.execute, fill))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        say(problem_of(database.execute, fill))
        say(problem_of(database.execute, undo_change_set))
        database.close()
        """,
        file,
    )
    assert said == ["disk", "none", "none"]
    assert opened_state(file) == before


def opened_state(path: Path) -> object:
    database = open_database(path)
    try:
        with database.read() as session:
            assert check_pages(session) == check_references(session) == check_journal(session) == ()
            pending = text("SELECT change_set FROM journal_context")
            assert session.execute(pending).scalars().all() == [None]
        return state(database)
    finally:
        database.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user of the machine may look into: a child without rights works in it."""
    folder = Path(tempfile.mkdtemp(prefix="dcrm-guarded-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


# Rights do not bind the administrator, so the child becomes nobody once all modules are loaded.
GUARDED = """
warm = open_database(sys.argv[2], create=True)
add(warm, phone="13800138000")
warm.close()
if hasattr(os, "setuid") and os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
def work():
    database = open_database(path)
    try:
        database.execute(save_customer, draft("New"))
    finally:
        database.close()
say(problem_of(work))
"""


@pytest.mark.parametrize("guard", ["file", "folder", "unreadable"])
def test_a_guarded_file_is_said_to_be_guarded(open_folder: Path, tmp_path: Path, guard: str) -> None:
    path = open_folder / "guarded.crmdb"
    database = open_database(path, create=True)
    add(database)
    database.close()
    path.chmod({"file": 0o444, "folder": 0o666, "unreadable": 0o000}[guard])
    open_folder.chmod(0o777 if guard == "file" else 0o555)
    before = path.read_bytes()
    assert answers(GUARDED, path, tmp_path / "warm.crmdb")[0] == "read_only"
    assert path.read_bytes() == before
    path.chmod(0o666)
    open_folder.chmod(0o777)
    assert answers(GUARDED, path, tmp_path / "warm2.crmdb")[0] == "none"


# --- others who write ---------------------------------------------------------------------------------


def test_a_file_that_another_process_writes_to_is_said_to_be_busy(file: Path) -> None:
    database = open_database(file, busy_timeout_ms=50)
    before = state(database)
    holder = child(
        """
        import sqlite3
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        stay()
        """,
        file,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "ready"
    error = refused(DatabaseProblem.LOCKED, add, database, "Waiting")
    assert error.retry
    assert state(database) == before  # reading goes on
    second = open_database(file, busy_timeout_ms=50)
    second.close()
    holder.kill()
    holder.communicate()
    add(database, "Waiting")
    database.close()


BULK = """
from sqlalchemy import text
database = open_database(sys.argv[1])
with database.raw() as connection:
    connection.exec_driver_sql("PRAGMA cache_size=10")  # so that half of it is in the log already
def fill(ctx):
    insert_customers(ctx, [normalise(draft(f"客户{i}", contact="李四", phone="13800138000")) for i in range(400)])
"""


def test_a_process_killed_in_the_middle_of_a_bulk_command_leaves_the_former_state(file: Path) -> None:
    before = opened_state(file)
    kill_when_ready(BULK + "database.execute(lambda ctx: (fill(ctx), stay()))", file)
    assert Path(f"{file}-wal").stat().st_size > 100_000
    assert opened_state(file) == before


def test_a_process_killed_in_the_middle_of_an_undo_leaves_the_former_state(file: Path) -> None:
    database = open_database(file)
    database.execute(fill)
    database.close()
    before = opened_state(file)
    kill_when_ready(BULK + "database.execute(lambda ctx: (undo_change_set(ctx), stay()))", file)
    assert opened_state(file) == before
    database = open_database(file)
    database.execute(undo_change_set)
    assert len(state(database)["customer"]) == 2
    database.close()


# --- a server -----------------------------------------------------------------------------------------


def test_a_newer_server_and_other_applications_databases_are_refused(pg_url: str) -> None:
    database = open_database(pg_url, create=True)
    raw(database, f"UPDATE alembic_version SET version_num = '{SCHEMA + 1:04}'")
    database.close()
    refused(DatabaseProblem.NEWER, open_database, pg_url)
    for version in ("ae1027a6acf", ""):
        with psycopg_connection(pg_url) as connection:
            connection.execute("UPDATE alembic_version SET version_num = %s", (version,))
        error = refused(DatabaseProblem.NOT_A_DATABASE, open_database, pg_url, create=True)
        assert "not touched" in error.message.plain()


def test_an_empty_database_or_one_with_foreign_tables_is_not_taken(pg_url: str) -> None:
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, pg_url)
    with psycopg_connection(pg_url) as connection:
        connection.execute("CREATE TABLE customer (id int)")
    refused(DatabaseProblem.NOT_A_DATABASE, open_database, pg_url, create=True)
    with psycopg_connection(pg_url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert tables == [("customer",)]


def psycopg_connection(url: str):  # type: ignore[no-untyped-def]
    import psycopg

    return psycopg.connect(url, autocommit=True)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    refused(DatabaseProblem.CONNECTION, open_database, "postgresql://user:pw@127.0.0.1:9/crm")
    refused(DatabaseProblem.CONNECTION, open_database, f"postgresql://user@/crm?host={tmp_path}")


def test_unknown_names_and_wrong_passwords(pg_url: str) -> None:
    parts = urlsplit(pg_url)
    refused(DatabaseProblem.LOGIN, open_database, parts._replace(path=f"/no_{uuid.uuid4().hex}").geturl())
    nobody = parts._replace(netloc=f"nobody_{uuid.uuid4().hex}@" + parts.netloc.rpartition("@")[2])
    refused(DatabaseProblem.LOGIN, open_database, nobody.geturl())


def cut_off(url: str) -> int:
    """Ends all other connections to the database, as an administrator or a restarting server does."""
    with psycopg_connection(url) as connection:
        ended = connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return ended.rowcount


def test_connections_lost_between_commands_are_made_anew(pg_url: str) -> None:
    database = open_database(pg_url, create=True)
    add(database)
    before = state(database)
    assert cut_off(pg_url) >= 2
    assert state(database) == before
    add(database, "Acme")
    database.close()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_connection_lost_in_a_command_writes_nothing_and_the_next_one_works(pg_url: str, moment: str) -> None:
    database = open_database(pg_url, create=True)
    add(database)
    before = state(database)

    def lost(ctx: CommandContext) -> None:
        if moment == "after":
            fill(ctx, 50)
        cut_off(pg_url)
        if moment == "before":
            fill(ctx, 50)

    error = refused(DatabaseProblem.CONNECTION, database.execute, lost)
    assert error.retry
    assert state(database) == before
    database.execute(fill, 5)
    assert len(state(database)["customer"]) == 6
    database.close()


def test_a_connection_lost_while_reading_is_said_and_the_next_read_works(pg_url: str) -> None:
    database = open_database(pg_url, create=True)

    def read() -> None:
        with database.read() as session:
            session.execute(text("SELECT 1"))
            cut_off(pg_url)
            session.execute(text("SELECT 1"))

    refused(DatabaseProblem.CONNECTION, read)
    state(database)
    database.close()


def test_a_row_that_somebody_else_holds_is_said_to_be_busy(pg_url: str) -> None:
    import psycopg

    database = open_database(pg_url, create=True, busy_timeout_ms=100)
    customer = add(database)
    before = state(database)
    with psycopg_connection(pg_url) as other, other.transaction():
        other.execute("UPDATE customer SET notes = 'theirs' WHERE id = %s", (customer,))
        error = refused(DatabaseProblem.LOCKED, database.execute, delete_customers, Selection.of(customer))
        assert error.retry
        raise psycopg.Rollback
    assert state(database) == before
    database.execute(delete_customers, Selection.of(customer))
    database.close()
