"""Keeps the completeness of customers true. It is worked out, not said: no change of its own, no undo step."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, literal_column, or_, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.db.base import Base
from desktop_crm.models.db.context import MADE
from desktop_crm.models.db.database import Database
from desktop_crm.models.db.journal import ChangeRow
from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.queries.completeness import columns_of, percent_of, weights
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.validation.completeness import Weights

BATCH = 5_000
_T = Base.metadata.tables["customer"]


def renew_completeness(session: Session, seq: int, tables: Collection[str]) -> None:
    """Works out again what change set `seq`, which changed these tables, may have moved, by one statement; after a
    change of the weights everything."""
    if not {"customer", "field_weight", "custom_field"}.intersection(tables):
        return
    table = weights(session)
    own = any(field.startswith(CUSTOM) for of_kind in table.values() for field in of_kind)
    if "field_weight" in tables or (own and "custom_field" in tables):
        _renew(session, table, None)
    elif "customer" in tables:
        _renew(session, table, _T.c.id.in_(_moved(session, seq, table)))


def fill_completeness(database: Database) -> int:
    """Works it out for customers of whom it is not known yet, a batch at a time; returns how many there were. Costs
    one look at an index where there are none."""
    done = 0
    with database.read() as session:
        if not _unknown(session, 1):
            return 0
    while True:
        with database.raw() as connection, Session(connection) as session:
            ids = _unknown(session, BATCH)
            if ids:
                _renew(session, weights(session), _T.c.id.in_(ids))
                session.commit()
        done += len(ids)
        if len(ids) < BATCH:
            return done


def _unknown(session: Session, most: int) -> Sequence[object]:
    # Those in the recycle bin stand outside the index; restored, they are found at the next opening.
    living = CustomerEntity.deleted_at.is_(None)
    wanted = select(CustomerEntity.id).where(living, CustomerEntity.completeness < 0)
    return session.scalars(wanted.order_by(CustomerEntity.completeness, CustomerEntity.id).limit(most)).all()


def _renew(session: Session, table: Weights, which: ColumnElement[bool] | None) -> None:
    percent = percent_of(session, table)
    # The figure is no change of the customer: neither its version nor its time moves.
    values = {"completeness": percent, "updated_at": _T.c.updated_at, "row_version": _T.c.row_version}
    statement = update(_T).where(_T.c.completeness != percent).values(values)
    session.connection().execute(statement if which is None else statement.where(which))


def _moved(session: Session, seq: int, table: Weights) -> Select[uuid.UUID]:
    """Customers whose figure may have moved: new ones, those where one of its columns changed, and those of whom only
    time and version changed, for then one of their parts did."""
    first, last = session.info.get(MADE, {}).get(seq, (0, 0))
    columns = sorted(columns_of(session, table))
    if session.connection().dialect.name == "postgresql":
        only_parts = "(patch - 'updated_at' - 'row_version') = CAST('{}' AS jsonb)"
        named = [f"jsonb_exists(patch, '{name}')" for name in columns]
    else:
        only_parts = "json_remove(patch, '$.updated_at', '$.row_version') = '{}'"
        named = [f"json_type(patch, '$.{name}') IS NOT NULL" for name in columns]
    conditions: list[ColumnElement[bool]] = [literal_column(one) for one in (only_parts, *named)]
    return (
        select(ChangeRow.row_id)
        .where(ChangeRow.change_set == seq, ChangeRow.table_name == "customer", ChangeRow.op != "D")
        .where(or_(ChangeRow.id <= first, ChangeRow.id > last))
        .where(or_(ChangeRow.op == "I", *conditions))
    )
