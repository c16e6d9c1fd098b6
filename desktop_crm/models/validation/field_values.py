"""One value of one field of the catalogue: from text to what its column holds, and back."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.text import custom_values
from desktop_crm.models.text.complaints import REQUIRED
from desktop_crm.models.text.names import tidy, tidy_lines
from desktop_crm.models.text.regions import region
from desktop_crm.models.validation.customers import check_date, check_length
from desktop_crm.models.validation.normalising import choice

VALUE = "value"
# Every customer has exactly one of these.
ALWAYS = frozenset({"kind", "stage"})
NOT_EDITABLE = Message(QT_TRANSLATE_NOOP("messages", "{field} cannot be set for many customers at once."))
CHOOSE = Message(QT_TRANSLATE_NOOP("messages", "Choose a value from the list."))
_NUMBERS = frozenset({FieldType.NUMBER, FieldType.MONEY})
_KEYS = frozenset({FieldType.USER, FieldType.TEAM, FieldType.LINK})


def read_value(spec: FieldSpec, text: str, own: CustomField | None = None) -> Any:
    """What the column of a field holds for a text; `own` is the custom field behind the spec. Raises UserError, with
    what is wrong under `value`."""
    if own is not None:
        problem = custom_values.check(own, text)
        if problem is not None:
            raise refused(problem)
        return custom_values.encode(spec.type, text, own.pairs)
    if not tidy(text):
        if spec.id in ALWAYS:
            raise refused(REQUIRED)
        return empty_value(spec)
    if spec.type is FieldType.CHOICE:
        return _choice(spec, text)
    if spec.type is FieldType.DATE:
        return _date(text)
    if spec.type is FieldType.YES_NO:
        return _encoded(spec, text, custom_values.YES_NO) == custom_values.YES
    if spec.type in _KEYS:
        return _key(text)
    if spec.type is FieldType.REGION:
        _refuse(None if region(tidy(text)) else CHOOSE)
        return tidy(text)
    value = tidy_lines(text) if spec.type is FieldType.LONG_TEXT else tidy(text)
    _refuse(check_length(spec.id, value))
    return value


def empty_value(spec: FieldSpec) -> Any:
    """What the column of a field holds where nothing is known."""
    if spec.type is FieldType.YES_NO and not spec.is_custom:
        return False
    return None if not spec.is_custom and spec.type in _KEYS | {FieldType.DATE} else ""


def written(spec: FieldSpec, value: Any) -> str:
    """A value of the column as the text that `read_value` reads."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return custom_values.YES if value else custom_values.NO
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, dt.date):
        return value.isoformat()
    return custom_values.decode(spec.type, value) if spec.is_custom and spec.type in _NUMBERS else str(value)


def refused(problem: Message) -> UserError:
    return UserError(problem, fields={VALUE: problem})


def _refuse(problem: Message | None) -> None:
    if problem is not None:
        raise refused(problem)


def _choice(spec: FieldSpec, text: str) -> str:
    value = choice(spec.id, text)
    if not spec.open and value not in dict(spec.options):
        raise refused(CHOOSE)
    _refuse(check_length(spec.id, value))
    return value


def _date(text: str) -> dt.date:
    try:
        value = dt.date.fromisoformat(custom_values.encode(FieldType.DATE, text))
    except ValueError:
        raise refused(custom_values.DATE) from None
    _refuse(check_date(value))
    return value


def _encoded(spec: FieldSpec, text: str, problem: Message) -> str:
    try:
        return custom_values.encode(spec.type, text)
    except ValueError:
        raise refused(problem) from None


def _key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise refused(CHOOSE) from None
