"""Files that are not ours, damaged or in use: each time a clear word, good advice, nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.integrity import check_pages
from desktop_crm.models.db.schema import SCHEMA
from desktop_crm.models.errors import DatabaseProblem
from desktop_crm.models.opening import open_database
from desktop_crm.models.records.lists import ListSpec, Selection
from tests.db.children import child, kill_when_ready
from tests.db.conftest import state
from tests.db.makers import add
from tests.db.troubles import fill, opened_state, refused

# --- what is not a database of ours -------------------------------------------------------------------


def text_file(path: Path) -> None:
    path.write_text("name,phone\n华为,13800138000\n" * 200, "utf-8")


def workbook(path: Path) -> None:
    from rustpy_xlsxwriter import write_worksheet

    write_worksheet([{"客户名称": "华为", "电话": "13800138000"}], str(path))


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
