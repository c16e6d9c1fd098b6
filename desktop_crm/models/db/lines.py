"""Asks a search document in SQL whether a line of certain kinds holds a text: a function of ours on SQLite, a regular
expression on PostgreSQL."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import Session


def line_holds(session: Session, lines: Any, fields: Sequence[str], key: str) -> ColumnElement[bool]:
    """Whether a line whose field is one of `fields` has a key with the folded text `key` in it."""
    if session.get_bind().dialect.name == "postgresql":
        kinds = "|".join(map(re.escape, fields))
        # `\n` matches a line's end; keys begin behind the second tab.
        pattern: ColumnElement[bool] = lines.bool_op("~")(rf"(^|\n)({kinds})\t[^\t\n]*\t[^\n]*{re.escape(key)}")
        return pattern
    return func.line_holds(lines, ",".join(fields), key) == 1


def register(connection: sqlite3.Connection) -> None:
    """Makes `line_holds` known to a SQLite connection."""
    connection.create_function("line_holds", 3, _line_holds, deterministic=True)


def _line_holds(lines: str, fields: str, key: str) -> int:
    if key not in lines:
        return 0
    wanted = fields.split(",")
    for line in lines.split("\n"):
        field, _, keys = line.split("\t", 2) if line.count("\t") > 1 else (line, "", "")
        if key in keys and field in wanted:
            return 1
    return 0
