"""Facts about the database itself, and the counters of human numbers."""

from __future__ import annotations

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, BigSerial


class Meta(Base):
    """Key → value: the database's own id, its creation, the sample company's language."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(String(63), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Counter(Base):
    """The last human number given out, per kind. Never taken back by undo: a number is not used twice."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(63), primary_key=True)
    value: Mapped[int] = mapped_column(BigSerial)
