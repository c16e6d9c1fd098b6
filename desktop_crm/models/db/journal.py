"""The change journal's tables and the triggers that write it, generated from the mapped tables.

Triggers see every write, whoever makes it: the ORM, bulk statements, imports, a script with plain SQL. An
update stores `{column: [old, new]}` of the columns that changed, a delete `{column: [old, null]}` of all; an
insert stores no values, for the row itself holds them, and what takes the row away stores them then. (On a million
imported rows that is the difference between 0.5 and 3 GB of journal.)
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import DERIVED, Base, BigSerial
from desktop_crm.models.db.types import Key

Patch = dict[str, list[Any]]
_HANDFUL = 6


class ChangeSetRow(Base):
    """One command's changes. `title` is a `Message` as JSON, so that every reader sees it in their language."""

    __tablename__ = "change_set"

    seq: Mapped[int] = mapped_column(BigSerial, primary_key=True, autoincrement=True)
    id: Mapped[uuid.UUID] = mapped_column(Key, unique=True)
    kind: Mapped[str] = mapped_column(String(8))
    title: Mapped[str] = mapped_column(Text)
    user_id: Mapped[uuid.UUID | None] = mapped_column(Key)
    device_id: Mapped[uuid.UUID | None] = mapped_column(Key)
    who: Mapped[str] = mapped_column(Text, default="")
    device: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[dt.datetime]
    rows: Mapped[int] = mapped_column(Integer, default=0)
    target_seq: Mapped[int | None] = mapped_column(BigSerial)
    undone_by: Mapped[int | None] = mapped_column(BigSerial)

    __table_args__ = ({"sqlite_autoincrement": True},)


class ChangeRow(Base):
    """One row's change within a change set. `change_set` is null only for writes from outside, until the
    application finds them."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(BigSerial, primary_key=True, autoincrement=True)
    change_set: Mapped[int | None] = mapped_column(
        BigSerial, ForeignKey("change_set.seq", deferrable=True, initially="DEFERRED")
    )
    table_name: Mapped[str] = mapped_column(String(63))
    row_id: Mapped[uuid.UUID] = mapped_column(Key)
    op: Mapped[str] = mapped_column(String(1))
    patch: Mapped[Patch | None] = mapped_column(JSON(none_as_null=True).with_variant(JSONB(), "postgresql"))

    __table_args__ = (
        Index("ix_change_change_set", "change_set"),
        Index("ix_change_row_id", "row_id"),
        {"sqlite_autoincrement": True},
    )


# Whose part a row was before it was taken away or moved: few rows have it, and a customer's history needs them.
FORMER_CUSTOMER = {
    "sqlite": "json_extract(patch, '$.customer_id[0]')",
    "postgresql": "(patch -> 'customer_id' ->> 0)",
}
for _dialect, _expression in FORMER_CUSTOMER.items():
    Index(
        f"ix_change_former_customer_{_dialect}",
        text(_expression),
        _table=Base.metadata.tables["change"],
        sqlite_where=text(f"{_expression} IS NOT NULL"),
        postgresql_where=text(f"{_expression} IS NOT NULL"),
    ).ddl_if(dialect=_dialect)


class JournalContext(Base):
    """SQLite only needs it: the change set that the running transaction writes to. One row."""

    __tablename__ = "journal_context"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    change_set: Mapped[int | None] = mapped_column(BigSerial)


def set_change_set(connection: Connection, seq: int | None) -> None:
    """Tells the triggers which change set the following writes of this transaction belong to."""
    if connection.dialect.name == "postgresql":
        value = "" if seq is None else str(seq)
        connection.execute(text("SELECT set_config('desktop_crm.change_set', :seq, true)"), {"seq": value})
    else:
        connection.execute(text("UPDATE journal_context SET change_set = :seq"), {"seq": seq})


def trigger_ddl(dialect: str, tables: list[Table]) -> list[str]:
    """The statements that make the journal's triggers, in order; running them again replaces the triggers."""
    if dialect == "postgresql":
        return [*_postgresql_functions(), *(s for t in tables for s in _postgresql_triggers(t))]
    return [statement for table in tables for statement in _sqlite_triggers(table)]


def create_triggers(connection: Connection, tables: list[Table]) -> None:
    for statement in trigger_ddl(connection.dialect.name, tables):
        connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Takes the journal's triggers away, whatever tables they stand on: before a migration changes the tables."""
    if connection.dialect.name == "postgresql":
        found = "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgname ~ '^journal_'"
        for name, table in connection.exec_driver_sql(found).all():
            connection.exec_driver_sql(f"DROP TRIGGER {name} ON {table}")
        return
    found = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'journal_*'"
    for (name,) in connection.exec_driver_sql(found).all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


# --- SQLite -----------------------------------------------------------------------------------------


def is_binary(column: Column[Any]) -> bool:
    """Whether SQLite keeps the column as bytes, which JSON cannot hold: they are journaled as hexadecimal."""
    return isinstance(column.type, Key | LargeBinary)


def _json_value(row: str, column: Column[Any]) -> str:
    value = f'{row}."{column.name}"'
    if is_binary(column):
        return f"nullif(hex({value}), '')"
    if isinstance(column.type, Float):
        # SQLite's JSON writes 15 digits of a real; 17 come back to the same number (as text, by affinity).
        return f"CASE WHEN {value} IS NOT NULL THEN printf('%!.17g', {value}) END"
    return value


def _any_differs(columns: Sequence[Column[Any]]) -> str:
    return " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in columns)


def _differences(columns: Sequence[Column[Any]]) -> str:
    """The changed columns as the inside of a document. Few change at once: those of a handful are looked at together
    first, for joining nine empty texts costs more than nine comparisons."""
    parts = []
    for start in range(0, len(columns), _HANDFUL):
        some = columns[start : start + _HANDFUL]
        each = " || ".join(
            f"""CASE WHEN OLD."{c.name}" IS NOT NEW."{c.name}" THEN ',"{c.name}":' || """
            f"json_array({_json_value('OLD', c)}, {_json_value('NEW', c)}) ELSE '' END"
            for c in some
        )
        parts.append(f"CASE WHEN {_any_differs(some)} THEN {each} ELSE '' END")
    return " || ".join(parts)


def _old_values(columns: Sequence[Column[Any]]) -> str:
    """All columns as a document; slots of custom fields only where they are filled, since nothing else is what a row
    gets that is put back."""
    slots = [c for c in columns if c.server_default is not None and not c.nullable and _is_blank(c.server_default)]
    always = " || ',' || ".join(
        f"""'"{c.name}":' || json_array({_json_value("OLD", c)}, NULL)""" for c in columns if c not in slots
    )
    parts = [always]
    for start in range(0, len(slots), _HANDFUL):
        some = slots[start : start + _HANDFUL]
        each = " || ".join(
            f"""CASE WHEN OLD."{c.name}" <> '' THEN ',"{c.name}":' || """
            f"json_array({_json_value('OLD', c)}, NULL) ELSE '' END"
            for c in some
        )
        filled = " OR ".join(f"""OLD."{c.name}" <> ''""" for c in some)
        parts.append(f"CASE WHEN {filled} THEN {each} ELSE '' END")
    return " || ".join(parts)


def _is_blank(default: Any) -> bool:
    return getattr(default, "arg", None) == ""


def _sqlite_triggers(table: Table) -> list[str]:
    name = table.name
    columns = [c for c in table.columns if c.name != "id" and c.name not in DERIVED]
    insert = (
        f'INSERT INTO "change" (change_set, table_name, row_id, op, patch) '
        f"VALUES ((SELECT change_set FROM journal_context), '{name}'"
    )
    changed, gone = _differences(columns), _old_values(columns)
    # Every ordinary write moves the version: the comparison ends at once.
    differs = _any_differs(sorted(columns, key=lambda c: c.name != "row_version"))
    bodies = {
        "insert": ("AFTER INSERT", "", f"{insert}, NEW.id, 'I', NULL)"),
        "update": (
            "AFTER UPDATE",
            f" WHEN {differs}",
            f"{insert}, NEW.id, 'U', '{{' || substr({changed}, 2) || '}}')",
        ),
        "delete": ("AFTER DELETE", "", f"{insert}, OLD.id, 'D', '{{' || {gone} || '}}')"),
        "fixed": (
            "BEFORE UPDATE OF id",
            " WHEN OLD.id IS NOT NEW.id",
            "SELECT RAISE(ABORT, 'the id of a row is fixed')",
        ),
    }
    statements = []
    for suffix, (event, when, body) in bodies.items():
        trigger = f"journal_{name}_{suffix}"
        statements.append(f"DROP TRIGGER IF EXISTS {trigger}")
        statements.append(f'CREATE TRIGGER {trigger} {event} ON "{name}"{when} BEGIN {body}; END')
    return statements


# --- PostgreSQL -------------------------------------------------------------------------------------

_FUNCTION_HEAD = "LANGUAGE plpgsql AS $$ DECLARE s bigint := " + (
    "nullif(current_setting('desktop_crm.change_set', true), '')::bigint; BEGIN "
)


def _postgresql_functions() -> list[str]:
    # Statement triggers with transition tables: one set-wise INSERT per statement, not one call per row.
    head = 'INSERT INTO "change" (change_set, table_name, row_id, op, patch) SELECT s, TG_TABLE_NAME'
    left_out = f"CAST('{{{','.join(sorted(DERIVED))}}}' AS text[])"
    return [
        f"CREATE OR REPLACE FUNCTION journal_insert() RETURNS trigger {_FUNCTION_HEAD}"
        f"{head}, n.id, 'I', NULL FROM new_rows n; RETURN NULL; END $$",
        f"CREATE OR REPLACE FUNCTION journal_delete() RETURNS trigger {_FUNCTION_HEAD}"
        f"{head}, o.id, 'D', (SELECT jsonb_object_agg(key, jsonb_build_array(value, NULL)) "
        f"FROM jsonb_each(to_jsonb(o) - 'id' - {left_out})) FROM old_rows o; RETURN NULL; END $$",
        # Each row becomes a document once, and is compared key by key. Without nested loops: the plan is made for the
        # first statement, often of one row, and kept for one of thousands.
        f"CREATE OR REPLACE FUNCTION journal_update() RETURNS trigger SET enable_nestloop = off {_FUNCTION_HEAD}"
        f"WITH pairs AS MATERIALIZED (SELECT n.id, to_jsonb(o) - {left_out} AS was, to_jsonb(n) - {left_out} AS now "
        f"FROM old_rows o JOIN new_rows n ON n.id = o.id) {head}, p.id, 'U', d.patch FROM pairs p CROSS JOIN LATERAL "
        "(SELECT jsonb_object_agg(x.key, jsonb_build_array(x.value, p.now -> x.key)) AS patch "
        "FROM jsonb_each(p.was) x WHERE p.now -> x.key IS DISTINCT FROM x.value) d WHERE p.was <> p.now; "
        "IF (SELECT count(*) FROM old_rows o JOIN new_rows n ON n.id = o.id) "
        "<> (SELECT count(*) FROM old_rows) "
        "THEN RAISE EXCEPTION 'the id of a row is fixed'; END IF; RETURN NULL; END $$",
        "CREATE OR REPLACE FUNCTION journal_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'TRUNCATE would escape the journal; use DELETE'; END $$",
    ]


def _postgresql_triggers(table: Table) -> list[str]:
    name = table.name
    tables = {
        "insert": "REFERENCING NEW TABLE AS new_rows",
        "update": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "delete": "REFERENCING OLD TABLE AS old_rows",
    }
    statements = [
        f'CREATE OR REPLACE TRIGGER journal_{name}_{op} AFTER {op.upper()} ON "{name}" {transition} '
        f"FOR EACH STATEMENT EXECUTE FUNCTION journal_{op}()"
        for op, transition in tables.items()
    ]
    statements.append(
        f'CREATE OR REPLACE TRIGGER journal_{name}_truncate BEFORE TRUNCATE ON "{name}" '
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_truncate()"
    )
    return statements
