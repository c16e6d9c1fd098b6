"""Duplicates: what the last scan found, and what people said is none."""

from __future__ import annotations

import uuid

from sqlalchemy import Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key
from desktop_crm.models.entities.customers import reference


class DistinctPairEntity(Journaled, Base):
    """Two customers that somebody said are not the same; `first_id` < `second_id`."""

    __tablename__ = "distinct_pair"

    first_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    second_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    note: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (
        Index("ix_distinct_pair_first_id", "first_id", "second_id"),
        Index("ix_distinct_pair_second_id", "second_id"),
    )


class DuplicatePair(Base):
    """A pair of the last scan, `first_id` < `second_id`; `group_id` joins the pairs that hang together, `score` is a
    percentage, `reasons` its explanation as JSON. Not journaled: a scan makes all of them anew."""

    __tablename__ = "duplicate_pair"

    first_id: Mapped[uuid.UUID] = mapped_column(Key, primary_key=True)
    second_id: Mapped[uuid.UUID] = mapped_column(Key, primary_key=True)
    group_id: Mapped[uuid.UUID] = mapped_column(Key)
    score: Mapped[int] = mapped_column(Integer)
    reasons: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        Index("ix_duplicate_pair_score", "score", "first_id", "second_id"),
        Index("ix_duplicate_pair_group_id", "group_id"),
        Index("ix_duplicate_pair_second_id", "second_id"),
    )
