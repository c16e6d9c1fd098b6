"""Disks that are full, guarded or gone: a clear word, good advice, nothing lost, and the next try works."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.errors import DatabaseProblem
from desktop_crm.models.opening import open_database
from tests.db.children import answers
from tests.db.conftest import state
from tests.db.makers import add
from tests.db.troubles import fill, opened_state, refused


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
