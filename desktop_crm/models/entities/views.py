"""Saved views of a list: filter, columns, order and grouping under a name."""

from __future__ import annotations

import uuid

from sqlalchemy import Boolean, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key
from desktop_crm.models.entities.customers import reference


class SavedViewEntity(Journaled, Base):
    """`spec` is the view as JSON (see `records.views`); `list` names the list that it belongs to."""

    __tablename__ = "saved_view"

    list: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[uuid.UUID] = mapped_column(Key, reference("app_user.id"))
    shared: Mapped[bool] = mapped_column(Boolean, default=False)
    position: Mapped[int] = mapped_column(Integer, default=0)
    spec: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_saved_view_owner_id", "owner_id"),)
