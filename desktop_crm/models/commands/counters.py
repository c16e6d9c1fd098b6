"""Human numbers: given out once, never again."""

from __future__ import annotations

from sqlalchemy import insert, update
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
