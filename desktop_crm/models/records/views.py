"""Saved views of the customer list: a filter, columns, an order and a grouping under a name."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.conditions import Condition, Group, Join, Operator, from_json, to_json
from desktop_crm.models.records.listed import CustomerFilter, Id
from desktop_crm.models.records.lists import Sort

CUSTOMER_LIST = "customers"
BUILT_IN = "builtin:"
# A built-in view's name, or the key of a saved one.
ViewKey: TypeAlias = str
INCOMPLETE_BELOW = 60


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """What a view shows. Without `columns` the list keeps the ones it has; `group` is a field of the catalogue."""

    filter: CustomerFilter = field(default_factory=CustomerFilter)
    sort: Sort = field(default_factory=lambda: Sort("name"))
    columns: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    widths: tuple[tuple[str, int], ...] = ()
    group: str = ""

    def same_list(self, other: ViewSpec) -> bool:
        """Whether both show the same. Widths are not looked at, nor columns where one of the two has no own ones."""
        if (self.filter, self.sort, self.group) != (other.filter, other.sort, other.group):
            return False
        return not (self.columns and other.columns) or self._shown() == other._shown()

    def _shown(self) -> list[str]:
        return [key for key in self.columns if key not in self.hidden]


@dataclass(frozen=True, slots=True)
class View:
    """A view as the list offers it. `mine`: it may be changed; `owner_name` is empty for built-in ones."""

    key: ViewKey
    name: Message
    spec: ViewSpec
    mine: bool = False
    shared: bool = False
    owner_name: str = ""

    @property
    def built_in(self) -> bool:
        return self.key.startswith(BUILT_IN)

    @property
    def id(self) -> Id:
        """The key of a saved view. Raises ValueError for a built-in one."""
        return uuid.UUID(hex=self.key)


def _rules(*conditions: Condition) -> CustomerFilter:
    return CustomerFilter(rules=Group(Join.ALL, conditions))


def _built_in(key: str, name: str, wanted: CustomerFilter, sort: Sort | None = None) -> View:
    return View(f"{BUILT_IN}{key}", Message(name), ViewSpec(wanted, sort or Sort("name")))


_O = Operator
BUILT_IN_VIEWS: tuple[View, ...] = (
    _built_in("all", QT_TRANSLATE_NOOP("messages", "All customers"), CustomerFilter()),
    _built_in("mine", QT_TRANSLATE_NOOP("messages", "My customers"), _rules(Condition("owner", _O.ANY_OF, ("me",)))),
    _built_in(
        "recent",
        QT_TRANSLATE_NOOP("messages", "Recently changed"),
        _rules(Condition("updated_at", _O.WITHIN_LAST, ("7d",))),
        Sort("updated_at", True),
    ),
    _built_in("no_owner", QT_TRANSLATE_NOOP("messages", "No owner"), CustomerFilter(owners=(None,))),
    _built_in(
        "not_verified",
        QT_TRANSLATE_NOOP("messages", "Not verified for 6 months"),
        _rules(Condition("verified_on", _O.OLDER_THAN, ("6m",))),
        Sort("verified_on"),
    ),
    _built_in(
        "key_alone",
        QT_TRANSLATE_NOOP("messages", "Key customers without a named person"),
        _rules(Condition("is_key", _O.IS, ("1",)), Condition("key_user", _O.EMPTY), Condition("key_team", _O.EMPTY)),
    ),
    _built_in(
        "incomplete",
        QT_TRANSLATE_NOOP("messages", "Incomplete"),
        _rules(Condition("completeness", _O.LESS, (str(INCOMPLETE_BELOW),))),
        Sort("completeness"),
    ),
)


def filter_to_json(wanted: CustomerFilter) -> dict[str, Any]:
    """What a saved view and the window's state keep of a filter."""
    return {
        "text": wanted.text,
        "kinds": list(wanted.kinds),
        "owners": [owner.hex if owner else None for owner in wanted.owners],
        "tags": [tag.hex for tag in wanted.tags],
        "stages": list(wanted.stages),
        "regions": list(wanted.regions),
        "sources": list(wanted.sources),
        "rules": to_json(wanted.rules) if wanted.rules else None,
    }


def filter_from_json(data: object) -> CustomerFilter:
    """What `filter_to_json` gave; anything else is no filter."""
    if not isinstance(data, dict):
        return CustomerFilter()
    try:
        rules = from_json(data["rules"]) if data.get("rules") else None
        return CustomerFilter(
            text=str(data.get("text", "")),
            kinds=tuple(str(one) for one in data.get("kinds", ())),
            owners=tuple(uuid.UUID(one) if one else None for one in data.get("owners", ())),
            tags=tuple(uuid.UUID(one) for one in data.get("tags", ())),
            stages=tuple(str(one) for one in data.get("stages", ())),
            regions=tuple(str(one) for one in data.get("regions", ())),
            sources=tuple(str(one) for one in data.get("sources", ())),
            rules=rules if rules is None or isinstance(rules, Group) else Group(Join.ALL, (rules,)),
        )
    except (ValueError, TypeError, AttributeError):
        return CustomerFilter()


def spec_to_json(spec: ViewSpec) -> dict[str, Any]:
    """What a saved view keeps."""
    return {
        "filter": filter_to_json(spec.filter),
        "sort": [spec.sort.column, spec.sort.descending],
        "columns": list(spec.columns),
        "hidden": list(spec.hidden),
        "widths": dict(spec.widths),
        "group": spec.group,
    }


def spec_from_json(data: object) -> ViewSpec:
    """What `spec_to_json` gave; what is not understood is left out."""
    if not isinstance(data, dict):
        return ViewSpec()
    sort = Sort("name")
    match data.get("sort"):
        case [str(column), bool(descending)]:
            sort = Sort(column, descending)
    widths = data.get("widths")
    return ViewSpec(
        filter_from_json(data.get("filter")),
        sort,
        _words(data.get("columns")),
        _words(data.get("hidden")),
        tuple((str(key), int(width)) for key, width in widths.items() if isinstance(width, int))
        if isinstance(widths, dict)
        else (),
        str(data.get("group") or ""),
    )


def _words(data: object) -> tuple[str, ...]:
    return tuple(one for one in data if isinstance(one, str)) if isinstance(data, list) else ()
