"""Column types that mean the same on both databases."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from sqlalchemy import DateTime, LargeBinary, Text, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

# Text that is compared and ordered byte by byte, alike on both databases whatever the server's locale.
OrderedText = Text().with_variant(Text(collation="C"), "postgresql")


class Key(TypeDecorator[uuid.UUID]):
    """A UUID: 16 bytes on SQLite, `uuid` on PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: uuid.UUID | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> uuid.UUID | None:
        if value is None or isinstance(value, uuid.UUID):
            return value
        return uuid.UUID(bytes=bytes(value))

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """As `process_bind_param`, without SQLAlchemy's steps around it: keys are half of all values."""
        return None if dialect.name == "postgresql" else _to_bytes

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        return None if dialect.name == "postgresql" else _from_bytes


def _to_bytes(value: uuid.UUID | None) -> bytes | None:
    return None if value is None else value.bytes


def _from_bytes(value: bytes | None) -> uuid.UUID | None:
    """As `uuid.UUID(bytes=value)`, without its look at what else might be given: keys are half of what is read."""
    if value is None:
        return None
    key = _new_key(uuid.UUID)
    _set(key, "int", int.from_bytes(value, "big"))
    _set(key, "is_safe", _UNKNOWN)
    return key


_new_key, _set, _UNKNOWN = object.__new__, object.__setattr__, uuid.SafeUUID.unknown


class UtcDateTime(TypeDecorator[dt.datetime]):
    """An aware time, kept in UTC. Naive values are refused: they would mean different moments on two laptops."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs its zone")
        value = value.astimezone(dt.UTC)
        return value if dialect.name == "postgresql" else value.replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)


def utc_now() -> dt.datetime:
    """Now, in UTC, to the microsecond."""
    return dt.datetime.now(dt.UTC)
