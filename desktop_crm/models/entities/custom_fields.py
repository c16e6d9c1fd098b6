"""The administrator's own fields. Their values stand in the slots of the customer's row (`customers.SLOTS`)."""

from __future__ import annotations

from sqlalchemy import Boolean, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled


class CustomFieldEntity(Journaled, Base):
    """`kind` is a `FieldType`; `for_kind` company, person or empty for both. `options` is a JSON list of
    `[key, label]`: values hold keys, so that an option can be renamed. A deleted field keeps its slot, and with it the
    values, until it is purged; then the slot is empty, and the row tells the history what the values were."""

    __tablename__ = "custom_field"

    slot: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Text)
    for_kind: Mapped[str] = mapped_column(String(16), default="")
    section: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int] = mapped_column(Integer, default=0)
    required: Mapped[bool] = mapped_column(Boolean, default=False)
    default_value: Mapped[str] = mapped_column(Text, default="")
    hint: Mapped[str] = mapped_column(Text, default="")
    options: Mapped[str] = mapped_column(Text, default="[]")
    currency: Mapped[str] = mapped_column(String(3), default="")

    __table_args__ = (Index("ix_custom_field_slot", "slot"),)
