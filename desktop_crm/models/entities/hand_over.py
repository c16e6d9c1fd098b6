"""Hand-over 客户交接: who gave which customers to whom and why, and with whom a customer is shared."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import Date, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key
from desktop_crm.models.entities.customers import reference


class HandOverEntity(Journaled, Base):
    """A transfer of customers, with its reason. It takes effect on `effective_on`; until then `done_at` is empty."""

    __tablename__ = "hand_over"

    to_user_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("app_user.id"))
    to_team_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("team.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    effective_on: Mapped[dt.date] = mapped_column(Date)
    done_at: Mapped[dt.datetime | None]
    read_at: Mapped[dt.datetime | None]

    __table_args__ = (Index("ix_hand_over_to_user_id", "to_user_id"),)


class HandOverCustomerEntity(Journaled, Base):
    """One customer of a transfer, and who had it before."""

    __tablename__ = "hand_over_customer"

    hand_over_id: Mapped[uuid.UUID] = mapped_column(Key, reference("hand_over.id"))
    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    from_user_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("app_user.id"))

    __table_args__ = (
        Index("ix_hand_over_customer_hand_over_id", "hand_over_id"),
        Index("ix_hand_over_customer_customer_id", "customer_id"),
    )


class CustomerShareEntity(Journaled, Base):
    """A colleague or a team with whom the owner shares a customer."""

    __tablename__ = "customer_share"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    user_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("app_user.id"))
    team_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("team.id"))
    note: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (
        Index("ix_customer_share_customer_id", "customer_id"),
        Index("ix_customer_share_user_id", "user_id"),
        Index("ix_customer_share_team_id", "team_id"),
    )
