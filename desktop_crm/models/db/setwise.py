"""Journals many inserts by one statement a table, in place of a trigger's run for every row.

Only on SQLite, where a trigger runs row by row and takes longer than the insert itself; the server's triggers are
set-wise already. The insert triggers of the tables are away while the block runs, in the same transaction; at its end
the journal gets a row for each new row, and the triggers stand again. Whatever ends the transaction otherwise brings
them back with it. Within the block rows of these tables may be inserted, not deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Table

from desktop_crm.models.db.journal import trigger_ddl


@contextmanager
def journaled_set_wise(connection: Connection, tables: Sequence[Table], seq: int) -> Iterator[None]:
    """Inserts into `tables` are journaled for change set `seq` when the block ends."""
    if connection.dialect.name != "sqlite":
        yield
        return
    before: dict[str, int] = {}
    for table in tables:
        last = connection.exec_driver_sql(f'SELECT coalesce(max(rowid), 0) FROM "{table.name}"').scalar_one()
        before[table.name] = last
        connection.exec_driver_sql(f"DROP TRIGGER journal_{table.name}_insert")
    yield
    for name, last in before.items():
        connection.exec_driver_sql(
            'INSERT INTO "change" (change_set, table_name, row_id, op, patch) '
            f"SELECT ?, '{name}', id, 'I', NULL FROM \"{name}\" WHERE rowid > ? ORDER BY rowid",
            (seq, last),
        )
    for statement in trigger_ddl("sqlite", list(tables)):
        connection.exec_driver_sql(statement)
