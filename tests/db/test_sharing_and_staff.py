"""Shares, key customers, users and teams: what each command does, and that one undo gives all of it back."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from sqlalchemy import insert

from desktop_crm.models.commands.customer_bulk import delete_customers, restore_customers
from desktop_crm.models.commands.hand_over import hand_over
from desktop_crm.models.commands.people import find_or_add_users, save_user
from desktop_crm.models.commands.sharing import change_shares, set_key_customers, unset_key_customers
from desktop_crm.models.commands.staff import (
    LAST_USER,
    NOT_SELF,
    delete_team,
    delete_user,
    save_person,
    save_team,
    set_active,
    set_team,
)
from desktop_crm.models.commands.tags import tag_customers
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.entities.views import SavedViewEntity
from desktop_crm.models.errors import UserError
from desktop_crm.models.queries import bin as bin_queries
from desktop_crm.models.queries import customer_list
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.queries.hand_over import care_of, hand_overs_of, planned_hand_overs
from desktop_crm.models.queries.people import people
from desktop_crm.models.queries.sharing import share_choices
from desktop_crm.models.records.bin import Parts
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.hand_over import HandOverDraft, ShareChange
from desktop_crm.models.records.lists import ListSpec, PageRequest, Selection, Sort
from desktop_crm.models.records.people import UserInfo
from tests.db.conftest import state
from tests.db.makers import add, get

TODAY = dt.date(2026, 11, 25)
ALL = Selection(spec=ListSpec())


def user(db: Database, name: str) -> uuid.UUID:
    return db.execute(save_user, name).value


def info(db: Database, name: str) -> UserInfo:
    with db.read() as session:
        return next(one for one in people(session).users if one.user.name == name)


def shared_list(db: Database, who: uuid.UUID) -> set[str]:
    with db.read() as session:
        spec = ListSpec(CustomerFilter(shared_with=who))
        return {row.name for row in customer_list.page(session, spec, PageRequest(0)).rows}


def test_sharing_with_a_colleague_and_a_team_and_stopping(db: Database) -> None:
    anna, bert = user(db, "Anna"), user(db, "Bert")
    team = db.execute(save_team, "South").value
    db.execute(set_team, bert, team)
    huawei, siemens = add(db, "Huawei"), add(db, "Siemens")
    before = state(db)
    outcome = db.execute(change_shares, Selection.of(huawei), ShareChange(frozenset({anna}), frozenset({team})))
    assert outcome.value == 1
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Change with whom Huawei is shared"
    assert (shared_list(db, anna), shared_list(db, bert)) == ({"Huawei"}, {"Huawei"})
    more = db.execute(change_shares, ALL, ShareChange(add_users=frozenset({anna}))).change_set
    assert more
    assert more.title.plain() == "Share Siemens with Anna"
    with db.read() as session:
        choices = share_choices(session, customer_list_ids())
        assert care_of(session, huawei).shared == ("Anna", "South")
    assert {one.name: one.shared for one in choices.choices if one.shared} == {"Anna": 2, "South": 1}
    assert choices.total == 2
    stopped = db.execute(change_shares, ALL, ShareChange(drop_users=frozenset({anna})))
    assert stopped.value == 2
    assert stopped.change_set
    assert stopped.change_set.title.plain() == "Stop sharing 2 customers with Anna"
    assert (shared_list(db, anna), shared_list(db, bert)) == (set(), {"Huawei"})
    assert siemens
    for _ in range(3):
        db.execute(undo_change_set)
    assert state(db) == before


def customer_list_ids():  # type: ignore[no-untyped-def]
    from sqlalchemy import select

    from desktop_crm.models.entities.customers import CustomerEntity

    return select(CustomerEntity.id).where(CustomerEntity.deleted_at.is_(None))


def test_key_customers_and_who_is_named_for_them(db: Database) -> None:
    anna = user(db, "Anna")
    key = add(db, "Huawei")
    add(db, "Siemens")
    before = state(db)
    assert db.execute(set_key_customers, ALL, None, None).value == 2
    named = db.execute(set_key_customers, Selection.of(key), anna, None)
    assert named.change_set
    assert named.change_set.title.plain() == "Make Huawei a key customer of Anna"
    with db.read() as session:
        care = care_of(session, key)
    assert (care.is_key, care.key_user, care.key_team) == (True, "Anna", "")
    assert info(db, "Anna").key_customers == 1
    assert db.execute(set_key_customers, Selection.of(key), anna, None).change_set is None
    assert db.execute(unset_key_customers, ALL).value == 2
    assert info(db, "Anna").key_customers == 0
    for _ in range(3):
        db.execute(undo_change_set)
    assert state(db) == before


def add_view(ctx: CommandContext, owner: uuid.UUID) -> None:
    ctx.session.execute(insert(SavedViewEntity).values(list="customers", name="Mine", owner_id=owner, spec="{}"))


def test_who_is_deleted_leaves_everything_to_the_heir_and_undo_gives_it_back(db: Database) -> None:
    anna, bert = user(db, "Anna"), user(db, "Bert")
    owned, keyed, shared = add(db, "Owned", owner_id=anna), add(db, "Keyed"), add(db, "Shared")
    both, owned_by_bert = add(db, "Both"), add(db, "Bert's", owner_id=bert)
    db.execute(set_key_customers, Selection.of(keyed), anna, None)
    db.execute(change_shares, Selection.of(shared, both, owned_by_bert), ShareChange(frozenset({anna})))
    db.execute(change_shares, Selection.of(both), ShareChange(frozenset({bert})))
    db.execute(hand_over, Selection.of(shared), HandOverDraft(anna, None, "", dt.date(2026, 12, 1)), TODAY)
    db.execute(add_view, anna)
    db.execute(hand_over, Selection.of(keyed), HandOverDraft(anna), TODAY)
    held = info(db, "Anna")
    assert (held.customers, held.key_customers, held.shares, held.planned, held.views) == (2, 1, 3, 1, 1)
    before = state(db)
    outcome = db.execute(delete_user, anna, bert)
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Delete user Anna; Bert takes over"
    found = info(db, "Bert")
    assert (found.customers, found.key_customers, found.shares, found.planned, found.views) == (3, 1, 2, 1, 1)
    assert get(db, owned).owner_name == "Bert"
    with db.read() as session:
        assert "Anna" not in [one.name for one in filter_choices(session).users]
        # What was is not rewritten.
        assert [entry.to_user for entry in hand_overs_of(session, keyed)] == ["Anna"]
        assert [plan.to_user for plan in planned_hand_overs(session)] == ["Bert"]
    db.execute(undo_change_set)
    assert state(db) == before


def test_without_an_heir_customers_have_no_owner_and_plans_are_called_off(db: Database) -> None:
    anna = user(db, "Anna")
    owned, other = add(db, "Owned", owner_id=anna), add(db, "Other")
    db.execute(hand_over, Selection.of(other), HandOverDraft(anna, None, "", dt.date(2026, 12, 1)), TODAY)
    db.execute(change_shares, Selection.of(other), ShareChange(frozenset({anna})))
    db.execute(add_view, anna)
    before = state(db)
    db.execute(delete_user, anna, None)
    assert get(db, owned).owner_name == ""
    with db.read() as session:
        assert planned_hand_overs(session) == []
        assert care_of(session, other).shared == ()
    # A later import of that name is another person.
    again = db.execute(lambda ctx: find_or_add_users(ctx, {"Anna"})["Anna"]).value
    assert again != anna
    db.execute(undo_change_set)
    db.execute(undo_change_set)
    assert state(db) == before


def test_nobody_deletes_themselves_or_the_last_one(db: Database) -> None:
    me = db.actor.user_id
    with pytest.raises(UserError) as last:
        db.execute(delete_user, me, None)
    assert last.value.message == LAST_USER
    anna = user(db, "Anna")
    for attempt in (lambda: db.execute(delete_user, me, anna), lambda: db.execute(set_active, me, False)):
        with pytest.raises(UserError) as own:
            attempt()
        assert own.value.message == NOT_SELF
    with pytest.raises(UserError) as heir:
        db.execute(delete_user, anna, anna)
    assert list(heir.value.fields) == ["heir"]


def test_users_and_teams_are_added_renamed_and_retired(db: Database) -> None:
    anna = db.execute(save_person, "Anna").value
    with pytest.raises(UserError) as twin:
        db.execute(save_person, " anna ")
    assert twin.value.message.plain() == "There is a user called “anna” already."
    key = add(db, "Huawei", owner_id=anna)
    before = state(db)
    db.execute(save_person, "Annabel", anna)
    assert get(db, key).owner_name == "Annabel"
    db.execute(set_active, anna, False)
    assert not info(db, "Annabel").user.active
    team = db.execute(save_team, "South").value
    with pytest.raises(UserError):
        db.execute(save_team, "SOUTH")
    db.execute(save_team, "North", team)
    db.execute(set_team, anna, team)
    with db.read() as session:
        assert [(one.team.name, one.members) for one in people(session).teams] == [("North", 1)]
    for _ in range(5):
        db.execute(undo_change_set)
    assert state(db) == before


def test_a_team_that_goes_takes_its_shares_and_its_own_plans_along(db: Database) -> None:
    anna = user(db, "Anna")
    team = db.execute(save_team, "South").value
    db.execute(set_team, anna, team)
    first, second = add(db, "First", team_id=team), add(db, "Second")
    db.execute(set_key_customers, Selection.of(second), None, team)
    db.execute(change_shares, ALL, ShareChange(add_teams=frozenset({team})))
    later = dt.date(2026, 12, 1)
    db.execute(hand_over, Selection.of(second), HandOverDraft(None, team, "", later), TODAY)
    db.execute(hand_over, Selection.of(second), HandOverDraft(anna, team, "", later), TODAY)
    before = state(db)
    db.execute(delete_team, team)
    assert get(db, first).team_name == ""
    with db.read() as session:
        assert [(plan.to_user, plan.to_team) for plan in planned_hand_overs(session)] == [("Anna", "")]
        assert care_of(session, second).shared == ()
        assert people(session).teams == ()
    db.execute(undo_change_set)
    assert state(db) == before


def test_the_bin_says_who_deleted_and_what_comes_back(db: Database) -> None:
    key = add(db, "Huawei", phone="13800138000", contact="王建国")
    add(db, "Siemens")
    db.execute(tag_customers, Selection.of(key), "VIP")
    with db.read() as session:
        assert bin_queries.parts_of(session, [key]) == Parts(contacts=1, points=1, tags=1)
    db.execute(delete_customers, Selection.of(key))
    spec = ListSpec(CustomerFilter(deleted=True), Sort("deleted_at", True))
    with db.read() as session:
        (row,) = bin_queries.page(session, spec, PageRequest(0)).rows
    assert (row.name, row.deleted_by, row.parts) == ("Huawei", db.who, Parts(contacts=1, points=1, tags=1))
    assert row.deleted_at
    db.execute(restore_customers, Selection.of(key))
    with db.read() as session:
        assert bin_queries.page(session, spec, PageRequest(0)).rows == ()
