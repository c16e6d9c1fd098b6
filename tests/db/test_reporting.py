"""Reporting lines of contact persons as they are stored."""

from __future__ import annotations

import dataclasses
import uuid

import pytest

from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import UserError
from desktop_crm.models.records.customers import Contact
from tests.db.conftest import state
from tests.db.makers import add, get


def lines(db: Database, key: uuid.UUID) -> dict[str, str | None]:
    contacts = get(db, key).draft.contacts
    names = {contact.id: contact.name for contact in contacts}
    return {contact.name: names.get(contact.reports_to) for contact in contacts}


def test_new_people_can_report_to_each_other_at_once(db: Database) -> None:
    boss = uuid.uuid4()
    key = add(db, contacts=(Contact("李", reports_to=boss), Contact("王", id=boss)))
    assert lines(db, key) == {"李": "王", "王": None}


def test_without_the_boss_the_line_goes_and_undo_brings_both_back(db: Database) -> None:
    boss = uuid.uuid4()
    key = add(db, contacts=(Contact("王", id=boss), Contact("李", reports_to=boss)))
    before, draft = state(db), get(db, key).draft
    db.execute(save_customer, dataclasses.replace(draft, contacts=draft.contacts[1:]), draft)
    assert lines(db, key) == {"李": None}
    db.execute(undo_change_set)
    assert lines(db, key) == {"王": None, "李": "王"}
    assert state(db) == before


def test_a_circle_is_refused_at_the_person(db: Database) -> None:
    boss = uuid.uuid4()
    key = add(db, contacts=(Contact("王", id=boss), Contact("李", reports_to=boss)))
    draft = get(db, key).draft
    one, two = draft.contacts
    wrong = dataclasses.replace(draft, contacts=(dataclasses.replace(one, reports_to=two.id), two))
    with pytest.raises(UserError) as error:
        db.execute(save_customer, wrong, draft)
    assert set(error.value.fields) == {"contacts.0.reports_to", "contacts.1.reports_to"}
