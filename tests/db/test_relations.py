"""Relations between customers: both ends, the tree of companies, what is refused, and undo."""

from __future__ import annotations

import uuid
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.commands.customer_bulk import delete_customers
from desktop_crm.models.commands.relations import add_relation, change_relation, remove_relation
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.queries.relations import DEPTH, ancestors, relations_of
from desktop_crm.models.records.lists import Selection
from desktop_crm.models.records.relations import Relations, Side
from tests.db.conftest import state
from tests.db.makers import add, get
from tests.examples import examples


def of(db: Database, key: uuid.UUID) -> Relations:
    with db.read() as session:
        return relations_of(session, key)


def seen(db: Database, key: uuid.UUID) -> list[tuple[Side, str]]:
    return [(relation.side, relation.other.name) for relation in of(db, key).relations]


def tree(db: Database, key: uuid.UUID) -> list[str]:
    return [f"{'  ' * line.depth}{line.company.name}" for line in of(db, key).tree]


def test_each_kind_reads_from_both_ends(db: Database) -> None:
    own, other = add(db, "华为"), add(db, "海思")
    db.execute(add_relation, own, Side.SUBSIDIARY, other, " 半导体 ")
    db.execute(add_relation, own, Side.REFERRED_BY, other)
    db.execute(add_relation, other, Side.PARTNER, own)
    assert seen(db, own) == [(Side.SUBSIDIARY, "海思"), (Side.REFERRED_BY, "海思"), (Side.PARTNER, "海思")]
    assert seen(db, other) == [(Side.PARENT, "华为"), (Side.REFERRED, "华为"), (Side.PARTNER, "华为")]
    assert of(db, own).relations[0].note == "半导体"


def test_the_tree_is_the_same_from_every_company_in_it(db: Database) -> None:
    top, left, right, leaf = (add(db, name) for name in ("Top", "A", "B", "Leaf"))
    for parent, child in ((top, right), (left, leaf), (top, left)):
        db.execute(add_relation, parent, Side.SUBSIDIARY, child)
    for key in (top, left, right, leaf):
        assert tree(db, key) == ["Top", "  A", "    Leaf", "  B"]
    assert [line.last for line in of(db, top).tree] == [(), (False,), (False, True), (True,)]
    assert tree(db, add(db, "Alone")) == []


def test_a_chain_longer_than_is_followed(db: Database) -> None:
    ids = [add(db, f"C{i:02d}") for i in range(DEPTH + 4)]
    for upper, lower in pairwise(ids):
        db.execute(add_relation, lower, Side.PARENT, upper)
    with db.read() as session:
        assert ancestors(session, ids[-1]) == ids[-2 : -DEPTH - 2 : -1]
    assert len(tree(db, ids[-1])) == DEPTH + 1
    with pytest.raises(UserError, match="belongs to"):  # a circle is seen however long it is
        db.execute(add_relation, ids[0], Side.PARENT, ids[-1])


def test_what_cannot_be_is_refused_with_reasons(db: Database) -> None:
    a, b, c = add(db, "A"), add(db, "B"), add(db, "C")
    db.execute(add_relation, b, Side.PARENT, a)
    db.execute(add_relation, b, Side.PARTNER, c)
    refused: list[tuple[uuid.UUID, Side, uuid.UUID, str]] = [
        (a, Side.PARTNER, a, "cannot be related to itself"),
        (b, Side.PARENT, a, "related in this way already"),
        (a, Side.SUBSIDIARY, b, "related in this way already"),
        (c, Side.PARTNER, b, "related in this way already"),
        (b, Side.PARENT, c, "has a parent company already"),
        (a, Side.PARENT, b, "already, so it cannot be its parent"),
    ]
    before = state(db)
    for one, side, two, reason in refused:
        with pytest.raises(UserError) as error:
            db.execute(add_relation, one, side, two)
        assert reason in error.value.message.text
        assert error.value.fields is not None
        assert "other" in error.value.fields
    with pytest.raises(NotFoundError):
        db.execute(add_relation, a, Side.PARTNER, uuid.uuid4())
    assert state(db) == before


def test_a_referral_is_one_and_no_circle(db: Database) -> None:
    a, b, c = add(db, "A"), add(db, "B"), add(db, "C")
    db.execute(add_relation, b, Side.REFERRED_BY, a)
    for one, two in ((b, c), (a, b)):
        with pytest.raises(UserError):
            db.execute(add_relation, one, Side.REFERRED_BY, two)


def test_change_remove_and_undo(db: Database) -> None:
    a, b = add(db, "A"), add(db, "B")
    version = get(db, b).draft.row_version
    key = db.execute(add_relation, a, Side.PARENT, b).value
    assert get(db, b).draft.row_version > version  # an open form of the other customer notices
    before = state(db)
    changed = db.execute(change_relation, key, a, Side.SUBSIDIARY, "since 2020")
    assert seen(db, b) == [(Side.PARENT, "A")]
    assert changed.change_set is not None
    assert changed.change_set.title.args == {"name": "A", "other": "B"}
    db.execute(undo_change_set)
    assert state(db) == before
    db.execute(remove_relation, key)
    assert seen(db, a) == []
    with pytest.raises(NotFoundError):
        db.execute(remove_relation, key)
    db.execute(undo_change_set)
    assert state(db) == before


def test_the_note_alone_changes_and_the_partner_stays(db: Database) -> None:
    a, b = add(db, "A"), add(db, "B")
    key = db.execute(add_relation, a, Side.PARTNER, b).value
    assert db.execute(change_relation, key, b, Side.PARTNER, "").change_set is None
    db.execute(change_relation, key, b, Side.PARTNER, "note")
    assert of(db, a).relations[0].note == "note"


def test_deleted_customers_are_shown_as_such(db: Database) -> None:
    a, b = add(db, "A"), add(db, "B")
    db.execute(add_relation, a, Side.SUBSIDIARY, b)
    db.execute(delete_customers, Selection.of(b))
    assert [relation.other.deleted for relation in of(db, a).relations] == [True]
    assert [line.company.deleted for line in of(db, a).tree] == [False, True]


pairs = st.tuples(st.integers(0, 4), st.sampled_from(Side), st.integers(0, 4))


@examples(8)
@given(todo=st.lists(pairs, max_size=10))
def test_parents_never_go_in_a_circle_and_undo_gives_all_back(db: Database, todo: list[tuple[int, Side, int]]) -> None:
    ids = [add(db, f"N{i}") for i in range(5)]
    first = state(db)
    done = 0
    for one, side, two in todo:
        try:
            db.execute(add_relation, ids[one], side, ids[two])
            done += 1
        except UserError:
            pass
    with db.read() as session:
        for key in ids:
            above = ancestors(session, key, 20)
            assert key not in above
            assert len(above) == len(set(above))
    last = state(db)
    for _ in range(done):
        db.execute(undo_change_set)
    assert state(db) == first
    for _ in range(done):
        db.execute(redo_change_set)
    assert state(db) == last
