"""Indexes on the slots of custom fields: one while a field that can be sorted and found stands in the slot."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, text

_PREFIX = "ix_customer_"
_KNOWN = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'customer'",
    "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = 'customer'",
}


def index_slots(connection: Connection, wanted: Collection[str]) -> None:
    """Makes the indexes of the `wanted` slots and drops those of all others, in the caller's transaction."""
    names = {f"{_PREFIX}{slot}": slot for slot in wanted}
    there = {str(row[0]) for row in connection.execute(text(_KNOWN[connection.dialect.name]))}
    surplus = [name for name in there if name.startswith(f"{_PREFIX}custom_") and name not in names]
    missing = [name for name in names if name not in there]
    if not surplus and not missing:
        return
    server = connection.dialect.name == "postgresql"
    if server:
        # The server makes no index while references of the table are still to be checked.
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    for name in surplus:
        connection.execute(text(f'DROP INDEX "{name}"'))
    for name in missing:
        connection.execute(text(f'CREATE INDEX "{name}" ON customer ({names[name]}, id) WHERE deleted_at IS NULL'))
    if server:
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
