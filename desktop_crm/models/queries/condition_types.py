"""Conditions on each type of field as SQL. All of them are true or false for every customer, never NULL."""

from __future__ import annotations

import datetime as dt
import operator
import uuid
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, literal, literal_column, not_, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop_crm.models.db.patterns import pattern_holds
from desktop_crm.models.db.types import OrderedText
from desktop_crm.models.entities.customers import ContactPointEntity, CustomerEntity, CustomerTagEntity
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.conditions import Condition, Operator
from desktop_crm.models.records.operators import ME, shifted
from desktop_crm.models.text.emails import normalise_email
from desktop_crm.models.text.names import name_key, tidy
from desktop_crm.models.text.phones import normalise_phone
from desktop_crm.models.validation.conditions import number

C = CustomerEntity

Sql = ColumnElement[bool]

# Above so many different combinations of a multiple choice they are no longer looked up one by one.
COMBINATIONS = 400
_NO_DATE = {"next_step_key": "9999"}
_LAST = "\U0010ffff"


class Query:
    """What the parts of one filter share."""

    def __init__(self, session: Session, today: dt.date, *, deleted: bool) -> None:
        self.session = session
        self.today = today
        self.deleted = deleted

    @property
    def sqlite(self) -> bool:
        return self.session.get_bind().dialect.name == "sqlite"

    @property
    def me(self) -> uuid.UUID:
        user: uuid.UUID = self.session.info["actor"].user_id
        return user


def _column(name: str) -> InstrumentedAttribute[Any]:
    column: InstrumentedAttribute[Any] = getattr(C, name)
    return column


def _starts(column: InstrumentedAttribute[Any], prefix: str) -> Sql:
    """A range in place of LIKE where the column is ordered byte by byte: both databases answer it from the index."""
    if column.type is OrderedText:
        return and_(column >= prefix, column < prefix + _LAST)
    return func.substr(column, 1, len(prefix)) == prefix


def _contains(query: Query, column: InstrumentedAttribute[Any], text: str, *, folded: bool = False) -> Sql:
    """Any part of a text, in ASCII letters of either case."""
    place = func.instr if query.sqlite else func.strpos
    if folded:
        return place(column, text) > 0
    # The "C" collation has PostgreSQL lower the same letters as SQLite does.
    plain = column if query.sqlite else column.collate("C")
    return place(func.lower(plain), _lower(text)) > 0


def _lower(text: str) -> str:
    return "".join(ch.lower() if ch.isascii() else ch for ch in text)


def _text(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    column, folded = _column(spec.column), False
    values = [tidy(value) for value in condition.values]
    if spec.id == "name" and all(map(name_key, values)):
        column, folded, values = C.name_key, True, [name_key(value) for value in values]
    elif spec.id in ("credit_code", "id_number"):
        values = [value.upper() for value in values]
    match condition.operator:
        case Operator.IS:
            return column == values[0]
        case Operator.STARTS_WITH:
            return _starts(column, values[0])
        case Operator.CONTAINS:
            return _contains(query, column, values[0], folded=folded)
        case Operator.NOT_CONTAINS:
            return not_(_contains(query, column, values[0], folded=folded))
        case Operator.MATCHES:
            return pattern_holds(query.session, _column(spec.column), condition.values[0])
        case Operator.NOT_MATCHES:
            return not_(pattern_holds(query.session, _column(spec.column), condition.values[0]))
        case Operator.EMPTY:
            return column == ""
        case _:
            return column != ""


_COMPARED: dict[Operator, Callable[[Any, Any], Sql]] = {
    Operator.IS: operator.eq,
    Operator.LESS: operator.lt,
    Operator.LESS_EQUAL: operator.le,
    Operator.GREATER: operator.gt,
    Operator.GREATER_EQUAL: operator.ge,
}


def _compared(column: InstrumentedAttribute[Any], how: Operator, values: Sequence[Any]) -> Sql:
    if how is Operator.BETWEEN:
        low, high = sorted(values)
        return and_(column >= low, column <= high)
    return _COMPARED[how](column, values[0])


def _of_number(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    column = _column(spec.column)
    filled = column > "" if spec.is_custom else column >= 0
    if condition.operator is Operator.EMPTY:
        return not_(filled)
    if condition.operator is Operator.NOT_EMPTY:
        return filled
    return and_(
        _compared(column, condition.operator, [number(spec, value) for value in condition.values]),
        filled,
    )


def _of_date(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    # Their sort keys are never NULL, have an index, and are the dates as text.
    column = _column(spec.sort or spec.column)
    nothing = _NO_DATE.get(spec.sort, "")
    how, today = condition.operator, query.today
    if how is Operator.EMPTY:
        return column == nothing
    if how is Operator.NOT_EMPTY:
        return column != nothing
    if how is Operator.OLDER_THAN:
        limit = shifted(today, condition.values[0], -1).isoformat()
        return column < limit if nothing == "" else or_(column < limit, column == nothing)
    if how in (Operator.WITHIN_LAST, Operator.WITHIN_NEXT):
        other = shifted(today, condition.values[0], 1 if how is Operator.WITHIN_NEXT else -1)
        found = _compared(column, Operator.BETWEEN, [today.isoformat(), other.isoformat()])
    else:
        found = _compared(column, how, [dt.date.fromisoformat(v).isoformat() for v in condition.values])
    return and_(found, column != nothing)


def _of_time(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    column, how, today = _column(spec.column), condition.operator, query.today
    if how is Operator.OLDER_THAN:
        return column < _midnight(shifted(today, condition.values[0], -1))
    if how in (Operator.WITHIN_LAST, Operator.WITHIN_NEXT):
        other = shifted(today, condition.values[0], 1 if how is Operator.WITHIN_NEXT else -1)
        first, last = sorted((today, other))
    else:
        days = sorted(dt.date.fromisoformat(value) for value in condition.values)
        first, last = (days[0], days[-1]) if days else (today, today)
    match how:
        case Operator.LESS:
            return column < _midnight(first)
        case Operator.GREATER:
            return column >= _midnight(last, after=1)
        case Operator.EMPTY:
            return false()
        case Operator.NOT_EMPTY:
            return true()
        case _:
            return and_(column >= _midnight(first), column < _midnight(last, after=1))


def _midnight(day: dt.date, after: int = 0) -> dt.datetime:
    """When a day begins here: times are kept in UTC, but people think in their own days."""
    try:
        start = dt.datetime.combine(day, dt.time()) + dt.timedelta(days=after)
        return start.astimezone().astimezone(dt.UTC)
    except (OverflowError, ValueError, OSError):
        return dt.datetime(9999 if day.year > 2000 else 1, 1, 1, tzinfo=dt.UTC)


def _chosen(
    column: InstrumentedAttribute[Any], condition: Condition, values: Sequence[Any], *, nothing: Any = ""
) -> Sql:
    nullable = nothing is None
    filled = column.is_not(None) if nullable else column != nothing
    match condition.operator:
        case Operator.EMPTY:
            return column.is_(None) if nullable else column == nothing
        case Operator.NOT_EMPTY:
            return filled
        case Operator.NONE_OF:
            return or_(column.is_(None), column.not_in(values)) if nullable else column.not_in(values)
        case _:
            return and_(filled, column.in_(values)) if nullable else column.in_(values)


def _of_choice(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    return _chosen(_column(spec.column), condition, condition.values)


def _of_person(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    values = [query.me if value == ME else uuid.UUID(hex=value) for value in condition.values]
    return _chosen(_column(spec.column), condition, values, nothing=None)


def _of_link(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    return _chosen(_column(spec.column), condition, [uuid.UUID(hex=value).hex for value in condition.values])


def _of_truth(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    column = _column(spec.column)
    if spec.is_custom:
        return _chosen(column, condition, condition.values)
    if condition.operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return true() if condition.operator is Operator.NOT_EMPTY else false()
    if condition.values[0] == "0":
        return column.is_(false())
    # The bare name is what the index of key customers is made by.
    return and_(column, literal_column(f"customer.{spec.column}"))


def _of_region(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    column = _column(spec.column)
    if condition.operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return _chosen(column, condition, ())
    prefixes = {value.removesuffix("00").removesuffix("00") for value in condition.values}
    inside = or_(*(and_(column >= prefix, column < prefix + ":") for prefix in sorted(prefixes)))
    return not_(inside) if condition.operator is Operator.NONE_OF else inside


# --- several values ---------------------------------------------------------------------------------------------


def _of_choices(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    """Values stand as `|a|b|`. People use few of the possible combinations: those that fit are looked up through the
    index, in place of reading every customer."""
    column, how = _column(spec.column), condition.operator
    if how in (Operator.EMPTY, Operator.NOT_EMPTY):
        return _chosen(column, condition, ())
    marks = [f"|{value}|" for value in condition.values]
    combinations = None if query.deleted else _combinations(query.session, column)
    if combinations is None:
        place = func.instr if query.sqlite else func.strpos
        each = [place(column, mark) > 0 for mark in marks]
        found = and_(*each) if how is Operator.ALL_OF else or_(*each)
    else:
        fits: Callable[[Any], bool] = all if how is Operator.ALL_OF else any
        found = column.in_([one for one in combinations if fits(mark in one for mark in marks)])
    return not_(found) if how is Operator.NONE_OF else found


def _combinations(session: Session, column: InstrumentedAttribute[Any]) -> list[str] | None:
    """The values that living customers have, by steps through the index; None if there are too many."""
    alive = C.deleted_at.is_(None)
    first = select(func.min(column).label("value")).where(alive, column > "")
    steps = first.cte("combination", recursive=True)
    following = select(func.min(column)).where(alive, column > steps.c.value).scalar_subquery()
    steps = steps.union_all(select(following).where(steps.c.value.is_not(None)))
    found = session.scalars(select(steps.c.value).where(steps.c.value.is_not(None)).limit(COMBINATIONS + 1)).all()
    return list(found) if len(found) <= COMBINATIONS else None


def _of_tags(query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    link = CustomerTagEntity
    if condition.operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        there = select(literal(1)).where(link.customer_id == C.id).correlate(C).exists()
        return not_(there) if condition.operator is Operator.EMPTY else there
    tags = [uuid.UUID(hex=value) for value in condition.values]
    if condition.operator is Operator.ALL_OF:
        return and_(*(_tagged([tag]) for tag in dict.fromkeys(tags)))
    return not_(_tagged(tags)) if condition.operator is Operator.NONE_OF else _tagged(tags)


def _tagged(tags: Sequence[uuid.UUID]) -> Sql:
    return C.id.in_(select(CustomerTagEntity.customer_id).where(CustomerTagEntity.tag_id.in_(tags)))


# --- phones and e-mails -----------------------------------------------------------------------------------------


def _of_point(kind: str, query: Query, spec: FieldSpec, condition: Condition) -> Sql:
    """Phones and e-mails of the customer and of every contact person; a custom one is its own column alone."""
    if spec.is_custom:
        column = _column(spec.column)
        if condition.operator in (Operator.EMPTY, Operator.NOT_EMPTY):
            return _chosen(column, condition, ())
        found = _point_value(kind, query, column, condition)
        return not_(found) if condition.operator is Operator.NOT_CONTAINS else found
    point = ContactPointEntity
    if condition.operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        there = select(literal(1)).where(point.customer_id == C.id, point.kind == kind).correlate(C).exists()
        any_point = or_(_column(spec.column) != "", there)
        return not_(any_point) if condition.operator is Operator.EMPTY else any_point
    value = _point_value(kind, query, point.value, condition)
    holders = C.id.in_(select(point.customer_id).where(point.kind == kind, value))
    return not_(holders) if condition.operator is Operator.NOT_CONTAINS else holders


def _point_value(kind: str, query: Query, column: InstrumentedAttribute[Any], condition: Condition) -> Sql:
    text = tidy(condition.values[0])
    normalise = normalise_phone if kind == "phone" else normalise_email
    if condition.operator is Operator.IS:
        return column.in_(sorted({text, text.lower(), normalise(text) or text}))
    if condition.operator is Operator.STARTS_WITH:
        return or_(*(_starts(column, prefix) for prefix in _beginnings(kind, text)))
    return _contains(query, column, _dialled(text) if kind == "phone" else text)


def _dialled(text: str) -> str:
    kept = "".join(ch for ch in text if ch.isdigit() or ch == "+")
    return kept or text


def _beginnings(kind: str, text: str) -> tuple[str, ...]:
    """How the stored values begin that a person would say begin with `text`: +86138, 138, 0755."""
    if kind == "email":
        local, at, domain = text.partition("@")
        return tuple(dict.fromkeys((local + at + domain.lower(), text.lower())))
    digits = _dialled(text)
    if digits.startswith("+"):
        return (digits,)
    if digits.startswith("00"):
        return ("+" + digits[2:],)
    return (digits, "+86" + digits.removeprefix("0"))


_Sql = Callable[[Query, FieldSpec, Condition], Sql]
BY_TYPE: dict[FieldType, _Sql] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.URL: _text,
    FieldType.NUMBER: _of_number,
    FieldType.MONEY: _of_number,
    FieldType.DATE: _of_date,
    FieldType.TIME: _of_time,
    FieldType.CHOICE: _of_choice,
    FieldType.CHOICES: _of_choices,
    FieldType.YES_NO: _of_truth,
    FieldType.PHONE: partial(_of_point, "phone"),
    FieldType.EMAIL: partial(_of_point, "email"),
    FieldType.LINK: _of_link,
    FieldType.USER: _of_person,
    FieldType.TEAM: _of_person,
    FieldType.TAGS: _of_tags,
    FieldType.REGION: _of_region,
}
