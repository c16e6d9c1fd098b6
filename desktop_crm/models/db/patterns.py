"""Regular expressions in SQL: a function of ours on SQLite, the server's own on PostgreSQL. Both read the common
syntax (classes, repeats, groups, alternatives) alike; a pattern must fit the whole text."""

from __future__ import annotations

import functools
import re
import sqlite3
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import Session


def pattern_holds(session: Session, column: Any, pattern: str) -> ColumnElement[bool]:
    """Whether `pattern` fits the whole text of `column`."""
    if session.get_bind().dialect.name == "postgresql":
        fits: ColumnElement[bool] = column.bool_op("~")(f"^(?:{pattern})$")
        return fits
    return func.pattern_holds(column, pattern) == 1


def register(connection: sqlite3.Connection) -> None:
    """Makes `pattern_holds` known to a SQLite connection."""
    connection.create_function("pattern_holds", 2, _pattern_holds, deterministic=True)


@functools.lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _pattern_holds(text: str | None, pattern: str) -> int:
    return int(text is not None and _compiled(pattern).fullmatch(text) is not None)
