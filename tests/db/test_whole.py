"""A whole database in one file: an empty one, of either kind, becomes the same."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.files import attach_files
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange import whole
from desktop_crm.models.exchange.whole_in import import_all
from desktop_crm.models.exchange.whole_out import export_all
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from desktop_crm.models.records.customers import Address, ContactPoint, ImportantDate, PointKind
from desktop_crm.models.records.files import Source
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.sample.write import write_sample
from desktop_crm.models.search.check import check_search
from tests.db.makers import add

NOTES = " =1+1\r\n_x0041_\x01 𠮷㐂 "


@pytest.fixture
def other(db: Database, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty database of the other kind."""
    target = tmp_path / "other.crmdb" if db.dialect == "postgresql" else str(request.getfixturevalue("pg_url"))
    database = open_database(target, create=True)
    yield database
    database.close()


@pytest.fixture
def same(db: Database, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty database of the same kind."""
    target = tmp_path / "same.crmdb" if db.dialect == "sqlite" else str(request.getfixturevalue("pg_url"))
    database = open_database(target, create=True)
    yield database
    database.close()


def business(db: Database, *, without: Any = None) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that means something to people."""
    with db.read() as session:
        tables = [*whole.carried_tables(), Base.metadata.tables["file_content"], Base.metadata.tables["counter"]]
        return {
            table.name: [
                tuple(row)
                for row in session.execute(select(table).order_by(*table.primary_key.columns))
                if without is None or row[0] != without
            ]
            for table in tables
        }


def fill(db: Database, folder: Path) -> None:
    db.execute(write_sample, 60, 4, "zh_CN")
    options = (Option("", "甲"), Option("", "乙"))
    db.execute(save_field, FieldDraft("等级X", FieldType.CHOICE, options=options))
    old = ImportantDate("生日", dt.date(1850, 1, 1), lunar=True)
    points = (ContactPoint(PointKind.OTHER, "x", "label"),)
    key = add(db, "云杉", notes="x" * 9_000, points=points, dates=(old,), addresses=(Address("440305", "科技园"),))
    gone = add(db, "Acme Ltd", needs=NOTES)
    db.execute(delete_customers, Selection.of(gone))
    (folder / "合同.txt").write_bytes(b"\x00\x01 contract")
    attach_files(Monitor(), db, key, [Source("合同.txt", folder / "合同.txt")])


def carry(db: Database, target: Database, path: Path) -> None:
    with db.read() as session:
        written = export_all(session, path)
    assert target.execute(import_all, path).value == written


def test_an_empty_database_becomes_the_same(db: Database, same: Database, tmp_path: Path) -> None:
    fill(db, tmp_path)
    carry(db, same, tmp_path / "all.zip")
    assert business(same) == business(db)
    with same.read() as session:
        assert check_search(session) == ()
        assert [field.name for field in custom_fields(session)] == ["等级X"]


def test_a_database_of_the_other_kind_becomes_the_same(db: Database, other: Database, tmp_path: Path) -> None:
    fill(db, tmp_path)
    carry(db, other, tmp_path / "all.zip")
    # Who works on the server is a user of it, whether the export knows them or not.
    assert business(other, without=other.actor.user_id) == business(db)


def test_many_rows_go_to_several_workbooks(
    db: Database, same: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "PART_ROWS", 2)
    for number in range(5):
        add(db, f"客户{number}")
    carry(db, same, tmp_path / "all.zip")
    names = zipfile.ZipFile(tmp_path / "all.zip").namelist()
    assert {"customer-1.xlsx", "customer-2.xlsx", "customer-3.xlsx"} <= set(names)
    assert business(same) == business(db)


def test_only_an_empty_database_takes_one_in(db: Database, tmp_path: Path) -> None:
    add(db)
    with db.read() as session:
        export_all(session, tmp_path / "all.zip")
    before = business(db)
    with pytest.raises(UserError) as caught:
        db.execute(import_all, tmp_path / "all.zip")
    assert caught.value.advice is not None
    assert business(db) == before


@pytest.mark.parametrize("harm", ["rows", "content", "newer", "no zip", "no export", "short"])
def test_a_damaged_file_leaves_nothing(db: Database, same: Database, tmp_path: Path, harm: str) -> None:
    fill(db, tmp_path)
    whole_file, path = tmp_path / "all.zip", tmp_path / "harmed.zip"
    with db.read() as session:
        export_all(session, whole_file)
    if harm in ("no zip", "short"):
        path.write_bytes(b"no zip" if harm == "no zip" else whole_file.read_bytes()[:5_000])
    else:
        with zipfile.ZipFile(whole_file) as source, zipfile.ZipFile(path, "w") as target:
            for name in source.namelist():
                content = source.read(name)
                if harm == "rows" and name == "contact-1.xlsx":
                    content = content[: len(content) // 2]
                if harm == "content" and name.startswith(whole.FILES):
                    content += b"!"
                if name == whole.ABOUT and harm in ("newer", "no export"):
                    about = json.loads(content) | ({"schema": 999} if harm == "newer" else {"format": "x"})
                    content = json.dumps(about).encode()
                target.writestr(name, content)
    before = business(same)
    with pytest.raises(UserError):
        same.execute(import_all, path)
    assert business(same) == before
