"""Changing the data standards: rules, weights, dictionaries; and the daily picture of health."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.commands.selection import in_batches
from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import utc_now
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.entities.standards import (
    DataRuleEntity,
    DictionaryEntryEntity,
    FieldWeightEntity,
    HealthSnapshot,
)
from desktop_crm.models.errors import NotFoundError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.queries.catalogue import field_catalogue
from desktop_crm.models.queries.standards import data_rules, health, replacements
from desktop_crm.models.records.choices import CHOICES, label
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.operators import shifted
from desktop_crm.models.records.standards import DICTIONARIES, FIRST_RULES, Check, DataRule, Health
from desktop_crm.models.text.names import name_key, tidy
from desktop_crm.models.validation.conditions import broken as not_understood
from desktop_crm.models.validation.conditions import compiled

NO_RULE = Message(QT_TRANSLATE_NOOP("messages", "This rule is not there any more."))
BAD_PATTERN = Message(QT_TRANSLATE_NOOP("messages", "This is no pattern: check brackets and special characters."))
BAD_AGE = Message(QT_TRANSLATE_NOOP("messages", "Write a number and d, w, m or y, such as 6m for six months."))
BAD_FIELD = Message(QT_TRANSLATE_NOOP("messages", "This field cannot be checked that way."))
NO_VALUE = Message(QT_TRANSLATE_NOOP("messages", "A value is needed."))
_R = DataRuleEntity
_E = DictionaryEntryEntity
_W = FieldWeightEntity


def save_rule(ctx: CommandContext, rule: DataRule) -> uuid.UUID:
    """Adds a rule (`id` None) or changes one. Raises UserError with `fields`."""
    catalogue = field_catalogue(ctx.session)
    _check(rule, catalogue)
    shown = catalogue[rule.field].label
    values = {
        "name": tidy(rule.name),
        "field": rule.field,
        "check_kind": str(rule.check),
        "for_kind": rule.for_kind,
        "stage": rule.stage,
        "pattern": rule.pattern.strip(),
        "blocking": rule.blocking,
        "active": rule.active,
    }
    if rule.id is None:
        ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Add a rule for {field}"), {"field": shown})
        key, last = new_id(), ctx.session.scalar(select(func.max(_R.position)))
        ctx.session.execute(insert(_R).values(id=key, position=(last or 0) + 1, **values))
        return key
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Change the rule for {field}"), {"field": shown})
    found = ctx.session.scalars(select(_R.id).where(_R.id == rule.id)).first()
    if found is None:
        raise NotFoundError(NO_RULE)
    ctx.session.execute(update(_R).where(_R.id == rule.id).values(values))
    return rule.id


def _check(rule: DataRule, catalogue: Any) -> None:
    if rule.check is Check.FORMAT:
        try:
            compiled(rule.pattern.strip())
        except ValueError:
            raise UserError(BAD_PATTERN, fields={"pattern": BAD_PATTERN}) from None
    if rule.check is Check.VERIFIED:
        try:
            shifted(dt.date(2000, 1, 1), rule.pattern.strip(), -1)
        except ValueError:
            raise UserError(BAD_AGE, fields={"pattern": BAD_AGE}) from None
    in_dictionary = rule.check is not Check.DICTIONARY or rule.field in DICTIONARIES
    if rule.field not in catalogue or not in_dictionary or not_understood(catalogue, rule.broken()):
        raise UserError(BAD_FIELD, fields={"field": BAD_FIELD})


def delete_rule(ctx: CommandContext, rule_id: uuid.UUID) -> None:
    """Takes a rule away. Raises NotFoundError."""
    field = ctx.session.scalars(select(_R.field).where(_R.id == rule_id)).first()
    if field is None:
        raise NotFoundError(NO_RULE)
    spec = field_catalogue(ctx.session).get(field)
    shown = spec.label if spec else Message("{name}", {"name": field})
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Delete the rule for {field}"), {"field": shown})
    ctx.session.connection().execute(delete(_R).where(_R.id == rule_id))


def add_first_rules(ctx: CommandContext) -> int:
    """The suggested rules, for a database that has none; returns how many."""
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Start with the suggested data standards"))
    if data_rules(ctx.session):
        return 0
    for rule in FIRST_RULES:
        save_rule(ctx, rule)
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Start with the suggested data standards"))
    return len(FIRST_RULES)


def save_weight(ctx: CommandContext, field: str, for_kind: str, weight: int) -> None:
    """What a field counts towards completeness from now on (0 … 100); all customers' figures follow."""
    spec = field_catalogue(ctx.session).get(field)
    shown = spec.label if spec else Message("{name}", {"name": field})
    ctx.title = Message(QT_TRANSLATE_NOOP("messages", "Change the weight of {field}"), {"field": shown})
    weight = max(0, min(100, weight))
    own = (_W.field == field) & (_W.for_kind == for_kind) & _W.deleted_at.is_(None)
    found = ctx.session.scalars(select(_W.id).where(own)).first()
    if found is None:
        ctx.session.execute(insert(_W).values(field=field, for_kind=for_kind, weight=weight))
    else:
        ctx.session.execute(update(_W).where(_W.id == found).values(weight=weight))


def agree_value(ctx: CommandContext, dictionary: str, value: str, *, agreed: bool = True) -> None:
    """Takes a value into a dictionary, or out of it; customers keep what they have. Raises UserError."""
    value = tidy(value)
    if not value:
        raise UserError(NO_VALUE, fields={"value": NO_VALUE})
    title = (
        QT_TRANSLATE_NOOP("messages", "Add {value} to the dictionary")
        if agreed
        else QT_TRANSLATE_NOOP("messages", "Take {value} out of the dictionary")
    )
    ctx.title = Message(title, {"value": label(dictionary, value)})
    _store_entry(ctx, dictionary, value, {"active": agreed, "replaced_by": ""})


def merge_values(ctx: CommandContext, dictionary: str, values: Sequence[str], into: str) -> int:
    """Writes `into` wherever a customer has one of `values`, now and from now on. Returns how many customers changed.

    Raises UserError without a value to merge into."""
    into = tidy(into)
    old = [value for value in dict.fromkeys(values) if value and value != into]
    if not into or not old:
        raise UserError(NO_VALUE, fields={"value": NO_VALUE})
    column = getattr(CustomerEntity, dictionary)
    ids = ctx.session.scalars(select(CustomerEntity.id).where(column.in_(old))).all()
    connection = ctx.session.connection()
    for part in in_batches(ids, ctx.monitor):
        connection.execute(update(CustomerEntity).where(CustomerEntity.id.in_(part)).values({dictionary: into}))
    for value in old:
        # What is built in cannot be taken out of the forms, but whoever chooses it gets the other one.
        _store_entry(ctx, dictionary, value, {"active": False, "replaced_by": into})
    # What was merged into something before goes along.
    connection.execute(update(_E).where(_E.dictionary == dictionary, _E.replaced_by.in_(old)).values(replaced_by=into))
    if into not in CHOICES.get(dictionary, {}):
        _store_entry(ctx, dictionary, into, {"active": True, "replaced_by": ""})
    shown = label(dictionary, old[0]) if len(old) == 1 else str(len(old))
    one = QT_TRANSLATE_NOOP("messages", "Merge {value} into {into}")
    many = QT_TRANSLATE_NOOP("messages", "Merge {value} values into {into}")
    ctx.title = Message(one if len(old) == 1 else many, {"value": shown, "into": label(dictionary, into)})
    return len(ids)


def _store_entry(ctx: CommandContext, dictionary: str, value: str, values: dict[str, Any]) -> None:
    own = (_E.dictionary == dictionary) & (_E.value == value) & _E.deleted_at.is_(None)
    found = ctx.session.scalars(select(_E.id).where(own)).first()
    if found is not None:
        ctx.session.execute(update(_E).where(_E.id == found).values(values))
        return
    row = {"dictionary": dictionary, "value": value, "value_key": name_key(value) or value, **values}
    ctx.session.execute(insert(_E).values(row))


def by_dictionary(session: Session, drafts: Sequence[CustomerDraft]) -> list[CustomerDraft]:
    """The drafts with merged values replaced: one statement for any number of them."""
    table = replacements(session)
    return [with_replaced(table, draft) for draft in drafts]


def with_replaced(table: Mapping[tuple[str, str], str], draft: CustomerDraft) -> CustomerDraft:
    """The draft with the values of `table` (of `replacements`) replaced; itself where there are none."""
    if not table:
        return draft
    changes: dict[str, Any] = {
        name: table[(name, value)] for name in DICTIONARIES if (name, value := getattr(draft, name)) in table
    }
    return dataclasses.replace(draft, **changes) if changes else draft


def keep_snapshot(database: Database, seen: Health, today: dt.date) -> None:
    """Keeps the counts of a day for the trend, once a day: the last look of the day stands."""
    rows = [
        {
            "on_date": today,
            "rule_id": state.rule.id,
            "violations": state.broken,
            "total": state.total,
            "completeness": seen.completeness,
        }
        for state in seen.rules
        if state.rule.id is not None
    ]
    with database.raw() as connection, connection.begin():
        table = Base.metadata.tables[HealthSnapshot.__tablename__]
        connection.execute(delete(table).where(table.c.on_date == today))
        if rows:
            connection.execute(insert(table), rows)


def look_at_health(database: Database, today: dt.date | None = None) -> Health:
    """The board as it is now, kept for the trend."""
    today = today or utc_now().astimezone().date()
    with database.read() as session:
        seen = health(session, today)
    keep_snapshot(database, seen, today)
    return seen
