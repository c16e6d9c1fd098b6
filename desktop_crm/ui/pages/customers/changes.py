"""The change journal of a customer in words: for the timeline and the History tab."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QLocale, QObject

from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.fields import CUSTOMER_FIELDS, PART_FIELDS
from desktop_crm.models.records.history import ChangeSet, FieldChange, RowChange
from desktop_crm.models.records.listed import Id
from desktop_crm.models.text.custom_values import CROSS, TICK
from desktop_crm.ui.feature import TimelineDetail, TimelineEntry, TimelinePage
from desktop_crm.ui.pages.customers.wording import choice_text

PAGE = 20
YES = Message(QT_TRANSLATE_NOOP("messages", "yes"))
NO = Message(QT_TRANSLATE_NOOP("messages", "no"))
COLOUR = QT_TRANSLATE_NOOP("messages", "Colour {number}")
ADDED = QT_TRANSLATE_NOOP("messages", "{what} added")
REMOVED = QT_TRANSLATE_NOOP("messages", "{what} removed")
_CHOICES = ("kind", "stage", "industry", "size", "source", "preferred_channel", "price_sensitivity", "relationship")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MARKS = ("is_primary", "lunar", "active")
# What names a part in one line, best first.
_NAMING = ("tag_id", "value", "name", "street", "label", "region")


def load_changes(
    services: Services,
    customer: Id,
    more: int | str | None,
    owner: QObject,
    show: Callable[[TimelinePage], object],
) -> None:
    """A page of changes for the timeline."""

    def shown(found: list[tuple[ChangeSet, tuple[RowChange, ...]]]) -> None:
        entries = tuple(
            TimelineEntry(change.at, change.title, change.who, detail_lines(rows)) for change, rows in found
        )
        show(TimelinePage(entries, found[-1][0].seq if len(found) == PAGE else None))

    before = more if isinstance(more, int) else None
    services.history.of_customer(owner, customer, before, PAGE).then(shown)


def detail_lines(rows: Iterable[RowChange]) -> tuple[TimelineDetail, ...]:
    """What a change set did to a customer and its parts: changed fields from → to, parts added and removed."""
    lines: list[TimelineDetail] = []
    for row in rows:
        if row.op == "U":
            prefix = "" if row.table == "customer" else f"{text(row.what)} · "
            lines += [_changed(prefix, row.table, change) for change in row.fields]
        elif row.table != "customer":
            template = ADDED if row.op == "I" else REMOVED
            lines.append(TimelineDetail(text(Message(template, {"what": row.what})), _naming(row)))
    return tuple(_gathered(lines))


def _gathered(lines: list[TimelineDetail]) -> Iterable[TimelineDetail]:
    """Equal lines without a value become one with their number."""
    nameless = Counter(line.label for line in lines if line.old is None and not line.new)
    for line in lines:
        if line.old is not None or line.new:
            yield line
        elif count := nameless.pop(line.label, 0):
            yield TimelineDetail(line.label, f"× {count}" if count > 1 else "")


def created_fields(rows: Iterable[RowChange]) -> tuple[TimelineDetail, ...]:
    """The fields of a customer when it was added."""
    return tuple(
        TimelineDetail(text(change.field), value_text(row.table, change.field, change.new))
        for row in rows
        if row.table == "customer" and row.op == "I"
        for change in row.fields
        if change.new
    )


def _changed(prefix: str, table: str, change: FieldChange) -> TimelineDetail:
    old, new = (value_text(table, change.field, value) for value in (change.old, change.new))
    return TimelineDetail(f"{prefix}{text(change.field)}", new, old)


def _naming(row: RowChange) -> str:
    values = {_column(row.table, change.field): change for change in row.fields}
    for column in _NAMING:
        change = values.get(column)
        value = (change.new or change.old) if change is not None else None
        if change is not None and value:
            return value_text(row.table, change.field, value)
    return ""


def value_text(table: str, field: Message, value: str | None) -> str:
    """A stored value as people read it."""
    if value is None or value == "":
        return ""
    column = _column(table, field)
    if value in (TICK, CROSS):
        return text(YES if value == TICK else NO)
    if column in _MARKS:
        return text(YES if value in ("1", "True", "true") else NO)
    if column == "kind" and table == "contact_point":
        return choice_text("point_kind", value)
    if column in _CHOICES or column == "role":
        return choice_text(column, value)
    return _special(column, value)


def _special(column: str, value: str) -> str:
    if _DAY.fullmatch(value):
        with suppress(ValueError):
            return format_date(dt.date.fromisoformat(value))
    if column == "region" and value.isdigit():
        from desktop_crm.models.text.regions import region_name

        return region_name(value, QLocale().name())
    if column == "colour" and value.startswith("tag"):
        return text(Message(COLOUR, {"number": value.removeprefix("tag")}))
    if column == "value" and value.startswith("+"):
        from desktop_crm.models.text.phones import format_phone

        return format_phone(value)
    if column == "deleted_at":
        try:
            return format_date(dt.date.fromisoformat(value[:10]))
        except ValueError:
            return value
    return value


def _column(table: str, field: Message) -> str:
    """The column whose name a change shows."""
    labels = CUSTOMER_FIELDS if table == "customer" else PART_FIELDS
    return next((column for column, label in labels.items() if label.text == field.text), "")
