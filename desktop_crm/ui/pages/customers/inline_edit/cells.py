"""Which columns of the list can be changed in place, with what, and what that makes of the customer."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop_crm.models.records.customers import (
    ContactPoint,
    CustomerDraft,
    CustomerKind,
    FilterChoices,
    PointKind,
    Stage,
)
from desktop_crm.ui.forms.choice import ChoiceField, PersonField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import FieldWidget, TextField
from desktop_crm.ui.pages.customers.wording import Lexicon, choice_list

Draft = CustomerDraft


@dataclass(frozen=True, slots=True)
class Cell:
    """`field` is the field of the draft, under which problems and conflicts are reported."""

    field: str
    make: Callable[[FilterChoices], FieldWidget]
    get: Callable[[Draft], Any]
    put: Callable[[Draft, Any], Draft]


def editable_cells(words: Lexicon) -> dict[str, Cell]:
    """By the key of the column."""
    return {
        "name": _text("name"),
        "kind": _choice("kind", CustomerKind),
        "stage": _choice("stage", Stage),
        "owner": Cell(
            "owner_id",
            lambda known: PersonField([(user.id, user.name) for user in known.users if user.active]),
            lambda d: d.owner_id,
            lambda d, v: _with(d, "owner_id", v),
        ),
        "phone": _point(PointKind.PHONE, words),
        "email": _point(PointKind.EMAIL, words),
        "tags": Cell(
            "tags",
            lambda _: TextField(),
            lambda d: ", ".join(d.tags),
            lambda d, v: _with(d, "tags", _tags(v)),
        ),
        "next_step": _text("next_step"),
        "next_step_on": Cell(
            "next_step_on",
            lambda _: DateField(),
            lambda d: d.next_step_on,
            lambda d, v: _with(d, "next_step_on", v),
        ),
        "source": _open_choice("source"),
        "industry": _open_choice("industry"),
        "size": _open_choice("size"),
        "occupation": Cell(
            "occupation",
            lambda known: ChoiceField([(one, one) for one in known.values.get("occupation", ())], free=True),
            lambda d: d.occupation,
            lambda d, v: _with(d, "occupation", v),
        ),
    }


def _text(name: str) -> Cell:
    return Cell(name, lambda _: TextField(), lambda d: getattr(d, name), lambda d, v: _with(d, name, v))


def _choice(name: str, make: Callable[[str], Any] = str) -> Cell:
    return Cell(
        name,
        lambda _: ChoiceField(choice_list(name), clear=None),
        lambda d: str(getattr(d, name)),
        # What is always one of the list cannot be emptied.
        lambda d, v: _with(d, name, make(v)) if v else d,
    )


def _open_choice(name: str) -> Cell:
    return Cell(
        name,
        lambda known: ChoiceField(choice_list(name, known.values.get(name, ())), free=True),
        lambda d: getattr(d, name),
        lambda d, v: _with(d, name, v),
    )


def _with(draft: Draft, name: str, value: Any) -> Draft:
    return dataclasses.replace(draft, **{name: value})


def _tags(typed: str) -> tuple[str, ...]:
    parts = typed.replace("，", ",").replace("、", ",").replace(";", ",").replace("；", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())


def _point(kind: PointKind, words: Lexicon) -> Cell:
    """The main phone or e-mail: changed, added where there is none, taken away when emptied."""

    def main(draft: Draft) -> int | None:
        of_kind = [at for at, point in enumerate(draft.points) if point.kind == kind]
        return next((at for at in of_kind if draft.points[at].primary), of_kind[0] if of_kind else None)

    def get(draft: Draft) -> str:
        at = main(draft)
        return "" if at is None else words.point(draft.points[at])

    def put(draft: Draft, value: str) -> Draft:
        at, points = main(draft), list(draft.points)
        if value == get(draft):
            return draft
        if at is None:
            points.append(ContactPoint(kind, value, primary=True))
        elif value:
            points[at] = dataclasses.replace(points[at], value=value)
        else:
            del points[at]
        return dataclasses.replace(draft, points=tuple(points))

    return Cell("points", lambda _: TextField(), get, put)
