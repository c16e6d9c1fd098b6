"""Comparisons, offsets, and trees of conditions."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.records.catalogue import BUILT_IN, FieldType
from desktop_crm.models.records.conditions import DEPTH, Condition, Group, Join, Operator, from_json, to_json
from desktop_crm.models.records.operators import (
    arity,
    operators_for,
    operators_of,
    parse_offset,
    pruned,
    shifted,
    without,
)
from desktop_crm.models.records.views import BUILT_IN_VIEWS
from desktop_crm.models.validation.conditions import understood
from desktop_crm.ui.pages.customers.filter_builder import nodes

A, B = Condition("name", Operator.IS, ("a",)), Condition("stage", Operator.EMPTY)


@pytest.mark.parametrize(
    ("day", "offset", "sign", "wanted"),
    [
        ("2026-11-25", "6m", -1, "2026-05-25"),
        ("2026-08-31", "6m", -1, "2026-02-28"),
        ("2024-02-29", "1y", 1, "2025-02-28"),
        ("2026-11-25", "2w", 1, "2026-12-09"),
        ("2026-01-01", "1d", -1, "2025-12-31"),
        ("2026-01-31", "1m", -1, "2025-12-31"),
        ("2026-01-31", "9999y", -1, "0001-01-01"),
        ("2026-01-31", "9999y", 1, "9999-12-31"),
    ],
)
def test_offsets_stay_in_their_month(day: str, offset: str, sign: int, wanted: str) -> None:
    assert shifted(dt.date.fromisoformat(day), offset, sign) == dt.date.fromisoformat(wanted)


@pytest.mark.parametrize("text", ["", "6", "m", "-6m", "6x", "6.5m", "99999d"])
def test_what_is_no_offset_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_offset(text)


def test_every_type_has_comparisons_and_only_what_can_be_empty_asks_for_it() -> None:
    assert all(operators_for(kind) for kind in FieldType)
    by_id = {spec.id: spec for spec in BUILT_IN}
    assert Operator.EMPTY not in operators_of(by_id["stage"])
    assert Operator.EMPTY in operators_of(by_id["owner"])


def test_built_in_views_are_understood() -> None:
    catalogue = {spec.id: spec for spec in BUILT_IN}
    for view in BUILT_IN_VIEWS:
        for one in view.spec.filter.rules.parts if view.spec.filter.rules else ():
            assert isinstance(one, Condition)
            assert understood(catalogue, one), view.key


def test_groups_without_conditions_are_as_if_they_were_not_there() -> None:
    empty = Group(Join.ANY, (Group(Join.NONE),))
    assert pruned(empty) is None
    assert pruned(Group(Join.NONE, (empty, A))) == Group(Join.NONE, (A,))


def test_conditions_on_some_fields_can_be_taken_away() -> None:
    rules = Group(Join.ALL, (A, Group(Join.ANY, (B,))))
    assert without(rules, frozenset({"stage"})) == Group(Join.ALL, (A,))
    assert without(rules, frozenset({"stage", "name"})) is None


def test_moving_nodes() -> None:
    root = nodes.from_group(Group(Join.ALL, (A, B)))
    assert nodes.indent(root, (1,)) == (1, 0)
    assert nodes.to_group(root) == Group(Join.ALL, (A, Group(Join.ANY, (B,))))
    assert nodes.outdent(root, (1, 0)) == (1,)
    assert nodes.move(root, (1,), -1) == (0,)
    assert nodes.to_group(root) == Group(Join.ALL, (B, A))
    assert nodes.remove(root, (0,)) == (0,)
    assert nodes.remove(root, (0,)) == ()
    assert nodes.to_group(root) is None


def _paths(box: nodes.Box, path: nodes.Path = ()) -> list[nodes.Path]:
    found = [path]
    for place, one in enumerate(box.parts):
        here = (*path, place)
        found += _paths(one, here) if isinstance(one, nodes.Box) else [here]
    return found


@given(steps=st.lists(st.tuples(st.sampled_from("iourax"), st.integers(0, 30)), max_size=40))
def test_no_sequence_of_moves_loses_a_line_or_nests_too_deep(steps: list[tuple[str, int]]) -> None:
    root = nodes.from_group(Group(Join.ALL, (A, B)))
    lines = 2
    for step, at in steps:
        paths = [path for path in _paths(root) if path]
        path = paths[at % len(paths)]
        if step == "i":
            path = nodes.indent(root, path)
        elif step == "o":
            path = nodes.outdent(root, path)
        elif step in "ur":
            path = nodes.move(root, path, 1 if step == "r" else -1)
        else:
            path = nodes.insert_after(root, path, nodes.Line("name", Operator.IS, ("x",)))
            lines += 1
        nodes.at(root, path)
        kept = nodes.to_group(root)
        assert kept is not None
        assert sum(isinstance(nodes.at(root, one), nodes.Line) for one in _paths(root)) == lines
        assert from_json(to_json(kept)) == kept
    assert max(map(len, _paths(root))) <= DEPTH


def test_arity_tells_how_many_values_there_must_be() -> None:
    assert (arity(Operator.BETWEEN), arity(Operator.EMPTY), arity(Operator.ANY_OF), arity(Operator.IS)) == (
        2,
        0,
        None,
        1,
    )
