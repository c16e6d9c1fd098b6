"""Data standards 信息录入规范: rules, dictionaries, weights of completeness, and how health went over time."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import Boolean, Date, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key, OrderedText


class DataRuleEntity(Journaled, Base):
    """`check_kind` required, format (with `pattern`), dictionary or verified; for customers of `for_kind` and at
    `stage` (empty: any). `field` is an id of the field catalogue. A blocking rule refuses to save."""

    __tablename__ = "data_rule"

    name: Mapped[str] = mapped_column(Text, default="")
    field: Mapped[str] = mapped_column(String(64))
    check_kind: Mapped[str] = mapped_column(String(16))
    for_kind: Mapped[str] = mapped_column(String(16), default="")
    stage: Mapped[str] = mapped_column(String(16), default="")
    pattern: Mapped[str] = mapped_column(Text, default="")
    blocking: Mapped[bool] = mapped_column(Boolean, default=False)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    position: Mapped[int] = mapped_column(Integer, default=0)


class FieldWeightEntity(Journaled, Base):
    """What a field counts towards completeness; a field without a weight counts by the built-in list."""

    __tablename__ = "field_weight"

    field: Mapped[str] = mapped_column(String(64))
    for_kind: Mapped[str] = mapped_column(String(16), default="")
    weight: Mapped[int] = mapped_column(Integer)


class DictionaryEntryEntity(Journaled, Base):
    """A value of a dictionary field (source, industry, size, occupation). Where `replaced_by` is given, whoever
    writes the value gets that one."""

    __tablename__ = "dictionary_entry"

    dictionary: Mapped[str] = mapped_column(String(32))
    value: Mapped[str] = mapped_column(Text)
    value_key: Mapped[str] = mapped_column(OrderedText)
    position: Mapped[int] = mapped_column(Integer, default=0)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    replaced_by: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (Index("ix_dictionary_entry_dictionary", "dictionary", "value_key"),)


class HealthSnapshot(Base):
    """How many customers broke a rule on a day, out of how many. Not journaled: measured, not said."""

    __tablename__ = "health_snapshot"

    on: Mapped[dt.date] = mapped_column("on_date", Date, primary_key=True)
    rule_id: Mapped[uuid.UUID] = mapped_column(Key, primary_key=True)
    violations: Mapped[int] = mapped_column(Integer)
    total: Mapped[int] = mapped_column(Integer)
    completeness: Mapped[int] = mapped_column(Integer, default=0)
