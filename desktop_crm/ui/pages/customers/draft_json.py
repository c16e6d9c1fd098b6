"""A customer draft as JSON, for drafts that survive a crash."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
import uuid
from enum import Enum
from typing import Any

from desktop_crm.models.records.customers import CustomerDraft

FORM = "customer"


def encode(draft: CustomerDraft) -> dict[str, Any]:
    """What JSON can hold."""
    found = _plain(draft)
    assert isinstance(found, dict)
    return found


def decode(data: object) -> CustomerDraft:
    """What `encode` gave, also by an older version; raises ValueError for anything else."""
    if not isinstance(data, dict):
        raise ValueError("not a customer draft")
    try:
        found = _build(CustomerDraft, data)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("not a customer draft") from error
    assert isinstance(found, CustomerDraft)
    return found


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _build(kind: Any, value: Any) -> Any:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return None if value is None else _build(next(one for one in args if one is not type(None)), value)
    if origin is tuple:
        return tuple(_build(args[0], one) for one in value)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        known = {field.name for field in dataclasses.fields(kind)} & set(value)
        make: Any = kind
        return make(**{name: _build(hints[name], value[name]) for name in known})
    if kind is dt.date:
        # While a date is being typed it is no date; the text is kept as it stands.
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    if kind is uuid.UUID or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind(value)
    if not isinstance(value, kind):
        raise ValueError("not a customer draft")
    return value
