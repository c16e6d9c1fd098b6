"""Whatever is done with fields and their values, undoing all of it gives the first state and redoing it the last."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.commands.custom_fields import order_fields, purge_field, remove_field, restore_field
from desktop_crm.models.commands.undo import redo_change_set, undo_change_set
from desktop_crm.models.db.database import Database
from desktop_crm.models.errors import UserError
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.search.check import check_search
from tests.db.conftest import state
from tests.db.makers import add
from tests.db.test_custom_fields import change, field, put
from tests.examples import examples

KINDS = (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.NUMBER, FieldType.MONEY, FieldType.CHOICE, FieldType.CHOICES)
STEPS = ["add", "put", "type", "option", "rename", "order", "remove", "restore", "purge", "undo", "redo"]
steps = st.tuples(st.sampled_from(STEPS), st.integers(0, 5), st.integers(0, 5))


class Doing:
    """Carries steps out on one database; what may be refused is."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.customers = [add(db, f"Customer {i}") for i in range(2)]
        self.made = 0

    def fields(self, *, deleted: bool = False) -> list[CustomField]:
        with self.db.read() as session:
            return custom_fields(session, deleted=deleted)

    def do(self, kind: str, a: int, b: int) -> None:
        if kind in ("undo", "redo"):
            self._try(undo_change_set if kind == "undo" else redo_change_set)
        elif kind == "add":
            self.made += 1
            labels = ("Gold", "Silver", "Bronze") if KINDS[a].startswith("choice") else ()
            field(self.db, f"Field {self.made}", KINDS[a], *labels)
        elif kind in ("restore", "purge"):
            for one in self.fields(deleted=True)[a : a + 1]:
                self._try(restore_field if kind == "restore" else purge_field, one.id)
        else:
            known = self.fields()
            if known:
                getattr(self, f"_{kind}")(known[a % len(known)], b)

    def _try(self, command: Callable[..., object], *args: object) -> None:
        try:
            self.db.execute(command, *args)  # type: ignore[arg-type]
        except UserError:
            return

    def _put(self, one: CustomField, b: int) -> None:
        labels = [label for _, label in one.pairs]
        text = ("; ".join(labels[: b % 3 + 1]) if one.type is FieldType.CHOICES else labels[b % len(labels)]) \
            if labels else str(b - 2)  # fmt: skip
        put(self.db, self.customers[b % 2], one, text)

    def _type(self, one: CustomField, b: int) -> None:
        try:
            change(self.db, one, type=KINDS[b])
        except UserError:
            return

    def _option(self, one: CustomField, b: int) -> None:
        if len(one.options) > 1:
            gone, *left = one.options
            change(self.db, one, {gone.key: left[0].key if b % 2 else ""}, options=tuple(reversed(left)))

    def _rename(self, one: CustomField, b: int) -> None:
        change(self.db, one, name=f"{one.name} {b}", section=str(b % 2))

    def _order(self, one: CustomField, b: int) -> None:
        self.db.execute(order_fields, [one.id], {one.id: f"S{b}"})

    def _remove(self, one: CustomField, b: int) -> None:
        self.db.execute(remove_field, one.id)


@examples(6)
@given(todo=st.lists(steps, max_size=12))
def test_undoing_and_redoing_all_that_was_done_with_fields(db: Database, todo: list[tuple[str, int, int]]) -> None:
    first = state(db)
    doing = Doing(db)
    for step in todo:
        doing.do(*step)
    last = state(db)
    with db.read() as session:
        assert check_search(session) == ()
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
