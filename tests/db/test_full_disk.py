"""A disk without any room left: what happened is said, nothing is lost, and with room again the work goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_crm.cli import main
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.backup import back_up, restore
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import DatabaseProblem, KnownDatabaseError
from desktop_crm.models.exchange.customer_export import export_customers
from desktop_crm.models.exchange.customer_import import run_import
from desktop_crm.models.opening import open_database
from tests.db.conftest import state
from tests.db.disks import Disk
from tests.db.makers import add
from tests.db.troubles import fill, opened_state, refused

ROOM = 100_000
SCANT = 20_000  # no exported file fits in
ROWS = 500


@pytest.fixture
def on_disk(disk: Disk) -> Path:
    """A closed database with two customers on the small disk."""
    path = disk.folder / "客户.crmdb"
    database = open_database(path, create=True)
    add(database, "华为技术有限公司", phone="13800138000", contact="任经理", tags=("VIP",))
    add(database, "Acme Ltd", notes="x" * 500)
    database.close()
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A closed database with so much in it that no copy of it finds room."""
    path = tmp_path / "large.crmdb"
    database = open_database(path, create=True)
    database.execute(fill, ROWS)
    database.close()
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A file of very many customers."""
    path = tmp_path / "customers.csv"
    lines = [f"第{i}贸易有限公司,1391234{i:04},王{i},深圳市南山区科技园{i}号" for i in range(ROWS)]
    path.write_text("\n".join(["客户名称,电话,联系人,地址", *lines]), "utf-8")
    return path


def export(database: Database, path: Path) -> int:
    with database.read() as session:
        return export_customers(session, path)


def test_a_command(disk: Disk, on_disk: Path) -> None:
    database = open_database(on_disk)
    before = state(database)
    disk.fill(ROOM)
    assert refused(disk.problem, database.execute, fill, ROWS).retry
    assert state(database) == before
    assert refused(disk.problem, database.execute, fill, ROWS).retry
    disk.free()
    database.execute(fill, ROWS)
    assert len(state(database)["customer"]) == ROWS + 2
    database.execute(undo_change_set)
    database.close()
    assert opened_state(on_disk) == before


def test_an_undo(disk: Disk, on_disk: Path) -> None:
    before = opened_state(on_disk)
    database = open_database(on_disk)
    database.execute(fill, ROWS)
    filled = state(database)
    database.close()
    disk.fill(ROOM)
    database = open_database(on_disk)
    assert refused(disk.problem, database.execute, undo_change_set).retry
    assert state(database) == filled
    disk.free()
    database.execute(undo_change_set)
    database.close()
    assert opened_state(on_disk) == before


def test_an_import_of_many_rows(disk: Disk, on_disk: Path, rows: Path) -> None:
    database = open_database(on_disk)
    before = state(database)
    disk.fill(ROOM)
    assert refused(disk.problem, run_import, database, rows).retry
    assert state(database) == before
    disk.free()
    assert run_import(database, rows).value.created == ROWS
    database.execute(undo_change_set)
    database.close()
    assert opened_state(on_disk) == before


def test_opening_and_reading_without_a_single_byte_of_room(disk: Disk, on_disk: Path) -> None:
    before = opened_state(on_disk)
    database = open_database(on_disk)
    disk.fill()
    assert state(database) == before
    with pytest.raises(KnownDatabaseError) as caught:
        add(database)
    assert caught.value.problem in (DatabaseProblem.FULL, disk.problem)
    database.close()
    disk.fill()
    # SQLite has to write beside a file to open it.
    refused(DatabaseProblem.FULL, open_database, on_disk)
    disk.free()
    assert opened_state(on_disk) == before


def test_a_new_file(disk: Disk) -> None:
    path = disk.folder / "new.crmdb"
    disk.fill(ROOM)
    refused(disk.problem, open_database, path, create=True)
    disk.free()
    database = open_database(path, create=True)
    add(database)
    database.close()


def test_a_back_up(disk: Disk, large: Path) -> None:
    source = opened_state(large)
    target = disk.folder / "copy.crmdb"
    open_database(target, create=True).close()
    older = target.read_bytes()
    disk.fill(ROOM)
    assert refused(disk.problem, back_up, large, target).retry
    assert target.read_bytes() == older
    assert disk.names() == ["copy.crmdb"]
    assert opened_state(large) == source
    disk.free()
    back_up(large, target)
    assert opened_state(target) == source


def test_a_restore(disk: Disk, on_disk: Path, large: Path) -> None:
    before = opened_state(on_disk)
    disk.fill(ROOM)
    assert refused(disk.problem, restore, large, on_disk).retry
    disk.free()
    assert disk.names() == [on_disk.name]
    assert opened_state(on_disk) == before
    restore(large, on_disk)
    assert opened_state(on_disk) == opened_state(large)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export(disk: Disk, large: Path, kind: str) -> None:
    target = disk.folder / f"customers.{kind}"
    database = open_database(large)
    before = state(database)
    target.write_text("an older file")
    for room in (SCANT, 0):
        disk.fill(room)
        assert refused(DatabaseProblem.FULL, export, database, target).retry
        assert target.read_text() == "an older file"
        assert disk.names() == [target.name]
        disk.free()
    assert export(database, target) == ROWS
    assert run_import(database, target).value.unchanged == ROWS
    assert state(database) == before
    database.close()


FULL = {
    "en": [
        "The disk is full. Nothing was saved, nothing was lost.",
        "Free some space on the disk, then try again.",
    ],
    "zh_CN": ["磁盘已满，本次内容未保存，已有数据没有丢失。", "请清理磁盘空间后重试。"],
}
REFUSING = {
    "en": [
        "The disk could not be read or written. What was saved before is safe.",
        "Check that the disk is connected and has space, then try again.",
    ],
    "zh_CN": ["磁盘读写失败，之前保存的数据不受影响。", "请检查磁盘是否已连接、空间是否充足，然后重试。"],
}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_words(
    disk: Disk, on_disk: Path, large: Path, rows: Path, language: str, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """What happened, what it means, what to do: each command line, in the language that was asked for."""
    tight = disk.folder / "large.crmdb"
    shutil.copy(large, tight)
    disk.fill(SCANT)
    words = (FULL if disk.problem is DatabaseProblem.FULL else REFUSING)[language]
    for arguments, said in (
        (("import", "customers", str(rows), "--db", str(on_disk)), words),
        (("undo", "--db", str(tight)), words),
        (("backup", str(disk.folder / "copy.crmdb"), "--db", str(large)), words),
        (("export", "customers", str(disk.folder / "all.xlsx"), "--db", str(large)), FULL[language]),
        (("export", "customers", str(disk.folder / "all.csv"), "--db", str(large)), FULL[language]),
    ):
        status = main([*arguments, "--lang", language])
        shown = capsys.readouterr()
        assert (status, shown.out) == (1, ""), arguments
        assert shown.err.strip().splitlines()[-2:] == said, arguments
    assert disk.names() == sorted([on_disk.name, tight.name])
    disk.free()
    assert opened_state(on_disk)["customer"]
    assert opened_state(tight) == opened_state(large)
