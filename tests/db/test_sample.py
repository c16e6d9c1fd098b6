"""The sample company: as a command on both databases, and as a file of its own; both pass every check."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.integrity import check_journal, check_pages, check_references
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.errors import CancelledError, UserError
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.customer_list import page
from desktop_crm.models.queries.history import change_sets
from desktop_crm.models.queries.views import saved_views
from desktop_crm.models.records.lists import ListSpec, PageRequest
from desktop_crm.models.sample.bulk import make_file
from desktop_crm.models.sample.write import SAMPLE_SIZE, make_demo, write_sample
from desktop_crm.models.search.check import check_search

# What a computation makes anew, and undo leaves alone.
NOT_JOURNALED = ("duplicate_pair", "health_snapshot")


def assert_sound(db: Database) -> None:
    with db.read() as session:
        for check in (check_pages, check_references, check_journal, check_search):
            assert check(session) == (), check.__name__


def count(db: Database) -> int:
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(CustomerEntity)) or 0


def names(db: Database) -> list[str]:
    with db.read() as session:
        return list(session.scalars(select(CustomerEntity.name).order_by(CustomerEntity.number)))


def rows(session: Session, table: str) -> int:
    return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_the_sample_is_one_change_set_spread_over_two_years(db: Database) -> None:
    db.execute(write_sample, 200, 1, "zh_CN")
    assert count(db) == 200
    assert_sound(db)
    with db.read() as session:
        newest = change_sets(session, limit=1)[0]
        first, last = session.execute(
            select(func.min(CustomerEntity.created_at), func.max(CustomerEntity.created_at))
        ).one()
        owners = session.scalar(select(func.count(CustomerEntity.owner_id.distinct())))
    assert newest.title.plain() == "Add sample company"
    assert last - first > dt.timedelta(days=300)
    assert last <= dt.datetime.now(dt.UTC)
    assert owners == 5
    db.execute(undo_change_set)
    assert count(db) == 0
    assert_sound(db)


def test_the_sample_goes_beside_what_is_there(db: Database) -> None:
    db.execute(write_sample, 20, 1, "en")
    db.execute(write_sample, 20, 2, "en")
    with db.read() as session:
        numbers = session.scalars(select(CustomerEntity.number).order_by(CustomerEntity.number)).all()
        users = session.execute(text("SELECT count(*) FROM app_user")).scalar_one()
    assert numbers == list(range(1, 41))
    assert users == 6


def test_the_demo_shows_something_in_every_area_and_can_be_taken_back(db: Database) -> None:
    make_demo(db, Monitor(), "zh_CN")
    assert count(db) == SAMPLE_SIZE
    assert_sound(db)
    shown = ("custom_field", "saved_view", "relation", "attachment", "duplicate_pair", "data_rule", "hand_over",
             "customer_share", "health_snapshot")  # fmt: skip
    with db.read() as session:
        assert len(change_sets(session)) > 8
        for table in shown:
            assert rows(session, table), table
        views = saved_views(session)
        assert len(views) == 3
        for view in views:
            assert page(session, ListSpec(view.spec.filter, view.spec.sort), PageRequest(0)).rows, view.name
    while count(db):
        db.execute(undo_change_set)
    with db.read() as session:
        assert not [table for table in shown if table not in NOT_JOURNALED and rows(session, table)]
    assert_sound(db)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_file_made_at_once_is_like_one_made_by_the_command(tmp_path: Path, language: str) -> None:
    make_file(Monitor(), tmp_path / "bulk.crmdb", 300, 7, language)
    bulk = open_database(tmp_path / "bulk.crmdb")
    plain = open_database(tmp_path / "plain.crmdb", create=True)
    try:
        plain.execute(write_sample, 300, 7, language)
        assert_sound(bulk)
        assert names(bulk) == names(plain)
        schemas, changes = [], []
        for db in (bulk, plain):
            with db.read() as session:
                schemas.append(
                    session.execute(
                        text(
                            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name"
                        )
                    ).all()
                )
                changes.append(session.execute(text("SELECT table_name, op, count(*) FROM change GROUP BY 1, 2")).all())
        assert schemas[0] == schemas[1]
        assert sorted(changes[0]) == sorted(c for c in changes[1] if c[1] == "I")
        bulk.execute(undo_change_set)
        assert count(bulk) == 0
    finally:
        bulk.close()
        plain.close()


def test_a_cancelled_or_refused_file_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.crmdb"
    with pytest.raises(CancelledError):
        make_file(Monitor(cancelled=lambda: True), path, 300, 1, "en")
    assert list(tmp_path.iterdir()) == []
    path.write_text("mine")
    with pytest.raises(UserError):
        make_file(Monitor(), path, 10, 1, "en")
    assert path.read_text() == "mine"


def test_check_names_missing_stale_and_surplus_documents(db: Database) -> None:
    db.execute(write_sample, 30, 1, "en")
    with db.raw() as connection:
        connection.execute(text("DELETE FROM search_document WHERE id = (SELECT min(id) FROM search_document)"))
        connection.execute(
            text("UPDATE search_document SET name_key = 'x' WHERE id = (SELECT max(id) FROM search_document)")
        )
        connection.commit()
    with db.read() as session:
        found = " ".join(message.plain() for message in check_search(session))
    assert "1 search documents are missing" in found
    assert "1 search documents are stale" in found
