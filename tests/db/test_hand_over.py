"""Handing customers over: at once, planned, called off; what the new owner reads; and that undo gives all back."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.commands.customer_bulk import assign_customers, delete_customers
from desktop_crm.models.commands.hand_over import cancel_hand_over, carry_out, hand_over, mark_read
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.sharing import set_key_customers
from desktop_crm.models.commands.staff import save_team
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.context import Monitor, Progress
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import CancelledError, NotFoundError, UserError
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries import customer_list
from desktop_crm.models.queries.hand_over import (
    care_of,
    due_hand_overs,
    hand_overs_of,
    hand_overs_to,
    planned_hand_overs,
    recent_hand_overs,
    summary,
    unread_count,
)
from desktop_crm.models.queries.history import change_sets
from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.models.records.hand_over import HandOver, HandOverDraft, HandOverSummary
from desktop_crm.models.records.lists import ListSpec, Selection
from tests.db.conftest import state
from tests.db.makers import add, get
from tests.examples import examples

TODAY = dt.date(2026, 11, 25)
LATER = dt.date(2026, 12, 1)
ALL = Selection(spec=ListSpec())


def user(db: Database, name: str) -> uuid.UUID:
    return db.execute(save_user, name).value


def give(db: Database, selection: Selection, to: uuid.UUID, on: dt.date | None = None, reason: str = "") -> int:
    return db.execute(hand_over, selection, HandOverDraft(to, None, reason, on), TODAY).value


def planned(db: Database) -> list[HandOver]:
    with db.read() as session:
        return planned_hand_overs(session)


def due(db: Database, day: dt.date) -> list[uuid.UUID]:
    with db.read() as session:
        return due_hand_overs(session, day)


def test_handing_over_today_changes_owner_and_team_and_remembers_who_had_it(db: Database) -> None:
    anna, bert = user(db, "Anna"), user(db, "Bert")
    team = db.execute(save_team, "South").value
    mine, nobodys = add(db, "Huawei", owner_id=anna), add(db, "Siemens")
    before = state(db)
    outcome = db.execute(hand_over, ALL, HandOverDraft(bert, team, "Anna leaves", TODAY), TODAY)
    assert outcome.value == 2
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Hand over 2 customers to Bert (South)"
    assert [(get(db, one).owner_name, get(db, one).team_name) for one in (mine, nobodys)] == [("Bert", "South")] * 2
    with db.read() as session:
        (entry,) = hand_overs_of(session, mine)
        (there,) = hand_overs_to(session, bert, unread=True)
        assert unread_count(session, bert) == (1, 2)
        listed = customer_list.page(session, ListSpec(CustomerFilter(hand_over=there.id)), request())
    assert (entry.former, entry.to_user, entry.to_team, entry.reason) == ("Anna", "Bert", "South", "Anna leaves")
    assert entry.by == db.who
    assert (there.former, there.count, there.reason) == (("Anna",), 2, "Anna leaves")
    assert {row.id for row in listed.rows} == {mine, nobodys}
    with db.read() as session:
        assert next(one.title.plain() for one in change_sets(session, customer_id=mine)).startswith("Hand over 2")
    db.execute(undo_change_set)
    assert state(db) == before


def request(limit: int = 50):  # type: ignore[no-untyped-def]
    from desktop_crm.models.records.lists import PageRequest

    return PageRequest(0, limit)


def test_what_the_receiver_has_already_is_left_out(db: Database) -> None:
    anna = user(db, "Anna")
    add(db, "Huawei", owner_id=anna)
    assert give(db, ALL, anna) == 0
    with db.read() as session:
        assert recent_hand_overs(session) == []


def test_somebody_must_be_named_and_the_day_not_be_past(db: Database) -> None:
    add(db)
    with pytest.raises(UserError) as nobody:
        db.execute(hand_over, ALL, HandOverDraft(), TODAY)
    assert list(nobody.value.fields) == ["to_user_id"]
    with pytest.raises(UserError) as past:
        give(db, ALL, user(db, "Anna"), TODAY - dt.timedelta(1))
    assert list(past.value.fields) == ["effective_on"]


def test_a_planned_one_waits_for_its_day_and_takes_the_owners_of_that_day(db: Database) -> None:
    anna, bert, carl = user(db, "Anna"), user(db, "Bert"), user(db, "Carl")
    key = add(db, "Huawei", owner_id=anna)
    assert give(db, Selection.of(key), bert, LATER) == 1
    assert get(db, key).owner_name == "Anna"
    (plan,) = planned(db)
    with db.read() as session:
        assert care_of(session, key).planned == (plan,)
        assert hand_overs_to(session, bert) == []
    assert due(db, TODAY) == []
    assert due(db, LATER) == [plan.id]
    db.execute(assign_customers, Selection.of(key), carl)
    before = state(db)
    outcome = db.execute(carry_out, plan.id)
    assert outcome.value == 1
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Hand over Huawei to Bert"
    assert get(db, key).owner_name == "Bert"
    with db.read() as session:
        assert [entry.former for entry in hand_overs_of(session, key)] == ["Carl"]
    assert (due(db, LATER), planned(db)) == ([], [])
    again = db.execute(carry_out, plan.id)
    assert (again.value, again.change_set) == (0, None)

    # Taken back, it waits for a person instead of being done again by itself.
    db.execute(undo_change_set)
    assert state(db) == before
    assert due(db, LATER) == []
    assert [one.held for one in planned(db)] == [True]
    db.execute(redo_change_set)
    assert get(db, key).owner_name == "Bert"


def test_a_planned_one_can_be_called_off_and_brought_back(db: Database) -> None:
    anna = user(db, "Anna")
    key = add(db, "Huawei")
    give(db, Selection.of(key), anna, LATER)
    (plan,) = planned(db)
    before = state(db)
    called_off = db.execute(cancel_hand_over, plan.id).change_set
    assert called_off
    assert called_off.title.plain() == "Cancel the hand-over of Huawei to Anna"
    assert (planned(db), due(db, LATER)) == ([], [])
    with pytest.raises(NotFoundError):
        db.execute(cancel_hand_over, plan.id)
    db.execute(undo_change_set)
    assert state(db) == before
    # Undoing the cancel is no sign that it was carried out before.
    assert due(db, LATER) == [plan.id]


def test_the_summary_counts_what_the_new_owner_has_to_know(db: Database) -> None:
    anna = user(db, "Anna")
    late = add(db, "Late", next_step="Call", next_step_on=TODAY - dt.timedelta(3))
    add(db, "Soon", next_step="Write", next_step_on=TODAY)
    add(db, "Calm")
    gone = add(db, "Gone")
    db.execute(set_key_customers, Selection.of(late), None, None)
    give(db, ALL, anna)
    db.execute(delete_customers, Selection.of(gone))
    with db.read() as session:
        (there,) = hand_overs_to(session, anna)
        found = summary(session, there.id, TODAY)
    assert (found.customers, found.open_steps, found.overdue, found.key_customers) == (3, 2, 1, 1)
    assert {name for _, name, _ in found.recent} == {"Late", "Soon", "Calm"}
    assert isinstance(found, HandOverSummary)


def test_reading_is_remembered_and_can_be_taken_back(db: Database) -> None:
    anna = user(db, "Anna")
    add(db, "Huawei")
    give(db, ALL, anna)
    with db.read() as session:
        (there,) = hand_overs_to(session, anna, unread=True)
    outcome = db.execute(mark_read, there.id)
    assert outcome.change_set
    assert outcome.change_set.title.plain() == "Mark the hand-over of Huawei as read"
    with db.read() as session:
        assert unread_count(session, anna) == (0, 0)
    assert db.execute(mark_read, there.id).change_set is None
    db.execute(undo_change_set)
    with db.read() as session:
        assert unread_count(session, anna) == (1, 1)


def test_cancelling_half_way_leaves_everything_as_it_was(db: Database) -> None:
    from desktop_crm.models.commands.customers import insert_customers
    from desktop_crm.models.commands.selection import BATCH
    from desktop_crm.models.validation.customers import normalise
    from tests.db.makers import draft

    drafts = [normalise(draft(f"Customer {at}")) for at in range(BATCH + 3)]
    db.execute(lambda ctx: insert_customers(ctx, drafts))
    anna = user(db, "Anna")
    seen: list[Progress] = []
    with pytest.raises(CancelledError):
        db.execute_monitored(
            Monitor(seen.append, lambda: bool(seen)), hand_over, ALL, HandOverDraft(anna, None, "", None), TODAY
        )
    with db.read() as session:
        assert recent_hand_overs(session) == []
        assert customer_list.count(session, ListSpec(CustomerFilter(owners=(anna,)))) == 0


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["now", "plan", "carry", "cancel"]),
        st.integers(0, 2),
        st.sets(st.integers(0, 3), min_size=1),
    ),
    min_size=1,
    max_size=6,
)


@given(steps=STEPS)
@examples(10)
def test_undoing_everything_gives_the_first_state_to_the_byte(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, set[int]]]
) -> None:
    db = open_database(tmp_path_factory.mktemp("undo") / "a.crmdb", create=True)
    try:
        people = [user(db, name) for name in ("Anna", "Bert", "Carl")]
        keys = [add(db, f"C{at}", owner_id=people[at % 3]) for at in range(4)]
        before, done = state(db), 0
        for what, who, which in steps:
            done += step(db, what, people[who], [keys[at] for at in sorted(which)])
        for _ in range(done):
            db.execute(undo_change_set)
        assert state(db) == before
    finally:
        db.close()


def step(db: Database, what: str, to: uuid.UUID, keys: list[uuid.UUID]) -> bool:
    """One random step; whether it changed anything."""
    plans = planned(db)
    if what in ("now", "plan"):
        draft = HandOverDraft(to, None, "", TODAY if what == "now" else LATER)
        return db.execute(hand_over, Selection.of(*keys), draft, TODAY).change_set is not None
    if not plans:
        return False
    command = carry_out if what == "carry" else cancel_hand_over
    return db.execute(command, plans[0].id).change_set is not None
