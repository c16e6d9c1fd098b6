"""Users, teams and devices: who owns customers and who writes."""

from __future__ import annotations

import uuid

from sqlalchemy import Boolean, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key, OrderedText


class TeamRow(Journaled, Base):
    __tablename__ = "team"

    name: Mapped[str] = mapped_column(Text)


class UserRow(Journaled, Base):
    """A person who uses the application. `name_key` orders people by pinyin."""

    __tablename__ = "app_user"

    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(OrderedText)
    login: Mapped[str] = mapped_column(Text, default="")
    team_id: Mapped[uuid.UUID | None] = mapped_column(Key, ForeignKey("team.id", deferrable=True, initially="DEFERRED"))
    active: Mapped[bool] = mapped_column(Boolean, default=True)

    __table_args__ = (Index("ix_app_user_team_id", "team_id"),)
