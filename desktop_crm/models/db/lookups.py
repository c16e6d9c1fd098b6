"""Looks up many texts at once: one parameter, however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, any_, bindparam, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY


def among(connection: Connection, column: Any, texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a text column holds one of these. SQLite reads them out of one document, in order, so that neighbours
    in an index are read together."""
    values = sorted(texts)
    if connection.dialect.name == "postgresql":
        found: ColumnElement[bool] = column == any_(bindparam(None, values, type_=ARRAY(Text)))
        return found
    each = func.json_each(literal(json.dumps(values))).table_valued("value")
    within: ColumnElement[bool] = column.in_(select(each.c.value))
    return within
