"""Human numbers: given out once, never again."""

from __future__ import annotations

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from desktop_crm.models.db.meta import Counter


def take_numbers(session: Session, name: str, count: int = 1) -> int:
    """Reserves `count` consecutive numbers and returns the first; the first ever is 1."""
    step = update(Counter).where(Counter.name == name).values(value=Counter.value + count).returning(Counter.value)
    last = session.connection().execute(step).scalar()
    if last is None:
        session.connection().execute(insert(Counter).values(name=name, value=count))
        last = count
    return last - count + 1


def keep_above(session: Session, name: str, value: int) -> None:
    """Makes sure that numbers given out from now on are greater than `value`."""
    if value <= 0:
        return
    own = Counter.name == name
    connection = session.connection()
    if connection.execute(select(Counter.value).where(own)).scalar() is None:
        connection.execute(insert(Counter).values(name=name, value=value))
    connection.execute(update(Counter).where(own, Counter.value < value).values(value=value))
