"""Back-ups are whole or not there, and a restore never leaves a person without a database."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db import backup
from desktop_crm.models.db.backup import CHECKING, back_up, inspect, restore, rotate, rotated_name
from desktop_crm.models.db.context import CommandContext, Monitor, Progress
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.integrity import check_journal, check_pages, check_references
from desktop_crm.models.db.schema import SCHEMA
from desktop_crm.models.errors import CancelledError, CrmError, DatabaseProblem, KnownDatabaseError
from desktop_crm.models.opening import open_database
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.validation.customers import normalise
from tests.db.children import answers, kill_when_ready
from tests.db.conftest import State, state
from tests.db.makers import add, draft


def fill(ctx: CommandContext, count: int = 500) -> None:
    insert_customers(ctx, [normalise(draft(f"客户{i}", phone="13800138000", notes="n" * 300)) for i in range(count)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "客户 #1.crmdb"
    database = open_database(path, create=True)
    add(database, "华为技术", phone="13800138000", contact="任经理", tags=("VIP",))
    database.execute(fill)
    database.close()
    return path


def read(path: Path) -> State:
    """All that is in a sound file, opened as the application opens it."""
    database = open_database(path)
    with database.read() as session:
        assert check_pages(session) == check_references(session) == check_journal(session) == ()
    try:
        return state(database)
    finally:
        database.close()


def others(folder: Path) -> list[str]:
    """What stands in a folder besides databases."""
    return sorted(p.name for p in folder.iterdir() if p.suffix != ".crmdb")


@pytest.mark.smoke
def test_a_back_up_of_an_open_file_holds_what_is_only_in_the_log(file: Path, tmp_path: Path) -> None:
    database = open_database(file)
    add(database, "In the log")
    assert Path(f"{file}-wal").stat().st_size > 0
    made = back_up(file, tmp_path / "copies" / "one.crmdb")
    assert others(made.parent) == []
    assert made.read_bytes()[18:20] == b"\x01\x01"  # one file: no log that could be left behind
    now = state(database)
    database.close()
    assert read(made) == now


def test_a_back_up_while_another_thread_writes_is_one_moment_and_comes_to_an_end(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PAGES_PER_STEP", 5)
    database = open_database(file)
    steps: list[int] = []
    done = threading.Event()
    written = threading.Semaphore(0)

    def write() -> None:
        while not done.is_set():
            database.execute(pair)
            written.release()

    def pair(ctx: CommandContext) -> None:
        insert_customers(ctx, [normalise(draft("Left")), normalise(draft("Right"))])

    def wait_for_a_write(_: object) -> None:
        if len(steps) < 20:
            steps.append(1)
            written.acquire()

    writer = threading.Thread(target=write)
    writer.start()
    made = back_up(file, tmp_path / "copy.crmdb", Monitor(report=wait_for_a_write))
    done.set()
    writer.join()
    assert len(steps) == 20
    with closing(sqlite3.connect(made)) as copy:
        names = [row[0] for row in copy.execute("SELECT name FROM customer WHERE name IN ('Left', 'Right')")]
        assert copy.execute("SELECT change_set FROM journal_context").fetchone() == (None,)
    assert names.count("Left") == names.count("Right")
    database.close()
    assert len(read(made)["customer"]) < len(read(file)["customer"])


@pytest.fixture
def older(file: Path, tmp_path: Path) -> tuple[Path, State]:
    """A back-up that is there already, and what is in it; the file has gone on since."""
    target = back_up(file, tmp_path / "copies" / "daily.crmdb")
    database = open_database(file)
    database.execute(fill, 200)
    database.close()
    return target, read(target)


def test_a_back_up_that_is_killed_leaves_the_former_one(file: Path, older: tuple[Path, State]) -> None:
    target, before = older
    kill_when_ready(
        """
        from desktop_crm.models.db import backup
        backup.PAGES_PER_STEP = 20
        steps = []
        def report(progress):
            steps.append(progress)
            if len(steps) == 5:
                stay()
        back_up(Path(sys.argv[1]), Path(sys.argv[2]), Monitor(report=report))
        """,
        file,
        target,
    )
    assert read(target) == before
    assert len(others(target.parent)) >= 1  # the part, which is no back-up by its name
    assert [p.name for p in target.parent.glob("*.crmdb")] == ["daily.crmdb"]
    for part in target.parent.glob(".*"):
        old = time.time() - 2 * backup.STALE_S
        os.utime(part, (old, old))
    back_up(file, target)
    assert read(target) == read(file)
    assert others(target.parent) == []


def test_a_full_disk_leaves_the_former_back_up(file: Path, older: tuple[Path, State]) -> None:
    target, before = older
    said = answers(
        """
        import resource
        source, target = Path(sys.argv[1]), Path(sys.argv[2])
        resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(source) // 2, resource.RLIM_INFINITY))
        say(problem_of(back_up, source, target))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        say(problem_of(back_up, source, target.with_name("second.crmdb")))
        """,
        file,
        target,
    )
    assert said == ["disk", "none"]
    assert read(target) == before
    assert others(target.parent) == []
    assert read(target.with_name("second.crmdb")) == read(file)


def test_a_cancelled_back_up_leaves_the_former_one(file: Path, older: tuple[Path, State]) -> None:
    target, before = older
    with pytest.raises(CancelledError):
        back_up(file, target, Monitor(cancelled=lambda: True))
    assert read(target) == before
    assert others(target.parent) == []


def test_a_cancel_is_heeded_while_the_copy_is_checked(file: Path, older: tuple[Path, State]) -> None:
    target, before = older
    checking: list[Progress] = []

    def report(progress: Progress) -> None:
        if progress.label == CHECKING:
            checking.append(progress)

    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE ballast (number)")
        db.executemany("INSERT INTO ballast VALUES (?)", ((one,) for one in range(200_000)))
        db.commit()
    with pytest.raises(CancelledError):
        back_up(file, target, Monitor(report, lambda: bool(checking)))
    assert read(target) == before
    assert others(target.parent) == []


def test_a_damaged_file_does_not_replace_a_good_back_up(file: Path, older: tuple[Path, State]) -> None:
    target, before = older
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40_000] = bytes(40_000)
    file.write_bytes(data)
    with pytest.raises(KnownDatabaseError) as refused:
        back_up(file, target)
    assert refused.value.problem is DatabaseProblem.CORRUPT
    assert read(target) == before


# --- rotation and what is in a back-up ------------------------------------------------------------------


def test_rotation_keeps_the_newest_and_only_touches_its_own(tmp_path: Path) -> None:
    database = tmp_path / "客户 [1].crmdb"
    day = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)
    daily = [rotated_name(database, tmp_path, now=day + dt.timedelta(hours=i)) for i in range(6)]
    special = [rotated_name(database, tmp_path, "before restore", day - dt.timedelta(days=i)) for i in range(2)]
    theirs = [
        tmp_path / name
        for name in (
            "客户 [1].crmdb",
            "客户 [1] 2026-03-01 090000 for the auditor.crmdb",
            "客户 [1] year-mo-da nosecs.crmdb",
            "客户 1 2026-03-01 090000.crmdb",
            "客户 [1] more 2026-03-01 090000.crmdb",
            "客户 [1] 2026-03-01 090000.xlsx",
        )
    ]
    for path in (*daily, *special, *theirs):
        path.touch()
    gone = rotate(tmp_path, database.stem, 2)
    assert sorted(gone) == sorted(daily[:4])
    assert sorted(tmp_path.iterdir()) == sorted([*daily[4:], *special, *theirs])
    assert rotate(tmp_path / "nowhere", database.stem, 2) == []


def test_inspect_says_what_is_in_a_back_up_and_leaves_it_alone(file: Path, tmp_path: Path) -> None:
    database = open_database(file)
    gone = add(database, "Gone", contact="张三")
    database.execute(delete_customers, Selection.of(gone))
    last = database.execute(fill, 1).change_set
    database.close()
    made = back_up(file, tmp_path / "a b#?%20.crmdb")
    before = made.read_bytes()
    found = inspect(made)
    assert (found.customers, found.contacts, found.schema) == (502, 2, SCHEMA)
    assert last is not None
    assert found.newest == last.at
    assert found.size == len(before)
    assert made.read_bytes() == before


# --- restore --------------------------------------------------------------------------------------------


@pytest.mark.smoke
def test_restore_brings_the_state_back_and_keeps_the_former_file(file: Path, tmp_path: Path) -> None:
    made = back_up(file, tmp_path / "copy.crmdb")
    wanted = read(made)
    database = open_database(file)
    add(database, "Later")
    former = state(database)
    database.close()
    aside = restore(made, file)
    assert aside is not None
    assert read(file) == wanted
    assert read(aside) == former
    assert restore(aside, file) is not None
    database = open_database(file)
    assert state(database) == former
    with database.raw() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
    database.execute(undo_change_set)
    assert state(database) == wanted  # the journal came along
    database.close()
    assert others(tmp_path) == []


def test_restore_into_an_empty_place(file: Path, tmp_path: Path) -> None:
    assert restore(file, tmp_path / "new.crmdb") is None
    assert read(tmp_path / "new.crmdb") == read(file)


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40_000] = bytes(40_000)
    path.write_bytes(data)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customer (id)")


def text_file(path: Path) -> None:
    path.write_text("no database" * 100)


def missing(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [damaged, newer, foreign, text_file, missing])
def test_a_bad_back_up_is_refused_and_the_file_not_touched(
    file: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    made = back_up(file, tmp_path / "copies" / "copy.crmdb")
    harm(made)
    before = file.read_bytes()
    with pytest.raises(CrmError) as refused:
        restore(made, file)
    assert refused.value.advice is not None
    assert file.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == [file.name]


def test_a_damaged_file_can_be_restored_over_and_is_kept_byte_by_byte(file: Path, tmp_path: Path) -> None:
    made = back_up(file, tmp_path / "copies" / "copy.crmdb")
    damaged(file)
    before = file.read_bytes()
    aside = restore(made, file)
    assert aside is not None
    assert aside.read_bytes() == before
    assert read(file) == read(made)


def test_restore_waits_for_nobody_who_has_the_file_open(file: Path, tmp_path: Path) -> None:
    made = back_up(file, tmp_path / "copies" / "copy.crmdb")
    database: Database = open_database(file)
    add(database, "Still open")
    with pytest.raises(KnownDatabaseError) as refused:
        restore(made, file)
    assert refused.value.problem is DatabaseProblem.LOCKED
    now = state(database)
    add(database, "Goes on")
    database.execute(undo_change_set)
    assert state(database) == now
    database.close()
    assert "Still open" in str(read(file)["customer"])


def test_a_cancelled_restore_changes_nothing(file: Path, tmp_path: Path) -> None:
    made = back_up(file, tmp_path / "copies" / "copy.crmdb")
    before = read(file)
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(CancelledError):
        restore(made, file, Monitor(cancelled=cancelled))
    assert read(file) == before


# Every call by which restore changes the disk, so that it can be killed before and after each of them.
KILLED = """
import sqlite3
from desktop_crm.models.db import backup
moment = int(sys.argv[3])
count = 0
def watched(function):
    def call(*args, **kwargs):
        global count
        for after in (False, True):
            if after:
                result = function(*args, **kwargs)
            count += 1
            if count == moment:
                stay()
        return result
    return call
backup.back_up = watched(backup.back_up)
Path.replace = watched(Path.replace)
Path.unlink = watched(Path.unlink)
restore(Path(sys.argv[2]), Path(sys.argv[1]))
say("ready")  # beyond the last moment
"""


@pytest.mark.parametrize("moment", [3, 15, 25, 26])
def test_a_killed_restore_leaves_the_old_or_the_new_database(file: Path, tmp_path: Path, moment: int) -> None:
    made = back_up(file, tmp_path / "copies" / "copy.crmdb")
    new = read(made)
    # The former process was killed as well: what it wrote last stands in its log.
    kill_when_ready("database = open_database(sys.argv[1]); add(database, 'In the log'); stay()", file)
    assert Path(f"{file}-wal").stat().st_size > 0
    kill_when_ready(KILLED, file, made, moment)
    found = read(file)
    if "In the log" in str(found["customer"]):
        assert restore(made, file) is not None
        assert read(file) == new
    else:
        assert found == new
