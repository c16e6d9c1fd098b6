"""Data health: what breaks the standards, by rule, owner and source; set-wise, however many customers there are."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, case, func, or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.entities.standards import DataRuleEntity, DictionaryEntryEntity, HealthSnapshot
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.queries.conditions import condition_sql
from desktop_crm.models.records.choices import CHOICES
from desktop_crm.models.records.standards import (
    DICTIONARIES,
    Check,
    DataRule,
    DictionaryValue,
    Health,
    HolderState,
    RuleState,
)
from desktop_crm.models.validation.conditions import broken as not_understood
from desktop_crm.models.validation.standards import Standards

_C = CustomerEntity
_R = DataRuleEntity
_E = DictionaryEntryEntity
TREND = 60  # snapshots shown of a rule


def data_rules(session: Session, *, active: bool = False) -> list[DataRule]:
    """The rules in their order."""
    wanted = select(_R).where(_R.deleted_at.is_(None)).order_by(_R.position, _R.id)
    if active:
        wanted = wanted.where(_R.active)
    return [
        DataRule(
            row.field,
            Check(row.check_kind),
            row.for_kind,
            row.stage,
            row.pattern,
            row.blocking,
            row.active,
            row.name,
            row.position,
            row.id,
        )
        for row in session.scalars(wanted)
    ]


def agreed_values(session: Session) -> dict[str, tuple[str, ...]]:
    """The values that each dictionary holds: the built-in codes and the entries that stand."""
    found: dict[str, list[str]] = {name: list(CHOICES.get(name, {})) for name in DICTIONARIES}
    wanted = select(_E.dictionary, _E.value).where(_E.deleted_at.is_(None), _E.active, _E.replaced_by == "")
    for name, value in session.execute(wanted.order_by(_E.position, _E.value_key)):
        found.setdefault(name, []).append(value)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def blocking_standards(session: Session) -> Standards:
    """What a customer must hold to be saved: two statements, one where no rule refuses."""
    rules = tuple(rule for rule in data_rules(session, active=True) if rule.blocking)
    return Standards(rules, agreed_values(session)) if rules else Standards()


def replacements(session: Session) -> dict[tuple[str, str], str]:
    """What to write in place of a value that was merged into another: (dictionary, value) → value."""
    wanted = select(_E.dictionary, _E.value, _E.replaced_by).where(_E.deleted_at.is_(None), _E.replaced_by != "")
    return {(name, value): other for name, value, other in session.execute(wanted)}


def health(session: Session, today: dt.date) -> Health:
    """The whole board in a fixed number of statements, each over all living customers."""
    rules = data_rules(session, active=True)
    known = agreed_values(session)
    catalogue = field_catalogue(session)
    filters = [rule.broken(known.get(rule.field, ())) for rule in rules]
    unclear = [bool(not_understood(catalogue, one)) for one in filters]
    tests = [condition_sql(session, catalogue, one, today) for one in filters]
    usable = [test for test, bad in zip(tests, unclear, strict=True) if not bad]
    total, average, counts, clean = _totals(session, usable)
    trends = _trends(session, rules)
    found = iter(counts)
    states = tuple(
        RuleState(rule, 0 if bad else next(found), total, one, trends.get(rule.id, ()), bad)
        for rule, one, bad in zip(rules, filters, unclear, strict=True)
    )
    any_broken = or_(*usable) if usable else None
    return Health(total, average, clean, states, _owners(session, any_broken), _sources(session, any_broken))


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0).cast(Integer)


def _average() -> ColumnElement[int]:
    # Customers whose figure is not worked out yet (-1) would pull it down.
    return func.coalesce(func.avg(case((_C.completeness >= 0, _C.completeness))), 0).cast(Integer)


def _totals(session: Session, tests: Sequence[ColumnElement[bool]]) -> tuple[int, int, list[int], int]:
    columns: list[Any] = [func.count(), _average(), *map(_sum, tests)]
    if tests:
        columns.append(_sum(or_(*tests)))
    row = list(session.execute(select(*columns).select_from(_C).where(_C.deleted_at.is_(None))).one())
    broken = row.pop() if tests else 0
    return row[0], row[1], row[2:], row[0] - broken


def _grouped(column: Any, broken: ColumnElement[bool] | None) -> Any:
    counted = _sum(broken) if broken is not None else func.count() * 0
    wanted = select(column, func.count().label("customers"), counted.label("broken"), _average().label("filled"))
    return wanted.where(_C.deleted_at.is_(None)).group_by(column)


def _owners(session: Session, broken: ColumnElement[bool] | None) -> tuple[HolderState, ...]:
    names: Mapping[uuid.UUID | None, str] = {
        key: name for key, name in session.execute(select(UserRow.id, UserRow.name))
    }
    rows = session.execute(_grouped(_C.owner_id, broken)).all()
    found = [HolderState(key.hex if key else "", names.get(key, ""), *rest) for key, *rest in rows]
    return tuple(sorted(found, key=lambda one: (-one.broken, one.name)))


def _sources(session: Session, broken: ColumnElement[bool] | None) -> tuple[HolderState, ...]:
    rows = session.execute(_grouped(_C.source, broken)).all()
    found = [HolderState(key, key, *rest) for key, *rest in rows]
    return tuple(sorted(found, key=lambda one: (-one.broken, one.name)))


def _trends(session: Session, rules: Sequence[DataRule]) -> dict[uuid.UUID | None, tuple[tuple[dt.date, int], ...]]:
    h = HealthSnapshot
    ids = [rule.id for rule in rules if rule.id is not None]
    found: dict[uuid.UUID | None, list[tuple[dt.date, int]]] = defaultdict(list)
    wanted = select(h.rule_id, h.on, h.violations).where(h.rule_id.in_(ids)).order_by(h.on.desc())
    for rule, on, broken in session.execute(wanted.limit(TREND * max(len(ids), 1))):
        found[rule].append((on, broken))
    return {rule: tuple(reversed(points)) for rule, points in found.items()}


def dictionary_values(session: Session, name: str) -> list[DictionaryValue]:
    """The values of a dictionary: those in use with their counts, and agreed ones that nobody has; most used first."""
    column = getattr(_C, name)
    rows = session.execute(
        select(column, func.count()).where(_C.deleted_at.is_(None), column != "").group_by(column)
    ).all()
    agreed, built_in = agreed_values(session)[name], CHOICES.get(name, {})
    counts = dict.fromkeys(agreed, 0) | {value: count for value, count in rows}
    found = [DictionaryValue(value, count, value in agreed, value in built_in) for value, count in counts.items()]
    return sorted(found, key=lambda one: (-one.customers, one.value))
