"""Verifying a customer's file and key customers: each one undo step."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from sqlalchemy import select

from desktop_crm.models.commands.people import add_team
from desktop_crm.models.commands.portrait import verify_customer
from desktop_crm.models.commands.sharing import set_key_customers, unset_key_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.errors import NotFoundError
from desktop_crm.models.records.lists import Selection
from tests.db.conftest import state
from tests.db.makers import add, get

TODAY = dt.date(2026, 11, 25)


def test_verify(db: Database) -> None:
    key = add(db)
    before = state(db)
    db.execute(verify_customer, key, TODAY)
    assert get(db, key).verified_on == TODAY
    with db.read() as session:
        assert session.scalars(select(CustomerEntity.verified_key)).one() == "2026-11-25"
    assert db.execute(verify_customer, key, TODAY).change_set is None  # twice on a day is once
    db.execute(undo_change_set)
    assert state(db) == before
    with pytest.raises(NotFoundError):
        db.execute(verify_customer, uuid.uuid4(), TODAY)


def test_key_customer(db: Database) -> None:
    key = add(db)
    team = db.execute(add_team, "大客户组").value
    before = state(db)
    db.execute(set_key_customers, Selection.of(key), db.actor.user_id, team)
    found = get(db, key)
    assert (found.is_key, found.key_person, found.key_team) == (True, db.who, "大客户组")
    db.execute(unset_key_customers, Selection.of(key))
    found = get(db, key)
    assert (found.is_key, found.key_person, found.key_team) == (False, "", "")
    db.execute(undo_change_set)
    db.execute(undo_change_set)
    assert state(db) == before
