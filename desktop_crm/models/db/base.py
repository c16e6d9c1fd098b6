"""The declarative base and what every synchronised table carries."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Integer, MetaData, Table, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import Key, UtcDateTime, utc_now

# Columns that say how a row was written, not what it says; people never see them as changes.
BOOKKEEPING = frozenset({"created_at", "updated_at", "row_version"})
# Columns made from others, to find and sort by; kept in the journal so that undo restores them exactly.
SHADOW_SUFFIX = "_key"
# Columns worked out from the row and its parts after every command, undo included. They are no change of the row: the
# journal leaves them out, or undoing one step would be refused because a later one moved the same figure.
DERIVED = frozenset({"completeness"})

# 64 bits on the server, SQLite's own rowid in a file.
BigSerial = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    """Maps every table of the application, on both databases."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {uuid.UUID: Key, dt.datetime: UtcDateTime}


class Journaled:
    """Mixin of every table whose changes are journaled, undone and synchronised."""

    id: Mapped[uuid.UUID] = mapped_column(Key, primary_key=True, default=new_id, sort_order=-10)
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now, sort_order=90)
    updated_at: Mapped[dt.datetime] = mapped_column(default=utc_now, onupdate=utc_now, sort_order=91)
    row_version: Mapped[int] = mapped_column(Integer, default=1, onupdate=text("row_version + 1"), sort_order=92)
    deleted_at: Mapped[dt.datetime | None] = mapped_column(sort_order=93)


def journaled_tables() -> list[Table]:
    """The tables under the journal, parents before children."""
    found = {
        str(mapper.class_.__tablename__)
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Base) and issubclass(mapper.class_, Journaled)
    }
    return [table for table in Base.metadata.sorted_tables if table.name in found]
