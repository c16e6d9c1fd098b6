"""Whatever is done, undoing all of it gives the first state and redoing all of it the last."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.commands.customer_bulk import (
    assign_customers,
    delete_customers,
    restore_customers,
    set_stage,
)
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.commands.people import save_user
from desktop_crm.models.commands.tags import delete_tag, save_tag, tag_customers, untag_customers
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import UserError
from desktop_crm.models.queries.customers import filter_choices
from desktop_crm.models.records.customers import (
    Address,
    Contact,
    ContactPoint,
    CustomerFilter,
    ImportantDate,
    PointKind,
    Stage,
)
from desktop_crm.models.records.lists import ListSpec, Selection
from tests.db.conftest import state
from tests.db.makers import add, draft, get
from tests.examples import examples

Step = tuple[str, int, str]

names = st.sampled_from(["华为技术有限公司", "重庆单于", 'Acme "Ltd"', "it's", "𠮷野家", "a\tb\nc", "100%_\\"])
words = st.one_of(names, st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12))
kinds = ["add", "edit", "parts", "tag", "untag", "rename", "drop", "delete", "restore", "assign", "stage", "user"]
steps = st.tuples(st.sampled_from([*kinds, "undo", "redo"]), st.integers(0, 3), words)


class Doing:
    """Carries steps out on one database; says how many of them left a change set."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.ids = [add(db, f"Customer {i}", phone=f"1380013800{i}", contact="解晓东") for i in range(2)]

    def do(self, step: Step) -> None:
        kind, which, word = step
        if kind in ("undo", "redo"):
            self._tolerant(undo_change_set if kind == "undo" else redo_change_set)
            return
        getattr(self, f"_{kind}")(which, word)

    def _tolerant(self, command: Callable[..., object]) -> bool:
        try:
            self.db.execute(command)  # type: ignore[arg-type]
        except UserError:
            return False
        return True

    def _one(self, which: int) -> Selection:
        return Selection.of(self.ids[which % len(self.ids)])

    def _save(self, which: int, **changes: object) -> None:
        old = get(self.db, self.ids[which % len(self.ids)]).draft
        try:
            self.db.execute(save_customer, dataclasses.replace(old, **changes), old)  # type: ignore[arg-type]
        except UserError as error:
            if not error.fields:  # only validation may refuse
                raise

    def _add(self, which: int, word: str) -> None:
        try:
            self.db.execute(save_customer, draft(word, tags=(word,)))
        except UserError as error:
            if not error.fields:
                raise

    def _edit(self, which: int, word: str) -> None:
        self._save(which, name=f"客户 {word}", notes=word, next_step_on=dt.date(2026, 1, 1 + which))

    def _parts(self, which: int, word: str) -> None:
        point = ContactPoint(PointKind.WECHAT, f"wx{which}", primary=True)
        self._save(
            which,
            points=(point,) * (which % 2),
            addresses=(Address("440305", word, primary=True),) * (which % 3),
            dates=(ImportantDate(f"d {word}", dt.date(2020, 2, 29), lunar=bool(which)),),
            contacts=tuple(Contact(f"王{i}{word}", points=(point,)) for i in range(which)),
        )

    def _tag(self, which: int, word: str) -> None:
        if word.strip():
            everyone = Selection(frozenset(self.ids[:which]), ListSpec(CustomerFilter()))
            self.db.execute(tag_customers, everyone, word)

    def _tags(self) -> list[object]:
        with self.db.read() as session:
            return [tag.id for tag in filter_choices(session).tags]

    def _untag(self, which: int, _: str) -> None:
        for tag in self._tags()[which : which + 1]:
            self.db.execute(untag_customers, self._one(which), tag)  # type: ignore[arg-type]

    def _rename(self, which: int, word: str) -> None:
        for tag in self._tags()[which : which + 1]:
            if word.strip():
                self.db.execute(save_tag, tag, word, "tag2")  # type: ignore[arg-type]

    def _drop(self, which: int, _: str) -> None:
        for tag in self._tags()[which : which + 1]:
            self.db.execute(delete_tag, tag)  # type: ignore[arg-type]

    def _delete(self, which: int, _: str) -> None:
        self.db.execute(delete_customers, self._one(which))

    def _restore(self, which: int, _: str) -> None:
        self.db.execute(restore_customers, self._one(which))

    def _assign(self, which: int, _: str) -> None:
        with self.db.read() as session:
            users = filter_choices(session).users
        self.db.execute(assign_customers, self._one(which), users[which % len(users)].id)

    def _stage(self, which: int, _: str) -> None:
        self.db.execute(set_stage, Selection(spec=ListSpec()), list(Stage)[which])

    def _user(self, which: int, word: str) -> None:
        if word.strip():
            with self.db.read() as session:
                users = filter_choices(session).users
            self.db.execute(save_user, word, "", users[which].id if which < len(users) else None)


# An example is a dozen transactions and as many whole pictures of the database: fewer of them than elsewhere.
@examples(8)
@given(todo=st.lists(steps, max_size=12))
def test_undoing_everything_and_redoing_everything(db: Database, todo: list[Step]) -> None:
    # The fixture's database is kept for all examples: each ends where it began.
    first = state(db)
    doing = Doing(db)
    for step in todo:
        doing.do(step)
    last = state(db)
    undone = 0
    while state(db) != first:
        db.execute(undo_change_set)
        undone += 1
        assert undone <= len(todo) + 2
    for _ in range(undone):
        db.execute(redo_change_set)
    assert state(db) == last
    for _ in range(undone):
        db.execute(undo_change_set)
    assert state(db) == first
